import { addMonths, type PlainDate } from '#kernel/dates.ts';
import type { AccessRequest, Condition, ConsentPurpose, QuotaHolder } from '../model.ts';
import { type ClosedReason, candidatesFor, coveredBy, type Demand, type Law, standingOf } from './law.ts';

/** An officer who is listed by name for a data set. Days on which something holds; null: not, or not yet. */
export type Authorisation = {
  readonly officer: string;
  readonly party: string;
  readonly dataSet: string;
  /** Only when asked by this service or from this place; null: it says no more of that than the law does. */
  readonly service: string | null;
  readonly place: string | null;
  /** The instrument by which the officer is listed: it counts only where that is one of those by which the operation is open. */
  readonly basis: string;
  readonly from: PlainDate;
  /** The first day on which it holds no longer. */
  readonly until: PlainDate | null;
  readonly suspendedOn: PlainDate | null;
  readonly reviewedOn: PlainDate | null;
  readonly trainedOn: PlainDate | null;
  readonly screenedOn: PlainDate | null;
};

/** What a supplier agreed to in writing, already verified: whose signature it bears is not asked here. */
export type Consent = {
  readonly id: string;
  readonly supplier: string;
  readonly receiver: string;
  readonly to: ConsentPurpose;
  /** By which the data were had. */
  readonly instrument: string;
  /** Null: all that was had by it. */
  readonly dataSet: string | null;
  readonly case: string;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
};

/** All that a decision is taken from, besides the request: the law, and what the one who is asked has on record. */
export type Situation = {
  readonly law: Law;
  /** Null: whoever is asked keeps them and will look; here they stand against nobody. */
  readonly authorisations: readonly Authorisation[] | null;
  /** Those that were shown, or that the asker can show. Null, in logs from before they were: they stand against nobody. */
  readonly consents: readonly Consent[] | null;
  /** How long ago the register's keeper last said that this is all of the law; absent: it is the keeper's own. In seconds. */
  readonly copy?: { readonly age: number; readonly atMost: number };
  /** How often a holder asked for what this provision gives, in so many days up to now. */
  readonly used: (holder: QuotaHolder, provision: string, days: number) => number;
};

/** The moment by the clock of the union's time zone. */
export type Now = { readonly day: PlainDate; readonly minute: number };

/** What a request did not meet: the condition, never what was given, which may be of a person. */
export type UnmetReason = { readonly code: 'not_met' | 'not_stated' } & Demand;
export type Reason =
  | ClosedReason
  | UnmetReason
  | {
      readonly code: 'no_provision';
      readonly instrument: string;
      readonly article: string | null;
      readonly operation: string | null;
    }
  /** The law may have changed since, so that nothing is open by it. */
  | { readonly code: 'register_copy_old'; readonly minutes: number; readonly atMost: number };

export type Decision =
  | { readonly outcome: 'allowed'; readonly provision: string; readonly basis: readonly string[] }
  | { readonly outcome: 'denied'; readonly reasons: readonly Reason[] };

/**
 * Whether a request is answered. Only where a provision of an instrument in force between the two opens it now and every
 * condition is met; otherwise all the reasons why not, of every way that was tried.
 */
export function decide(request: AccessRequest, situation: Situation, now: Now): Decision {
  const { law, copy } = situation;
  if (copy !== undefined && copy.age > copy.atMost) {
    const [minutes, atMost] = [Math.floor(copy.age / 60), Math.floor(copy.atMost / 60)];
    return { outcome: 'denied', reasons: [{ code: 'register_copy_old', minutes, atMost }] };
  }
  const { instrument, article = null, operation } = request;
  const provisions = candidatesFor(law, instrument, request);
  if (provisions.length === 0)
    return { outcome: 'denied', reasons: [{ code: 'no_provision', instrument, article, operation }] };
  const reasons: Reason[] = [];
  for (const provision of provisions) {
    const standing = standingOf(law, provision, request.from.party, request.to, now.day);
    reasons.push(...standing.reasons);
    for (const { basis, demands } of standing.paths) {
      const unmet = demands.flatMap((demand) => unmetBy(demand, request, situation, now, basis));
      if (unmet.length === 0) return { outcome: 'allowed', provision, basis };
      reasons.push(...unmet);
    }
  }
  return { outcome: 'denied', reasons };
}

/** Whose questions must have been counted, over which days, and under which provisions they were allowed. */
export type Quota = {
  readonly provision: string;
  readonly per: QuotaHolder;
  readonly days: number;
  readonly counted: readonly string[];
};

