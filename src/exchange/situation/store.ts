import { sql } from 'kysely';
import { lastDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import { type Clock, todayOn } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Kind, RecordBody } from '#platform/records/kind.ts';
import { allRecords, type StoredRecord } from '#platform/records/records.ts';
import { listKnownSteps, standingOn } from '#platform/records/transitions.ts';
import { authorisations } from '../authorisations/model.ts';
import { authorisationOn, type Held, type Step } from '../authorisations/rules/standing.ts';
import { consents } from '../consents/model.ts';
import { consentOn } from '../consents/rules/standing.ts';
import type { AccessRequest } from '../model.ts';
import { type Authorisation, namesOfficer, type Situation } from '../rules/decide.ts';

/** By what is known on a day. */
export type Known = { readonly register: string; readonly knownAt: PartialDate };

/** Which records: those of these ids, and whose body says this. */
export type Wanted = { readonly ids?: readonly string[]; readonly says?: RecordBody };

/** A record with the steps of its life, in the order in which they were taken. */
export type Lived = { readonly record: StoredRecord; readonly steps: readonly LivedStep[] };
export type LivedStep = Step & { readonly details: Readonly<Record<string, unknown>> };

/** The records of a kind that lives by steps, oldest first. */
export async function listLived(
  tx: Transaction,
  known: Known,
  kind: Kind,
  { says, ...wanted }: Wanted = {},
): Promise<readonly Lived[]> {
  const records = await allRecords(tx, {
    ...known,
    kinds: [kind.name],
    ...wanted,
    ...(says === undefined ? {} : { says: [says] }),
  });
  const subjectOf = ({ id }: StoredRecord) => `${kind.name}/${id}`;
  const steps = await listKnownSteps(tx, known.register, records.map(subjectOf));
  return records.map((record) => ({
    record,
    steps: standingOn(steps.get(subjectOf(record)) ?? [], lastDay(known.knownAt)).map(
      ({ to, effectiveOn, details }) => ({
        to,
        effectiveOn,
        by: String(details.by ?? ''),
        act: String(details.act ?? ''),
        details,
      }),
    ),
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

/** Each with its id, by which its use is written down. */
export type LoadedSituation = Pick<Situation, 'consents'> & {
  readonly authorisations: readonly (Authorisation & { readonly id: string })[];
};

/**
 * What the one who is asked has on record for the decision on a request on a day: whom it has listed by that name and which of the
 * consents that are named it gave. A suspension, closing or withdrawal counts from the day on which it is made. No more than that
 * is loaded, since what a decision was taken from is kept in the log.
 */
export async function loadSituation(
  tx: Transaction,
  {
    register,
    request: { from, to: supplier, consents: named },
    day,
  }: {
    readonly register: string;
    readonly request: Pick<AccessRequest, 'from' | 'to' | 'consents'>;
    readonly day: PlainDate;
  },
): Promise<LoadedSituation> {
  const known = { register, knownAt: day };
  const { party, officer } = from;
  const held =
    officer === undefined ? [] : await listAuthorisations(tx, known, { says: { supplier, party, officer } });
  const given =
    named.length === 0 ? [] : await listLived(tx, known, consents, { ids: named, says: { supplier } });
  return {
    authorisations: held.flatMap((one) => authorisationOn(one, day) ?? []),
    consents: given.flatMap(({ record: { id, body }, steps }) => consentOn({ id, body, steps }, day) ?? []),
  };
}

/**
 * Writes down that a request was allowed by named authorisations: each that names the one who asked, by an instrument of the way in,
 * once a day. To be called where it is decided, in the same transaction; what nobody writes down is dormant one day.
 */
export async function recordUse(
  tx: Transaction,
  clock: Clock,
  {
    register,
    request,
    basis,
    authorisations: held,
  }: Pick<LoadedSituation, 'authorisations'> & {
    readonly register: string;
    readonly request: AccessRequest;
    /** Of the decision that allowed it. */
    readonly basis: readonly string[];
  },
): Promise<void> {
  const day = todayOn(clock);
  const used = held.filter((one) => basis.includes(one.basis) && namesOfficer(one, request, day));
  if (used.length === 0) return;
  await sql`
    insert into exchange.authorisation_use (register, authorisation, used_on)
    select ${register}, id, ${day}::date from unnest(${used.map(({ id }) => id)}::text[]) as one (id)
    on conflict do nothing`.execute(tx);
}
