import type { SignInPorts } from '#platform/access/sign-in.tsx';
import type { Clock } from '#platform/clock.ts';
import { appendJournal } from '#platform/journal/journal.ts';
import { listBodyChoices, listPartyChoices, listRoleChoices } from '#union';

/** What sign-in needs of the rooms above it. */
export function signInPorts(clock: Clock): SignInPorts {
  return {
    listRoles: listRoleChoices,
    listParties: listPartyChoices,
    listBodies: listBodyChoices,
    record: async (tx, entry) => {
      await appendJournal(tx, clock, [{ ...entry, actor: `person:${entry.actor}` }]);
    },
  };
}
