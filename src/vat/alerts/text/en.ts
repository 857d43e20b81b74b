type Params = Readonly<Record<string, string | number>>;

export const en = {
  list: {
    title: 'Alerts',
    door: 'Traders whom somebody of your state should look at, by trade at stake, each with reasons and the rows behind them',
    lede: 'Who stands out in what was declared, by trade at stake. A score says where to look; it decides nothing, and nobody is guilty by it.',
    /** `above`: from `threshold` on, of the `count` that are listed. */
    run: ({ month, count, above, threshold }: Params) =>
      `Run over ${month}: ${count} listed, ${above} of them at ${threshold} or more`,
    runEmpty: ({ month }: Params) => `Run over ${month}: nobody listed`,
    made: 'The run is made of made-up declarations, and its model was learned from made-up worlds: nobody in it exists.',
    madeShort: 'made up',
    older: 'Other runs',
    trader: 'VAT number',
    probability: 'Probability',
    interval: ({ least, most }: Params) => `${least} to ${most}`,
    expected: 'Trade at stake',
    archetypes: 'Looks like',
    reason: 'Strongest reason',
    why: 'Looks like, and strongest reason',
    case: 'Case',
    cases: { none: 'No case', open: 'Case open', closed: 'Case closed' },
    least: 'Probability at least',
    openTo:
      'Alerts and runs are open to who sits for your state in the body of this field; each reading is journalled.',
    noRun: 'No run has been made for your state.',
    noRunWhat:
      'A run reads all declarations that were taken in, scores every trader, and leaves alerts here.',
    noRunDo: 'Go to the runs',
    noRunWho: 'Whoever sits for your state in the body of this field can start one.',
    running: 'A run is under way. Until it is done, alerts of the one before stand here.',
    noneHigh: 'The run left no alert for your state.',
    noneHighWhat: ({ month }: Params) =>
      `No trader of your state has trade at stake at the end of ${month}. Start a run over another month, or take in declarations that are missing.`,
    shown: ({ count, scored, most }: Params) =>
      `Listed are ${count} of the ${scored} traders of your state that the run scored, the most trade at stake first; a list holds ${most} at the most. Scored is who traded across a border in the last six months, or stands at home between those who did, unless fraud is confirmed already.`,
    shownOld: ({ count, most }: Params) =>
      `Listed are the ${count} traders of your state with the most trade at stake: a list holds ${most} at the most.`,
    reach: ({ above, threshold }: Params) =>
      `${above} of them have a probability of ${threshold} or more. The others are not hidden: from ${threshold} on, the page of an alert also says what would clear the trader.`,
    search: 'VAT number or a part of it',
    toLookAt: ({ count }: Params) => `To look at: ${count}`,
    aside: ({ count }: Params) => `Set aside: ${count}`,
    asideTitle: 'Alerts that were set aside',
    asideWhy: 'Set aside because',
    asideOn: ({ day }: Params) => `on ${day}`,
    by: ({ who }: Params) => `by ${who}`,
    asideNone: 'No alert of this run is set aside.',
    asideNoneWhat: 'Who opens an alert and sees that it is harmless can set it aside there, with the reason.',
    allAside: 'All alerts of this run are set aside.',
    allAsideWhat: 'They stand under “Set aside”, each with its reason, and can be taken up again.',
  },
  alert: {
    title: ({ trader }: Params) => `Alert on ${trader}`,
    score: 'Score',
    scoreLine: ({ probability, least, most }: Params) => `${probability}, within ${least} and ${most}`,
    bar: 'Probability',
    lower: 'Lower bound',
    upper: 'Upper bound',
    expected: 'Trade at stake',
    expectedWhat:
      'Probability times the trade of three months that goes through him: trade and not the VAT of it, and no estimate of a damage.',
    month: 'At the end of',
    decides: 'This decides nothing.',
    decidesWhat:
      'A score opens no case, ends no registration and stops no refund. Whoever acts on it says why, under their own name.',
    reasons: 'Reasons, the strongest first',
    reason: 'Reason',
    value: 'Value',
    weight: 'Weight',
    weightWhat:
      'How much more it speaks for fraud than in most traders; weights add up before they become a probability.',
    rows: 'Rows behind it',
    rowCount: ({ count }: Params) => (count === 1 ? '1 row' : `${count} rows`),
    noRows: 'none of its own',
    unknown: 'not known',
    archetypes: 'Known ways of fraud that it looks like',
    because: 'Because of',
    version: ({ version }: Params) => `version ${version}`,
    noArchetypes: 'It looks like none of the eight known ways; the score rests on the reasons alone.',
    clearing: 'What would clear it',
    clearings: {
      returns_filed: ({ threshold }: Params) =>
        `If every return came and declared all that others state, the score would be below ${threshold}.`,
      features: ({ threshold, features }: Params) =>
        `The score would be below ${threshold} if these were harmless: ${features}.`,
      none: 'Nothing that he alone could do would bring the score below the threshold.',
    },
    differs: 'What suppliers and he declared otherwise',
    period: 'Period',
    partner: 'With',
    supplied: 'Amount',
    made: 'What the score was made of, to make it again elsewhere',
    model: 'Model',
    snapshot: 'Declarations',
    run: 'Run',
    threshold: 'Threshold from which on it is said what would clear the trader',
    hash: 'Equal hashes mean an equal score on any machine.',
    closedWhy: 'There is no such alert, or it is not for you to see.',
    asideNow: ({ day }: Params) =>
      `Set aside on ${day}. It stands apart from the list; take it up again to bring it back.`,
    asideBefore: ({ day, month }: Params) =>
      `An alert on this trader of ${month} was set aside on ${day}. This run was made later or looks at a later month, so it is listed again.`,
    asideReason: 'The reason then',
    toCase: 'To the case',
  },
  picture: {
    asTable: ({ count }: Params) => `As a table (${count})`,
    graph: 'Who trades with whom',
    graphSaid: ({ trader, traders, flows, from, to }: Params) =>
      `${traders} traders around ${trader} and ${flows} flows between them, ${from} to ${to}; the table below says the same`,
    graphWhat: ({ from, to }: Params) =>
      `Statements of all states, and sales at home of your own, ${from} to ${to}. The largest partners are drawn, and who closes a ring.`,
    ring: ({ ring }: Params) => `Goods can go round: ${ring}.`,
    centre: 'Follow a trader to see what is around him.',
    back: ({ trader }: Params) => `Back to ${trader}`,
    from: 'From',
    to: 'To',
    what: 'What',
    amount: 'Amount',
    kinds: {
      supply: 'across a border, as stated',
      sale: 'at home, as invoiced',
      bridge: 'within another state, as it answered',
    },
    legend: { supply: 'Supply across a border', sale: 'Sale at home', bridge: 'Bridge in another state' },
    looksLike: 'Looks like a known way of fraud',
    /** Short, they stand in the drawing. */
    places: {
      enters: 'brings in, sells at home',
      leaves: 'buys at home, sends out',
      passes: 'brings in and sends out',
      sends: 'supplies abroad',
      gets: 'acquires from abroad',
      between: 'between, at home',
      apart: '',
    },
    roles: {
      missing: 'declares little of it',
      shell: 'woke after a silence',
      invoicer: 'goes round, no margin',
      importer: 'imports, supplies on',
      contra: 'sets off a clean chain',
    },
    noFlows: 'Nothing of his trade in these months is open to you.',
    noFlowsWhat:
      'Statements of all states are; sales at home only where they were taken in for your own state.',
    timeline: 'Month by month',
    timelineSaid: ({ trader }: Params) => `Trade of ${trader} month by month; the table below says the same`,
    month: 'Month',
    inflow: 'Acquired, as others state',
    outflow: 'Supplied to other states',
    declared: 'Acquisitions he declared',
    noReturn: 'no return',
    notDue: 'no return is due yet',
    events: 'What happened',
    event: {
      registered: 'Number valid from this day',
      first_inflow: 'First acquisition from another state in these months',
      peak: 'Month with the most trade',
      return_missing: 'No return came for this month',
      ended: 'Number no longer valid',
    },
    elsewhere: 'Returns and registrations of his state are not open to you.',
  },
  rows: {
    title: ({ reason }: Params) => `Rows behind: ${reason}`,
    lede: ({ trader }: Params) =>
      `What the reason about ${trader} is made of, as it was declared. Each opening is journalled.`,
    kinds: {
      supplies: 'Recapitulative statements',
      acquisitions: 'Acquisitions in VAT returns',
      purchases: 'Purchases by supplier',
      invoices: 'Sales at home',
      registrations: 'Registrations',
      queries: 'Questions to acquirers',
      one_stop_shop: 'One-stop-shop returns',
      payments: 'Payments to payees',
    },
    columns: {
      row: 'Row',
      list: 'List',
      corrected: 'Corrected on intake',
      supplier: 'Supplier',
      acquirer: 'Acquirer',
      sound: 'Number sound',
      kind: 'Kind',
      period_from: 'From month',
      period_to: 'To month',
      cents: 'Amount, EUR',
      received: 'Received',
      correction: 'Correction',
      seller: 'Seller',
      buyer: 'Buyer',
      number: 'Number',
      day: 'Day',
      vat_cents: 'VAT, EUR',
      valid_from: 'Valid from',
      valid_until: 'Valid until',
      reason: 'Reason',
      owner: 'Group',
      asked: 'Asked',
    },
    file: 'File',
    yes: 'yes',
    no: 'no',
    missing: 'Returns that did not come',
    missingLine: ({ months }: Params) => `None came for ${months}.`,
    bridges: 'Answers of states of their inside',
    bridgeLine: ({ from, to, amount }: Params) =>
      `Goods that came to ${from} can have left by ${to}: at most ${amount}.`,
    others: ({ count }: Params) => `${count} confirmed cases, which have no row.`,
    leftOut: ({ count }: Params) => `${count} more rows are behind it than an alert names.`,
    what: 'Kind of declaration.',
    closed: ({ count }: Params) =>
      `${count} rows are of another state’s own declarations; they are opened there alone.`,
    none: 'This reason has no rows of its own.',
    noneWhat: 'It follows from what is not there, or from what another state answered.',
    export: 'Amounts in euros, from integer cents. Empty: not given.',
  },
  runs: {
    title: 'Runs',
    door: 'What was scored when, how far a run is, and how to start one',
    lede: 'A run reads what was declared by the end of a month, scores every trader and leaves alerts. It can be stopped, and goes on where it was.',
    list: 'Runs of your state',
    month: 'Month',
    state: 'State',
    states: {
      waiting: 'Waits',
      running: 'Under way',
      stopped: 'Stopped',
      done: 'Done',
      failed: 'Failed',
    },
    progress: 'Progress',
    runStages: {
      match: 'Matching',
      bridges: 'Bridges',
      features: 'Features',
      scores: 'Scores',
    },
    of: ({ done, total }: Params) => `${done} of ${total}`,
    alerts: 'Alerts',
    toAlerts: ({ count, above, threshold }: Params) => `${count} listed, ${above} at ${threshold} or more`,
    ofScored: ({ scored }: Params) => `of ${scored} that were scored`,
    began: 'Began',
    askedBy: ({ who }: Params) => `started by ${who}`,
    askedByNode: 'started by whoever runs the node',
    ended: 'Ended',
    what: 'What can be done',
    faults: {
      nothing_declared:
        'Nothing was declared by the end of this month. Choose a month of which declarations were taken in.',
      other_rules:
        'The run was begun by the rules of another version of this product and cannot go on. Start a new run over the same month.',
      no_room:
        'The node had no room left on its disk. Ask its operator to make room, then resume the run: it goes on after the last step that was finished.',
      no_memory:
        'The node had too little memory for it. Resume the run when no other is under way; if it ends the same way, ask the operator for more memory.',
      file_gone:
        'A file that the run needs is no longer there. Ask the operator to bring it back from a backup, then resume the run.',
      unknown:
        'A fault of this node ended it. Resume the run; if it fails again, give the operator its number: the log of the node says what happened.',
    },
    makingFaults: {
      nothing_declared: 'Nothing was made up. Ask for them again with another seed.',
      no_room:
        'The node had no room left on its disk. Ask its operator to make room, then ask for them again; what was taken in stays.',
      no_memory:
        'The node had too little memory for it. Ask for them again when no run is under way, or take the small size.',
      file_gone: 'A file was gone while it was taken in. Ask for them again; what was taken in stays.',
      unknown:
        'A fault of this node ended it. Ask for them again; if it ends the same way, give the operator the number: the log of the node says what happened.',
    },
    faultNumber: ({ id }: Params) => `Number ${id}`,
    live: 'This page loads itself again while work is under way, unless something on it has the focus.',
    reload: 'Load again',
    none: 'No run has been made for your state.',
    noneWhat: 'Start one: choose a month of which declarations were taken in.',
    noneMade:
      'Take in made-up declarations first, then start a run over their last month: both take a minute or two.',
    noneWho: 'Whoever sits for your state in the body of this field can do it.',
    makings: 'Made-up declarations',
    makingsWhat:
      'This register is made up, so declarations for it can be, too: a small world of traders with rings among them, the same for the same seed.',
    seed: 'Seed',
    size: 'Size',
    sizeLine: ({ traders, months }: Params) => `${traders} traders, ${months} months`,
    last: 'Last month',
    stages: { making: 'Making up', taking: 'Taking in' },
  },
  desk: {
    title: 'Fraud across borders',
    highest: 'Highest alerts without a case',
    all: 'All alerts',
    none: 'No alert without a case.',
    noRun: 'No run has been made yet.',
    running: ({ count }: Params) => (count === 1 ? '1 run is under way.' : `${count} runs are under way.`),
    failed: ({ count }: Params) =>
      count === 1 ? '1 run failed or was stopped.' : `${count} runs failed or were stopped.`,
  },
  columns: {
    trader: 'VAT number of the trader.',
    probability: 'Probability that he takes part in fraud, 0 to 1, as the model of the run says.',
    least: 'Lower bound of the interval, 0 to 1.',
    most: 'Upper bound of the interval, 0 to 1.',
    at_stake:
      'Trade at stake in euros: probability times the trade that fraud would be of, by what three months point at.',
    archetypes: 'Ids of the known ways of fraud that it looks like, by commas; empty: none.',
    reason: 'Id of the strongest reason; empty: none.',
    case: 'none: nobody has a case on him; open; closed.',
    aside: 'Whether it is set aside in this run.',
    aside_reason: 'Why it was set aside; empty: it is not.',
    month: 'Month at whose end he was scored.',
    run: 'Id of the run.',
    synthetic: 'Whether the run is made of made-up declarations.',
  },
  fields: {
    party: 'For the party',
    month: 'Month at whose end is looked, as 2019-05',
    run: 'Run',
    seed: 'Seed: the same number makes the same world',
    size: 'Size',
    trader: 'VAT number',
    reason: 'Why nobody needs to look at it',
  },
  sizes: {
    small: 'Small: 1,200 traders, 16 months, some seconds',
    larger: 'Larger: 6,000 traders, 24 months, a minute or two',
  },
  acts: {
    setAside: {
      title: 'Set the alert aside',
      explain:
        'It leaves the list and stands apart with your reason, in the journal under your name. It holds for this run, and for those that were made before it and look at no later month; a run that is made later, of this month too, lists the trader again. It can be taken up again.',
    },
    takeUp: {
      title: 'Take the alert up again',
      explain: 'It stands in the list again. That it was set aside stays in the journal.',
    },
    start: {
      title: 'Start a run',
      explain:
        'All declarations known at the end of the month are read and every trader is scored. It decides nothing.',
    },
    stop: {
      title: 'Stop the run',
      explain: 'It ends after the step that it is at, and can be resumed from there.',
    },
    resume: { title: 'Resume the run', explain: 'It goes on after the last step that was finished.' },
    makeUp: {
      title: 'Take in made-up declarations',
      explain:
        'A made-up world is written as files, marked so, and taken in as any others are. Only in a register that is made up.',
    },
  },
  problems: {
    vat_alert_has_case: ({ trader }: Params) =>
      `A case is open on ${trader}. Close the case; then its alert can be set aside.`,
    vat_alert_set_aside: ({ trader }: Params) =>
      `The alert on ${trader} is set aside already. Take it up again to change the reason.`,
    vat_alert_not_set_aside: ({ trader }: Params) =>
      `The alert on ${trader} is not set aside: it stands in the list.`,
    vat_register_not_made_up: ({ register }: Params) =>
      `${register} is no made-up register: made-up declarations would stand among true ones.`,
    vat_month_unreadable: ({ given }: Params) => `${given} is no month; write it as 2019-05.`,
    vat_month_to_come: ({ given }: Params) =>
      `${given} is not over yet: a run looks from the end of a month.`,
    vat_run_not_found: () => 'There is no such run of the party.',
    vat_run_not_running: () => 'It neither waits nor is under way, so there is nothing to stop.',
    vat_run_not_stopped: () => 'Only what was stopped or failed is resumed.',
    vat_making_under_way: () => 'Made-up declarations are being taken in already; wait until they are there.',
    vat_making_failed: () =>
      'Made-up declarations could not be taken in; the log of the node says why. What was taken in stays. Ask for them again, with another seed or size where it ends the same way.',
    vat_alerts_not_allowed: () => 'Alerts are taken out only by those to whom they are shown.',
  },
};

export type AlertTexts = typeof en;
