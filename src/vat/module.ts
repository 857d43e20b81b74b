import type { Module } from '#platform/module.ts';
import { bridgeCommands } from './bridges/commands.ts';
import { bridgeTexts } from './bridges/text/texts.ts';
import { vatCommands } from './commands.ts';
import { vatTexts } from './text/texts.ts';

export const vat: Module = {
  name: 'vat',
  kinds: [],
  pages: [],
  routes: [],
  feeds: [],
  downloads: [],
  panels: [],
  datasets: async () => [],
  commands: [...vatCommands, ...bridgeCommands],
  actions: [],
  permissions: [],
  problems: {
    nl: { ...vatTexts('nl').problems, ...bridgeTexts('nl').problems },
    fr: { ...vatTexts('fr').problems, ...bridgeTexts('fr').problems },
    de: { ...vatTexts('de').problems, ...bridgeTexts('de').problems },
    en: { ...vatTexts('en').problems, ...bridgeTexts('en').problems },
  },
};
