import { sql } from 'kysely';
import { type Lived, listLived } from '#exchange';
import { canonicalJson } from '#kernel/canonical-json.ts';
import { lastDay } from '#kernel/dates.ts';
import type { RegisterId } from '#kernel/references.ts';
import { type Analytics, quoted } from '#platform/analytics.ts';
import type { Transaction } from '#platform/database/database.ts';
import { hashOf } from '#platform/hash.ts';
import type { Kind, RecordBody } from '#platform/records/kind.ts';
import { allRecords, knownOn } from '#platform/records/records.ts';
import { provisions } from '#union';
import { tradeKinds } from '../model.ts';
import type { AlertBundle } from '../runs/model.ts';
import { atStakeKeys, type CaseState, vatCaseRequests, vatCaseRows, vatCases, vatFeedback } from './model.ts';
import { operationOf } from './rules/asked.ts';
import { exchangedKinds, openBy } from './rules/may-open.ts';
import { type Opening, openingsIn } from './rules/opened.ts';
import { stateAfterSteps } from './rules/standing.ts';

type Known = Parameters<typeof listLived>[1];

/** A case with all that belongs to it, each with the steps of its life. */
export type WholeCase = {
  readonly record: Lived;
  readonly rows: readonly Lived[];
  readonly requests: readonly Lived[];
  readonly feedback: readonly Lived[];
};

/** Cases of some parties, in the order in which they were opened. */
export const listCases = (
  tx: Transaction,
  known: Known,
  parties: Iterable<string>,
): Promise<readonly Lived[]> =>
  listLived(tx, known, vatCases, { says: [...parties].map((party) => ({ party })) });

/** Which cases a list shows: of these parties, in one state or in any, with words in a reference or a VAT number. */
export type CasesWanted = {
  readonly parties: readonly string[];
  readonly state: CaseState | null;
  readonly words: string;
};
export type PageAsked = { readonly limit: number; readonly offset: number };

/** The state that a record is in by the last of its steps that is known on a day, as `standingOn` has them. */
const lastState = ({ register, knownAt }: Known, kind: Kind) => sql<string>`(
  select step.to_state from platform.transition step
  where step.register = ${register} and step.kind = ${kind.name} and step.subject = record.id and step.withdraws is null
    and step.known_from_day <= ${lastDay(knownAt)}
    and not exists (select 1 from platform.transition correction
      where correction.withdraws = step.id and correction.known_from_day <= ${lastDay(knownAt)})
  order by step.effective_last desc, step.effective_first desc, step.observed desc, step.recorded_at desc, step.id desc
  limit 1)`;

/** As `atStakeOf` reads it. */
const atStake = sql`coalesce(${sql.join(atStakeKeys.map((key) => sql`(body->>${key})`))})::numeric`;

/** All of the parties' cases with their state; the words are of reference and numbers, without signs that are in neither. */
function casesFound(known: Known, { parties, words }: Pick<CasesWanted, 'parties' | 'words'>) {
  const sought = words.toUpperCase().replaceAll(/[^A-Z0-9-]/g, '');
  return sql`
    select id, body->>'opened_on' as opened_on, body->>'party' as party, ${atStake} as at_stake,
      ${lastState(known, vatCases)} as state
    from platform.record
    where register = ${known.register} and kind = ${vatCases.name} and ${knownOn(known.knownAt)}
      and body->>'party' = any(${[...parties]}::text[])
      and (${words.trim()} = '' or (${sought} <> '' and (strpos(upper(body->>'reference'), ${sought}) > 0
        or strpos(upper(body->>'traders'), ${sought}) > 0)))`;
}

/**
 * A page of them: open ones first, by trade at stake, and those of which it is unknown after the others; then closed ones. Of equal ones,
 * and of closed ones, the last that were opened first.
 */
