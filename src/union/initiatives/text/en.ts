type Params = Readonly<Record<string, string | number>>;

export const en = {
  page: {
    title: 'Initiatives',
    lede: 'From a signal to a group or project, or to a stop with its reason.',
    none: 'No initiative has been recorded yet.',
    noneWho: 'The body that records initiatives begins with a signal.',
    initiative: 'Initiative',
    state: 'State',
    since: 'Since',
    signal: 'The signal',
    history: 'What became of it',
    assessments: 'Assessments',
    assessmentsNone: 'It has not been assessed yet.',
    groups: 'Groups that came from it',
  },
  factors: {
    title: 'Success and failure factors',
    lede: 'What made others succeed or fail, thought of before it starts.',
    factor: 'Factor',
    holds: 'Holds here',
    note: 'Note',
    notConsidered: 'not considered',
    toPropose: (open: number) =>
      open === 1
        ? 'One factor has no answer yet: until it has, this cannot become a proposal or be assessed.'
        : `${open} factors have no answer yet: until they have, this cannot become a proposal or be assessed.`,
    countOf: (done: number, all: number) => `${done} of ${all} considered`,
  },
  factorAnswers: { yes: 'Yes', no: 'No', unknown: 'Unknown' },
  states: {
    idea: 'Idea',
    seminar: 'Seminar',
    proposal: 'Proposal',
    begun: 'Begun',
    running: 'Project under way',
    finished: 'Project finished',
    stopped: 'Stopped',
  },
  forms: {
    group: 'Group',
    project: 'Project',
  },
  fields: {
    id: 'Id, as it will stand in addresses (small letters, digits, hyphens)',
    name: 'Name',
    signal: 'The signal: what was seen, and where',
    signalled_by: 'Who gave the signal',
    sector: 'Sector',
    dossier: 'Dossier',
    on: 'On',
    report: 'What came of the seminar',
    text: 'What is proposed',
    form: 'What it becomes',
    result: 'What it brought',
    reason: 'Reason',
    note: 'Explanation',
    factors: 'What made others succeed or fail, and whether it holds here',
  },
  acts: {
    record: { title: 'Record a signal', explain: 'An idea that is not lost, whatever becomes of it.' },
    hold_seminar: { title: 'Hold a seminar', explain: 'Those concerned have looked at it together.' },
    propose: { title: 'Make it a proposal', explain: 'It can be assessed now.' },
    begin: {
      title: 'Begin',
      explain: 'It becomes a group or a project; needs an assessment decided in its favour.',
    },
    finish: { title: 'Finish the project', explain: 'It ends with what it brought, which stays on record.' },
    stop: { title: 'Stop', explain: 'It ends with its reason, which stays on record.' },
    consider: {
      title: 'Consider the factors',
      explain:
        'Whether what made others succeed or fail holds here; that it is unknown is an answer. What you leave open stays open.',
    },
  },
  problems: {
    factors_unconsidered: ({ count, factors }: Params) =>
      `Of ${count} factors of success or failure nobody has said whether they hold: ${factors}. That it is unknown is an answer.`,
    factor_without_evidence: () => 'Say what shows that; what is not known needs no evidence.',
    initiative_started: () => 'It has begun or was stopped: what was considered before stays as it is.',
    initiative_unassessed: () => 'No assessment of it has been decided in its favour.',
  },
};

export type InitiativeTexts = typeof en;
