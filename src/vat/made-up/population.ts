/** Who trades, before anybody has traded: ordinary traders, and honest ones that look like something else. */

import { type Dice, diceOf } from '#kernel/dice.ts';
import { never } from '../scoring/model.ts';
import { type Role, roles } from './model.ts';
import type { Preset } from './presets.ts';

/** Margins are choices; that the first four are branches in which goods go round is the facts' (2.6). */
export const sectors = [
  { name: 'phones and chips', risky: true, margin: [0.03, 0.15] },
  { name: 'cars', risky: true, margin: [0.04, 0.12] },
  { name: 'metals', risky: true, margin: [0.02, 0.1] },
  { name: 'energy', risky: true, margin: [0.01, 0.08] },
  { name: 'food', risky: false, margin: [0.05, 0.25] },
  { name: 'textiles', risky: false, margin: [0.1, 0.4] },
  { name: 'chemicals', risky: false, margin: [0.08, 0.25] },
  { name: 'machines', risky: false, margin: [0.1, 0.3] },
  { name: 'paper and wood', risky: false, margin: [0.08, 0.25] },
  { name: 'building', risky: false, margin: [0.1, 0.35] },
] as const satisfies readonly { name: string; risky: boolean; margin: readonly [number, number] }[];
const sectorWeights = [1, 1, 1, 0.6, 2, 1.5, 1.2, 1.2, 1, 1.5];
export const tiers = 4;
const tierWeights = [0.15, 0.25, 0.3, 0.3];

/** What the makers of a world write into; all columns have a place for each trader. */
export type Draft = {
  readonly preset: Preset;
  readonly seed: number;
  readonly monthStart: Int32Array;
  readonly state: Uint8Array;
  readonly sector: Uint8Array;
  readonly tier: Uint8Array;
  readonly registered: Int32Array;
  readonly ended: Int32Array;
  readonly resectored: Int32Array;
  readonly group: Int32Array;
  /** Groups that there are so far. */
  groups: number;
  readonly role: Uint8Array;
  readonly ring: Int32Array;
  /** Honest turnover of a month, in cents, and the part of it that is not paid to suppliers. */
  readonly size: Float64Array;
  readonly margin: Float64Array;
  /** Month from which he files nothing; never. */
  readonly silentFrom: Int32Array;
};

export const roleOf = (draft: Draft, trader: number): Role => roles[draft.role[trader] as number] as Role;
export const setRole = (draft: Draft, trader: number, role: Role): void => {
  draft.role[trader] = roles.indexOf(role);
};

export function draftPopulation(preset: Preset, seed: number, monthStart: Int32Array): Draft {
  const count = preset.traders;
  const dice = diceOf(seed, 'population');
  const draft: Draft = {
    ...{ preset, seed, monthStart, groups: 0 },
    state: new Uint8Array(count),
    sector: new Uint8Array(count),
    tier: new Uint8Array(count),
    registered: new Int32Array(count),
    ended: new Int32Array(count).fill(never),
    resectored: new Int32Array(count).fill(never),
    group: new Int32Array(count).fill(-1),
    role: new Uint8Array(count),
    ring: new Int32Array(count).fill(-1),
    size: new Float64Array(count),
    margin: new Float64Array(count),
    silentFrom: new Int32Array(count).fill(never),
  };
  const stateWeights = preset.states.map(({ share }) => share);
  const days = monthStart[preset.months] as number;
  const years = preset.months / 12;
  const { newPerYear, startUps, failingPerYear } = preset.lookAlikes;
  for (let trader = 0; trader < count; trader++) {
    draft.state[trader] = dice.weighted(stateWeights);
    const sector = dice.weighted(sectorWeights);
    draft.sector[trader] = sector;
    draft.tier[trader] = dice.weighted(tierWeights);
    const [least, most] = (sectors[sector] as (typeof sectors)[number]).margin;
    draft.margin[trader] = dice.between(least, most);
    draft.size[trader] = dice.lognormal(preset.size.median, preset.size.deviation);
    draft.registered[trader] = -dice.whole(30, 7_000);
    if (dice.chance(newPerYear * years)) {
      draft.registered[trader] = dice.whole(0, days - 40);
      if (dice.chance(startUps)) {
        setRole(draft, trader, 'start_up');
        draft.size[trader] = (draft.size[trader] as number) * 4;
      }
    } else if (dice.chance(failingPerYear * years)) fail(draft, trader, dice);
    else if (dice.chance(0.03 * years)) draft.ended[trader] = dice.whole(60, days + 300);
    if (dice.chance(0.02 * years)) draft.resectored[trader] = dice.whole(0, days);
  }
  shareDirectors(draft, dice);
  return draft;
}

/** Goes under: files nothing any more while he still trades, and is struck off some months later. */
function fail(draft: Draft, trader: number, dice: Dice): void {
  const { preset, monthStart } = draft;
  const month = dice.whole(2, preset.months - 1);
  setRole(draft, trader, 'failing');
  draft.silentFrom[trader] = month;
  draft.ended[trader] = (monthStart[month] as number) + dice.whole(90, 240);
}

function shareDirectors(draft: Draft, dice: Dice): void {
  const count = draft.group.length;
  for (let left = count * draft.preset.lookAlikes.sharedDirectors; left > 0; ) {
    const members = dice.whole(2, 5);
    const group = draft.groups++;
    for (let member = 0; member < members; member++) draft.group[dice.whole(0, count - 1)] = group;
    left -= members;
  }
}
