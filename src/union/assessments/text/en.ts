import type { Certainty } from '#kernel/dates.ts';
import { wordFor } from '../../text/words/words.ts';

type Params = Readonly<Record<string, string | number>>;

const alternatives = {
  national: 'Each state alone',
  bilateral: 'Two states together',
  eu: 'European Union',
};
const levelsIn = (list: unknown) =>
  String(list)
    .split(', ')
    .map((level) => alternatives[level as keyof typeof alternatives] ?? level)
    .join(', ');

export const en = {
  page: {
    title: 'Assessments',
    lede: 'Every initiative and group is tested by the same questions at its start, at a review and at its end.',
    none: 'Nothing has been assessed yet.',
    noneWho: 'The body that records initiatives opens the first assessment.',
    criteria: 'Criteria by state',
    criterion: 'Criterion',
    all: 'All states together',
    alternatives: 'Why not another level',
    capacity: 'What each state can give',
    decision: 'Decision',
    cameTrue: {
      yes: 'It came true',
      no: 'It did not come true',
      unknown: 'Whether it came true is not known',
    },
    cameTrueTitle: 'What came true of what was expected at the start',
    cameTrueCounts: ({ yes, no, unknown }: Readonly<Record<Certainty, number>>) =>
      `Came true: ${yes}. Did not: ${no}. Not known: ${unknown}.`,
    before: 'At the start',
    subject: 'About',
    set: 'Set of criteria',
    rule: 'Rule',
    noEvidence: 'no evidence given',
    notAnswered: 'not answered',
    decidedBy: 'Decided by',
    validUntil: 'Valid until',
    because: 'Reason',
    override: 'Decided otherwise than the rule says, because',
  },
  rule: {
    when: {
      criterion: 'The rule is met when this holds:',
      all: 'The rule is met when all of these hold:',
      any: 'The rule is met when at least one of these holds:',
    },
    next: '; ',
    and: 'and',
    or: 'or',
    orBoth: 'or both',
    orMore: 'or more than one',
  },
  moments: {
    start: 'At the start',
    review: 'At a review',
    exit: 'At the end',
  },
  answers: {
    yes: 'Yes',
    no: 'No',
    unknown: 'Unknown',
  },
  outcomes: {
    in_favour: 'In favour',
    against: 'Against',
  },
  alternatives,
  states: {
    draft: 'Draft',
    submitted: 'Submitted',
    decided: 'Decided',
  },
  fields: {
    id: 'Id, as it will stand in addresses (small letters, digits, hyphens)',
    title: 'Title',
    subject: 'Group or initiative',
    moment: 'Moment',
    criteria_set: 'Set of criteria',
    on: 'On',
    party: 'State',
    criterion: 'Criterion',
    met: 'Is it met',
    evidence: 'Evidence',
    capacity: 'People and means that the state gives',
    level: 'Other level',
    finding: 'Why it would or would not do',
    outcome: 'Outcome',
    reason: 'Reason',
    valid_until: 'Valid until',
    name: 'Name',
    operator: 'Rule, for example C1 AND (C2 AND/OR C3) AND C4',
    criteria: 'Criteria, one a line: C1: text',
  },
  acts: {
    open: { title: 'Open an assessment', explain: 'The questions are those of the set as it is today.' },
    answer: { title: 'Answer a criterion', explain: 'A state says yes, no or unknown, and on what grounds.' },
    capacity: { title: 'State capacity', explain: 'What the state can give to it.' },
    weigh: {
      title: 'Weigh another level',
      explain: 'Whether a state alone, two together or the European Union would do it better.',
    },
    submit: {
      title: 'Submit',
      explain:
        'Once every member state has answered every criterion, with evidence, and said what it can give, and each other level was weighed; unknown is an answer.',
    },
    return: { title: 'Send back', explain: 'It becomes a draft again.' },
    decide: { title: 'Decide', explain: 'What is decided is never edited.' },
    write_criteria: {
      title: 'Write a set of criteria',
      explain: 'A new set; those in use stay as they are.',
    },
  },
  problems: {
    assessment_closed: ({ state }: Params) =>
      `This assessment is no draft any more (${wordFor(String(state), 'en')}). What was submitted or decided stands as it is.`,
    answers_missing: ({ list }: Params) => `These answers are still missing: ${list}.`,
    evidence_missing: ({ list }: Params) =>
      `These answers say yes or no without evidence: ${list}. Say what they rest on, or answer unknown.`,
    alternatives_missing: ({ list }: Params) =>
      `These levels were not weighed: ${levelsIn(list)}. That it is not known can be said, too.`,
    capacity_missing: ({ list }: Params) =>
      `Of these states it is not said what they can give: ${list}. That it is not known can be said, too.`,
    criteria_not_of_start: ({ id, start }: Params) =>
      `At the start it was tested by ${start}. By ${id} nobody could say what came true; choose ${start}.`,
    criterion_twice: ({ id }: Params) => `${id} stands there twice. Each criterion has a name of its own.`,
    override_reason_missing: ({ all }: Params) =>
      `By the rule the answers amount to: ${all}. To decide otherwise, say why.`,
    validity_over: ({ until, on }: Params) =>
      `It would have held until ${until}, before it was decided on ${on}. Give a later date, or none.`,
    criterion_unknown: ({ id, known }: Params) => `${id} is none of the criteria: ${known}.`,
    criteria_unknown: ({ id }: Params) => `Of the set ${id} no criteria are known. Write a set first.`,
    criterion_line_invalid: ({ line }: Params) => `This line has not the form “C1: text”: ${line}`,
    rule_invalid: ({ near }: Params) => `The rule cannot be read near “${near}”.`,
  },
};

export type AssessmentTexts = typeof en;
