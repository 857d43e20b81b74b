import { fail, ok, problem, type Result } from '#kernel/result.ts';
import { actionContextOf } from '#platform/actions/offers.ts';
import { decideAction } from '#platform/actions/perform.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { Note, Section, Stack } from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { allRecords, type StoredRecord } from '#platform/records/records.ts';
import { listStates } from '#platform/records/transitions.ts';
import { fieldName } from '../../text/fields/fields.ts';
import { takeInSheet } from '../actions.ts';
import { type SheetKindName, sheetKindNames, sheetKindOf } from '../kinds.ts';
import { type Column, type SheetKind, titleLanguages } from '../model.ts';
import { shownOf } from '../rules/values.ts';
import { sheetTexts } from '../text/texts.ts';

type Loaded = {
  readonly kind: SheetKind;
  readonly records: readonly StoredRecord[];
  readonly states: ReadonlyMap<string, string>;
};

async function load(context: PageContext): Promise<Result<Loaded>> {
  const name = sheetKindNames.find((one) => one === context.params.kind);
  if (name === undefined) return fail(problem('page_not_found', 'path'));
  const kind = sheetKindOf(name satisfies SheetKindName);
  return context.read(async (tx): Promise<Result<Loaded>> => {
    const decision = await decideAction(tx, takeInSheet, actionContextOf(context), {});
    if (!decision.allowed)
      return fail(problem('action_not_allowed', '', { permission: takeInSheet.permission.code }));
    const moment = { register: context.register.id, asOf: context.asOf, knownAt: context.knownAt };
    const states = await listStates(tx, { ...moment, kind: kind.kind.name });
    // Persons stay here; that somebody took out the rest of what is not for everybody is written down all the same.
    if (kind.kind.visibility !== 'public')
      context.record({
        event: 'contacts.read',
        register: context.register.id,
        party: decision.grant?.party ?? null,
        purpose: 'sheets/out',
        payload: { kind: kind.kind.name },
      });
    return ok({
      kind,
      records: await allRecords(tx, { ...moment, kinds: [kind.kind.name] }),
      states: new Map(states.map(({ subject, state }) => [subject, state])),
    });
  });
}

/** The name of a column, from which an import knows it again in any of our languages. */
function titleOf({ key }: Column, { title }: SheetKind, context: PageContext): string {
  const [first = 'name'] = title;
  const named = fieldName(first, context.language);
  if (titleLanguages.some((language) => language === key)) return `${named} (${key})`;
  return key === first && title.length > 1 ? `${named} (en)` : fieldName(key, context.language);
}

/** Persons are not handed to who brings sheets; an empty cell changes nothing when the list comes back. */
function valueIn(column: Column, { id, body }: StoredRecord, states: Loaded['states']) {
  if (column.personal === true) return null;
  if (column.key !== 'status' || column.byAction !== true) return shownOf(body, column);
  const state = states.get(id);
  return state === undefined || state === 'unknown' ? null : state;
}

/** A list as a sheet to edit and bring back: stable ids, a note on each column. */
export const sheetOutPage: Page = {
  path: '/sheets/out/:kind',
  navigation: 'programme',
  render: async (context) => {
    const { page: words } = sheetTexts(context.language);
    const loaded = await load(context);
    if (!loaded.ok) return loaded;
    const { kind, records, states } = loaded.value;
    return ok({
      title: kind.kind.label[context.language].many,
      crumbs: [{ text: words.title, href: context.href('/sheets') }],
      exports: ['xlsx', 'csv', 'json'],
      body: (
        <Stack>
          <Note>{words.outWhat}</Note>
          <Section title={words.out}>
            <DataTable<StoredRecord>
              caption={words.out}
              rows={records.slice(0, 50)}
              columns={kind.columns.slice(0, 4).map((column) => ({
                title: titleOf(column, kind, context),
                cell: (record) => valueIn(column, record, states),
              }))}
            />
          </Section>
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const { page: words } = sheetTexts(context.language);
    const loaded = await load(context);
    if (!loaded.ok) return loaded;
    const { kind, records, states } = loaded.value;
    return ok({
      name: `${context.register.id}-${kind.kind.name}`,
      title: kind.kind.label[context.language].many,
      columns: kind.columns.map((column) => ({
        key: column.key,
        title: titleOf(column, kind, context),
        note: [
          fieldName(column.key, context.language),
          ...(column.to ?? []).map((one) => one.label[context.language].one),
          ...(column.choices ?? []),
        ].join('; '),
      })),
      rows: records.map((record) =>
        Object.fromEntries(kind.columns.map((column) => [column.key, valueIn(column, record, states)])),
      ),
      notes: [...exportNotes(context), words.outWhat],
    });
  },
};
