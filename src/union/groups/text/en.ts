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
  fields: {
    id: 'Id, as it will stand in addresses (small letters, digits, hyphens)',
    name: 'Name',
    mandate: 'Mandate: what the group must bring about',
    parent: 'Steered by',
    dossier: 'Dossier',
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
    propose: { title: 'Propose a group', explain: 'It does nothing until it is activated.' },
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
    hand_over: {
      title: 'Hand over',
      explain: 'Another organisation becomes the contact point; the note stays with the group.',
    },
  } satisfies Record<
    GroupAct | 'propose' | 'correct' | 'join' | 'admit' | 'leave' | 'hand_over',
    { title: string; explain: string }
  >,
  problems: {
    date_in_future: ({ on }: Params) => `${on} has not come yet. What is done is written down when it is so.`,
    state_unknown: ({ on }: Params) =>
      `It is not known in which state it was on ${on}, so nothing can follow from it.`,
    state_forbids: ({ state }: Params) =>
      `It is now: ${wordFor(String(state), 'en')}. In that state this cannot be done.`,
    later_step_contradicts: ({ state, on }: Params) =>
      `Since ${on} it is known to be: ${wordFor(String(state), 'en')}. That could not have followed this; correct that first.`,
    earlier_step_contradicts: ({ state, on }: Params) =>
      `Since ${on} it was: ${wordFor(String(state), 'en')}. What followed cannot be earlier.`,
    id_taken: ({ id }: Params) => `${id} is in use. Choose another id.`,
    assessment_undecided: () => 'No assessment of it has been decided in its favour. Have one decided first.',
    steering_missing: () =>
      'Its parent does not steer groups. Name one that does, or say why it goes without.',
    contacts_missing: ({ parties }: Params) =>
      `Of these member states there is neither a contact point nor an open vacancy: ${parties}.`,
    admission_needed: ({ party }: Params) =>
      `${party} is no member of the union and can join by itself as an observer or a guest only. Ask the body that establishes groups to admit it.`,
    part_taken: ({ party }: Params) => `${party} already takes part.`,
    part_missing: ({ party }: Params) => `${party} does not take part.`,
    merged_into_itself: () => 'It cannot be merged into itself.',
  },
};

export type GroupTexts = typeof en;