/** What must have been looked up before a request can be decided: the records of who asks, and what was used of quotas. */
export function demandedOf(
  request: AccessRequest,
  law: Law,
  day: PlainDate,
): { readonly named: boolean; readonly quotas: readonly Quota[] } {
  const demands = candidatesFor(law, request.instrument, request).flatMap((provision) =>
    standingOf(law, provision, request.from.party, request.to, day).paths.flatMap((path) => path.demands),
  );
  const each = demands.flatMap(({ condition, provision }) =>
    (condition.type === 'any_of' ? condition.of : [condition]).map((one) => ({ condition: one, provision })),
  );
  return {
    named: each.some(({ condition }) => namedConditions.includes(condition.type)),
    quotas: each.flatMap(({ condition, provision }) =>
      condition.type === 'quota'
        ? [{ provision, per: condition.per, days: condition.days, counted: coveredBy(law, provision) }]
        : [],
    ),
  };
}

/** Those that only who is listed by name can meet. */
const namedConditions: readonly string[] = ['authorisation', 'training', 'screening'];

function unmetBy(
  { condition, provision }: Demand,
  request: AccessRequest,
  situation: Situation,
  now: Now,
  basis: readonly string[],
): readonly UnmetReason[] {
  if (condition.type === 'any_of') {
    const each = condition.of.map((one) =>
      unmetBy({ condition: one, provision }, request, situation, now, basis),
    );
    if (each.some((unmet) => unmet.length === 0)) return [];
    // One of them would do: a reason for each would ask for all.
    const isOpen = each.flat().some(({ code }) => code === 'not_stated');
    return [{ code: isOpen ? 'not_stated' : 'not_met', condition, provision }];
  }
  const answer = meets(condition, provision, request, situation, now, basis);
  if (answer === 'yes') return [];
  const code = answer === 'no' ? 'not_met' : 'not_stated';
  return [{ code, condition, provision }];
}

/** Whether an authorisation names the one who asks, for what is asked, on that day; of the way in see `decide`. */
export function namesOfficer(
  one: Authorisation,
  { from, data_set: dataSet, place }: AccessRequest,
  day: PlainDate,
) {
  return (
    one.officer === from.officer &&
    one.party === from.party &&
    one.dataSet === dataSet &&
    (one.service === null || one.service === from.service) &&
    (one.place === null || one.place === place) &&
    one.from <= day &&
    (one.until === null || day < one.until) &&
    (one.suspendedOn === null || day < one.suspendedOn)
  );
}

type Answer = 'yes' | 'no' | 'not_stated';
type Simple = Exclude<Condition, { readonly type: 'any_of' }>;

function meets(
  condition: Simple,
  provision: string,
  request: AccessRequest,
  { authorisations, consents, used }: Situation,
  { day, minute }: Now,
  basis: readonly string[],
): Answer {
  const listed = () =>
    (authorisations ?? []).filter((one) => basis.includes(one.basis) && namesOfficer(one, request, day));
  const named = (holds: (one: Authorisation) => boolean): Answer =>
    authorisations === null
      ? 'yes'
      : request.from.officer === undefined || request.data_set === undefined
        ? 'not_stated'
        : yes(listed().some(holds));
  switch (condition.type) {
    // The one that opens the way was found before; a further one is none that a request could bring.
    case 'agreement':
      return 'no';
    case 'purpose':
      return among(request.purpose, condition.among);
    case 'data_set':
      return among(request.data_set, condition.among ?? []);
    case 'service':
      return among(request.from.service, condition.among);
    case 'function':
      return among(request.from.function, condition.among);
    case 'offence':
      return among(request.offence, condition.among);
    case 'place':
      return among(request.place, condition.among ?? []);
    case 'case_reference':
      return request.case === undefined ? 'not_stated' : 'yes';
    case 'stated':
      return request.stated.includes(condition.what) ? 'yes' : 'not_stated';
    case 'authorisation': {
      const months = condition.reviewed_within_months;
      const since = months === undefined ? null : addMonths(day, -months);
      return named(({ reviewedOn, from }) => since === null || (reviewedOn ?? from) >= since);
    }
    case 'training':
      return named(({ trainedOn }) => trainedOn !== null && trainedOn <= day);
    case 'screening':
      return named(({ screenedOn }) => screenedOn !== null && screenedOn <= day);
    case 'hours': {
      const [from, until] = [minuteOf(condition.from), minuteOf(condition.until)];
      return yes(from <= until ? from <= minute && minute < until : from <= minute || minute < until);
    }
    case 'quota':
      return yes(used(condition.per, provision, condition.days) < condition.at_most);
    case 'consent':
      return request.case === undefined || request.consents.length === 0
        ? 'not_stated'
        : consents === null
          ? 'yes'
          : yes(
              consents.some(
                ({ id, supplier, receiver, to, instrument, dataSet, case: file, from, until }) =>
                  request.consents.includes(id) &&
                  supplier === request.to &&
                  receiver === request.from.party &&
                  to === condition.to &&
                  instrument === request.instrument &&
                  (dataSet === null || dataSet === request.data_set) &&
                  file === request.case &&
                  from <= day &&
                  (until === null || day < until),
              ),
            );
  }
}

function among(given: string | undefined, words: readonly string[]): Answer {
  return given === undefined ? 'not_stated' : yes(words.includes(given));
}

function yes(holds: boolean): Answer {
  return holds ? 'yes' : 'no';
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
