/** Chance that is the same for the same seed everywhere; for made-up data only, never for keys. */
import { exponential } from './exponential.ts';

export type Dice = {
  /** From 0 to 1, without 1. */
  readonly draw: () => number;
  /** A whole number from `least` to `most`, both included. */
  readonly whole: (least: number, most: number) => number;
  readonly between: (least: number, most: number) => number;
  readonly chance: (share: number) => boolean;
  /** Of mean 0 and deviation 1: twelve draws less six, so that no logarithm is needed; within 6 either way. */
  readonly normal: () => number;
  /** `deviation` of its logarithm. */
  readonly lognormal: (median: number, deviation: number) => number;
  /** Throws for an empty list. */
  readonly pick: <T>(list: ArrayLike<T>) => T;
  /** A place of the list, each as likely as its weight. */
  readonly weighted: (weights: readonly number[]) => number;
};

/** A stream for each name, so that what is added to one part of a world changes no other. Doty-Humphrey's sfc32. */
export function diceOf(seed: number, name: string): Dice {
  let [a, b, c, count] = [seed >>> 0, 0x9e3779b9, 0x243f6a88, 1];
  for (let place = 0; place < name.length; place++) {
    b = Math.imul(b ^ name.charCodeAt(place), 0x01000193) >>> 0;
    c = Math.imul(c + b, 0x85ebca6b) >>> 0;
  }
  const draw = () => {
    const sum = (a + b + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 4294967296;
  };
  for (let round = 0; round < 16; round++) draw();
  const normal = () => {
    let sum = -6;
    for (let part = 0; part < 12; part++) sum += draw();
    return sum;
  };
  const whole = (least: number, most: number) => least + Math.floor(draw() * (most - least + 1));
  return {
    draw,
    whole,
    between: (least, most) => least + draw() * (most - least),
    chance: (share) => draw() < share,
    normal,
    lognormal: (median, deviation) => median * exponential(deviation * normal()),
    pick: <T>(list: ArrayLike<T>) => {
      if (list.length === 0) throw new RangeError('Nothing to pick from');
      return list[whole(0, list.length - 1)] as T;
    },
    weighted: (weights) => {
      let left = draw() * weights.reduce((sum, weight) => sum + weight, 0);
      const place = weights.findIndex((weight) => {
        left -= weight;
        return left < 0;
      });
      return place < 0 ? weights.length - 1 : place;
    },
  };
}
