import { addDays } from '#kernel/dates.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import { todayOn } from '#platform/clock.ts';
import { newId } from '#platform/id.ts';
import { appendJournal } from '#platform/journal/journal.ts';
import type { Command, CommandContext, CommandResult } from '#platform/module.ts';
import { IdField } from '#platform/records/fields.ts';
import { type Analysed, analyse, reveal } from './analyse.ts';
import { type AskByNode, askByNode, NobodyAsks } from './ask-by-node.ts';
import { makeOnceKey, openSealed } from './key-handover.ts';
import { bridgeOperations, KeyAnswer, TokenText } from './model.ts';
import type { Carousel } from './rules/join.ts';
import { bridgeTexts } from './text/texts.ts';
import { dropEndedKeys, keepTokenKey, makeTokenKey } from './token-keys.ts';
import { keyIdOf, type TokenKey } from './tokens.ts';

/** Gateways and analysts are not the same people: what the law opens to the one it need not open to the other. */
const [gateway, analyst] = ['gateway', 'analyst'];

const usage: CommandResult = { kind: 'usage', problems: [] };
const refuse = (...problems: readonly Problem[]): CommandResult => ({ kind: 'usage', problems });

const epochOption = { epoch: { type: 'string', help: 'number of the exchange epoch: 1, 2, …' } } as const;
const askingOptions = {
  party: { type: 'string', help: 'who asks: BE' },
  purpose: { type: 'string', help: 'what for, in a word that the instrument knows' },
} as const;
const caseOption = {
  case: { type: 'string', help: 'reference of the case, which must be open at the state that is asked' },
} as const;

const makeKey: Command = {
  name: 'vat make-key',
  usage: 'INSTRUMENT',
  summary: 'make the token key of an epoch at this gateway, and delete those of epochs that have ended',
  options: { ...epochOption, days: { type: 'string', help: 'how many days the epoch has (default: 90)' } },
  run: async (context): Promise<CommandResult> => {
    const [instrument, ...more] = context.positionals;
    if (instrument === undefined || more.length > 0) return usage;
    const named = readInstrument(instrument);
    const epoch = readNumber(context, 'epoch', undefined, 1_000_000);
    const days = readNumber(context, 'days', '90', 366);
    if (!named.ok || !epoch.ok || !days.ok) return refuse(...problemsOf(named, epoch, days));
    const from = todayOn(context.clock);
    const key = makeTokenKey({ instrument, epoch: epoch.value, from, until: addDays(from, days.value) });
    return keep(context, key, 'made');
  },
};

const takeKey: Command = {
  name: 'vat take-key',
  usage: 'INSTRUMENT',
  summary:
    'have the token key of an epoch handed over by the gateway that made it, by the node that is running',
  options: {
    ...epochOption,
    ...askingOptions,
    of: { type: 'string', help: 'party whose gateway has it: NL' },
  },
  run: async (context): Promise<CommandResult> => {
    const [instrument, ...more] = context.positionals;
    if (instrument === undefined || more.length > 0) return usage;
    const named = readInstrument(instrument);
    const epoch = readNumber(context, 'epoch', undefined, 1_000_000);
    const said = readTexts(context, ['party', 'purpose', 'of']);
    if (!named.ok || !epoch.ok || !said.ok) return refuse(...problemsOf(named, epoch, said));
    const { party, of } = said.value;
    const ask = await asking(context, instrument, said.value, gateway);
    if (!ask.ok) return refuse(...ask.problems);
    // Made for this question, and nowhere written down.
    const own = makeOnceKey();
    const id = newId(context.clock);
    const handover = { instrument, epoch: epoch.value, from: party, to: of, request: id };
    const query = { epoch: epoch.value, key: own.open };
    const told = await orNobody(ask.value(of, { id, operation: bridgeOperations.key }, query));
    if (told === null) return refuse(problem('vat_nobody_asks'));
    const read = KeyAnswer.safeParse(told.content);
    if (!read.success) {
      const why = [told.outcome, told.failure, ...told.reasons.map(({ code }) => code)].filter(Boolean);
      return found(
        problem('vat_not_told', '', { state: of, operation: bridgeOperations.key, why: why.join(', ') }),
      );
    }
    const { key, sealed, from, until } = read.data;
    const secret = openSealed(sealed, handover, own, key);
    if (secret === null || secret.length !== 32)
      return found(problem('vat_token_key_sealed', '', { state: of }));
    return keep(context, { instrument, epoch: epoch.value, secret, from, until }, 'taken');
  },
};

