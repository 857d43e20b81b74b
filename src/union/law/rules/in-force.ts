import { type Certainty, isOnOrBefore, lastDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import { type BindingWay, endedStates } from '../model.ts';

/**
 * All that decides whether something binds, with when each of it was known: plain data, so that it can travel in a feed and an
 * old decision can be taken again from it. Versions stand in the order in which they were written, steps in any.
 */
export type RegisterSnapshot = {
  readonly register: string;
  readonly instruments: Readonly<Record<string, InstrumentHistory>>;
  readonly provisions: Readonly<Record<string, readonly ProvisionVersion[]>>;
};

export type InstrumentHistory = {
  readonly versions: readonly InstrumentVersion[];
  readonly steps: readonly SnapshotStep[];
};

export type InstrumentVersion = {
  readonly knownOn: PlainDate;
  /** Null: it is not said who its parties are. */
  readonly parties: readonly string[] | null;
  readonly boundBy: BindingWay | null;
  /** Instruments that must be in force, too. */
  readonly basedOn: readonly string[];
  /** The articles of another that it carries out: an agreement without which these give nothing. */
  readonly implements: { readonly instrument: string; readonly articles: readonly string[] } | null;
};

/** A step of one of its lifecycles: `state`, `consent/NL` or `bound/NL` (a party's own beginning and end). */
export type SnapshotStep = {
  readonly axis: string;
  readonly to: string;
  readonly effectiveOn: PartialDate;
  /** Seen to be so on that day; since when is not known. */
  readonly observed: boolean;
  readonly knownOn: PlainDate;
  /** From when it counts no longer. */
  readonly withdrawnOn: PlainDate | null;
};

export type ProvisionVersion = {
  readonly knownOn: PlainDate;
  readonly instrument: string;
  readonly article: string | null;
  readonly operation: string;
  /** Which edition of the conditions, and the conditions themselves, which nobody here reads. */
  readonly edition: number | null;
  readonly conditions: Readonly<Record<string, unknown>> | null;
  readonly from: PartialDate | null;
  /** The first day on which it holds no longer. */
  readonly until: PartialDate | null;
};

export type Subject = { readonly kind: 'instruments' | 'provisions'; readonly id: string };

export const closedReasons = [
  'not_yet_in_force',
  'ended',
  'not_a_party',
  'not_consented',
  'party_not_yet',
  'party_ended',
] as const;
export const doubtReasons = [
  'not_known',
  'entry_not_stated',
  'date_imprecise',
  'parties_not_stated',
  'consent_not_stated',
  'circular',
] as const;
export type ForceReason = {
  readonly code: (typeof closedReasons)[number] | (typeof doubtReasons)[number];
  /** What it is about: that itself, or one of those on which it rests. */
  readonly subject: Subject;
  readonly party: string | null;
};
export type InForce =
  | { readonly answer: 'yes' }
  | { readonly answer: 'no' | 'unknown'; readonly reasons: readonly ForceReason[] };

/**
 * Whether an instrument or a provision is in force between these parties on a day, by what was known on another. No: something
 * certainly closes it, and all that does is named. Unknown: nothing does, but a date or fact is not known well enough.
 * Never yes by want of a fact. It ends on the very day on which it, one of its parties or what it rests on ends.
 */
export function inForce(
  snapshot: RegisterSnapshot,
  subject: Subject,
  parties: readonly string[],
  validAt: PlainDate,
  knownAt: PlainDate,
): InForce {
  const found = reasonsAgainst({ snapshot, parties, validAt, knownAt }, subject, []);
  const closed = found.filter(({ code }) => (closedReasons as readonly string[]).includes(code));
  if (closed.length > 0) return { answer: 'no', reasons: closed };
  return found.length > 0 ? { answer: 'unknown', reasons: found } : { answer: 'yes' };
}

type Question = {
  readonly snapshot: RegisterSnapshot;
  readonly parties: readonly string[];
  readonly validAt: PlainDate;
  readonly knownAt: PlainDate;
};

function reasonsAgainst(
  question: Question,
  subject: Subject,
  path: readonly Subject[],
): readonly ForceReason[] {
  const because = (code: ForceReason['code'], party: string | null = null) => ({ code, subject, party });
  if (path.some(({ kind, id }) => kind === subject.kind && id === subject.id)) return [because('circular')];
  const { snapshot, validAt, knownAt } = question;
  const on = (id: string) => reasonsAgainst(question, { kind: 'instruments', id }, [...path, subject]);
  if (subject.kind === 'provisions') {
    const provision = versionAt(ownOf(snapshot.provisions, subject.id) ?? [], knownAt);
    if (provision === null) return [because('not_known')];
    return [
      ...named(provision.from === null ? 'yes' : isOnOrBefore(provision.from, validAt), {
        no: because('not_yet_in_force'),
        unknown: because('date_imprecise'),
      }),
      ...named(not(provision.until === null ? 'no' : isOnOrBefore(provision.until, validAt)), {
        no: because('ended'),
        unknown: because('date_imprecise'),
      }),
      ...on(provision.instrument),
    ];
  }
  const history = ownOf(snapshot.instruments, subject.id);
  const version = versionAt(history?.versions ?? [], knownAt);
  if (history === undefined || version === null) return [because('not_known')];
  const steps = history.steps.filter(
    ({ knownOn, withdrawnOn }) => knownOn <= knownAt && (withdrawnOn === null || withdrawnOn > knownAt),
  );
  return [
    ...lifeOf(steps, validAt).map((code) => because(code)),
    ...question.parties.flatMap((party) =>
      partOf(party, version, steps, validAt).map((code) => because(code, party)),
    ),
    ...version.basedOn.flatMap(on),
  ];
}

/** What keeps the instrument itself from being in force. */
function lifeOf(steps: readonly SnapshotStep[], day: PlainDate): readonly ForceReason['code'][] {
  const life = steps.filter(({ axis }) => axis === 'state');
  const ended = happened(
    life.filter(({ to }) => (endedStates as readonly string[]).includes(to)),
    day,
  );
  // What has ended stays so, whatever is written of it besides.
  if (ended === 'yes') return ['ended'];
  const doubt = ended === 'unknown' ? (['date_imprecise'] as const) : [];
  const entries = life.filter(({ to }) => to === 'in_force');
  const begun = happened(entries, day);
  if (begun === 'yes') return doubt;
  if (begun === 'unknown') return ['date_imprecise'];
  // A source that gives no date of entry does not say that there was none; where the whole life is on record, it does.
  return entries.length > 0 || isKept(steps) ? ['not_yet_in_force'] : ['entry_not_stated'];
}

/** What keeps it from binding one party. */
function partOf(
  party: string,
  { parties, boundBy }: InstrumentVersion,
  steps: readonly SnapshotStep[],
  day: PlainDate,
): readonly ForceReason['code'][] {
  if (parties === null) return ['parties_not_stated'];
  if (!parties.includes(party)) return ['not_a_party'];
  const on = (axis: string, to: readonly string[]) =>
    steps.filter((step) => step.axis === `${axis}/${party}` && to.includes(step.to));
  const consents = on('consent', boundBy === 'ratification' ? ['ratified'] : ['signed', 'ratified']);
  const needsConsent = boundBy === 'signature' || boundBy === 'ratification';
  const consented = needsConsent ? happened(consents, day) : 'yes';
  const begins = on('bound', ['bound']);
  const begun = begins.length === 0 ? 'yes' : happened(begins, day);
  return [
    ...named(consented, {
      no: consents.length > 0 || isKept(steps) ? 'not_consented' : 'consent_not_stated',
      unknown: 'date_imprecise',
    } as const),
    ...named(begun, { no: 'party_not_yet', unknown: 'date_imprecise' } as const),
    ...named(not(happened(on('bound', ['released']), day)), {
      no: 'party_ended',
      unknown: 'date_imprecise',
    } as const),
  ];
}

/** Whether one of the steps has been taken by the day. A sight of a later day leaves open since when. */
function happened(steps: readonly SnapshotStep[], day: PlainDate): Certainty {
  if (steps.some(({ effectiveOn }) => lastDay(effectiveOn) <= day)) return 'yes';
  return steps.some(({ effectiveOn, observed }) => observed || isOnOrBefore(effectiveOn, day) === 'unknown')
    ? 'unknown'
    : 'no';
}

/** Drafted here, so that each of its steps would be on record. */
function isKept(steps: readonly SnapshotStep[]): boolean {
  return steps.some(({ axis, to }) => axis === 'state' && to === 'draft');
}

function versionAt<Version extends { readonly knownOn: PlainDate }>(
  versions: readonly Version[],
  knownAt: PlainDate,
): Version | null {
  return versions.findLast(({ knownOn }) => knownOn <= knownAt) ?? null;
}

/** `constructor` is no id of the register. */
function ownOf<Held>(held: Readonly<Record<string, Held>>, id: string): Held | undefined {
  return Object.hasOwn(held, id) ? held[id] : undefined;
}

function named<Reason>(
  certainty: Certainty,
  reasons: { readonly no: Reason; readonly unknown: Reason },
): readonly Reason[] {
  return certainty === 'yes' ? [] : [reasons[certainty]];
}

function not(certainty: Certainty): Certainty {
  if (certainty === 'unknown') return 'unknown';
  return certainty === 'yes' ? 'no' : 'yes';
}
