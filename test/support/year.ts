import { pdfOf } from '../../src/union/documents/fixtures/files.ts';

/**
 * A year of a union as those who live it do it, in the order in which they do: the plan, a signal that becomes a group and is
 * assessed again, its meeting and what was decided there, a question of parliament, an instrument, what is owed, and the frozen
 * report. Played through forms and through the API.
 */
/** To several questions at once. */
type Answers = Readonly<Record<string, { readonly answer: string; readonly evidence?: string }>>;

export type YearAct = {
  /** For which body or party. */
  readonly by: { readonly party?: string; readonly body?: string };
  readonly name: string;
  readonly input: Readonly<Record<string, string | Answers>>;
  /** A file that goes with it, as the field `file`: a PDF of our own printing, whose words are these. */
  readonly pdf?: { readonly name: string; readonly title: string; readonly text: string };
};

/** What is sent through the API: with its file, if it has one. */
export async function sentOf({ input, pdf }: YearAct): Promise<YearAct['input']> {
  if (pdf === undefined) return input;
  const bytes = await pdfOf(pdf.title, pdf.text);
  return { ...input, name: pdf.name, file: bytes.toString('base64') };
}

/** What a form sends of it: each question under a name of its own. */
export function asForm(input: YearAct['input']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(input).flatMap(([name, value]) =>
      typeof value === 'string'
        ? [[name, value]]
        : Object.entries(value).flatMap(([question, { answer, evidence }]) => [
            [`${name}:${question}`, answer],
            ...(evidence === undefined ? [] : [[`${name}:${question}:evidence`, evidence]]),
          ]),
    ),
  );
}

const members = ['NL', 'BE', 'LU'] as const;
const criteria = ['C1', 'C2', 'C3', 'C4'] as const;
const sg = { body: 'sg' };
const council = { body: 'council' };
const ministers = { body: 'com' };
const assembly = { body: 'parliament' };

const by = (who: YearAct['by'], name: string, input: YearAct['input']): YearAct => ({ by: who, name, input });

