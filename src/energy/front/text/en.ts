export const en = {
  practice: 'Practical cooperations',
  energy: 'Energy',
  lede: 'Coupled electricity markets, security of supply and crises: what states do together when electricity is short.',
  rooms: 'What is here',
  clearing: 'Clearing, comparing and certifying of markets',
  clearingWhat: 'At the command line of the node: energy clear, energy compare, energy certify.',
};

export type FrontTexts = typeof en;
