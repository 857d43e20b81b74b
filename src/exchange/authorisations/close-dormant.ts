import { lockRegister } from '#platform/actions/perform.ts';
import { type Clock, todayOn } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import type { Job } from '#platform/jobs.ts';
import { writeChanges } from '#platform/records/changes.ts';
import { knownNow, listRegisters } from '#platform/records/registers.ts';
import { listAuthorisations } from '../situation/store.ts';
import { stepOf } from './actions/shared.ts';
import { authorisations } from './model.ts';
import { standingOn } from './rules/standing.ts';

/** Closes what was not used for as long as its supplier lets it be; returns how many. Again on the same day, none. */
export async function closeDormant(database: Database, clock: Clock): Promise<number> {
  const today = todayOn(clock);
  let closed = 0;
  for (const register of await database.read((tx) => listRegisters(tx)))
    closed += await database.write(async (tx) => {
      await lockRegister(tx, register.id);
      const knownAt = knownNow(register, today);
      const changes = (await listAuthorisations(tx, { register: register.id, knownAt })).flatMap((held) => {
        const standing = standingOn(held, today);
        if (standing === null || standing.dormantOn === null || standing.dormantOn > today) return [];
        const details = { dormant: true, last_use: held.lastUse };
        return [
          {
            kind: authorisations,
            id: held.id,
            steps: [stepOf(standing, 'close', 'system', { today }, details)],
          },
        ];
      });
      // One party's officers at a time would say no more: the journal has an entry for each.
      if (changes.length > 0)
        await writeChanges(tx, clock, {
          register: register.id,
          knownFrom: knownAt,
          event: 'authorisations/close',
          actor: 'system',
          party: null,
          changes,
        });
      return changes.length;
    });
  return closed;
}

/** Within the hour of midnight; what is dormant opens nothing before, either (`authorisationOn`). */
const everyMinutes = 30;

export function closeDormantJob(database: Database, clock: Clock): Job {
  return {
    task: 'close_dormant_authorisations',
    everyMinutes,
    run: () => closeDormant(database, clock),
  };
}
