import { z } from 'zod';
import { knownAtFields, pageFields, SourceSections } from '#platform/read-context.ts';

/** What the API answers about records and the journal, as published. */

/** What a list of records can be filtered by: any of one facet's values, all facets together. */
export const facetNames = ['kind', 'dossier', 'type', 'party', 'year'] as const;
export type FacetName = (typeof facetNames)[number];

const head = {
  kind: z.string(),
  id: z.string().describe('Unique within its register and kind.'),
  title: z.string().describe('In the language asked for, else in one that the source has.'),
  titleLanguage: z.string().describe('ISO 639-1.'),
};

export const RecordListAnswer = z
  .strictObject({
    ...knownAtFields,
    ...pageFields,
    facets: z
      .record(z.string(), z.record(z.string(), z.int()))
      .describe('For each value of each facet, how many records there would be with it.'),
    records: z
      .array(z.strictObject({ ...head, source: SourceSections }))
      .describe('Best match first when words are asked for, else in the order of the source.'),
  })
  .meta({ id: 'RecordList', description: 'One page of the records that are found.' });
export type RecordListAnswer = z.infer<typeof RecordListAnswer>;

const times = {
  knownFrom: z.string().describe('Since when the source says so: year, month or day.'),
  recordedAt: z.string().describe('When this node took it in, UTC.'),
};

export const RecordAnswer = z
  .strictObject({
    ...knownAtFields,
    ...head,
    ...times,
    body: z
      .record(z.string(), z.unknown())
      .describe(
        'All that the source says, keys of which the layout knows nothing included; null: it does not say.',
      ),
    unknownKeys: z.array(z.string()).describe('Keys of the body that the layout does not know.'),
    versions: z
      .array(z.strictObject(times))
      .describe('All there ever were, the newest knowledge first, whatever the date as known.'),
  })
  .meta({ id: 'Record', description: 'One record as it was known on a date, and when it changed.' });
export type RecordAnswer = z.infer<typeof RecordAnswer>;

export const JournalAnswer = z
  .strictObject({
    register: knownAtFields.register,
    ...pageFields,
    entries: z
      .array(
        z.strictObject({
          id: z.string(),
          recordedAt: z.string().describe('When this node recorded it, UTC.'),
          event: z.string(),
          subject: z
            .string()
            .nullable()
            .describe('Kind and id of the record; null: the register as a whole.'),
          actor: z.string().describe('By role: `operator`, `system`, `visitor` or `person`; never by name.'),
          place: z
            .int()
            .nullable()
            .describe(
              'In the log, from 1; null: not yet placed. Entries that are not for everybody have places, too.',
            ),
          leafHash: z.string().describe('SHA-256 of the entry’s canonical JSON (RFC 8785), hexadecimal.'),
        }),
      )
      .describe('Newest first.'),
  })
  .meta({ id: 'Journal', description: 'One page of what happened to the register.' });
export type JournalAnswer = z.infer<typeof JournalAnswer>;
