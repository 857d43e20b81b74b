import type { Dataset, ReadContext } from '#platform/module.ts';
import { evidencePath, madeUpPath } from './pages/parts.tsx';
import { evidenceTexts } from './text/texts.ts';

/** Two files that never hold anything of one another: what is real, and what is made up. */
export async function evidenceDatasets({
  language,
}: Pick<ReadContext, 'language'>): Promise<readonly Dataset[]> {
  const { page: words } = evidenceTexts(language);
  const shared = { exports: ['csv', 'xlsx', 'json'] as const, feeds: [], years: null };
  return [
    {
      ...{ id: 'energy-evidence', title: words.title, page: evidencePath, ...shared },
      description: words.exportReal,
    },
    {
      ...{ id: 'energy-made-up', title: words.details, page: madeUpPath, ...shared },
      description: words.exportMadeUp,
    },
  ];
}
