import type { Language } from '#kernel/languages.ts';
import type { Module } from '#platform/module.ts';
import { adequacyCommands } from './adequacy/commands.ts';
import { adequacyTexts } from './adequacy/text/texts.ts';
import { flexibilityCommands } from './flexibility/commands.ts';
import { flexibilityTexts } from './flexibility/text/texts.ts';
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
  commands: [...runCommands, ...adequacyCommands, ...flexibilityCommands],
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
  const rooms = [importTexts, runTexts, adequacyTexts, flexibilityTexts];
  return Object.assign({}, ...rooms.map((texts) => texts(language).problems));
}
