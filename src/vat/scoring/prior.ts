/**
 * What is thought of an input before there are cases of one's own: from each value on (of what speaks against fraud, below it) so much
 * more in log-odds than of those that look most harmless, and how much more of those of whom it is not known. Made-up worlds taught it
 * (`taught.json`, by `vat learn`), none of those by which anything is measured: nobody's experience of real fraud.
 */
import { readFileSync } from 'node:fs';
import { features } from './feature-names.ts';
import { type Input, signOf } from './score.ts';
import type { Bins } from './scorecard.ts';

/** In the order of their weights. Cents are of three months. */
export type Steps = readonly (readonly [value: number, weight: number])[];
export type Thought = { readonly unknown: number; readonly steps: Steps };

/** Of a card with bridges, and of one that looks at statements alone; an input that is not named weighs nothing. */
export type Taught = {
  /** What it learned from, in a line. */
  readonly learned: string;
  readonly bridged: Readonly<Record<string, Thought>>;
  readonly statements: Readonly<Record<string, Thought>>;
};

export const taughtBefore: Taught = JSON.parse(readFileSync(new URL('taught.json', import.meta.url), 'utf8'));
const nothing: Thought = { unknown: 0, steps: [] };

export const taught =
  (bridged: boolean) =>
  (input: Input): Thought =>
    taughtBefore[bridged ? 'bridged' : 'statements'][input] ?? nothing;

export const nothingThought = (): Thought => nothing;

/** Rounded to tenths, and values to three digits: what is less says nothing. */
export function thoughtOf(input: Input, edges: Bins, weights: readonly number[]): Thought {
  const sign = signOf(input);
  const tenths = (weight: number) => Math.round(weight * 10) / 10 || 0;
  // Bin 1 is below the first edge, and bin `b` from edge `b − 2` on.
  const base = (sign < 0 ? weights.at(-1) : weights[1]) ?? 0;
  const places = sign < 0 ? [...edges.keys()].reverse() : [...edges.keys()];
  const steps: (readonly [number, number])[] = [];
  for (const place of places) {
    const weight = tenths((weights[sign < 0 ? place + 1 : place + 2] as number) - base);
    if (weight > (steps.at(-1)?.[1] ?? 0))
      steps.push([Number((edges[place] as number).toPrecision(3)), weight]);
  }
  return { unknown: tenths((weights[0] as number) - base), steps };
}

/** What is thought where no other worlds taught anything: an indicator counts alike with any other, and an archetype twice. */
export function counted(input: Input): Thought {
  if (input === 'archetypes')
    return {
      unknown: 0,
      steps: [
        [1, 1.4],
        [2, 2.8],
        [3, 4.2],
      ],
    };
  const { from } = features[input];
  return from === null ? nothing : { unknown: 0, steps: [[from, 0.7]] };
}
