import { basename } from 'node:path';
import type { Problem } from '#kernel/result.ts';
import { findHolder, readUpload } from '#platform/actions/command.ts';
import { performAction } from '#platform/actions/perform.ts';
import { todayOn } from '#platform/clock.ts';
import type { Command, CommandContext, CommandResult } from '#platform/module.ts';
import { sheetIdOf, takeInSheet, uploadSheet } from './actions.ts';
import { sheetKindNames } from './kinds.ts';
import { type Prepared, prepareImport, writtenMapping } from './prepare.ts';

/** What a file comes to, for programs: every row that is not simply accepted, with its cell and the code of what is with it. */
function answerOf({ sheet, kind, table, mapping, mappedBy, plan, hash }: Prepared) {
  const rows = plan.rows.filter(
    ({ outcome, effect }) => outcome === 'corrected' || outcome === 'quarantined' || effect === 'changed',
  );
  return {
    sheet: sheet.id,
    kind: kind.kind.name,
    table: table.name,
    mapping: writtenMapping({ mapping }).split('\n'),
    mappedBy,
    counts: plan.counts,
    left: plan.left,
    plan: hash,
    rows: rows.map(({ body: _, ...row }) => row),
  };
}

const importCommand: Command = {
  name: 'union sheets import',
  usage: 'FILE --kind KIND --as GRANT [--dry-run]',
  summary:
    'bring an XLSX or CSV and take it in: all rows that can be, or none; says what is with each of the others',
  options: {
    as: { type: 'string', help: 'the grant under which it is done, from `access list`' },
    kind: { type: 'string', help: `what it holds: ${sheetKindNames.join(', ')}` },
    table: { type: 'string', help: 'name of the sheet in the workbook; else the first with a table' },
    header: { type: 'string', help: 'last row of the head; else it is looked for' },
    mapping: { type: 'string', help: 'columns as A=id,B=name; else as remembered, else guessed' },
    'dry-run': { type: 'boolean', help: 'only say what would come of it' },
  },
  run: importFile,
};

async function importFile(context: CommandContext): Promise<CommandResult> {
  const { database, clock, dataFolder, language, options, positionals } = context;
  const [path, ...rest] = positionals;
  const kind = sheetKindNames.find((name) => name === options.kind);
  if (path === undefined || rest.length > 0 || kind === undefined || typeof options.as !== 'string')
    return { kind: 'usage', problems: [] };
  const register = await context.register();
  if (!register.ok) return { kind: 'usage', problems: register.problems };
  const actor = await findHolder(database, options.as);
  if (!actor.ok) return { kind: 'usage', problems: actor.problems };
  const bytes = await readUpload(path, 'FILE');
  if (!bytes.ok) return { kind: 'usage', problems: bytes.problems };
  const asked = { register: register.value.id, actor: actor.value, through: 'operator', language } as const;
  const node = { database, clock, dataFolder };
  const brought = await performAction(node, uploadSheet, {
    ...asked,
    input: { file: bytes.value.toString('base64'), name: basename(path) },
  });
  if (!brought.ok) return refused(brought.problems);
  const said = Object.entries({ table: options.table, header: options.header }).filter(
    ([, value]) => value !== undefined,
  );
  const mapping =
    typeof options.mapping === 'string' ? { mapping: options.mapping.replaceAll(',', '\n') } : {};
  const reading = { sheet: sheetIdOf(bytes.value), kind, ...Object.fromEntries(said), ...mapping };
  const header = Number(options.header);
  const prepared = await database.read((tx) =>
    prepareImport(
      tx,
      { register: register.value, today: todayOn(clock) },
      { ...reading, header: Number.isInteger(header) ? header : undefined },
    ),
  );
  if (!prepared.ok) return refused(prepared.problems);
  const { plan } = prepared.value;
  const answer = answerOf(prepared.value);
  const findings = plan.rows.flatMap((row) => row.findings);
  const text = Object.entries(plan.counts)
    .map(([name, count]) => `${name}: ${count}`)
    .join('\n');
  if (options['dry-run'] === true)
    return { kind: 'answer', json: { ...answer, takenIn: false }, text, findings };
  const done = await performAction(node, takeInSheet, {
    ...asked,
    input: { ...reading, plan: prepared.value.hash },
  });
  if (!done.ok) return refused(done.problems);
  const { batch } = done.value;
  return {
    kind: 'answer',
    json: { ...answer, takenIn: true, import: batch },
    text: `${text}\nimport: ${batch}`,
    findings,
  };
}

function refused(problems: readonly Problem[]): CommandResult {
  const findings = problems.map((one) => ({ ...one, path: one.path.replace(/^body\./, '--') }));
  return { kind: 'findings', json: { findings }, findings };
}

export const sheetCommands: readonly Command[] = [importCommand];
