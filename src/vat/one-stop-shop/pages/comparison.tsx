import { formatDate, type PartialDate } from '#kernel/dates.ts';
import { type Language, localeOf } from '#kernel/languages.ts';
import { formatMoney, parseCurrency } from '#kernel/money.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import type { Grant } from '#platform/access/access.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { actionContextOf, offersToMake } from '#platform/actions/offers.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { pageOf } from '#platform/page/address.ts';
import { BarRow, Basis, EmptyState, FieldList, Note, Section, Stack } from '#platform/page/components.tsx';
import { DataTable, Pagination } from '#platform/page/table.tsx';
import { loadNames, Named, plainName } from '#union';
import { closedField, crumbsToVat, VatTabs } from '../../fields/pages/parts.tsx';
import { recordReading } from '../../fields/reading.ts';
import { partiesOpen } from '../../fields/store.ts';
import type { Entry, KeptEntry, RowBehind } from '../model.ts';
import { readComparisons } from '../permissions.ts';
import { type Comparison, findEntry, listComparisons, listEntries, type PlacedEntry } from '../store.ts';
import { oneStopShopTexts } from '../text/texts.ts';
import { oneStopShopPath } from './door.ts';

const kind = 'vat_payment_comparisons';
const pageSize = 50;
/** Bars of the picture. */
const drawn = 8;

function inCurrency(hundredths: number, currency: string, language: Language): string {
  const known = parseCurrency(currency);
  // Of a currency without cents the hundredths are what was written, not its smallest coin.
  return known.ok && currency === 'EUR'
    ? formatMoney({ currency: known.value, minor: BigInt(hundredths) }, language)
    : `${new Intl.NumberFormat(localeOf(language), { minimumFractionDigits: 2 }).format(hundredths / 100)} ${currency}`;
}
const euros = (cents: number | null, language: Language) =>
  cents === null ? oneStopShopTexts(language).page.unknown : inCurrency(cents, 'EUR', language);

const grossOf = ({ declared }: Pick<Entry, 'declared'>) =>
  declared === null ? null : declared.base + declared.vat;

const ratioText = ({ ratio }: Pick<Entry, 'ratio'>, language: Language) =>
  ratio === null
    ? '–'
    : new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 2 }).format(ratio);

function obstaclesText({ obstacles }: Pick<Entry, 'obstacles'>, language: Language): string {
  const words = oneStopShopTexts(language).obstacles;
  return obstacles.length === 0 ? '–' : obstacles.map((one) => words[one]).join(', ');
}

/** The comparisons of the reader's own states, and which of them he asks for: the newest where he does not say. */
async function load(context: PageContext) {
  return context.read(async (tx) => {
    const { id: register } = context.register;
    const opened = await partiesOpen(tx, actionContextOf(context), 'one_stop_shop', readComparisons);
    const comparisons = await listComparisons(tx, register, [...opened.keys()]);
    const wanted = context.query.get('comparison');
    const chosen = comparisons.find(({ id }) => id === wanted) ?? comparisons[0];
    const moment = { register, knownAt: context.knownAt };
    const names = await loadNames(
      tx,
      moment,
      comparisons.map(({ state }) => state),
    );
    const isMadeUp = context.register.meta.synthetic === true;
    const offers = isMadeUp ? await offersToMake(tx, context, ['one-stop-shop/make_up']) : [];
    return { opened, comparisons, chosen, names, offers };
  });
}

const read = (context: PageContext, comparison: Comparison, opened: ReadonlyMap<string, Grant | null>) =>
  recordReading(context, kind, [[comparison.id, opened.get(comparison.state) ?? null]]);

const hrefOfEntry = (context: PageContext, comparison: string, place: number) =>
  context.href(`${oneStopShopPath}/${comparison}/${place}`);

