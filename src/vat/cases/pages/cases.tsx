import type { Lived } from '#exchange';
import { ok } from '#kernel/result.ts';
import type { Grant } from '#platform/access/access.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { actionContextOf, type Offer, offersToMake } from '#platform/actions/offers.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { pageOf } from '#platform/page/address.ts';
import { Basis, EmptyState, Section, Stack } from '#platform/page/components.tsx';
import { DataTable, Pagination } from '#platform/page/table.tsx';
import { knownOf, loadNames, Named, type Names } from '#union';
import { ClosedField, crumbsToVat, VatTabs } from '../../fields/pages/parts.tsx';
import { recordReading } from '../../fields/reading.ts';
import { partiesOpen } from '../../fields/store.ts';
import { type OpenedFeedback, openCases, openFeedbacks } from '../access.ts';
import { caseStateOf, tradersOf } from '../actions/shared.ts';
import { readCases, vatCases, vatFeedback } from '../model.ts';
import { inListOrder, nextDue, owedOf } from '../rules/list.ts';
import { caseTexts } from '../text/texts.ts';
import { standingNow } from './feedback.tsx';
import { CaseMark, ClockMark, casesPath, dayText, eurosOf, NumberList } from './parts.tsx';
import { exportCases } from './table.ts';

export const allCasesPath = `${casesPath}/all`;

/** Cases beside the alerts, and on a page of the list. */
const [shownBeside, pageSize] = [10, 50];

type Granted = Lived & { readonly grant: Grant | null };
type Loaded = {
  readonly cases: readonly Granted[];
  readonly feedback: readonly OpenedFeedback[];
  readonly offers: readonly Offer[];
  readonly names: Names;
};

/** Null: the reader sits in the field for nobody. */
async function load(context: PageContext): Promise<Loaded | null> {
  const acting = actionContextOf(context);
  return context.read(async (tx) => {
    const [party, ...others] = (await partiesOpen(tx, acting, 'cases', readCases)).keys();
    if (party === undefined) return null;
    const cases = inListOrder(await openCases(tx, acting), caseStateOf);
    const feedback = await openFeedbacks(tx, acting);
    const spoken = feedback.map(({ record: { body } }) => [body.asker, body.state]);
    return {
      ...{ cases, feedback },
      offers: await offersToMake(tx, context, ['vat-cases/open'], others.length === 0 ? { party } : {}),
      names: await loadNames(tx, knownOf(acting), [spoken, cases.map(({ record }) => record.body.party)]),
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

/** The first cases and what is owed, beside the alerts. Null where the reader sits in the field for nobody. */
export async function casesBeside(context: PageContext) {
  const loaded = await load(context);
  if (loaded === null) return null;
  const { cases, offers } = loaded;
  const shown = cases.slice(0, shownBeside);
  const { list: words } = caseTexts(context.language);
  return (
    <>
      <Section
        title={words.title}
        id="cases"
        tools={[
          { text: words.all({ count: cases.length }), href: context.href(allCasesPath) },
          ...offers.map(({ title, href }) => ({ text: title, href })),
        ]}
      >
        <CaseTable shown={shown} loaded={loaded} context={context} />
      </Section>
      <Owed loaded={loaded} context={context} />
    </>
  );
}

function CaseTable({
  shown,
  loaded: { feedback, names },
  context,
}: {
  shown: readonly Granted[];
  loaded: Loaded;
  context: PageContext;
}) {
  const { list: words, page } = caseTexts(context.language);
  recordEach(context, vatCases.name, shown);
  if (shown.length === 0)
    return (
      <EmptyState why={words.none} what={words.noneWhat} who={caseTexts(context.language).basket.noneWho} />
    );
  return (
    <DataTable<Granted>
      caption={words.title}
      rows={shown}
      rowHref={({ record }) => context.href(vatCases.href(record.id))}
      columns={[
        { title: page.reference, cell: ({ record }) => String(record.body.reference) },
        { title: page.state, cell: (one) => <CaseMark state={caseStateOf(one)} context={context} /> },
        {
          title: page.party,
          cell: ({ record }) => <Named id={String(record.body.party)} names={names} context={context} />,
        },
        { title: page.traders, cell: (one) => <NumberList numbers={tradersOf(one)} /> },
        { title: page.opened, cell: ({ record }) => dayText(record.body.opened_on, context.language) },
        {
          title: page.expected,
          figure: true,
          cell: ({ record }) => eurosOf(record.body.expected_loss, context),
        },
        {
          title: words.due,
          cell: ({ record }) => {
            const due = nextDue(record.body, feedback);
            return due === null ? '–' : dayText(due.due, context.language);
          },
        },
      ]}
    />
  );
}

/** What the reader's parties owe on cases of others and have not given. */
function Owed({ loaded, context }: { loaded: Loaded; context: PageContext }) {
  const { list: words, feedback, page } = caseTexts(context.language);
  const { names } = loaded;
  const owed = owedOf(loaded.feedback);
  recordEach(context, vatFeedback.name, owed);
  return (
    <Section title={words.owed} id="owed">
      {owed.length === 0 ? (
        <EmptyState why={words.noneOwed} what={words.noneOwedWhat} />
      ) : (
        <DataTable<OpenedFeedback>
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

/** All cases that the reader may see, open ones first, and what his parties owe; as a table for those who count. */
export const casesPage: Page = {
  path: allCasesPath,
  navigation: 'practice',
  render: async (context) => {
    const { list: words, page } = caseTexts(context.language);
    const head = {
      ...{ title: words.title, lede: words.lede },
      crumbs: crumbsToVat(context, { text: page.cases, path: casesPath }),
    };
    const loaded = await load(context);
    if (loaded === null) return ok({ ...head, body: <ClosedField context={context} /> });
    const { cases, offers } = loaded;
    const number = pageOf(context.query);
    const shown = cases.slice((number - 1) * pageSize, number * pageSize);
    return ok({
      ...head,
      ...(cases.length === 0 ? {} : { exports: ['csv', 'xlsx', 'json'] as const }),
      body: (
        <Stack>
          <VatTabs current={casesPath} context={context} />
          <Basis>{page.open}</Basis>
          <Offered offers={offers} context={context} />
          <Section title={words.title} id="cases">
            <CaseTable shown={shown} loaded={loaded} context={context} />
            <Pagination
              number={number}
              size={pageSize}
              total={cases.length}
              hrefOf={(one) => context.href(allCasesPath, { page: String(one) })}
            />
          </Section>
          <Owed loaded={loaded} context={context} />
        </Stack>
      ),
    });
  },
  exportTable: exportCases,
};
