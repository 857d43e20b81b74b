import type { PageContext } from '#platform/module.ts';
import { caseTexts } from '../text/texts.ts';

/** The way to what came of the cases. Imports texts only, since the front page shows it. */
export const evidenceDoor = {
  path: '/practice/vat/evidence',
  title: ({ language }: PageContext) => caseTexts(language).evidence.tab,
  what: ({ language }: PageContext) => caseTexts(language).evidence.what,
};
