import { createHash, createHmac, generateKeyPairSync } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/dates.ts';
import {
  border,
  bridgeOf,
  chainOver,
  gatewayOf,
  instrument,
  key,
  keyOfEpoch,
  lu,
  nl,
  numbers,
  opened,
  today,
  tokenInCase,
  toldOf,
} from './fixtures/gateway.ts';
import { textbookCase } from './fixtures/textbook.ts';
import { holdingsOf } from './holdings.ts';
import { type Handover, makeOnceKey, openSealed, sealSecret } from './key-handover.ts';
import { bridgeOperations } from './model.ts';
import { dropEndedKeys, findTokenKey, keepTokenKey } from './token-keys.ts';
import { keyIdOf, keyOfCase, type TokenKey, tokenOf } from './tokens.ts';

const { bridges: asking } = bridgeOperations;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tripoint-attacks-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('Tokens', () => {
  test('are not found by going through all numbers without the key', () => {
    const tokens = new Set(numbers.map((number) => tokenOf(key, number).slice(3)));
    const form = (number: string) => `tripoint vat token/1\n${instrument}\n1\n${number}`;
    const known = [instrument, '1', `${instrument}\n1`, keyIdOf(key), keyOfEpoch(1).secret, Buffer.alloc(32)];
    const guessed = numbers.flatMap((number) =>
      [number, number.slice(2), form(number)].flatMap((text) => [
        createHash('sha256').update(text).digest('base64url').slice(0, 22),
        ...known.map((salt) => createHmac('sha256', salt).update(text).digest('base64url').slice(0, 22)),
        ...known.map((salt) =>
          createHash('sha256').update(salt).update(text).digest('base64url').slice(0, 22),
        ),
      ]),
    );
    expect(guessed.filter((one) => tokens.has(one))).toEqual([]);
    expect(guessed.length).toBeGreaterThan(10_000);
    // With the key all are found: it is what the attack lacks, and nothing else.
    const withKey = numbers.map((number) =>
      createHmac('sha256', key.secret).update(form(number)).digest('base64url').slice(0, 22),
    );
    expect(withKey.every((one) => tokens.has(one))).toBe(true);
  });

  test('of one epoch are not linked to those of another', () => {
    const tokensIn = (own: TokenKey) => new Map(numbers.map((number) => [tokenOf(own, number), number]));
    const [first, second] = [tokensIn(keyOfEpoch(1)), tokensIn(keyOfEpoch(2))];
    expect([...first.keys()].filter((token) => second.has(token))).toEqual([]);
    // Sorted, as answers are, neighbours of the one are not neighbours of the other: nothing of the order is left.
    const order = (tokens: typeof first) => [...tokens].sort().map(([, number]) => number);
    const [one, other] = [order(first), order(second)];
    const same = one.filter((number, place) => other[place] === number).length;
    expect(same).toBeLessThan(10);
    // One secret under two epochs gives other tokens, too.
    const again = { ...key, epoch: 2 };
    expect(numbers.filter((number) => tokenOf(again, number) === tokenOf(key, number))).toEqual([]);
  });

  test('of a case are neither those of its epoch nor those of another case', () => {
    const own = numbers.map((number) => tokenOf(key, number));
    const [one, other] = ['SYN-1', 'SYN-2'].map((reference) =>
      numbers.map((number) => tokenInCase(number, reference)),
    ) as unknown as [string[], string[]];
    expect(new Set([...own, ...one, ...other]).size).toBe(3 * numbers.length);
    // And two gateways that have the key of the epoch have the same.
    expect(tokenOf(keyOfCase({ ...key }, 'SYN-1'), nl(0))).toBe(one[0]);
  });

  test('of an epoch that has ended are nobody’s: its key is deleted, and nothing is answered by it', async () => {
    const gateway = await gatewayOf(holdingsOf(['NL'], border, chainOver([nl(2)]), [opened([lu(0)])]));
    const ask = () => gateway.ask(asking, bridgeOf(nl(0), nl(1)), { case: textbookCase });
    expect(toldOf(await ask())).toEqual([expect.anything()]);
    gateway.clock.moveTo(Temporal.Instant.from('2026-07-31T10:00:00Z'));
    expect(toldOf(await ask())).toEqual([expect.anything()]);
    expect(await readdir(join(gateway.dataFolder, 'vat-keys'))).toHaveLength(1);
    gateway.clock.moveTo(Temporal.Instant.from('2026-08-01T10:00:00Z'));
    expect(await ask()).toEqual({ refused: 'token_key_unknown' });
    // With the first question of that day the key went.
    expect(await readdir(join(gateway.dataFolder, 'vat-keys'))).toEqual([]);
    await gateway.close();
  });
});

