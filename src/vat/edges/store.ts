import { sql } from 'kysely';
import type { RegisterId } from '#kernel/references.ts';
import type { Clock } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import { partyUnder } from '../vat-number.ts';
import type { SearchResult } from './search.ts';
import type { InvoiceInputs } from './searches.ts';

/**
 * Minutes after which a search that has told nothing of itself counts as stopped: its process was killed, or its machine. One that runs tells
 * every minute (`invoice-command.ts`), but where it makes a large graph, which may take some.
 */
export const silentAfter = 10;

/** A search in the invoices of a party, as people are told of it. */
export type ToldSearch = {
  readonly id: string;
  readonly party: string;
  readonly inputs: InvoiceInputs;
  readonly state: 'running' | 'stopped' | 'done';
  readonly done: number;
  readonly parts: number;
  readonly result: SearchResult | null;
  readonly askedAt: Date;
};

/** Notes that a search began, or goes on. One that is done stays so. */
export async function saveSearch(
  tx: Transaction,
  clock: Clock,
  {
    register,
    id,
    inputs,
  }: { readonly register: RegisterId; readonly id: string; readonly inputs: InvoiceInputs },
): Promise<void> {
  const now = clock.now().toString();
  await sql`
    insert into vat.search (register, id, party, inputs, state, asked_by, asked_at, told_at)
    values (${register}, ${id}, ${partyUnder(inputs.state)}, ${JSON.stringify(inputs)}, 'running', 'operator', ${now}, ${now})
    on conflict (register, id) do update set state = 'running', told_at = excluded.told_at
    where search.state <> 'done'`.execute(tx);
}

export async function saveSearchState(
  tx: Transaction,
  clock: Clock,
  { register, id }: { readonly register: RegisterId; readonly id: string },
  {
    state,
    done,
    parts,
    result = null,
  }: Pick<ToldSearch, 'state' | 'done' | 'parts'> & { readonly result?: SearchResult | null },
): Promise<void> {
  await sql`
    update vat.search set state = ${state}, done = ${done}, parts = ${parts}, told_at = ${clock.now().toString()},
      result = ${result === null ? null : JSON.stringify(result)}
    where register = ${register} and id = ${id} and state <> 'done'`.execute(tx);
}

/** Of some parties, the newest first. What has not told for some time that it is under way is stopped. */
export async function listSearches(
  tx: Transaction,
  clock: Clock,
  register: RegisterId,
  parties: readonly string[],
): Promise<readonly ToldSearch[]> {
  const heard = clock.now().subtract({ minutes: silentAfter }).toString();
  const { rows } = await sql<ToldSearch>`
    select id, party, inputs, done, parts, result, asked_at as "askedAt",
      case when state = 'running' and told_at < ${heard} then 'stopped' else state end as state
    from vat.search
    where register = ${register} and party = any(${[...parties]}::text[])
    order by asked_at desc, id`.execute(tx);
  return rows;
}
