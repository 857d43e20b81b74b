import { z } from 'zod';
import { defineRoute, type Route } from '#platform/module.ts';
import { knownAtQuery, pageQuery } from '#platform/read-context.ts';
import { getRecord, listJournalAnswers, listRecordAnswers } from './answers.ts';
import { JournalAnswer, RecordAnswer, RecordListAnswer } from './contract.ts';

/** One value or several: `party=NL&party=BE`. */
const anyOf = (description: string) =>
  z
    .preprocess((value) => [value].flat(), z.array(z.string().max(200)).max(50))
    .optional()
    .describe(`${description}; repeat it for any of several`);

export const registerRoutes: readonly Route[] = [
  defineRoute({
    path: '/records',
    summary: 'Every record that everybody may see: words and filters',
    tags: ['records'],
    params: {},
    query: {
      q: z.string().max(200).optional().describe('words; "in quotes" together, -without'),
      kind: anyOf('kind of record'),
      dossier: anyOf('practical cooperation'),
      type: anyOf('the source’s own type of record'),
      party: anyOf('party concerned'),
      year: anyOf('year of the record'),
      source: anyOf('section of the source that the record cites'),
      ...pageQuery,
      ...knownAtQuery,
    },
    response: RecordListAnswer,
    answer: listRecordAnswers,
  }),
  defineRoute({
    path: '/records/:kind/:id',
    summary: 'One record: all that the source says of it, and its versions',
    tags: ['records'],
    params: {
      kind: z.string().describe('Kind of the record.'),
      id: z.string().describe('Id of the record.'),
    },
    query: knownAtQuery,
    response: RecordAnswer,
    example: async (context) => {
      const listed = await listRecordAnswers(context, { page: 1, 'page-size': 1 });
      const [first] = listed.ok ? listed.value.records : [];
      return first === undefined ? null : { kind: first.kind, id: first.id };
    },
    answer: getRecord,
  }),
  defineRoute({
    path: '/journal',
    summary: 'What happened to the register and to records that everybody may see, newest first',
    tags: ['journal'],
    params: {},
    query: {
      subject: z
        .string()
        .max(300)
        .exactOptional()
        .describe('kind and id of one record: working_groups/fisc-moss'),
      event: z.string().max(100).exactOptional().describe('one kind of event: record.corrected'),
      ...pageQuery,
    },
    response: JournalAnswer,
    answer: listJournalAnswers,
  }),
];
