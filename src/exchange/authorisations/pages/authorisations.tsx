import { fail, ok, problem } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { offersToMake } from '#platform/actions/offers.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { ExportTable, Page, PageContext } from '#platform/module.ts';
import { pageOf } from '#platform/page/address.ts';
import { Basis, EmptyState, Note, Section, Stack } from '#platform/page/components.tsx';
import { countedFacet } from '#platform/page/counted-facet.ts';
import { RecordList } from '#platform/page/list.tsx';
import { sectionExports } from '#platform/page/section-exports.tsx';
import { texts } from '#platform/text/texts.ts';
import { loadNames, Named, plainName } from '#union';
import { crumbsTo, ExchangeTabs, recordReading, writtenDate } from '../../pages/closed.tsx';
import { listUseDays } from '../../situation/store.ts';
import { type AuthorisationState, authorisations } from '../model.ts';
import { authorisationTexts } from '../text/texts.ts';
import { ReviewMark, type Row, readRows, type Side, StateMark, whereOf } from './parts.tsx';

const path = '/practice/exchange/authorisations';
const pageSize = 50;
const filterNames = ['side', 'state', 'supplier', 'party', 'data_set'] as const;
type FilterName = (typeof filterNames)[number];

const saidIn: Readonly<Record<FilterName, (row: Row) => string>> = {
  side: ({ side }) => side,
  state: ({ standing }) => standing.state,
  supplier: ({ body }) => String(body.supplier),
  party: ({ body }) => String(body.party),
  data_set: ({ body }) => String(body.data_set),
};

const filters = ({ query }: PageContext) =>
  Object.fromEntries(filterNames.map((name) => [name, query.get(name)]));

function chosen({ query }: PageContext, rows: readonly Row[]): readonly Row[] {
  return rows.filter((row) =>
    filterNames.every((name) => query.get(name) === null || query.get(name) === saidIn[name](row)),
  );
}

async function load(context: PageContext) {
  return context.read(async (tx) => {
    const rows = await readRows(tx, context);
    const moment = { register: context.register.id, knownAt: context.knownAt };
    return {
      rows,
      names: await loadNames(
        tx,
        moment,
        rows.map(({ body }) => [body.supplier, body.party]),
      ),
      offers: await offersToMake(tx, context, ['authorisations/list', 'authorisations/suspend_service']),
    };
  });
}

