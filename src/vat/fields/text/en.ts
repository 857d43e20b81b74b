type Params = Readonly<Record<string, string | number>>;

/** Words of the front page, and what all pages of the module share. */
export const en = {
  title: 'VAT: fraud across the border, refunds, joint checks',
  lede: 'States find together what none of them sees alone, each with its own declarations at home.',
  practice: 'Practical cooperations',
  fields: 'Fields of work',
  field: 'Field',
  body: 'Worked in',
  parts: 'Who takes part',
  you: 'Your part',
  names: {
    cases: 'Fraud across the border',
    refunds: 'Refunds and offsets',
    one_stop_shop: 'One-stop shop',
    joint_checks: 'Joint checks',
  },
  none: 'The register does not say in which body states work together on VAT.',
  noneWhat: 'A body takes a field by the powers on record, in a file of the register.',
  noneWho: 'Whoever keeps the register.',
  nobody: 'The register does not say who takes part.',
  yes: 'You sit here for:',
  coordinator: 'You coordinate this field.',
  no: 'You have no seat here.',
  visitor: 'Sign in to see whether you have a seat here.',
  unknown: 'Not known on this date',
  closedWhy: ({ field }: Params) =>
    `This belongs to the field “${field}”: what is in it is for those who sit there for a party that takes part.`,
  closedSeat: 'It opens with a seat in',
  closedFor: 'It must be for a party that takes part:',
  closedParty: 'A grant for the party as a whole, or as an observer, opens nothing here.',
  closedWho: ({ body }: Params) =>
    `Ask your party to have you seated: whoever runs this node gives the seat by a decision (access give, body ${body}).`,
  closedMadeUp: 'This register is made up: sign in anew and choose such a seat.',
  tabs: {
    label: 'VAT',
    overview: 'Overview',
  },
};

export type FieldTexts = typeof en;
