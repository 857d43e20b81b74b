import { formatDate } from '#kernel/dates.ts';
import { ok, type Result } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { listOffers, type Offer } from '#platform/actions/offers.ts';
import type { DocumentContent } from '#platform/document/content.ts';
import { DocumentView } from '#platform/document/view.tsx';
import { documentFormats } from '#platform/document/write.ts';
import type { Page, PageContent, PageContext } from '#platform/module.ts';
import { FieldList, Section, Stack, StatusMark } from '#platform/page/components.tsx';
import { findRecord } from '#platform/records/records.ts';
import { plans } from '../../plans/model.ts';
import { reportTexts } from '../../text/report/report-texts.ts';
import { unionTexts } from '../../text/texts.ts';
import { type FrozenAnswer, getFrozen, getReport, type ReportAnswer } from '../answers.ts';
import { ErrataTable } from './errata.tsx';

const yearOf = (context: PageContext) => context.params.year ?? '';

/** Whether the register has a plan of the year, and what may be done with its report. */
async function loadPlanned(
  context: PageContext,
): Promise<{ readonly planned: boolean; readonly offers: readonly Offer[] }> {
  const moment = { register: context.register.id, knownAt: context.knownAt };
  return context.read(async (tx) => {
    const plan = await findRecord(tx, { ...moment, kind: plans.name, id: yearOf(context) });
    const offers = plan === undefined ? [] : await listOffers(tx, context, plans.name, plan.id);
    return {
      planned: plan !== undefined,
      offers: offers.filter(({ href }) => href.includes('/do/reports/')),
    };
  });
}

async function render(context: PageContext, live: boolean): Promise<Result<PageContent>> {
  const words = reportTexts(context.language);
  const found = await getReport(context, { year: yearOf(context), live });
  if (!found.ok) return found;
  const { report, frozen } = found.value;
  const detail = frozen === null ? null : await getFrozen(context, { year: frozen.year });
  if (detail !== null && !detail.ok) return detail;
  const { planned, offers } = await loadPlanned(context);
  const isAlone = detail === null && !planned && !live;
  const document = (
    <>
      <Offered offers={offers} context={context} />
      {detail === null
        ? !isAlone && <Ways live={live} planned={planned} context={context} />
        : detail.ok && <FrozenHead answer={detail.value} planned={planned} context={context} />}
      <DocumentView content={report} hrefOf={(path) => context.href(path)} />
      <OtherYears answer={found.value} context={context} />
    </>
  );
  return ok({
    title: report.title,
    lede: (
      <>
        <span lang={report.subtitle.language}>{report.subtitle.text}</span>
        {live && <> · {words.frozen.liveLede}</>}
      </>
    ),
    crumbs: [
      { text: unionTexts(context.language).programme.title, href: context.href('/programme') },
      { text: words.list, href: context.href('/report') },
    ],
    exports: documentFormats,
    // Sheets above the document stand apart from it; alone it is spaced as it is on paper.
    body: isAlone ? document : <Stack>{document}</Stack>,
  });
}

function Ways(props: { live: boolean; planned: boolean; context: PageContext }) {
  const { live, planned, context } = props;
  const words = reportTexts(context.language).frozen;
  return (
    <p class="chips">
      {live && (
        <a class="chip" href={context.href(`/report/${yearOf(context)}`)}>
          {words.frozenLink}
        </a>
      )}
      {planned && (
        <a class="chip" href={context.href(plans.href(yearOf(context)))}>
          {words.plan}
        </a>
      )}
    </p>
  );
}

/** Since when it stands, that it is still what it was, and where it would say something else today. */
function FrozenHead(props: { answer: FrozenAnswer; planned: boolean; context: PageContext }) {
  const { answer, planned, context } = props;
  const { frozen, verdict, errata } = answer;
  const { language } = context;
  const words = reportTexts(language).frozen;
  const stands = verdict.whole && verdict.languages[language];
  return (
    <>
      <Section
        title={words.title}
        id="frozen"
        tools={[
          { text: words.live, href: context.href(`/report/${frozen.year}/live`) },
          ...(planned ? [{ text: words.plan, href: context.href(plans.href(frozen.year)) }] : []),
        ]}
      >
        <p>{words.said(formatDate(frozen.frozen, language), formatDate(frozen.asOf, language))}</p>
        <p>
          <StatusMark tone={stands ? 'good' : 'bad'} text={stands ? words.verified : words.broken} />
        </p>
        <FieldList
          fields={[
            { label: words.hash, value: <code>{frozen.hash}</code> },
            { label: words.hashOf, value: <code>{frozen.hashes[language]}</code> },
          ]}
        />
      </Section>
      <Section
        title={words.errata}
        id="errata"
        tools={
          errata.length === 0
            ? []
            : [{ text: words.errataLede, href: context.href(`/report/${frozen.year}/errata`) }]
        }
      >
        <ErrataTable errata={errata} context={context} />
      </Section>
    </>
  );
}

function OtherYears({ answer, context }: { answer: ReportAnswer; context: PageContext }) {
  const words = reportTexts(context.language);
  return (
    <nav class="years" aria-label={words.otherYears}>
      {answer.years
        .filter((year) => year !== context.params.year)
        .map((year) => (
          <a class="chip" href={context.href(`/report/${year}`)}>
            {words.title(year)}
          </a>
        ))}
    </nav>
  );
}

async function documentOf(context: PageContext, live: boolean): Promise<Result<DocumentContent>> {
  const found = await getReport(context, { year: yearOf(context), live });
  if (!found.ok) return found;
  const { report } = found.value;
  // Two that may differ have not the same name in a reader's folder.
  return ok(live ? { ...report, name: `${report.name}-live` } : report);
}

/** The annual report of one year, frozen where it was, with the way to the other years and to its other formats. */
export const reportPage: Page = {
  path: '/report/:year',
  navigation: 'programme',
  render: (context) => render(context, false),
  exportDocument: (context) => documentOf(context, false),
};

/** What the report would say by what is known now, beside the frozen one. */
export const liveReportPage: Page = {
  path: '/report/:year/live',
  navigation: 'programme',
  render: (context) => render(context, true),
  exportDocument: (context) => documentOf(context, true),
};
