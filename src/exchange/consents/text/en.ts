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
    noneWhat: 'Whoever supplied the data consents, for one case and one purpose.',
    noneWho: 'Without a consent, every request that needs one is denied.',
    supplier: 'Supplier',
    receiver: 'Receiver',
    case: 'Case',
    purpose: 'For',
    state: 'State',
    conditions: 'Conditions',
    noConditions: 'none are set',
    from: 'From',
    until: 'Until (no longer on that day)',
    history: 'What became of it',
    said: 'What was agreed to',
    acts: { give: 'Given', withdraw: 'Withdrawn' },
  },
  columns: {
    from: 'First day on which it holds.',
    until: 'First day on which it holds no longer; empty: none is set.',
  },
  fields: {
    id: 'Id',
    party: 'For the party',
    receiver: 'Who may do it',
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
        'One receiver may do one thing with what you supplied in one case; what was done before is not covered.',
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
  },
};

export type ConsentTexts = typeof en;