/** What payees took in beside what they declared, the largest difference first. */
export const oneStopShopPage: Page = {
  path: oneStopShopPath,
  navigation: 'practice',
  render: async (context) => {
    const { language } = context;
    const { page: words } = oneStopShopTexts(language);
    const { opened, comparisons, chosen, names, offers } = await load(context);
    const titleOf = ({ quarter, state }: Comparison) =>
      words.table({ quarter, state: plainName(state, names, language) });
    const number = pageOf(context.query);
    const rows =
      chosen === undefined
        ? []
        : await context.read((tx) =>
            listEntries(tx, context.register.id, chosen.id, {
              from: (number - 1) * pageSize + 1,
              most: pageSize,
            }),
          );
    if (chosen !== undefined) read(context, chosen, opened);
    return ok({
      title: words.title,
      lede: words.lede,
      crumbs: crumbsToVat(context),
      ...(rows.length === 0 ? {} : { exports: ['csv', 'xlsx', 'json'] as const }),
      body: (
        <Stack>
          <VatTabs current={oneStopShopPath} context={context} />
          <Offered offers={offers} context={context} />
          {chosen === undefined ? (
            <Section title={words.title} id="comparisons">
              {opened.size === 0 ? (
                await closedField(context, 'one_stop_shop')
              ) : (
                <EmptyState why={words.none} what={words.noneWhat} who={words.noneWho} />
              )}
            </Section>
          ) : (
            <>
              {chosen.summary.synthetic === true && <Note>{words.made}</Note>}
              <Basis>{words.open}</Basis>
              {comparisons.length > 1 && (
                <Section title={words.choose} id="comparisons">
                  <DataTable<Comparison>
                    caption={words.choose}
                    rows={comparisons}
                    rowHref={({ id }) => context.href(oneStopShopPath, { comparison: id })}
                    columns={[
                      { title: words.comparison, cell: ({ quarter }) => quarter },
                      {
                        title: words.state,
                        cell: ({ state }) => <Named id={state} names={names} context={context} />,
                      },
                      { title: words.entries, figure: true, cell: ({ summary }) => summary.entries },
                      { title: words.compared, figure: true, cell: ({ summary }) => summary.compared },
                    ]}
                  />
                </Section>
              )}
              <Section title={titleOf(chosen)} id="entries">
                <Note>{words.noVerdict}</Note>
                {number === 1 && <Picture rows={rows} language={language} />}
                <DataTable<PlacedEntry>
                  caption={titleOf(chosen)}
                  rows={rows}
                  rowHref={({ place }) => hrefOfEntry(context, chosen.id, place)}
                  columns={[
                    { title: words.payee, cell: ({ payee }) => payee },
                    { title: words.consumption, cell: ({ consumption }) => consumption },
                    { title: words.inflow, figure: true, cell: ({ inflow }) => euros(inflow, language) },
                    { title: words.declared, figure: true, cell: (row) => euros(grossOf(row), language) },
                    {
                      title: words.difference,
                      figure: true,
                      cell: ({ difference }) => euros(difference, language),
                    },
                    { title: words.ratio, figure: true, cell: (row) => ratioText(row, language) },
                    { title: words.obstacles, cell: (row) => obstaclesText(row, language) },
                  ]}
                />
                {chosen.summary.kept < chosen.summary.entries && (
                  <p>{words.kept({ kept: chosen.summary.kept, entries: chosen.summary.entries })}</p>
                )}
                <Pagination
                  number={number}
                  size={pageSize}
                  total={chosen.summary.kept}
                  label={words.pages}
                  hrefOf={(page) =>
                    context.href(oneStopShopPath, { comparison: chosen.id, page: String(page) })
                  }
                />
              </Section>
            </>
          )}
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const { page: words, columns } = oneStopShopTexts(context.language);
    const { opened, chosen } = await load(context);
    if (chosen === undefined) return fail(problem('vat_comparisons_not_allowed'));
    read(context, chosen, opened);
    const all = await context.read((tx) =>
      listEntries(tx, context.register.id, chosen.id, { from: 1, most: chosen.summary.kept }),
    );
    const notes = {
      payee: columns.payee,
      consumption: columns.consumption,
      inflow: columns.inflow,
      payments: words.payments,
      refunds: words.refunds,
      base: columns.base,
      vat: columns.base,
      difference: columns.difference,
      ratio: columns.ratio,
      obstacles: columns.obstacles,
      others: columns.others,
    };
    return ok({
      name: `${context.register.id}-one-stop-shop-${chosen.quarter}-${chosen.state}`,
      title: words.title,
      columns: Object.entries(notes).map(([key, note]) => ({ key, title: key, note })),
      rows: all.map(
        ({
          payee,
          consumption,
          inflow,
          payments,
          refunds,
          declared,
          difference,
          ratio,
          obstacles,
          others,
        }) => ({
          ...{ payee, consumption, inflow, payments, refunds, difference, ratio },
          ...{ base: declared?.base ?? null, vat: declared?.vat ?? null, obstacles: obstacles.join(' ') },
          others: others.map(({ currency, count }) => `${currency} ${count}`).join(', '),
        }),
      ),
      notes: [
        ...exportNotes(context),
        ...(chosen.summary.synthetic === true ? [words.made] : []),
        ...[words.noVerdict, words.open],
      ],
    });
  },
};

/** Of the largest differences both sides, against the longest bar of all. */
function Picture({ rows, language }: { rows: readonly PlacedEntry[]; language: Language }) {
  const { page: words } = oneStopShopTexts(language);
  const told = rows.filter(({ difference }) => difference !== null).slice(0, drawn);
  const longest = Math.max(...told.flatMap((row) => [row.inflow ?? 0, grossOf(row) ?? 0]), 1);
  if (told.length === 0) return null;
  return (
    <figure aria-label={words.picture}>
      {told.flatMap((row) => [
        <BarRow
          label={`${row.payee} ${row.consumption}, ${words.cameIn}`}
          share={(row.inflow ?? 0) / longest}
          text={euros(row.inflow, language)}
        />,
        <BarRow
          faint
          label={words.wasDeclared}
          share={(grossOf(row) ?? 0) / longest}
          text={euros(grossOf(row), language)}
        />,
      ])}
    </figure>
  );
}

/** One payee and state, with the rows behind both sides. What is not there and what is not for the reader look alike. */
export const entryPage: Page = {
  path: `${oneStopShopPath}/:comparison/:place`,
  navigation: 'practice',
  render: async (context) => {
    const { language } = context;
    const { page: words } = oneStopShopTexts(language);
    const { comparison: id = '', place = '' } = context.params;
    const { opened, comparisons } = await load(context);
    const found = comparisons.find((one) => one.id === id);
    const entry =
      found === undefined || !/^[1-9]\d{0,5}$/.test(place)
        ? undefined
        : await context.read((tx) => findEntry(tx, context.register.id, id, Number(place)));
    const crumbs = crumbsToVat(context, { text: words.door, path: oneStopShopPath });
    if (found === undefined || entry === undefined)
      return ok({ title: words.closed, crumbs, body: await closedField(context, 'one_stop_shop') });
    read(context, found, opened);
    return ok({
      title: words.entry({ payee: entry.payee, consumption: entry.consumption }),
      crumbs,
      body: (
        <Stack>
          {found.summary.synthetic === true && <Note>{words.made}</Note>}
          <Basis>{words.open}</Basis>
          <Section title={words.said} id="said">
            <Note>{words.noVerdict}</Note>
            <FieldList fields={fieldsOf(entry, found, language)} />
          </Section>
          <Section title={words.rows} id="rows">
            {entry.rows.length < entry.rowsInAll && (
              <p>{words.rowsOf({ shown: entry.rows.length, all: entry.rowsInAll })}</p>
            )}
            <DataTable<RowBehind>
              caption={words.rows}
              rows={entry.rows}
              columns={[
                { title: words.side, cell: ({ side }) => words.sides[side] },
                {
                  title: words.day,
                  cell: ({ day }) =>
                    day === null ? found.quarter : formatDate(day as PartialDate, language),
                },
                {
                  title: words.amount,
                  figure: true,
                  cell: ({ cents, currency }) => inCurrency(cents, currency, language),
                },
                {
                  title: words.vat,
                  figure: true,
                  cell: ({ vat }) => (vat === null ? '–' : euros(vat, language)),
                },
                {
                  title: words.rate,
                  figure: true,
                  cell: ({ rate }) => (rate === null ? '–' : `${rate / 100} %`),
                },
                { title: words.file, cell: ({ file, row }) => <code>{`${file.slice(0, 12)}:${row}`}</code> },
              ]}
            />
          </Section>
        </Stack>
      ),
    });
  },
};

function fieldsOf(entry: KeptEntry, { quarter }: Comparison, language: Language) {
  const { page: words } = oneStopShopTexts(language);
  const { declared, others } = entry;
  return [
    { label: words.comparison, value: quarter },
    { label: words.inflow, value: euros(entry.inflow, language) },
    { label: words.payments, value: entry.payments },
    {
      label: words.refunds,
      value: `${entry.refunds} (${words.refunded}: ${euros(entry.refunded, language)})`,
    },
    ...(others.length === 0
      ? []
      : [
          {
            label: words.others,
            value: others
              .map(({ currency, count, amount }) =>
                words.otherLine({ count, currency, amount: inCurrency(amount, currency, language) }),
              )
              .join('; '),
          },
        ]),
    { label: words.base, value: euros(declared?.base ?? null, language) },
    { label: words.vat, value: euros(declared?.vat ?? null, language) },
    { label: words.difference, value: euros(entry.difference, language) },
    { label: words.ratio, value: ratioText(entry, language) },
    { label: words.obstacles, value: obstaclesText(entry, language) },
  ];
}
