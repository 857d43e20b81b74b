import type { Problem } from '#kernel/result.ts';
import { countingIn } from '#platform/text/counting.ts';
import { wordFor } from '../../text/words/words.ts';
import type { AllocationAct, BudgetAct, SurplusAct } from '../model.ts';

type Params = Problem['params'];
const { counted } = countingIn('en');

/** Words of the money of a year and of what can be done with it; the shape of the other languages. */
export const en = {
  bases: { timesheet: 'Timesheet', estimate: 'Estimate' },
  year: {
    title: (year: string) => `Budget of ${year}`,
    lede: 'What the year may cost and who pays it, which activities the money went to, and what was left.',
    unknown: (year: string) => `No budget of ${year} is on record.`,
    unknownWhat: 'So nothing can be said of a part of it. An unknown budget is not zero.',
    amount: 'Amount',
    state: 'State',
    stated: 'As the source states it; whether and when it was approved is not said',
    key: 'Basis of the key',
    keyNone: 'No contributions can be worked out: that takes an amount and a key with every share.',
    keyNoneWho: 'The body that keeps the budget sets the key before it is approved.',
    allocations: 'Where the money went',
    allocationsLede:
      'The contributions are not earmarked. What an activity cost is known from timesheets or estimated; the rest is shown as not allocated and not spread over the activities.',
    allocationsNone: 'Nothing is allocated to an activity.',
    allocationsNoneWho:
      'The body that keeps the budget says which amount went to which item of the plan, and whether by timesheet or by estimate.',
    activity: 'Activity',
    basis: 'Basis',
    allocated: 'Allocated',
    unallocated: 'Not allocated',
    ofBudget: (share: string) => `${share} of the budget`,
    over: 'More was allocated than the budget holds.',
    unallocatedUnknown: 'unknown, because the budget is',
    partOfUnknown: 'Of an unknown budget nobody can say which part is not allocated.',
    change: 'Change',
    surplus: 'Surplus',
    surplusNone: (year: string) => `Of a surplus of ${year} nothing is on record.`,
    surplusNoneWhat: 'Whether there was one is not known.',
    surplusNoneWho: 'The body that keeps the budget records it, with the reason, when the year is over.',
    reason: 'Why it was left',
    decision: 'What is done with it',
    decisionNone: 'Not decided yet',
    decidedBy: 'Decided by',
    decided: 'Decided on',
    way: 'What became of it',
    walk: 'The walk of the euro',
    plan: 'The plan of the year',
    ofAll: 'What went to activities, by year',
    columns: {
      id: 'Id of the allocation. Empty: the rest that is not allocated.',
      year: 'Year of the budget.',
      planItem: 'Id of the item of the plan. Empty: the rest that leads to no activity.',
      title: 'Title of the item. Empty: the rest that leads to no activity.',
      currency: 'Currency of the amounts, ISO 4217.',
      amount: 'In whole units of the currency. Empty: unknown, because the budget is; never zero for a gap.',
      basis: 'timesheet: hours were written down; estimate: somebody reckoned it; not_allocated: the rest.',
      note: 'Explanation. Empty: none was given.',
    },
  },
  walk: {
    title: (year: string) => `The walk of the euro, ${year}`,
    lede: 'From the money to the activity, to what measures it, to the act and to parliament’s question, and back. Every part leads to its page; where a link is missing it says so.',
    there: 'From the euro to the question',
    back: 'From the question back to the euro',
    euro: 'Euro',
    activity: 'Activity',
    indicator: 'Indicator',
    instrument: 'Legal instrument',
    question: 'Question of parliament',
    planNone: (year: string) => `No plan of ${year} is on record, so no activity to which money could lead.`,
    planEmpty: (year: string) => `The plan of ${year} has no items.`,
    planNoneWho: 'The body that drafts plans writes it.',
    moneyNone: 'No money is allocated to it',
    indicatorNone: 'Bound to no indicator',
    target: (value: string) => `target: ${value}`,
    targetNone: 'no target',
    last: (when: string, value: string) => `last observation (${when}): ${value}`,
    lastNone: 'not observed yet',
    reached: { yes: 'Target reached', no: 'Target missed', unknown: 'Not judged' },
    instrumentNone: 'No instrument',
    questionNone: 'No question has asked',
    activityNone: 'Leads to no activity of this plan',
    moneyOfNothing: 'No money, because no activity',
    ties: {
      named: '',
      instrument: 'through the instrument',
      dossier: 'only through the same dossier',
    },
    more: (n: number) => `${counted(n, 'more stands', 'more stand')} in the same dossier`,
    unallocated: 'leads to no activity',
    unallocatedUnknown: 'Unknown what leads to no activity: the budget is not known',
    questionsNone: (year: string) =>
      `No question was tabled in ${year}, and none asks about an activity or instrument of its plan.`,
    questionsNoneWho: 'The body that tables items of parliament may name what they ask about.',
    link: 'In the walk of the euro',
    columns: {
      direction:
        'there: from the euro to the question; back: from the question to the euro; rest: not allocated.',
      year: 'Year of the budget and the plan.',
      amount:
        'Allocated to the activity, together, in whole units of the currency. Empty: nothing is allocated.',
      currency: 'Currency of the amount, ISO 4217. Empty: no amount.',
      basis: 'By what it is known: timesheet, estimate or both. Empty: nothing is allocated.',
      activity: 'Id of the item of the plan. Empty: none.',
      indicator: 'Id of the indicator. Empty: bound to none.',
      target: 'Value that the indicator is to reach in the year. Empty: none was set.',
      observed: 'Last observation. Empty: none.',
      observedIn: 'When it was observed. Empty: none, or not dated.',
      reached:
        'Whether an observation of the year reaches the target: yes, no, unknown. Empty: no indicator.',
      instruments: 'Ids of legal instruments. Empty: none.',
      instrumentsBy: 'How each is tied to it: named, or only by the same dossier.',
      questions: 'Ids of questions and recommendations of parliament. Empty: none has asked.',
      questionsBy: 'How each is tied to it: named, through an instrument, or only by the same dossier.',
    },
  },
  fields: {
    id: 'Id, as it will stand in addresses (small letters, digits, hyphens)',
    year: 'Year',
    amount: 'Amount, in whole units of the currency: 1250.50',
    currency: 'Currency, ISO 4217: EUR',
    on: 'On',
    note: 'Explanation',
    reason: 'Reason',
    shares: 'Share of each member state, together exactly 1: NL 0.53, BE 0.41, LU 0.06',
    basis: 'Basis',
    item: 'Item of the plan of that year',
    decision: 'What is done with it',
  },
  acts: {
    propose: {
      title: 'Propose a budget',
      explain: 'One a year. It is written until the body that may approves it.',
    },
    amend: {
      title: 'Amend',
      explain: 'It is proposed anew with this amount; what it was before stays on record.',
    },
    set_key: {
      title: 'Set the key',
      explain: 'Every member state has one share, and together they are exactly 1.',
    },
    approve: { title: 'Approve', explain: 'From here on amount and key are fixed.' },
    return: { title: 'Send back', explain: 'It can be amended and is proposed again.' },
    allocate: {
      title: 'Allocate money',
      explain: 'Which part of the year’s money went to an item of its plan, and how that is known.',
    },
    change: {
      title: 'Change the allocation',
      explain: 'What was said before stays on record, with the reason for the change.',
    },
    withdraw: {
      title: 'Withdraw the allocation',
      explain: 'The amount is not allocated again; that it was stays on record.',
    },
    record: {
      title: 'Record a surplus',
      explain: 'What was left of the year and why; zero says that nothing was left.',
    },
    correct: { title: 'Correct the surplus', explain: 'Until it is decided what is done with it.' },
    decide: {
      title: 'Decide on the surplus',
      explain: 'What is done with it. From here on it is fixed.',
    },
  } satisfies Record<
    'propose' | BudgetAct | 'set_key' | 'allocate' | AllocationAct | 'record' | SurplusAct,
    { title: string; explain: string }
  >,
  problems: {
    amount_zero: () => 'Nothing is no amount. Leave it out instead.',
    budget_exists: ({ year }: Params) => `${year} already has a budget. A year has one.`,
    budget_fixed: ({ year }: Params) =>
      `The budget of ${year} is not being written: its key is set while it is proposed or sent back.`,
    budget_without_key: () => 'It has no key yet, so nobody would know who pays what. Set the key first.',
    budget_not_approved: ({ year, state }: Params) =>
      `The budget of ${year} is now: ${wordFor(String(state), 'en')}. Money is allocated once it is approved.`,
    budget_amount_unknown: ({ year }: Params) =>
      `The amount of the budget of ${year} is not known, so no part of it can be allocated.`,
    allocation_exceeds_budget: ({ year, budget, left, currency }: Params) =>
      `The budget of ${year} is ${budget} ${currency}; only ${left} of it is not allocated yet.`,
    allocation_of_another_year: ({ year, plan }: Params) =>
      `That item belongs to the plan of ${plan}. Money of ${year} goes to items of the plan of ${year}.`,
    key_entry_invalid: ({ received }: Params) =>
      `“${received}” is not a member state and its share, once each: NL 0.53.`,
    key_member_missing: ({ list }: Params) => `The key has no share for ${list}.`,
    key_not_a_member: ({ list }: Params) => `Only member states pay by the key, not ${list}.`,
    surplus_exists: ({ year }: Params) => `The surplus of ${year} is on record. Correct that one.`,
    surplus_exceeds_budget: ({ year, budget, currency }: Params) =>
      `No more can be left of ${year} than its budget: ${budget} ${currency}.`,
    surplus_nil: ({ year }: Params) => `Nothing was left of ${year}, so there is nothing to decide.`,
  },
};

export type MoneyTexts = typeof en;
