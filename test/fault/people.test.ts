import { rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { peopleAtWork } from '../support/people-at-work.ts';
import { createDataFolder, waitForSilence } from '../support/running-node.ts';

/** `npm run bench -- people` has fifty of them for a minute. */
test('the node is killed while people read and write: what was acknowledged is there, and the journal is whole', async () => {
  const dataFolder = await createDataFolder();
  try {
    const report = await peopleAtWork(dataFolder, { people: 12, seconds: 8, seed: 20_201_126 });
    expect(report.lost).toEqual([]);
    expect(report.journal).toMatchObject({ status: 0, faults: 0 });
    expect(report.journal.entries).toBeGreaterThan(report.acknowledged);
    expect(report.unanswered).toBeGreaterThan(0);
    // Nothing but the lost update refuses, and it is told as such.
    expect(Object.keys(report.refusals).filter((code) => code !== 'changed_meanwhile')).toEqual([]);
    expect(Object.keys(report.statuses).toSorted()).toEqual(expect.arrayContaining(['200']));
    expect(Object.keys(report.statuses).filter((status) => !['200', '409'].includes(status))).toEqual([]);
    expect(report.acknowledged).toBeGreaterThan(5);
  } finally {
    await waitForSilence(dataFolder);
    await rm(dataFolder, { recursive: true });
  }
});