describe('A token key', () => {
  const handover: Handover = { instrument, epoch: 1, from: 'LU', to: 'NL', request: 'r-1' };

  test('that is handed over opens for who asked, in that question alone, and for nobody who read along', () => {
    const [asker, answerer, other] = [makeOnceKey(), makeOnceKey(), makeOnceKey()];
    const sealed = sealSecret(key.secret, handover, answerer, asker.open) ?? '';
    expect(openSealed(sealed, handover, asker, answerer.open)).toEqual(key.secret);
    for (const changed of [
      { ...handover, request: 'r-2' },
      { ...handover, epoch: 2 },
      { ...handover, from: 'BE' },
      { ...handover, instrument: 'syn-other' },
    ])
      expect(openSealed(sealed, changed, asker, answerer.open)).toBe(null);
    expect(openSealed(sealed, handover, other, answerer.open)).toBe(null);
    expect(openSealed(sealed, handover, asker, other.open)).toBe(null);
    const flipped = `${sealed.slice(0, -2)}${sealed.at(-2) === 'A' ? 'B' : 'A'}${sealed.at(-1)}`;
    expect(openSealed(flipped, handover, asker, answerer.open)).toBe(null);
    expect(sealed).not.toContain(key.secret.toString('base64url'));
  });

  test('is not sealed under a secret that everybody knows, as points of low order give', () => {
    for (const point of [Buffer.alloc(32), Buffer.concat([Buffer.from([1]), Buffer.alloc(31)])])
      expect(sealSecret(key.secret, handover, makeOnceKey(), point.toString('base64url'))).toBe(null);
    const ed25519 = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }).x ?? '';
    expect(sealSecret(key.secret, handover, makeOnceKey(), 'short')).toBe(null);
    expect(ed25519).toHaveLength(43);
  });

  test('stands in a file that only its owner reads, is not made twice, and not found before its time', async () => {
    const dataFolder = join(folder, 'keys');
    expect(await keepTokenKey(dataFolder, key)).toBe(true);
    expect(await keepTokenKey(dataFolder, keyOfEpoch(1))).toBe(false);
    const [name = ''] = await readdir(join(dataFolder, 'vat-keys'));
    expect((await stat(join(dataFolder, 'vat-keys', name))).mode & 0o777).toBe(0o600);
    const found = (day: string) => findTokenKey(dataFolder, { instrument, epoch: 1 }, day as PlainDate);
    expect(await found('2026-04-30')).toBe(null);
    expect(await found('2026-05-01')).toEqual(key);
    expect(await found('2026-08-01')).toBe(null);
    expect(await findTokenKey(dataFolder, { instrument, epoch: 2 }, today)).toBe(null);
  });

  test('that was half written when its node was killed stops nothing, is named, and can be made anew', async () => {
    const dataFolder = join(folder, 'killed');
    const keys = join(dataFolder, 'vat-keys');
    await mkdir(keys, { recursive: true });
    for (const name of ['syn-bridges.1.json', 'Foo%20Bar.1.json']) await writeFile(join(keys, name), '');
    expect(await findTokenKey(dataFolder, { instrument, epoch: 1 }, today)).toBe(null);
    expect(await dropEndedKeys(dataFolder, today)).toEqual({
      dropped: 0,
      unreadable: ['Foo%20Bar.1.json', 'syn-bridges.1.json'],
    });
    await rm(join(keys, 'syn-bridges.1.json'));
    expect(await keepTokenKey(dataFolder, key)).toBe(true);
    // What nobody could read afterwards is not written, and nothing is left aside.
    await expect(keepTokenKey(dataFolder, { ...key, instrument: 'Foo Bar' })).rejects.toThrow();
    expect((await readdir(keys)).sort()).toEqual(['Foo%20Bar.1.json', 'syn-bridges.1.json']);
  });
});
