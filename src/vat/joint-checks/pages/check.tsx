import type { ComponentChildren } from 'preact';
import { fail, ok, problem } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { actionContextOf, listOffers } from '#platform/actions/offers.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { ExportTable, Page, PageContext } from '#platform/module.ts';
import { pageOf } from '#platform/page/address.ts';
import {
  BarRow,
  Basis,
  EmptyState,
  FieldList,
  Note,
  Section,
  Stack,
  StatusMark,
  Timeline,
} from '#platform/page/components.tsx';
import { oldestFirst, Recorded } from '#platform/page/history.tsx';
import { sectionExports } from '#platform/page/section-exports.tsx';
import { DataTable, Pagination } from '#platform/page/table.tsx';
import type { StoredRecord } from '#platform/records/records.ts';
import { texts } from '#platform/text/texts.ts';
import { groups, loadNames, Named, NamedList, type Names, plainName } from '#union';
import { ClosedField } from '../../fields/pages/parts.tsx';
import { recordReading } from '../../fields/reading.ts';
import { goodOf } from '../goods.ts';
import { checkFacts, checkSheets, jointChecks, type Service } from '../model.ts';
import { type MatchLine, type Trade, verdictOf } from '../rules/cross-match.ts';
import { type Result, sumOf } from '../rules/standing.ts';
import { type Fact, listSeenChecks, type Reader, type SeenCheck } from '../store.ts';
import { jointCheckTexts } from '../text/texts.ts';
import {
  amountText,
  crumbsToChecks,
  datesText,
  dateText,
  inEuros,
  matchOf,
  StateMark,
  traderText,
  VerdictMark,
} from './parts.tsx';

async function load(context: PageContext, id: string) {
  return context.read(async (tx) => {
    const { checks, reader } = await listSeenChecks(tx, actionContextOf(context), [id]);
    const [check] = checks;
    if (check === undefined) return null;
    const moment = { register: context.register.id, knownAt: context.knownAt };
    const shown = [
      check.states,
      check.invited,
      check.steps.map(({ by }) => by),
      reader.field?.body,
      check.facts.map(({ state }) => state),
    ];
    return {
      check,
      reader,
      names: await loadNames(tx, moment, shown),
      offers: await listOffers(tx, context, jointChecks.name, id),
    };
  });
}

/** Rows of one list on a page; exports have them all. */
const pageSize = 100;
type ListName = 'match-page' | 'facts-page';

const sliceOf = <Row,>(rows: readonly Row[], name: ListName, { query }: PageContext): readonly Row[] =>
  rows.slice((pageOf(query, name) - 1) * pageSize, pageOf(query, name) * pageSize);

type Pages = Shown & { readonly name: ListName; readonly total: number; readonly label: string };
function PagesOf({ name, total, label, check, context }: Pages) {
  const other: ListName = name === 'match-page' ? 'facts-page' : 'match-page';
  return (
    <Pagination
      number={pageOf(context.query, name)}
      size={pageSize}
      total={total}
      label={label}
      hrefOf={(page) =>
        context.href(jointChecks.href(check.id), {
          [name]: String(page),
          [other]: context.query.get(other),
        })
      }
    />
  );
}

type Shown = { readonly check: SeenCheck; readonly names: Names; readonly context: PageContext };

function recordCheck(context: PageContext, { id, grant, facts }: SeenCheck): void {
  recordReading(context, jointChecks.name, [[id, grant]]);
  if (facts.length > 0)
    recordReading(
      context,
      checkFacts.name,
      facts.map((fact) => [fact.id, grant]),
    );
}

