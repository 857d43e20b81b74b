import type { JSX } from 'preact';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { ExportTable, Page, PageContent, PageContext } from '#platform/module.ts';
import { pageOf } from '#platform/page/address.ts';
import { Basis, EmptyState, Note, Section, Stack } from '#platform/page/components.tsx';
import { DataTable, Pagination } from '#platform/page/table.tsx';
import { type WayToKeep, wayToKeep } from '../../cases/pages/keep.ts';
import type { DeclarationKind } from '../../model.ts';
import { inputWord } from '../../scoring/input-word.ts';
import type { Input } from '../../scoring/score.ts';
import { alertHref, rowsHref } from '../model.ts';
import { findOpenAlert, type OpenAlert, withDeclarations } from '../reading.ts';
import { apart, type RowRef, sliceOf } from '../rules/row-ref.ts';
import { alertTexts } from '../text/texts.ts';
import { type OpenedRow, openRows } from '../trade-store.ts';
import { closedAlert, crumbsToAlerts } from './alert.tsx';
import { euros, monthWord, recordReading, writtenMonth } from './parts.tsx';

/** Rows that one page opens. */
const pageSize = 200;

type Reason = OpenAlert & { readonly input: string; readonly keeping: WayToKeep | null };

/** The alert and reason that the address names, where the reader may open them. */
async function findReason(context: PageContext): Promise<Reason | null> {
  const input = context.params.input ?? '';
  return context.read(async (tx) => {
    const found = await findOpenAlert(tx, context);
    if (found === null || !Object.hasOwn(found.alert.bundle.rows, input)) return null;
    const about = { party: found.run.party, trader: found.alert.trader };
    return { ...found, input, keeping: await wayToKeep(tx, context, about) };
  });
}

/** What is behind it, looked up in the declarations. */
async function openReason({ run, alert, grant, input, keeping }: Reason, context: PageContext, size: number) {
  const behind = apart(alert.bundle.rows[input as Input] ?? []);
  const slice = sliceOf(behind.rows, pageOf(context.query), size);
  const opened = await withDeclarations(context, run.party, (analytics, folder, receipts) =>
    openRows(analytics, { folder, receipts, party: run.party }, slice.items),
  );
  // Where no row of a file is behind it, too: a return that did not come, a bridge and a case are told of somebody.
  recordReading(context, grant, {
    ...{ what: 'rows', run: run.id, traders: [alert.trader] },
    ...{ rows: opened.length, input },
  });
  const leftOut = alert.bundle.leftOut[input as Input] ?? 0;
  return { run, alert, input, behind, slice, opened, leftOut, keeping };
}
type Opened = Awaited<ReturnType<typeof openReason>>;

/** What a reason is made of, as it was declared. */
export const rowsPage: Page = {
  path: '/practice/vat/alerts/:run/:trader/rows/:input',
  navigation: 'practice',
  render: async (context) => {
    const reason = await findReason(context);
    if (reason !== null)
      return async () => ok(showRows(await openReason(reason, context, pageSize), context));
    return ok({
      title: alertTexts(context.language).list.title,
      crumbs: crumbsToAlerts(context),
      body: await closedAlert(context),
    });
  },
  exportTable: async (context) => {
    const reason = await findReason(context);
    if (reason === null) return fail(problem('vat_alerts_not_allowed'));
    return async () => writeRows(await openReason(reason, context, mostExported), context);
  },
};

function showRows(
  { run, alert, input, behind, slice, opened, leftOut, keeping }: Opened,
  context: PageContext,
): PageContent {
  const { rows: words, list } = alertTexts(context.language);
  const closed = slice.items.length - opened.length;
  const byKind = [...Map.groupBy(opened, ({ ref }) => ref.kind)];
  const isEmpty =
    behind.rows.length + behind.missing.length + behind.bridges.length + behind.cases.length === 0;
  return {
    title: words.title({ reason: inputWord(input, context.language) }),
    lede: words.lede({ trader: alert.trader }),
    crumbs: crumbsToAlerts(context, { text: alert.trader, path: alertHref(run.id, alert.trader) }),
    ...(opened.length === 0 ? {} : { exports: ['csv', 'xlsx', 'json'] as const }),
    body: (
      <Stack>
        <Basis>{list.openTo}</Basis>
        {run.synthetic && <Note>{list.made}</Note>}
        {isEmpty && <EmptyState why={words.none} what={words.noneWhat} />}
        {byKind.map(([kind, rows]) => (
          <Section title={words.kinds[kind]} id={kind}>
            <OpenedRows kind={kind} rows={rows} keeping={keeping} context={context} />
          </Section>
        ))}
        <Pagination
          number={slice.page}
          size={pageSize}
          total={behind.rows.length}
          hrefOf={(page) => context.href(rowsHref(run.id, alert.trader, input), { page: String(page) })}
        />
        {closed > 0 && <Note>{words.closed({ count: closed })}</Note>}
        {leftOut > 0 && <Note>{words.leftOut({ count: leftOut })}</Note>}
        {behind.missing.length > 0 && (
          <Section title={words.missing} id="missing">
            <p>
              {words.missingLine({
                months: behind.missing.map((month) => monthWord(month, context)).join(', '),
              })}
            </p>
          </Section>
        )}
        {behind.bridges.length > 0 && (
          <Section title={words.bridges} id="bridges">
            <ul>
              {behind.bridges.map(({ from, to, cents }) => (
                <li>{words.bridgeLine({ from, to, amount: euros(cents, context) })}</li>
              ))}
            </ul>
          </Section>
        )}
        {behind.cases.length > 0 && <Note>{words.others({ count: behind.cases.length })}</Note>}
      </Stack>
    ),
  };
}

