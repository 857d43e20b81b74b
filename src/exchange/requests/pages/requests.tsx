import { fail, ok, problem } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { offersToMake } from '#platform/actions/offers.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { pageOf } from '#platform/page/address.ts';
import { Basis, EmptyState, Section, Stack } from '#platform/page/components.tsx';
import { type Facet, RecordList } from '#platform/page/list.tsx';
import { Named } from '#union';
import { authorisationTexts } from '../../authorisations/text/texts.ts';
import { mayPath } from '../../openings/pages/parts.tsx';
import { openingTexts } from '../../openings/text/texts.ts';
import { operationText } from '../../text/words/words.ts';
import { requestHref } from '../actions.ts';
import { type ChoiceKey, type Chosen, choiceKeys, totalOf, valuesOf } from '../rules/chosen.ts';
import { type Asked, countAsked, listAsked } from '../store.ts';
import { requestTexts } from '../text/texts.ts';
import { namesFor, OutcomeMark, readSides, requestsPath, timeText } from './parts.tsx';

const pageSize = 50;
/** More than anybody reads; the log has all of them. */
const mostExported = 10_000;

async function load(context: PageContext, part: { readonly limit: number; readonly offset: number }) {
  const chosen = chosenIn(context);
  return context.read(async (tx) => {
    const sides = [...(await readSides(tx, context)).keys()];
    const rows = await listAsked(tx, context.register.id, sides, { ...part, chosen });
    const counted = await countAsked(tx, context.register.id, sides);
    return {
      rows,
      total: totalOf(counted, chosen),
      chosen,
      counted,
      ...(await namesFor(
        tx,
        context,
        rows,
        counted.map(({ other }) => other),
      )),
      offers: await offersToMake(tx, context, ['exchange/ask']),
    };
  });
}

/** What the address narrows the list by. */
function chosenIn({ query }: PageContext): Chosen {
  const given = (key: ChoiceKey) => query.get(key) || null;
  return { outcome: given('outcome'), direction: given('direction'), other: given('other') };
}

function facetsOf(
  { counted, chosen, nameOf }: Pick<Awaited<ReturnType<typeof load>>, 'counted' | 'chosen' | 'nameOf'>,
  context: PageContext,
): readonly Facet[] {
  const { page: words, outcomes, directions } = requestTexts(context.language);
  const said: Readonly<Record<string, string>> = { ...outcomes, ...directions };
  const labels = { outcome: words.outcome, direction: words.direction, other: words.other };
  return choiceKeys.map((key) => ({
    key,
    label: labels[key],
    values: valuesOf(counted, chosen, key).map(({ value, count }) => {
      const active = chosen[key] === value;
      return {
        value,
        label: key === 'other' ? nameOf('parties', value) : (said[value] ?? value),
        count,
        active,
        href: context.href(requestsPath, { ...chosen, [key]: active ? null : value }),
      };
    }),
  }));
}

function recordReading(context: PageContext, rows: readonly Asked[]): void {
  if (rows.length > 0)
    context.record({
      event: 'exchange_requests.read',
      subject: null,
      payload: { requests: rows.map(({ id }) => id) },
    });
}

/** What our party asked and was asked, the newest first. */
export const requestsPage: Page = {
  path: requestsPath,
  navigation: 'practice',
  filters: true,
  render: async (context) => {
    const { page: words, directions } = requestTexts(context.language);
    const shared = authorisationTexts(context.language).page;
    const number = pageOf(context.query);
    const loaded = await load(context, {
      limit: pageSize,
      offset: (number - 1) * pageSize,
    });
    const { rows, total, chosen, counted, names, offers } = loaded;
    recordReading(context, rows);
    return ok({
      title: words.title,
      lede: words.lede,
      crumbs: [
        { text: openingTexts(context.language).exchange.title, href: context.href('/practice/exchange') },
      ],
      ...(rows.length === 0 ? {} : { exports: ['csv', 'xlsx', 'json'] as const }),
      body: (
        <Stack>
          <Offered offers={offers} context={context} />
          {counted.length > 0 && <Basis>{words.closedWhy}</Basis>}
          {counted.length > 0 ? (
            <RecordList<Asked>
              caption={words.title}
              rows={rows}
              page={{
                number,
                size: pageSize,
                total,
                hrefOf: (page) => context.href(requestsPath, { ...chosen, page: String(page) }),
              }}
              facets={facetsOf(loaded, context)}
              clearHref={context.href(requestsPath)}
              rowHref={({ id }) => context.href(requestHref(id))}
              columns={[
                { title: words.decided, cell: ({ decidedAt }) => timeText(decidedAt, context) },
                { title: words.direction, cell: ({ direction }) => directions[direction] },
                {
                  title: words.from,
                  cell: ({ from }) => <Named id={from} names={names} context={context} />,
                },
                { title: words.to, cell: ({ to }) => <Named id={to} names={names} context={context} /> },
                {
                  title: words.operation,
                  cell: ({ operation }) => operationText(operation, context.language),
                },
                { title: words.article, cell: ({ article }) => article ?? '–' },
                { title: words.outcome, cell: (asked) => <OutcomeMark asked={asked} context={context} /> },
              ]}
            />
          ) : (
            <Section title={words.title} id="requests">
              {context.actor.kind === 'person' ? (
                <EmptyState
                  why={words.none}
                  what={
                    <>
                      {words.noneWhat} <a href={context.href(mayPath)}>{words.may}</a>
                    </>
                  }
                  who={words.noneWho}
                />
              ) : (
                <EmptyState why={words.closedWhy} what={words.closedWhat} who={shared.closedWho} />
              )}
            </Section>
          )}
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const { page: words, columns } = requestTexts(context.language);
    const { rows, total } = await load(context, { limit: mostExported, offset: 0 });
    if (rows.length === 0) return fail(problem('requests_not_allowed'));
    recordReading(context, rows);
    const notes = {
      id: columns.id,
      direction: columns.direction,
      from: words.from,
      to: words.to,
      instrument: words.article,
      article: words.article,
      operation: words.operation,
      purpose: words.purpose,
      case: words.case,
      outcome: columns.outcome,
      decided: columns.decided,
      erased: columns.erased,
    };
    return ok({
      name: `${context.register.id}-requests`,
      title: words.title,
      columns: Object.entries(notes).map(([key, note]) => ({ key, title: key, note })),
      rows: rows.map((one) => ({
        id: one.id,
        direction: one.direction,
        from: one.from,
        to: one.to,
        instrument: one.instrument,
        article: one.article,
        operation: one.operation,
        purpose: one.purpose,
        case: one.caseReference,
        outcome: one.outcome,
        decided: one.decidedAt,
        erased: one.erased?.on ?? null,
      })),
      notes: [
        ...exportNotes(context),
        words.closedWhy,
        ...(total > rows.length ? [words.cut({ shown: rows.length, total })] : []),
      ],
    });
  },
};
