import { formatDate, lastDay, type PartialDate } from '#kernel/dates.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { PageContext } from '#platform/module.ts';
import { Note, Section, Timeline } from '#platform/page/components.tsx';
import { allRecords, type StoredRecord } from '#platform/records/records.ts';
import { type Hanging, HangsHere, listHanging } from '../../documents/pages/attached.tsx';
import { groupTexts } from '../../groups/text/texts.ts';
import { type Names, plainName } from '../../names.tsx';
import { groupNotes, groups } from '../model.ts';
import { readGroupNotes } from '../permissions.ts';
import { loadNames } from '../store.ts';
import { openContacts } from './contact-points.tsx';

export type LoadedNotes = {
  /** By the as-of date, the oldest first; of several groups together. */
  readonly notes: readonly StoredRecord[];
  /** Ids of the groups whose notes are open to the reader. */
  readonly notesOpen: ReadonlySet<string>;
  /** What those who wrote them are called. */
  readonly writers: Names;
  readonly onNotes: Hanging;
};

/** What some groups must remember, and of which of them the reader may read it. */
export async function loadNotes(
  tx: Transaction,
  context: PageContext,
  ids: readonly string[],
): Promise<LoadedNotes> {
  const { register, knownAt, asOf } = context;
  const says = ids.map((body) => ({ body }));
  const kept =
    says.length === 0
      ? []
      : await allRecords(tx, { register: register.id, knownAt, kinds: [groupNotes.name], says });
  const notes = kept.filter(({ body }) => lastDay(body.date as PartialDate) <= lastDay(asOf));
  const told = new Set(notes.map(({ body }) => String(body.body)));
  const keys = [...told].map((id) => `${groups.name}/${id}`);
  const opened = await openContacts(tx, context, keys, readGroupNotes);
  const notesOpen = new Set([...told].filter((id) => opened.get(`${groups.name}/${id}`)?.allowed === true));
  const shown = notes.flatMap(({ id, body }) => (notesOpen.has(String(body.body)) ? [id] : []));
  return {
    writers: await loadNames(
      tx,
      { register: register.id, knownAt },
      notes.map(({ body }) => body.party),
    ),
    notes: notes.toSorted((a, b) => String(a.body.date).localeCompare(String(b.body.date))),
    notesOpen,
    onNotes: await listHanging(tx, context, groupNotes.name, shown),
  };
}

/** Shown where there are some: to those who take part the notes, to others that there are. */
export function GroupNotes({
  writers,
  notes,
  notesOpen,
  onNotes,
  context,
}: LoadedNotes & {
  context: PageContext;
}) {
  const { handover: words } = groupTexts(context.language);
  if (notes.length === 0) return null;
  const shown = notes.filter(({ body }) => notesOpen.has(String(body.body)));
  return (
    <Section title={words.notes} id="notes">
      {shown.length < notes.length && <Note>{words.notesHidden}</Note>}
      {shown.length > 0 && (
        <Timeline
          moments={shown.map(({ id, body }) => ({
            when: formatDate(body.date as PartialDate, context.language),
            what: String(body.text),
            detail: (
              <>
                {plainName(String(body.party), writers, context.language)}
                <HangsHere id={id} hanging={onNotes} context={context} />
              </>
            ),
          }))}
        />
      )}
    </Section>
  );
}
