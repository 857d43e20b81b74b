import type { PartialDate, PlainDate } from '#kernel/dates.ts';
import { type ForceReason, inForce, type RegisterSnapshot, type Subject } from '#union';
import { type AnswerShape, type Condition, Conditions, conditionsEdition } from '../model.ts';

/** A condition, and the provision that sets it. */
export type Demand = { readonly condition: Condition; readonly provision: string };

/** One way in: all that must be in force for it, and all that a request must meet on it. */
export type Path = { readonly basis: readonly string[]; readonly demands: readonly Demand[] };

/** Why a provision opens nothing between two parties on a day. */
export type ClosedReason =
  | { readonly code: 'provision_unknown'; readonly provision: string }
  | { readonly code: 'conditions_unreadable'; readonly provision: string }
  | ({ readonly code: 'not_in_force'; readonly provision: string } & Pick<
      ForceReason,
      'subject' | 'party'
    > & {
        readonly why: ForceReason['code'];
      })
  | {
      readonly code: 'no_agreement';
      readonly provision: string;
      /** The article that asks for one. */
      readonly article: string;
      readonly instrument: string;
      readonly parties: readonly [string, string];
      /** Those that there are, and why each does not serve. */
      readonly candidates: readonly {
        readonly instrument: string;
        readonly reasons: readonly ForceReason[];
      }[];
    };

export type Standing = {
  readonly paths: readonly Path[];
  /** Empty where there is a path. */
  readonly reasons: readonly ClosedReason[];
};

/** A provision as it was known, its conditions read. */
export type Read = {
  readonly id: string;
  readonly instrument: string;
  readonly article: string | null;
  readonly operation: string;
  /** An agreement's own provision opens nothing by itself: it says more of an article that the agreement carries out. */
  readonly adds: { readonly instrument: string; readonly article: string | null } | null;
  readonly from: PartialDate | null;
  /** The first day on which it holds no longer. */
  readonly until: PartialDate | null;
  /** Null: of another edition, or written wrongly. */
  readonly conditions: readonly Condition[] | null;
  /** Null: answers may look as they are. */
  readonly answer: AnswerShape | null;
  /** The same with what stands beside them: duties, periods, the source's words. */
  readonly said: Conditions | null;
};

/** The register as it was known on a day, ready to be asked: conditions read, provisions and agreements found by what they open. */
export type Law = {
  readonly snapshot: RegisterSnapshot;
  readonly knownAt: PlainDate;
  readonly provision: ReadonlyMap<string, Read>;
  /** By instrument. */
  readonly provisions: ReadonlyMap<string, readonly Read[]>;
  /** Ids of those that open an operation, by `instrument/operation`. */
  readonly opening: ReadonlyMap<string, readonly string[]>;
  /** Instruments that implement an article of another, by `instrument/article`: one article each, as `10` of `9, 10, 11`. */
  readonly agreements: ReadonlyMap<string, readonly string[]>;
  /** What was found of a provision, two parties and a day, since the same is asked over and over. */
  readonly found: Map<string, Standing>;
};

/** Operation of provisions that hold for all operations of their instrument (police treaty 2018, art. 4(5)). */
export const everyOperation = '*';

/** Answers that are kept before the oldest are forgotten: a day of every provision between every pair of twenty parties. */
const keptStandings = 400_000;

/** Whether nobody can ask for it: it opens nothing, and no request is decided by it. */
export const isRule = ({ said }: Pick<Read, 'said'>) => said?.rule === true;

export function readLaw(snapshot: RegisterSnapshot, knownAt: PlainDate): Law {
  const written = Object.entries(snapshot.provisions).flatMap(([id, versions]): readonly Written[] => {
    const version = versions.findLast(({ knownOn }) => knownOn <= knownAt);
    if (version === undefined) return [];
    const { edition, conditions, instrument, article, operation, from, until } = version;
    const said = (edition === conditionsEdition ? Conditions.safeParse(conditions).data : undefined) ?? null;
    const { all = null, answer = null } = said ?? {};
    return [{ id, instrument, article, operation, from, until, conditions: all, answer, said }];
  });
  const carried = new Map(
    Object.entries(snapshot.instruments).flatMap(([id, { versions }]) => {
      const implemented = versions.findLast(({ knownOn }) => knownOn <= knownAt)?.implements ?? null;
      return implemented === null ? [] : [[id, implemented]];
    }),
  );
  const agreements = [...carried].flatMap(([id, { instrument, articles }]) =>
    articles.map((article) => ({ id, of: `${instrument}/${article}` })),
  );
  const adds = ({ instrument, operation }: Written): Read['adds'] => {
    const of = carried.get(instrument);
    const above = written.find(
      (one) =>
        one.instrument === of?.instrument &&
        one.operation === operation &&
        articlesIn(one).some((article) => of.articles.includes(article)),
    );
    return above === undefined ? null : { instrument: above.instrument, article: above.article };
  };
  const read = written.map((one): Read => ({ ...one, adds: adds(one) }));
  return {
    snapshot,
    knownAt,
    provision: new Map(read.map((one) => [one.id, one])),
    provisions: Map.groupBy(read, ({ instrument }) => instrument),
    opening: idsBy(
      read.filter((one) => one.operation !== everyOperation && one.adds === null && !isRule(one)),
      ({ instrument, operation }) => `${instrument}/${operation}`,
    ),
    agreements: idsBy(agreements, ({ of }) => of),
    found: new Map(),
  };
}

