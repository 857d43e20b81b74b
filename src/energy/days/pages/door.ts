import type { PageContext } from '#platform/module.ts';
import { dayTexts } from '../text/texts.ts';
import { daysPath } from './parts.tsx';

/** The way to days of the market, for the front page of energy. */
export const daysDoor = {
  path: daysPath,
  title: ({ language }: Pick<PageContext, 'language'>) => dayTexts(language).page.days,
  what: ({ language }: Pick<PageContext, 'language'>) => dayTexts(language).page.lede,
};
