import type { Language } from '#kernel/languages.ts';
import type { Module } from '#platform/module.ts';
import { domainCommands } from './domain/commands.ts';
import { domainTexts } from './domain/text/texts.ts';
import { importTexts } from './imports/text/texts.ts';
import { runCommands } from './runs/commands.ts';
import { runTexts } from './runs/text/texts.ts';

/** Coupled electricity markets: cleared and certified; security of supply; crisis. */
export const energy: Module = {
  name: 'energy',
  kinds: [],
  pages: [],
  routes: [],
  feeds: [],
  downloads: [],
  panels: [],
  datasets: async () => [],
  commands: [...domainCommands, ...runCommands],
  actions: [],
  permissions: [],
  problems: {
    nl: problemsIn('nl'),
    fr: problemsIn('fr'),
    de: problemsIn('de'),
    en: problemsIn('en'),
  },
};

/** What the rooms say of what cannot be done, in one catalogue. */
function problemsIn(language: Language) {
  const rooms = [domainTexts, importTexts, runTexts];
  return Object.assign({}, ...rooms.map((texts) => texts(language).problems));
}
