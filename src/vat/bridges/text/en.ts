type Params = Readonly<Record<string, string | number>>;

export const en = {
  /** What `vat carousels` says for people. */
  carousels: {
    rows: ({ rows, states }: Params) => `${rows} rows of statements from ${states}.`,
    none: () => 'On statements alone: no cycle.',
    alone: ({ count }: Params) => `On statements alone: ${count} cycles.`,
    bridges: ({ bridges, pairs }: Params) => `${bridges} bridges told, of ${pairs} pairs asked for.`,
    found: ({ count }: Params) => `With bridges: ${count} cycles.`,
    one: ({ way, euro }: Params) => `  ${way}: at most ${euro} euro went round`,
    bridge: ({ hops }: Params) => `⇢ (${hops} sales within the state) ⇢`,
    truncated: () => 'Not all: the search ended at its budget.',
  },
  keyMade: ({ instrument, epoch, until, id }: Params) =>
    `Token key ${id} of ${instrument}, epoch ${epoch}, until ${until}, is in this node’s folder.`,
  nobody: 'not told',
  problems: {
    vat_holdings_twice: () =>
      'A gateway answers from a file (--vat) or from what was taken in (--vat-declared), not from both.',
    vat_holdings_invalid: ({ message }: Params) =>
      `The file does not hold what a state has of trade: ${message}`,
    vat_instrument_invalid: ({ given }: Params) => `${given} is no id of an instrument.`,
    vat_month_invalid: ({ given }: Params) => `Write a month such as 2026-03 instead of “${given}”.`,
    vat_option_missing: ({ option }: Params) => `Say ${option}.`,
    vat_pairs_truncated: ({ pairs }: Params) =>
      `There are more pairs than are asked for: ${pairs} were, those of the largest amounts.`,
    vat_token_invalid: ({ given }: Params) => `${given} is no token.`,
    vat_token_key_there: ({ instrument, epoch }: Params) =>
      `There is a token key of ${instrument}, epoch ${epoch}, already; a new one is of another epoch.`,
    vat_token_key_sealed: ({ state }: Params) =>
      `What ${state} handed over does not open: it was sealed for another question, or changed on the way.`,
    vat_token_key_unreadable: ({ name }: Params) =>
      `${name} in the folder of token keys is no key that can be read; look at it, and delete it.`,
    vat_token_keys_differ: ({ states }: Params) =>
      `${states} do not have the same token key: what one tells cannot be joined with what another tells.`,
    vat_not_told: ({ state, operation, why }: Params) => `${state} did not answer ${operation}: ${why}.`,
    vat_statements_endless: ({ state, mostPages, mostRows }: Params) =>
      `${state} told more statements than are read: ${mostPages} pages, or ${mostRows} rows. None of its statements are used. Ask for fewer months; if it goes on then, ask who runs its gateway.`,
    vat_nobody_asks: () => 'No node is running on this database, so that nobody asks.',
  },
};

export type BridgeTexts = typeof en;
