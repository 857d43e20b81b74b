import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lixheGramme } from './fixtures/jao-rows.ts';
import { brokenIdentities, type RamChain } from './ram-identities.ts';

const known = { ...lixheGramme } as unknown as RamChain;
const broken = (change: Partial<RamChain>) =>
  brokenIdentities({ ...known, ...change }).map(({ identity }) => identity.split(' ')[0]);

describe('Identities of a margin', () => {
  const file = '../shared/data/energy/fixtures/fixtures.json';
  test.skipIf(!existsSync(file))('hold for Lixhe-Gramme on two days', () => {
    const { ramIdentity_LixheGramme: rows } = JSON.parse(readFileSync(file, 'utf8'));
    expect(rows).toHaveLength(2);
    for (const { minRamFactorPct: minRamFactor, ...row } of rows)
      expect(brokenIdentities({ ...row, minRamFactor, imax: Number.NaN, u: Number.NaN })).toEqual([]);
  });

  test('hold for a published row, and each is broken by what only it speaks of', () => {
    expect(broken({})).toEqual([]);
    expect(broken({ imax: 2_180 })).toEqual(['fmax']);
    expect(broken({ frefInit: 510 })).toEqual(['fref']);
    expect(broken({ fall: 510 })).toEqual(['fcore']);
    expect(broken({ minRamFactor: 60 })).toEqual(['minRamTarget']);
    expect(broken({ amr: 150, ram: 837 })).toEqual(['amr']);
    expect(broken({ ram: 890 })).toEqual(['ram']);
  });

  test('are not asked of what is not there, nor to the last megawatt', () => {
    expect(broken({ ram: 887, fref: 505 })).toEqual([]);
    expect(broken({ cva: Number.NaN, ram: 0 })).toEqual([]);
    // Of 220 kV nothing is known of the voltage it is operated at.
    expect(broken({ u: 220 })).toEqual([]);
  });
});
