import type { Door } from '../../fields/pages/parts.tsx';
import { edgeTexts } from '../text/texts.ts';

export const searchesPath = '/practice/vat/searches';

export const searchesDoor: Door = {
  path: searchesPath,
  title: ({ language }) => edgeTexts(language).page.door,
  what: ({ language }) => edgeTexts(language).page.doorWhat,
};
