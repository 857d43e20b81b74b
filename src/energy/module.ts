import type { Language } from '#kernel/languages.ts';
import type { Module } from '#platform/module.ts';
import { studyActions } from './adequacy/actions.ts';
import { adequacyCommands } from './adequacy/commands.ts';
import { studiesPage } from './adequacy/pages/studies.tsx';
import { studyPage } from './adequacy/pages/study.tsx';
import { studyPermissions } from './adequacy/permissions.ts';
import { adequacyTexts } from './adequacy/text/texts.ts';
import { comparisonCommands } from './comparison/commands.ts';
import { comparisonTexts } from './comparison/text/texts.ts';
import { dayCommands } from './days/commands.ts';
import { dayPage } from './days/pages/day.tsx';
import { daysPage } from './days/pages/days.tsx';
import { dayTexts } from './days/text/texts.ts';
import { domainCommands } from './domain/commands.ts';
import { domainTexts } from './domain/text/texts.ts';
import { exerciseActions } from './exercise/actions.ts';
import { energyPage, energyPanel } from './exercise/pages/energy.tsx';
import { exercisesPage } from './exercise/pages/exercises.tsx';
import { reportPage } from './exercise/pages/report.tsx';
import { roomPage } from './exercise/pages/room.tsx';
import { exercisePermissions } from './exercise/permissions.ts';
import { exerciseTexts } from './exercise/text/texts.ts';
import { flexibilityCommands } from './flexibility/commands.ts';
import { flexibilityTexts } from './flexibility/text/texts.ts';
import { forumActions } from './forum/actions.ts';
import { forumMatters, forumPermissions } from './forum/model.ts';
import { forumPage } from './forum/pages/forum.tsx';
import { forumTexts } from './forum/text/texts.ts';
import { importCommands } from './imports/commands.ts';
import { importTexts } from './imports/text/texts.ts';
import { runCommands } from './runs/commands.ts';
import { runTexts } from './runs/text/texts.ts';

/** Coupled electricity markets: cleared and certified; security of supply; crisis. */
export const energy: Module = {
  name: 'energy',
  kinds: [forumMatters],
  pages: [
    energyPage,
    daysPage,
    dayPage,
    studiesPage,
    studyPage,
    exercisesPage,
    roomPage,
    reportPage,
    forumPage,
  ],
  routes: [],
  feeds: [],
  downloads: [],
  panels: [energyPanel],
  datasets: async () => [],
  commands: [
    ...runCommands,
    ...comparisonCommands,
    ...dayCommands,
    ...adequacyCommands,
    ...importCommands,
    ...flexibilityCommands,
    ...domainCommands,
  ],
  actions: [...exerciseActions, ...forumActions, ...studyActions],
  permissions: [...exercisePermissions, ...forumPermissions, ...studyPermissions],
  problems: {
    nl: problemsIn('nl'),
    fr: problemsIn('fr'),
    de: problemsIn('de'),
    en: problemsIn('en'),
  },
};

/** What the rooms say of what cannot be done, in one catalogue. */
function problemsIn(language: Language) {
  const rooms = [
    importTexts,
    runTexts,
    comparisonTexts,
    dayTexts,
    adequacyTexts,
    flexibilityTexts,
    domainTexts,
    exerciseTexts,
    forumTexts,
  ];
  return Object.assign({}, ...rooms.map((texts) => texts(language).problems));
}
