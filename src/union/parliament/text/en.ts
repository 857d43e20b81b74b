import { countingIn } from '#platform/text/counting.ts';
import type { AnswerForm, ItemState, itemKinds, Presence } from '../model.ts';

type Params = Readonly<Record<string, string | number>>;

const { counted, figure } = countingIn('en');

/** Words of what is done with items of parliament; the shape of the other languages. */
export const en = {
  kinds: {
    recommendation: 'Recommendation',
    written_question: 'Written question',
  } satisfies Record<(typeof itemKinds)[number], string>,
  states: {
    tabled: 'Tabled',
    assigned: 'Assigned',
    partly_answered: 'Partly answered',
    answered: 'Answered',
    retabled: 'Tabled again',
    closed: 'Closed',
    withdrawn: 'Withdrawn',
  } satisfies Record<ItemState, string>,
  forms: {
    partial: 'One government for itself',
    joint: 'Joint answer, signed off by all',
  } satisfies Record<AnswerForm, string>,
  presences: { yes: 'Present', no: 'Absent', unknown: 'Unknown' } satisfies Record<Presence, string>,
  item: {
    state: 'State',
    stateNote:
      'What was done with the item by the date asked about. Empty: nothing of it is on record, only its source.',
    number: 'Number',
    history: 'What was done',
    form: 'Form',
    drafts: 'Draft of the joint answer',
    draftNone: 'No joint answer has been drafted.',
    draftNoneWho: 'Each of the governments that were asked can begin one.',
    draftsClosed: 'Drafts are the governments’ own until they are answers.',
    draftsClosedWhat: 'What is given as an answer stands above.',
    draftsClosedWho: 'The governments that were asked and the body that assigns items read them.',
    draft: 'Text',
    draftedBy: 'Drafted by',
    round: (n: number) => `Time around: ${figure(n)}`,
    signOffs: 'Signed off',
    signedOn: (on: string) => `Signed off on ${on}`,
    notSigned: 'Not signed off',
    complete: 'Every government has signed it off: it can be given.',
    lacking: (n: number) =>
      `${counted(n, 'government has', 'governments have')} not signed it off: it is no answer yet.`,
    given: (on: string) => `Given as the joint answer on ${on}`,
    preparedBy: 'Prepared by',
    assignments: 'Where the answers are prepared',
    factSheet: 'Fact sheet',
  },
  times: {
    figures: {
      owed: 'Answers owed by items with a date, one for each addressee of each.',
      answered: 'Of these answered.',
      open: 'Of these open.',
      withdrawn: 'Of these taken back unanswered.',
      undated: 'Answers owed by items without a date; in no figure.',
      medianLeast: 'Median days to an answer at the least; empty: nothing is owed.',
      medianMost: 'The same at the most; empty: it falls in an answer that is open.',
      lateLeast: 'Answers beyond their term at the least; empty: nothing is owed, or no term is set.',
      lateMost: 'The same at the most.',
    },
    title: 'How long answers take',
    lede: 'Over every answer that was owed: those that came, and those that did not.',
    median: 'Median time to an answer, in days',
    atLeast: (n: number) => `at least ${figure(n)}`,
    range: (least: number, most: number) => `${figure(least)} to ${figure(most)}`,
    medianOf: (owed: number, answered: number, open: number, withdrawn: number) =>
      `Over ${figure(owed)} owed: ${figure(answered)} answered, ${figure(open)} open, ${figure(withdrawn)} taken back unanswered`,
    late: 'Answers beyond their term',
    lateOf: (late: string, owed: number) => `${late} of ${figure(owed)}`,
    share: (least: number, most: number) =>
      least === most ? `${figure(least)} %` : `${figure(least)} to ${figure(most)} %`,
    how: 'What is still open counts with at least the time that it has been open, so that what is never answered does not disappear from the figure. “At least” stands where the median falls in one that is open. Nothing is estimated.',
    lateHow:
      'What is open and still within its term may yet be late: where there are such, the share is a range.',
    undated: (n: number) =>
      `${counted(n, 'answer is', 'answers are')} owed by items without a date, and in no figure.`,
    none: 'No answer is owed by an item with a date.',
    noTerm: 'No term is set, so nothing can be beyond it.',
    columns: {
      takenLeast: 'Days from tabling to the answer at the least; of what is open, its age. Empty: not dated.',
      takenMost:
        'The same at the most. Empty: open or taken back, so that no most can be named; or not dated.',
    },
  },
  factSheet: {
    title: (name: string) => `Fact sheet: ${name}`,
    lede: 'What is known of one item before parliament speaks of it, to be printed.',
    asked: 'What was asked',
    related: 'What it touches',
    instruments: 'Instruments of the same dossier',
    groups: 'Groups of the same dossier',
    noDossier: 'The item names no dossier, so nothing can be found by it.',
    noDossierWho: 'Whoever tables an item can name its dossier.',
    nothing: 'Nothing else of its dossier is in the register.',
  },
  attendance: {
    columns: {
      plenary: 'Date of the plenary.',
      party: 'Id of the state.',
      present:
        'Whether a minister was there: yes, no, or recorded as unknown; empty: not recorded, which is not absent.',
    },
    title: 'Ministers at plenaries',
    none: 'Nothing is recorded of ministers at plenaries by this date.',
    noneWhat: 'Not recorded is not absent: it is unknown.',
    noneWho: 'The body that tables items records who was there.',
    plenary: 'Plenary',
    notRecorded: 'Not recorded',
    all: 'All records of attendance',
  },
  presidency: {
    title: (from: string, to: string) => `Presidency of parliament ${from} to ${to}`,
    link: 'Overview of a presidency',
    lede: (years: number) =>
      `What happened in ${counted(years, 'year', 'years')}: items, answers, ministers.`,
    tabled: 'Items tabled',
    answers: 'Answers that came',
    overdue: 'Answers overdue at its end, or on the date asked about',
    plenaries: 'Plenaries with attendance on record',
    items: 'Items tabled in these years',
    none: 'No item was tabled in these years, as far as is known by this date.',
    unknown: 'What is not known',
    unknownUndated: (n: number) =>
      `${counted(n, 'item has', 'items have')} a date too vague to say whether it falls in these years, or none.`,
    unknownAttendance: (n: number) =>
      `For ${counted(n, 'place', 'places')} in the table of ministers nothing is recorded, or it is recorded as unknown.`,
    unknownPlenaries: 'No plenary of these years is on record.',
    unknownHolder: 'Who held this presidency of parliament, the register does not say.',
    earlier: 'Earlier presidency',
    later: 'Later presidency',
  },
  fields: {
    id: 'Id, as it will stand in addresses (small letters, digits, hyphens)',
    kind: 'Kind',
    subject: 'Subject',
    text: 'Text',
    number: 'Number that parliament gave it',
    dossier: 'Dossier',
    items: 'Items of yearly plans that it asks about',
    instruments: 'Acts that it asks about',
    addressees: 'Who is asked: states and bodies',
    addressee: 'Addressee',
    group: 'Group that prepares the answer',
    office: 'Office that prepares the answer',
    on: 'On',
    party: 'State',
    document: 'Document',
    committee: 'Committee',
    reason: 'Reason',
    plenary: 'Day of the plenary',
    present: 'Was a minister there?',
  },
  acts: {
    table: {
      title: 'Table an item',
      explain: 'A recommendation or written question; the clock of each addressee starts on its date.',
    },
    assign: {
      title: 'Assign',
      explain: 'Says where the answer of one addressee is prepared.',
    },
    draft_answer: {
      title: 'Draft the joint answer',
      explain: 'It is no answer until every government that was asked has signed it off.',
    },
    revise_draft: {
      title: 'Change the draft',
      explain: 'Signatures were given to the text as it was: all of them lapse.',
    },
    sign_off: { title: 'Sign off', explain: 'Your government agrees to this text as the joint answer.' },
    answer_for_itself: {
      title: 'Answer for one state',
      explain: 'One government answers for itself; the others still owe theirs.',
    },
    give_answer: {
      title: 'Give the joint answer',
      explain: 'The draft becomes the answer of all, once each of them has signed it off.',
    },
    retable: {
      title: 'Table again',
      explain: 'The answer is put back on the agenda of a committee, and asked for anew.',
    },
    close: { title: 'Close', explain: 'Parliament is content with the answer, or leaves it at that.' },
    withdraw: { title: 'Withdraw', explain: 'Parliament takes it back; no answer is owed any more.' },
    record_attendance: {
      title: 'Record attendance',
      explain: 'Whether a minister of a state was at a plenary. Recorded again, the newer word counts.',
    },
  },
  problems: {
    addressee_not_asked: ({ id, asked }: Params) => `${id} was not asked. Asked were: ${asked}.`,
    party_not_asked: ({ party, asked }: Params) =>
      `${party} has no part in this answer. Those who answer: ${asked}.`,
    draft_exists: ({ id }: Params) => `There is a draft already: ${id}. Change that one.`,
    draft_missing: () => 'No joint answer has been drafted yet.',
    draft_given: ({ on }: Params) => `It was given as the answer on ${on} and stands as it is.`,
    draft_later: ({ on }: Params) =>
      `The text, or a signature to it, is of ${on}. What follows cannot be earlier.`,
    signed_off_before: ({ party }: Params) => `${party} has signed this text off already.`,
    answer_not_signed_off: ({ lacking }: Params) =>
      `It is not the answer of all yet. Not signed off by: ${lacking}.`,
    answered_before: ({ party }: Params) => `${party} has answered already.`,
    plenary_day_needed: ({ on }: Params) => `${on} is no day. A plenary has its day.`,
  },
};

export type ParliamentTexts = typeof en;
