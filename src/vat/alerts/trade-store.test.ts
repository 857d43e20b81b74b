import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quoted, withAnalytics } from '#platform/analytics.ts';
import { mayOpen } from '../cases/rules/may-open.ts';
import type { TakenFile } from '../intake/receipts.ts';
import { openLines } from './trade-store.ts';

const spill = join(tmpdir(), 'tripoint-open-lines');
const hashes = ['a'.repeat(64), 'b'.repeat(64), 'c'.repeat(64)];
const state = fc.constantFrom('BE', 'NL', 'EL', 'DE');
const number = fc.option(
  state.map((one) => `${one}1`),
  { nil: null },
);
const line = fc.record({ file: fc.constantFrom(...hashes), supplier: number, acquirer: number });

describe('Lines of statements that a party may open', () => {
  test('are the same asked of all at once as of each', async () => {
    const cases = fc.sample(
      fc.record({
        party: fc.constantFrom('BE', 'NL', 'GR'),
        states: fc.tuple(state, state, state),
        lines: fc.array(line, { minLength: 1, maxLength: 30 }),
      }),
      { seed: 7, numRuns: 60 },
    );
    await withAnalytics({ threads: 1, megabytes: 256, spill }, async (analytics) => {
      for (const { party, states, lines } of cases) {
        const taken = hashes.map((sha256, at) => ({
          state: states[at] ?? '',
          kind: 'supplies' as const,
          sha256,
        }));
        const said = (text: string | null) => (text === null ? 'NULL' : quoted(text));
        const values = lines.map(
          ({ file, supplier, acquirer }, at) =>
            `(${at}, ${quoted(file)}, ${said(supplier)}::VARCHAR, ${said(acquirer)}::VARCHAR)`,
        );
        const found = await analytics.rows(
          `SELECT place FROM (VALUES ${values.join(', ')}) AS line (place, file, supplier, acquirer)
           WHERE ${openLines({ party, receipts: taken as unknown as readonly TakenFile[] })} ORDER BY place`,
        );
        const one = ({ file, supplier, acquirer }: (typeof lines)[number]) => {
          const own = taken.find(({ sha256 }) => sha256 === file)?.state ?? '';
          return mayOpen(party, { state: own, kind: 'supplies', supplier, acquirer });
        };
        expect(found.map(({ place }) => Number(place))).toEqual(
          lines.flatMap((each, at) => (one(each) ? [at] : [])),
        );
      }
    });
  });
});
