import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import { isStorable } from '#platform/database/storable.ts';
import { newId } from '#platform/id.ts';
import type { Command, CommandResult } from '#platform/module.ts';
import { writeLog } from '../log/export.ts';
import { verifierKey } from '../log/signed-note.ts';
import { AccessRequest } from '../model.ts';
import { makeCheckpoint } from './checkpoints.ts';
import {
  answer,
  checkNewNode,
  list,
  nodeOf,
  readGiven,
  readInstant,
  readJson,
  refuse,
  text,
  usage,
} from './command-parts.ts';
import { agreeContract, type ContractFault, ownSide, proposeContract } from './contracts.ts';
import { endingCommands } from './ending-commands.ts';
import { revokeKey, rotateKey } from './key-changes.ts';
import { duties, NodeAddress, originOf, Side } from './model.ts';
import { moveClocks } from './move-clocks.ts';
import { leaveQuestion } from './outgoing.ts';
import { findTold } from './questions/store.ts';
import { replayDecisions } from './replay.ts';
import { listEnded, retain } from './retain.ts';
import { findCheckpoint, listKeys, type Self } from './store.ts';

/** The node that a database with all parties of its registers is, if nobody says otherwise. */
export const wholeNode: Self = { name: 'tripoint', parties: null, duties: ['secretariat'] };

/** Problem of an option that lists duties, one of which is none. */
export const dutiesUnknown = (given: string): Problem =>
  problem('choice_unknown', '--duties', { text: given, known: duties.join(', ') });

const urlOption = {
  url: { type: 'string', help: 'where others reach this node: https://nl.example' },
} as const;

const key: Command = {
  name: 'exchange key',
  usage: '',
  summary: 'this node, its public key and the fingerprint to read to others; makes both where there are none',
  options: {
    ...urlOption,
    node: { type: 'string', help: 'name of a node that is new: NL' },
    parties: { type: 'string', help: 'the parties that it speaks for: NL, or several with commas' },
    duties: { type: 'string', help: 'what it does for all: secretariat, witness' },
  },
  run: async (context): Promise<CommandResult> => {
    const { options } = context;
    const name = text(options.node);
    const given = z.array(z.enum(duties)).safeParse(list(options.duties));
    if (context.positionals.length > 0) return usage;
    if (!given.success) return refuse(dutiesUnknown(text(options.duties) ?? ''));
    const url = text(options.url);
    // The file is what others make a contract from: an address that leads nowhere would stand in it.
    if (url === null ? options.json === true : !NodeAddress.safeParse(url).success)
      return refuse(problem('exchange_url_needed', '--url'));
    const self = name === null ? undefined : { name, parties: list(options.parties), duties: given.data };
    if (self !== undefined) {
      const problems = await checkNewNode(context.database, self, { name: '--node', parties: '--parties' });
      if (problems.length > 0) return refuse(...problems);
    }
    const opened = await nodeOf(context, self);
    if (!opened.ok) return refuse(...opened.problems);
    const node = opened.value;
    const { url: _, ...own } = ownSide(node, '');
    const side = { ...own, ...(url === null ? {} : { url }) };
    const { fingerprint, publicKey } = node.key();
    const origin = originOf(node.self.name);
    const verifiers = [
      verifierKey({ name: origin, publicKey }, 'log'),
      verifierKey({ name: origin, publicKey }, 'cosigner'),
    ];
    return answer({ ...side, fingerprint, verifiers }, `${side.node}  ${fingerprint}`);
  },
};

const propose: Command = {
  name: 'exchange propose',
  usage: 'FILE',
  summary:
    'a contract with another node, signed by this one; FILE is what that node’s `exchange key --json` says',
  options: urlOption,
  run: async (context): Promise<CommandResult> => {
    const [file, ...more] = context.positionals;
    const url = text(context.options.url);
    if (file === undefined || url === null || more.length > 0) return usage;
    if (!NodeAddress.safeParse(url).success) return refuse(problem('exchange_url_needed', '--url'));
    const read = await readGiven(file);
    if (!read.ok) return refuse(...read.problems);
    const side = readSide(read.value);
    if (side === null) return refuse(refusals.exchange_contract_unreadable);
    const node = await nodeOf(context);
    if (!node.ok) return refuse(...node.problems);
    const note = proposeContract(node.value, ownSide(node.value, url), side);
    return answer({ contract: note }, note);
  },
};

