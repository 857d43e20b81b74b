import type { Problem } from '#kernel/result.ts';
import { wordFor } from '../../text/words/words.ts';
import type { PlanAct, PlanItemAct } from '../model.ts';

type Params = Problem['params'];

export const en = {
  page: {
    title: 'Yearly plans',
    lede: 'What the union plans for a year, who is responsible for each promise, and what came of it.',
    planOf: (year: string) => `Plan of ${year}`,
    none: 'No yearly plan has been drafted yet.',
    noneWhat: 'A plan belongs to a programme, which says which years it runs and how many plans it holds.',
    noneWho: 'The body that drafts plans begins one.',
    plan: 'Plan',
    programme: 'Programme',
    state: 'State',
    since: 'Since',
    items: 'Items',
    ended: 'Ended',
    stillOpen: 'Still open',
    programmes: 'Programmes and their plans',
    programmesNone: 'No programme is on record.',
    years: 'Years',
    planned: 'Plans it holds',
    drafted: 'Plans drafted',
    itemsNone: 'Nothing is planned yet.',
    itemsNoneWho: 'The body that drafts plans adds items until the Council agrees.',
    withoutTheme: 'Without a theme or dossier',
    item: 'Item',
    responsible: 'Responsible',
    proposedBy: 'Put in by',
    expected: 'Expected result',
    target: (value: string, indicator: string) => `${indicator}: ${value}`,
    notMeasured: 'Bound to no indicator: can only be judged in words',
    priorities: 'Priorities of the presidency',
    prioritiesNone: 'No presidency of this year names priorities.',
    priority: 'Priority',
    ledTo: 'Items that came from it',
    ledToNone: 'Led to no item',
    consultation: 'Consultation',
    consultationNone: 'Nobody consulted is on record yet.',
    consultationNoneWho: 'The body that drafts plans records what parliament, regions and ministries said.',
    consulted: 'Consulted',
    held: 'On',
    point: 'What was said',
    pointNone: 'No point was raised',
    outcome: 'What became of it',
    answerOpen: 'Not answered yet',
    answer: 'Say what became of it',
    way: 'The way of the plan',
    wayOfProgramme: 'The way of the programme',
    wayUnknown: 'No step of it is on record: it came with what its source says of it.',
    history: 'What became of it',
    about: 'What is promised',
    evidence: 'Evidence',
    deferredTo: 'Goes on in the next plan as',
    deferredFrom: 'Deferred from',
    report: 'Report of the year',
  },
  outcomes: {
    taken_over: 'Taken over',
    partly: 'Partly taken over',
    not_taken_over: 'Not taken over',
  },
  columns: {
    year: 'Year of the plan.',
    programme: 'Id of the programme.',
    state: 'State on the date asked about; unknown where it is not certain.',
    items: 'How many items the plan has.',
    open: 'How many of them have not ended.',
    responsible: 'Id of the one body, group or party that is responsible.',
    expected: 'Expected result in words.',
    indicator: 'Id of the indicator. Empty: bound to none.',
    target: 'Value that the indicator is to reach in the year. Empty: none was set.',
    priority: 'Priority of a presidency that it comes from. Empty: from none.',
    reason: 'Why it ended as it did. Empty: it has not ended.',
    theme: 'Ids of its dossier and theme.',
  },
  fields: {
    id: 'Id, as it will stand in addresses (small letters, digits, hyphens)',
    key: 'Short name, as it will stand in addresses after the year (small letters, digits, hyphens)',
    name: 'Title',
    start: 'First year',
    years: 'How many years it runs',
    plans: 'How many yearly plans it holds',
    year: 'Year',
    programme: 'Programme',
    on: 'On',
    note: 'Explanation',
    reason: 'Reason',
    plan: 'Plan',
    consulted: 'Who was consulted',
    point: 'What was said; empty where no point was raised',
    outcome: 'What became of it',
    item: 'Item that it led to',
    text: 'What will be done',
    theme: 'Main theme',
    dossier: 'Dossier',
    proposed_by: 'Who puts it in',
    responsible: 'Who is responsible: one, and no more',
    priorities: 'Priorities, one a line, in the words of the presidency',
    party: 'Who holds the presidency',
    presidency: 'Presidency whose priority it comes from',
    priority: 'That priority, in the words of the presidency',
    expected: 'Expected result',
    indicator: 'Indicator that measures it',
    target: 'Value that the indicator is to reach in the year',
    evidence: 'Evidence, in words',
    observation: 'Observation that shows it',
    instruments: 'Acts that it prepares or carries out',
  },
  acts: {
    write: {
      title: 'Write a programme',
      explain: 'It says which years it runs and how many yearly plans it holds.',
    },
    draft: { title: 'Draft a plan', explain: 'One a year, within the years of its programme.' },
    put_forward: {
      title: 'Note priorities of a presidency',
      explain: 'What the presidency of a year puts first; items of plans can come from it.',
    },
    coordinate: {
      title: 'Coordinate',
      explain: 'The coordinators have brought the draft together; it has items by now.',
    },
    consult_ministries: {
      title: 'Consult the ministries',
      explain: 'The line ministries have had the draft before them.',
    },
    present: { title: 'Present to parliament', explain: 'The committees of parliament have the draft.' },
    agree: {
      title: 'Agree',
      explain: 'From here on the plan is fixed. Every point that was raised has its answer by now.',
    },
    return: { title: 'Send back', explain: 'It becomes a draft again.' },
    adopt: { title: 'Adopt', explain: 'The plan holds for its year.' },
    consult_programme: {
      title: 'Put to consultation',
      explain: 'Parliament and regions have the draft; what they say of it is recorded.',
    },
    adopt_programme: {
      title: 'Adopt',
      explain:
        'The programme holds for its years. Whom the union must hear was heard, and every point has its answer.',
    },
    start: { title: 'Start the year', explain: 'From here on its items can be begun and ended.' },
    close: {
      title: 'Close the year',
      explain: 'Once no item is open: each is realised, partly realised, not realised, deferred or dropped.',
    },
    record: {
      title: 'Record a consultation',
      explain: 'Who was consulted on the draft, and one point that was made.',
    },
    answer: {
      title: 'Answer a point',
      explain: 'Whether it was taken over; where it was not, or not wholly, why.',
    },
    add: {
      title: 'Add an item',
      explain: 'A promise with an expected result, for which one is responsible.',
    },
    revise: { title: 'Revise', explain: 'What you leave empty is no longer said.' },
    tie: {
      title: 'Name the acts it is about',
      explain: 'Acts that it prepares or carries out; what you leave out is no longer said.',
    },
    assign: { title: 'Pass on', explain: 'Another becomes responsible; who was before stays on record.' },
    begin: { title: 'Begin', explain: 'Work on it has begun.' },
    realise: {
      title: 'Realised',
      explain: 'The expected result is there; an observation that misses the target shows the opposite.',
    },
    realise_partly: { title: 'Partly realised', explain: 'Part of the expected result is there.' },
    fail: { title: 'Not realised', explain: 'It ends without the expected result, and says why.' },
    defer: { title: 'Defer', explain: 'It goes on in the plan of the next year, with a link back.' },
    drop: { title: 'Drop', explain: 'It is given up, and says why.' },
    freeze: {
      title: 'Freeze the report',
      explain: 'It is said once, in every language; what becomes known later stands beside it as an erratum.',
    },
  } satisfies Record<
    | PlanAct
    | PlanItemAct
    | (
        | 'write'
        | 'consult_programme'
        | 'adopt_programme'
        | 'draft'
        | 'put_forward'
        | 'record'
        | 'answer'
        | 'add'
        | 'revise'
        | 'tie'
        | 'assign'
        | 'freeze'
      ),
    { title: string; explain: string }
  >,
  problems: {
    plan_exists: ({ year }: Params) => `${year} already has a plan. A year has one.`,
    year_outside_programme: ({ year, first, last }: Params) =>
      `${year} does not lie in the years of this programme: ${first} to ${last}.`,
    programme_full: ({ plans }: Params) => `This programme holds ${plans} plans, and has them.`,
    presidency_of_another: ({ year, party }: Params) => `${party} holds the presidency of ${year}.`,
    priority_in_use: ({ list }: Params) => `An item of a plan came from this, so that it stays: ${list}.`,
    priorities_alike: ({ list }: Params) => `This stands there twice: ${list}.`,
    passed_on_later: ({ on, last }: Params) => `It was passed on again on ${last}: ${on} is before that.`,
    plan_empty: () => 'Nothing is planned in it yet. Add an item first.',
    unheard: ({ body }: Params) =>
      `No consultation of ${body} on this is on record by that day. Record it, with what was said or without.`,
    consultation_unanswered: ({ point }: Params) => `It is not said what became of this point: ${point}.`,
    programme_fixed: ({ state }: Params) =>
      `This programme is now: ${wordFor(String(state), 'en')}. Others are heard on a draft.`,
    year_not_begun: ({ year }: Params) => `${year} had not begun on that day.`,
    year_not_over: ({ year }: Params) => `${year} was not over on that day.`,
    year_has_open_items: ({ year, count, list }: Params) =>
      `${year} cannot be closed: ${count} of its items are open. End or defer each of them: ${list}.`,
    plan_fixed: ({ year, state }: Params) =>
      `The plan of ${year} is now: ${wordFor(String(state), 'en')}. What it promises is no longer rewritten.`,
    consultation_without_point: () => 'No point was raised, so there is nothing to answer.',
    outcome_reason_missing: () => 'Say why it was not taken over, or not wholly.',
    item_without_theme: () => 'Name the main theme or the dossier that it belongs to.',
    priority_and_presidency: () => 'A priority needs its presidency, and a presidency the priority.',
    priority_unknown: ({ known }: Params) =>
      `That is not among the priorities of this presidency. It names: ${known}.`,
    target_and_indicator: () => 'An indicator needs its target, and a target the indicator.',
    responsible_ended: ({ id, state }: Params) =>
      `${id} is now: ${wordFor(String(state), 'en')}. Name somebody who can carry it out.`,
    plan_not_running: ({ year, state }: Params) =>
      `The plan of ${year} was not running on that day but: ${wordFor(String(state), 'en')}.`,
    observation_uncited: ({ list }: Params) => `There is an observation of it; name it: ${list}.`,
    item_evidence_missing: () => 'Say on what evidence, or name the observation that shows it.',
    observation_of_another: ({ indicator, year }: Params) =>
      `That observation is not one of ${indicator} in ${year}.`,
    target_missed: ({ target, value }: Params) =>
      `The observation says ${value}, the target was ${target}. That is not realised, or partly.`,
    next_plan_missing: ({ year }: Params) => `There is no plan of ${year} yet. Draft it first.`,
    next_plan_closed: ({ year }: Params) => `The plan of ${year} is closed.`,
    frozen_report_not_found: ({ year }: Params) => `The report of ${year} has not been frozen.`,
    frozen_report_broken: ({ year, list }: Params) =>
      `The frozen report of ${year} does not match its fingerprint: ${list} (* is all of it).`,
    year_not_closed: ({ year }: Params) => `The year ${year} is not closed. Its report is frozen once it is.`,
    report_frozen_already: ({ year, on }: Params) => `The report of ${year} was frozen on ${on}.`,
  },
};

export type PlanTexts = typeof en;
