import { z } from 'zod';
import type { Lived } from '#exchange';
import { fail, problem } from '#kernel/result.ts';
import { type ActionContext, defineAction } from '#platform/actions/action.ts';
import { count, type Field, oneOf, optional, subject, text } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import { newId } from '#platform/id.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import { firstStep, knownOf } from '#union';
import { takingPartIn } from '../../fields/store.ts';
import { type TradeKind, tradeKinds } from '../../model.ts';
import { inputWord } from '../../scoring/input-word.ts';
import { inputNames } from '../../scoring/score.ts';
import { prefixOf } from '../../vat-number.ts';
import { keepCases, partId, type RowState, vatCaseRows, vatCases } from '../model.ts';
import { openNamedRows } from '../rows.ts';
import { mostKept, mostOfReason, type NamedRow, nameOfRow, rowsToKeep } from '../rules/basket.ts';
import { isExchanged } from '../rules/may-open.ts';
import { stateAfterSteps } from '../rules/standing.ts';
import { findBundle, findCase, findOne, listFilesOpenTo, listTaken } from '../store.ts';
import { caseTexts } from '../text/texts.ts';
import { aboutOpenCase, done, findOpen, missing, ofRecord, stepOf, textsOf } from './shared.ts';

const participation = takingPartIn('cases');
/** Chosen by its name from those of which rows are open to the party; what is not among them is named by its hash. */
const file = {
  schema: z.string().regex(/^[0-9a-f]{64}$/),
  control: 'word',
  like: '9f86d0…',
  options: async (tx, context, { id }) => {
    const found = id === undefined ? null : await findOne(tx, knownOf(context), vatCases, id);
    if (found === null) return [];
    const { kinds } = caseTexts(context.language);
    const files = await listFilesOpenTo(tx, context.register.id, String(found.record.body.party));
    return [...new Map(files.map((one) => [one.sha256, one])).values()].map(
      ({ sha256, name, state, kind }) => ({
        value: sha256,
        title: `${state}, ${kinds[kind as TradeKind]}: ${name} (${sha256.slice(0, 8)})`,
      }),
    );
  },
} as const satisfies Field;

const isKept = ({ steps }: Lived) => stateAfterSteps<RowState>(steps, 'kept') === 'kept';
export const namedBy = ({ record: { body } }: Lived): NamedRow => ({
  kind: body.kind as NamedRow['kind'],
  file: String(body.file),
  row: Number(body.row),
});

/** Rows that are kept with a case now. */
async function keptNow(tx: Transaction, context: ActionContext, id: string): Promise<readonly NamedRow[]> {
  const found = await findCase(tx, knownOf(context), id);
  return (found?.rows ?? []).filter(isKept).map(namedBy);
}

function changesFor(
  context: ActionContext,
  found: Lived,
  rows: readonly NamedRow[],
  said: { readonly why: string; readonly reason?: string },
) {
  const { id, body } = found.record;
  const party = String(body.party);
  return rows.map((row) => {
    const own = partId(id, newId(context.clock));
    const content: RecordBody = { id: own, case: id, party, ...row, ...said };
    const steps = [firstStep('kept', context.today, { act: 'keep', by: party, reason: said.why })];
    return { kind: vatCaseRows, id: own, body: content, steps };
  });
}

/** One row, as whoever keeps it found it. */
export const keepRow = defineAction({
  name: 'vat-case-rows/keep',
  permission: keepCases,
  fields: {
    id: subject,
    file,
    row: count(0, 999_999_999),
    why: text,
    // A file is of one kind, unless the same was taken in as two: then it has to be said which is meant.
    kind: optional(oneOf(tradeKinds, (kind, language) => caseTexts(language).kinds[kind])),
  },
  wants: async () => ['file', 'row', 'why'],
  texts: textsOf('keep_row'),
  about: aboutOpenCase,
  object: ofRecord(vatCases, 'party'),
  participation,
  perform: async (tx, context, { id, why, kind: said, ...place }) => {
    const found = await findOpen(tx, context, id);
    if (!found.ok) return found;
    const party = String(found.value.record.body.party);
    const { id: register } = context.register;
    const open = (await listTaken(tx, register, [place.file])).filter(
      ({ kind, state }) => state === prefixOf(party) || isExchanged(kind),
    );
    const kinds = [...new Set(open.map(({ kind }) => kind as TradeKind))];
    if (said === undefined && kinds.length > 1) return fail(problem('vat_row_kind_missing', 'body.kind'));
    const row: NamedRow = { ...place, kind: said ?? kinds[0] ?? 'supplies' };
    const taken = open.filter(({ kind }) => kind === row.kind);
    const here = { dataFolder: context.dataFolder, register, party, taken };
    const opened = (await openNamedRows(here, [row])).get(nameOfRow(row));
    const kept = await keptNow(tx, context, id);
    const problems = [
      ...(taken.length === 0 ? [problem('vat_row_file_unknown', 'body.file')] : []),
      ...(taken.length > 0 && opened?.kind !== 'open' ? [problem('vat_row_closed', 'body.row')] : []),
      ...(kept.some((one) => nameOfRow(one) === nameOfRow(row)) ? [problem('vat_row_kept', 'body.row')] : []),
      ...(kept.length >= mostKept ? [problem('vat_rows_too_many', 'body.row', { most: mostKept })] : []),
    ];
    if (problems.length > 0) return fail(...problems);
    return done(vatCases, id, vatCases.href(id), changesFor(context, found.value, [row], { why }));
  },
});

