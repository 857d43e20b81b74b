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
  problems: {
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