/** The factors of success, and those of failure, that the frame of the union names. */
const factors = [
  ['practice-need', 'senior-involvement', 'trust', 'platform-value', 'secretariat'],
  Array.from({ length: 15 }, (_, index) => `failure-factors-${String(index + 1).padStart(2, '0')}`),
];

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
  by(sg, 'plans/draft', { year: '2020', programme: 'programme-2017-2020', on: '2019-09-01' }),
  by(sg, 'plan_items/add', {
    key: 'signs',
    plan: '2020',
    name: 'Signs along the paths',
    dossier: 'cycling',
    proposed_by: 'NL',
    responsible: 'cycling-strategy',
    presidency: 'presidency-2020',
    priority: 'cycling',
    expected: 'One set of signs',
    indicator: 'cycling-uses',
    target: '1000',
    on: '2019-09-10',
  }),
  by(sg, 'plans/coordinate', { id: '2020', on: '2019-09-20' }),
  by(sg, 'plans/consult_ministries', { id: '2020', on: '2019-09-25' }),
  by(sg, 'plans/present', { id: '2020', on: '2019-10-10' }),
  by(sg, 'consultations/record', {
    id: '2020-parliament',
    plan: '2020',
    consulted: 'parliament',
    point: 'Signs in three languages',
    on: '2019-10-20',
  }),
  by(sg, 'consultations/answer', { id: '2020-parliament', outcome: 'taken_over', item: '2020-signs' }),
  by(sg, 'consultations/record', {
    id: '2020-region',
    plan: '2020',
    consulted: 'DE-NW',
    on: '2019-10-25',
  }),
  by(council, 'plans/agree', { id: '2020', on: '2019-11-15' }),
  by(ministers, 'plans/adopt', { id: '2020', on: '2019-12-10' }),
  by(sg, 'plans/start', { id: '2020', on: '2020-01-01' }),
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
  ...factors.map((some) =>
    by(sg, 'initiatives/consider', {
      id: 'ferries',
      factors: Object.fromEntries(
        some.map((factor) => [
          factor,
          factor === 'trust' ? { answer: 'yes', evidence: 'They have met for years' } : { answer: 'unknown' },
        ]),
      ),
    }),
  ),
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
  ...(
    [
      ['national', 'A timetable has two banks'],
      ['bilateral', 'The third state would be left out'],
      ['eu', 'Not known'],
    ] as const
  ).map(([level, finding]) => by(sg, 'assessments/weigh', { id: 'ferries-start', level, finding })),
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
  by({ party: 'NL' }, 'groups/remember', {
    id: 'ferry-times',
    party: 'NL',
    on: '2020-05-02',
    remember: 'The ferry of the east bank does not sail at low water',
  }),
  by({ party: 'DE-NW' }, 'regions/state_competence', {
    id: 'nrw-mobility',
    party: 'DE-NW',
    field: 'Rules on mobility',
    held_by: 'DE',
    government: 'Federal ministry of transport',
    on: '2020-03-01',
    evidence: 'A letter of the region',
  }),
  by({ party: 'NL' }, 'steering/agree_rhythm', {
    party: 'NL',
    per_year: '4',
    from: '2019-12-01',
    agreement: 'Minutes of November',
  }),
  ...['2020-02-04', '2020-05-12'].map((on) =>
    by({ party: 'NL' }, 'steering/record_coordination', { party: 'NL', on, evidence: 'Minutes' }),
  ),
  by(assembly, 'steering/record_priorities_meeting', {
    year: '2020',
    asked: '2020-01-15',
    held: '2020-03-10',
    counterpart: 'The minister of the presidency',
  }),
  by(sg, 'steering/record_uptake', {
    pilot: 'ferries',
    uptake: 'still_weighed',
    on: '2020-09-01',
    evidence: 'It is on the agenda of a working party',
  }),
  by(sg, 'plan_items/begin', { id: '2020-signs', on: '2020-03-01' }),
  by(sg, 'meetings/plan', {
    id: 'ferry-1',
    name: 'Ferry times, first meeting',
    body: 'ferry-times',
    date: '2020-04-10',
    minutes: '90',
    points_until: '2020-04-01',
    on: '2020-03-05',
  }),
  {
    by: sg,
    name: 'documents/attach',
    input: {
      kind: 'meetings',
      record: 'ferry-1',
      title: 'Note on the banks',
      language: 'en',
      translation: 'original',
    },
    pdf: {
      name: 'banks.pdf',
      title: 'Note on the banks',
      text: 'Passengers wait on both banks, and the lanterns are lit at different hours.',
    },
  },
  by({ party: 'NL' }, 'agenda/propose', {
    id: 'ferry-1',
    title: 'One timetable for both banks',
    point: 'decision',
    minutes: '40',
    open_to: 'members',
    on: '2020-03-20',
    party: 'NL',
  }),
  by(sg, 'agenda/add', {
    id: 'ferry-1',
    title: 'What passengers say',
    point: 'presentation',
    minutes: '20',
    open_to: 'all',
    on: '2020-03-21',
  }),
  ...members.map((party) =>
    by({ party }, 'agenda/position', { id: 'ferry-1-1', party, position: 'in_favour', text: 'Agreed' }),
  ),
  by(sg, 'meetings/convene', { id: 'ferry-1', on: '2020-04-02' }),
  by(sg, 'meetings/hold', { id: 'ferry-1', on: '2020-04-10' }),
  by(sg, 'agenda/minute', {
    id: 'ferry-1-1',
    outcome: 'decided',
    conclusion: 'There will be one timetable',
    what: 'Publish one timetable',
    owner: 'NL',
    watcher: 'sg',
    due: '2020-10-31',
  }),
  by(sg, 'procedures/open', {
    id: 'counter-hours',
    body: 'council',
    title: 'Hours of the counter',
    text: 'Nine to five',
    on: '2020-04-12',
  }),
  by({ party: 'NL' }, 'commitments/record', {
    id: 'bridges',
    what: 'List the bridges that ferries pass',
    owner: 'NL',
    watcher: 'sg',
    due: '2020-09',
    origin: 'other',
    on: '2020-04-15',
  }),
  by({ party: 'NL' }, 'commitments/keep', { id: 'ferry-1-1', on: '2020-10-20', evidence: 'The timetable' }),
  by(assembly, 'parliament/table', {
    id: 'q-ferries',
    kind: 'written_question',
    subject: 'Ferries that nobody meets',
    text: 'How many are there?',
    number: 'Q 7/2020',
    dossier: 'cycling',
    items: '2020-signs',
    addressees: 'NL, BE, LU',
    on: '2020-02-29',
  }),
  by(sg, 'parliament/assign', { id: 'q-ferries', addressee: 'BE', on: '2020-03-05' }),
  by({ party: 'BE' }, 'parliament/draft_answer', {
    id: 'q-ferries',
    party: 'BE',
    text: 'Two, and soon none',
    on: '2020-05-01',
  }),
  ...members.map((party) =>
    by({ party }, 'parliament/sign_off', { id: 'q-ferries-answer-1', party, on: '2020-06-01' }),
  ),
  by({ party: 'BE' }, 'parliament/give_answer', {
    id: 'q-ferries',
    party: 'BE',
    document: 'Letter 12',
    on: '2020-06-10',
  }),
  by(sg, 'instruments/draft', {
    id: 'ferry-recommendation',
    title: 'Recommendation on ferry times',
    kind: 'recommendation',
    issuer: 'com',
    parties: 'NL, BE, LU',
    dossier: 'cycling',
    on: '2020-05-10',
  }),
  by(sg, 'instruments/add_article', {
    id: 'ferry-recommendation',
    article: '1',
    text: 'Each state publishes the common timetable',
    what: 'Publish the common timetable',
    watcher: 'sg',
    deadline: '2020-12-31',
  }),
  by(ministers, 'instruments/adopt', { id: 'ferry-recommendation', on: '2020-06-15' }),
  by(sg, 'plan_items/tie', { id: '2020-signs', instruments: 'ferry-recommendation' }),
  by({ party: 'LU' }, 'instruments/assert', {
    id: 'ferry-recommendation',
    party: 'LU',
    in_law: 'implemented',
    in_practice: 'applied',
    on: '2020-11-01',
    evidence: 'Gazette 12',
  }),
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
  by(sg, 'budgets/propose', { year: '2021', amount: '1200000', currency: 'EUR', on: '2020-10-20' }),
  by(sg, 'budgets/set_key', { id: '2021', shares: 'NL 0.53, BE 0.41, LU 0.06', basis: 'As in the treaty' }),
  by(ministers, 'budgets/return', { id: '2021', on: '2020-11-10', reason: 'More than last year' }),
  by(sg, 'budgets/amend', {
    id: '2021',
    amount: '1150000.50',
    currency: 'EUR',
    on: '2020-11-20',
    reason: 'One post less',
  }),
  by(ministers, 'budgets/approve', { id: '2021', on: '2020-12-10', note: 'As amended' }),
  by(sg, 'allocations/allocate', {
    id: 'signs-hours',
    year: '2020',
    item: '2020-signs',
    amount: '84250.75',
    basis: 'timesheet',
    note: 'Hours of two people',
    on: '2020-12-01',
  }),
  by(sg, 'allocations/allocate', {
    id: 'signs-rooms',
    year: '2020',
    item: '2020-signs',
    amount: '12000',
    basis: 'estimate',
    on: '2020-12-01',
  }),
  by(sg, 'allocations/allocate', {
    id: 'signs-twice',
    year: '2020',
    item: '2020-signs',
    amount: '9000',
    basis: 'estimate',
    on: '2020-12-01',
  }),
  by(sg, 'allocations/change', {
    id: 'signs-rooms',
    amount: '11000',
    basis: 'estimate',
    on: '2020-12-05',
    reason: 'One room less',
  }),
  by(sg, 'allocations/withdraw', { id: 'signs-twice', on: '2020-12-06', reason: 'Counted twice' }),
  by(sg, 'plan_items/realise', {
    id: '2020-signs',
    on: '2020-12-15',
    reason: 'As it was meant',
    evidence: 'Photographs of all of them',
  }),
  by(sg, 'surpluses/record', {
    year: '2020',
    amount: '40000',
    reason: 'A post that stood empty',
    on: '2021-01-15',
  }),
  by(sg, 'surpluses/correct', {
    id: '2020',
    amount: '41000',
    reason: 'A post that stood empty until May',
    on: '2021-01-18',
    note: 'The accounts were closed',
  }),
  by(ministers, 'surpluses/decide', { id: '2020', decision: 'It pays for signs in 2021', on: '2021-01-25' }),
  by({ party: 'NL' }, 'steering/record_account', {
    party: 'NL',
    presidency: 'presidency-2020',
    on: '2020-12-20',
    chamber: 'Both chambers',
    document: 'Letter on the presidency',
  }),
  by(sg, 'steering/set_account_due', { year: '2020', due: '2021-06-30' }),
  by(sg, 'steering/present_account', { year: '2020', on: '2021-05-20', evidence: 'Accounts of 2020' }),
  by(sg, 'recommendations/record', {
    id: 'earlier-focus',
    evaluation: '2012',
    recommendation: 'Replace old topics instead of adding new ones',
  }),
  by(sg, 'findings/record', {
    id: 'found-focus',
    evaluation: '2012',
    question: 'research-questions-04',
    finding: 'New topics were taken up without a weighing of priorities',
  }),
  by(sg, 'programmes/write', {
    id: 'programme-2021-2024',
    name: 'Programme 2021-2024 (made up)',
    start: '2021',
    years: '4',
    plans: '4',
    on: '2020-03-01',
  }),
  by(sg, 'programmes/consult', { id: 'programme-2021-2024', on: '2020-04-01' }),
  by(sg, 'consultations/record', {
    id: 'programme-parliament',
    plan: 'programme-2021-2024',
    consulted: 'parliament',
    point: 'Fewer themes, and paths first',
    on: '2020-05-10',
  }),
  by(sg, 'consultations/answer', {
    id: 'programme-parliament',
    outcome: 'partly',
    reason: 'Paths come first, the themes stay',
  }),
  by(sg, 'consultations/record', {
    id: 'programme-region',
    plan: 'programme-2021-2024',
    consulted: 'DE-NW',
    on: '2020-05-20',
  }),
  by(ministers, 'programmes/adopt', { id: 'programme-2021-2024', on: '2020-12-10' }),
  by(sg, 'plans/close', { id: '2020', on: '2021-01-31' }),
  by(sg, 'reports/freeze', { id: '2020' }),
];

