import type { PlainDate } from '#kernel/dates.ts';
import type { Database } from '#platform/database/database.ts';
import type { StatementRow } from './model.ts';
import type { KeptBridge } from './rules/answers.ts';
import type { Months, ToldStatements } from './rules/statements.ts';
import { dropEnded, findTold, keepBridges, keepTold, listKept, listTold, type ToldOfEpoch } from './store.ts';
import type { TokenKey } from './tokens.ts';

/** Keeps what a gateway tells in an epoch: what was told first is told ever after. */
export type Keeping = {
  readonly keepBridges: (key: TokenKey, bridges: readonly KeptBridge[]) => Promise<void>;
  readonly bridges: (
    key: TokenKey,
    pairs: readonly Omit<KeptBridge, 'told'>[],
  ) => Promise<readonly KeptBridge[]>;
  readonly keepStatements: (key: TokenKey, told: ToldStatements) => Promise<void>;
  /** Null: nothing was told of statements outside of cases yet. */
  readonly statements: (key: TokenKey) => Promise<ToldOfEpoch | null>;
  readonly rows: (
    key: TokenKey,
    months: Months,
    page: { readonly after: number; readonly count: number },
  ) => Promise<readonly StatementRow[]>;
  /** Forgets what is of epochs that have ended by that day. */
  readonly forget: (today: PlainDate) => Promise<void>;
};

/** In the node's database. */
export function keepingIn(database: Database): Keeping {
  return {
    keepBridges: (key, bridges) => database.write((tx) => keepBridges(tx, key, bridges)),
    bridges: (key, pairs) => database.read((tx) => listKept(tx, key, pairs)),
    keepStatements: (key, told) => database.write((tx) => keepTold(tx, key, told)),
    statements: (key) => database.read((tx) => findTold(tx, key)),
    rows: (key, months, page) => database.read((tx) => listTold(tx, key, months, page)),
    forget: (today) => database.write((tx) => dropEnded(tx, today)),
  };
}
