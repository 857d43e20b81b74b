import { sql } from 'kysely';
import type { Clock } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { SheetContent } from './model.ts';

/** A file that was brought, as it was read. */
export type Sheet = {
  readonly id: string;
  readonly name: string;
  readonly broughtAt: string;
  readonly content: SheetContent;
};

/** Days for which a file is kept after it was last brought: it may name persons. */
export const keptDays = 30;

/** Keeps a file for a while; the same bytes are the same sheet. What has lapsed goes. */
export async function saveSheet(
  tx: Transaction,
  clock: Clock,
  register: string,
  sheet: Pick<Sheet, 'id' | 'name' | 'content'>,
): Promise<void> {
  const now = clock.now().toString({ fractionalSecondDigits: 3 });
  await sql`delete from platform.sheet where brought_at < ${now}::timestamptz - make_interval(days => ${keptDays})`.execute(
    tx,
  );
  await sql`
    insert into platform.sheet (register, id, name, content, brought_at)
    values (${register}, ${sheet.id}, ${sheet.name}, ${JSON.stringify(sheet.content)}::jsonb, ${now})
    on conflict (register, id) do update set brought_at = excluded.brought_at`.execute(tx);
}

export async function findSheet(tx: Transaction, register: string, id: string): Promise<Sheet | undefined> {
  const { rows } = await sql<{ id: string; name: string; content: SheetContent; brought_at: Date }>`
    select id, name, content, brought_at from platform.sheet where register = ${register} and id = ${id}`.execute(
    tx,
  );
  const [row] = rows;
  return row && { id: row.id, name: row.name, content: row.content, broughtAt: row.brought_at.toISOString() };
}

/** The files that are kept, newest first, without what stands in them. */
export async function listSheets(
  tx: Transaction,
  register: string,
): Promise<readonly Omit<Sheet, 'content'>[]> {
  const { rows } = await sql<{ id: string; name: string; brought_at: Date }>`
    select id, name, brought_at from platform.sheet where register = ${register} order by brought_at desc, id`.execute(
    tx,
  );
  return rows.map(({ id, name, brought_at }) => ({ id, name, broughtAt: brought_at.toISOString() }));
}

/** What people chose for these headers the last time. */
export async function findMapping(
  tx: Transaction,
  register: string,
  kind: string,
  headers: string,
): Promise<string | null> {
  const { rows } = await sql<{ mapping: string }>`
    select mapping from platform.sheet_mapping
    where register = ${register} and kind = ${kind} and headers = ${headers}`.execute(tx);
  return rows[0]?.mapping ?? null;
}

export async function saveMapping(
  tx: Transaction,
  clock: Clock,
  register: string,
  chosen: { readonly kind: string; readonly headers: string; readonly mapping: string },
): Promise<void> {
  const now = clock.now().toString({ fractionalSecondDigits: 3 });
  await sql`
    insert into platform.sheet_mapping (register, kind, headers, mapping, chosen_at)
    values (${register}, ${chosen.kind}, ${chosen.headers}, ${chosen.mapping}, ${now})
    on conflict (register, kind, headers) do update set mapping = excluded.mapping, chosen_at = excluded.chosen_at`.execute(
    tx,
  );
}
