import type { Grant } from '#platform/access/access.ts';
import { actionContextOf } from '#platform/actions/offers.ts';
import type { Panel } from '#platform/module.ts';
import { Section } from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { knownOf, loadNames, Named } from '#union';
import { recordReading } from '../../fields/reading.ts';
import { partiesOpen } from '../../fields/store.ts';
import { type HeardFeedback, listHeard } from '../heard.ts';
import { type Outcome, readFeedback, vatFeedback } from '../model.ts';
import { daysAhead, daysSince, toldOnDesk } from '../rules/desk.ts';
import { caseTexts } from '../text/texts.ts';
import { allCasesPath } from './cases.tsx';
import { standingNow } from './feedback.tsx';
import { ClockMark, dayText, notGivenText, recordAnswers } from './parts.tsx';

/** At most this many on a desk; the pages of the cases have all. */
const mostShown = 10;

type Heard = HeardFeedback & { readonly grant: Grant | null };

/** On the desk of who sits in the field for a state: feedback on its cases that has come, and that others owe by now or soon. */
export const feedbackDeskPanel: Panel = {
  page: '/desk',
  render: async (context) => {
    const { desk: words, feedback, outcomes, page } = caseTexts(context.language);
    const acting = actionContextOf(context);
    const loaded = await context.read(async (tx) => {
      const open = await partiesOpen(tx, acting, 'cases', readFeedback);
      if (open.size === 0) return null;
      const known = knownOf(acting);
      const heard: Heard[] = [];
      for (const [party, grant] of open)
        for (const one of await listHeard(tx, known, party)) heard.push({ ...one, grant });
      const all = toldOnDesk(heard, acting.today);
      const shown = all.slice(0, mostShown);
      const spoken = shown.map(({ record }) => record.body.state);
      return { shown, total: all.length, names: await loadNames(tx, known, spoken) };
    });
    if (loaded === null) return null;
    const { shown, total, names } = loaded;
    const days = { ahead: daysAhead, since: daysSince };
    recordReading(
      context,
      vatFeedback.name,
      shown.flatMap(({ record, request, grant }) => (request === null ? [[record.id, grant] as const] : [])),
    );
    for (const { request, grant } of shown) if (request !== null) recordAnswers([request], grant, context);
    return (
      <Section
        title={words.title}
        id="vat-feedback"
        tools={[{ text: words.all, href: context.href(allCasesPath) }]}
      >
        {shown.length === 0 ? (
          <p>{words.none(days)}</p>
        ) : (
          <DataTable<Heard>
            caption={words.caption({ ...days, shown: shown.length, total })}
            captionShown
            rows={shown}
            rowHref={({ path }) => context.href(path)}
            columns={[
              { title: page.case, cell: ({ record }) => String(record.body.reference) },
              {
                title: feedback.state,
                cell: ({ record }) => (
                  <Named id={String(record.body.state)} names={names} context={context} />
                ),
              },
              {
                title: feedback.due,
                cell: ({ record }) =>
                  record.body.due == null ? feedback.dueUnknown : dayText(record.body.due, context.language),
              },
              {
                title: feedback.standing,
                cell: (one) => <ClockMark standing={standingNow(one, context)} context={context} />,
              },
              {
                title: page.outcome,
                cell: ({ record: { body } }) =>
                  body.outcome == null
                    ? notGivenText(body.as_of, context.language)
                    : outcomes[body.outcome as Outcome],
              },
            ]}
          />
        )}
      </Section>
    );
  },
};