function writeRows(
  { run, alert, input, behind, opened, leftOut }: Opened,
  context: PageContext,
): Result<ExportTable> {
  if (opened.length === 0) return fail(problem('vat_alerts_not_allowed'));
  const { rows: words, list } = alertTexts(context.language);
  const names = [...new Set(opened.flatMap(({ values }) => Object.keys(values)))];
  return ok({
    name: `${context.register.id}-${alert.trader}-${input}`,
    title: words.title({ reason: inputWord(input, context.language) }),
    columns: [
      { key: 'what', title: 'what', note: words.what },
      { key: 'file', title: 'file', note: words.file },
      ...names.map((name) => ({ ...named(name), note: columnWord(name, context) })),
    ],
    rows: opened.map(({ ref, values }) => ({
      ...{ what: ref.kind, file: ref.file },
      ...Object.fromEntries(names.map((name) => [named(name).key, exported(name, values[name] ?? null)])),
    })),
    notes: [
      ...exportNotes(context, { rows: opened.length, total: behind.rows.length + leftOut }),
      words.export,
      list.openTo,
      ...(run.synthetic ? [list.made] : []),
    ],
  });
}

/** As many as a bundle names behind one reason. */
const mostExported = 1_000;

type Name = keyof ReturnType<typeof alertTexts>['rows']['columns'];

function columnWord(name: string, { language }: Pick<PageContext, 'language'>): string {
  const { columns } = alertTexts(language).rows;
  return Object.hasOwn(columns, name) ? columns[name as Name] : name;
}

const isAmount = (name: string) => name === 'cents' || name === 'vat_cents';
const isMonth = (name: string) => name === 'period_from' || name === 'period_to';

/** Amounts leave in euros, as the page has them, and are called so. */
function named(name: string): { readonly key: string; readonly title: string } {
  const key = isAmount(name) ? name.replace('cents', 'euros') : name;
  return { key, title: key };
}

const exported = (name: string, value: string | number | null) =>
  isAmount(name) && typeof value === 'number'
    ? value / 100
    : isMonth(name) && typeof value === 'number'
      ? writtenMonth(value)
      : value;

/** Columns that tell of the file and not of the trade. */
const ofTheFile: readonly string[] = ['list', 'corrected', 'sound'];

function OpenedRows({
  kind,
  rows,
  keeping,
  context,
}: {
  kind: DeclarationKind;
  rows: readonly OpenedRow[];
  keeping: WayToKeep | null;
  context: Pick<PageContext, 'language'>;
}): JSX.Element {
  const { rows: words } = alertTexts(context.language);
  const names = Object.keys(rows[0]?.values ?? {}).filter(
    (name) => name !== 'row' && !ofTheFile.includes(name),
  );
  return (
    <DataTable<OpenedRow>
      caption={words.kinds[kind]}
      rows={rows}
      columns={[
        ...names.map((name) => ({
          title: columnWord(name, context),
          figure: isAmount(name),
          cell: ({ values }: OpenedRow) => shown(name, values[name] ?? null, context),
        })),
        {
          title: words.columns.row,
          figure: true,
          cell: ({ ref }: OpenedRow) => ref.row,
          below: ({ ref }: OpenedRow) => {
            const href = keeping?.hrefOf(ref) ?? null;
            return href === null ? null : (
              <a class="chip" href={href}>
                {keeping?.title}
              </a>
            );
          },
        },
        { title: words.file, cell: ({ ref }: { ref: RowRef }) => <code>{ref.file.slice(0, 12)}</code> },
      ]}
    />
  );
}

function shown(name: string, value: string | number | null, context: Pick<PageContext, 'language'>) {
  if (value === null || value === '') return '–';
  if (typeof value === 'number' && isAmount(name)) return euros(value, context);
  if (typeof value === 'number' && isMonth(name)) return monthWord(value, context);
  return value;
}
