import { expect, test } from 'vitest';
import { readApart } from './read-apart.ts';

const reader = (name: string) => new URL(`fixtures/${name}.ts`, import.meta.url);
const bounds = { seconds: 60, megabytes: 64 };

test('A reader’s answer is given, and so is that it broke or ended without one', async () => {
  const read = (...bytes: number[]) => readApart<number>(reader('hasty'), Uint8Array.from(bytes), bounds);
  expect(await Promise.all([read(7, 8), read(0), read(1), read(9)])).toEqual([
    { kind: 'read', value: 2 },
    { kind: 'broken', detail: 'Cannot be read' },
    { kind: 'broken', detail: 'its reader ended' },
    { kind: 'read', value: 1 },
  ]);
});

test('A reader that takes too much room or too much time is ended, and the next one is heard', async () => {
  const nothing = new Uint8Array();
  expect(await readApart(reader('greedy'), nothing, bounds)).toEqual({ kind: 'too_costly' });
  expect(await readApart(reader('endless'), nothing, { ...bounds, seconds: 2 })).toEqual({
    kind: 'too_costly',
  });
  expect(await readApart(reader('hasty'), Uint8Array.from([5]), bounds)).toEqual({ kind: 'read', value: 1 });
});
