import type { Module } from '#platform/module.ts';
import { vatCommands } from './commands.ts';
import { evaluationCommands } from './evaluation/commands.ts';
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
  commands: [...vatCommands, ...evaluationCommands],
  actions: [],
  permissions: [],
  problems: {
    nl: vatTexts('nl').problems,
    fr: vatTexts('fr').problems,
    de: vatTexts('de').problems,
    en: vatTexts('en').problems,
  },
};
