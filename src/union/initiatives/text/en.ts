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
    groups: 'Groups that came from it',
  },
  states: {
    idea: 'Idea',
    seminar: 'Seminar',
    proposal: 'Proposal',
    begun: 'Begun',
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
    reason: 'Reason',
    note: 'Explanation',
  },
  acts: {
    record: { title: 'Record a signal', explain: 'An idea that is not lost, whatever becomes of it.' },
    hold_seminar: { title: 'Hold a seminar', explain: 'Those concerned have looked at it together.' },
    propose: { title: 'Make it a proposal', explain: 'It can be assessed now.' },
    begin: {
      title: 'Begin',
      explain: 'It becomes a group or a project; needs an assessment decided in its favour.',
    },
    stop: { title: 'Stop', explain: 'It ends with its reason, which stays on record.' },
  },
  problems: {
    initiative_unassessed: () => 'No assessment of it has been decided in its favour.',
  },
};

export type InitiativeTexts = typeof en;
