import { diceOf } from '#kernel/dice.ts';
import { criticalElements } from '../domain/critical-elements.ts';
import type { Branch } from '../domain/grid.ts';
import type { ElementRow, Inject, Scenario, TemplateName, Zone } from './model.ts';

/**
 * Scenarios in the frame of exercises that were held. From sources: that Pentex was held on 19 and 20 June 2018 with a large scarcity, and tested
 * plans and communication (evaluation, §13.2.2); Black-out 22 in Paris on 24 May 2022, with a long cold spell up to controlled load shedding; PENTEX
 * 2023 in The Hague from 24 to 26 October, with a cyber attack. Everything else, each MW and each minute, is made up from a seed: no zone has
 * the size of a real one.
 */

const zones = ['AT', 'BE', 'CH', 'DE', 'FR', 'LU', 'NL'] as const;
type ZoneId = (typeof zones)[number];

const borders: readonly (readonly [ZoneId, ZoneId])[] = [
  ['BE', 'NL'],
  ['DE', 'NL'],
  ['BE', 'FR'],
  ['BE', 'DE'],
  ['DE', 'LU'],
  ['BE', 'LU'],
  ['DE', 'FR'],
  ['CH', 'FR'],
  ['CH', 'DE'],
  ['AT', 'DE'],
  ['AT', 'CH'],
];

/** To the nearest 10 MW: more digits would look measured. */
const tens = (mw: number) => Math.round(mw / 10) * 10;

/** Have little over, so that what is lost is lost there; the others have more than the grid lets through. */
const tight: readonly ZoneId[] = ['BE', 'FR'];

function madeUpZones(seed: number): readonly Zone[] {
  return zones.map((id) => {
    const dice = diceOf(seed, `zone ${id}`);
    const load = id === 'LU' ? dice.whole(8, 14) * 100 : dice.whole(90, 140) * 100;
    return {
      ...{
        id,
        load,
        capacity: tens(load * (tight.includes(id) ? dice.between(1.03, 1.05) : dice.between(1.12, 1.18))),
      },
      ...{ reserve: tens(load * 0.03), savings: tens(load * 0.02), perDegree: tens(load * 0.01) },
    };
  });
}

/** Shares of what one zone gives to another, to four digits: more would look measured. */
const rounded = (share: number) => Math.round(share * 10_000) / 10_000 + 0;

/**
 * The made-up domain of a made-up grid: every zone one node, two equal circuits over every border; watched is a circuit after the loss of the
 * other, both ways, with the same room either way.
 */
function madeUpDomain(seed: number): readonly ElementRow[] {
  const place = (zone: ZoneId) => zones.indexOf(zone);
  const branches = borders.flatMap(([from, to]): readonly Branch[] => {
    const reactance = diceOf(seed, `circuits ${from} ${to}`).whole(20, 60);
    return ['a', 'b'].map((circuit) => ({
      ...{ id: `${from}-${to} ${circuit}`, from: place(from), to: place(to), reactance },
    }));
  });
  const twin = (branch: number) => branch ^ 1;
  const watched = borders.map((_, border) => 2 * border);
  const elements = criticalElements(
    { nodes: zones, branches, slack: 0 },
    zones.map((zone, node) => ({ zone, shares: [{ node, share: 1 }] })),
    watched.map((branch) => ({ id: branches[twin(branch)]?.id ?? '', branches: [twin(branch)] })),
    0,
  );
  if (!elements.ok) throw new Error(JSON.stringify(elements.problems));
  return borders.flatMap((ends, border) => {
    const ptdf = elements.value.find(
      ({ branch, contingency }) => branch === 2 * border && contingency === border,
    )?.ptdf;
    if (ptdf === undefined) throw new Error('Every border is watched');
    const ram = diceOf(seed, `room ${ends.join(' ')}`).whole(15, 30) * 10;
    return [1, -1].map((sign) => ({
      id: `${(sign === 1 ? ends : ends.toReversed()).join('-')}, N-1`,
      ...{ ends, ptdf: [...ptdf].map((share) => rounded(sign * share)), ram },
    }));
  });
}

/** What happens in a template; `lost` is a share of the load of a zone. */
type Script = (lost: (zone: ZoneId, share: number) => number) => readonly Inject[];

const scripts: Readonly<Record<TemplateName, Script>> = {
  'pentex-2018': (lost) => [
    { id: 'cold', minute: 10, to: null, kind: 'cold_wave', zones, degrees: 5 },
    unitLoss('unit-be', 40, 'BE', lost('BE', 0.15)),
    unitLoss('unit-fr', 70, 'FR', lost('FR', 0.15)),
    { id: 'ram', minute: 100, to: ['BE', 'FR'], kind: 'ram_cut', ends: ['BE', 'FR'], share: 0.5 },
    { id: 'stop-nl', minute: 130, to: ['NL'], kind: 'export_stop_request', zone: 'NL' },
    { id: 'media', minute: 160, to: null, kind: 'media_report', zone: 'BE', claim: 'shedding.under_way' },
  ],
  'black-out-22': (lost) => [
    { id: 'cold-1', minute: 10, to: null, kind: 'cold_wave', zones, degrees: 3 },
    { id: 'cold-2', minute: 60, to: null, kind: 'cold_wave', zones, degrees: 3 },
    unitLoss('unit-fr', 90, 'FR', lost('FR', 0.1)),
    { id: 'stop-de', minute: 120, to: ['DE'], kind: 'export_stop_request', zone: 'DE' },
    { id: 'cold-3', minute: 180, to: null, kind: 'cold_wave', zones, degrees: 3 },
    { id: 'media', minute: 200, to: null, kind: 'media_report', zone: 'FR', claim: 'shedding.none' },
  ],
  'pentex-2023': (lost) => [
    { id: 'channel-nl', minute: 20, to: [], kind: 'channel_loss', seat: 'NL', until: 80 },
    unitLoss('unit-de', 30, 'DE', lost('DE', 0.3)),
    { id: 'ram', minute: 50, to: ['BE', 'NL'], kind: 'ram_cut', ends: ['BE', 'NL'], share: 0.5 },
    { id: 'media', minute: 70, to: null, kind: 'media_report', zone: 'DE', claim: 'cause.attack' },
    unitLoss('unit-fr', 90, 'FR', lost('FR', 0.3)),
    unitLoss('unit-nl', 110, 'NL', lost('NL', 0.3)),
    { id: 'stop-be', minute: 140, to: ['BE'], kind: 'export_stop_request', zone: 'BE' },
  ],
};

/** Told to the zone itself: what others know of it they know from there. */
function unitLoss(id: string, minute: number, zone: ZoneId, mw: number): Inject {
  return { id, minute, to: [zone], kind: 'unit_loss', zone, mw };
}

/** A template with its figures from a seed: the same seed gives the same ones everywhere. */
export function scenarioOf(template: TemplateName, seed: number): Scenario {
  const made = madeUpZones(seed);
  const lost = (zone: ZoneId, share: number) => tens((made.find(({ id }) => id === zone)?.load ?? 0) * share);
  return {
    ...{ template, seed, zones: made, links: [], domain: madeUpDomain(seed) },
    injects: scripts[template](lost),
  };
}
