import { formatDate, formatInstant, type PartialDate } from '#kernel/dates.ts';
import type { Language } from '#kernel/languages.ts';
import { formatMoney, parseCurrency } from '#kernel/money.ts';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import type { Grant } from '#platform/access/access.ts';
import { actionContextOf } from '#platform/actions/offers.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { ExportTable, Page, PageContext } from '#platform/module.ts';
import { pageOf } from '#platform/page/address.ts';
import { BarRow, Basis, EmptyState, Note, Section, Stack, StatusMark } from '#platform/page/components.tsx';
import { DataTable, Pagination } from '#platform/page/table.tsx';
import { readAlerts } from '../../alerts/model.ts';
import { closedField, crumbsToVat, VatTabs } from '../../fields/pages/parts.tsx';
import { recordReading } from '../../fields/reading.ts';
import { partiesOpen } from '../../fields/store.ts';
import { vatFolder } from '../../intake/commands.ts';
import { commandOf } from '../invoice-command.ts';
import { type DeclaredBundle, eachBundle, readBundles } from '../search.ts';
import { dayOf } from '../search-invoices.ts';
import { listSearches, type ToldSearch } from '../store.ts';
import { edgeTexts } from '../text/texts.ts';
import { searchesPath } from './door.ts';

const pageSize = 50;
const tones = { running: 'part', stopped: 'none', done: 'good' } as const;

function euros(cents: number, language: Language): string {
  const euro = parseCurrency('EUR');
  return euro.ok ? formatMoney({ currency: euro.value, minor: BigInt(cents) }, language) : String(cents);
}
const dayText = (day: string | undefined, language: Language) =>
  day === undefined ? '–' : formatDate(day as PartialDate, language);
/** The first that looks for what came since the one before has none before it, and sees all. */
const isOfAll = (since: string | null) => since === null || since === '';
const daysOf = ({ inputs }: ToldSearch, language: Language) => ({
  from: dayText(dayOf(inputs.window.from), language),
  until: dayText(dayOf(inputs.window.until), language),
});

/**
 * Searches of the reader's own states, and those of them that are done: which of these he asks to see, and which is the newest. While one is
 * under way the page that asks for none loads itself again, and shows nothing found: what is in the journal is what somebody opened.
 */
async function load(context: PageContext) {
  return context.read(async (tx) => {
    const opened = await partiesOpen(tx, actionContextOf(context), 'cases', readAlerts);
    const searches = await listSearches(tx, context.clock, context.register.id, [...opened.keys()]);
    const done = searches.filter(({ state }) => state === 'done');
    const asked = done.find(({ id }) => id === context.query.get('search'));
    return { opened, searches, asked, newest: done[0] };
  });
}

const read = (context: PageContext, { id, party }: ToldSearch, opened: ReadonlyMap<string, Grant | null>) =>
  recordReading(context, 'vat_searches', [[id, opened.get(party) ?? null]]);

const folderOf = ({ dataFolder, register }: PageContext) => vatFolder(dataFolder, register.id);

/** The round that the address names by its place, from 1 on. */
async function findRound(
  context: PageContext,
  { id, result }: ToldSearch,
): Promise<{ readonly place: number; readonly bundle: DeclaredBundle } | null> {
  const place = Number(/^[1-9]\d{0,6}$/.exec(context.query.get('round') ?? '')?.[0] ?? 0);
  if (place === 0 || place > (result?.bundles ?? 0)) return null;
  const [bundle] = await readBundles(folderOf(context), id, { from: place - 1, most: 1 });
  return bundle === undefined ? null : { place, bundle };
}

