type Params = Readonly<Record<string, string | number>>;

export const en = {
  states: { given: 'Given', withdrawn: 'Withdrawn' },
  purposes: {
    onward_transfer: 'Onward transfer',
    other_purpose: 'Another purpose',
    evidence: 'Use as evidence',
    disclosure: 'Disclosure',
  },
  page: {
    title: 'Consents',
    lede: 'What a party agrees to beforehand in writing, beyond what its data were given for: onward transfer, another purpose, use as evidence, disclosure. As it stands today, whatever date the page shows.',
    closedWhy: 'Consents are shown to the two parties concerned and to whoever supervises one of them.',
    closedWhat: 'Sign in on behalf of one of these parties or of its supervisory body.',
    none: 'Your party has given no consent and received none.',
    noneWhat:
      'Whoever supplied the data consents, for one case, one purpose and what was had by one instrument.',
    noneWho: 'Without a consent, every request that needs one is denied.',
    supplier: 'Supplier',
    receiver: 'Receiver',
    case: 'Case',
    purpose: 'For',
    instrument: 'For what was had by',
    dataSet: 'Data set',
    wholly: 'all that was had by it',
    state: 'State',
    conditions: 'Conditions',
    noConditions: 'none are set',
    from: 'From',
    until: 'Until (no longer on that day)',
    history: 'What became of it',
    said: 'What was agreed to',
    id: 'Id, as a request names it',
    acts: { give: 'Given', withdraw: 'Withdrawn' },
  },
  notes: {
    title: 'Signed notes',
    column: 'Signed note',
    hint: 'The receiver’s node shows the note with each request that names this consent. Others check the file with tripoint-verify, the key of the supplier’s node and its name (--signer tripoint/…): what another signed is no consent. Whether it still holds, the supplier’s record alone says.',
    what: 'Which',
    whats: { given: 'Consent', withdrawn: 'Withdrawal' },
    by: 'Signed by the node',
    signed: 'Signed on',
    place: 'Where it is',
    other: 'Other node',
    since: 'Since',
    file: 'Download',
    places: {
      none: 'not signed yet',
      signed: 'not handed over yet',
      here: 'for a party of this node',
      handed: 'handed over',
      received: 'received',
    },
    none: 'There is no signed note of this consent, so no request can show it.',
    noneWhat: 'The supplier’s node signs what holds within moments; load the page again.',
    noneWho:
      'What was withdrawn or had ended before is not signed, nor what is longer than a note; give such a consent anew, in fewer words.',
  },
  columns: {
    dataSet: 'In the word that requests use; empty: all that was had by the instrument.',
    from: 'First day on which it holds.',
    until: 'First day on which it holds no longer; empty: none is set.',
    note: 'none: not signed by this node yet; signed: not handed over yet; here: of a receiver on this node; handed: the receiver’s node has it; received: from the supplier’s node.',
    noteSince: 'Since when that is so, ISO 8601; empty: there is no note.',
  },
  fields: {
    id: 'Id',
    party: 'For the party',
    receiver: 'Who may do it',
    instrument: 'Instrument by which the receiver had the data',
    data_set: 'Data set, in the word that requests use; left empty: all that was had by the instrument',
    case_reference: 'Reference of the case, as the request bears it',
    purpose: 'What for',
    conditions: 'Conditions, in words',
    from: 'From',
    until: 'Until: the first day on which it holds no longer',
    reason: 'Reason',
  },
  acts: {
    give: {
      title: 'Consent',
      explain:
        'One receiver may do one thing with what you supplied by one instrument in one case; what was done before is not covered.',
    },
    withdraw: {
      title: 'Withdraw the consent',
      explain: 'From today on it opens nothing; what was done with it before stays lawful.',
    },
  },
  problems: {
    consent_to_oneself: ({ party }: Params) => `${party} needs no consent of its own to use its own data.`,
    consent_never_holds: ({ from, until }: Params) =>
      `From ${from} until ${until} there is no day on which it holds.`,
    consent_withdrawn: ({ on }: Params) => `It was withdrawn on ${on}; to consent again, give a new one.`,
    consents_not_allowed: () => 'Lists of consents are taken out only by those to whom they are shown.',
    consent_note_not_found: () => 'There is no such note, or it is not for you to see.',
  },
};

export type ConsentTexts = typeof en;
