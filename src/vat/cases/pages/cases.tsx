import type { Lived } from '#exchange';
import { ok } from '#kernel/result.ts';
import type { Grant } from '#platform/access/access.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { actionContextOf, type Offer, offersToMake } from '#platform/actions/offers.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { pageOf } from '#platform/page/address.ts';
import { Basis, EmptyState, Note, Section, Stack } from '#platform/page/components.tsx';
import { type Facet, RecordList } from '#platform/page/list.tsx';
import { type Column, DataTable } from '#platform/page/table.tsx';
import { knownOf, loadNames, Named, type Names, plainName } from '#union';
import { closedField, crumbsToVat, VatTabs } from '../../fields/pages/parts.tsx';
import { recordReading } from '../../fields/reading.ts';
import { partiesOpen } from '../../fields/store.ts';
import { caseStateOf, tradersOf } from '../actions/shared.ts';
import { atStakeOf, readCases, readFeedback, vatCases, vatFeedback } from '../model.ts';
import { chosenIn, nextDue } from '../rules/list.ts';
import { type CaseCount, countCases, listCasePage, listFeedbackOn, listOwed } from '../store.ts';
import { caseTexts } from '../text/texts.ts';
import { standingNow } from './feedback.tsx';
import { CaseMark, ClockMark, casesPath, dayText, eurosOf, inputText, NumberList } from './parts.tsx';
import { exportCases } from './table.ts';

export const allCasesPath = `${casesPath}/all`;

/** Cases beside the alerts, on a page of the list, and feedback owed on a page. */
const [shownBeside, pageSize, owedShown] = [10, 50, 50];

type Granted = Lived & { readonly grant: Grant | null };
type Loaded = {
  readonly shown: readonly Granted[];
  /** Told of the cases that are shown. */
  readonly feedback: readonly Lived[];
  readonly owed: readonly Granted[];
  readonly owedInAll: number;
  /** Of all cases with the words that are sought. */
  readonly counts: readonly CaseCount[];
  readonly parties: readonly string[];
  readonly offers: readonly Offer[];
  readonly names: Names;
};

/** Null: the reader sits in the field for nobody. */
async function load(context: PageContext, size: number, query: URLSearchParams): Promise<Loaded | null> {
  const acting = actionContextOf(context);
  return context.read(async (tx) => {
    const open = await partiesOpen(tx, acting, 'cases', readCases);
    const owing = await partiesOpen(tx, acting, 'cases', readFeedback);
    const parties = [...open.keys()];
    const [party, ...others] = parties;
    if (party === undefined) return null;
    const known = knownOf(acting);
    const { state, words, parties: chosen } = chosenIn(query, parties);
    const wanted = { parties: chosen, state, words };
    const page = { limit: size, offset: (pageOf(query) - 1) * size };
    const shown = (await listCasePage(tx, known, wanted, page)).map((one) => ({
      ...one,
      grant: open.get(String(one.record.body.party)) ?? null,
    }));
    const { owed, total } = await listOwed(tx, known, [...owing.keys()], { limit: owedShown, offset: 0 });
    const spoken = owed.map(({ record: { body } }) => [body.asker, body.state]);
    return {
      shown,
      feedback: owing.size === 0 ? [] : await listFeedbackOn(tx, known, shown),
      owed: owed.map((one) => ({ ...one, grant: owing.get(String(one.record.body.state)) ?? null })),
      owedInAll: total,
      counts: await countCases(tx, known, { parties, words }),
      parties,
      offers: await offersToMake(tx, context, ['vat-cases/open'], others.length === 0 ? { party } : {}),
      names: await loadNames(tx, known, [spoken, parties]),
    };
  });
}

/** Has it journalled by each grant which records are about to leave. */
function recordEach(context: PageContext, kind: string, shown: readonly Granted[]): void {
  recordReading(
    context,
    kind,
    shown.map(({ record, grant }) => [record.id, grant] as const),
  );
}

const sumOf = (counts: readonly CaseCount[]) => counts.reduce((sum, { count }) => sum + count, 0);

/** The first cases and what is owed, beside the alerts. Null where the reader sits in the field for nobody. */
export async function casesBeside(context: PageContext) {
  const loaded = await load(context, shownBeside, new URLSearchParams());
  if (loaded === null) return null;
  const { shown, counts, offers } = loaded;
  const { list: words, basket } = caseTexts(context.language);
  recordEach(context, vatCases.name, shown);
  return (
    <>
      <Section
        title={words.title}
        id="cases"
        tools={[
          { text: words.all({ count: sumOf(counts) }), href: context.href(allCasesPath) },
          ...offers.map(({ title, href }) => ({ text: title, href })),
        ]}
      >
        {shown.length === 0 ? (
          <EmptyState why={words.none} what={words.noneWhat} who={basket.noneWho} />
        ) : (
          <DataTable<Granted> {...tableOf(loaded, context)} />
        )}
      </Section>
      <Owed loaded={loaded} context={context} />
    </>
  );
}

