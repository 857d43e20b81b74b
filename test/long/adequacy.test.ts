import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { indicesOf } from '../../src/energy/adequacy/indices.ts';
import { simulateYears } from '../../src/energy/adequacy/monte-carlo.ts';
import { readRts } from '../../src/energy/adequacy/rts-file.ts';

const file = '../shared/data/energy/rts79/rts79.json';

/**
 * The values are those of the analytic table (`copt.test.ts`); seeds are 1 to 100, none chosen. A right interval of 95 % covers them in 93
 * or more of 100 seeds in seven of eight such sets, not in all: 300 years a seed come to 97 and 95 (hours and energy), 1,000 to 98 and
 * 98, 4,000 to 96 and 92. So few years as 300 are those with which a plain normal interval is too low.
 */
test.skipIf(!existsSync(file)).each([{ years: 1000 }, { years: 300 }])(
  'The test system of 1979 by $years years of Monte Carlo covers the true values in 93 of 100 seeds',
  ({ years }) => {
    const read = readRts(JSON.parse(readFileSync(file, 'utf8')));
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    let [hours, energy] = [0, 0];
    for (let seed = 1; seed <= 100; seed++) {
      const [found] = indicesOf(read.value.study, simulateYears(read.value.study, seed, 0, years));
      const [lole, eens] = [found?.lole.interval, found?.eens.interval];
      if (lole && lole.low <= 9.394175 && 9.394175 <= lole.high) hours++;
      if (eens && eens.low <= 1176.298 && 1176.298 <= eens.high) energy++;
    }
    expect(hours).toBeGreaterThanOrEqual(93);
    expect(energy).toBeGreaterThanOrEqual(93);
  },
);
