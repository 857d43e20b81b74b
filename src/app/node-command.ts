import { z } from 'zod';
import { checkNewNode, duties, dutiesUnknown, readListService, type Self } from '#exchange';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import { movableClock, systemClock } from '#platform/clock.ts';
import { type Config, readConfig } from '#platform/config.ts';
import type { Command, CommandContext, CommandResult } from '#platform/module.ts';
import { createLogger } from '#platform/telemetry.ts';
import {
  casesIn,
  declaredHoldings,
  exerciseTerms,
  feedbackService,
  gatewayService,
  keepingIn,
  readHoldings,
  vatPrefixes,
} from '#vat';
import { startNode } from './node.ts';

/** Milliseconds between two rounds of a node among others. */
const defaultEvery = 2_000;

/** `tripoint node`: a deployment of its own for one party, the secretariat or a witness, until it is told to end. */
export const nodeCommand: Command = {
  name: 'node',
  usage: '',
  summary:
    'run a node for one party, the secretariat or a witness, with a database, keys and a log of its own',
  options: {
    name: { type: 'string', help: 'of the node; where it has one party, that’s' },
    party: { type: 'string', help: 'the party that it speaks for: NL, or several with commas' },
    duties: { type: 'string', help: 'what it does for all: secretariat, witness' },
    port: { type: 'string', help: 'where it listens (default: PORT)' },
    service: { type: 'string', help: 'file with a made-up list that it answers from, for exercises' },
    vat: {
      type: 'string',
      help: 'file with made-up statements and sales that its gateway for VAT answers from, for exercises',
    },
    'vat-declared': {
      type: 'string',
      help: 'state whose declarations its gateway for VAT answers from, as this node took them in: NL',
    },
    'test-clock': {
      type: 'boolean',
      help: 'let the secretariat move its clock by a signed command, for exercises',
    },
    'copy-at-most': {
      type: 'string',
      help: 'seconds after which its copy of the law opens nothing any more (default: a day)',
    },
    'requests-per-second': {
      type: 'string',
      help: 'requests that it takes from each other node in a second, on average (default: 1000)',
    },
    every: {
      type: 'string',
      help: `milliseconds between two rounds with other nodes (default: ${defaultEvery})`,
    },
  },
  run: async (context): Promise<CommandResult> => {
    const read = readOptions(context);
    if (!read.ok) return { kind: 'usage', problems: read.problems };
    const { config, self, every, copyAtMost, perSecond } = read.value;
    const { service, vat } = context.options;
    const problems = await checkNewNode(context.database, self, { name: '--name', parties: '--party' });
    if (problems.length > 0) return { kind: 'usage', problems };
    const listed = typeof service === 'string' ? await readListService(service) : null;
    if (listed?.ok === false) return { kind: 'usage', problems: listed.problems };
    const held = typeof vat === 'string' ? await readHoldings(vat, '--vat') : null;
    if (held?.ok === false) return { kind: 'usage', problems: held.problems };
    const declared = readDeclared(context);
    if (!declared.ok) return { kind: 'usage', problems: declared.problems };
    const testClock = context.options['test-clock'] === true ? movableClock() : null;
    const { database } = context;
    const gateway = {
      clock: testClock ?? systemClock,
      dataFolder: config.dataFolder,
      ...keepingIn(database),
      casesOf: casesIn(database, testClock ?? systemClock),
    };
    const started = await startNode({
      config,
      database,
      logger: createLogger(config.logLevel),
      self,
      services: [
        ...(listed === null ? [] : [listed.value]),
        feedbackService({ database, clock: gateway.clock }),
        ...(held === null
          ? []
          : [
              gatewayService({
                ...gateway,
                terms: held.value.terms,
                holdings: async () => held.value.holdings,
              }),
            ]),
        ...(declared.value === null
          ? []
          : [
              gatewayService({
                ...gateway,
                terms: exerciseTerms,
                holdings: declaredHoldings({
                  database,
                  dataFolder: config.dataFolder,
                  state: declared.value,
                  register: context.register,
                }),
              }),
            ]),
      ],
      testClock,
      every,
      ...(copyAtMost === null ? {} : { copyAtMost }),
      ...(perSecond === null ? {} : { requestsPerSecond: perSecond }),
    });
    context.progress(`Tripoint is at ${started.address}`);
    await context.untilStopped();
    context.progress('Stopping');
    await started.stop();
    return { kind: 'answer', json: { node: self.name }, text: '' };
  },
};

/** Null: it answers from no declarations. Problems: `vat_state_unknown`, `vat_holdings_twice`. */
function readDeclared({ options }: CommandContext): Result<string | null> {
  const given = options['vat-declared'];
  if (typeof given !== 'string') return ok(null);
  const state = given.toUpperCase();
  if (!vatPrefixes.includes(state)) return fail(problem('vat_state_unknown', '--vat-declared', { given }));
  return options.vat === undefined ? ok(state) : fail(problem('vat_holdings_twice', '--vat-declared'));
}

function readOptions({ options, positionals }: CommandContext): Result<{
  readonly config: Config;
  readonly self: Self;
  readonly every: number;
  readonly copyAtMost: number | null;
  readonly perSecond: number | null;
}> {
  const words = (name: string) =>
    typeof options[name] === 'string' ? options[name].split(',').filter(Boolean) : [];
  const parties = words('party');
  const wanted = z.array(z.enum(duties)).safeParse(words('duties'));
  const name =
    typeof options.name === 'string' ? options.name : parties.length === 1 ? parties[0] : wanted.data?.[0];
  if (!wanted.success) return fail(dutiesUnknown(String(options.duties)));
  if (positionals.length > 0 || name === undefined) return fail(problem('exchange_node_unnamed', '--party'));
  const every = Number(options.every ?? defaultEvery);
  if (!(every >= 50))
    return fail(problem('exchange_every_invalid', '--every', { given: String(options.every) }));
  const numberOf = (option: string) => (options[option] === undefined ? null : Number(options[option]));
  const [copyAtMost, perSecond] = [numberOf('copy-at-most'), numberOf('requests-per-second')];
  const wrong = Object.entries({ 'copy-at-most': copyAtMost, 'requests-per-second': perSecond }).filter(
    ([, given]) => given !== null && !(given > 0),
  );
  if (wrong.length > 0)
    return fail(
      ...wrong.map(([option]) =>
        problem('exchange_number_invalid', `--${option}`, { given: String(options[option]) }),
      ),
    );
  const config = readConfig({
    ...process.env,
    ...(typeof options.port === 'string' ? { PORT: options.port } : {}),
  });
  return config.ok
    ? ok({
        config: config.value,
        self: { name, parties, duties: wanted.data },
        every,
        copyAtMost,
        perSecond,
      })
    : config;
}
