import type { Dataset, Page, Panel, ReadContext } from '#platform/module.ts';
import { openingTexts } from '../text/texts.ts';
import { agreementsPage } from './agreements.tsx';
import { exchangePage, instrumentPanel, practicePanel } from './exchange.tsx';
import { mayPage } from './may.tsx';
import { openingsPage } from './openings.tsx';

export const openingPages: readonly Page[] = [exchangePage, mayPage, agreementsPage, openingsPage];

export const openingPanels: readonly Panel[] = [practicePanel, instrumentPanel];

export async function openingDatasets({
  language,
}: Pick<ReadContext, 'language'>): Promise<readonly Dataset[]> {
  const words = openingTexts(language);
  return ([mayPage, agreementsPage] as const).map(({ path }) => {
    const { title, lede } = path === mayPage.path ? words.may : words.agreements;
    const id = path.replace('/practice/', '');
    return {
      id,
      title,
      description: lede,
      page: path,
      exports: ['csv', 'xlsx', 'json'],
      feeds: [],
      years: null,
    };
  });
}
