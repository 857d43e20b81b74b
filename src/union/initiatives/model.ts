import { z } from 'zod';
import type { Lifecycle } from '#kernel/lifecycle.ts';
import { DateField, IdField, recordSchema, TextField } from '#platform/records/fields.ts';
import { defineKind } from '#platform/records/kind.ts';

/**
 * From a signal to a group or project, or to a stop with its reason (§5.2.1). What became of a group is told by the group; a project
 * is the initiative itself, which runs until it is finished or stopped.
 */
export const initiativeStates = [
  'idea',
  'seminar',
  'proposal',
  'begun',
  'running',
  'finished',
  'stopped',
] as const;
export type InitiativeState = (typeof initiativeStates)[number];
export const initiativeActs = [
  'hold_seminar',
  'propose',
  'begin',
  'begin_project',
  'finish',
  'stop',
] as const;
export type InitiativeAct = (typeof initiativeActs)[number];
export const initiativeLifecycle: Lifecycle<InitiativeState, InitiativeAct> = {
  idea: { hold_seminar: 'seminar', propose: 'proposal', stop: 'stopped' },
  seminar: { propose: 'proposal', stop: 'stopped' },
  proposal: { begin: 'begun', begin_project: 'running', stop: 'stopped' },
  begun: {},
  running: { finish: 'finished', stop: 'stopped' },
  finished: {},
  stopped: {},
};

/** What an initiative becomes when it begins. */
export const initiativeForms = ['group', 'project'] as const;

/** Whether a factor of success or failure holds here; that it was thought of and is not known is an answer. */
export const factorAnswers = ['yes', 'no', 'unknown'] as const;
export type FactorAnswer = (typeof factorAnswers)[number];

export const Initiative = recordSchema(
  { id: IdField },
  {
    name: TextField,
    signal: TextField,
    signalled_by: TextField,
    sector: TextField,
    case: IdField,
    raised: DateField,
    form: TextField,
    factors: z.record(
      z.string(),
      z.looseObject({ holds: z.enum(factorAnswers), note: z.string().nullish() }),
    ),
  },
);

export const initiatives = defineKind({
  name: 'initiatives',
  schema: Initiative,
  label: {
    nl: { one: 'Initiatief', many: 'Initiatieven' },
    fr: { one: 'Initiative', many: 'Initiatives' },
    de: { one: 'Initiative', many: 'Initiativen' },
    en: { one: 'Initiative', many: 'Initiatives' },
  },
  titleFrom: ['name'],
  yearFrom: ['raised'],
  href: (id) => `/initiatives/${id}`,
});

export const initiativeKinds = [initiatives];
