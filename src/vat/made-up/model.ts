/**
 * A made-up world of traders: what is in `World` some state can know, each of its own traders. `Labels` are the truth, which no score
 * may see.
 */
import type { PlainDate } from '#kernel/dates.ts';
import type { Known } from '../scoring/model.ts';

export type World = Known & {
  readonly seed: number;
  readonly firstDay: PlainDate;
  readonly states: readonly string[];
};

export const archetypeNames = [
  'carousel',
  'acquisition',
  'buffer_chain',
  'contra',
  'cross_invoicing',
  'detour',
  'procedure_42',
  'dormant_burst',
] as const;
export type ArchetypeName = (typeof archetypeNames)[number];

/** What a trader is in truth. From `conduit` on he takes part in fraud; `unwitting` trades with a ring and knows nothing. */
export const roles = [
  'ordinary',
  'start_up',
  'toll_processor',
  'returner',
  'pool_member',
  'commodity_broker',
  'failing',
  'unwitting',
  'conduit',
  'missing',
  'buffer',
  'broker',
  'contra_trader',
  'cross_invoicer',
  'importer',
] as const;
export type Role = (typeof roles)[number];
export const isGuilty = (role: number): boolean => role >= roles.indexOf('conduit');

export type Ring = {
  readonly archetype: ArchetypeName;
  /** Without those who do not know. */
  readonly members: readonly number[];
  /** First day of its first turn. */
  readonly firstDay: number;
  readonly lastDay: number;
};

export type Labels = {
  /** Place in `roles`. */
  readonly role: Uint8Array;
  /** −1: of none. */
  readonly ring: Int32Array;
  readonly supplyRing: Int32Array;
  readonly saleRing: Int32Array;
  readonly rings: readonly Ring[];
};