/** Why a contract is not taken, as the command line says it. */
const refusals: Readonly<Record<ContractFault, Problem>> = {
  exchange_contract_unreadable: problem('exchange_contract_unreadable', 'FILE'),
  exchange_contract_not_ours: problem('exchange_contract_not_ours', 'FILE'),
  exchange_contract_key_not_ours: problem('exchange_contract_key_not_ours', 'FILE'),
  exchange_contract_unsigned: problem('exchange_contract_unsigned', 'FILE'),
  exchange_contract_fingerprint_differs: problem('exchange_contract_fingerprint_differs', 'FILE'),
  exchange_contract_node_known: problem('exchange_contract_node_known', 'FILE'),
  exchange_contract_ended: problem('exchange_contract_ended', 'FILE'),
  exchange_contract_key_ended: problem('exchange_contract_key_ended', 'FILE'),
  exchange_contract_epoch_known: problem('exchange_contract_epoch_known', 'FILE'),
  exchange_contract_party_taken: problem('exchange_contract_party_taken', 'FILE'),
  exchange_contract_secretariat_taken: problem('exchange_contract_secretariat_taken', 'FILE'),
};

/** What another node said of itself; null: something else. */
function readSide(given: string): Side | null {
  try {
    const { fingerprint: _, verifiers: __, ...other } = JSON.parse(given);
    return Side.safeParse(other).data ?? null;
  } catch {
    return null;
  }
}

const agree: Command = {
  name: 'exchange agree',
  usage: 'FILE',
  summary:
    'put this node’s name under a contract, or keep one that has both; the other’s key is believed from then on',
  options: { fingerprint: { type: 'string', help: 'of the other’s key, as its operator read it out' } },
  run: async (context): Promise<CommandResult> => {
    const [file, ...more] = context.positionals;
    const fingerprint = text(context.options.fingerprint);
    if (file === undefined || fingerprint === null || more.length > 0) return usage;
    const read = await readGiven(file);
    if (!read.ok) return refuse(...read.problems);
    const node = await nodeOf(context);
    if (!node.ok) return refuse(...node.problems);
    // What a command printed into a file ends with an empty line more than the note.
    const agreed = await agreeContract(node.value, `${read.value.trimEnd()}\n`, fingerprint);
    if (!agreed.ok) return refuse(refusals[agreed.fault]);
    const { node: name, parties, duties } = agreed.other;
    return answer({ node: name, parties, duties, contract: agreed.note }, agreed.note);
  },
};

const Question = z.strictObject({
  request: AccessRequest.extend({ id: AccessRequest.shape.id.optional() }),
  query: z.unknown().refine(isStorable),
  budget_ms: z.int().min(1).max(60_000).default(5_000),
  /** How long it may wait for the other; absent: it may not. */
  wait_minutes: z.int().min(1).max(10_080).optional(),
});

const askCommand: Command = {
  name: 'exchange ask',
  usage: 'FILE',
  summary:
    'ask another party by the node that is running, and wait for what it is told; FILE holds request and query',
  options: {},
  run: async (context): Promise<CommandResult> => {
    const [file, ...more] = context.positionals;
    if (file === undefined || more.length > 0) return usage;
    const register = await context.register();
    if (!register.ok) return { kind: 'usage', problems: register.problems };
    const given = await readGiven(file);
    if (!given.ok) return refuse(...given.problems);
    const read = readQuestion(given.value);
    if (!read.ok) return refuse(...read.problems);
    const { request, query = null, budget_ms, wait_minutes } = read.value;
    const { database, clock } = context;
    const now = clock.now().epochMilliseconds;
    const id = request.id ?? newId(clock);
    const question = {
      register: register.value.id,
      request: { ...request, id },
      query,
      group: null,
      actor: 'operator',
      budget: budget_ms,
      until: wait_minutes === undefined ? null : now + wait_minutes * 60_000,
    };
    await database.write((tx) => leaveQuestion(tx, question, now));
    for (let waited = 0; waited < budget_ms + 15_000; waited += 50) {
      const told = await database.read((tx) => findTold(tx, id));
      if (told !== null)
        return answer({ id, ...told }, `${told.outcome}${told.failure === null ? '' : ` (${told.failure})`}`);
      await wait(50);
    }
    return { kind: 'usage', problems: [problem('exchange_no_node', 'FILE')] };
  },
};

/** Problems: `json_invalid`, `exchange_question_invalid`. */
function readQuestion(given: string): Result<z.output<typeof Question>> {
  const json = readJson(given, 'FILE');
  if (!json.ok) return json;
  const parsed = Question.safeParse(json.value);
  return parsed.success
    ? ok(parsed.data)
    : fail(
        ...parsed.error.issues.map(({ path, message }) =>
          problem('exchange_question_invalid', path.join('.'), { message }),
        ),
      );
}

const log: Command = {
  name: 'exchange log',
  usage: 'FOLDER',
  summary: 'write this node’s log with its newest checkpoint, for tripoint-verify',
  options: {},
  run: async (context): Promise<CommandResult> => {
    const [folder, ...more] = context.positionals;
    if (folder === undefined || more.length > 0) return usage;
    const opened = await nodeOf(context);
    if (!opened.ok) return refuse(...opened.problems);
    const node = opened.value;
    await makeCheckpoint(node);
    const newest = await context.database.read(async (tx) => {
      const found = await findCheckpoint(tx, originOf(node.self.name));
      if (found !== null) await writeLog(tx, folder, found);
      return found;
    });
    if (newest === null) return { kind: 'usage', problems: [problem('exchange_log_empty', 'FOLDER')] };
    return answer({ folder, origin: newest.origin, size: newest.size }, newest.note);
  },
};

