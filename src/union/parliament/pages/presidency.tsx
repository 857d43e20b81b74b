import { formatDate, lastDay, type Period, type PlainDate, parsePlainDate } from '#kernel/dates.ts';
import { localize } from '#kernel/localized-text.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { EmptyState, Figure, FigureRow, Section, Stack } from '#platform/page/components.tsx';
import { Lang, MissingMark } from '#platform/page/missing.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { texts } from '#platform/text/texts.ts';
import { listMembers, loadNames } from '../../bodies/store.ts';
import { Named } from '../../names.tsx';
import { unionTexts } from '../../text/texts.ts';
import { parliamentItems } from '../model.ts';
import type { Clock } from '../rules/clock.ts';
import { isTabledIn, presidencyFigures } from '../rules/presidency.ts';
import { findPresidencyYears, type ItemWithClocks, listAttendance, listItems, timesOf } from '../store.ts';
import { parliamentTexts } from '../text/texts.ts';
import { AnswerTimesSection } from './answer-times.tsx';
import { AttendanceSection, attendedOf } from './attendance.tsx';
import { ClockBar } from './clock-bar.tsx';

/** The first day of a year that can be asked about. */
function firstDayOf(year: string | undefined): PlainDate | null {
  const parsed = /^(19|20)\d{2}$/.test(year ?? '') ? parsePlainDate(`${year}-01-01`) : null;
  return parsed?.ok === true ? parsed.value : null;
}

/** All that is known of the years on their last day, or on the date asked about when they were not over then. */
async function load(context: PageContext, from: PlainDate) {
  const { register, knownAt } = context;
  return context.read(async (tx) => {
    const known = { register: register.id, knownAt };
    const years = await findPresidencyYears(tx, known);
    const first = Number(from.slice(0, 4));
    const to = lastDay(String(first + years - 1) as PlainDate);
    const asked = lastDay(context.asOf);
    const moment = { ...known, asOf: asked < to ? asked : to };
    const period: Period = { from, to };
    const listed = await listItems(tx, moment);
    const items = listed.items.filter((item) => isTabledIn(item, period) === 'yes');
    const attended = (await listAttendance(tx, moment)).map(attendedOf);
    const members = (await listMembers(tx, known)).map(({ id }) => id);
    const parties = [...new Set([...members, ...attended.map(({ party }) => party)])];
    return {
      years,
      first,
      period: { from, to },
      day: moment.asOf,
      items,
      parties,
      answers: timesOf({ ...listed, items }, moment),
      figures: presidencyFigures(listed.items, attended, parties, period),
      names: await loadNames(tx, known, [parties, items.map(({ clocks }) => clocks)]),
    };
  });
}

type Row = { readonly item: ItemWithClocks; readonly clock: Clock | null };

function rowsOf(items: readonly ItemWithClocks[]): readonly Row[] {
  return items.flatMap((item): readonly Row[] =>
    item.clocks.length === 0 ? [{ item, clock: null }] : item.clocks.map((clock) => ({ item, clock })),
  );
}

/** The years of one presidency of parliament: since 2016 there is a report after each, with the attendance of ministers (§6.2). */
export const presidencyPage: Page = {
  path: '/parliament/presidency/:from',
  navigation: 'parliament',
  render: async (context) => {
    const from = firstDayOf(context.params.from);
    if (from === null) return fail(problem('record_not_found', '', { id: context.params.from ?? '' }));
    const all = unionTexts(context.language);
    const { presidency: words } = parliamentTexts(context.language);
    const { years, first, period, day, items, parties, answers, figures, names } = await load(context, from);
    const date = (on: PlainDate) => formatDate(on, context.language);
    const { unknown, plenaries } = figures;
    const missing = [
      words.unknownHolder,
      ...(unknown.items > 0 ? [words.unknownUndated(unknown.items)] : []),
      ...(plenaries.length === 0 ? [words.unknownPlenaries] : []),
      ...(unknown.attendance > 0 ? [words.unknownAttendance(unknown.attendance)] : []),
    ];
    return ok({
      title: words.title(date(period.from), date(period.to)),
      crumbs: [{ text: all.parliament.title, href: context.href('/parliament') }],
      lede: words.lede(years),
      exports: ['csv', 'xlsx', 'json'],
      body: (
        <Stack>
          <p class="chips">
            <a class="chip" href={context.href(`/parliament/presidency/${first - years}`)}>
              {words.earlier}
            </a>
            <a class="chip" href={context.href(`/parliament/presidency/${first + years}`)}>
              {words.later}
            </a>
          </p>
          <FigureRow>
            <Figure value={figures.tabled} label={words.tabled} />
            <Figure value={figures.answers} label={words.answers} />
            <Figure value={figures.overdue} label={words.overdue} detail={date(lastDay(day))} />
            <Figure value={plenaries.length} label={words.plenaries} />
          </FigureRow>
          <Section title={words.items} id="items">
            {items.length === 0 ? (
              <EmptyState why={words.none} who={all.whoCan.file} />
            ) : (
              <DataTable<Row>
                caption={words.items}
                rows={rowsOf(items)}
                rowHref={({ item }) => context.href(parliamentItems.href(item.id))}
                columns={[
                  { title: all.parliament.item, cell: ({ item }) => <Lang text={item.title} /> },
                  {
                    title: all.parliament.tabled,
                    cell: ({ item }) =>
                      item.tabled === null ? (
                        <MissingMark reason="not_stated" />
                      ) : (
                        formatDate(item.tabled, context.language)
                      ),
                  },
                  {
                    title: all.parliament.addressee,
                    cell: ({ clock }) =>
                      clock === null ? (
                        <MissingMark reason="not_stated" />
                      ) : (
                        <Named id={clock.addressee} names={names} context={context} />
                      ),
                  },
                  {
                    title: all.parliament.clock,
                    cell: ({ clock }) =>
                      clock === null ? null : <ClockBar clock={clock} day={lastDay(day)} />,
                  },
                ]}
              />
            )}
          </Section>
          {items.length > 0 && <AnswerTimesSection answers={answers} context={context} />}
          <AttendanceSection rows={plenaries} parties={parties} names={names} context={context} />
          <Section title={words.unknown} id="unknown">
            <ul>
              {missing.map((one) => (
                <li>{one}</li>
              ))}
            </ul>
          </Section>
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const from = firstDayOf(context.params.from);
    if (from === null) return fail(problem('record_not_found', '', { id: context.params.from ?? '' }));
    const { items, first } = await load(context, from);
    const words = unionTexts(context.language);
    const shared = texts(context.language).exports;
    const notes = {
      id: shared.id,
      title: shared.title,
      tabled: words.parliamentItem.columns.tabled,
      addressee: words.parliament.addressee,
      due: words.parliament.due,
      clock: words.parliament.clock,
      answered: words.parliamentItem.columns.answered,
    };
    return ok({
      name: `${context.register.id}-presidency-${first}`,
      title: parliamentTexts(context.language).presidency.items,
      columns: Object.entries(notes).map(([key, note]) => ({ key, title: key, note })),
      rows: rowsOf(items).map(({ item, clock }) => ({
        id: item.id,
        title: localize(item.title, context.language, ['en']).text,
        tabled: item.tabled,
        addressee: clock?.addressee ?? null,
        due: clock?.dueLatest ?? null,
        clock: clock?.state ?? null,
        answered: clock?.answeredOn ?? null,
      })),
      notes: exportNotes(context),
    });
  },
};
