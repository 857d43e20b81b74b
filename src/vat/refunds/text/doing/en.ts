export const en = {
  fields: {
    id: 'Id',
    party: 'For the party',
    on: 'On: when it happened; left empty: today',
    file: 'Application, JSON as `vat refund check` reads it',
    refund_state: 'State of refund',
    reference: 'Reference',
    applicant: 'VAT number of the applicant',
    name: 'Name',
    address: 'Address',
    email: 'E-mail',
    activity: 'Activity',
    status: 'What the applicant is for VAT',
    no_supplies: 'Declares that it supplied nothing in the state of refund',
    from: 'Refund period from',
    to: 'Refund period to',
    submitted_on: 'Submitted on',
    currency: 'Currency; left empty: EUR',
    holder: 'Holder of the account',
    iban: 'IBAN',
    bic: 'BIC',
    supplier: 'VAT number of the supplier',
    supplier_name: 'Name of the supplier',
    supplier_address: 'Address of the supplier',
    invoice: 'Number of the invoice',
    invoice_date: 'Date of the invoice',
    taxable: 'Taxable amount',
    vat: 'VAT',
    deductible: 'VAT that is claimed',
    pro_rata: 'Per cent that may be deducted',
    nature: 'What was bought (art. 9, codes not verified)',
    authority: 'Authority that the notice names; left empty: the notice says that none is recorded',
    remedy:
      'Remedy: what can be done against it, where and by when; left empty: the notice says that none is recorded',
    reason: 'Reason',
    question: 'What is asked',
    reached_on: 'When it reached who has to answer; left empty: on the day itself',
    approved: 'Approved, before corrections',
    corrections: 'Corrections that are taken off; left empty: none',
    consent: 'Reference of the consent',
    signed_on: 'Signed on',
    signed_by: 'VAT number of who signed; left empty: the applicant',
    debts: 'Debts',
    road: 'Legal road',
    requested_on: 'Requested on; left empty: on the day of the proposal',
    instrument: 'Uniform instrument that permits enforcement, its reference',
    offset: 'Offset',
    notice: 'Notice',
    provision: 'Provision of your own law, to set off under it on a request',
    debt: 'Debt',
    amount: 'Amount',
    debtor: 'VAT number of the debtor',
    tax: 'Tax',
    assessed_on: 'Assessed on',
    due_on: 'Due on',
    enforceable_from: 'Enforceable from; left empty: not yet',
    barred_from: 'Time-barred from; left empty: its time does not run',
    rank: 'Rank by your law, the lower first; left empty: after all that have one',
    owed: 'Owed now, in all, before anything out of a refund',
  },
  acts: {
    register: {
      title: 'Register an application',
      explain: 'Takes an application down from its file: what it says, and that it was lodged.',
    },
    enter: {
      title: 'Enter an application with one invoice',
      explain: 'The same by form, for an application of a single invoice.',
    },
    make_up: {
      title: 'Make up applications',
      explain:
        'Four made-up applications at different places of the procedure, with made-up debts; in made-up registers only.',
    },
    forward: {
      title: 'Forward',
      explain: 'Sends the application on to the state of refund (Reg. 904/2010, art. 48).',
    },
    refuse_forwarding: {
      title: 'Refuse to forward',
      explain: 'It goes no further (Dir. 2008/9, art. 18); the applicant is told why.',
    },
    receive: { title: 'Receive', explain: 'Says that it arrived: the term to decide runs from that day.' },
    ask: {
      title: 'Ask for information',
      explain: 'The applicant has a month from when it reaches him; the day of the decision moves.',
    },
    answer: { title: 'Take down the answer', explain: 'The answer to the last question has come.' },
    approve: {
      title: 'Approve, wholly or in part',
      explain:
        'What is approved less corrections is the refund; what is not granted is refused with its reason.',
    },
    refuse: { title: 'Refuse', explain: 'Nothing is granted.' },
    consent: {
      title: 'Take down the consent',
      explain:
        'The applicant agrees in writing that his refund may go to what he owes at home; without debts named, to all that had been assessed when he signed.',
    },
    withdraw_consent: {
      title: 'Take down the withdrawal of the consent',
      explain: 'From its day on nothing more is transferred; what was done before stays.',
    },
    propose_offset: {
      title: 'Propose an offset',
      explain:
        'Plans which debts the refund meets, by rank; the state of refund is told the references and amounts, and nothing else of the debts.',
    },
    withdraw_offset: {
      title: 'Withdraw the proposal of an offset',
      explain:
        'What was proposed and is not carried out takes nothing any longer; another offset can be proposed.',
    },
    execute_offset: {
      title: 'Carry out an offset',
      explain: 'Sets off what was proposed, as far as it is still owed and there is something to take.',
    },
    notify: { title: 'Tell the taxpayer', explain: 'Says that the notice of an offset was given.' },
    add_remedy: {
      title: 'Add authority and remedy',
      explain:
        'Of a notice that was made without naming them: what was decided stays, and so does what was named before; the notice then names them.',
    },
    collect: {
      title: 'Give what was kept to the debt',
      explain: 'The dispute is over and the debt stands.',
    },
    reverse: {
      title: 'Move back what was taken',
      explain: 'Less is owed than was taken for the debt: the difference goes back to the refund.',
    },
    correct: { title: 'Correct', explain: 'Takes something off what is still held.' },
    pay: { title: 'Pay', explain: 'Pays the applicant out of what is still held.' },
    register_debt: {
      title: 'Record a debt',
      explain: 'What a business owes your state; nobody else sees it.',
    },
    dispute: {
      title: 'The debt is disputed',
      explain: 'With consent money is kept for it from now on; on other roads it gets nothing.',
    },
    end_dispute: {
      title: 'The dispute is over',
      explain: 'The debt stands; where less is owed now, say so besides.',
    },
    restate: {
      title: 'Say anew what is owed',
      explain: 'The assessment fell in whole or in part, or something was paid.',
    },
    stay: { title: 'An insolvency stays recovery', explain: 'From that day on it gets nothing.' },
    end_stay: { title: 'The stay has ended', explain: 'From that day on it can be met again.' },
  },
};

export type DoingTexts = typeof en;
