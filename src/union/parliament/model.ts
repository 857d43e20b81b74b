import { z } from 'zod';
import { DateField, IdField, recordSchema, TextField } from '#platform/records/fields.ts';
import { defineKind } from '#platform/records/kind.ts';

export const Answer = z.looseObject({ addressee: IdField, date: DateField, document: z.string().nullish() });

export const ParliamentItem = recordSchema(
  { id: IdField },
  {
    kind: TextField,
    year: z.int(),
    tabled: DateField,
    subject: TextField,
    status: TextField,
    case: IdField,
    addressee: IdField,
    addressees: z.array(IdField),
    answers: z.array(Answer),
  },
);

/** The part of the parliament's cycle that clocks are reckoned by. */
export const ParliamentCycle = z.looseObject({ answer_target_months: z.int().positive().nullish() });

export const parliamentItems = defineKind({
  name: 'parliament_items',
  schema: ParliamentItem,
  label: {
    nl: { one: 'Vraag of aanbeveling van het parlement', many: 'Vragen en aanbevelingen van het parlement' },
    fr: { one: 'Question ou recommandation du parlement', many: 'Questions et recommandations du parlement' },
    de: { one: 'Frage oder Empfehlung des Parlaments', many: 'Fragen und Empfehlungen des Parlaments' },
    en: {
      one: 'Question or recommendation of parliament',
      many: 'Questions and recommendations of parliament',
    },
  },
  titleFrom: ['subject'],
  yearFrom: ['tabled', 'year'],
  partyFrom: [],
  href: (id) => `/parliament/${id}`,
});

export const parliamentKinds = [parliamentItems];
