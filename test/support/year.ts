/**
 * A year of a union as those who live it do it, in the order in which they do: from a signal to a group that works, sleeps and is
 * assessed again. Played through forms, through the API and on the command line.
 */
export type YearAct = {
  /** For which body or party. */
  readonly by: { readonly party?: string; readonly body?: string };
  readonly name: string;
  readonly input: Readonly<Record<string, string>>;
};

const members = ['NL', 'BE', 'LU'] as const;
const criteria = ['C1', 'C2', 'C3', 'C4'] as const;
const sg = { body: 'sg' };
const council = { body: 'council' };

const answers = (id: string, unknown: string): readonly YearAct[] =>
  members.flatMap((party) =>
    criteria.map((criterion) => ({
      by: { party },
      name: 'assessments/answer',
      input: {
        id,
        party,
        criterion,
        met: criterion === unknown ? 'unknown' : 'yes',
        evidence: `What ${party} has seen`,
      },
    })),
  );

export const year: readonly YearAct[] = [
  {
    by: sg,
    name: 'initiatives/record',
    input: {
      id: 'ferries',
      name: 'Ferries across the river',
      signal: 'Two ferries a day,\nand no common timetable',
      signalled_by: 'Two provinces',
      on: '2020-01-10',
    },
  },
  {
    by: sg,
    name: 'initiatives/hold_seminar',
    input: { id: 'ferries', on: '2020-01-15', report: 'All of them want one timetable' },
  },
  { by: sg, name: 'initiatives/propose', input: { id: 'ferries', on: '2020-01-20', text: 'A group' } },
  {
    by: sg,
    name: 'assessments/open',
    input: {
      id: 'ferries-start',
      title: 'Ferries: at the start',
      subject: 'ferries',
      moment: 'start',
      criteria_set: 'aiv-2007',
      on: '2020-01-21',
    },
  },
  ...answers('ferries-start', 'C3'),
  ...members.map((party) => ({
    by: { party },
    name: 'assessments/capacity',
    input: { id: 'ferries-start', party, capacity: 'Half a post' },
  })),
  {
    by: sg,
    name: 'assessments/weigh',
    input: { id: 'ferries-start', level: 'bilateral', finding: 'The third state would be left out' },
  },
  { by: sg, name: 'assessments/submit', input: { id: 'ferries-start', on: '2020-02-10' } },
  {
    by: council,
    name: 'assessments/decide',
    input: { id: 'ferries-start', on: '2020-02-20', outcome: 'in_favour', valid_until: '2023' },
  },
  {
    by: council,
    name: 'groups/propose',
    input: {
      id: 'ferry-times',
      name: 'Ferry times',
      mandate: 'One timetable by the end of the year',
      parent: 'cycling-strategy',
      dossier: 'cycling',
      initiative: 'ferries',
      on: '2020-02-21',
    },
  },
  ...members.map((party) => ({
    by: { party },
    name: 'groups/join',
    input: {
      id: 'ferry-times',
      party,
      role: 'member',
      on: '2020-02-22',
      ...(party === 'LU' ? {} : { organisation: `Ministry of transport, ${party}` }),
    },
  })),
  {
    by: { party: 'DE-NW' },
    name: 'groups/join',
    input: { id: 'ferry-times', party: 'DE-NW', role: 'observer', on: '2020-02-22' },
  },
  { by: council, name: 'groups/activate', input: { id: 'ferry-times', on: '2020-03-01' } },
  { by: sg, name: 'initiatives/begin', input: { id: 'ferries', on: '2020-03-01', form: 'group' } },
  {
    by: { party: 'LU' },
    name: 'groups/hand_over',
    input: {
      id: 'ferry-times',
      party: 'LU',
      on: '2020-05-01',
      organisation: 'Post of mobility',
      handover: 'The timetable of the east bank is open',
    },
  },
  {
    by: { party: 'DE-NW' },
    name: 'groups/leave',
    input: { id: 'ferry-times', party: 'DE-NW', on: '2020-09-30', reason: 'Its ferry stopped' },
  },
  {
    by: council,
    name: 'groups/put_to_sleep',
    input: { id: 'ferry-times', on: '2020-11-15', reason: 'The timetable is there', months: '12' },
  },
  {
    by: council,
    name: 'groups/correct',
    input: { id: 'ferry-times', on: '2020-11-16', reason: 'The minutes say the sixteenth' },
  },
  {
    by: sg,
    name: 'assessments/open',
    input: {
      id: 'ferries-review',
      title: 'Ferries: a review',
      subject: 'ferry-times',
      moment: 'review',
      criteria_set: 'aiv-2007',
      on: '2020-12-01',
    },
  },
  ...answers('ferries-review', 'C2'),
];
