import type { PlainDate } from '#kernel/dates.ts';
import { RevealAnswer, type Token } from '../bridges/model.ts';
import { findTokenKey } from '../bridges/token-keys.ts';
import { keyOfCase, tokensOf } from '../bridges/tokens.ts';
import type { ShownRequest } from '../cases/load.ts';
import { prefixOf, stateOf, type VatNumber } from '../vat-number.ts';
import type { Search } from './model.ts';

/** A token of one epoch: in another the same token is somebody else’s, or nobody's. */
const keyOf = ({ instrument, epoch }: Pick<Search, 'instrument' | 'epoch'>, token: string) =>
  `${instrument} ${epoch} ${token}`;

export type NumberOf = (search: Search, token: string) => string | null;

/** What the page of a case knows, from which it follows whose tokens it may name. */
type About = {
  /** Of the case. */
  readonly party: string;
  readonly traders: readonly VatNumber[];
  /** Parties that this node speaks for. */
  readonly speaksFor: readonly string[];
  readonly today: PlainDate;
};

/**
 * Whose tokens the reader of a case may be told without asking anybody: those that their state revealed in it; and where this node is the
 * gateway of the case's party, and of no other, the traders of that state whom the case is about. Whoever writes numbers of others into a
 * case to see which token they make is told nothing: of those their state is asked, and says so or not.
 */
export async function loadNumbers(
  dataFolder: string,
  searches: readonly Search[],
  requests: readonly Pick<ShownRequest, 'record' | 'content'>[],
  about: About,
): Promise<NumberOf> {
  const known = new Map<string, string>();
  for (const { record, content } of requests) {
    const told = RevealAnswer.safeParse(content);
    const { what, to, instrument, epoch } = record.body;
    if (what !== 'reveal' || !told.success || typeof epoch !== 'number') continue;
    for (const { token, number } of told.data.traders)
      if (number !== null && token.slice(0, 2) === prefixOf(String(to)))
        known.set(keyOf({ instrument: String(instrument), epoch }, token), number);
  }
  const own = ownTraders(about);
  const asked = new Map(searches.map((one) => [`${one.instrument} ${one.epoch}`, one]));
  for (const search of own.length === 0 ? [] : asked.values()) {
    const key = await findTokenKey(dataFolder, search, about.today);
    if (key === null) continue;
    const tokens = tokensOf(keyOfCase(key, search.reference), []);
    for (const number of own) known.set(keyOf(search, tokens.of(number)), number);
  }
  return (search, token) => known.get(keyOf(search, token as Token)) ?? null;
}

/** A key in the node's folder is nobody's in particular where the node speaks for several: then nobody is named by it. */
function ownTraders({ party, traders, speaksFor }: About): readonly VatNumber[] {
  const [only, ...more] = speaksFor;
  if (only !== party || more.length > 0) return [];
  return traders.filter((number) => stateOf(number) === prefixOf(party));
}