/** The register that it is played in. */
export const yearRegister = 'demo-2020';

/** As pages of the node itself send. */
const sent = { 'sec-fetch-site': 'same-origin' };
const sentForm = { ...sent, 'content-type': 'application/x-www-form-urlencoded' };

/** The headers of somebody who has signed in to the year for a party or body. */
export async function signInOn(
  node: string,
  { party = '', body = '' }: YearAct['by'],
  more: Readonly<Record<string, string>> = {},
): Promise<Readonly<Record<string, string>>> {
  const answer = await fetch(`${node}/sign-in`, {
    method: 'POST',
    headers: { ...sentForm, ...more },
    body: new URLSearchParams({ register: yearRegister, role: 'player', party, body }),
    redirect: 'manual',
  });
  const cookies = answer.headers.getSetCookie().map((one) => one.split(';', 1)[0]);
  return { ...sent, cookie: cookies.join('; ') };
}

/** Plays it on a node that is running, through its API, as scripts of its own pages would. */
export async function playYear(node: string): Promise<void> {
  await fetch(`${node}/sign-in/year`, { method: 'POST', headers: sentForm, redirect: 'manual' });
  const signedIn = new Map<string, Readonly<Record<string, string>>>();
  for (const act of year) {
    const { by: who, name } = act;
    const key = JSON.stringify(who);
    const headers = signedIn.get(key) ?? (await signInOn(node, who));
    signedIn.set(key, headers);
    const answer = await fetch(`${node}/api/${yearRegister}/${name}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(await sentOf(act)),
    });
    if (!answer.ok) throw new Error(`${name}: ${await answer.text()}`);
  }
}
