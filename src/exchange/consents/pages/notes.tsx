import type { PageContext } from '#platform/module.ts';
import { EmptyState, Note, Section } from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import type { TracedNote } from '../../nodes/consents/store.ts';
import { Time } from '../../oversight/pages/parts.tsx';
import { notePath, placedAt, placeOf, type ShownConsent } from '../notes.ts';
import { consentTexts } from '../text/texts.ts';

/** What was signed of a consent, by whom, and where it is: with the files by which others check it. */
export function SignedNotes({
  consent: { record, notes, self },
  context,
}: {
  consent: ShownConsent;
  context: PageContext;
}) {
  const { notes: words } = consentTexts(context.language);
  const place = (note: TracedNote) => words.places[placeOf(note, self)];
  const other = (note: TracedNote) =>
    placeOf(note, self) === 'received' ? note.node : (note.handed?.node ?? '–');
  return (
    <Section title={words.title} id="notes">
      {notes.length === 0 ? (
        <EmptyState why={words.none} what={words.noneWhat} who={words.noneWho} />
      ) : (
        <>
          <Note>{words.hint}</Note>
          <DataTable<TracedNote>
            caption={words.title}
            rows={notes}
            columns={[
              { title: words.what, cell: ({ what }) => words.whats[what] },
              { title: words.by, cell: ({ node }) => node },
              { title: words.signed, cell: ({ signedAt }) => <Time at={signedAt} context={context} /> },
              { title: words.place, cell: place },
              { title: words.other, cell: other },
              {
                title: words.since,
                cell: (note) => <Time at={placedAt(note, placeOf(note, self))} context={context} />,
              },
              {
                title: words.file,
                cell: ({ what }) => (
                  <a
                    href={context.href(notePath(record.id, what))}
                    aria-label={`${words.file}: ${words.whats[what]}`}
                  >
                    {words.file}
                  </a>
                ),
              },
            ]}
          />
        </>
      )}
    </Section>
  );
}

/** Where the last note of a consent is, in a word or two. */
export function placeText(
  { notes, self }: ShownConsent,
  { language }: Pick<PageContext, 'language'>,
): string {
  return consentTexts(language).notes.places[placeOf(notes.at(-1), self)];
}