/** Officers of the reader's party elsewhere, and those of others at its data. */
export const authorisationsPage: Page = {
  path,
  navigation: 'practice',
  filters: true,
  render: async (context) => {
    const { page: words, states } = authorisationTexts(context.language);
    const { rows, names, offers } = await load(context);
    const found = chosen(context, rows);
    const number = pageOf(context.query);
    const shown = found.slice((number - 1) * pageSize, number * pageSize);
    recordReading(
      context,
      authorisations.name,
      shown.map(({ id, grant }) => [id, grant]),
    );
    const labels: Readonly<Record<FilterName, string>> = {
      side: words.side,
      state: words.state,
      supplier: words.supplier,
      party: words.party,
      data_set: words.dataSet,
    };
    const labelOf = (name: FilterName) => (value: string) =>
      name === 'side'
        ? words.sides[value as Side]
        : name === 'state'
          ? states[value as AuthorisationState]
          : name === 'data_set'
            ? value
            : plainName(value, names, context.language);
    const isReader = rows.length > 0 || offers.length > 0;
    return ok({
      title: words.title,
      lede: words.lede,
      crumbs: crumbsTo(context),
      ...(rows.length === 0 ? {} : { exports: ['csv', 'xlsx', 'json'] as const }),
      body: (
        <Stack>
          <ExchangeTabs current="authorisations" context={context} />
          <Offered offers={offers} context={context} />
          {rows.length === 0 ? (
            <Section title={words.title} id="authorisations">
              {isReader ? (
                <EmptyState why={words.none} what={words.noneWhat} who={words.noneWho} />
              ) : (
                <EmptyState why={words.closedWhy} what={words.closedWhat} who={words.closedWho} />
              )}
            </Section>
          ) : (
            <>
              <Basis>{words.open}</Basis>
              <RecordList<Row>
                caption={words.title}
                rows={shown}
                rowHref={({ id }) => context.href(authorisations.href(id))}
                columns={[
                  {
                    title: words.officer,
                    cell: ({ body }) => String(body.officer),
                    // No link below a link: each would be too small to be met.
                    below: ({ body }) => (
                      <small>{plainName(String(body.party), names, context.language)}</small>
                    ),
                  },
                  {
                    title: words.supplier,
                    cell: ({ body }) => <Named id={String(body.supplier)} names={names} context={context} />,
                  },
                  {
                    title: words.dataSet,
                    cell: ({ body }) => String(body.data_set),
                    below: ({ body }) => (whereOf(body) === '' ? null : <small>{whereOf(body)}</small>),
                  },
                  {
                    title: words.state,
                    cell: ({ standing }) => <StateMark standing={standing} context={context} />,
                  },
                  {
                    title: words.review,
                    cell: ({ standing }) => <ReviewMark standing={standing} context={context} />,
                  },
                  {
                    title: words.lastUse,
                    cell: ({ lastUse }) => writtenDate(lastUse, context.language) ?? words.neverUsed,
                  },
                ]}
                facets={filterNames.map((key) =>
                  countedFacet(context, { key, label: labels[key] }, rows.map(saidIn[key]), {
                    labelOf: labelOf(key),
                    hrefOf: (value) => context.href(path, { ...filters(context), [key]: value }),
                  }),
                )}
                clearHref={context.href(path)}
                page={{
                  number,
                  size: pageSize,
                  total: found.length,
                  hrefOf: (page) => context.href(path, { ...filters(context), page: String(page) }),
                }}
              />
              <Section
                title={words.useDays}
                id="use"
                tools={sectionExports(words.useDays, context.language, (format) =>
                  context.href(path, { ...filters(context), table: 'use', format }),
                )}
              >
                <Note>{words.useDaysWhat}</Note>
              </Section>
            </>
          )}
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const { page: words, columns } = authorisationTexts(context.language);
    const { rows } = await load(context);
    if (rows.length === 0) return fail(problem('authorisations_not_allowed'));
    const found = chosen(context, rows);
    recordReading(
      context,
      authorisations.name,
      found.map(({ id, grant }) => [id, grant]),
    );
    const shared = texts(context.language).exports;
    const notes = {
      id: shared.id,
      officer: words.officer,
      party: words.party,
      supplier: words.supplier,
      dataSet: words.dataSet,
      service: words.service,
      place: words.place,
      basis: words.basis,
      state: words.state,
      from: columns.from,
      until: columns.until,
      trained: words.trained,
      screened: words.screened,
      reviewDue: columns.review,
      lastUse: columns.lastUse,
    };
    if (context.query.get('table') === 'use') return ok(await useTable(context, found));
    const textOf = (value: unknown) => (typeof value === 'string' ? value : null);
    return ok({
      name: `${context.register.id}-authorisations`,
      title: words.title,
      columns: Object.entries(notes).map(([key, note]) => ({ key, title: key, note })),
      rows: found.map(({ id, body, standing, lastUse }) => ({
        id,
        officer: String(body.officer),
        party: String(body.party),
        supplier: String(body.supplier),
        dataSet: String(body.data_set),
        service: textOf(body.service),
        place: textOf(body.place),
        basis: String(body.basis),
        state: standing.state,
        from: textOf(body.from),
        until: textOf(body.until),
        trained: textOf(body.trained_on),
        screened: textOf(body.screened_on),
        reviewDue: standing.state === 'closed' ? null : standing.reviewDue,
        lastUse,
      })),
      notes: [...exportNotes(context), words.open],
    });
  },
};

/** The register of use: on which days each of these was used, the last first. What was asked then stands in the log. */
async function useTable(context: PageContext, found: readonly Row[]): Promise<ExportTable> {
  const { page: words, columns } = authorisationTexts(context.language);
  const byId = new Map(found.map((row) => [row.id, row]));
  const days = await context.read((tx) => listUseDays(tx, context.register.id, [...byId.keys()]));
  const notes = {
    usedOn: columns.usedOn,
    authorisation: columns.authorisation,
    officer: words.officer,
    party: words.party,
    supplier: words.supplier,
    dataSet: words.dataSet,
  };
  return {
    name: `${context.register.id}-authorisation-use`,
    title: words.useDays,
    columns: Object.entries(notes).map(([key, note]) => ({ key, title: key, note })),
    rows: days.flatMap(({ authorisation, usedOn }) => {
      const body = byId.get(authorisation)?.body;
      if (body === undefined) return [];
      const { officer, party, supplier, data_set: dataSet } = body;
      const said = { officer, party, supplier, dataSet };
      const texted = Object.entries(said).map(([key, value]) => [key, String(value)]);
      return [{ usedOn, authorisation, ...Object.fromEntries(texted) }];
    }),
    notes: [...exportNotes(context), words.open, words.useDaysWhat],
  };
}
