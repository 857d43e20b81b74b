import type { Lived } from '#exchange';
import type { Offer } from '#platform/actions/offers.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { ExportTable, PageContext } from '#platform/module.ts';
import { EmptyState, Note, Section } from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { texts } from '#platform/text/texts.ts';
import type { TradeKind } from '../../model.ts';
import { namedBy } from '../actions/rows.ts';
import type { RowState } from '../model.ts';
import { type OpenedRow, plainRow } from '../rows.ts';
import { mostKept, nameOfRow } from '../rules/basket.ts';
import { stateAfterSteps } from '../rules/standing.ts';
import { caseTexts } from '../text/texts.ts';
import { dayText, inputText } from './parts.tsx';

const isKept = ({ steps }: Lived) => stateAfterSteps<RowState>(steps, 'kept') === 'kept';

type BasketProps = {
  rows: readonly Lived[];
  /** Null: they are not opened. */
  values: ReadonlyMap<string, OpenedRow> | null;
  /** To remove one that is kept; null: the reader may not. */
  offer: ((id: string) => Offer) | null;
  href: string;
  context: PageContext;
};

/** Rows that are kept with a case, with those that were; opened on demand, since to open them is to read declarations. */
export function Basket({ rows, values, offer, href, context }: BasketProps) {
  const { basket: words, kinds } = caseTexts(context.language);
  const tools = rows.length === 0 ? [] : [{ text: words.open, href: context.href(href, { rows: 'open' }) }];
  return (
    <Section title={words.title} id="rows" tools={values === null ? tools : []}>
      {rows.length === 0 ? (
        <EmptyState why={words.none} what={words.noneWhat} who={words.noneWho} />
      ) : (
        <>
          {values !== null && rows.length > mostKept && <Note>{words.bounded({ most: mostKept })}</Note>}
          <DataTable<Lived>
            caption={words.title}
            rows={rows}
            columns={[
              {
                title: words.place,
                cell: (one) => (
                  <>
                    {kinds[one.record.body.kind as TradeKind]}{' '}
                    <code>
                      {String(one.record.body.file).slice(0, 8)}:{String(one.record.body.row)}
                    </code>
                  </>
                ),
                below: (one) => {
                  const way = isKept(one) ? offer?.(one.record.id) : undefined;
                  return way === undefined ? null : (
                    <a class="chip" href={way.href}>
                      {way.title}
                    </a>
                  );
                },
              },
              { title: words.why, cell: ({ record }) => String(record.body.why) },
              { title: words.reason, cell: (one) => inputText(one.record.body.reason, context) ?? '–' },
              {
                title: words.since,
                cell: ({ steps }) => dayText(steps[0]?.effectiveOn, context.language),
              },
              { title: words.state, cell: (one) => (isKept(one) ? words.kept : words.removed) },
              ...(values === null
                ? []
                : [
                    {
                      title: words.values,
                      cell: (one: Lived) => (
                        <Values row={values.get(nameOfRow(namedBy(one)))} context={context} />
                      ),
                    },
                  ]),
            ]}
          />
        </>
      )}
    </Section>
  );
}

function Values({ row, context }: { row: OpenedRow | undefined; context: PageContext }) {
  const { basket: words } = caseTexts(context.language);
  if (row?.kind === 'closed') return <>{words.closed}</>;
  if (row?.kind !== 'open') return <>{words.gone}</>;
  return (
    <span lang="en">
      {Object.entries(plainRow(row.values))
        .filter(([name, value]) => name !== 'row' && value !== null)
        .map(([name, value]) => `${name} ${value}`)
        .join(', ')}
    </span>
  );
}

/** What is kept and where it stands, and nothing of what it says: that is opened on the page. */
export function basketTable(reference: string, rows: readonly Lived[], context: PageContext): ExportTable {
  const { basket: words } = caseTexts(context.language);
  const notes = {
    id: texts(context.language).exports.id,
    kind: words.kind,
    file: 'SHA-256',
    row: words.place,
    why: words.why,
    reason: words.reason,
    state: words.state,
    since: words.since,
  };
  return {
    name: reference.toLowerCase(),
    title: `${reference}: ${words.title}`,
    columns: Object.entries(notes).map(([key, note]) => ({ key, title: key, note })),
    rows: rows.map((one) => ({
      id: one.record.id,
      ...namedBy(one),
      why: String(one.record.body.why),
      reason: (one.record.body.reason as string | undefined) ?? null,
      state: isKept(one) ? 'kept' : 'removed',
      since: one.steps[0]?.effectiveOn ?? null,
    })),
    notes: exportNotes(context),
  };
}
