import type { Door } from '../../fields/pages/parts.tsx';
import { oneStopShopTexts } from '../text/texts.ts';

export const oneStopShopPath = '/practice/vat/one-stop-shop';

export const oneStopShopDoor: Door = {
  path: oneStopShopPath,
  title: ({ language }) => oneStopShopTexts(language).page.door,
  what: ({ language }) => oneStopShopTexts(language).page.doorWhat,
};
