import type { GroupAct } from '../../bodies/model.ts';
import { wordFor } from '../../text/words/words.ts';

type Params = Readonly<Record<string, string | number>>;

/** Words of what can be done to groups; the shape of the other languages. */
export const en = {
  page: {
    reviewDue: (due: string) => `To be reviewed by ${due}`,
    reviewOverdue: (due: string, days: number) =>
      days === 1 ? `Overdue for review since ${due}: 1 day` : `Overdue for review since ${due}: ${days} days`,
  },
  handover: {
    title: (name: string) => `Handover: ${name}`,
    lede: (on: string) => `What is open on ${on}, for whoever takes over.`,
    link: 'Handover and open list',
    openThen: 'What was open then',
    note: 'Handover note',
    notes: 'What the group must remember',
    notesHidden: 'The group keeps notes; they are open to the parties that take part in it.',
    holders: 'Who holds the file',
    holdersNone: 'Who holds the file of this dossier is not on record.',
    holdersNoneWho: 'The body that records initiatives writes it down.',
    handovers: 'Handovers',
    handoversNone: 'No handover is on record.',
    handoversWhat:
      'A party that takes part hands over on the page of the group, with a note for its successor.',
    handoversHidden: 'Handover notes are open to the parties that take part.',
    dossier: 'The same for the whole dossier',
    groups: 'Groups of the dossier',
    nothing: 'Nothing of this is open on that date, as far as the register knows.',
    due: 'When',
    owner: 'Whose',
    own: 'the group itself',
    notStated: 'not stated',
    sections: {
      promises: 'Open commitments',
      questions: 'Questions of parliament',
      planItems: 'Items of plans',
      meetings: 'Meetings to come',
      reviews: 'Reviews and assessments',
    },
    columns: {
      section: 'Part of the list',
      on: 'When it is due or takes place; empty: not stated',
      owner: 'Id of whoever must do it; empty: the group itself, or not stated',
    },
  },
  regions: {
    title: 'Regions and observers',
    lede: 'Who takes part besides the member states: in what, in which role and since when, what they may not do alone, and what they see.',
    link: 'Regions and observers',
    region: 'Region or state',
    partOf: 'Part of',
    bodies: 'Takes part in',
    competence: 'Competence elsewhere',
    none: 'The register knows no party besides the member states.',
    noneWhat: 'Parties come with the file of the register.',
    part: 'Where it takes part',
    partNone: 'The register does not say that it takes part in anything.',
    partNoneWhat: 'It takes part from the day on which it joins a group, in a role.',
    body: 'Group or body',
    role: 'Role',
    period: 'From – until',
    sees: 'Sees',
    alone: 'Why it may not act alone',
    aloneNone: 'Which capital holds which competence is not stated.',
    aloneWhat: 'The region says in which field it may not decide alone and who does.',
    field: 'Field',
    heldBy: 'Held by',
    evidence: 'Evidence',
    since: 'Stated on',
    cannotSign: 'Cannot be a party to',
    sight: 'What it sees and does not see',
    thing: 'Of a body',
    byRole: { participant: 'Who takes part', observer: 'Observer, guest or consulted' },
    shown: 'Sees it',
    hidden: 'Does not see it',
    sights: {
      papers: 'all papers of those who take part',
      open: 'what is open to everybody',
      unknown: 'not known; until it is, what is open to everybody',
      none: 'no part on this date',
    },
    things: {
      openPoints: 'Points of an agenda that are open to all',
      memberPoints: 'Points that are open to members',
      positions: 'Positions of the parties',
      procedures: 'Written procedures',
      contactNames: 'Names of contact points',
      notes: 'What the group must remember, and handover notes',
    },
    columns: {
      body: 'Kind and id of the group or body',
      role: 'Role; empty: it takes part in nothing that is on record',
      from: 'From when; empty: not stated',
      to: 'Until when; empty: open, or not stated',
      sees: 'papers, open, unknown or none',
    },
  },
  fields: {
    remember: 'What must not be forgotten',
    field: 'Field in which it may not decide alone',
    held_by: 'State that is competent',
    government: 'Government or ministry there',
    evidence: 'What shows it',
    id: 'Id, as it will stand in addresses (small letters, digits, hyphens)',
    name: 'Name',
    mandate: 'Mandate: what the group must bring about',
    parent: 'Steered by',
    dossier: 'Dossier',
    kind: 'Kind',
    holder: 'Post that holds the file; no person’s name',
    initiative: 'Initiative that it comes from',
    on: 'From when',
    reason: 'Reason',
    waiver: 'Reason to go without a body that steers, where the parent is none',
    months: 'Months after which it must be reviewed',
    into: 'Group or body that takes over its mandate',
    lives_on: 'What of its mandate lives on elsewhere',
    party: 'State or region',
    role: 'Role',
    organisation: 'Organisation that is its contact point; empty: an open vacancy',
    handover: 'Handover: what the successor must know, and what is open',
  },
  acts: {
    remember: {
      title: 'Write down what must be remembered',
      explain: 'It stays with the group when people leave, and is open to those who take part.',
    },
    state_competence: {
      title: 'Say who is competent',
      explain: 'In which field a region may not act alone, and which capital holds the competence.',
    },
    propose: { title: 'Propose a group', explain: 'It does nothing until it is activated.' },
    place: { title: 'Place under another body', explain: 'Another body or group steers it from now on.' },
    hand_over_dossier: {
      title: 'Hand over a dossier',
      explain:
        'Another post holds its file from a day on; what it must know stands in the note, which everybody can read.',
    },
    activate: {
      title: 'Activate',
      explain:
        'Needs a decided assessment, a parent that steers or a recorded waiver, and for every member state a contact point or an open vacancy.',
    },
    reject: { title: 'Reject', explain: 'The proposal ends, and stays on record with its reason.' },
    put_to_sleep: {
      title: 'Put to sleep',
      explain: 'It may not convene, and is due for review after its limit.',
    },
    revive: { title: 'Revive', explain: 'It is active again, with the mandate that it had.' },
    abolish: { title: 'Abolish', explain: 'It ends for good, and stays on record with its reason.' },
    merge: {
      title: 'Merge',
      explain: 'It ends, and another takes over its mandate: the count falls, the work does not.',
    },
    convert: { title: 'Convert', explain: 'It goes on in another form.' },
    correct: {
      title: 'Correct the date',
      explain: 'The newest step happened on another day. What was known before stays as it was known then.',
    },
    join: {
      title: 'Take part',
      explain: 'A state or region takes part, with a contact point or an open vacancy.',
    },
    admit: {
      title: 'Admit',
      explain: 'A region or another state takes part because the union lets it; members join by themselves.',
    },
    leave: { title: 'Leave', explain: 'Taking part ends, and what it opens ends with it.' },
    end_part: {
      title: 'End a part',
      explain: 'A party that was admitted takes part no longer, and what that opened ends with it.',
    },
    hand_over: {
      title: 'Hand over',
      explain: 'Another organisation becomes the contact point; the note stays with the group.',
    },
  } satisfies Record<
    | GroupAct
    | 'propose'
    | 'correct'
    | 'join'
    | 'admit'
    | 'leave'
    | 'end_part'
    | 'place'
    | 'hand_over_dossier'
    | 'hand_over'
    | 'remember'
    | 'state_competence',
    { title: string; explain: string }
  >,
  problems: {
    party_acts_alone: ({ party }: Params) => `${party} is a member state: it acts for itself.`,
    competence_own: () =>
      'What it holds itself keeps it from nothing: name whoever holds the competence instead.',
    date_in_future: ({ on }: Params) => `${on} has not come yet. What is done is written down when it is so.`,
    state_unknown: ({ on }: Params) =>
      `It is not known in which state it was on ${on}, so nothing can follow from it.`,
    state_forbids: ({ state }: Params) =>
      `It is now: ${wordFor(String(state), 'en')}. In that state this cannot be done.`,
    date_too_early: ({ on, state, since }: Params) =>
      `On ${on} that could not be done yet: only since ${since} its state is: ${wordFor(String(state), 'en')}. Give a date from then on.`,
    group_steers_itself: ({ id }: Params) =>
      `${id} is the group itself, or stands below it: it cannot steer it.`,
    handover_missing: () => 'Leave a note to whoever takes over: what they must know, and what is open.',
    holder_began_later: ({ from, on }: Params) =>
      `The file is held as it is now since ${from}; ${on} is not after it.`,
    later_step_contradicts: ({ state, on }: Params) =>
      `Since ${on} it is known to be: ${wordFor(String(state), 'en')}. That could not have followed this; correct that first.`,
    earlier_step_contradicts: ({ state, on }: Params) =>
      `Since ${on} it was: ${wordFor(String(state), 'en')}. What followed cannot be earlier.`,
    id_taken: ({ id }: Params) => `${id} is in use. Choose another id.`,
    initiative_stopped: ({ id }: Params) =>
      `${id} was stopped by then. Record a new initiative and have it assessed.`,
    assessment_undecided: () => 'No assessment of it has been decided in its favour. Have one decided first.',
    steering_missing: () =>
      'Its parent does not steer groups on that date. Name one that does, or say why it goes without.',
    contact_missing: ({ party }: Params) => `${party} has neither a contact point nor an open vacancy in it.`,
    admission_needed: ({ party }: Params) =>
      `${party} is no member of the union and can join by itself as an observer or a guest only. Ask the body that establishes groups to admit it.`,
    part_taken: ({ party }: Params) => `${party} already takes part then, or from a later day on.`,
    part_missing: ({ party }: Params) => `${party} does not take part.`,
    successor_not_standing: ({ id, state, on }: Params) =>
      `On ${on} ${id} was: ${wordFor(String(state), 'en')}. A mandate goes on in what is active or dormant.`,
    contact_began_later: ({ on }: Params) =>
      `Its contact point has been so since ${on}, and cannot end before it began.`,
    merged_into_itself: () => 'It cannot be merged into itself.',
  },
};

export type GroupTexts = typeof en;
