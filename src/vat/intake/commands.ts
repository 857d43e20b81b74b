import { basename, join, resolve } from 'node:path';
import { isPlainDate, parsePartialDate } from '#kernel/dates.ts';
import type { RegisterId } from '#kernel/references.ts';
import { ok, type Problem, problem, type Result } from '#kernel/result.ts';
import { withAnalytics } from '#platform/analytics.ts';
import { todayOn } from '#platform/clock.ts';
import type { Command, CommandContext, CommandResult } from '#platform/module.ts';
import { vatPrefixes } from '../vat-number.ts';
import { amount, xmlDecimal } from './fields.ts';
import type { Receipt } from './receipts.ts';
import { listFiles, recordFile } from './store.ts';
import { takeIn } from './take-in.ts';
import { intakeTexts } from './text/texts.ts';

/** Where declarations stand that a node took in: apart for each register, as what is made up for one says nothing in another. */
export const vatFolder = (dataFolder: string, register: RegisterId) => join(dataFolder, 'vat', register);

const ingest: Command = {
  name: 'vat ingest',
  usage: 'FILE... --state NL',
  summary:
    'take in declarations: canonical CSV, Intervat XML, UBL, CESOP XML; every row is accepted, corrected or kept apart, and a file that is there changes nothing',
  options: {
    state: {
      type: 'string',
      help: 'whose administration took the declarations: the prefix of its VAT numbers',
    },
    received: {
      type: 'string',
      help: 'the day that holds for rows that do not say when they were received (default: today)',
    },
    rows: {
      type: 'string',
      help: 'how many rows a CSV has, as its sender says; another number keeps all of it apart',
    },
    sum: { type: 'string', help: 'what its amounts sum up to, as its sender says: 1234.50' },
  },
  run: async (context): Promise<CommandResult> => {
    const asked = readAsked(context);
    if (!asked.ok) return { kind: 'usage', problems: asked.problems };
    const register = await context.register();
    if (!register.ok) return { kind: 'usage', problems: register.problems };
    const { id } = register.value;
    const { files, state, received, said } = asked.value;
    const folder = vatFolder(context.dataFolder, id);
    const { taken, problems } = await withAnalytics(
      { threads: 2, megabytes: 1024, spill: join(folder, 'spill') },
      async (analytics) => {
        const taken: { readonly file: string; readonly receipt: Receipt; readonly wasThere: boolean }[] = [];
        const problems: Problem[] = [];
        for (const file of files) {
          context.progress(file);
          const brought = { file: resolve(file), state, received, ...(said === null ? {} : { said }) };
          const one = await takeIn(analytics, folder, brought);
          if (!one.ok) {
            problems.push(
              ...one.problems.map((found) => ({ ...found, path: found.path.replace('FILE', file) })),
            );
            continue;
          }
          const { receipt } = one.value;
          // Columns first: who ended between the two is asked again, finds them and writes the note.
          const isNew = await context.database.write((tx) =>
            recordFile(tx, context.clock, {
              ...{ register: id, receipt, name: basename(file), actor: 'operator' },
            }),
          );
          taken.push({ file, receipt, wasThere: !isNew });
        }
        return { taken, problems };
      },
    );
    const json = {
      files: taken.map(({ file, receipt, wasThere }) => ({ file, wasThere, ...receipt })),
      refused: problems,
    };
    if (taken.length === 0) return { kind: 'findings', json, findings: problems };
    const words = intakeTexts(context.language);
    const text = taken.map(({ file, receipt: { rows }, wasThere }) =>
      words.line({ file, ...rows, wasThere: wasThere ? 1 : 0 }),
    );
    return { kind: 'answer', json, text: text.join('\n'), findings: problems };
  },
};

type Asked = {
  readonly files: readonly string[];
  readonly state: string;
  readonly received: string;
  readonly said: {
    readonly declarant: string;
    readonly rows: number | null;
    readonly cents: bigint | null;
  } | null;
};

/** Problems: `vat_state_unknown`, `date_invalid`, `vat_said_unreadable`, `vat_file_missing`. */
function readAsked({ positionals, options, clock }: CommandContext): Result<Asked> {
  const problems: Problem[] = [];
  const state = String(options.state ?? '').toUpperCase();
  if (positionals.length === 0) problems.push(problem('vat_file_missing', 'FILE'));
  if (!vatPrefixes.includes(state)) problems.push(problem('vat_state_unknown', '--state', { given: state }));
  const received = parsePartialDate(String(options.received ?? todayOn(clock)), '--received');
  if (!received.ok) problems.push(...received.problems);
  else if (!isPlainDate(received.value))
    problems.push(problem('vat_day_missing', '--received', { given: received.value }));
  const rows = options.rows === undefined ? null : String(options.rows);
  if (rows !== null && !/^\d{1,9}$/.test(rows))
    problems.push(problem('vat_said_unreadable', '--rows', { given: rows }));
  const sum = options.sum === undefined ? null : amount(xmlDecimal(String(options.sum)));
  if (sum !== null && sum.code !== null)
    problems.push(problem('vat_said_unreadable', '--sum', { given: String(options.sum) }));
  if (problems.length > 0 || !received.ok) return { ok: false, problems };
  const said =
    rows === null && sum === null
      ? null
      : {
          declarant: '',
          rows: rows === null ? null : Number(rows),
          cents: sum === null ? null : BigInt(sum.text),
        };
  return ok({ files: positionals, state, received: received.value, said });
}

const files: Command = {
  name: 'vat files',
  usage: '',
  summary: 'which files of declarations were taken in, and what their rows came to',
  options: {},
  run: async (context): Promise<CommandResult> => {
    if (context.positionals.length > 0) return { kind: 'usage', problems: [] };
    const register = await context.register();
    if (!register.ok) return { kind: 'usage', problems: register.problems };
    const found = await context.database.read((tx) => listFiles(tx, register.value.id));
    const words = intakeTexts(context.language);
    const text = found.map(
      ({ receipt: { state, kind, sha256, rows }, name }) =>
        `${state} ${kind} ${sha256.slice(0, 12)} ${words.line({ file: name, ...rows, wasThere: 0 })}`,
    );
    const json = { files: found.map(({ receipt, name }) => ({ name, ...receipt })) };
    return { kind: 'answer', json, text: text.length === 0 ? words.none : text.join('\n') };
  },
};

export const intakeCommands: readonly Command[] = [ingest, files];
