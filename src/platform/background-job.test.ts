import { setImmediate as next } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { inBackground } from '#platform/background-job.ts';

/** Work of which each round ends when it is told to. */
function rounds() {
  const ends: ((error?: Error) => void)[] = [];
  const failures: unknown[] = [];
  const made = inBackground(
    'task',
    (signal) =>
      new Promise((resolve, reject) => {
        ends.push((error) => (error === undefined ? resolve() : reject(error)));
        signal.addEventListener('abort', () => reject(new Error('The node stops')));
      }),
    (error) => failures.push(error),
  );
  return { ...made, ends, failures };
}

describe('A job that wakes long work', () => {
  test('waits for none of it, and has it done once more when it was woken meanwhile, however often', async () => {
    const { job, ends } = rounds();
    for (let time = 0; time < 3; time++) await job.run();
    expect(ends).toHaveLength(1);
    ends[0]?.();
    await next();
    expect(ends).toHaveLength(2);
    ends[1]?.();
    await next();
    expect(ends, 'nobody woke it again').toHaveLength(2);
    await job.run();
    expect(ends).toHaveLength(3);
  });

  test('tells what it failed by, and begins anew when it is woken', async () => {
    const { job, ends, failures } = rounds();
    await job.run();
    ends[0]?.(new Error('no room'));
    await next();
    expect(failures).toEqual([new Error('no room')]);
    await job.run();
    expect(ends).toHaveLength(2);
  });

  test('is done once more when it was woken during a round that failed', async () => {
    const { job, ends, failures } = rounds();
    await job.run();
    await job.run();
    ends[0]?.(new Error('no room'));
    await next();
    expect(failures).toHaveLength(1);
    expect(ends).toHaveLength(2);
    ends[1]?.();
    await next();
    expect(ends, 'nobody woke it again').toHaveLength(2);
  });

  test('ends when it is stopped, which is no failure, and does nothing from then on', async () => {
    const { job, stop, ends, failures } = rounds();
    await job.run();
    await job.run();
    await stop();
    await job.run();
    expect([ends.length, failures]).toEqual([1, []]);
  });
});