const replay: Command = {
  name: 'exchange replay',
  usage: '',
  summary: 'take every logged decision again, by the law and the records of its time, and say which differ',
  options: {},
  run: async ({ database, positionals }): Promise<CommandResult> => {
    if (positionals.length > 0) return usage;
    const json = await database.read(replayDecisions);
    const findings = json.different.map((entry) => problem('exchange_decision_differs', entry));
    return findings.length > 0
      ? { kind: 'findings', json, findings }
      : answer(json, `${json.decisions} decisions, ${json.different.length} differ, ${json.erased} erased`);
  },
};

const retainCommand: Command = {
  name: 'exchange retain',
  usage: '',
  summary:
    'erase what may be kept no longer, as a running node does by itself; says how many questions by what',
  options: { 'dry-run': { type: 'boolean', help: 'only say what would be erased today' } },
  run: async (context): Promise<CommandResult> => {
    if (context.positionals.length > 0) return usage;
    const opened = await nodeOf(context);
    if (!opened.ok) return refuse(...opened.problems);
    const node = opened.value;
    const isTrial = context.options['dry-run'] === true;
    const ended = isTrial
      ? (await listEnded(node)).map(({ entries, ...rest }) => ({ ...rest, requests: entries.length }))
      : await retain(node);
    const lines = ended.map(
      ({ register, provision, days, requests }) => `${requests}  ${register} ${provision}  ${days} days`,
    );
    return answer({ erased: !isTrial, ended }, lines.length === 0 ? '0' : lines.join('\n'));
  },
};

const clock: Command = {
  name: 'exchange clock',
  usage: 'INSTANT',
  summary: 'move the clocks of all nodes that were started with --test-clock, for an exercise; never back',
  options: {
    ...urlOption,
    at: { type: 'string', help: 'what the clocks of the exercise say now, where they were moved before' },
  },
  run: async (context): Promise<CommandResult> => {
    const [to, ...more] = context.positionals;
    const own = text(context.options.url);
    if (to === undefined || more.length > 0) return usage;
    const at = text(context.options.at);
    const goal = readInstant(to, 'INSTANT');
    if (!goal.ok) return refuse(...goal.problems);
    const now = at === null ? ok(context.clock.now()) : readInstant(at, '--at');
    if (!now.ok) return refuse(...now.problems);
    const node = await nodeOf(context);
    if (!node.ok) return refuse(...node.problems);
    const moved = await moveClocks(node.value, { now: now.value, to: goal.value, ownUrl: own });
    const findings = Object.entries(moved).flatMap(([name, status]) =>
      status === 204 ? [] : [problem('exchange_clock_not_moved', 'INSTANT', { node: name, status })],
    );
    const json = { to, moved };
    return findings.length > 0 ? { kind: 'findings', json, findings } : answer(json, JSON.stringify(moved));
  },
};

const rotate: Command = {
  name: 'exchange rotate-key',
  usage: '',
  summary: 'make this node’s next key, signed with the one before; the running node tells it to all others',
  options: {},
  run: async (context): Promise<CommandResult> => {
    if (context.positionals.length > 0) return usage;
    const node = await nodeOf(context);
    if (!node.ok) return refuse(...node.problems);
    const statement = await rotateKey(node.value, context.dataFolder);
    return answer({ statement }, statement);
  },
};

const revoke: Command = {
  name: 'exchange revoke-key',
  usage: 'FINGERPRINT',
  summary: 'end an older key of this node at once, because somebody else may have it',
  options: {},
  run: async (context): Promise<CommandResult> => {
    const [fingerprint, ...more] = context.positionals;
    if (fingerprint === undefined || more.length > 0) return usage;
    const node = await nodeOf(context);
    if (!node.ok) return refuse(...node.problems);
    const { database } = context;
    const keys = (await database.read(listKeys)).filter((one) => one.node === node.value.self.name);
    const ended = keys.find((one) => one.fingerprint === fingerprint);
    if (ended === undefined) return refuse(problem('exchange_key_unknown', 'FINGERPRINT', { fingerprint }));
    if (ended.epoch >= node.value.key().epoch)
      return refuse(problem('exchange_key_signs', 'FINGERPRINT', { fingerprint }));
    const statement = await revokeKey(node.value, fingerprint);
    return answer({ statement }, statement);
  },
};

export const nodeCommands: readonly Command[] = [
  key,
  propose,
  agree,
  askCommand,
  log,
  replay,
  retainCommand,
  clock,
  rotate,
  revoke,
  ...endingCommands,
];
