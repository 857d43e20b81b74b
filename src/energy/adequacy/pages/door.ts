import type { PageContext } from '#platform/module.ts';
import { studiesPath } from '../actions.ts';
import { adequacyTexts } from '../text/texts.ts';

/** The way to studies of security of supply, for the front page of energy. */
export const studiesDoor = {
  path: studiesPath,
  title: ({ language }: Pick<PageContext, 'language'>) => adequacyTexts(language).page.door,
  what: ({ language }: Pick<PageContext, 'language'>) => adequacyTexts(language).page.lede,
};
