import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Analytics, atMost, openAnalytics, withAnalytics } from './analytics.ts';

let spill = '';
beforeEach(async () => {
  spill = await mkdtemp(join(tmpdir(), 'tripoint-analytics-'));
});
afterEach(() => rm(spill, { recursive: true }));

const limits = () => ({ threads: 1, megabytes: 64, spill });
const folderOf = async (analytics: Analytics) =>
  String((await analytics.rows("SELECT current_setting('temp_directory') AS folder"))[0]?.folder);

describe('What does not fit in memory', () => {
  test('stands apart for each that is open, and one that is closed takes nothing of another with it', async () => {
    const [one, other] = [await openAnalytics(limits()), await openAnalytics(limits())];
    const [own, others] = [await folderOf(one), await folderOf(other)];
    expect(own).not.toBe(others);
    expect([own, others].map(dirname)).toEqual([spill, spill]);
    await writeFile(join(others, 'duckdb_temp_storage_DEFAULT-0.tmp'), 'needed');
    one.close();
    expect(await readdir(spill)).toEqual([others.slice(spill.length + 1)]);
    expect(await readdir(others)).toEqual(['duckdb_temp_storage_DEFAULT-0.tmp']);
    other.close();
    expect(await readdir(spill)).toEqual([]);
  });

  test('of a process that ended is removed by who opens next; of one that runs, or of another machine, it is left', async () => {
    const { pid: ended } = spawnSync(process.execPath, ['-e', '']);
    const names = {
      ended: `${ended}@${hostname()}-abcdef`,
      running: `${process.ppid}@${hostname()}-abcdef`,
      elsewhere: `${ended}@elsewhere-abcdef`,
      before: `${process.pid}@${hostname()}-before`,
      now: `${process.pid}@${hostname()}-nownow`,
      others: 'rows.parquet',
    };
    for (const name of Object.values(names)) await mkdir(join(spill, name));
    await utimes(join(spill, names.before), 1, 1);
    await withAnalytics(limits(), async () => {});
    const { running, elsewhere, before, now, others } = names;
    const left = [running, elsewhere, now, others, ...(isMainThread ? [] : [before])];
    expect(await readdir(spill)).toEqual(left.toSorted());
  });
});

describe('Works that come at once', () => {
  test('are done some at a time, in the order in which they came, also after one that failed', async () => {
    const inTurn = atMost(2);
    const ends: (() => void)[] = [];
    const began: number[] = [];
    const works = [0, 1, 2, 3].map((work) =>
      inTurn(async () => {
        began.push(work);
        await new Promise<void>((resolve) => ends.push(resolve));
        if (work === 0) throw new Error('failed');
        return work;
      }),
    );
    const all = Promise.allSettled(works);
    const settle = () => new Promise((resolve) => setImmediate(resolve));
    await settle();
    expect(began).toEqual([0, 1]);
    ends[0]?.();
    await settle();
    expect(began).toEqual([0, 1, 2]);
    ends[1]?.();
    ends[2]?.();
    await settle();
    ends[3]?.();
    expect((await all).map(({ status }) => status)).toEqual([
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ]);
  });
});
