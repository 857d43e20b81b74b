type Params = Readonly<Record<string, string | number>>;

export const en = {
  states: { listed: 'Listed', suspended: 'Suspended', closed: 'Closed' },
  useStates: { recorded: 'Under examination', concluded: 'Concluded' },
  tabs: {
    label: 'Who may see what',
    practice: 'Practice',
    authorisations: 'Named authorisations',
    uses: 'Improper use',
    consents: 'Consents',
  },
  page: {
    title: 'Named authorisations',
    lede: 'Officers who may consult a data set of another state, listed by name. As it stands today, whatever date the page shows.',
    closedWhy: 'Who is listed is shown to the two parties concerned and to whoever supervises one of them.',
    closedWhat: 'Sign in on behalf of one of these parties or of its supervisory body.',
    closedWho: 'Which body supervises, the union’s data say.',
    none: 'Nobody is listed on this node. What another state’s node lists of your officers stands there alone.',
    noneWhat: 'Whoever keeps your data lists officers of another party by name.',
    noneWho: 'Until an officer is listed, every request that needs an authorisation by name is denied.',
    open: 'You see what concerns your party or the party that you supervise. That you saw it is in the journal.',
    officer: 'Officer',
    party: 'Party of the officer',
    supplier: 'Whose data',
    dataSet: 'Data set',
    service: 'Service',
    place: 'Place',
    anywhere: 'not limited',
    state: 'State',
    review: 'Review by',
    overdue: 'overdue',
    lastUse: 'Last used',
    neverUsed: 'never',
    useDays: 'Days of use',
    useDaysWhat:
      'On which days each of these authorisations was used, for whoever reviews them. What was asked then stands in the log.',
    side: 'Side',
    sides: {
      at_us: 'Others at our data',
      ours: 'Our officers elsewhere',
      supervised: 'Under our supervision',
    },
    said: 'What is authorised',
    history: 'What became of it',
    basis: 'By the instrument',
    from: 'From',
    until: 'Until (no longer on that day)',
    trained: 'Trained on',
    screened: 'Screened on',
    dormant: 'Closed if not used before',
    suspendedBy: 'Suspended by',
    acts: {
      list: 'Listed',
      suspend: 'Suspended',
      resume: 'Suspension lifted',
      close: 'Closed',
      record: 'Recorded',
      conclude: 'Concluded',
      review: 'Reviewed',
      dormant: 'Closed, because it was not used for as long as the supplier allows',
    },
    uses: 'Improper use of it',
    usesNone: 'Nothing is recorded of an improper use of this authorisation.',
  },
  uses: {
    title: 'Register of improper use',
    lede: 'What was found of authorisations that were used for what they are not for, and what was done about it.',
    closedWhy: 'The register is shown to the two parties concerned and to whoever supervises one of them.',
    none: 'No improper use is recorded of authorisations of your party or at its data.',
    noneWhat: 'What is found is recorded on the page of the authorisation that was used.',
    noneWho: 'Both parties can: the one whose data it was and the one whose officer it was.',
    found: 'What was found',
    foundOn: 'Found on',
    authorisation: 'Authorisation',
    done: 'What was done',
    notYet: 'not yet said',
    recordedBy: 'Recorded by',
  },
  columns: {
    from: 'First day on which it holds.',
    until: 'First day on which it holds no longer; empty: none is set.',
    review: 'Last day on which the review is in time.',
    lastUse: 'Last day on which it was used; empty: it is not known to have been used.',
    usedOn: 'Day on which it was used.',
    authorisation: 'Id of the authorisation.',
  },
  fields: {
    id: 'Id',
    party: 'For the party',
    officer_party: 'Party of the officer',
    officer: 'Officer: number, as the officer’s own node shows it on the desk and on the form for a question',
    data_set: 'Data set, in the word that requests use',
    service: 'Service of the officer; the authorisation then counts for that service only',
    place: 'Place from which alone it counts',
    basis: 'Instrument by which it is given',
    trained_on: 'Trained on',
    screened_on: 'Screened on',
    from: 'From',
    until: 'Until: the first day on which it holds no longer',
    dormant_after_days: 'Closed when not used for so many days',
    note: 'Note',
    reason: 'Reason',
    found: 'What was found',
    on: 'Found on',
    done: 'What was done about it',
  },
  acts: {
    list: {
      title: 'List an officer by name',
      explain:
        'The officer of another party may consult a data set of yours, by an instrument in force between both.',
    },
    review: {
      title: 'Review the authorisation',
      explain:
        'You have looked at whether it is still needed and right; the agreements ask for that at least once a year.',
    },
    suspend: {
      title: 'Suspend at once',
      explain: 'From this moment nothing is open by it, until the party that suspended it lifts that.',
    },
    suspend_service: {
      title: 'Suspend a whole service at once',
      explain:
        'All officers of the service who are listed at your data, or of your own service wherever they are listed. Those listed for no service could ask as this one and are suspended, too.',
    },
    resume: { title: 'Lift the suspension', explain: 'Only yours; that of the other party stays.' },
    close: {
      title: 'Close the authorisation',
      explain: 'It ends for good; who needs access again is listed anew.',
    },
    record_use: {
      title: 'Record improper use',
      explain:
        'What was found, for both parties and for whoever supervises them. Name nobody whose data were consulted.',
    },
    conclude_use: {
      title: 'Say what was done',
      explain: 'The examination ends with it, and it stays on record.',
    },
  },
  problems: {
    authorisation_closed: ({ on }: Params) =>
      `It was closed on ${on}; who needs access again is listed anew.`,
    authorisation_suspended: ({ party }: Params) => `${party} has suspended it already.`,
    authorisation_not_suspended: () => 'It is not suspended, so there is nothing to lift.',
    suspension_of_another: ({ party }: Params) => `It was suspended by ${party}, who alone can lift that.`,
    officer_of_supplier: ({ party }: Params) =>
      `Officers of ${party} need no authorisation at the data of ${party}; list officers of another party.`,
    authorisation_never_holds: ({ from, until }: Params) =>
      `From ${from} until ${until} there is no day on which it holds.`,
    authorisation_listed: () =>
      'This officer is listed for the same data set, service and place by the same instrument; review that, or close it first.',
    service_suspended: ({ service, party }: Params) =>
      `${party} has suspended ${service}: nobody is listed for it, nor for no service, until that is lifted.`,
    service_has_no_officer: ({ service, party }: Params) =>
      `No officer of ${service} of ${party} is listed whom you could suspend.`,
    improper_use_concluded: () => 'What was done has been said already, and stays on record.',
    authorisations_not_allowed: () =>
      'Lists that name officers are taken out only by those to whom they are shown.',
  },
};

export type AuthorisationTexts = typeof en;
