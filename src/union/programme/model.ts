import { z } from 'zod';
import type { Lifecycle } from '#kernel/lifecycle.ts';
import type { LocalizedText } from '#kernel/localized-text.ts';
import {
  DateField,
  FreeField,
  IdField,
  recordSchema,
  TextField,
  TextList,
} from '#platform/records/fields.ts';
import { defineKind, type KindDeclaration, type RecordBody } from '#platform/records/kind.ts';

const Year = z.int();
const Span = z.object({ start: DateField, end: DateField });

function label(
  nl: string,
  nlMany: string,
  fr: string,
  frMany: string,
  de: string,
  deMany: string,
  en: string,
  enMany: string,
): KindDeclaration['label'] {
  return {
    nl: { one: nl, many: nlMany },
    fr: { one: fr, many: frMany },
    de: { one: de, many: deMany },
    en: { one: en, many: enMany },
  };
}

/**
 * The way of a programme: its draft goes to parliament and regions, whose advice is taken over or not (§6.2.1, §7.2.1), and is put
 * to the ministers (§3.5). Nothing is told of an end but its last year. What a source says of a programme says no state of these.
 */
export const programmeStates = ['drafted', 'in_consultation', 'adopted'] as const;
export type ProgrammeState = (typeof programmeStates)[number];
export type ProgrammeAct = 'consult' | 'return' | 'adopt';
export const programmeLifecycle: Lifecycle<ProgrammeState, ProgrammeAct> = {
  drafted: { consult: 'in_consultation' },
  in_consultation: { adopt: 'adopted', return: 'drafted' },
  adopted: {},
};

export const workProgrammes = defineKind({
  name: 'work_programmes',
  schema: recordSchema(
    { id: IdField },
    {
      title: TextField,
      start: Year,
      end: Year,
      /** How many yearly plans it holds. */
      plans: z.int(),
      focal_points: TextList,
      policy_areas_count: z.int(),
      policy_areas: TextList,
      themes: TextList,
      consulted: TextList,
      status: TextField,
    },
  ),
  label: label(
    'Werkprogramma',
    'Werkprogramma’s',
    'Programme de travail',
    'Programmes de travail',
    'Arbeitsprogramm',
    'Arbeitsprogramme',
    'Work programme',
    'Work programmes',
  ),
  titleFrom: ['title'],
  yearFrom: ['start'],
  href: (id) => `/programmes/${id}`,
});

export const themes = defineKind({
  name: 'themes',
  schema: recordSchema(
    { year: Year, themes: z.array(z.looseObject({ order: z.int(), en: z.string().nullish() })) },
    {},
  ),
  label: label(
    'Hoofdthema’s van een jaar',
    'Hoofdthema’s per jaar',
    'Thèmes principaux d’une année',
    'Thèmes principaux par année',
    'Hauptthemen eines Jahres',
    'Hauptthemen nach Jahr',
    'Main themes of a year',
    'Main themes by year',
  ),
  titleFrom: ['year'],
  yearFrom: ['year'],
});

/** A theme of a year has no kind of its own: its languages are all its two-letter keys. */
export function themeTitle(theme: RecordBody): LocalizedText {
  const told = Object.fromEntries(
    Object.entries(theme).flatMap(([key, value]) =>
      /^[a-z]{2}$/.test(key) && typeof value === 'string' ? [[key, value]] : [],
    ),
  );
  return { texts: Object.keys(told).length > 0 ? told : { en: String(theme.order ?? '') }, authentic: [] };
}

export const mainThemes = defineKind({
  name: 'main_themes',
  schema: recordSchema({ id: IdField }, { order: z.int(), name: TextField }),
  label: label(
    'Hoofdthema',
    'Hoofdthema’s',
    'Thème principal',
    'Thèmes principaux',
    'Hauptthema',
    'Hauptthemen',
    'Main theme',
    'Main themes',
  ),
  titleFrom: ['name'],
});

export const presidencies = defineKind({
  name: 'presidencies',
  schema: recordSchema(
    { id: IdField },
    { year: Year, party: IdField, priorities: TextList, result: TextField },
  ),
  label: label(
    'Voorzitterschap',
    'Voorzitterschappen',
    'Présidence',
    'Présidences',
    'Vorsitz',
    'Vorsitze',
    'Presidency',
    'Presidencies',
  ),
  titleFrom: ['year'],
  yearFrom: ['year'],
  partyFrom: ['party'],
});

export const events = defineKind({
  name: 'events',
  schema: recordSchema(
    { id: IdField },
    { date: z.union([DateField, Span]), title: TextField, case: IdField, date_note: TextField },
  ),
  label: label(
    'Gebeurtenis',
    'Gebeurtenissen',
    'Événement',
    'Événements',
    'Ereignis',
    'Ereignisse',
    'Event',
    'Events',
  ),
  titleFrom: ['title'],
  yearFrom: ['date'],
});

