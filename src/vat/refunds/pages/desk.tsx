import { actionContextOf } from '#platform/actions/offers.ts';
import type { Panel } from '#platform/module.ts';
import { Note, Section } from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { recordReading } from '../../fields/reading.ts';
import { partiesOpen } from '../../fields/store.ts';
import { loadCalendars } from '../calendars.ts';
import { claims, readClaims, refundsPath } from '../kinds.ts';
import type { Term } from '../rules/clock.ts';
import { dayOf, daysAhead, dueFor } from '../rules/due.ts';
import { workTexts } from '../text/work/work-texts.ts';
import {
  type ClaimRow,
  daysText,
  dueText,
  momentOf,
  readOpenRows,
  StandingMark,
  termText,
} from './parts.tsx';

/** At most this many on a desk; the list has all. */
const mostShown = 10;

type Due = { readonly row: ClaimRow; readonly term: Term };

/** On the desk of who sits in the field for a state: terms of claims that are for that state to meet and are over or end soon. */
export const refundsDeskPanel: Panel = {
  page: '/desk',
  render: async (context) => {
    const { language } = context;
    const { desk: words, list } = workTexts(language);
    const calendarOf = await loadCalendars();
    const loaded = await context.read(async (tx) => {
      const open = await partiesOpen(tx, actionContextOf(context), 'refunds', readClaims);
      return open.size === 0 ? null : readOpenRows(tx, context, calendarOf);
    });
    if (loaded === null) return null;
    const { rows, total } = loaded;
    const { day } = momentOf(context);
    const all = rows.flatMap((row): readonly Due[] =>
      dueFor(row.clock, row.sides, day).map((term) => ({ row, term })),
    );
    const shown = all
      .toSorted((a, b) => (dayOf(a.term) < dayOf(b.term) ? -1 : dayOf(a.term) > dayOf(b.term) ? 1 : 0))
      .slice(0, mostShown);
    const opened = new Map(shown.map(({ row }) => [row.record.id, row.grant] as const));
    if (opened.size > 0) recordReading(context, claims.name, [...opened]);
    return (
      <Section
        title={words.title}
        id="vat-refunds"
        tools={[{ text: words.all, href: context.href(refundsPath) }]}
      >
        {shown.length === 0 ? (
          <p>{words.none({ days: daysAhead })}</p>
        ) : (
          <DataTable<Due>
            caption={words.caption({ shown: shown.length, total: all.length, days: daysAhead })}
            captionShown
            rows={shown}
            rowHref={({ row }) => context.href(claims.href(row.record.id))}
            columns={[
              {
                title: list.reference,
                cell: ({ row }) => String(row.record.body.reference),
                below: ({ row }) => <small>{row.claim.applicant}</small>,
              },
              { title: list.next, cell: ({ term }) => termText(term, language) },
              {
                title: list.due,
                cell: ({ term }) => dueText(term, language),
                below: ({ term }) => <small>{daysText(term, day, language)}</small>,
              },
              {
                title: list.standing,
                cell: ({ term }) => <StandingMark standing={term.standing} language={language} />,
              },
            ]}
          />
        )}
        {rows.length < total && <Note>{list.capped({ shown: rows.length, total })}</Note>}
      </Section>
    );
  },
};
