import { z } from 'zod';
import type { Lifecycle } from '#kernel/lifecycle.ts';
import { DateField, FreeField, IdField, recordSchema, TextField } from '#platform/records/fields.ts';
import { defineKind } from '#platform/records/kind.ts';

/**
 * The way of a year's plan (§3.5): drafted, brought together by the coordinators, put to the line ministries, presented to the
 * committees of parliament, agreed by the Council in November, adopted by the Committee of Ministers in December.
 */
export const planStates = [
  'drafted',
  'coordinated',
  'ministries_consulted',
  'presented',
  'agreed',
  'adopted',
  'running',
  'closed',
] as const;
export type PlanState = (typeof planStates)[number];
export const planActs = [
  'coordinate',
  'consult_ministries',
  'present',
  'agree',
  'return',
  'adopt',
  'start',
  'close',
] as const;
export type PlanAct = (typeof planActs)[number];
export const planLifecycle: Lifecycle<PlanState, PlanAct> = {
  drafted: { coordinate: 'coordinated' },
  coordinated: { consult_ministries: 'ministries_consulted' },
  ministries_consulted: { present: 'presented' },
  presented: { agree: 'agreed', return: 'drafted' },
  agreed: { adopt: 'adopted' },
  adopted: { start: 'running' },
  running: { close: 'closed' },
  closed: {},
};

/** While a plan is in one of these, its items and the advice on it are still written. */
export const openPlanStates: readonly PlanState[] = [
  'drafted',
  'coordinated',
  'ministries_consulted',
  'presented',
];

export const planItemStates = [
  'planned',
  'in_progress',
  'realised',
  'partly_realised',
  'not_realised',
  'deferred',
  'dropped',
] as const;
export type PlanItemState = (typeof planItemStates)[number];
export const planItemActs = ['begin', 'realise', 'realise_partly', 'fail', 'defer', 'drop'] as const;
export type PlanItemAct = (typeof planItemActs)[number];
const ends = {
  realise: 'realised',
  realise_partly: 'partly_realised',
  fail: 'not_realised',
  defer: 'deferred',
  drop: 'dropped',
} as const;
export const planItemLifecycle: Lifecycle<PlanItemState, PlanItemAct> = {
  planned: { begin: 'in_progress', ...ends },
  in_progress: ends,
  realised: {},
  partly_realised: {},
  not_realised: {},
  deferred: {},
  dropped: {},
};

/** One a year; its id is the year. */
export const plans = defineKind({
  name: 'plans',
  schema: recordSchema({ id: IdField, year: z.int() }, { programme: IdField, drafted: DateField }),
  label: {
    nl: { one: 'Jaarplan', many: 'Jaarplannen' },
    fr: { one: 'Plan annuel', many: 'Plans annuels' },
    de: { one: 'Jahresplan', many: 'Jahrespläne' },
    en: { one: 'Yearly plan', many: 'Yearly plans' },
  },
  titleFrom: ['year'],
  yearFrom: ['year'],
  href: (id) => `/plans/${id}`,
});

/**
 * A promise of a year's plan. `responsible` is one body, group or party and never several (§3.8, §3.9); `presidency` and `priority`
 * say which priority it comes from (§15.2.1); `target` is the value that `indicator` is to reach in the plan's year. Its id
 * begins with the year of its plan.
 */
export const planItems = defineKind({
  name: 'plan_items',
  schema: recordSchema(
    { id: IdField, plan: IdField, responsible: IdField },
    {
      name: TextField,
      text: TextField,
      theme: IdField,
      case: IdField,
      proposed_by: IdField,
      presidency: IdField,
      priority: TextField,
      expected: TextField,
      indicator: IdField,
      target: z.number(),
      /** Acts that it prepares or carries out. */
      instruments: z.array(IdField),
      deferred_from: IdField,
      /** Each time that it passed on: from whom, when and why, the newest last. */
      assigned: FreeField,
    },
  ),
  label: {
    nl: { one: 'Punt van een jaarplan', many: 'Punten van jaarplannen' },
    fr: { one: 'Point d’un plan annuel', many: 'Points des plans annuels' },
    de: { one: 'Punkt eines Jahresplans', many: 'Punkte von Jahresplänen' },
    en: { one: 'Item of a yearly plan', many: 'Items of yearly plans' },
  },
  titleFrom: ['name'],
  yearFrom: ['plan'],
  href: (id) => {
    const year = /^(\d{4})-/.exec(id)?.[1];
    return year === undefined ? `/record/plan_items/${id}` : `/plans/${year}/items/${id}`;
  },
});

export const adviceOutcomes = ['taken_over', 'partly', 'not_taken_over'] as const;
export type AdviceOutcome = (typeof adviceOutcomes)[number];

/** What parliament, a region or a ministry said of the draft of a yearly plan or a programme, and what was taken over and what not, and why (§6.2.1, §7.2.1). */
export const consultations = defineKind({
  name: 'consultations',
  schema: recordSchema(
    { id: IdField, plan: IdField, consulted: IdField },
    { held: DateField, point: TextField, outcome: z.enum(adviceOutcomes), reason: TextField, item: IdField },
  ),
  label: {
    nl: { one: 'Raadpleging over een plan', many: 'Raadplegingen over plannen' },
    fr: { one: 'Consultation sur un plan', many: 'Consultations sur les plans' },
    de: { one: 'Anhörung zu einem Plan', many: 'Anhörungen zu Plänen' },
    en: { one: 'Consultation on a plan', many: 'Consultations on plans' },
  },
  titleFrom: ['point'],
  yearFrom: ['held'],
  partyFrom: ['consulted'],
});

/**
 * The report of a closed year as it was said when it was frozen, in every language, word for word: what becomes known later does
 * not change it, and neither does a later version of the product. `hash` is over year, date and all wordings, `hashes` over each.
 */
export const frozenReports = defineKind({
  name: 'frozen_reports',
  schema: recordSchema(
    { id: IdField, year: z.int(), as_of: DateField, frozen: DateField, hash: TextField },
    { hashes: z.record(z.string(), z.string()), documents: z.record(z.string(), z.looseObject({})) },
  ),
  label: {
    nl: { one: 'Bevroren verslag', many: 'Bevroren verslagen' },
    fr: { one: 'Rapport figé', many: 'Rapports figés' },
    de: { one: 'Eingefrorener Bericht', many: 'Eingefrorene Berichte' },
    en: { one: 'Frozen report', many: 'Frozen reports' },
  },
  titleFrom: ['year'],
  yearFrom: ['year'],
  href: (id) => `/report/${id}`,
});

export const planKinds = [plans, planItems, consultations, frozenReports];
