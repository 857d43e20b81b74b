import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/dates.ts';
import { keepTokenKey, makeTokenKey } from '../bridges/token-keys.ts';
import { keyOfCase, tokenOf } from '../bridges/tokens.ts';
import { madeUpVatNumber } from '../made-up/vat-numbers.ts';
import type { Search } from './model.ts';
import { loadNumbers } from './numbers.ts';

const [dutch, other, luxembourgish] = [
  madeUpVatNumber('NL', 1),
  madeUpVatNumber('NL', 2),
  madeUpVatNumber('LU', 1),
];
const key = makeTokenKey({ instrument: 'syn', epoch: 1, from: '2026-05-01', until: '2026-08-01' });
const reference = 'NL-2026-004';
const search = { instrument: 'syn', epoch: 1, reference } as Search;
const token = (number: typeof dutch, of = reference) => tokenOf(keyOfCase(key, of), number);
const revealed = (epoch: number, to = 'LU') =>
  ({
    record: { body: { what: 'reveal', to, instrument: 'syn', epoch } },
    content: { traders: [{ token: token(luxembourgish), number: luxembourgish }] },
  }) as unknown as Parameters<typeof loadNumbers>[2][number];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tripoint-numbers-'));
  await keepTokenKey(folder, key);
});
afterAll(() => rm(folder, { recursive: true }));
const about = (today: string, more: object = {}) => ({
  ...{ party: 'NL', speaksFor: ['NL'], traders: [dutch], today: today as PlainDate },
  ...more,
});
const isNamed = async (number: typeof dutch, more: object) =>
  (await loadNumbers(folder, [search], [], about('2026-05-04', more)))(search, token(number)) !== null;

describe('Whose a token of a carousel is', () => {
  test('is known of traders of the case’s own state where the node is its gateway, and of nobody else', async () => {
    const numberOf = await loadNumbers(folder, [search], [], about('2026-05-04'));
    expect(numberOf(search, token(dutch))).toBe(dutch);
    expect(numberOf(search, token(other))).toBeNull();
    expect(numberOf(search, token(dutch, 'NL-2026-005'))).toBeNull();
    expect(numberOf({ ...search, epoch: 2 }, token(dutch))).toBeNull();
  });

  test('is not read by who writes numbers of another state into a case of his own', async () => {
    const guessed = [dutch, other, luxembourgish];
    expect(await isNamed(dutch, { traders: guessed })).toBe(true);
    expect(await isNamed(luxembourgish, { traders: guessed })).toBe(false);
    const belgian = { party: 'BE', speaksFor: ['BE'], traders: guessed };
    for (const number of guessed) expect(await isNamed(number, belgian)).toBe(false);
  });

  test('is not read by the key of a gateway that is another party’s, or that of several', async () => {
    expect(await isNamed(dutch, { speaksFor: ['LU'] })).toBe(false);
    expect(await isNamed(dutch, { speaksFor: ['NL', 'LU'] })).toBe(false);
    expect(await isNamed(dutch, { speaksFor: [] })).toBe(false);
    const greek = 'EL094259216' as typeof dutch;
    const own = { party: 'GR', speaksFor: ['GR'], traders: [greek, dutch] };
    expect([await isNamed(greek, own), await isNamed(dutch, own)]).toEqual([true, false]);
  });

  test('is not known without the key, or when its epoch has ended', async () => {
    const without = await loadNumbers(join(folder, 'none'), [search], [], about('2026-05-04'));
    expect(without(search, token(dutch))).toBeNull();
    const later = await loadNumbers(folder, [search], [], about('2026-08-01'));
    expect(later(search, token(dutch))).toBeNull();
  });

  test('is known where its state revealed it in the case, in that epoch', async () => {
    const none = join(folder, 'none');
    const numberOf = await loadNumbers(none, [search], [revealed(1)], about('2026-05-04'));
    expect(numberOf(search, token(luxembourgish))).toBe(luxembourgish);
    const byAnother = await loadNumbers(none, [search], [revealed(1, 'DE')], about('2026-05-04'));
    expect(byAnother(search, token(luxembourgish))).toBeNull();
    const another = await loadNumbers(none, [search], [revealed(2)], about('2026-05-04'));
    expect(another(search, token(luxembourgish))).toBeNull();
  });
});
