import { type Module, problemsOf } from '#platform/module.ts';
import { studyActions } from './adequacy/actions.ts';
import { adequacyCommands } from './adequacy/commands.ts';
import { studiesPage } from './adequacy/pages/studies.tsx';
import { studyPage } from './adequacy/pages/study.tsx';
import { studyPermissions } from './adequacy/permissions.ts';
import { adequacyTexts } from './adequacy/text/texts.ts';
import { comparisonCommands } from './comparison/commands.ts';
import { comparisonTexts } from './comparison/text/texts.ts';
import { dayCommands } from './days/commands.ts';
import { bookPage } from './days/pages/book.tsx';
import { dayPage } from './days/pages/day.tsx';
import { daysPage } from './days/pages/days.tsx';
import { domainPage } from './days/pages/domain.tsx';
import { ledgerPage } from './days/pages/ledger.tsx';
import { dayTexts } from './days/text/texts.ts';
import { domainCommands } from './domain/commands.ts';
import { domainTexts } from './domain/text/texts.ts';
import { evidenceCommands } from './evidence/commands.ts';
import { evidenceDatasets } from './evidence/datasets.ts';
import { evidencePage } from './evidence/pages/evidence.tsx';
import { madeUpPage } from './evidence/pages/made-up.tsx';
import { evidencePanel } from './evidence/pages/panel.tsx';
import { evidenceTexts } from './evidence/text/texts.ts';
import { exerciseActions } from './exercise/actions.ts';
import { makeLesson } from './exercise/lesson.ts';
import { exercisesPage } from './exercise/pages/exercises.tsx';
import { lessonPanel } from './exercise/pages/lessons.tsx';
import { reportPage } from './exercise/pages/report.tsx';
import { roomPage } from './exercise/pages/room.tsx';
import { exercisePermissions } from './exercise/permissions.ts';
import { exerciseTexts } from './exercise/text/texts.ts';
import { flexibilityCommands } from './flexibility/commands.ts';
import { flexibilityTexts } from './flexibility/text/texts.ts';
import { forumActions } from './forum/actions.ts';
import { forumMatters, forumPermissions } from './forum/model.ts';
import { forumDatasets, forumPage } from './forum/pages/forum.tsx';
import { forumTexts } from './forum/text/texts.ts';
import { energyPage, energyPanel } from './front/pages/energy.tsx';
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
    domainPage,
    bookPage,
    ledgerPage,
    studiesPage,
    studyPage,
    exercisesPage,
    roomPage,
    reportPage,
    forumPage,
    evidencePage,
    madeUpPage,
  ],
  routes: [],
  feeds: [],
  downloads: [],
  panels: [energyPanel, evidencePanel, lessonPanel],
  datasets: async (context) => [...(await forumDatasets(context)), ...(await evidenceDatasets(context))],
  commands: [
    ...runCommands,
    ...comparisonCommands,
    ...dayCommands,
    ...adequacyCommands,
    ...importCommands,
    ...flexibilityCommands,
    ...domainCommands,
    ...evidenceCommands,
  ],
  actions: [...exerciseActions, makeLesson, ...forumActions, ...studyActions],
  permissions: [...exercisePermissions, ...forumPermissions, ...studyPermissions],
  problems: problemsOf([
    importTexts,
    runTexts,
    comparisonTexts,
    dayTexts,
    adequacyTexts,
    flexibilityTexts,
    domainTexts,
    exerciseTexts,
    forumTexts,
    evidenceTexts,
  ]),
};
