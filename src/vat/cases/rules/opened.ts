import { firstDay, lastDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import { type AskedKind, askedKinds } from '../model.ts';
import { operationOf } from './asked.ts';

type Body = Readonly<Record<string, unknown>>;

/** What an instrument has for cases: what can be asked by it, in which articles, and the words of purpose that they know. */
export type Opening = {
  readonly what: readonly AskedKind[];
  readonly articles: readonly string[];
  readonly purposes: readonly string[];
};

/** By instrument, of those that have a provision for anything that cases ask. */
export function openingsIn(provisions: readonly Body[]): ReadonlyMap<string, Opening> {
  const asked = provisions.filter(({ operation }) => kindOf(operation) !== undefined);
  return new Map(
    [...Map.groupBy(asked, ({ instrument }) => String(instrument))].map(([instrument, own]) => [
      instrument,
      {
        what: askedKinds.filter((what) => own.some(({ operation }) => kindOf(operation) === what)),
        articles: eachOnce(own.flatMap(({ article }) => (typeof article === 'string' ? [article] : []))),
        purposes: eachOnce(own.flatMap(({ conditions }) => purposesIn(conditions))),
      },
    ]),
  );
}

const kindOf = (operation: unknown) => askedKinds.find((what) => operationOf[what] === operation);
const eachOnce = (words: readonly string[]) => [...new Set(words)];

/** Words of purpose that conditions name, also where one of several would do. */
function purposesIn(conditions: unknown): readonly string[] {
  const { all, of, type, among } = (conditions ?? {}) as Body;
  const below = [all, of].flatMap((some) => (Array.isArray(some) ? some : []));
  const own = type === 'purpose' && Array.isArray(among) ? among.map(String) : [];
  return [...own, ...below.flatMap(purposesIn)];
}

/**
 * How an instrument stands to a request of a party today: it opens something; it would, and is not in force for that party; or nothing in
 * it is of what cases ask, so that it denies. What the law says in the end it says when the request is released.
 */
export const instrumentStandings = ['opens', 'not_in_force', 'nothing'] as const;
export type InstrumentStanding = (typeof instrumentStandings)[number];
export function instrumentStanding(
  body: Body,
  opening: Opening | undefined,
  { party, today }: { readonly party: string; readonly today: PlainDate },
): InstrumentStanding {
  if (opening === undefined) return 'nothing';
  const { parties, in_force: from, in_force_until: until } = body;
  const isBound = !Array.isArray(parties) || parties.includes(party);
  const hasBegun = typeof from === 'string' && firstDay(from as PartialDate) <= today;
  const isOver = typeof until === 'string' && lastDay(until as PartialDate) < today;
  return isBound && hasBegun && !isOver ? 'opens' : 'not_in_force';
}