export async function listCasePage(
  tx: Transaction,
  known: Known,
  wanted: CasesWanted,
  { limit, offset }: PageAsked,
): Promise<readonly Lived[]> {
  const { rows } = await sql<{ id: string }>`
    select id from (${casesFound(known, wanted)}) as found
    where ${wanted.state}::text is null or state = ${wanted.state}
    order by state = 'closed', case when state = 'open' then at_stake end desc nulls last, opened_on desc, id desc
    limit ${limit} offset ${offset}`.execute(tx);
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const found = new Map((await listLived(tx, known, vatCases, { ids })).map((one) => [one.record.id, one]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

export type CaseCount = { readonly party: string; readonly state: CaseState; readonly count: number };

/** How many there are by party and state, whatever state is wanted. */
export async function countCases(
  tx: Transaction,
  known: Known,
  wanted: Pick<CasesWanted, 'parties' | 'words'>,
): Promise<readonly CaseCount[]> {
  const { rows } = await sql<CaseCount>`
    select party, state, count(*)::int as count from (${casesFound(known, wanted)}) as found
    group by party, state order by party, state`.execute(tx);
  return rows;
}

/** Feedback that parties owe and have not given, what is due first before the rest; and how much of it there is. */
export async function listOwed(
  tx: Transaction,
  known: Known,
  parties: readonly string[],
  { limit, offset }: PageAsked,
): Promise<{ readonly owed: readonly Lived[]; readonly total: number }> {
  const { rows } = await sql<{ id: string; total: number }>`
    select id, count(*) over ()::int as total from (
      select id, body->>'due' as due, ${lastState(known, vatFeedback)} as state from platform.record
      where register = ${known.register} and kind = ${vatFeedback.name} and ${knownOn(known.knownAt)}
        and body->>'state' = any(${[...parties]}::text[])
    ) as found where state = 'owed' order by due nulls last, id limit ${limit} offset ${offset}`.execute(tx);
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return { owed: [], total: 0 };
  const found = new Map(
    (await listLived(tx, known, vatFeedback, { ids })).map((one) => [one.record.id, one]),
  );
  return { owed: ids.flatMap((id) => found.get(id) ?? []), total: rows[0]?.total ?? 0 };
}

/** Feedback on some cases of others' making: what was told under their references. */
export const listFeedbackOn = async (
  tx: Transaction,
  known: Known,
  cases: readonly Lived[],
): Promise<readonly Lived[]> =>
  cases.length === 0
    ? []
    : listLived(tx, known, vatFeedback, {
        says: cases.map(({ record: { body } }) => ({ asker: body.party, reference: body.reference })),
      });

/** Feedback of which some parties are one side. */
export const listFeedback = (
  tx: Transaction,
  known: Known,
  parties: Iterable<string>,
): Promise<readonly Lived[]> =>
  listLived(tx, known, vatFeedback, {
    says: [...parties].flatMap((party): RecordBody[] => [{ asker: party }, { state: party }]),
  });

/** Feedback on the cases of a party. */
export const listFeedbackOf = (tx: Transaction, known: Known, party: string): Promise<readonly Lived[]> =>
  listLived(tx, known, vatFeedback, { says: [{ asker: party }] });

/** Requests of a party, whatever became of them. */
export const listDrafts = (tx: Transaction, known: Known, party: string): Promise<readonly Lived[]> =>
  listLived(tx, known, vatCaseRequests, { says: [{ party }] });

export async function findOne(tx: Transaction, known: Known, kind: Kind, id: string): Promise<Lived | null> {
  const [found] = await listLived(tx, known, kind, { ids: [id] });
  return found ?? null;
}

export async function findCase(tx: Transaction, known: Known, id: string): Promise<WholeCase | null> {
  const record = await findOne(tx, known, vatCases, id);
  if (record === null) return null;
  const { party, reference } = record.record.body;
  const says = [{ case: id }];
  return {
    record,
    rows: await listLived(tx, known, vatCaseRows, { says }),
    requests: await listLived(tx, known, vatCaseRequests, { says }),
    feedback: await listLived(tx, known, vatFeedback, { says: [{ asker: party, reference }] }),
  };
}

/** What instruments on record name of that which requests of cases ask for; whether it is in force is decided when somebody asks. */
export async function listOpenings(tx: Transaction, known: Known): Promise<ReadonlyMap<string, Opening>> {
  const says = Object.values(operationOf).map((operation) => ({ operation }));
  const found = await allRecords(tx, { ...known, kinds: [provisions.name], says });
  return openingsIn(found.map(({ body }) => body));
}

/** Keeps what a case is opened from; the same is written once. Its hash. */
export async function keepBundle(
  tx: Transaction,
  { register, party }: { readonly register: string; readonly party: string },
  bundle: AlertBundle,
): Promise<string> {
  const sha256 = hashOf(bundle);
  await sql`insert into vat.case_bundle (register, party, sha256, bundle)
    values (${register}, ${party}, ${sha256}, ${canonicalJson(bundle)}::jsonb) on conflict do nothing`.execute(
    tx,
  );
  return sha256;
}

export async function findBundle(
  tx: Transaction,
  { register, party }: { readonly register: string; readonly party: string },
  sha256: string,
): Promise<AlertBundle | null> {
  const { rows } = await sql<{ bundle: AlertBundle }>`
    select bundle from vat.case_bundle
    where register = ${register} and party = ${party} and sha256 = ${sha256}`.execute(tx);
  return rows[0]?.bundle ?? null;
}

export type TakenFile = { readonly state: string; readonly kind: string; readonly sha256: string };

/** Files that were taken in, by their hashes. */
export async function listTaken(
  tx: Transaction,
  register: RegisterId,
  hashes: readonly string[],
): Promise<readonly TakenFile[]> {
  if (hashes.length === 0) return [];
  const { rows } = await sql<TakenFile>`select state, kind, sha256 from vat.file
    where register = ${register} and sha256 = any(${hashes}) order by state, kind, sha256`.execute(tx);
  return rows;
}

/** A file as a form lists it. */
export type ListedFile = TakenFile & { readonly name: string };
/** More than anybody looks through: the newest are offered, and any other is named by its hash. */
const mostListed = 300;

/** Files of which a party's people may open rows (`mayOpen`), the newest first. */
export async function listFilesOpenTo(
  tx: Transaction,
  register: RegisterId,
  party: string,
): Promise<readonly ListedFile[]> {
  const { rows } = await sql<ListedFile>`select state, kind, sha256, name from vat.file
    where register = ${register} and kind = any(${[...tradeKinds]}::text[])
      and (state = ${openBy(party).own} or kind = any(${[...exchangedKinds]}::text[]))
    order by recorded_at desc, state, kind, sha256 limit ${mostListed}`.execute(tx);
  return rows;
}

/** Open cases of a party on a trader, in the order in which they were opened. */
export const listOpenOn = async (
  tx: Transaction,
  known: Known,
  { party, trader }: { readonly party: string; readonly trader: string },
): Promise<readonly Lived[]> =>
  (await listLived(tx, known, vatCases, { says: [{ party, traders: [trader] }] })).filter(
    ({ steps }) => stateAfterSteps<CaseState>(steps, 'open') === 'open',
  );

/** Rows of one file by their numbers, as they stand in its columns. */
export async function readRows(
  analytics: Analytics,
  file: string,
  numbers: readonly number[],
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return analytics.rows(
    `SELECT * EXCLUDE (list, corrected) FROM read_parquet(${quoted(file)})
     WHERE "row" IN (${numbers.map(Math.trunc).join(', ')}) ORDER BY "row"`,
  );
}
