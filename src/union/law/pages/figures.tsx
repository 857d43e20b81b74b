import type { ComponentChildren } from 'preact';
import { formatDate, lastDay, type PlainDate } from '#kernel/dates.ts';
import { localeOf } from '#kernel/languages.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { ExportTable, PageContext } from '#platform/module.ts';
import { DataTable } from '#platform/page/table.tsx';
import { type Names, plainName } from '../../names.tsx';
import type { Figures as PartyFigures } from '../rules/deficit.ts';
import { cutOffBefore, listChanges, outlineBoard } from '../store.ts';
import { lawTexts } from '../text/texts.ts';

/** The five figures of the Scoreboard for each state at the date asked about; where there is none, why. */
export function Figures(props: {
  readonly rows: readonly PartyFigures[];
  readonly changes: ReadonlyMap<string, number | null>;
  readonly cutOff: PlainDate;
  readonly before: PlainDate;
  readonly names: Names;
  readonly context: PageContext;
}) {
  const { rows, changes, cutOff, before, names, context } = props;
  const { page: words } = lawTexts(context.language);
  const number = (value: number, signed = false) =>
    value.toLocaleString(localeOf(context.language), {
      maximumFractionDigits: 1,
      ...(signed ? { signDisplay: 'exceptZero' as const } : {}),
    });
  const percent = (value: number) =>
    (value / 100).toLocaleString(localeOf(context.language), { style: 'percent', maximumFractionDigits: 1 });
  const none = (why: string): ComponentChildren => (
    <span class="missing">
      {words.noFigure}: {why}
    </span>
  );
  const caption = `${words.figures}: ${formatDate(cutOff, context.language)}`;
  return (
    <>
      <h3>{caption}</h3>
      <DataTable<PartyFigures>
        caption={caption}
        rows={rows}
        columns={[
          { title: words.party, cell: ({ party }) => plainName(party, names, context.language) },
          {
            title: words.percent,
            cell: ({ percent: share, open, assessed, unknown, notYetDue }) => (
              <>
                {share === null ? none(words.nothingAssessed) : percent(share)}
                <small>
                  {share !== null && `${words.ofThese(open, assessed)}; `}
                  {words.leftOut(unknown, notYetDue)}
                </small>
              </>
            ),
          },
          {
            title: words.change(formatDate(before, context.language)),
            cell: ({ party }) => {
              const change = changes.get(party) ?? null;
              return change === null ? none(words.nothingBefore) : words.points(number(change, true));
            },
          },
          {
            title: words.overdue,
            cell: ({ overdueTwoYears }) =>
              overdueTwoYears === null ? none(words.noDeadline) : number(overdueTwoYears),
          },
          {
            title: words.delay,
            cell: ({ delayMonths, undated }) =>
              delayMonths === null ? (
                none(words.noDeadline)
              ) : (
                <>
                  {number(delayMonths)}
                  {undated > 0 && <small>{words.undated(undated)}</small>}
                </>
              ),
          },
          {
            title: words.conformity,
            cell: ({ conformity: { percent: share, against, judged, unjudged } }) => (
              <>
                {share === null ? none(words.nothingJudged) : percent(share)}
                <small>
                  {share !== null && `${words.ofThese(against, judged)}; `}
                  {words.unjudged(unjudged)}
                </small>
              </>
            ),
          },
        ]}
      />
      <p>
        <small>{words.howFigures}</small>
      </p>
    </>
  );
}

/** The same as a table: a row for each state. A figure that there is not is empty, and not zero. */
export async function loadFiguresTable(context: PageContext): Promise<ExportTable> {
  const { language, register, asOf, knownAt } = context;
  const moment = { register: register.id, asOf, knownAt };
  const before = cutOffBefore(asOf);
  const { deficit, changes } = await context.read(async (tx) => ({
    deficit: (await outlineBoard(tx, register, moment)).deficit ?? [],
    changes: await listChanges(tx, register, moment, before),
  }));
  const { page: words, figureColumns } = lawTexts(context.language);
  const cutOff = lastDay(asOf);
  const notes = { ...figureColumns, change: `${words.change(formatDate(before, language))}.` };
  return {
    name: `${register.id}-law-figures`,
    title: `${words.figures}: ${formatDate(cutOff, language)}`,
    columns: Object.entries(notes).map(([key, note]) => ({ key, title: key, note })),
    rows: deficit.map((row) => ({
      party: row.party,
      cutOff,
      open: row.open,
      assessed: row.assessed,
      percent: row.percent,
      unknown: row.unknown,
      notApplicable: row.notApplicable,
      notYetDue: row.notYetDue,
      overdueTwoYears: row.overdueTwoYears,
      delayMonths: row.delayMonths,
      undated: row.undated,
      against: row.conformity.against,
      judged: row.conformity.judged,
      conformityPercent: row.conformity.percent,
      unjudged: row.conformity.unjudged,
      change: changes.get(row.party) ?? null,
    })),
    notes: [...exportNotes(context), words.howFigures],
  };
}
