import { createHash } from 'node:crypto';
import type { PartialDate, PlainDate } from '#kernel/dates.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import {
  type Action,
  type ActionContext,
  type Done,
  defineAction,
  textsFrom,
} from '#platform/actions/action.ts';
import { count, file, idAmong, line, oneOf, optional, text } from '#platform/actions/field.ts';
import { decideAction } from '#platform/actions/perform.ts';
import type { Transaction } from '#platform/database/database.ts';
import { onceForEach } from '#platform/files/read-apart.ts';
import { listBatches, loadBatch } from '#platform/records/batches.ts';
import type { Change } from '#platform/records/changes.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import { allRecords } from '#platform/records/records.ts';
import { knownNow } from '#platform/records/registers.ts';
import type { Transition } from '#platform/records/transition.ts';
import { groups } from '../bodies/model.ts';
import { groupTransitions } from '../bodies/rules/lifecycle.ts';
import { promises } from '../commitments/model.ts';
import { promiseTransitions } from '../commitments/rules/promise.ts';
import { unionKinds } from '../files/layout.ts';
import { listReferences } from '../files/references.ts';
import { parliamentItems } from '../parliament/model.ts';
import { addItem } from '../plans/actions/items.ts';
import { planItems, plans } from '../plans/model.ts';
import { isWritten } from '../plans/rules/promise.ts';
import { byPower, powerPermission } from '../powers.ts';
import { firstStep, stateOn } from '../steps.ts';
import { sheetKindNames, sheetKindOf } from './kinds.ts';
import { mostRows, type SheetKind, sheets } from './model.ts';
import { prepareImport, writtenMapping } from './prepare.ts';
import { readBounded } from './reading/bounded.ts';
import type { Bringer } from './rules/entry.ts';
import { findSheet, listSheets, saveMapping, saveSheet } from './store.ts';
import { sheetTexts } from './text/texts.ts';

export const importSheets = powerPermission(
  'import_sheets',
  'bring in spreadsheets, and take an import back',
);

const textsOf = textsFrom(sheetTexts);

const object = byPower('import_sheets');
const done = (id: string, path: string, rest: Partial<Done> = {}): Result<Done> => {
  const change: Change = { kind: sheets, id, steps: [] };
  return ok({ subject: `${sheets.name}/${id}`, path, ...rest, changes: [change, ...(rest.changes ?? [])] });
};

const readOnce = onceForEach(readBounded);

/** The same bytes are the same sheet. */
export function sheetIdOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

export const uploadSheet = defineAction({
  name: 'sheets/upload',
  permission: importSheets,
  fields: { file, name: optional(line) },
  texts: textsOf('upload'),
  about: null,
  back: () => '/sheets',
  object,
  before: ({ file: bytes }) => readOnce(bytes),
  perform: async (tx, { register, clock }, { file: bytes, name }) => {
    const content = await readOnce(bytes);
    if (!content.ok) return content;
    const id = sheetIdOf(bytes);
    const known = await findSheet(tx, register.id, id);
    const called = known?.name ?? name ?? id;
    // Outside of the register: looked at by who may, and gone after a while.
    await saveSheet(tx, clock, register.id, { id, name: called, content: content.value });
    return done(id, sheets.href(id));
  },
});

export const takeInSheet = defineAction({
  name: 'sheets/take_in',
  permission: importSheets,
  fields: {
    sheet: idAmong(async (tx, { register }) =>
      (await listSheets(tx, register.id)).map(({ id, name }) => ({ value: id, title: name })),
    ),
    kind: oneOf(sheetKindNames, (name, language) => sheetKindOf(name).kind.label[language].many),
    table: optional(line),
    header: optional(count(1, mostRows)),
    mapping: optional(text),
    plan: optional(line),
  },
  texts: textsOf('take_in'),
  about: null,
  back: () => '/sheets',
  object,
  perform: async (tx, context, { plan: seen, ...asked }) => {
    const { register, today, clock } = context;
    const prepared = await prepareImport(tx, context, asked);
    if (!prepared.ok) return prepared;
    const { sheet, kind, headers, bringer, plan, hash } = prepared.value;
    const denied = await whetherDrafting(tx, context, [kind.kind.name]);
    if (denied.length > 0) return fail(...denied);
    if (seen !== undefined && seen !== hash) return fail(problem('sheet_plan_differs', 'body.plan'));
    const writes = plan.rows.flatMap(({ id, effect, body }) =>
      id === null || body === null ? [] : [{ id, isNew: effect === 'added', body }],
    );
    if (writes.length === 0)
      return fail(problem('sheet_nothing_to_write', 'body.sheet', { quarantined: plan.counts.quarantined }));
    const known = knownNow(register, today);
    const changes = writes.map(
      ({ id, isNew, body }): Change => ({
        kind: kind.kind,
        id,
        body,
        steps: isNew ? stepsOf(kind, body, { known, today }, bringer) : [],
      }),
    );
    await saveMapping(tx, clock, register.id, {
      kind: kind.kind.name,
      headers,
      mapping: writtenMapping(prepared.value),
    });
    const before = await listBatches(tx, register.id, `${sheet.id}-`);
    const batch = `${sheet.id}-${before.length + 1}`;
    return done(sheet.id, '/sheets', { batch, changes });
  },
});

