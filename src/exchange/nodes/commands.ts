import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import { newId } from '#platform/id.ts';
import type { Command, CommandContext, CommandResult } from '#platform/module.ts';
import { createLogger } from '#platform/telemetry.ts';
import { writeLog } from '../log/export.ts';
import { verifierKey } from '../log/signed-note.ts';
import { AccessRequest } from '../model.ts';
import { makeCheckpoint } from './checkpoints.ts';
import { agreeContract, type ContractFault, ownSide, proposeContract } from './contracts.ts';
import { revokeKey, rotateKey } from './key-changes.ts';
import { duties, originOf, Side } from './model.ts';
import { moveClocks } from './move-clocks.ts';
import { type ExchangeNode, openNode } from './node.ts';
import { leaveQuestion } from './outgoing.ts';
import { replayDecisions } from './replay.ts';
import { listEnded, retain } from './retain.ts';
import { findCheckpoint, findSelf, findTold, type Self } from './store.ts';

/** The node that a database with all parties of its registers is, if nobody says otherwise. */
export const wholeNode: Self = { name: 'tripoint', parties: null, duties: ['secretariat'] };

/** The node of this database, to sign something; not to answer anybody. */
async function nodeOf({ database, clock, dataFolder }: CommandContext, self?: Self): Promise<ExchangeNode> {
  const found = self ?? (await database.read(findSelf)) ?? wholeNode;
  return openNode({
    database,
    clock,
    dataFolder,
    self: found,
    log: createLogger('silent'),
    services: [],
  });
}

const text = (given: string | boolean | undefined): string | null =>
  typeof given === 'string' ? given : null;
const list = (given: string | boolean | undefined): readonly string[] =>
  (text(given) ?? '').split(',').filter((one) => one !== '');
const usage: CommandResult = { kind: 'usage', problems: [] };
const answer = (json: unknown, said: string): CommandResult => ({ kind: 'answer', json, text: said });

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
    if (!given.success || context.positionals.length > 0) return usage;
    const self = name === null ? undefined : { name, parties: list(options.parties), duties: given.data };
    const node = await nodeOf(context, self);
    const side = ownSide(node, text(options.url) ?? 'http://localhost:3000');
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
    const side = readSide(await readFile(file, 'utf8'));
    if (side === null) return { kind: 'usage', problems: [refusals.exchange_contract_unreadable] };
    const node = await nodeOf(context);
    const note = proposeContract(node, ownSide(node, url), side);
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
    // What a command printed into a file ends with an empty line more than the note.
    const note = `${(await readFile(file, 'utf8')).trimEnd()}\n`;
    const agreed = await agreeContract(await nodeOf(context), note, fingerprint);
    if (!agreed.ok) return { kind: 'usage', problems: [refusals[agreed.fault]] };
    return answer({ node: agreed.node, contract: agreed.note }, agreed.note);
  },
};

const Question = z.strictObject({
  request: AccessRequest.extend({ id: AccessRequest.shape.id.optional() }),
  query: z.unknown(),
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
    const read = readQuestion(await readFile(file, 'utf8'));
    if (!read.ok) return { kind: 'usage', problems: read.problems };
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

function readQuestion(given: string): Result<z.output<typeof Question>> {
  try {
    const parsed = Question.safeParse(JSON.parse(given));
    return parsed.success
      ? ok(parsed.data)
      : fail(
          ...parsed.error.issues.map(({ path, message }) =>
            problem('exchange_question_invalid', path.join('.'), { message }),
          ),
        );
  } catch {
    return fail(problem('exchange_question_invalid', 'FILE', { message: 'JSON' }));
  }
}

const log: Command = {
  name: 'exchange log',
  usage: 'FOLDER',
  summary: 'write this node’s log with its newest checkpoint, for tripoint-verify',
  options: {},
  run: async (context): Promise<CommandResult> => {
    const [folder, ...more] = context.positionals;
    if (folder === undefined || more.length > 0) return usage;
    const node = await nodeOf(context);
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
    const node = await nodeOf(context);
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
    const now = at === null ? context.clock.now() : Temporal.Instant.from(at);
    const node = await nodeOf(context);
    const moved = await moveClocks(node, { now, to: Temporal.Instant.from(to), ownUrl: own });
    return answer({ to, moved }, JSON.stringify(moved));
  },
};

const rotate: Command = {
  name: 'exchange rotate-key',
  usage: '',
  summary: 'make this node’s next key, signed with the one before; the running node tells it to all others',
  options: {},
  run: async (context): Promise<CommandResult> => {
    if (context.positionals.length > 0) return usage;
    const statement = await rotateKey(await nodeOf(context), context.dataFolder);
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
    const statement = await revokeKey(await nodeOf(context), fingerprint);
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
];