/** What was searched in the invoices of a state, how far that is, and the rounds of traders that were found. */
export const searchesPage: Page = {
  path: searchesPath,
  navigation: 'practice',
  render: async (context) => {
    const { page: words } = edgeTexts(context.language);
    const { opened, searches, asked, newest } = await load(context);
    const head = { title: words.title, lede: words.lede, crumbs: crumbsToVat(context) };
    const tabs = <VatTabs current={searchesPath} context={context} />;
    if (opened.size === 0) {
      const closed = await closedField(context, 'cases');
      return ok({
        ...head,
        body: (
          <Stack>
            {tabs}
            {closed}
          </Stack>
        ),
      });
    }
    const isLive = searches.some(({ state }) => state === 'running');
    const chosen = asked ?? (isLive ? undefined : newest);
    if (chosen !== undefined) read(context, chosen, opened);
    const live = (
      <Note>
        {words.live} <a href={context.href(searchesPath)}>{words.reload}</a>
      </Note>
    );
    return async () =>
      ok({
        ...head,
        ...((chosen?.result?.bundles ?? 0) === 0 ? {} : { exports: ['csv', 'xlsx', 'json'] as const }),
        body: (
          <Stack>
            {tabs}
            <Basis>{words.open}</Basis>
            {isLive && (chosen === undefined ? <div data-live="">{live}</div> : live)}
            <Section title={words.list} id="searches">
              {searches.length === 0 ? (
                <EmptyState why={words.none} what={words.noneWhat} who={words.noneWho} />
              ) : (
                <SearchTable searches={searches} context={context} />
              )}
            </Section>
            {chosen !== undefined && (await found(context, chosen))}
          </Stack>
        ),
      });
  },
  exportTable: async (context) => {
    const { opened, asked, newest } = await load(context);
    const chosen = asked ?? newest;
    if (chosen === undefined) return fail(problem('vat_searches_not_allowed'));
    read(context, chosen, opened);
    return () => writeFound(context, chosen);
  },
};

/** The rounds that a search found as rows, or, where the address names one, the invoices behind it. */
async function writeFound(context: PageContext, chosen: ToldSearch): Promise<Result<ExportTable>> {
  const { page: words, columns } = edgeTexts(context.language);
  const round = await findRound(context, chosen);
  const notes = [...exportNotes(context), words.noVerdict, words.open];
  const name = `${context.register.id}-cycles-${chosen.party}-${chosen.id.slice(0, 12)}`;
  const columnsOf = <Key extends keyof typeof columns>(...keys: readonly Key[]) =>
    keys.map((key) => ({ key, title: key, note: columns[key] }));
  if (round !== null)
    return ok({
      ...{ name: `${name}-${round.place}`, title: words.rows, notes },
      columns: columnsOf('seller', 'buyer', 'day', 'cents', 'file', 'row'),
      rows: rowsOf(round.bundle).map(({ seller, buyer, period: day, cents, file, row }) => ({
        ...{ seller, buyer, day, cents, file, row },
      })),
    });
  // Row by row: of all bundles the invoices may be more than fit.
  const rows: Readonly<Record<string, string | number | null>>[] = [];
  for await (const bundle of eachBundle(folderOf(context), chosen.id, {
    most: chosen.result?.bundles ?? 0,
  })) {
    const { traders, count, cents, first = null, last = null, hops } = bundle;
    const invoices = hops.reduce((sum, hop) => sum + hop.rows.length, 0);
    rows.push({ place: rows.length + 1, traders: traders.join(' '), count, cents, first, last, invoices });
  }
  return ok({
    ...{ name, title: words.title, notes },
    columns: columnsOf('place', 'traders', 'count', 'cents', 'first', 'last', 'invoices'),
    rows,
  });
}