/** Keeps a key, writes that it did in the journal, and deletes those of epochs that have ended. */
async function keep(
  { dataFolder, database, clock, language }: CommandContext,
  key: TokenKey,
  how: 'made' | 'taken',
): Promise<CommandResult> {
  const { instrument, epoch, from, until } = key;
  const { unreadable } = await dropEndedKeys(dataFolder, todayOn(clock));
  if (!(await keepTokenKey(dataFolder, key)))
    return refuse(problem('vat_token_key_there', '--epoch', { instrument, epoch }));
  const json = { instrument, epoch, from, until, id: keyIdOf(key) };
  await database.write((tx) =>
    appendJournal(tx, clock, [
      { event: `vat.token_key_${how}`, actor: 'operator', instrument, payload: json },
    ]),
  );
  const findings = unreadable.map((name) => problem('vat_token_key_unreadable', '', { name }));
  return { kind: 'answer', json, text: bridgeTexts(language).keyMade(json), findings };
}

const carousels: Command = {
  name: 'vat carousels',
  usage: 'INSTRUMENT',
  summary:
    'ask states for statements and bridges, by the node that is running, and find the cycles that close over both',
  options: {
    ...epochOption,
    ...askingOptions,
    ...caseOption,
    states: { type: 'string', help: 'parties to ask, with commas: NL,BE,LU' },
    from: { type: 'string', help: 'first month: 2026-01' },
    until: { type: 'string', help: 'last month' },
    window: { type: 'string', help: 'months from the first to the last supply (default: 2)' },
    'max-length': { type: 'string', help: 'supplies at the most, a bridge counted as one (default: 8)' },
    margin: {
      type: 'string',
      help: 'per cent by which an amount may differ from the one before (default: 15)',
    },
  },
  run: async (context): Promise<CommandResult> => {
    const [instrument, ...more] = context.positionals;
    if (instrument === undefined || more.length > 0) return usage;
    const said = readTexts(context, ['party', 'purpose', 'states']);
    const [from, until] = [readMonth(context, 'from'), readMonth(context, 'until')];
    const epoch = readNumber(context, 'epoch', undefined, 1_000_000);
    const window = readNumber(context, 'window', '2', 12);
    const maxLength = readNumber(context, 'max-length', '8', 32);
    const margin = readNumber(context, 'margin', '15', 80);
    const numbers = [epoch, window, maxLength, margin];
    if (!said.ok || !from.ok || !until.ok || !epoch.ok || !window.ok || !maxLength.ok || !margin.ok)
      return refuse(...problemsOf(said, from, until, ...numbers));
    const ask = await asking(context, instrument, said.value, analyst);
    if (!ask.ok) return refuse(...ask.problems);
    const states = said.value.states.split(',').filter(Boolean);
    const analysed = await orNobody(
      analyse(ask.value, {
        states,
        epoch: epoch.value,
        from: from.value,
        until: until.value,
        today: todayOn(context.clock),
        search: {
          window: window.value,
          maxLength: Math.max(2, maxLength.value),
          margin: margin.value / 100,
          budget: 10_000_000,
        },
      }),
    );
    if (analysed === null) return refuse(problem('vat_nobody_asks'));
    const text = textOf(analysed, states, context);
    return { kind: 'answer', json: analysed, text, findings: analysed.problems };
  },
};

function textOf(
  { rows, alone, pairs, bridges, joined }: Analysed,
  states: readonly string[],
  { language }: CommandContext,
): string {
  const words = bridgeTexts(language).carousels;
  const count = alone.carousels.length;
  return [
    words.rows({ rows, states: states.join(', ') }),
    count === 0 ? words.none() : words.alone({ count }),
    words.bridges({ bridges, pairs }),
    words.found({ count: joined.carousels.length }),
    ...joined.carousels.map((one) =>
      words.one({ way: wayOf(one, words.bridge), euro: (one.cents / 100).toFixed(2) }),
    ),
    ...(alone.truncated || joined.truncated ? [words.truncated()] : []),
  ].join('\n');
}

function wayOf({ traders, hops }: Carousel, bridge: (params: { readonly hops: number }) => string): string {
  const steps = traders.flatMap((token, place) => {
    const over = hops[place] ?? null;
    return [token, over === null ? '→' : bridge({ hops: over })];
  });
  return [...steps, traders[0]].join(' ');
}

