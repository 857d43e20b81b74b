import { ok } from '#kernel/result.ts';
import type { Page, PageContext } from '#platform/module.ts';
import {
  EmptyState,
  FieldList,
  Figure,
  FigureRow,
  Section,
  Stack,
  Verdict,
} from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { authorisationTexts } from '../../authorisations/text/texts.ts';
import { openingTexts } from '../../openings/text/texts.ts';
import { operationText } from '../../text/words/words.ts';
import { askingHref, requestHref } from '../actions.ts';
import { ledgerOf } from '../rules/ledger.ts';
import { type Asked, findSaid, listAsking } from '../store.ts';
import { requestTexts } from '../text/texts.ts';
import { basisText, namesFor, OutcomeMark, readSides, requestsPath, timeText } from './parts.tsx';
import { saidFields } from './said.tsx';

async function load(context: PageContext) {
  return context.read(async (tx) => {
    const sides = [...(await readSides(tx, context)).keys()];
    const rows = await listAsking(tx, context.register.id, sides, context.params.id ?? '');
    const [first] = rows;
    const said = first === undefined ? null : await findSaid(tx, first);
    return { rows, said, ...(await namesFor(tx, context, rows)) };
  });
}

/** The completeness ledger of one question to several parties. */
export const askingPage: Page = {
  path: askingHref(':id'),
  navigation: 'practice',
  render: async (context) => {
    const { page: words, ledger: said, outcomes } = requestTexts(context.language);
    const { rows, said: request, nameOf } = await load(context);
    const crumbs = [
      { text: openingTexts(context.language).exchange.title, href: context.href('/practice/exchange') },
      { text: words.title, href: context.href(requestsPath) },
    ];
    const [first] = rows;
    if (first === undefined)
      return ok({
        title: said.title,
        crumbs,
        body: (
          <EmptyState
            why={words.closedWhy}
            what={words.closedWhat}
            who={authorisationTexts(context.language).page.closedWho}
          />
        ),
      });
    context.record({
      event: 'exchange_requests.read',
      subject: null,
      payload: { requests: rows.map(({ id }) => id) },
    });
    const { asked, counts, stale, unanswered } = ledgerOf(rows);
    return ok({
      title: said.title,
      lede: said.lede,
      crumbs,
      body: (
        <Stack>
          <Verdict
            tone={unanswered.length === 0 ? 'good' : 'part'}
            title={unanswered.length === 0 ? said.complete : said.incomplete({ count: unanswered.length })}
          />
          <FigureRow>
            <Figure value={asked} label={said.asked} />
            <Figure value={counts.content} label={outcomes.content} />
            <Figure value={counts.empty} label={outcomes.empty} />
            <Figure value={counts.denied} label={outcomes.denied} />
            <Figure value={counts.failed} label={outcomes.failed} />
            <Figure value={counts.late} label={outcomes.late} />
            <Figure value={counts.waiting} label={outcomes.waiting} />
            <Figure value={stale} label={said.stale} />
          </FigureRow>
          <Section title={said.what} id="asked">
            <FieldList
              fields={[
                { label: words.operation, value: operationText(first.operation, context.language) },
                { label: words.article, value: basisText(first, nameOf, context) },
                { label: words.from, value: nameOf('parties', first.from) },
                ...saidFields(first, request, context),
              ]}
            />
          </Section>
          <Section title={words.title} id="ledger">
            <DataTable<Asked>
              caption={said.title}
              rows={rows}
              rowHref={({ id }) => context.href(requestHref(id))}
              columns={[
                { title: words.to, cell: ({ to }) => nameOf('parties', to) },
                { title: words.outcome, cell: (one) => <OutcomeMark asked={one} context={context} /> },
                {
                  title: words.ended,
                  cell: ({ endedAt }) => (endedAt === null ? '–' : timeText(endedAt, context)),
                },
              ]}
            />
          </Section>
        </Stack>
      ),
    });
  },
};
