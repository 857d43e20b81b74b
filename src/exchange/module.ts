import type { Module } from '#platform/module.ts';
import { exchangeCommands } from './commands.ts';
import { openingDatasets, openingPages, openingPanels } from './openings/pages/pages.ts';
import { openingRoutes } from './openings/routes.ts';
import { exchangeTexts } from './text/texts.ts';

export const exchange: Module = {
  name: 'exchange',
  kinds: [],
  pages: [...openingPages],
  routes: [...openingRoutes],
  feeds: [],
  downloads: [],
  panels: openingPanels,
  datasets: openingDatasets,
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
