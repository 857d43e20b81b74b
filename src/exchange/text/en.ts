type Params = Readonly<Record<string, string | number>>;

/** The shape of the module's catalogues. Words of the register come in as parameters. */
export const en = {
  reasons: {
    provision_unknown: ({ provision }: Params) => `The register knows no provision ${provision}.`,
    no_provision: ({ instrument, article }: Params) =>
      `${instrument} has no provision of article ${article}.`,
    no_provision_any: ({ instrument }: Params) => `${instrument} opens nothing.`,
    no_provision_op: ({ instrument, operation }: Params) =>
      `Nothing in ${instrument} opens the operation ${operation}.`,
    conditions_unreadable: ({ provision }: Params) =>
      `The conditions of ${provision} cannot be read here, so it opens nothing.`,
    not_in_force: ({ subject, why }: Params) => `${subject}: ${why}`,
    not_in_force_party: ({ subject, party, why }: Params) => `${subject}, ${party}: ${why}`,
    no_agreement: ({ article, one, other }: Params) =>
      `article ${article}: no implementing agreement in force between ${one} and ${other}`,
    candidate: ({ instrument, party, why }: Params) => `${instrument}, ${party}: ${why}`,
    register_copy_old: ({ minutes, atMost }: Params) =>
      `The node’s copy of the law is ${minutes} minutes old; older than ${atMost} minutes it opens nothing.`,
    not_met: ({ condition }: Params) => `not met: ${condition}`,
    not_stated: ({ condition }: Params) => `not stated: ${condition}`,
  },
  conditions: {
    agreement: ({ article }: Params) => `an implementing agreement in force (article ${article})`,
    purpose: ({ words }: Params) => `purpose among ${words}`,
    data_set: ({ words }: Params) => `data set among ${words}`,
    data_set_unnamed: () => 'a data set that the implementing agreement names',
    service: ({ words }: Params) => `asked by one of these services: ${words}`,
    function: ({ words }: Params) => `asked in one of these functions: ${words}`,
    offence: ({ words }: Params) => `offence among ${words}`,
    case_reference: () => 'the reference of a case',
    stated: ({ words }: Params) => `the asker states: ${words}`,
    authorisation: () => 'an officer listed by name for the data set',
    authorisation_reviewed: ({ months }: Params) =>
      `an officer listed by name for the data set, the listing reviewed within ${months} months`,
    training: () => 'the officer has been trained',
    screening: () => 'the officer has been screened',
    place: ({ words }: Params) => `in one of these places: ${words}`,
    place_unnamed: () => 'in a place that the agreement names, in an annex that the register does not have',
    hours: ({ one, other }: Params) => `between ${one} and ${other} by the clock`,
    quota_officer: ({ count, days }: Params) => `at most ${count} questions of an officer in ${days} days`,
    quota_case: ({ count, days }: Params) => `at most ${count} questions in a case in ${days} days`,
    quota_service: ({ count, days }: Params) => `at most ${count} questions of a service in ${days} days`,
    onward_transfer: () => 'consent of the supplier to onward transfer',
    other_purpose: () => 'consent of the supplier to another purpose',
    evidence: () => 'consent of the supplier to use as evidence',
    disclosure: () => 'consent of the supplier to disclosure',
    any_of: ({ words }: Params) => `one of: ${words}`,
  },
  periods: {
    hours: ({ what, count }: Params) => `${what}: ${count} hours`,
    days: ({ what, count }: Params) => `${what}: ${count} days`,
  },
  decide: {
    open: ({ one, other, day, basis }: Params) => `Open between ${one} and ${other} on ${day}, by ${basis}.`,
    closed: ({ one, other, day }: Params) => `Denied between ${one} and ${other} on ${day}:`,
    must: () => 'A request must meet:',
    nothing: () => 'A request need meet nothing more.',
  },
  problems: {
    exchange_file_unreadable: () => 'The file is none that a node signed.',
    exchange_file_other_form: ({ form, wanted }: Params) =>
      `The file says that it is ${form}, and ${wanted} was asked for.`,
    exchange_key_invalid: ({ given }: Params) =>
      `This is no key as a node publishes it (name+hash+key): ${given}`,
    exchange_file_not_signed: () =>
      'None of the keys that were given signed this file, or it was changed since.',
    exchange_node_unnamed: () => `A node needs a name: say its party, its duty or --name.`,
    exchange_contract_unreadable: () =>
      'The file holds no contract, or no node’s key and address, as `exchange key --json` and `exchange propose` write them.',
    exchange_contract_not_ours: () => 'The contract is between two others than this node.',
    exchange_contract_key_not_ours: () =>
      'The contract names a key of this node that it does not sign with now; let it be proposed anew.',
    exchange_contract_unsigned: () =>
      'The other node has not signed the contract, or not with the key that it names.',
    exchange_contract_fingerprint_differs: () =>
      'The fingerprint is not that of the other’s key in the contract: ask its operator again, and do not sign before it is the same.',
    exchange_contract_node_known: () =>
      'This node knows the other by another key; a new key comes by the other’s own `exchange rotate-key`. If the other lost its keys, end the contract with it first: `exchange end-contract`.',
    exchange_contract_ended: () => 'This contract was ended here: let the other propose a new one.',
    exchange_contract_key_ended: () =>
      'The key in the contract has ended, and signs nothing any more: let the other propose with the key that it has now.',
    exchange_contract_epoch_known: () =>
      'The node is known with a key of this epoch or a later one. Let it run `exchange rotate-key` until its epoch is above, and propose again.',
    exchange_contract_party_taken: () =>
      'The other speaks for a party that this node has itself, or that another contract has. A party speaks by one node: let its operators settle which, and end the other contract first: `exchange end-contract`.',
    exchange_contract_secretariat_taken: () =>
      'The other publishes the register, and so does this node, or one with which it has a contract. One alone publishes it: end that contract first, if the other takes its place: `exchange end-contract`.',
    exchange_clock_not_moved: ({ node, status }: Params) =>
      `${node} did not move its clock (${status}): it was not started with --test-clock, is not reached, or does not take this node’s word for it.`,
    exchange_no_contract: ({ node }: Params) => `There is no contract with ${node} that could end.`,
    exchange_nothing_followed: ({ register }: Params) =>
      `This node has no copy of ${register} to leave: it publishes it itself, or has taken nothing yet.`,
    exchange_no_self: () =>
      'This database is no node’s yet. Say which it is to be, for good: `exchange key --node NL --parties NL`.',
    exchange_node_name_invalid: ({ name }: Params) =>
      `${name} is no name for a node: letters, digits and hyphens, at most 40.`,
    exchange_node_party_unknown: ({ party, known }: Params) =>
      `No register here has a party ${party}. Known: ${known}.`,
    exchange_url_needed: () =>
      'Say where others reach this node: --url https://nl.example, without a slash at its end, a query or a name.',
    exchange_number_invalid: ({ given }: Params) => `Give a number above zero instead of ${given}.`,
    exchange_every_invalid: ({ given }: Params) =>
      `Rounds are at least 50 milliseconds apart: give a number from 50 on instead of ${given}.`,
    exchange_service_invalid: ({ message }: Params) => `The file is no list of a service:\n${message}`,
    exchange_instant_invalid: ({ given }: Params) =>
      `Write the moment like 2026-12-01T10:00:00Z instead of ${given}.`,
    exchange_key_unknown: ({ fingerprint }: Params) =>
      `This node has no key ${fingerprint}. Its page of nodes and keys names those that it has.`,
    exchange_key_signs: ({ fingerprint }: Params) =>
      `No newer key has taken the place of ${fingerprint}: run \`exchange rotate-key\` first.`,
    exchange_no_node: () =>
      `No node of this database is running, so that nobody sends the question. Start it with \`tripoint node\`.`,
    exchange_question_invalid: ({ message }: Params) => `The question cannot be read: ${message}`,
    exchange_log_empty: () => `The log has no entry yet.`,
    exchange_decision_differs: () => `The logged decision does not follow from what it was taken from.`,
    exchange_same_party: ({ party }: Params) => `A party asks another: ${party} and ${party} are the same.`,
    exchange_party_unknown: ({ party }: Params) => `There is no party ${party} in this register.`,
    exchange_instrument_unknown: ({ instrument }: Params) =>
      `There is no instrument ${instrument} in this register.`,
  },
};

export type ExchangeTexts = typeof en;
