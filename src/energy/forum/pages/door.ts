import type { PageContext } from '#platform/module.ts';
import { energyForumPath } from '../model.ts';
import { forumTexts } from '../text/texts.ts';

/** The way to the forum, for the front page of energy. */
export const forumDoor = {
  path: energyForumPath,
  title: ({ language }: Pick<PageContext, 'language'>) => forumTexts(language).page.door,
  what: ({ language }: Pick<PageContext, 'language'>) => forumTexts(language).page.doorWhat,
};
