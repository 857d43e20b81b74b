import { lastDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import type { Grant } from '#platform/access/access.ts';
import type { ActionContext } from '#platform/actions/action.ts';
import type { Transaction } from '#platform/database/database.ts';
import { hashOf } from '#platform/hash.ts';
import type { Kind } from '#platform/records/kind.ts';
import { allRecords, type StoredRecord } from '#platform/records/records.ts';
import { listKnownSteps, standingOn } from '#platform/records/transitions.ts';
import { knownOf } from '#union';
import {
  coordinatedBy,
  type Field,
  findField,
  partiesOpen,
  partiesSeated,
  takesPartIn,
} from '../fields/store.ts';
import type { SaidFact } from './fact-sheet.ts';
import { countFacts } from './lists/store.ts';
import { checkFacts, checkSheets, jointChecks } from './model.ts';
import { coordinateChecks, observeChecks, readFacts } from './permissions.ts';
import type { Trade } from './rules/cross-match.ts';
import { type Lateness, latenessOf } from './rules/lateness.ts';
import { type Seats, type Sight, seenFacts, sightOf } from './rules/sight.ts';
import { type CheckStanding, type CheckStep, checkStandingOf } from './rules/standing.ts';

type Acting = Pick<ActionContext, 'register' | 'actor' | 'today'>;

export type Check = {
  readonly id: string;
  readonly title: string;
  readonly goods: string;
  readonly about: string | null;
  readonly states: readonly string[];
  readonly invited: readonly string[];
  readonly items: readonly string[];
  readonly services: readonly string[];
  readonly from: PartialDate | null;
  readonly until: PartialDate | null;
  readonly isSynthetic: boolean;
  /** By which an agreement names the plan that it saw: a hash of all that the plan says. */
  readonly plan: string;
  readonly late: Lateness | null;
  readonly record: StoredRecord;
  readonly steps: readonly CheckStep[];
  readonly standing: CheckStanding;
};

export type Fact = SaidFact & {
  readonly id: string;
  readonly check: string;
  readonly state: string;
  readonly record: StoredRecord;
};

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
const dateOf = (value: unknown) => (typeof value === 'string' ? (value as PartialDate) : null);

/** Checks as they stand today by what is known today; a register without the field has none that can be seen. */
export async function listChecks(
  tx: Transaction,
  acting: Pick<Acting, 'register' | 'today'>,
  ids?: readonly string[],
): Promise<readonly Check[]> {
  const known = knownOf(acting);
  const field = await findField(tx, acting, 'joint_checks');
  const records = await allRecords(tx, {
    ...known,
    kinds: [jointChecks.name],
    ...(ids === undefined ? {} : { ids }),
  });
  const keyOf = ({ id }: StoredRecord) => `${jointChecks.name}/${id}`;
  const steps = await listKnownSteps(tx, known.register, records.map(keyOf));
  const isIn = inToday(field, acting.today);
  return records.map((record) => {
    const { id, body } = record;
    const taken = standingOn(steps.get(keyOf(record)) ?? [], lastDay(known.knownAt)).map(
      ({ effectiveOn, details, recordedAt }): CheckStep => ({
        act: String(details.act ?? ''),
        by: String(details.by ?? ''),
        ...{ effectiveOn, recordedAt, details },
      }),
    );
    const states = texts(body.states);
    const standing = checkStandingOf(states, taken, isIn);
    const days = { from: dateOf(body.from), until: dateOf(body.until) };
    return {
      ...{ id, record, states, steps: taken, standing, plan: hashOf(body) },
      late: latenessOf(days, standing.state, acting.today),
      ...{ title: String(body.title), goods: String(body.goods) },
      about: typeof body.about === 'string' ? body.about : null,
      ...{ invited: texts(body.invited), items: texts(body.items), services: texts(body.services) },
      ...{ ...days, isSynthetic: body.synthetic === true },
    };
  });
}

/** The party that proposed a check; empty: the body itself planned it. */
export const proposerOf = ({ steps }: Pick<Check, 'steps'>): string =>
  steps.find(({ act }) => act === 'plan')?.by ?? '';

/** As people tell plans apart. */
export const shortPlan = (plan: string): string => plan.slice(0, 12);

export const inToday = (field: Field | undefined, today: PlainDate) => (party: string) =>
  field !== undefined && takesPartIn(field, party, today);

export async function findCheck(
  tx: Transaction,
  acting: Pick<Acting, 'register' | 'today'>,
  id: string,
): Promise<Check | undefined> {
  const [found] = await listChecks(tx, acting, [id]);
  return found;
}

async function ofCheck(
  tx: Transaction,
  acting: Pick<Acting, 'register' | 'today'>,
  kind: Kind,
  wanted: { readonly checks?: readonly string[]; readonly ids?: readonly string[] },
): Promise<readonly StoredRecord[]> {
  const { checks, ids } = wanted;
  const says = checks?.map((check) => ({ check }));
  if (says?.length === 0) return [];
  const where = { ...(says === undefined ? {} : { says }), ...(ids === undefined ? {} : { ids }) };
  return allRecords(tx, { ...knownOf(acting), kinds: [kind.name], ...where });
}

/** Facts of checks that count, oldest first; of what was withdrawn nothing. */
export async function listFacts(
  tx: Transaction,
  acting: Pick<Acting, 'register' | 'today'>,
  wanted: { readonly checks?: readonly string[]; readonly ids?: readonly string[] },
): Promise<readonly Fact[]> {
  const records = await ofCheck(tx, acting, checkFacts, wanted);
  return records
    .filter(({ body }) => typeof body.withdrawn_on !== 'string')
    .map((record) => ({
      ...(record.body as unknown as SaidFact & { readonly check: string; readonly state: string }),
      ...{ id: record.id, record },
    }));
}

export const listSheets = (
  tx: Transaction,
  acting: Pick<Acting, 'register' | 'today'>,
  checks: readonly string[],
): Promise<readonly StoredRecord[]> => ofCheck(tx, acting, checkSheets, { checks });

/** A fact as the matching takes it; null: it is no sale or purchase. */
export function tradeOf({
  id,
  state,
  item,
  sort,
  date,
  seller,
  buyer,
  cents,
  declared_as,
}: Fact): Trade | null {
  if (sort !== 'sale' && sort !== 'purchase') return null;
  return {
    ...{ id, state, item, side: sort, day: date, seller: seller ?? null, buyer: buyer ?? null },
    ...{ cents: cents ?? null, declaredAs: declared_as ?? null },
  };
}

/** Whose seats the reader has in the field today, each with the grant that gives it. */
export type Reader = Seats & {
  readonly grants: ReadonlyMap<string, Grant | null>;
  readonly field: Field | undefined;
};

export async function readerOf(tx: Transaction, acting: Acting): Promise<Reader> {
  const delegate = await partiesOpen(tx, acting, 'joint_checks', readFacts);
  const seated = await partiesSeated(tx, acting, 'joint_checks', observeChecks);
  const coordinator = await coordinatedBy(tx, acting, 'joint_checks', coordinateChecks);
  const observer = [...seated.keys()].filter((party) => !delegate.has(party));
  return {
    delegate: [...delegate.keys()],
    observer,
    isCoordinator: coordinator !== null,
    grants: new Map([...seated, ...delegate, ...(coordinator === null ? [] : [['', coordinator] as const])]),
    field: await findField(tx, acting, 'joint_checks'),
  };
}

export type SeenCheck = Check & {
  readonly sight: Exclude<Sight, 'nothing'>;
  /** The grant that opens it. */
  readonly grant: Grant | null;
  /** What the reader sees of its facts; none for who sees the plan alone. */
  readonly facts: readonly Fact[];
  readonly sheets: readonly StoredRecord[];
};

/** A check of a list: its plan, and how many of its facts the reader sees; null: he sees the plan alone. */
export type ListedCheck = Check & Pick<SeenCheck, 'sight' | 'grant'> & { readonly factCount: number | null };

/** Of these checks those that the reader may see today, without what states say of their items. */
export async function listCheckPlans(
  tx: Transaction,
  acting: Acting,
  ids: readonly string[],
): Promise<{ readonly checks: readonly ListedCheck[]; readonly reader: Reader }> {
  const reader = await readerOf(tx, acting);
  const checks = ids.length === 0 ? [] : await listChecks(tx, acting, ids);
  const seen = checks.flatMap((check) => seenIn(check, reader));
  const open = seen.filter(({ sight }) => sight === 'facts').map(({ id }) => id);
  const counts = open.length === 0 ? new Map() : await countFacts(tx, acting, open);
  return {
    reader,
    checks: seen.map((check) => {
      if (check.sight !== 'facts') return { ...check, factCount: null };
      const { states, standing } = check;
      const said = [...(counts.get(check.id) ?? [])].map(([state, count]) => ({ state, count }));
      const shown = seenFacts(said, { states, agreed: standing.agreed, delegate: reader.delegate });
      return { ...check, factCount: shown.reduce((sum, { count }) => sum + count, 0) };
    }),
  };
}

/** How much of a check the reader sees, and by which grant; nothing where he sees none of it. */
function seenIn(check: Check, reader: Reader): readonly (Check & Pick<SeenCheck, 'sight' | 'grant'>)[] {
  const { states } = check;
  const sight = sightOf(states, reader);
  if (sight === 'nothing') return [];
  const { delegate, observer, grants } = reader;
  const own = delegate.filter((party) => states.includes(party));
  const by = [...own, ...delegate, ...observer, ''].find((party) => grants.has(party));
  return [{ ...check, sight, grant: by === undefined ? null : (grants.get(by) ?? null) }];
}

/** The checks of these ids that the reader may see today, each with as much of it as is his. */
export async function listSeenChecks(
  tx: Transaction,
  acting: Acting,
  ids: readonly string[],
): Promise<{ readonly checks: readonly SeenCheck[]; readonly reader: Reader }> {
  const reader = await readerOf(tx, acting);
  const { delegate } = reader;
  const seen = (await listChecks(tx, acting, ids)).flatMap((check) => seenIn(check, reader));
  const open = seen.filter(({ sight }) => sight === 'facts').map(({ id }) => id);
  const facts = Map.groupBy(await listFacts(tx, acting, { checks: open }), ({ check }) => check);
  const sheets = Map.groupBy(await listSheets(tx, acting, open), ({ body }) => String(body.check));
  return {
    reader,
    checks: seen.map((check): SeenCheck => {
      const { id, states, standing } = check;
      return {
        ...check,
        facts: seenFacts(facts.get(id) ?? [], { states, agreed: standing.agreed, delegate }),
        // What a sheet's rows came to is its own state's to know.
        sheets: (sheets.get(id) ?? []).filter(({ body }) => delegate.includes(String(body.state))),
      };
    }),
  };
}
