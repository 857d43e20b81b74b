import type { Door } from '../../fields/pages/parts.tsx';
import { jointCheckTexts } from '../text/texts.ts';

export const checksPath = '/practice/vat/checks';

export const checksDoor: Door = {
  path: checksPath,
  title: ({ language }) => jointCheckTexts(language).page.door,
  what: ({ language }) => jointCheckTexts(language).page.doorWhat,
};
