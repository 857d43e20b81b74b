/** Made-up declarations for a register that is made up: written as files, marked so, and taken in as any others are. */
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Logger } from 'pino';
import { addMonths, lastDay, type PlainDate } from '#kernel/dates.ts';
import { problem } from '#kernel/result.ts';
import { withAnalytics } from '#platform/analytics.ts';
import { type BackgroundJob, inBackground } from '#platform/background-job.ts';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { vatFolder } from '../intake/commands.ts';
import { withIncoming } from '../intake/incoming.ts';
import { recordFile } from '../intake/store.ts';
import { takeIn } from '../intake/take-in.ts';
import { syntheticFiles } from '../made-up/csv.ts';
import { type Preset, presets } from '../made-up/presets.ts';
import { makeUpWorld } from '../made-up/world.ts';
import { listMakingsToDo, type Making, saveMakingState } from './store.ts';

export const makingTask = 'vat-make-up';

/** Small enough that a newcomer waits for seconds, and for more than a year, as far back as a score looks. */
export const sizes = {
  small: { traders: 1_200, months: 16 },
  larger: { traders: 6_000, months: 24 },
} as const;
export type Size = keyof typeof sizes;

/** Rings: far more than among as many traders anywhere, so that each state has some to be found. */
const rings = 24;

const presetOf = ({ traders, months }: Pick<Making, 'traders' | 'months'>): Preset => ({
  ...presets.easy,
  ...{ traders, months, rings: { ...presets.easy.rings, share: rings / traders } },
});

/** The first day of the years in which a made-up year is told (`src/union/demonstration`): what is declared in it lies in them. */
const madeUpBegins = '2019-01-01' as PlainDate;

/** The last month of made-up declarations, as `2020-04`. */
export const lastMonthOf = (months: number): string => addMonths(madeUpBegins, months - 1).slice(0, 7);

export type MakingPlace = {
  readonly database: Database;
  readonly clock: Clock;
  readonly dataFolder: string;
};

/** Takes in what is asked for, and after a start what was left: a file that is there changes nothing. */
export function startMakings(place: MakingPlace, log: Logger): BackgroundJob {
  async function makeAll(signal: AbortSignal): Promise<void> {
    for (const making of await place.database.read(listMakingsToDo)) {
      if (signal.aborted) return;
      await make(place, making, signal, log);
    }
  }
  return inBackground(makingTask, makeAll, (error) =>
    log.error({ err: error }, 'taking in made-up declarations ended'),
  );
}

/** As it was asked for: so many months, and this the last. */
const firstDayOf = ({ months, lastMonth }: Pick<Making, 'months' | 'lastMonth'>): PlainDate =>
  addMonths(`${lastMonth}-01` as PlainDate, 1 - months);

/** The world whose declarations are taken in: the same for the same size, seed and months. */
export const worldOf = (asked: Pick<Making, 'traders' | 'months' | 'seed' | 'lastMonth'>) =>
  makeUpWorld(presetOf(asked), asked.seed, firstDayOf(asked)).world;

/** Of a made-up world: the day on which the last of it was known. */
const receivedBy = ({ lastMonth }: Making): PlainDate =>
  lastDay(addMonths(`${lastMonth}-01` as PlainDate, 4));

async function make(
  { database, clock, dataFolder }: MakingPlace,
  making: Making,
  signal: AbortSignal,
  log: Logger,
): Promise<void> {
  const { id, register } = making;
  const say = (done: Pick<Making, 'state' | 'stage' | 'done' | 'total'>) =>
    database.write((tx) => saveMakingState(tx, id, done));
  const began = { state: 'running', stage: 'making', done: 0, total: 0 } as const;
  await say(began);
  const folder = vatFolder(dataFolder, register);
  const limits = { threads: 1, megabytes: 512, spill: join(folder, 'spill') };
  let total = 0;
  try {
    const files = syntheticFiles(worldOf(making));
    total = files.length;
    await withAnalytics(limits, (analytics) =>
      withIncoming(folder, async (incoming) => {
        for (const [done, { name, state, chunks }] of files.entries()) {
          // It is left as it is, and gone on with when the node starts again.
          if (signal.aborted) return;
          await say({ state: 'running', stage: 'taking', done, total });
          const file = join(incoming, name);
          await pipeline(Readable.from(chunks()), createWriteStream(file));
          const taken = await takeIn(analytics, folder, { file, state, received: receivedBy(making) });
          if (!taken.ok) throw new Error(taken.problems.map(({ code }) => code).join(', '));
          const { receipt } = taken.value;
          await database.write((tx) =>
            recordFile(tx, clock, { register, receipt, name, actor: making.askedBy }),
          );
        }
      }),
    );
    if (!signal.aborted) await say({ state: 'done', stage: 'taking', done: total, total });
  } catch (error) {
    // Whoever asked is told what to do, and who keeps the node what happened; what was taken in stays, and asking again goes on.
    log.error({ err: error, making: id }, 'made-up declarations could not be taken in');
    const why = problem('vat_making_failed', '', {
      message: error instanceof Error ? error.message : String(error),
    });
    await database.write((tx) =>
      saveMakingState(tx, id, { state: 'failed', stage: 'taking', done: 0, total, problem: why }),
    );
  }
}