type Written = Omit<Read, 'adds'>;

/** The articles of a provision, which may rest on several: `9, 10, 11`. */
export function articlesIn({ article }: Pick<Read, 'article'>): readonly string[] {
  return article === null ? [] : article.split(/\s*,\s*/);
}

function idsBy<One extends { readonly id: string }>(
  found: readonly One[],
  keyOf: (one: One) => string,
): ReadonlyMap<string, readonly string[]> {
  return new Map([...Map.groupBy(found, keyOf)].map(([key, group]) => [key, group.map(({ id }) => id)]));
}

/** All that is known of an instrument; undefined: the register does not have it. */
export function historyOf({ snapshot }: Law, instrument: string) {
  return Object.hasOwn(snapshot.instruments, instrument) ? snapshot.instruments[instrument] : undefined;
}

/** An instrument as it was known on the day of the law. */
export function versionOf(law: Law, instrument: string) {
  return historyOf(law, instrument)?.versions.findLast(({ knownOn }) => knownOn <= law.knownAt);
}

/**
 * Ids of the provisions by which an operation of an instrument could be open, or of those of one article, in the register's order.
 * None of those that only add to another's, or the conditions of that other would be gone round.
 */
export function candidatesFor(
  law: Law,
  instrument: string,
  asked: { readonly operation?: string | undefined; readonly article?: string | undefined },
): readonly string[] {
  const { operation, article } = asked;
  const opening =
    operation === undefined
      ? (law.provisions.get(instrument) ?? []).flatMap((one) =>
          one.operation === everyOperation || one.adds !== null || isRule(one) ? [] : [one.id],
        )
      : (law.opening.get(`${instrument}/${operation}`) ?? []);
  if (article === undefined) return opening;
  return opening.filter((id) => {
    const read = law.provision.get(id);
    return read !== undefined && (read.article === article || articlesIn(read).includes(article));
  });
}

/**
 * Ids of the provisions by which it is open what the conditions of one are set for: itself; all of its instrument where it holds for
 * every operation; and where its instrument implements articles of another, those of these, too.
 */
export function coveredBy(law: Law, provision: string): readonly string[] {
  const read = law.provision.get(provision);
  if (read === undefined) return [];
  const implemented = versionOf(law, read.instrument)?.implements ?? null;
  if (implemented === null && read.operation !== everyOperation) return [provision];
  const of = law.provisions.get(read.instrument) ?? [];
  const above = (law.provisions.get(implemented?.instrument ?? '') ?? []).filter((one) =>
    articlesIn(one).some((article) => implemented?.articles.includes(article)),
  );
  return [...of, ...above].flatMap(({ id, operation }) =>
    operation !== everyOperation && [everyOperation, operation].includes(read.operation) ? [id] : [],
  );
}

/** Whether a provision is open between two parties on a day, by which ways, or all the reasons why by none. */
export function standingOf(
  law: Law,
  provision: string,
  from: string,
  to: string,
  validAt: PlainDate,
): Standing {
  const key = `${provision}\n${from}\n${to}\n${validAt}`;
  const kept = law.found.get(key);
  if (kept !== undefined) return kept;
  const standing = findStanding(law, provision, from, to, validAt);
  if (law.found.size >= keptStandings) law.found.clear();
  law.found.set(key, standing);
  return standing;
}