function SearchTable({ searches, context }: { searches: readonly ToldSearch[]; context: PageContext }) {
  const { language } = context;
  const { page: words } = edgeTexts(language);
  return (
    <DataTable<ToldSearch>
      caption={words.list}
      rows={searches}
      rowHref={({ id, state }) =>
        state === 'done' ? `${context.href(searchesPath, { search: id })}#found` : null
      }
      columns={[
        { title: words.days, cell: (search) => words.between(daysOf(search, language)) },
        {
          title: words.what,
          cell: ({ party, inputs: { since, days, maxLength } }) => (
            <>
              {words.of({ party, what: isOfAll(since) ? words.whole : words.since })}{' '}
              <small>{words.limits({ days, maxLength })}</small>
            </>
          ),
        },
        {
          title: words.state,
          cell: ({ state }) => <StatusMark tone={tones[state]} text={words.states[state]} />,
        },
        {
          title: words.rounds,
          cell: ({ state, done, parts, result, inputs }) =>
            result !== null ? (
              result.bundles
            ) : (
              <>
                <BarRow
                  label={words.progress}
                  share={parts === 0 ? null : done / parts}
                  text={edgeTexts(language).part({ done, parts })}
                />
                {state === 'stopped' && (
                  <small>
                    {words.goesOn} <code>{commandOf(inputs, context.register.id)}</code> {words.anew}
                  </small>
                )}
              </>
            ),
        },
        {
          title: words.asked,
          cell: ({ askedAt }) => `${formatInstant(askedAt.toISOString(), language)} UTC`,
        },
      ]}
    />
  );
}

async function found(context: PageContext, search: ToldSearch) {
  const { language } = context;
  const { page: words, invoices } = edgeTexts(language);
  const { id, result } = search;
  const total = result?.bundles ?? 0;
  const number = Math.min(pageOf(context.query), Math.max(1, Math.ceil(total / pageSize)));
  const before = (number - 1) * pageSize;
  const bundles = await readBundles(folderOf(context), id, { from: before, most: pageSize });
  const round = await findRound(context, search);
  const title = words.foundIn(daysOf(search, language));
  return (
    <>
      <Section title={title} id="found">
        {(result?.truncated ?? 0) > 0 && <Note>{invoices.truncated({ count: result?.truncated ?? 0 })}</Note>}
        {bundles.length === 0 ? (
          <EmptyState why={words.nothing} what={words.nothingWhat} who={words.nothingWho} />
        ) : (
          <>
            <Note>{words.noVerdict}</Note>
            <DataTable<DeclaredBundle>
              caption={title}
              rows={bundles}
              rowHref={(bundle) =>
                `${context.href(searchesPath, {
                  ...{ search: id, page: String(number) },
                  round: String(before + bundles.indexOf(bundle) + 1),
                })}#rows`
              }
              columns={[
                { title: words.traders, cell: ({ traders }) => traders.join(' → ') },
                { title: words.cycles, figure: true, cell: ({ count }) => count },
                { title: words.amount, figure: true, cell: ({ cents }) => euros(cents, language) },
                { title: words.first, cell: ({ first }) => dayText(first, language) },
                { title: words.last, cell: ({ last }) => dayText(last, language) },
              ]}
            />
            <Pagination
              number={number}
              size={pageSize}
              total={total}
              label={words.pages}
              hrefOf={(page) => context.href(searchesPath, { search: id, page: String(page) })}
            />
          </>
        )}
      </Section>
      {round !== null && (
        <Section title={words.rowsOf({ traders: round.bundle.traders.join(' → ') })} id="rows">
          <DataTable<Row>
            caption={words.rows}
            rows={rowsOf(round.bundle)}
            columns={[
              { title: words.seller, cell: ({ seller }) => seller },
              { title: words.buyer, cell: ({ buyer }) => buyer },
              { title: words.day, cell: ({ period }) => dayText(period, language) },
              { title: words.worth, figure: true, cell: ({ cents }) => euros(cents, language) },
              { title: words.file, cell: ({ file, row }) => <code>{`${file.slice(0, 12)}:${row}`}</code> },
            ]}
          />
        </Section>
      )}
    </>
  );
}

type Row = DeclaredBundle['hops'][number]['rows'][number] & {
  readonly seller: string;
  readonly buyer: string;
};

const rowsOf = ({ traders, hops }: DeclaredBundle): readonly Row[] =>
  hops.flatMap(({ rows }, hop) =>
    rows.map((row) => ({
      ...row,
      seller: traders[hop] as string,
      buyer: traders[(hop + 1) % traders.length] as string,
    })),
  );
