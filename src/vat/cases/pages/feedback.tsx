import type { Lived } from '#exchange';
import { ok } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { actionContextOf, listOffers } from '#platform/actions/offers.ts';
import { todayOn } from '#platform/clock.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { Basis, EmptyState, FieldList, Note, Section, Stack, Timeline } from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { knownOf, loadNames, Named, type Names } from '#union';
import { closedField, crumbsToVat, VatTabs } from '../../fields/pages/parts.tsx';
import { recordReading } from '../../fields/reading.ts';
import { openFeedback } from '../access.ts';
import { type Outcome, vatFeedback } from '../model.ts';
import { feedbackStanding } from '../rules/standing.ts';
import { caseTexts } from '../text/texts.ts';
import {
  ClockMark,
  casesPath,
  dayText,
  eurosOf,
  historyOf,
  NumberList,
  notGivenText,
  textOf,
} from './parts.tsx';

export const standingNow = ({ record, steps }: Lived, { clock }: Pick<PageContext, 'clock'>) =>
  feedbackStanding(steps, textOf(record.body.due), todayOn(clock));

type FeedbackProps = { feedback: readonly Lived[]; names: Names; context: PageContext };

/** What other states owe on a case, as a section of its page; also for a list of all feedback. */
export function OwedFeedback({ feedback, names, context }: FeedbackProps) {
  const { feedback: words, outcomes } = caseTexts(context.language);
  return (
    <Section title={words.title} id="feedback">
      {feedback.length === 0 ? (
        <EmptyState why={words.none} what={words.noneWhat} />
      ) : (
        <>
          <Note>{words.term}</Note>
          <DataTable<Lived>
            caption={words.title}
            rows={feedback}
            rowHref={({ record }) => (record.id === '' ? null : context.href(vatFeedback.href(record.id)))}
            columns={[
              { title: words.reference, cell: ({ record }) => String(record.body.reference) },
              {
                title: words.state,
                cell: ({ record }) => (
                  <Named id={String(record.body.state)} names={names} context={context} />
                ),
              },
              { title: words.told, cell: ({ record }) => dayText(record.body.told_on, context.language) },
              {
                title: words.due,
                cell: ({ record }) =>
                  record.body.due == null ? words.dueUnknown : dayText(record.body.due, context.language),
              },
              {
                title: words.standing,
                cell: (one) => <ClockMark standing={standingNow(one, context)} context={context} />,
              },
              {
                title: caseTexts(context.language).page.outcome,
                cell: ({ record }) =>
                  record.body.outcome == null
                    ? notGivenText(record.body.as_of, context.language)
                    : outcomes[record.body.outcome as Outcome],
              },
            ]}
          />
        </>
      )}
    </Section>
  );
}

/** Feedback as both states see it: who told, who owes, by when, and what was said. */
export const feedbackPage: Page = {
  path: `${casesPath}/feedback/:id`,
  navigation: 'practice',
  render: async (context) => {
    const { feedback: words, page, outcomes } = caseTexts(context.language);
    const id = context.params.id ?? '';
    const acting = actionContextOf(context);
    const { found, names, offers } = await context.read(async (tx) => {
      const found = await openFeedback(tx, acting, id);
      const spoken = found === null ? [] : [found.record.body.asker, found.record.body.state];
      return {
        found,
        names: await loadNames(tx, knownOf(acting), spoken),
        offers: found === null ? [] : await listOffers(tx, context, vatFeedback.name, id),
      };
    });
    const crumbs = crumbsToVat(context, { text: page.cases, path: casesPath });
    if (found === null) return ok({ title: words.one, crumbs, body: await closedField(context, 'cases') });
    recordReading(context, vatFeedback.name, [[id, found.grant]]);
    const { body } = found.record;
    const { language } = context;
    const isGiven = body.outcome != null;
    return ok({
      title: `${words.one}: ${String(body.reference)}`,
      crumbs,
      body: (
        <Stack>
          <VatTabs current={casesPath} context={context} />
          <Basis>{page.open}</Basis>
          <Offered offers={offers} context={context} />
          <Section title={words.one} id="feedback">
            <FieldList
              fields={[
                {
                  label: words.standing,
                  value: <ClockMark standing={standingNow(found, context)} context={context} />,
                },
                {
                  label: words.asker,
                  value: <Named id={String(body.asker)} names={names} context={context} />,
                },
                {
                  label: words.state,
                  value: <Named id={String(body.state)} names={names} context={context} />,
                },
                { label: words.reference, value: String(body.reference) },
                { label: words.traders, value: <NumberList numbers={body.traders} /> },
                { label: words.told, value: dayText(body.told_on, language) },
                {
                  label: words.due,
                  value: body.due == null ? words.dueUnknown : dayText(body.due, language),
                },
                ...(isGiven
                  ? [
                      { label: page.outcome, value: outcomes[body.outcome as Outcome] },
                      { label: page.confirmed, value: <NumberList numbers={body.confirmed} /> },
                      { label: page.stopped, value: eurosOf(body.stopped, context) },
                      { label: page.days, value: typeof body.days === 'number' ? body.days : page.unknown },
                    ]
                  : []),
              ]}
            />
            <Note>{words.term}</Note>
          </Section>
          <Section title={page.history} id="history">
            <Timeline moments={historyOf(found.steps, { names, context })} />
          </Section>
        </Stack>
      ),
    });
  },
};