function tableOf({ shown, feedback, names }: Loaded, context: PageContext) {
  const { list: words, page, basket } = caseTexts(context.language);
  const columns: readonly Column<Granted>[] = [
    {
      title: page.reference,
      cell: ({ record }) => String(record.body.reference),
      below: ({ record }) => (
        <small>
          <Named id={String(record.body.party)} names={names} context={context} />
        </small>
      ),
    },
    { title: page.state, cell: (one) => <CaseMark state={caseStateOf(one)} context={context} /> },
    { title: page.traders, cell: (one) => <NumberList numbers={tradersOf(one)} /> },
    { title: basket.reason, cell: ({ record }) => inputText(record.body.alert_reason, context) ?? '–' },
    { title: page.opened, cell: ({ record }) => dayText(record.body.opened_on, context.language) },
    {
      title: page.expected,
      figure: true,
      cell: ({ record }) => eurosOf(atStakeOf(record.body), context),
    },
    {
      title: words.due,
      cell: ({ record }) => {
        const due = nextDue(record.body, feedback);
        return due === null ? '–' : dayText(due.due, context.language);
      },
    },
  ];
  return {
    caption: words.title,
    rows: shown,
    rowHref: ({ record }: Granted) => context.href(vatCases.href(record.id)),
    columns,
  };
}

/** What the reader's parties owe on cases of others and have not given. */
function Owed({ loaded, context }: { loaded: Loaded; context: PageContext }) {
  const { list: words, feedback, page } = caseTexts(context.language);
  const { names, owed, owedInAll } = loaded;
  recordEach(context, vatFeedback.name, owed);
  return (
    <Section title={words.owed} id="owed">
      {owed.length < owedInAll && <Note>{words.owedMore({ shown: owed.length, count: owedInAll })}</Note>}
      {owed.length === 0 ? (
        <EmptyState why={words.noneOwed} what={words.noneOwedWhat} />
      ) : (
        <DataTable<Granted>
          caption={words.owed}
          rows={owed}
          rowHref={({ record }) => context.href(vatFeedback.href(record.id))}
          columns={[
            { title: feedback.reference, cell: ({ record }) => String(record.body.reference) },
            {
              title: feedback.asker,
              cell: ({ record }) => <Named id={String(record.body.asker)} names={names} context={context} />,
            },
            { title: page.traders, cell: (one) => <NumberList numbers={tradersOf(one)} /> },
            {
              title: feedback.due,
              cell: ({ record }) =>
                record.body.due == null ? feedback.dueUnknown : dayText(record.body.due, context.language),
            },
            {
              title: feedback.standing,
              cell: (one) => <ClockMark standing={standingNow(one, context)} context={context} />,
            },
          ]}
        />
      )}
    </Section>
  );
}

/** By state, and by party where the reader sits for several. */
function facetsOf({ counts, parties, names }: Loaded, context: PageContext): readonly Facet[] {
  const { page, states } = caseTexts(context.language);
  const query = Object.fromEntries(context.query);
  const facet = (key: 'state' | 'party', label: string, values: readonly (readonly [string, string])[]) => ({
    key,
    label,
    values: values.map(([value, title]) => {
      const active = context.query.get(key) === value;
      const change = { ...query, page: null, [key]: active ? null : value };
      const count = sumOf(counts.filter((one) => one[key] === value));
      return { value, label: title, count, active, href: context.href(allCasesPath, change) };
    }),
  });
  return [
    facet('state', page.state, [
      ['open', states.open],
      ['closed', states.closed],
    ]),
    ...(parties.length < 2
      ? []
      : [
          facet(
            'party',
            page.party,
            parties.map((one) => [one, plainName(one, names, context.language)] as const),
          ),
        ]),
  ];
}

/** The cases of the reader's parties, open ones first by trade at stake, and what these owe; as a table for those who count. */
export const casesPage: Page = {
  path: allCasesPath,
  navigation: 'practice',
  render: async (context) => {
    const { list: words, page, basket } = caseTexts(context.language);
    const head = {
      ...{ title: words.title, lede: words.lede },
      crumbs: crumbsToVat(context, { text: page.cases, path: casesPath }),
    };
    const { query } = context;
    const loaded = await load(context, pageSize, query);
    if (loaded === null) return ok({ ...head, body: await closedField(context, 'cases') });
    const { shown, counts, offers, parties } = loaded;
    recordEach(context, vatCases.name, shown);
    const chosen = chosenIn(query, parties);
    const found = counts.filter(
      (one) => (chosen.state === null || one.state === chosen.state) && chosen.parties.includes(one.party),
    );
    const isNarrowed = chosen.words !== '' || chosen.state !== null || query.has('party');
    return ok({
      ...head,
      ...(sumOf(found) === 0 ? {} : { exports: ['csv', 'xlsx', 'json'] as const }),
      body: (
        <Stack>
          <VatTabs current={casesPath} context={context} />
          <Basis>{page.open}</Basis>
          <Offered offers={offers} context={context} />
          <RecordList<Granted>
            {...tableOf(loaded, context)}
            page={{
              number: pageOf(query),
              size: pageSize,
              total: sumOf(found),
              hrefOf: (one) =>
                context.href(allCasesPath, { ...Object.fromEntries(query), page: String(one) }),
            }}
            {...(isNarrowed ? {} : { empty: { why: words.none, what: words.noneWhat, who: basket.noneWho } })}
            facets={facetsOf(loaded, context)}
            search={{
              action: context.href(allCasesPath).split('?')[0] ?? '',
              text: chosen.words,
              kept: [...query].filter(([name]) => name !== 'q' && name !== 'page'),
            }}
            clearHref={context.href(allCasesPath, { q: null, state: null, party: null, page: null })}
          />
          <Note>{words.searched}</Note>
          <Owed loaded={loaded} context={context} />
        </Stack>
      ),
    });
  },
  exportTable: exportCases,
};