const revealCommand: Command = {
  name: 'vat reveal',
  usage: 'INSTRUMENT TOKEN…',
  summary:
    'ask the states that gave them whose tokens these are, for a case and a purpose; both sides log it',
  options: { ...epochOption, ...askingOptions, ...caseOption },
  run: async (context): Promise<CommandResult> => {
    const [instrument, ...given] = context.positionals;
    if (instrument === undefined || given.length === 0) return usage;
    const said = readTexts(context, ['party', 'purpose', 'case']);
    const epoch = readNumber(context, 'epoch', undefined, 1_000_000);
    const tokens = given.map((one) => {
      const read = TokenText.safeParse(one);
      return read.success ? ok(read.data) : fail(problem('vat_token_invalid', 'TOKEN', { given: one }));
    });
    if (!said.ok || !epoch.ok || tokens.some((one) => !one.ok))
      return refuse(...problemsOf(said, epoch, ...tokens));
    const ask = await asking(context, instrument, said.value, analyst);
    if (!ask.ok) return refuse(...ask.problems);
    const wanted = tokens.flatMap((one) => (one.ok ? [one.value] : []));
    const told = await orNobody(reveal(ask.value, epoch.value, wanted));
    if (told === null) return refuse(problem('vat_nobody_asks'));
    const { numbers, problems } = told;
    const { nobody } = bridgeTexts(context.language);
    const text = [...numbers].map(([token, number]) => `${token}  ${number ?? nobody}`).join('\n');
    return { kind: 'answer', json: { traders: Object.fromEntries(numbers) }, text, findings: problems };
  },
};

export const bridgeCommands: readonly Command[] = [makeKey, takeKey, carousels, revealCommand];

/** Null: no node is running that could ask. */
async function orNobody<Told>(asked: Promise<Told>): Promise<Told | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof NobodyAsks) return null;
    throw error;
  }
}

const found = (finding: Problem): CommandResult => ({
  kind: 'findings',
  json: { findings: [finding] },
  findings: [finding],
});

/** Problems: those of a register that is not chosen. */
async function asking(
  context: CommandContext,
  instrument: string,
  { party, purpose }: Readonly<Record<'party' | 'purpose', string>>,
  role: string | undefined,
): Promise<Result<AskByNode>> {
  const register = await context.register();
  if (!register.ok) return register;
  const reference = context.options.case;
  return ok(
    askByNode(context.database, context.clock, {
      register: register.value.id,
      party,
      instrument,
      purpose,
      function: role ?? '',
      actor: 'operator',
      ...(typeof reference === 'string' ? { case: reference } : {}),
    }),
  );
}

function problemsOf(...results: readonly Result<unknown>[]): readonly Problem[] {
  return results.flatMap((one) => (one.ok ? [] : one.problems));
}

/** Problems: `vat_option_missing` of each that is not there. */
function readTexts<Name extends string>(
  { options }: CommandContext,
  names: readonly Name[],
): Result<Readonly<Record<Name, string>>> {
  const missing = names.filter((name) => typeof options[name] !== 'string' || options[name] === '');
  if (missing.length > 0)
    return fail(
      ...missing.map((name) => problem('vat_option_missing', `--${name}`, { option: `--${name}` })),
    );
  return ok(Object.fromEntries(names.map((name) => [name, options[name]])) as Record<Name, string>);
}

/** Problem: `vat_number_invalid`. */
function readNumber(
  { options }: CommandContext,
  name: string,
  usual: string | undefined,
  most: number,
): Result<number> {
  const given = String(options[name] ?? usual ?? '');
  const value = Number(given);
  return /^\d{1,9}$/.test(given) && value >= 1 && value <= most
    ? ok(value)
    : fail(problem('vat_number_invalid', `--${name}`, { given, least: 1, most }));
}

/** Problem: `vat_instrument_invalid`. */
function readInstrument(given: string): Result<string> {
  return IdField.safeParse(given).success
    ? ok(given)
    : fail(problem('vat_instrument_invalid', 'INSTRUMENT', { given }));
}

/** Problem: `vat_month_invalid`. */
function readMonth({ options }: CommandContext, name: string): Result<string> {
  const given = String(options[name] ?? '');
  return /^(19|20)\d{2}-(0[1-9]|1[0-2])$/.test(given)
    ? ok(given)
    : fail(problem('vat_month_invalid', `--${name}`, { given }));
}
