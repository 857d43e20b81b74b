import type { Door } from '../../fields/pages/parts.tsx';
import { refundsPath } from '../kinds.ts';
import { workTexts } from '../text/work/work-texts.ts';

export const refundsDoor: Door = {
  path: refundsPath,
  title: ({ language }) => workTexts(language).door.title,
  what: ({ language }) => workTexts(language).door.what,
};
