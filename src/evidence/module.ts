import type { Module } from '#platform/module.ts';
import { evidenceCommands } from './commands.ts';
import { countsFeed, evidenceFeed, seriesFeed } from './feeds/cubes.ts';
import { evidenceDatasets } from './feeds/datasets.ts';
import { resultsFeed } from './feeds/results.ts';
import { evidenceKinds } from './model.ts';
import { evidencePage } from './pages/evidence.tsx';
import { indicatorPage } from './pages/indicator.tsx';
import { evidenceRoutes } from './routes.ts';
import { evidenceTexts } from './text/texts.ts';

export const evidence: Module = {
  name: 'evidence',
  kinds: evidenceKinds,
  pages: [evidencePage, indicatorPage],
  routes: evidenceRoutes,
  feeds: [evidenceFeed, countsFeed, seriesFeed, resultsFeed],
  downloads: [],
  panels: [],
  datasets: evidenceDatasets,
  commands: evidenceCommands,
  actions: [],
  permissions: [],
  problems: {
    nl: evidenceTexts('nl').problems,
    fr: evidenceTexts('fr').problems,
    de: evidenceTexts('de').problems,
    en: evidenceTexts('en').problems,
  },
};
