import { formatDate } from '#kernel/dates.ts';
import { localize } from '#kernel/localized-text.ts';
import { ok } from '#kernel/result.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { EmptyState, Section, Stack, StatusMark } from '#platform/page/components.tsx';
import { Lang, MissingMark } from '#platform/page/missing.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { texts } from '#platform/text/texts.ts';
import { loadNames } from '../../bodies/store.ts';
import { deadlinesFeed } from '../../feeds/deadlines.ts';
import { Named } from '../../names.tsx';
import { unionTexts } from '../../text/texts.ts';
import { clockTones } from '../../text/tones.ts';
import { parliamentItems } from '../model.ts';
import type { Clock } from '../rules/clock.ts';
import { type ItemWithClocks, listItems } from '../store.ts';

type Row = { readonly item: ItemWithClocks; readonly clock: Clock };

async function load(context: PageContext) {
  const moment = { register: context.register.id, asOf: context.asOf, knownAt: context.knownAt };
  return context.read(async (tx) => {
    const listed = await listItems(tx, moment);
    const addressees = listed.items.map(({ clocks }) => clocks.map(({ addressee }) => addressee));
    return { ...listed, names: await loadNames(tx, moment, addressees) };
  });
}

/** Questions and recommendations of parliament, one clock for each addressee, for everybody to see. */
export const parliamentPage: Page = {
  path: '/parliament',
  navigation: 'parliament',
  key: 'm',
  render: async (context) => {
    const words = unionTexts(context.language).parliament;
    const { items, targetMonths, names } = await load(context);
    return ok({
      title: words.title,
      lede: words.lede,
      exports: ['csv', 'xlsx', 'json'],
      feeds: [{ feed: deadlinesFeed }],
      body: (
        <Stack>
          <p>{targetMonths === null ? words.targetNone : words.target(targetMonths)}</p>
          <Section title={words.item} id="items">
            {items.length === 0 ? (
              <EmptyState why={words.empty} />
            ) : (
              <DataTable<Row>
                caption={words.item}
                rows={items.flatMap((item) => item.clocks.map((clock) => ({ item, clock })))}
                rowHref={({ item }) => context.href(parliamentItems.href(item.id))}
                columns={[
                  { title: words.item, cell: ({ item }) => <Lang text={item.title} /> },
                  {
                    title: words.tabled,
                    cell: ({ item }) =>
                      item.tabled === null ? (
                        <MissingMark reason="not_stated" />
                      ) : (
                        formatDate(item.tabled, context.language)
                      ),
                  },
                  {
                    title: words.addressee,
                    cell: ({ clock }) => <Named id={clock.addressee} names={names} context={context} />,
                  },
                  { title: words.due, cell: ({ clock }) => dueText(clock, context) },
                  {
                    title: words.clock,
                    cell: ({ clock }) => (
                      <>
                        <StatusMark tone={clockTones[clock.state]} text={words.states[clock.state]} />
                        <small>{daysText(clock, context)}</small>
                      </>
                    ),
                  },
                ]}
              />
            )}
          </Section>
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const { items } = await load(context);
    const words = unionTexts(context.language);
    const shared = texts(context.language).exports;
    const notes = {
      id: shared.id,
      title: shared.title,
      addressee: words.columns.addressee,
      due: words.columns.due,
      clock: words.columns.clock,
    };
    return ok({
      name: `${context.register.id}-parliament`,
      title: words.parliament.title,
      columns: Object.entries(notes).map(([key, note]) => ({ key, title: key, note })),
      rows: items.flatMap((item) =>
        item.clocks.map((clock) => ({
          id: item.id,
          title: localize(item.title, context.language, ['en']).text,
          addressee: clock.addressee,
          due: clock.dueLatest,
          clock: clock.state,
        })),
      ),
      notes: exportNotes(context),
    });
  },
};

function dueText({ dueEarliest, dueLatest }: Clock, context: PageContext): string {
  if (dueEarliest === null || dueLatest === null) return texts(context.language).missing.not_stated;
  const [first, last] = [dueEarliest, dueLatest].map((day) => formatDate(day, context.language));
  return first === last
    ? (first ?? '')
    : unionTexts(context.language).parliament.between(first ?? '', last ?? '');
}

export function daysText({ state, daysOver }: Clock, context: PageContext): string {
  const words = unionTexts(context.language).parliament;
  if (daysOver === null || state === 'answered') return '';
  if (daysOver.least > 0) return words.daysOver(daysOver.least, daysOver.most);
  return words.daysLeft(Math.max(0, -daysOver.most), 0 - daysOver.least);
}
