import { readFile } from 'node:fs/promises';
import { formatDate, type PlainDate, parsePlainDate } from '#kernel/dates.ts';
import type { Language } from '#kernel/languages.ts';
import { type Currency, formatMoney } from '#kernel/money.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import type { Command, CommandResult } from '#platform/module.ts';
import { loadCalendars } from './calendars.ts';
import { type Cents, writtenCents } from './model.ts';
import { actOn, type ClaimFile } from './rules/acts.ts';
import { applicationFields } from './rules/application-fields.ts';
import { readClaimFile, type ToldClaim } from './rules/claim-file.ts';
import { type CalendarOf, type Clock, clockOf, type Term } from './rules/clock.ts';
import { balanceOf } from './rules/ledger.ts';
import { legalFacts } from './rules/legal-facts.ts';
import { type Notice, noticeOf } from './rules/notice.ts';
import { type ClaimedInvoices, checkApplication, type PreCheck } from './rules/pre-check.ts';
import { sampleApplication, sampleStates, writtenSample } from './sample-application.ts';
import { applicationTexts, shapeText } from './text/application/application-texts.ts';
import { refundTexts } from './text/texts.ts';

const check: Command = {
  alone: true,
  name: 'vat refund check',
  usage: 'FILE …',
  summary:
    'what stands against an application for a refund (Dir. 2008/9) before it is forwarded; the invoices of several files are held against one another',
  options: {},
  run: async ({ positionals, language }): Promise<CommandResult> => {
    if (positionals.length === 0) return { kind: 'usage', problems: [] };
    const words = refundTexts(language).check;
    const claimed: ClaimedInvoices = new Map();
    const findings: Problem[] = [];
    const applications: object[] = [];
    const lines: string[] = [];
    for (const file of positionals) {
      const json = await readJson(file);
      if (!json.ok) findings.push(...json.problems);
      else {
        const checked = checkApplication(json.value, claimed, legalFacts);
        // Of several files each finding says of which it is.
        const at = ({ path }: Problem) => (positionals.length === 1 ? path : `${file}: ${path}`);
        findings.push(...checked.findings.map((finding) => ({ ...finding, path: at(finding) })));
        applications.push(told(file, checked));
        const said = { file, state: checked.application.refundState ?? '–', count: checked.invoices };
        lines.push(words.file({ ...said, amount: writtenCents(checked.deductible) }));
        if (checked.copies > 0) lines.push(words.copies({ count: checked.copies }));
      }
    }
    const isRefused = findings.some(({ severity }) => severity === 'error');
    const json = { applications, findings };
    if (isRefused) return { kind: 'findings', json, findings };
    const text = [...lines, findings.length > 0 ? words.warned() : words.sound()].join('\n');
    return { kind: 'answer', json, text, findings };
  },
};

const clock: Command = {
  alone: true,
  name: 'vat refund clock',
  usage: 'FILE --on DAY',
  summary:
    'the clock of an application on a day, its ledger and the notices of its offsets, from a file of what happened to it; each event is held against the law',
  options: { on: { type: 'string', help: 'the day: 2021-03-01' } },
  run: async ({ positionals, options, language }): Promise<CommandResult> => {
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0 || typeof options.on !== 'string')
      return { kind: 'usage', problems: [] };
    const on = parsePlainDate(options.on, '--on');
    if (!on.ok) return { kind: 'usage', problems: on.problems };
    const json = await readJson(file);
    const read = json.ok ? readClaimFile(json.value) : json;
    if (!read.ok) return { kind: 'findings', json: { findings: read.problems }, findings: read.problems };
    const calendarOf = await loadCalendars();
    const lived = liveThrough(read.value, on.value, calendarOf);
    const known = clockOf(lived.claim, lived.history, on.value, calendarOf, legalFacts);
    const answer = {
      claim: lived.claim.id,
      on: on.value,
      clock: known === null ? null : clockJson(known),
      balance: balanceOf(lived.ledger),
      ledger: lived.ledger,
      notices: lived.notices,
      findings: lived.findings,
    };
    const { findings } = lived;
    if (findings.some(({ severity }) => severity === 'error'))
      return { kind: 'findings', json: answer, findings };
    return { kind: 'answer', json: answer, text: clockText(known, lived, language), findings };
  },
};

const sample: Command = {
  alone: true,
  name: 'vat refund sample',
  usage: '--on DAY',
  summary:
    'a made-up application as its file has it, to look at, change and try: nothing stands against it; what each field means says `vat refund fields`',
  options: {
    on: { type: 'string', help: 'the day on which it is submitted: 2026-02-16' },
    state: { type: 'string', help: `of whose business: ${sampleStates.join(', ')} (default: NL)` },
  },
  run: async ({ positionals, options }): Promise<CommandResult> => {
    const { on: given, state: asked = 'NL' } = options;
    if (positionals.length > 0 || typeof given !== 'string') return { kind: 'usage', problems: [] };
    const on = parsePlainDate(given, '--on');
    const state = sampleStates.find((one) => one === asked);
    if (!on.ok) return { kind: 'usage', problems: on.problems };
    if (state === undefined) {
      const known = sampleStates.join(', ');
      return {
        kind: 'usage',
        problems: [problem('choice_unknown', '--state', { text: String(asked), known })],
      };
    }
    const text = writtenSample(state, on.value).trimEnd();
    return { kind: 'answer', json: sampleApplication(state, on.value), text };
  },
};