/** One check: its plan, and for who checks what states know of its items. What is not there and what is not for the reader look alike. */
export const checkPage: Page = {
  path: jointChecks.href(':id'),
  navigation: 'practice',
  render: async (context) => {
    const { page: words } = jointCheckTexts(context.language);
    const loaded = await load(context, context.params.id ?? '');
    const crumbs = crumbsToChecks(context);
    if (loaded === null)
      return ok({
        title: jointChecks.label[context.language].one,
        crumbs,
        body: <ClosedField context={context} />,
      });
    const { check, reader, names, offers } = loaded;
    recordCheck(context, check);
    const shown = { check, names, context };
    const seesItems = check.sight === 'facts' || reader.isCoordinator;
    return ok({
      title: check.title,
      crumbs,
      ...(check.sight === 'facts' ? { exports: ['csv', 'xlsx', 'json'] as const } : {}),
      body: (
        <Stack>
          {check.isSynthetic && <Note>{words.made}</Note>}
          <Basis>{words.open}</Basis>
          <Offered offers={offers} context={context} />
          <Plan {...shown} reader={reader} />
          {seesItems && <Items {...shown} />}
          {check.sight === 'facts' ? (
            <>
              <Match {...shown} />
              <Facts {...shown} reader={reader} />
              {check.sheets.length > 0 && <Sheets {...shown} />}
            </>
          ) : (
            <Section title={words.factsOf} id="facts">
              <EmptyState why={words.planOnly} />
            </Section>
          )}
          <Results {...shown} />
          <Section title={words.history} id="history">
            <Timeline
              moments={oldestFirst(check.steps).map(({ act, by, effectiveOn, details, recordedAt }) => ({
                when: dateText(effectiveOn, context.language),
                what: words.acts[act] ?? act,
                detail: (
                  <>
                    {by !== '' && <Named id={by} names={names} context={context} />}
                    {/* Words can name a trader, as those of a result can. */}
                    {seesItems && typeof details.reason === 'string' && <> {details.reason}</>}{' '}
                    <Recorded at={recordedAt} />
                  </>
                ),
              }))}
            />
          </Section>
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const loaded = await load(context, context.params.id ?? '');
    if (loaded === null || loaded.check.sight !== 'facts') return fail(problem('vat_checks_not_allowed'));
    recordCheck(context, loaded.check);
    const table = context.query.get('table') === 'facts' ? factsTable : matchTable;
    return ok(table(loaded.check, context));
  },
};

function Plan({ check, names, context, reader }: Shown & { reader: Reader }) {
  const { page: words, goods, services } = jointCheckTexts(context.language);
  const { standing, states, invited } = check;
  const body = reader.field?.body;
  const agreed = states.map((party): ComponentChildren => {
    const on = standing.agreed.get(party);
    return (
      <div>
        <Named id={party} names={names} context={context} />{' '}
        {on === undefined ? (
          <StatusMark tone="none" text={words.nexts.others} />
        ) : (
          <StatusMark tone="good" text={`${words.acts.agree}, ${dateText(on, context.language)}`} />
        )}
      </div>
    );
  });
  return (
    <Section title={words.plan} id="plan">
      <FieldList
        fields={[
          { label: words.state, value: <StateMark state={standing.state} language={context.language} /> },
          { label: words.goods, value: goods[check.goods] ?? check.goods },
          ...(check.about === null ? [] : [{ label: words.about, value: check.about }]),
          { label: words.states, value: <>{agreed}</> },
          {
            label: words.invited,
            value: invited.length === 0 ? '–' : <NamedList ids={invited} names={names} context={context} />,
          },
          {
            label: words.services,
            value: check.services.map((one) => services[one as Service] ?? one).join(', '),
          },
          { label: words.dates, value: datesText(check, context.language) },
          ...(body === undefined
            ? []
            : [
                {
                  label: words.contacts,
                  // Who they are, the body's own page says to those who may know.
                  value: (
                    <>
                      <Named id={body} names={names} context={context} />:{' '}
                      <a href={`${context.href(groups.href(body))}#contacts`}>{words.contactsLink}</a>
                    </>
                  ),
                },
              ]),
        ]}
      />
    </Section>
  );
}

function Items({ check, context }: Shown) {
  const { page: words } = jointCheckTexts(context.language);
  const number = goodOf(check.goods)?.number ?? null;
  return (
    <Section title={words.items} id="items">
      {number !== null && !number.isVerified && (
        <Note>{words.itemForm({ name: number.name, like: number.like })}</Note>
      )}
      {check.items.length === 0 ? (
        <EmptyState why={words.noItems} what={words.noItemsWhat} />
      ) : (
        <ul class="plain">
          {check.items.map((item) => (
            <li>
              <code>{item}</code>
              {number !== null && !number.form.test(item) && (
                <>
                  {' '}
                  <StatusMark tone="none" text={words.itemOdd} />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** Why a line is as it is, in a few words. */
function reasonsOf({ findings, unknown }: MatchLine, context: PageContext): string {
  const words = jointCheckTexts(context.language);
  return [...findings.map((one) => words.findings[one]), ...unknown.map((one) => words.unknowns[one])].join(
    ', ',
  );
}

function Side({ trade, names, context }: { trade: Trade | null; names: Names; context: PageContext }) {
  const { language } = context;
  if (trade === null) return <>–</>;
  return (
    <>
      {plainName(trade.state, names, language)}, {dateText(trade.day as never, language)}
      <br />
      <small>
        {traderText(trade.seller, language)} → {traderText(trade.buyer, language)}
        <br />
        {amountText(trade.cents, language)}
      </small>
    </>
  );
}

function Match({ check, names, context }: Shown) {
  const { language } = context;
  const { page: words, verdicts } = jointCheckTexts(language);
  const lines = matchOf(check);
  const counted = (['one_side', 'differs', 'agrees', 'unknown'] as const).map((verdict) => ({
    verdict,
    count: lines.filter((line) => verdictOf(line) === verdict).length,
  }));
  const most = Math.max(...counted.map(({ count }) => count), 1);
  return (
    <Section
      title={words.match}
      id="match"
      tools={
        lines.length === 0
          ? []
          : sectionExports(words.match, language, (format) =>
              context.href(jointChecks.href(check.id), { format }),
            )
      }
    >
      <Note>{words.matchWhat}</Note>
      {lines.length === 0 ? (
        <EmptyState why={words.noMatch} what={words.noMatchWhat} who={words.noFactsWho} />
      ) : (
        <>
          <figure aria-label={words.picture}>
            {counted.map(({ verdict, count }) => (
              <BarRow label={verdicts[verdict]} share={count / most} text={count} />
            ))}
          </figure>
          <DataTable<MatchLine>
            caption={words.match}
            rows={sliceOf(lines, 'match-page', context)}
            columns={[
              { title: words.item, cell: ({ item }) => <code>{item}</code> },
              {
                title: words.verdict,
                cell: (line) => <VerdictMark verdict={verdictOf(line)} language={language} />,
                below: (line) => <small>{reasonsOf(line, context)}</small>,
              },
              {
                title: words.sold,
                cell: ({ sale }) => <Side trade={sale} names={names} context={context} />,
              },
              {
                title: words.bought,
                cell: ({ purchase }) => <Side trade={purchase} names={names} context={context} />,
              },
              {
                title: words.difference,
                figure: true,
                cell: ({ cents }) => (cents === null ? '–' : inEuros(cents, language)),
              },
            ]}
          />
          <PagesOf
            {...{ check, names, context }}
            name="match-page"
            total={lines.length}
            label={words.match}
          />
        </>
      )}
    </Section>
  );
}

function Facts({ check, names, context, reader }: Shown & { reader: Reader }) {
  const { language } = context;
  const { page: words, sorts, treatments } = jointCheckTexts(language);
  const { agreed } = check.standing;
  const own = check.states.filter((party) => reader.delegate.includes(party));
  const sees = own.some((party) => agreed.has(party));
  const hidden = check.states.filter((party) => !own.includes(party) && !(sees && agreed.has(party)));
  return (
    <Section
      title={words.factsOf}
      id="facts"
      tools={
        check.facts.length === 0
          ? []
          : sectionExports(words.factsOf, language, (format) =>
              context.href(jointChecks.href(check.id), { table: 'facts', format }),
            )
      }
    >
      {hidden.length > 0 && (
        <Note>
          {words.factsHidden({ parties: hidden.map((one) => plainName(one, names, language)).join(', ') })}
        </Note>
      )}
      {check.facts.length === 0 ? (
        <EmptyState why={words.noFacts} what={words.noFactsWhat} who={words.noFactsWho} />
      ) : (
        <>
          <DataTable<Fact>
            caption={words.factsOf}
            rows={sliceOf(check.facts, 'facts-page', context)}
            rowHref={({ id }) => context.href(checkFacts.href(id))}
            columns={[
              { title: words.item, cell: ({ item }) => item },
              { title: words.sort, cell: ({ sort }) => sorts[sort] },
              { title: words.on, cell: ({ date }) => dateText(date as never, language) },
              { title: words.by, cell: ({ state }) => plainName(state, names, language) },
              {
                title: words.seller,
                cell: (fact) => ofTrade(fact, traderText(fact.seller, language), fact.seller),
              },
              {
                title: words.buyer,
                cell: (fact) => ofTrade(fact, traderText(fact.buyer, language), fact.buyer),
              },
              {
                title: words.amount,
                figure: true,
                cell: (fact) => ofTrade(fact, amountText(fact.cents, language), fact.cents),
              },
              {
                title: words.treatment,
                cell: (fact) =>
                  ofTrade(
                    fact,
                    fact.declared_as === undefined ? words.unknown : treatments[fact.declared_as],
                    fact.declared_as,
                  ),
                below: ({ detail }) => (detail === undefined ? null : <small>{detail}</small>),
              },
            ]}
          />
          <PagesOf
            {...{ check, names, context }}
            name="facts-page"
            total={check.facts.length}
            label={words.factsOf}
          />
        </>
      )}
    </Section>
  );
}

/** Of a movement or an owner nobody asks for what a trade has: a gap there is no unknown. */
function ofTrade({ sort }: Fact, text: string, said: unknown): string {
  return said === undefined && sort !== 'sale' && sort !== 'purchase' ? '–' : text;
}

function Sheets({ check, context }: Shown) {
  const { page: words } = jointCheckTexts(context.language);
  return (
    <Section title={words.sheets} id="sheets">
      <DataTable<StoredRecord>
        caption={words.sheets}
        rows={check.sheets}
        rowHref={({ id }) => context.href(checkSheets.href(id))}
        columns={[
          { title: words.sheet, cell: ({ body }) => String(body.name) },
          { title: words.rows, cell: ({ body }) => words.rowsLine(body.rows as Record<string, number>) },
        ]}
      />
    </Section>
  );
}

function Results({ check, names, context }: Shown) {
  const { language } = context;
  const { page: words } = jointCheckTexts(language);
  const results = [...check.standing.results];
  const total = (key: 'corrections' | 'fines') => {
    const { cents, isWhole } = sumOf(check.states, check.standing.results, key);
    if (cents === null) return words.unknown;
    return isWhole ? inEuros(cents, language) : words.atLeast({ amount: inEuros(cents, language) });
  };
  return (
    <Section title={words.results} id="results">
      {results.length === 0 ? (
        <EmptyState why={words.noResult} what={words.noResultWhat} />
      ) : (
        <DataTable<readonly [string, Result]>
          caption={words.results}
          rows={results}
          columns={[
            { title: words.by, cell: ([party]) => <Named id={party} names={names} context={context} /> },
            { title: words.on, cell: ([, { on }]) => dateText(on, language) },
            {
              title: words.corrections,
              figure: true,
              cell: ([, one]) => amountText(one.corrections, language),
            },
            { title: words.fines, figure: true, cell: ([, one]) => amountText(one.fines, language) },
            // Words can name a trader; figures of a state do not.
            {
              title: words.note,
              cell: ([, { note }]) => (check.sight === 'facts' && note !== null ? note : '–'),
            },
          ]}
          total={[words.sum, '', total('corrections'), total('fines'), '']}
        />
      )}
    </Section>
  );
}

const tableOf = (
  context: PageContext,
  name: string,
  title: string,
  notes: Readonly<Record<string, string>>,
  rows: ExportTable['rows'],
): ExportTable => ({
  name: `${context.register.id}-${name}`,
  title,
  columns: Object.entries(notes).map(([key, note]) => ({ key, title: key, note })),
  rows,
  notes: [...exportNotes(context), jointCheckTexts(context.language).page.open],
});

function matchTable(check: SeenCheck, context: PageContext): ExportTable {
  const { page: words, columns } = jointCheckTexts(context.language);
  const notes = {
    item: words.item,
    verdict: columns.verdict,
    findings: columns.findings,
    unknown: columns.unknown,
    sale_state: words.by,
    sale_day: columns.day,
    sale_seller: columns.number,
    sale_buyer: columns.number,
    sale_cents: columns.saleCents,
    purchase_state: words.by,
    purchase_day: columns.day,
    purchase_seller: columns.number,
    purchase_buyer: columns.number,
    purchase_cents: columns.purchaseCents,
    cents: columns.cents,
  };
  const sideOf = (name: string, trade: Trade | null) => ({
    [`${name}_state`]: trade?.state ?? null,
    [`${name}_day`]: trade?.day ?? null,
    [`${name}_seller`]: trade?.seller ?? null,
    [`${name}_buyer`]: trade?.buyer ?? null,
    [`${name}_cents`]: trade?.cents ?? null,
  });
  const rows = matchOf(check).map((line) => ({
    item: line.item,
    verdict: verdictOf(line),
    findings: line.findings.join(' '),
    unknown: line.unknown.join(' '),
    ...sideOf('sale', line.sale),
    ...sideOf('purchase', line.purchase),
    cents: line.cents,
  }));
  return tableOf(context, 'joint-check-match', words.match, notes, rows);
}

function factsTable(check: SeenCheck, context: PageContext): ExportTable {
  const { page: words, columns } = jointCheckTexts(context.language);
  const notes = {
    id: texts(context.language).exports.id,
    state: words.by,
    item: words.item,
    fact: words.sort,
    date: columns.day,
    seller: columns.number,
    buyer: columns.number,
    cents: columns.centsOfFact,
    declared_as: words.treatment,
    detail: columns.detail,
  };
  const rows = check.facts.map(
    ({ id, state, item, sort, date, seller, buyer, cents, declared_as, detail }) => ({
      ...{ id, state, item, fact: sort, date, seller: seller ?? null, buyer: buyer ?? null },
      ...{ cents: cents ?? null, declared_as: declared_as ?? null, detail: detail ?? null },
    }),
  );
  return tableOf(context, 'joint-check-facts', words.factsOf, notes, rows);
}
