import { sql } from 'kysely';
import { lastDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import { type Clock, todayOn } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Kind, RecordBody } from '#platform/records/kind.ts';
import type { StoredRecord } from '#platform/records/records.ts';
import { authorisations } from '../authorisations/model.ts';
import { authorisationOn, type Held, type Step } from '../authorisations/rules/standing.ts';
import { consents } from '../consents/model.ts';
import { consentOn } from '../consents/rules/standing.ts';
import type { AccessRequest } from '../model.ts';
import { namesOfficer, type Situation } from '../rules/decide.ts';

/** By what is known on a day; with `recordedBy`, an instant, by what had been written down by then, for who decides again. */
export type Known = {
  readonly register: string;
  readonly knownAt: PartialDate;
  readonly recordedBy?: string | undefined;
};

/** Which records: those of these ids, and whose body says this. */
export type Wanted = { readonly ids?: readonly string[]; readonly says?: RecordBody };

/** A record with the steps of its life, in the order in which they were taken. */
export type Lived = { readonly record: StoredRecord; readonly steps: readonly LivedStep[] };
export type LivedStep = Step & {
  readonly recordedAt: string;
  readonly details: Readonly<Record<string, unknown>>;
};

const before = (column: string, { recordedBy }: Known) =>
  recordedBy === undefined ? sql`true` : sql`${sql.ref(column)} <= ${recordedBy}::timestamptz`;

/** The records of a kind that lives by steps, oldest first. */
export async function listLived(
  tx: Transaction,
  known: Known,
  kind: Kind,
  { ids, says = {} }: Wanted = {},
): Promise<readonly Lived[]> {
  const day = lastDay(known.knownAt);
  const { rows: found } = await sql<{
    id: string;
    position: number;
    known_from: PartialDate;
    recorded_at: Date;
    body: RecordBody;
  }>`
    select * from (
      select distinct on (id) id, position, known_from, recorded_at, body from platform.record
      where register = ${known.register} and kind = ${kind.name} and known_from_day <= ${day}
        and ${ids === undefined ? sql`true` : sql`id = any(${ids})`} and ${before('recorded_at', known)}
      order by id, known_from_day desc, recorded_at desc, version desc
    ) as newest
    where body @> ${JSON.stringify(says)}::jsonb order by position, id`.execute(tx);
  const { rows: taken } = await sql<{
    subject: string;
    to: string;
    on: PartialDate;
    details: Readonly<Record<string, unknown>>;
    recorded_at: Date;
  }>`
    select subject, to_state as "to", effective_on as "on", details, recorded_at from platform.transition step
    where register = ${known.register} and kind = ${kind.name} and subject = any(${found.map(({ id }) => id)})
      and withdraws is null and known_from_day <= ${day} and ${before('step.recorded_at', known)}
      and not exists (select 1 from platform.transition correction where correction.withdraws = step.id
        and correction.known_from_day <= ${day} and ${before('correction.recorded_at', known)})
    order by effective_last, recorded_at, id`.execute(tx);
  const stepsOf = Map.groupBy(taken, ({ subject }) => subject);
  return found.map(({ id, position, known_from: knownFrom, recorded_at: recordedAt, body }) => ({
    record: { kind: kind.name, id, position, knownFrom, recordedAt: recordedAt.toISOString(), body },
    steps: (stepsOf.get(id) ?? []).map(({ to, on, details, recorded_at: at }) => ({
      to,
      effectiveOn: on,
      by: String(details.by ?? ''),
      act: String(details.act ?? ''),
      details,
      recordedAt: at.toISOString(),
    })),
  }));
}

/** Named authorisations with all that their standing is told from. */
export async function listAuthorisations(
  tx: Transaction,
  known: Known,
  wanted: Wanted = {},
): Promise<readonly (Held & Lived)[]> {
  const lived = await listLived(tx, known, authorisations, wanted);
  const ids = lived.map(({ record }) => record.id);
  const { rows } = await sql<{ authorisation: string; last: PlainDate }>`
    select authorisation, max(used_on) as last from exchange.authorisation_use
    where register = ${known.register} and authorisation = any(${ids}) and used_on <= ${lastDay(known.knownAt)}
    group by authorisation`.execute(tx);
  const lastUse = new Map(rows.map(({ authorisation, last }) => [authorisation, last]));
  return lived.map(({ record, steps }) => ({
    id: record.id,
    body: record.body,
    lastUse: lastUse.get(record.id) ?? null,
    record,
    steps,
  }));
}

/** The one who is asked, the day on which it is decided, and by what was known and written down. */
export type SituationMoment = Omit<Known, 'register'> & {
  readonly supplier: string;
  readonly day: PlainDate;
};

export type LoadedSituation = Pick<Situation, 'consents'> & {
  readonly authorisations: readonly (Situation['authorisations'][number] & { readonly id: string })[];
};

/**
 * What a supplier has on record for a decision of that day: whom it has listed and what it consented to. A suspension, closing or
 * withdrawal counts from the day on which it is made. With `asked`, only what that request can need.
 */
export async function loadSituation(
  tx: Transaction,
  register: string,
  { supplier, day, ...moment }: SituationMoment,
  asked?: Pick<AccessRequest, 'from' | 'consents'>,
): Promise<LoadedSituation> {
  const known = { register, ...moment };
  const { party, officer } = asked?.from ?? {};
  const narrow = party === undefined ? {} : { party, officer: officer ?? null };
  const held =
    asked !== undefined && officer === undefined
      ? []
      : await listAuthorisations(tx, known, { says: { supplier, ...narrow } });
  const given = await listLived(tx, known, consents, {
    says: { supplier },
    ...(asked === undefined ? {} : { ids: asked.consents }),
  });
  return {
    authorisations: held.flatMap((one) => authorisationOn(one, day) ?? []),
    consents: given.flatMap(({ record: { id, body }, steps }) => consentOn({ id, body, steps }, day) ?? []),
  };
}

/**
 * Writes down that a request was answered by a named authorisation: by each that names the one who asked, once a day. To be called
 * where the answer is given, in its transaction.
 */
export async function recordUse(
  tx: Transaction,
  clock: Clock,
  register: string,
  request: AccessRequest,
  { authorisations: held }: Pick<LoadedSituation, 'authorisations'>,
): Promise<void> {
  const day = todayOn(clock);
  const used = held.filter((one) => namesOfficer(one, request, day)).map(({ id }) => id);
  if (used.length === 0) return;
  await sql`
    insert into exchange.authorisation_use (register, authorisation, used_on)
    select ${register}, id, ${day}::date from unnest(${used}::text[]) as one (id) on conflict do nothing`.execute(
    tx,
  );
}