const fields: Command = {
  alone: true,
  name: 'vat refund fields',
  usage: '',
  summary:
    'what the file of an application holds: each field with what it says, its shape and unit, and whether it is required',
  options: {},
  run: async ({ positionals, language }): Promise<CommandResult> => {
    if (positionals.length > 0) return { kind: 'usage', problems: [] };
    const words = applicationTexts(language);
    const told = applicationFields.map(({ path, shape, need }) => ({
      ...{ field: path, what: words.meanings[path] ?? '', shape: shapeText(shape, language) },
      required: words.needs[need],
    }));
    const lines = told.map((one) => `${one.field}\n  ${one.what}\n  ${one.shape}\n  ${one.required}`);
    const text = [words.lede, words.notes, words.pathNote, ...lines].join('\n');
    return { kind: 'answer', json: { fields: told }, text };
  },
};

export const refundCommands: readonly Command[] = [check, clock, sample, fields];

type Lived = ClaimFile & {
  readonly notices: readonly Notice[];
  /** What stands against the first event that cannot have happened so: what came after it was not looked at. Warnings: why debts got nothing. */
  readonly findings: readonly Problem[];
};

/** The claim after all that happened to it by the end of a day. */
function liveThrough({ claim, orders }: ToldClaim, day: PlainDate, calendarOf: CalendarOf): Lived {
  let file: ClaimFile = { claim, history: [], ledger: [] };
  const findings: Problem[] = [];
  for (const [place, order] of orders.entries()) {
    if (order.on > day) break;
    const within = ({ path }: Problem) => `events[${place}]${path === '' ? '' : `.${path}`}`;
    const acted = actOn(file, order, calendarOf, legalFacts);
    if (!acted.ok) {
      findings.push(...acted.problems.map((one) => ({ ...one, path: within(one) })));
      break;
    }
    const { history, ledger, offset } = acted.value;
    const passed = (offset?.passedOver ?? []).flatMap((one) => one.findings);
    findings.push(...passed.map((one) => ({ ...one, path: within(one), severity: 'warning' as const })));
    file = { claim, history, ledger };
  }
  return { ...file, notices: noticesOf(file, calendarOf), findings };
}

const noticesOf = (file: ClaimFile, calendarOf: CalendarOf): readonly Notice[] =>
  file.history.flatMap((event) => {
    const notice =
      event.act === 'execute_offset' ? noticeOf(file, event.offset, calendarOf, legalFacts) : null;
    return notice === null ? [] : [notice];
  });

const dueJson = (due: Result<PlainDate>) => ({
  due: due.ok ? due.value : null,
  /** Why the day is not known. */
  unknown: due.ok ? null : due.problems,
});

function clockJson({ state, terms, next, interestFrom }: Clock) {
  const termJson = ({ due, metOn, ...term }: Term) => ({ ...term, ...dueJson(due), met_on: metOn });
  return {
    state,
    terms: terms.map(termJson),
    next: next === null ? null : termJson(next),
    interest_from: interestFrom,
  };
}

function clockText(known: Clock | null, { claim, ledger }: Lived, language: Language): string {
  const words = refundTexts(language);
  if (known === null) return words.clock.notLodged();
  const day = (date: PlainDate) => formatDate(date, language);
  const amount = (cents: Cents) =>
    formatMoney({ currency: claim.currency as Currency, minor: BigInt(cents) }, language);
  const terms = known.terms.map(({ kind, by, subject, due, standing, verified, source }) => {
    const what = `${words.terms[kind]}${subject === null ? '' : ` (${subject})`}`;
    const until = due.ok ? day(due.value) : words.standings.unknown;
    const sign = verified || source === '' ? source : `${source}, ${words.clock.unverified()}`;
    return `${what}, ${words.roles[by]}: ${until}. ${words.standings[standing]}.${sign === '' ? '' : ` [${sign}]`}`;
  });
  const interest =
    known.interestFrom === null ? [] : [words.clock.interest({ from: day(known.interestFrom) })];
  const entries = ledger.map(({ number, move, on, cents, taking }) => {
    const where = taking === null ? '' : ` (${taking.debt}; ${words.roads[taking.road]})`;
    return `${number}. ${day(on)}: ${words.moves[move]} ${amount(cents)}${where}`;
  });
  const { refund, paid, setOff, waiting, disputed } = balanceOf(ledger);
  const sums = [
    [words.accounts.granted, refund],
    [words.accounts.paid, paid],
    [words.accounts.set_off, setOff],
    [words.accounts.waiting, waiting],
    [words.accounts.disputed, disputed],
  ] as const;
  return [
    `${claim.id}: ${words.states[known.state]}`,
    ...terms,
    ...interest,
    ...entries,
    ...sums.map(([name, cents]) => `${name}: ${amount(cents)}`),
  ].join('\n');
}

function told(file: string, { application, invoices, deductible, copies }: PreCheck) {
  const { id, refundState } = application;
  return {
    ...{ file, id, refund_state: refundState, invoices, deductible_cents: deductible },
    /** From memory of art. 10: not verified. */
    copies_may_be_asked: copies,
  };
}

/** Problems: `file_unreadable`, `vat_refund_not_an_application`. */
async function readJson(file: string): Promise<Result<unknown>> {
  try {
    return ok(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if (error instanceof SyntaxError) return fail(problem('vat_refund_not_an_application', file));
    if (error instanceof Error && 'code' in error) return fail(problem('file_unreadable', 'FILE', { file }));
    throw error;
  }
}
