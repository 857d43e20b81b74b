import { formatDate, type PartialDate } from '#kernel/dates.ts';
import type { PageContext } from '#platform/module.ts';
import { EmptyState, Section, StatusMark } from '#platform/page/components.tsx';
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
      tools={rows.length === 0 ? [] : [{ text: words.all, href: list }]}
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
