import type { PageContext } from '#platform/module.ts';
import { exercisesPath } from '../model.ts';
import { exerciseTexts } from '../text/texts.ts';

/** The way to exercises, for the front page of energy. */
export const exercisesDoor = {
  path: exercisesPath,
  title: ({ language }: Pick<PageContext, 'language'>) => exerciseTexts(language).page.door,
  what: ({ language }: Pick<PageContext, 'language'>) => exerciseTexts(language).page.doorWhat,
};
