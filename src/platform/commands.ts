import { sequenceJournal, verifyJournal } from '#platform/journal/journal.ts';
import type { Command, CommandResult } from '#platform/module.ts';
import { stateHash } from '#platform/records/state.ts';

const verify: Command = {
  name: 'journal verify',
  usage: '',
  summary: 'recompute every hash of the journal and of what it vouches for; names each row that differs',
  options: {},
  run: async (context): Promise<CommandResult> => {
    if (context.positionals.length > 0) return { kind: 'usage', problems: [] };
    await sequenceJournal(context.database);
    const verdict = await verifyJournal(context.database);
    const json = { whole: verdict.faults.length === 0, ...verdict };
    if (verdict.faults.length > 0) {
      const findings = verdict.faults.map(({ row, entry, fault }) => ({
        code: 'journal_differs',
        path: row,
        params: { entry, fault },
        severity: 'error' as const,
      }));
      return { kind: 'findings', json, findings };
    }
    const { entries, payloads, records, transitions, sequenced } = verdict;
    return {
      kind: 'answer',
      json,
      text: `whole: ${entries} entries, ${payloads} payloads, ${sequenced} in the log, ${records} records, ${transitions} steps`,
    };
  },
};

const hash: Command = {
  name: 'state-hash',
  usage: '',
  summary: 'one hash over all records and steps: equal states have equal hashes',
  options: {},
  run: async (context): Promise<CommandResult> => {
    if (context.positionals.length > 0) return { kind: 'usage', problems: [] };
    const state = await context.database.read(stateHash);
    return { kind: 'answer', json: state, text: state.hash };
  },
};

export const platformCommands: readonly Command[] = [verify, hash];
