import { formatDate } from '#kernel/dates.ts';
import type { PageContext } from '#platform/module.ts';
import { unionTexts } from '../../text/texts.ts';
import type { Renewal } from '../rules/renewal.ts';

/** "To be renewed or ended by 31 March 2023." */
export function renewalSentence({ until, lapsed }: Renewal, { language }: PageContext): string {
  const { renewLapsed, renewBy } = unionTexts(language).desk;
  const day = formatDate(until, language);
  return lapsed ? renewLapsed(day) : renewBy(day);
}
