import type { PlainDate } from '#kernel/dates.ts';
import { RevealAnswer, type Token } from '../bridges/model.ts';
import { findTokenKey } from '../bridges/token-keys.ts';
import { keyOfCase, tokensOf } from '../bridges/tokens.ts';
import type { ShownRequest } from '../cases/load.ts';
import type { VatNumber } from '../vat-number.ts';
import type { Search } from './model.ts';

/** A token of one epoch: in another the same token is somebody else’s, or nobody's. */
const keyOf = ({ instrument, epoch }: Pick<Search, 'instrument' | 'epoch'>, token: string) =>
  `${instrument} ${epoch} ${token}`;

export type NumberOf = (search: Search, token: string) => string | null;

/**
 * Whose tokens the reader of a case may be told without asking anybody: those that others revealed in it, and where this node is a gateway
 * with the key those of the traders whom the case is about, whom it names anyway. Nobody else is looked for.
 */
export async function loadNumbers(
  dataFolder: string,
  searches: readonly Search[],
  requests: readonly Pick<ShownRequest, 'record' | 'content'>[],
  { traders, today }: { readonly traders: readonly VatNumber[]; readonly today: PlainDate },
): Promise<NumberOf> {
  const known = new Map<string, string>();
  for (const { record, content } of requests) {
    const told = RevealAnswer.safeParse(content);
    const { what, instrument, epoch } = record.body;
    if (what !== 'reveal' || !told.success || typeof epoch !== 'number') continue;
    for (const { token, number } of told.data.traders)
      if (number !== null) known.set(keyOf({ instrument: String(instrument), epoch }, token), number);
  }
  const asked = new Map(searches.map((one) => [`${one.instrument} ${one.epoch}`, one]));
  for (const search of asked.values()) {
    const key = await findTokenKey(dataFolder, search, today);
    if (key === null) continue;
    const tokens = tokensOf(keyOfCase(key, search.reference), []);
    for (const number of traders) known.set(keyOf(search, tokens.of(number)), number);
  }
  return (search, token) => known.get(keyOf(search, token as Token)) ?? null;
}