/**
 * What a sheet says of the lifecycle of what is new, as a source's file does: a group was seen in a state, a promise is open, an item
 * of a plan is planned from now on. A dated step is taken by whoever has the power for it alone: the year's account of groups
 * counts it.
 */
function stepsOf(
  { kind }: SheetKind,
  body: RecordBody,
  { known, today }: { readonly known: PartialDate; readonly today: PlainDate },
  { establishes, tables }: Bringer,
): readonly Transition[] {
  if (kind === groups) return groupTransitions(establishes ? body : { ...body, created: null }, known);
  if (kind === promises) return promiseTransitions(body, known);
  if (kind === planItems) return [firstStep('planned', today, {})];
  const { tabled } = body;
  return kind === parliamentItems && tables && typeof tabled === 'string'
    ? [firstStep('tabled', tabled as PartialDate, {})]
    : [];
}

export const undoSheet = defineAction({
  name: 'sheets/undo',
  permission: importSheets,
  fields: {
    import: idAmong(async (tx, { register }) => {
      const names = new Map((await listSheets(tx, register.id)).map(({ id, name }) => [id, name]));
      const open = (await listBatches(tx, register.id, '')).filter(({ undone }) => !undone);
      return open.map(({ id, recordedAt }) => {
        const name = names.get(id.replace(/-\d+$/, '')) ?? id;
        return { value: id, title: `${name} (${recordedAt.slice(0, 16).replace('T', ' ')} UTC)` };
      });
    }),
  },
  texts: textsOf('undo'),
  about: null,
  back: () => '/sheets',
  object,
  perform: async (tx, context, { import: id }) => {
    const { subjects } = await loadBatch(tx, context.register.id, id);
    const denied = await whetherDrafting(
      tx,
      context,
      subjects.map((subject) => subject.split('/')[0] ?? ''),
    );
    if (denied.length > 0) return fail(...denied);
    const fixed = await fixedSince(tx, context, subjects);
    if (fixed.length > 0) return fail(...fixed);
    const named = await listNamedSince(tx, context, id);
    if (named.length > 0) {
      const records = named.slice(0, 20).join(', ');
      return fail(problem('sheet_undo_named', 'body.import', { records }));
    }
    // What is taken back is journalled by who takes it back; there is nothing else to write.
    const subject = `${sheets.name}/${id.replace(/-\d+$/, '')}`;
    return ok({ subject, path: '/sheets', undoes: id, changes: [] });
  },
});

/** Items of plans are written by who drafts plans, whoever else brings sheets: problem `action_not_allowed`. */
async function whetherDrafting(
  tx: Transaction,
  context: ActionContext,
  kinds: readonly string[],
): Promise<readonly Problem[]> {
  if (!kinds.includes(planItems.name)) return [];
  const { allowed } = await decideAction(tx, addItem, context, {});
  return allowed ? [] : [problem('action_not_allowed', '', { permission: addItem.permission.code })];
}

/** What was agreed in the meantime is not taken out of its plan again: problem `sheet_plan_fixed`, one for each plan. */
async function fixedSince(
  tx: Transaction,
  context: ActionContext,
  subjects: readonly string[],
): Promise<readonly Problem[]> {
  const ids = subjects.flatMap((one) =>
    one.startsWith(`${planItems.name}/`) ? [one.split('/')[1] ?? ''] : [],
  );
  if (ids.length === 0) return [];
  const known = { register: context.register.id, knownAt: knownNow(context.register, context.today) };
  const items = await allRecords(tx, { ...known, kinds: [planItems.name], ids });
  const faults: Problem[] = [];
  for (const year of new Set(items.map(({ body }) => String(body.plan)))) {
    const state = await stateOn(tx, context, plans, year, context.today);
    if (!isWritten(state))
      faults.push(problem('sheet_plan_fixed', 'body.import', { year, state: state ?? 'unknown' }));
  }
  return faults;
}

/** Records that name what the import made and that it did not write itself: without it, they would name nothing. */
async function listNamedSince(
  tx: Transaction,
  { register, today }: ActionContext,
  batch: string,
): Promise<readonly string[]> {
  const { subjects, created } = await loadBatch(tx, register.id, batch);
  if (created.length === 0) return [];
  const own = new Set(subjects);
  const made = new Set(created);
  const known = { register: register.id, knownAt: knownNow(register, today) };
  const kinds = new Map(unionKinds.map((kind) => [kind.name, kind]));
  const records = await allRecords(tx, { ...known, kinds: [...kinds.keys()] });
  return records.flatMap(({ kind: name, id, body }) => {
    const kind = kinds.get(name);
    if (kind === undefined || own.has(`${name}/${id}`)) return [];
    const names = listReferences(kind, body).some((one) =>
      one.to.some((to) => made.has(`${to.name}/${one.id}`)),
    );
    return names ? [`${name}/${id}`] : [];
  });
}

export const sheetActions: readonly Action[] = [uploadSheet, takeInSheet, undoSheet];
export const sheetPermissions = [importSheets];
