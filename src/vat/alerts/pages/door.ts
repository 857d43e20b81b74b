import type { Door } from '../../fields/pages/parts.tsx';
import { alertsPath, runsPath } from '../model.ts';
import { alertTexts } from '../text/texts.ts';

export const alertsDoor: Door = {
  path: alertsPath,
  title: ({ language }) => alertTexts(language).list.title,
  what: ({ language }) => alertTexts(language).list.door,
};

export const runsDoor: Door = {
  path: runsPath,
  title: ({ language }) => alertTexts(language).runs.title,
  what: ({ language }) => alertTexts(language).runs.door,
};
