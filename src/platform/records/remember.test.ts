import { expect, test } from 'vitest';
import type { RegisterId } from '#kernel/references.ts';
import { remember } from './remember.ts';

/** Work that counts how often it is done. */
function counting<T>(answer: (time: number) => T) {
  const work = async () => {
    work.times += 1;
    return answer(work.times);
  };
  work.times = 0;
  return work;
}

test('The same question about the same state is worked out once; another question, or another state, anew', async () => {
  const work = counting((time) => time);
  const register = { id: 'r' as RegisterId, revision: 'first' };
  expect(await remember(register, ['a', { year: 2013 }], work)).toBe(1);
  expect(await remember(register, ['a', { year: 2013 }], work)).toBe(1);
  expect(await remember(register, ['a', { year: 2014 }], work)).toBe(2);
  expect(await remember({ id: 'r' as RegisterId, revision: 'second' }, ['a', { year: 2013 }], work)).toBe(3);
});

test('Who asks while it is being worked out waits for that answer', async () => {
  const work = counting((time) => time);
  const register = { id: 'r' as RegisterId, revision: 'at once' };
  const asked = await Promise.all([1, 2, 3].map(() => remember(register, ['a'], work)));
  expect(asked).toEqual([1, 1, 1]);
});

test('Work that failed is not remembered, and whoever waited for it does it for himself', async () => {
  const register = { id: 'r' as RegisterId, revision: 'failing' };
  const work = counting((time) => {
    if (time === 1) throw new Error('ended');
    return time;
  });
  const [first, second] = await Promise.allSettled([1, 2].map(() => remember(register, ['a'], work)));
  expect(first).toMatchObject({ status: 'rejected' });
  expect(second).toEqual({ status: 'fulfilled', value: 2 });
  expect(await remember(register, ['a'], work)).toBe(3);
});

test('Registers that happen to have one revision do not mix', async () => {
  const work = counting((time) => time);
  await remember({ id: 'a' as RegisterId, revision: 'same' }, ['q'], work);
  expect(await remember({ id: 'b' as RegisterId, revision: 'same' }, ['q'], work)).toBe(2);
});

test('What nobody asked for longest is forgotten first, when all together grow too large', async () => {
  const register = { id: 'r' as RegisterId, revision: 'many' };
  const large = counting((time) => ({ time, text: 'x'.repeat(1024 * 1024) }));
  await remember(register, ['kept'], large);
  for (let question = 0; question < 40; question += 1) {
    await remember(register, [question], large);
    await remember(register, ['kept'], large);
  }
  const before = large.times;
  expect(before).toBe(41);
  await remember(register, ['kept'], large);
  await remember(register, [39], large);
  expect(large.times).toBe(before);
  await remember(register, [0], large);
  expect(large.times).toBe(before + 1);
});
