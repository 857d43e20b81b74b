import { formatDate, type PartialDate } from '#kernel/dates.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { ExportTable, PageContext } from '#platform/module.ts';
import { EmptyState, Section, StatusMark } from '#platform/page/components.tsx';
import { sectionExports } from '#platform/page/section-exports.tsx';
import { DataTable } from '#platform/page/table.tsx';
import type { StoredRecord } from '#platform/records/records.ts';
import { type Names, plainName } from '../../names.tsx';
import { type Presence, plenaryAttendance } from '../model.ts';
import type { Attended, PlenaryRow } from '../rules/presidency.ts';
import { parliamentTexts } from '../text/texts.ts';
import { presenceTones } from './tones.ts';

export function attendedOf({ body }: StoredRecord): Attended {
  return {
    plenary: body.plenary as PartialDate,
    party: String(body.party),
    present: body.present as Presence,
  };
}

/** Plenaries by state: present, absent, recorded as unknown, or not recorded, which is neither. */
export function AttendanceSection({
  rows,
  parties,
  names,
  context,
}: {
  rows: readonly PlenaryRow[];
  parties: readonly string[];
  names: Names;
  context: PageContext;
}) {
  const { attendance: words, presences } = parliamentTexts(context.language);
  const list = context.href('/find', { kind: plenaryAttendance.name });
  return (
    <Section
      title={words.title}
      id="attendance"
      tools={
        rows.length === 0
          ? []
          : [
              { text: words.all, href: list },
              ...sectionExports(words.title, context.language, (format) =>
                context.href('/parliament', { list: 'attendance', format }),
              ),
            ]
      }
    >
      {rows.length === 0 ? (
        <EmptyState why={words.none} what={words.noneWhat} who={words.noneWho} />
      ) : (
        <DataTable<PlenaryRow>
          caption={words.title}
          rows={rows}
          columns={[
            { title: words.plenary, cell: ({ plenary }) => formatDate(plenary, context.language) },
            ...parties.map((party) => ({
              title: plainName(party, names, context.language),
              cell: ({ byParty }: PlenaryRow) => {
                const present = byParty[party] ?? null;
                return present === null ? (
                  <span class="missing">{words.notRecorded}</span>
                ) : (
                  <StatusMark tone={presenceTones[present]} text={presences[present]} />
                );
              },
            })),
          ]}
        />
      )}
    </Section>
  );
}

/** All plenaries on record, a row for each and each state; what is not recorded is empty, and not absent. */
export function attendanceTable(
  context: PageContext,
  rows: readonly PlenaryRow[],
  parties: readonly string[],
): ExportTable {
  const { attendance: words } = parliamentTexts(context.language);
  return {
    name: `${context.register.id}-plenary-attendance`,
    title: words.title,
    columns: Object.entries(words.columns).map(([key, note]) => ({ key, title: key, note })),
    rows: rows.flatMap(({ plenary, byParty }) =>
      parties.map((party) => ({ plenary, party, present: byParty[party] ?? null })),
    ),
    notes: [...exportNotes(context), words.noneWhat],
  };
}
