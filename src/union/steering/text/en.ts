import type { Uptake } from '../model.ts';
import type { Standing, SteeringSection } from '../rules/standing.ts';

type Params = Readonly<Record<string, string | number>>;
type Part = {
  readonly title: string;
  /** What the rows are. */
  readonly subject: string;
  /** Of those who are named in `who`. */
  readonly who: string;
  readonly said: string;
  readonly links: string;
  readonly why: string;
  readonly what: string;
};

export const en = {
  page: {
    earlier: (field: string, value: string, on: string, reason: string) =>
      `Before (${field}): ${value}; replaced on ${on}: ${reason}`,
    title: 'Steering',
    lede: 'Where nobody steers, whom nobody can reach, what became of signals and pilots, and which accounts are still owed.',
    link: 'Steering view',
    year: 'Year',
    party: 'State',
    standing: 'Standing',
    on: 'Date',
    count: 'On record',
    agreed: 'Agreed',
    source: 'Source',
    unknown: 'not known',
    notStated: 'not stated',
    noneAgreed: 'nothing agreed',
    part: (rows: number, all: number) => `The first ${rows} of ${all}; the export has all of them.`,
    toBudget: 'What the source says of the accounts stands with the budget',
    toContacts: 'All contact points',
    whoCan: (titles: string) => `Who may record it: ${titles}.`,
  },
  whys: {
    no_plan: 'the register holds no plan of that year',
    no_item: 'no item of that year’s plan names it',
    no_priorities: 'its priorities are not stated',
  },
  sections: {
    strategic: {
      title: 'Dossiers without a strategic consultation',
      subject: 'Dossier',
      who: 'Who',
      said: 'Reason to go without',
      links: 'Groups that tell',
      why: 'The register holds no dossiers.',
      what: 'A dossier comes with the file of the register; a strategic consultation is a group that the Council establishes.',
    },
    contacts: {
      title: 'Ministries without a contact',
      subject: 'Group or body',
      who: 'Who',
      said: 'Words',
      links: 'Links',
      why: 'The register holds no groups.',
      what: 'Each state names its contact points when it takes part in a group; until then a vacancy stands in their place.',
    },
    signals: {
      title: 'Signals from a sector and what became of them',
      subject: 'Signal',
      who: 'Sector, or who gave it',
      said: 'What became of it',
      links: 'Led to',
      why: 'No signal is on record.',
      what: 'Record a signal, even one of which nothing may come.',
    },
    rhythm: {
      title: 'Rhythm of interdepartmental meetings',
      subject: 'State',
      who: 'Who',
      said: 'What was agreed or advised',
      links: 'Links',
      why: 'The register holds no member states.',
      what: 'Each state records the rhythm that its ministries agree, and every meeting that was held.',
    },
    bureau: {
      title: 'Yearly meeting on priorities with the bureau of parliament',
      subject: 'Presidency',
      who: 'Met with',
      said: 'Evidence',
      links: 'Links',
      why: 'Neither a presidency nor such a meeting is on record.',
      what: 'Parliament records when it asked for the meeting and when it was held.',
    },
    account: {
      title: 'Account to national parliaments: which priority came from which plan',
      subject: 'Presidency',
      who: 'Told to, in',
      said: 'Priority',
      links: 'Items of plans that it came from',
      why: 'No presidency is on record.',
      what: 'Presidencies and their priorities come with the register; a state records what it told its parliament.',
    },
    pilots: {
      title: 'Pilots and what the European level made of them',
      subject: 'Pilot',
      who: 'Who',
      said: 'Evidence',
      links: 'Links',
      why: 'No pilot is on record.',
      what: 'Record of a group, an instrument or an initiative whether the European level took it over, did not, or still weighs it.',
    },
    arrears: {
      title: 'Arrears of accounts',
      subject: 'Year',
      who: 'Who',
      said: 'Evidence',
      links: 'Links',
      why: 'No year with a budget or accounts is over.',
      what: 'Say when the accounts of a year are due, and record that they were presented.',
    },
  } as Readonly<Record<SteeringSection, Part>>,
  standings: {
    absent: 'Has none',
    present: 'Has one',
    unknown: 'Not known',
    vacant: 'Vacant',
    named: 'Named',
    waiting: 'Waiting',
    stopped: 'Stopped',
    begun: 'Begun',
    told: 'On record',
    fewer: 'Fewer than agreed',
    not_agreed: 'No rhythm agreed',
    running: 'Year is running',
    kept: 'As agreed',
    asked: 'Asked for',
    held: 'Held',
    still_weighed: 'Still weighed',
    not_taken_over: 'Not taken over',
    taken_over: 'Taken over',
    overdue: 'In arrears',
    due: 'Not due yet',
    presented: 'Presented',
  } as Readonly<Record<Standing, string>>,
  uptakes: {
    taken_over: 'Taken over',
    not_taken_over: 'Not taken over',
    still_weighed: 'Still weighed',
  } as Readonly<Record<Uptake, string>>,
  columns: {
    section: 'Part of the view',
    id: 'Of the row, within its part',
    subject: 'Kind and id of what it is about; empty: nothing in the register',
    title: 'What that is called',
    party: 'Id of the state; empty: not stated, or all',
    year: 'Year; empty: of none in particular',
    standing: 'How it stands; unknown: the register does not say, which is neither no nor zero',
    on: 'Since when, or when; empty: not stated',
    count: 'Meetings on record in that year; empty: not known, which is not zero',
    agreed: 'Meetings agreed for that year; empty: nothing agreed',
    who: 'Sector, minister or chamber; empty: not stated',
    said: 'Words of the source or of whoever wrote it down',
    links: 'What it led to, kind and id',
    why: 'Why it led to nothing, where that is known',
    earlier: 'What stood before in which field, when it was replaced and why',
  },
  fields: {
    party: 'State',
    per_year: 'Meetings a year',
    on: 'On',
    from: 'From when',
    evidence: 'What shows it',
    reason: 'Reason, where something else stood there before',
    agreement: 'Where it was agreed',
    year: 'Year',
    asked: 'Asked for on',
    held: 'Held on',
    counterpart: 'Minister who was met',
    presidency: 'Presidency',
    chamber: 'Chamber',
    document: 'Letter or document',
    pilot: 'Pilot',
    uptake: 'What the European level made of it',
    due: 'Due on',
  },
  acts: {
    agree_rhythm: {
      title: 'Agree a rhythm',
      explain:
        'How often the ministries of a state meet on the union. It counts from the next year that begins; an earlier one stays on record.',
    },
    record_coordination: {
      title: 'Record an interdepartmental meeting',
      explain:
        'The ministries of a state have met. A year without a record is not known to be without meetings.',
    },
    record_priorities_meeting: {
      title: 'Record the meeting on priorities',
      explain: 'When the bureau of parliament asked for it, and when it was held.',
    },
    record_account: {
      title: 'Record an account to a national parliament',
      explain: 'What a state told its parliament of the priorities of a presidency, and where.',
    },
    record_uptake: {
      title: 'Record what Europe made of a pilot',
      explain:
        'Taken over, not taken over, or still weighed, with what shows it. What was known before stays on record.',
    },
    set_account_due: {
      title: 'Say when accounts are due',
      explain: 'After that day the accounts of the year are in arrears until they are presented.',
    },
    present_account: {
      title: 'Record that accounts were presented',
      explain: 'The accounts of a year were presented, on a day and with what shows it.',
    },
  },
  problems: {
    coordination_recorded: ({ on }: Params) =>
      `A meeting of ${on} is on record already; give the day of another.`,
    meeting_neither_asked_nor_held: () => 'Say when it was asked for or when it was held.',
    held_before_asked: ({ asked, held }: Params) =>
      `It was asked for on ${asked} and cannot have been held on ${held}.`,
    recorded_otherwise: ({ stands }: Params) =>
      `${stands} stands there already. Give a reason to replace it.`,
    account_recorded: ({ chamber, on }: Params) =>
      `What ${chamber} was told on ${on} in that document is on record already.`,
    presidency_held_by_another: ({ party }: Params) => `That presidency was not held by ${party}.`,
    account_year_running: ({ year }: Params) => `${year} is not over by then: its accounts cannot be.`,
  },
};

export type SteeringTexts = typeof en;
