type Params = Readonly<Record<string, string | number>>;

export const en = {
  acts: {
    draft: {
      title: 'Draft a request for bridges',
      explain:
        'Nothing leaves by this: another official must release it. Then the chosen states are asked, in this case, for statements and for bridges through their inside, as tokens; cycles over both are kept with the case.',
    },
    release: {
      title: 'Release the request for bridges',
      explain:
        'Read below what is asked, of whom and what for: that is in the journal before anything leaves. Whether it is answered the law in force decides, here and there, and nothing is told by a state where the case is not open.',
    },
    withdraw: {
      title: 'Withdraw the draft of the request for bridges',
      explain: 'It does not leave. That it was drafted stays in the journal.',
    },
    stop: {
      title: 'Stop asking for bridges',
      explain:
        'No other question leaves, and nothing of what was told so far is kept with the case. What left stays in the log, and counts for quotas.',
    },
  },
  fields: {
    id: 'Case',
    states: 'States to ask, your own among them where its gateway answers',
    from: 'First month',
    until: 'Last month',
    instrument: 'Instrument by which it is asked',
    purpose: 'What for, in a word that the instrument knows',
    epoch: 'Epoch of the tokens, as the gateways have agreed on it',
    reason: 'Reason',
  },
  title: 'Carousels over bridges',
  what: 'What went round over statements and over bridges of the states that were asked. A bridge says that goods can have gone from one trader to another within a state; their sales stay there. Traders of others are tokens of this case.',
  notOpenWhy: 'No instrument on record opens bridges, so that no state may tell any.',
  notOpenWhat: 'When a treaty or a law that opens “vat.bridges” is recorded, states can be asked from here.',
  notOpenWho:
    'Whoever keeps the register records it; who sits in the field of cases then drafts the request.',
  noneWhy: 'No state was asked for bridges in this case.',
  noneWhat:
    'Draft a request for bridges where the case is open: choose states and months; another official releases it. Without bridges a carousel whose middle is domestic is not seen.',
  noneWho: 'Who sits in the field of cases for the party of the case.',
  live: 'States are being asked. To see how far that is, load the page again: it does not do so by itself, since each look at a case is written down.',
  reload: 'Load it again',
  asked: ({ day }: Params) => `Asked on ${day}`,
  drafted: ({ day }: Params) => `Drafted on ${day}`,
  draftedByOther:
    'Another official of your state drafted it, and nothing has left. Read what is asked, and release it or withdraw it.',
  stopped:
    'Somebody stopped it: nothing of what was told so far is kept. Draft a request again to go on; its form holds what was asked.',
  standing: 'Standing',
  states: {
    drafted: 'Drafted',
    withdrawn: 'Withdrawn',
    waiting: 'Waits for its turn',
    running: 'Under way',
    stopped: 'Stopped',
    done: 'Done',
    failed: 'Failed',
  },
  operations: {
    'vat.statements': ({ state }: Params) => `Asking ${state} for statements`,
    'vat.bridges': ({ state }: Params) => `Asking ${state} for bridges`,
  },
  operationNames: {
    'vat.statements': 'statements',
    'vat.bridges': 'bridges',
  },
  of: ({ done, total }: Params) => `${done} of ${total} steps`,
  askedStates: 'States that were asked',
  period: 'Months',
  instrument: 'Instrument',
  purpose: 'Purpose',
  told: 'What was told',
  toldWhat: ({ rows, bridges, pairs }: Params) =>
    `${rows} rows of statements; ${bridges} bridges, of ${pairs} pairs that were asked for`,
  alone: 'Cycles on statements alone',
  joined: 'Cycles with bridges',
  truncated: 'Not all of them: the search ended at its budget.',
  kept: ({ kept, joined }: Params) => `The ${kept} largest of ${joined} are kept.`,
  expired: ({ count }: Params) =>
    `${count} of them may be used no longer and are deleted: their bridges were told for a time. Ask again.`,
  nothing: 'Nothing goes round in what was told.',
  untold: 'Not told',
  untoldOne: ({ state, operation, why }: Params) => `${state}, ${operation}: ${why}`,
  deniedHere: 'denied here, nothing left:',
  deniedThere: 'denied there:',
  refused: {
    query_invalid: 'the question has not the form that the other reads',
    token_key_unknown: 'it has no token key of that epoch; its gateway makes one, or has it handed over',
    no_basis:
      'this case is not open there to who asks; tell that state of the case first, by a request for feedback',
    purpose_missing: 'the question said no purpose',
  },
  invalid: 'what it answered is not its to tell, or has not the form that is asked for',
  list: 'Carousels',
  columns: {
    ring: 'Who, in the order in which the goods go',
    hops: 'Sales within states',
    months: 'Months',
    ceiling: 'Went round at the most',
    states: 'States',
    usable: 'May be used until',
  },
  picture: ({ place }: Params) => `Carousel ${place}`,
  pictureSaid: ({ place, count, states, amount }: Params) =>
    `Carousel ${place}: ${count} traders in ${states}, ${amount} at the most; the table below says the same`,
  legend: { supply: 'Supply in a statement', bridge: 'Bridge within a state' },
  steps: { from: 'From', to: 'To', what: 'What', months: 'Months' },
  supply: 'Supply in a statement',
  bridge: ({ hops }: Params) => `Bridge: ${hops} sales within the state at the least`,
  hop: ({ hops }: Params) => `${hops} sales`,
  reveal: ({ state }: Params) => `Ask ${state} whose these tokens are`,
  pictured: ({ count }: Params) => `Of the ${count} largest there is a picture.`,
  problems: {
    vat_carousels_month_unreadable: ({ given }: Params) =>
      `“${given}” is no month. Write the year and the month with a hyphen between them, such as 2019-05.`,
    vat_carousels_months_backwards: ({ from, until }: Params) =>
      `${until} is before ${from}. Write the first month first.`,
    vat_carousels_months_many: ({ most }: Params) =>
      `A gateway answers of ${most} months at the most. Ask for fewer, and then for the others.`,
    vat_carousels_state_outside: ({ state }: Params) =>
      `${state} takes no part in the field of cases today. Leave it out.`,
    vat_carousels_not_opened: ({ instrument }: Params) =>
      `“${instrument}” opens no bridges. Choose an instrument that does; where none is on record, wait until one is recorded.`,
    vat_carousels_under_way: () =>
      'States are being asked in this case already. Wait until that has ended, or stop it, and draft the request then.',
    vat_carousels_drafted: () =>
      'A request for bridges is drafted in this case already. Have it released, or withdraw it, and draft another then.',
    vat_carousels_no_draft: () =>
      'No draft of a request for bridges waits in this case: it was released or withdrawn. Look at the case, and draft one where states are to be asked.',
    vat_carousels_not_running: () =>
      'No states are being asked for bridges in this case: that has ended. Look at the case for what came of it.',
    vat_carousels_interrupted: () =>
      'This node ended while it asked: nothing of what was told is kept. What left stays in the log, and counts for quotas. Draft the request again; its form holds what was asked.',
    vat_carousels_failed: ({ message }: Params) =>
      `The search ended on an error of this node: ${message}. Ask again; if it fails again, tell who runs the node.`,
  },
};

export type CarouselTexts = typeof en;
