import type { SignInPorts } from '#platform/access/sign-in.tsx';
import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/database/database.ts';
import { appendJournal } from '#platform/journal/journal.ts';
import { demonstrationId, listBodyChoices, listPartyChoices, listPlayers, listRoleChoices } from '#union';
import { loadDemonstration } from './first-data.ts';

/** What sign-in needs of the rooms above it. */
export function signInPorts(database: Database, clock: Clock): SignInPorts {
  return {
    listRoles: listRoleChoices,
    listParties: listPartyChoices,
    listBodies: listBodyChoices,
    listPlayers,
    year: { id: demonstrationId, setUp: () => loadDemonstration(database, clock) },
    record: async (tx, entry) => {
      await appendJournal(tx, clock, [{ ...entry, actor: `person:${entry.actor}` }]);
    },
  };
}
