import { sectionsOf } from '#evidence';
import type { Cell, DocumentSection } from '#platform/document/content.ts';
import { parliamentItems } from '../../parliament/model.ts';
import type { Clock } from '../../parliament/rules/clock.ts';
import { clockTones } from '../../text/tones.ts';
import { dateText, endText, missingCell, nameCell, type Pen, sourceCell, titleCell } from './cells.ts';

/** Every item of parliament that was there by the end of the year, with a clock for each addressee. */
export function parliamentSection(pen: Pen): DocumentSection {
  const { rows, words, union } = pen;
  const items = rows.items.closing;
  const target =
    rows.targetMonths === null ? union.parliament.targetNone : union.parliament.target(rows.targetMonths);
  const { later } = rows.period;
  return {
    id: 'parliament',
    title: words.parliament.title,
    blocks: [
      { kind: 'paragraph', text: `${words.parliament.intro} ${target}` },
      items.length === 0
        ? { kind: 'paragraph', text: words.parliament.none(endText(rows.period.closing, pen)) }
        : {
            kind: 'table',
            caption: words.parliament.title,
            columns: [
              { title: union.parliament.item, kind: 'name' },
              { title: union.parliament.addressee, kind: 'text' },
              { title: union.parliament.due, kind: 'text' },
              { title: endText(rows.period.closing, pen), kind: 'status' },
              ...(later === null ? [] : [{ title: dateText(later, pen), kind: 'status' as const }]),
              { title: words.source, kind: 'source' },
            ],
            rows: items.flatMap((item) =>
              item.clocks.map((clock) => {
                const after = rows.items.later
                  ?.find(({ id }) => id === item.id)
                  ?.clocks.find(({ addressee }) => addressee === clock.addressee);
                return [
                  { ...titleCell(item.title, pen, parliamentItems.href(item.id)), ...tabledOn(item, pen) },
                  nameCell(clock.addressee, pen),
                  dueCell(clock, pen),
                  clockCell(clock, pen),
                  ...(later === null ? [] : [after === undefined ? { text: '' } : clockCell(after, pen)]),
                  sourceCell(sectionsOf(item.record.body), pen),
                ];
              }),
            ),
          },
    ],
  };
}

function tabledOn({ tabled }: Pen['rows']['items']['closing'][number], pen: Pen): Pick<Cell, 'details'> {
  const { words } = pen;
  return tabled === null ? {} : { details: [{ text: words.parliament.tabled(dateText(tabled, pen)) }] };
}

function dueCell({ dueEarliest, dueLatest }: Clock, pen: Pen): Cell {
  if (dueEarliest === null || dueLatest === null) return missingCell('not_stated', pen);
  const [first, last] = [dateText(dueEarliest, pen), dateText(dueLatest, pen)];
  return { text: first === last ? last : pen.union.parliament.between(first, last) };
}

function clockCell({ state, daysOver, answeredOn }: Clock, pen: Pen): Cell {
  const { parliament } = pen.union;
  const details =
    answeredOn !== null
      ? [{ text: dateText(answeredOn, pen) }]
      : daysOver === null
        ? []
        : [
            {
              text: daysText(daysOver, pen),
            },
          ];
  return { text: parliament.states[state], tone: clockTones[state], details };
}

/** An item dated to the year may be late already without that being certain. */
function daysText({ least, most }: NonNullable<Clock['daysOver']>, pen: Pen): string {
  const { parliament } = pen.union;
  if (least > 0) return parliament.daysOver(least, most);
  return most > 0 ? pen.words.parliament.perhapsLate(most) : parliament.daysLeft(0 - most, 0 - least);
}
