import type { Module } from '#platform/module.ts';
import { exchangeCommands } from './commands.ts';
import { exchangeTexts } from './text/texts.ts';

export const exchange: Module = {
  name: 'exchange',
  kinds: [],
  pages: [],
  routes: [],
  feeds: [],
  downloads: [],
  datasets: async () => [],
  commands: exchangeCommands,
  actions: [],
  permissions: [],
  problems: {
    nl: exchangeTexts('nl').problems,
    fr: exchangeTexts('fr').problems,
    de: exchangeTexts('de').problems,
    en: exchangeTexts('en').problems,
  },
};