function findStanding(law: Law, id: string, from: string, to: string, validAt: PlainDate): Standing {
  const parties = from === to ? [from] : [from, to];
  const provision = law.provision.get(id);
  if (provision === undefined) return { paths: [], reasons: [{ code: 'provision_unknown', provision: id }] };
  const of = law.provisions.get(provision.instrument) ?? [];

  const force = (subject: Subject) => inForce(law.snapshot, subject, parties, validAt, law.knownAt);
  const closed = (read: Read): readonly ClosedReason[] => {
    const found = force({ kind: 'provisions', id: read.id });
    const reasons = found.answer === 'yes' ? [] : found.reasons;
    return [
      ...reasons.map(({ code, subject, party }): ClosedReason => {
        return { code: 'not_in_force', provision: read.id, why: code, subject, party };
      }),
      ...(read.conditions === null ? [{ code: 'conditions_unreadable', provision: read.id } as const] : []),
    ];
  };
  // What only demands more holds until it is certain that it does not.
  const demanding = (reads: readonly Read[]) =>
    reads.filter((read) => force({ kind: 'provisions', id: read.id }).answer !== 'no');
  const unreadable = (reads: readonly Read[]) =>
    reads.flatMap((read): readonly ClosedReason[] =>
      read.conditions === null ? [{ code: 'conditions_unreadable', provision: read.id }] : [],
    );

  const general = demanding(of.filter(({ operation }) => operation === everyOperation));
  const reasons = [...closed(provision), ...unreadable(general)];
  // Of all conditions that name an agreement this one is met by what is in force; a request can meet none of the others.
  const agreement = provision.conditions?.find(({ type }) => type === 'agreement');
  const demands = demandsOf([provision, ...general]).filter(({ condition }) => condition !== agreement);
  if (agreement?.type !== 'agreement')
    return { reasons, paths: reasons.length > 0 ? [] : [{ basis: [provision.instrument], demands }] };

  const tried = agreementsFor(law, provision).map((instrument) => {
    const found = force({ kind: 'instruments', id: instrument });
    return { instrument, reasons: found.answer === 'yes' ? [] : found.reasons };
  });
  const serving = tried.filter((candidate) => candidate.reasons.length === 0);
  const missing: ClosedReason = {
    code: 'no_agreement',
    provision: id,
    article: agreement.article,
    instrument: provision.instrument,
    parties: from < to ? [from, to] : [to, from],
    candidates: tried,
  };
  const ways = serving.map(({ instrument }) => {
    const said = law.provisions.get(instrument) ?? [];
    // An agreement that says of the operation when it is open opens it only then.
    const opening = said.filter(({ operation }) => operation === provision.operation);
    const shut =
      opening.length > 0 && opening.every((read) => closed(read).length > 0) ? opening.flatMap(closed) : [];
    const more = demanding(
      said.filter(({ operation }) => operation === everyOperation || operation === provision.operation),
    );
    const further = demandsOf(more);
    const namesDataSets = further.some(({ condition }) => condition.type === 'data_set' && condition.among);
    const own = demands.filter(({ condition }) => !(namesDataSets && isLeftToAgreement(condition)));
    return {
      path: { basis: [provision.instrument, instrument], demands: [...own, ...further] },
      reasons: shut.length > 0 ? shut : unreadable(more),
    };
  });
  const open = ways.filter((way) => way.reasons.length === 0).map(({ path }) => path);
  const against = [
    ...reasons,
    ...(serving.length === 0 ? [missing] : []),
    ...(open.length === 0 ? ways.flatMap((way) => way.reasons) : []),
  ];
  return against.length > 0 ? { paths: [], reasons: against } : { paths: open, reasons: [] };
}

function demandsOf(provisions: readonly Read[]): readonly Demand[] {
  return provisions.flatMap(({ id, conditions }) =>
    (conditions ?? []).map((condition) => ({ condition, provision: id })),
  );
}

/** Instruments that carry out what a provision says. */
export function agreementsFor(law: Law, read: Read): readonly string[] {
  const found = articlesIn(read).flatMap(
    (article) => law.agreements.get(`${read.instrument}/${article}`) ?? [],
  );
  return [...new Set(found)];
}

/** The data sets that an agreement names (police treaty 2018, art. 14(5)): where it names none, there are none. */
function isLeftToAgreement(condition: Condition): boolean {
  return condition.type === 'data_set' && condition.among === null;
}

/** What no request can meet: what is named where the register cannot read it, and a further agreement. */
export function isUnmeetable({ condition }: Demand): boolean {
  return (
    condition.type === 'agreement' ||
    ((condition.type === 'place' || condition.type === 'data_set') && condition.among === null)
  );
}
