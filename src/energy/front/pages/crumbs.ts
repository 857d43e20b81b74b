import type { PageContext } from '#platform/module.ts';
import { frontTexts } from '../text/texts.ts';

export const energyPath = '/practice/energy';

/** The way up from a page of energy. */
export function crumbsToEnergy(context: PageContext, ...more: readonly { text: string; path: string }[]) {
  const words = frontTexts(context.language);
  return [
    { text: words.practice, href: context.href('/practice') },
    { text: words.energy, href: context.href(energyPath) },
    ...more.map(({ text, path }) => ({ text, href: context.href(path) })),
  ];
}
