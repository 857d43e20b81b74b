import type { SearchStep } from '../search.ts';

type Params = Readonly<Record<string, string | number>>;

const steps: Readonly<Record<SearchStep, string>> = {
  reading: 'Reading what was declared, without those who can be in no cycle',
  rows: 'Looking up the rows behind what was found',
};

export const en = {
  steps,
  copied: ({ files }: Params) => `Copied ${files} files`,
  part: ({ done, parts }: Params) => `${done} of ${parts} parts`,
  left: ({ traders, supplies }: Params) =>
    `${traders} traders and ${supplies} totals between them could be in a cycle.`,
  line: ({ length, count }: Params) => `of ${length} totals: ${count}`,
  truncated: ({ count }: Params) =>
    `Not all: from ${count} first totals the search ended at its budget, and what it had not seen is not counted.`,
  bundles: ({ count, file }: Params) => `${count} rounds of traders, with the rows behind them: ${file}`,
  bundle: ({ traders, count, euros }: Params) => `${traders}: ${count} cycles, ${euros}`,
  invoices: {
    left: ({ traders, supplies }: Params) =>
      `${traders} traders and ${supplies} invoices between them could be in a cycle. Which of two of one day came first, nobody knows: either may have.`,
    line: ({ length, count }: Params) => `of ${length} invoices: ${count}`,
    truncated: ({ count }: Params) =>
      `Not all: from ${count} first invoices the search ended at its budget, and what it had not seen is not counted.`,
    nothingNew: ({ searches }: Params) =>
      `No invoice came since the last search of this kind; there are ${searches}, and what they found stays.`,
  },
  page: {
    door: 'Cycles',
    doorWhat: 'Sales that come back to who began, in the invoices of your own state.',
    title: 'Cycles in invoices',
    lede: 'Sales that come back to who began, each of about the worth of the one before: what was searched in the invoices that your state took in, and what was found.',
    open: 'Sales of traders: open to you by your seat in this field, for your own state. Each reading is in the journal.',
    noVerdict:
      'A cycle is no verdict: goods are sent back, worked on and sold again. Invoices have a day and no hour: which of two of one day came first, nobody knows, and either may have.',
    live: 'A search is under way. Those that are done open from the list.',
    reload: 'Read again',
    list: 'Searches',
    days: 'Days',
    between: ({ from, until }: Params) => `${from} to ${until}`,
    what: 'Searched',
    of: ({ party, what }: Params) => `${party}: ${what}`,
    whole: 'all invoices of these days',
    since: 'cycles with an invoice that came since the search before',
    limits: ({ days, maxLength }: Params) => `within ${days} days, ${maxLength} invoices at the most`,
    state: 'State',
    states: { running: 'under way', stopped: 'stopped', done: 'done' },
    progress: 'Progress',
    goesOn: 'Whoever runs the node goes on with it where it was:',
    rounds: 'Rounds of traders',
    asked: 'Asked',
    anew: 'Where invoices came meanwhile, it searches anew.',
    none: 'The invoices of your state have not been searched yet.',
    noneWhat: 'They are taken in (vat ingest) and then searched (vat search --invoices).',
    noneWho: 'Whoever runs the node.',
    foundIn: ({ from, until }: Params) => `Found in invoices of ${from} to ${until}`,
    nothing: 'This search found no cycle.',
    nothingWhat: 'A wider margin or more days find more; so does a search after more invoices came.',
    nothingWho: 'Whoever runs the node.',
    traders: 'Through',
    cycles: 'Cycles',
    amount: 'Went round',
    first: 'First',
    last: 'Last',
    pages: 'Rounds of traders, page by page',
    rows: 'Invoices behind it',
    rowsOf: ({ traders }: Params) => `Invoices behind ${traders}`,
    seller: 'Seller',
    buyer: 'Buyer',
    day: 'Day',
    worth: 'Amount',
    file: 'File and row',
  },
  columns: {
    place: 'Place by what went round, from 1 on.',
    traders: 'VAT numbers in the order in which they sold, apart by a blank.',
    count: 'Cycles of single invoices that go this way.',
    cents:
      'Euro cents without VAT; of a round: of each two in turn what is in its cycles, and of these sums the least.',
    first: 'Day of the first invoice.',
    last: 'Day of the last.',
    invoices: 'Invoices in these cycles.',
    seller: 'VAT number.',
    buyer: 'VAT number.',
    day: 'Day of the invoice.',
    file: 'SHA-256 of the file.',
    row: 'Row of the file, from 1 on.',
  },
  problems: {
    vat_searches_not_allowed: () => 'Cycles are taken out only by those to whom they are shown.',
    vat_period_invalid: ({ given }: Params) =>
      `Give a month, quarter or year such as 2026-01, 2026-Q1 or 2026 instead of “${given}”.`,
    vat_until_before_from: ({ from, until }: Params) =>
      `The last period, ${until}, ends before ${from} begins.`,
    vat_kinds_invalid: ({ given, known }: Params) =>
      `Give kinds of ${known} with commas instead of “${given}”.`,
    vat_search_stopped: ({ done, parts }: Params) =>
      `The search was stopped; ${done} of ${parts} parts are done, and the same command goes on.`,
    vat_clickhouse_invalid: ({ message }: Params) => `The file does not say where ClickHouse is: ${message}`,
    vat_clickhouse_failed: ({ message }: Params) => `ClickHouse did not answer: ${message}`,
  },
};

export type EdgeTexts = typeof en;
