import type { Language } from '#kernel/languages.ts';
import type { Module } from '#platform/module.ts';
import { comparisonCommands } from './comparison/commands.ts';
import { comparisonTexts } from './comparison/text/texts.ts';
import { exerciseActions } from './exercise/actions.ts';
import { energyPage, energyPanel } from './exercise/pages/energy.tsx';
import { exercisesPage } from './exercise/pages/exercises.tsx';
import { reportPage } from './exercise/pages/report.tsx';
import { roomPage } from './exercise/pages/room.tsx';
import { exercisePermissions } from './exercise/permissions.ts';
import { exerciseTexts } from './exercise/text/texts.ts';
import { importTexts } from './imports/text/texts.ts';
import { runCommands } from './runs/commands.ts';
import { runTexts } from './runs/text/texts.ts';

/** Coupled electricity markets: cleared and certified; security of supply; crisis. */
export const energy: Module = {
  name: 'energy',
  kinds: [],
  pages: [energyPage, exercisesPage, roomPage, reportPage],
  routes: [],
  feeds: [],
  downloads: [],
  panels: [energyPanel],
  datasets: async () => [],
  commands: [...runCommands, ...comparisonCommands],
  actions: exerciseActions,
  permissions: exercisePermissions,
  problems: {
    nl: problemsIn('nl'),
    fr: problemsIn('fr'),
    de: problemsIn('de'),
    en: problemsIn('en'),
  },
};

/** What the rooms say of what cannot be done, in one catalogue. */
function problemsIn(language: Language) {
  const rooms = [importTexts, runTexts, comparisonTexts, exerciseTexts];
  return Object.assign({}, ...rooms.map((texts) => texts(language).problems));
}
