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

/** Which records: those of these ids, and whose body says one of these. */
export type Wanted = { readonly ids?: readonly string[]; readonly says?: readonly RecordBody[] };

/** A record with the steps of its life, in the order in which they were taken. */
export type Lived = { readonly record: StoredRecord; readonly steps: readonly LivedStep[] };
/** `recordedAt`: when this node took it down; absent of what another node told. */
export type LivedStep = Step & {
  readonly details: Readonly<Record<string, unknown>>;
  readonly recordedAt?: string;
};

/** The records of a kind that lives by steps, oldest first. */
export async function listLived(
  tx: Transaction,
  known: Known,
  kind: Kind,
  wanted: Wanted = {},
): Promise<readonly Lived[]> {
  const records = await allRecords(tx, { ...known, kinds: [kind.name], ...wanted });
  const subjectOf = ({ id }: StoredRecord) => `${kind.name}/${id}`;
  const steps = await listKnownSteps(tx, known.register, records.map(subjectOf));
  return records.map((record) => ({
    record,
    steps: standingOn(steps.get(subjectOf(record)) ?? [], lastDay(known.knownAt)).map(
      ({ to, effectiveOn, details, recordedAt }) => ({
        to,
        effectiveOn,
        recordedAt,
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

/** On which days authorisations were used, the last first. */
export async function listUseDays(
  tx: Transaction,
  register: string,
  ids: readonly string[],
): Promise<readonly { readonly authorisation: string; readonly usedOn: PlainDate }[]> {
  const { rows } = await sql<{ authorisation: string; used_on: PlainDate }>`
    select authorisation, used_on from exchange.authorisation_use
    where register = ${register} and authorisation = any(${ids}) order by used_on desc, authorisation`.execute(
    tx,
  );
  return rows.map(({ authorisation, used_on }) => ({ authorisation, usedOn: used_on }));
}

/** Each with its id, by which its use is written down. */
export type LoadedSituation = Pick<Situation, 'consents'> & {
  readonly authorisations: readonly (Authorisation & { readonly id: string })[];
};

/** Whose records are wanted; `named`: of the officers, too, who are listed by name. */
export type SituationWanted = {
  readonly register: string;
  readonly request: Pick<AccessRequest, 'from' | 'to' | 'consents'>;
  readonly named: boolean;
};

/**
 * What those who are asked have on record for the decision on each request on a day: whom they have listed by that name and which of
 * the consents that are named they gave. A suspension, closing or withdrawal counts from the day on which it is made. No more than
 * that is loaded, since what a decision was taken from is kept in the log.
 */
export async function loadSituations(
  tx: Transaction,
  wanted: readonly SituationWanted[],
  day: PlainDate,
): Promise<readonly LoadedSituation[]> {
  const found = new Map<SituationWanted, LoadedSituation>();
  for (const [register, each] of Map.groupBy(wanted, (one) => one.register)) {
    const known = { register, knownAt: day };
    const officers = each.flatMap(({ named, request: { from, to: supplier } }) =>
      named && from.officer !== undefined ? [{ supplier, party: from.party, officer: from.officer }] : [],
    );
    const ids = each.flatMap(({ request }) => request.consents);
    const held = officers.length === 0 ? [] : await listAuthorisations(tx, known, { says: officers });
    const given = ids.length === 0 ? [] : await listLived(tx, known, consents, { ids });
    for (const one of each) {
      const { from, to, consents: named } = one.request;
      const isOfOfficer = ({ body }: Held) =>
        one.named && body.supplier === to && body.party === from.party && body.officer === from.officer;
      found.set(one, {
        authorisations: held.filter(isOfOfficer).flatMap((listed) => authorisationOn(listed, day) ?? []),
        consents: given
          .filter(({ record: { id, body } }) => body.supplier === to && named.includes(id))
          .flatMap(({ record: { id, body }, steps }) => consentOn({ id, body, steps }, day) ?? []),
      });
    }
  }
  return wanted.map((one) => found.get(one) ?? { authorisations: [], consents: [] });
}

/** One request's, allowed on the strength of the records that were loaded for it. */
export type AllowedUse = Pick<LoadedSituation, 'authorisations'> & {
  readonly register: string;
  readonly request: AccessRequest;
  /** Of the decision that allowed it. */
  readonly basis: readonly string[];
};

/**
 * Writes down that requests were allowed by named authorisations: each that names the one who asked, by an instrument of the way in,
 * once a day. To be called where it is decided, in the same transaction; what nobody writes down is dormant one day.
 */
export async function recordUses(
  tx: Transaction,
  clock: Clock,
  allowed: readonly AllowedUse[],
): Promise<void> {
  const day = todayOn(clock);
  const used = allowed.flatMap(({ register, request, basis, authorisations: held }) =>
    held
      .filter((one) => basis.includes(one.basis) && namesOfficer(one, request, day))
      .map(({ id }) => ({ register, id })),
  );
  if (used.length === 0) return;
  await sql`
    insert into exchange.authorisation_use (register, authorisation, used_on)
    select register, id, ${day}::date
    from unnest(${used.map(({ register }) => register)}::text[], ${used.map(({ id }) => id)}::text[]) as one (register, id)
    on conflict do nothing`.execute(tx);
}
