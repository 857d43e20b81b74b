import type { FrontTexts } from './en.ts';

export const nl: FrontTexts = {
  practice: 'Praktische samenwerkingen',
  energy: 'Energie',
  lede: 'Gekoppelde elektriciteitsmarkten, leveringszekerheid en crises: wat staten samen doen wanneer er te weinig stroom is.',
  rooms: 'Wat hier is',
  clearing: 'Markten ruimen, vergelijken en certificeren',
  clearingWhat: 'Op de opdrachtregel van het knooppunt: energy clear, energy compare, energy certify.',
};