export const cycles = defineKind({
  name: 'cycles',
  schema: recordSchema({ id: IdField }, { what: TextField, rule: TextField }),
  label: label('Cyclus', 'Cycli', 'Cycle', 'Cycles', 'Zyklus', 'Zyklen', 'Cycle', 'Cycles'),
  titleFrom: ['what'],
});

export const signalFollowups = defineKind({
  name: 'signal_followups',
  schema: recordSchema({ id: IdField }, { topic: TextField, outcome: TextField }),
  label: label(
    'Gevolg van een signaal',
    'Gevolgen van signalen',
    'Suite donnée à un signal',
    'Suites données aux signaux',
    'Folge eines Signals',
    'Folgen von Signalen',
    'Follow-up of a signal',
    'Follow-ups of signals',
  ),
  titleFrom: ['topic'],
});

export const criteriaSets = defineKind({
  name: 'criteria_sets',
  schema: recordSchema(
    { id: IdField },
    {
      name: TextField,
      operator: TextField,
      operator_note: TextField,
      criteria: z.array(z.looseObject({ id: IdField, text: z.string().nullish() })),
      content: FreeField,
      used_in_practice: z.boolean(),
    },
  ),
  label: label(
    'Afwegingskader',
    'Afwegingskaders',
    'Cadre d’évaluation',
    'Cadres d’évaluation',
    'Prüfrahmen',
    'Prüfrahmen',
    'Assessment framework',
    'Assessment frameworks',
  ),
  titleFrom: ['name', 'id'],
});

export const recommendations = defineKind({
  name: 'recommendations',
  schema: recordSchema(
    { id: IdField },
    {
      text: TextField,
      addressee: TextField,
      product_capability: TextField,
      strength: TextField,
      /** Year of the evaluation that says it; where it is not stated, that is the one that the register comes from. */
      evaluation: z.int(),
    },
  ),
  label: label(
    'Aanbeveling van de evaluatie',
    'Aanbevelingen van de evaluatie',
    'Recommandation de l’évaluation',
    'Recommandations de l’évaluation',
    'Empfehlung der Evaluierung',
    'Empfehlungen der Evaluierung',
    'Recommendation of the evaluation',
    'Recommendations of the evaluation',
  ),
  titleFrom: ['text'],
});

export const researchQuestions = defineKind({
  name: 'research_questions',
  schema: recordSchema({ id: IdField }, { order: z.int(), group: TextField, text: TextField }),
  label: label(
    'Onderzoeksvraag',
    'Onderzoeksvragen',
    'Question de recherche',
    'Questions de recherche',
    'Forschungsfrage',
    'Forschungsfragen',
    'Research question',
    'Research questions',
  ),
  titleFrom: ['text'],
});

/** What an evaluation found, of which year, in answer to which of its questions; several evaluations stand side by side (§1.1). */
export const findings = defineKind({
  name: 'findings',
  schema: recordSchema({ id: IdField, evaluation: Year }, { text: TextField, question: IdField }),
  label: label(
    'Bevinding van een evaluatie',
    'Bevindingen van evaluaties',
    'Constat d’une évaluation',
    'Constats d’évaluations',
    'Befund einer Evaluierung',
    'Befunde von Evaluierungen',
    'Finding of an evaluation',
    'Findings of evaluations',
  ),
  titleFrom: ['text'],
  yearFrom: ['evaluation'],
});

export const stopReasons = defineKind({
  name: 'stop_reasons',
  schema: recordSchema({ id: IdField }, { text: TextField }),
  label: label(
    'Reden om te stoppen',
    'Redenen om te stoppen',
    'Motif d’arrêt',
    'Motifs d’arrêt',
    'Grund für die Beendigung',
    'Gründe für die Beendigung',
    'Reason to stop',
    'Reasons to stop',
  ),
  titleFrom: ['text'],
});

export const successFactors = defineKind({
  name: 'success_factors',
  schema: recordSchema({ id: IdField }, { name: TextField }),
  label: label(
    'Succesfactor',
    'Succesfactoren',
    'Facteur de réussite',
    'Facteurs de réussite',
    'Erfolgsfaktor',
    'Erfolgsfaktoren',
    'Success factor',
    'Success factors',
  ),
  titleFrom: ['name'],
});

export const failureFactors = defineKind({
  name: 'failure_factors',
  schema: recordSchema({ id: IdField }, { name: TextField }),
  label: label(
    'Faalfactor',
    'Faalfactoren',
    'Facteur d’échec',
    'Facteurs d’échec',
    'Hemmnis',
    'Hemmnisse',
    'Failure factor',
    'Failure factors',
  ),
  titleFrom: ['name'],
});

export const programmeKinds = [
  workProgrammes,
  themes,
  mainThemes,
  presidencies,
  events,
  cycles,
  signalFollowups,
  criteriaSets,
  recommendations,
  researchQuestions,
  findings,
  stopReasons,
  successFactors,
  failureFactors,
];
