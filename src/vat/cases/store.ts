import { sql } from 'kysely';
import { type Lived, listLived } from '#exchange';
import { canonicalJson } from '#kernel/canonical-json.ts';
import type { RegisterId } from '#kernel/references.ts';
import { type Analytics, quoted } from '#platform/analytics.ts';
import type { Transaction } from '#platform/database/database.ts';
import { hashOf } from '#platform/hash.ts';
import type { Kind, RecordBody } from '#platform/records/kind.ts';
import { allRecords } from '#platform/records/records.ts';
import { provisions } from '#union';
import type { AlertBundle } from '../runs/model.ts';
import { vatCaseRequests, vatCaseRows, vatCases, vatFeedback } from './model.ts';
import { operationOf } from './rules/asked.ts';
import { type Opening, openingsIn } from './rules/opened.ts';

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

/** Feedback of which some parties are one side. */
export const listFeedback = (
  tx: Transaction,
  known: Known,
  parties: Iterable<string>,
): Promise<readonly Lived[]> =>
  listLived(tx, known, vatFeedback, {
    says: [...parties].flatMap((party): RecordBody[] => [{ asker: party }, { state: party }]),
  });

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