/** Of the reasons of a case's alert those behind which rows stand. */
async function reasonsOf(tx: Transaction, context: ActionContext, id: string | undefined) {
  const found = id === undefined ? null : await findOne(tx, knownOf(context), vatCases, id);
  const alert = found?.record.body.alert as { readonly bundle?: string } | null | undefined;
  if (found === null || alert?.bundle === undefined) return null;
  const of = { register: context.register.id, party: String(found.record.body.party) };
  const bundle = await findBundle(tx, of, alert.bundle);
  return bundle?.rows ?? null;
}

/** All rows behind one reason of the alert at once. */
export const keepReason = defineAction({
  name: 'vat-case-rows/keep_reason',
  permission: keepCases,
  fields: {
    id: subject,
    reason: {
      schema: z.enum(inputNames),
      control: 'choice',
      options: async (tx, context, { id }) => {
        const rows = (await reasonsOf(tx, context, id)) ?? {};
        return Object.keys(rows).map((value) => ({ value, title: inputWord(value, context.language) }));
      },
    },
    why: text,
  },
  texts: textsOf('keep_reason'),
  about: {
    ...aboutOpenCase,
    isOpen: async (tx, context, id) =>
      (await aboutOpenCase.isOpen(tx, context, id)) && (await reasonsOf(tx, context, id)) !== null,
  },
  object: ofRecord(vatCases, 'party'),
  participation,
  perform: async (tx, context, { id, reason, why }) => {
    const found = await findOpen(tx, context, id);
    if (!found.ok) return found;
    const reasons = await reasonsOf(tx, context, id);
    if (reasons === null) return fail(problem('vat_case_without_alert', 'body.id'));
    const kept = await keptNow(tx, context, id);
    const rows = rowsToKeep(reasons[reason] ?? [], kept).slice(0, mostOfReason);
    if (rows.length === 0) return fail(problem('vat_reason_without_rows', 'body.reason'));
    if (kept.length + rows.length > mostKept)
      return fail(problem('vat_rows_too_many', 'body.reason', { most: mostKept }));
    return done(vatCases, id, vatCases.href(id), changesFor(context, found.value, rows, { why, reason }));
  },
});

/** It is kept no longer; that it was, by whom and why, stays on record. */
export const removeRow = defineAction({
  name: 'vat-case-rows/remove',
  permission: keepCases,
  fields: { id: subject, reason: text },
  texts: textsOf('remove_row'),
  about: {
    kind: vatCaseRows,
    isOpen: async (tx, context, id) => {
      const found = await findOne(tx, knownOf(context), vatCaseRows, id);
      return found !== null && isKept(found);
    },
  },
  object: ofRecord(vatCaseRows, 'party'),
  participation,
  perform: async (tx, context, { id, reason }) => {
    const found = await findOne(tx, knownOf(context), vatCaseRows, id);
    if (found === null) return missing(id);
    const about = await findOpen(tx, context, String(found.record.body.case));
    if (!about.ok) return about;
    if (!isKept(found)) return fail(problem('state_forbids', 'body.id', { state: 'removed', act: 'remove' }));
    const step = stepOf('kept', 'removed', context, { act: 'remove', reason });
    return done(vatCaseRows, id, vatCaseRows.href(id), [{ kind: vatCaseRows, id, steps: [step] }]);
  },
});
