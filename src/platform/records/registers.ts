import { sql } from 'kysely';
import { lastDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import type { Language } from '#kernel/languages.ts';
import type { RegisterId } from '#kernel/references.ts';
import type { Transaction } from '#platform/database/database.ts';
import { registerKind } from '#platform/records/kind.ts';

/** One union's body of records: its identity, the languages of its texts and since when its source says so. */
export type Register = {
  readonly id: RegisterId;
  readonly title: string;
  readonly languages: readonly string[];
  /** The source's horizon: pages open as of this date, and before it nothing of the source is known. */
  readonly knownFrom: PartialDate;
  /** What the file's `meta` says, keys and values as they stand. */
  readonly meta: Readonly<Record<string, unknown>>;
  /** Another one after every write to the register's records or transitions, in whatever database: see `remember`. */
  readonly revision: string;
};

/** What a register is called: in the reader's language where its description says it in that, else as its title stands. */
export function titleOf({ id, meta }: Pick<Register, 'id' | 'meta'>, language: Language): string {
  const said = [meta[language], meta.title].find((one) => typeof one === 'string');
  return typeof said === 'string' ? said : id;
}

/** All loaded registers by their newest description, in order of id, called as in `language`. */
export async function listRegisters(
  tx: Transaction,
  language: Language = 'en',
): Promise<readonly Register[]> {
  const rows = await sql<{
    register: RegisterId;
    known_from: PartialDate;
    body: Record<string, unknown>;
    revision: string;
  }>`
    select distinct on (register) register, known_from, body,
      coalesce((select string_agg(token::text, ' ' order by writer) from platform.register_revision
        where register_revision.register = record.register), '') as revision
    from platform.record
    where kind = ${sql.lit(registerKind)} order by register, known_from_day desc, recorded_at desc, version desc`.execute(
    tx,
  );
  return rows.rows.map(({ register, known_from, body, revision }) => ({
    id: register,
    title: titleOf({ id: register, meta: body }, language),
    languages: Array.isArray(body.languages) ? body.languages.filter((item) => typeof item === 'string') : [],
    knownFrom: known_from,
    meta: body,
    revision,
  }));
}

/**
 * The date that a reader who names none asks as known at: today, or the source's own date while that period still runs.
 * A register that is loaded is known; that its source is dated "2026" must not hide it until New Year.
 */
export function knownNow({ knownFrom }: Register, today: PlainDate): PartialDate {
  return lastDay(knownFrom) > today ? knownFrom : today;
}

/**
 * The date on which a register's pages open: that of its source, which says nothing of later days; today where people work in
 * it (`opens: "today"` in its meta).
 */
export function opensOn({ knownFrom, meta }: Register, today: PlainDate): PartialDate {
  return meta.opens === 'today' ? today : knownFrom;
}

/** Whether nothing has been loaded yet. */
export async function isEmpty(tx: Transaction): Promise<boolean> {
  const held = await sql`select 1 from platform.record limit 1`.execute(tx);
  return held.rows.length === 0;
}
