import type { ComponentChildren } from 'preact';
import type { Page, PageContext } from '#platform/module.ts';

/** What modules above add to a page, one below the other; the page puts it where it belongs. */
export async function loadPanels(
  { path }: Pick<Page, 'path'>,
  context: PageContext,
): Promise<readonly ComponentChildren[]> {
  const panels = context.modules.flatMap((module) => module.panels).filter(({ page }) => page === path);
  const made: ComponentChildren[] = [];
  // One after the other: they read in the page's own transaction, which has one connection.
  for (const { render } of panels) made.push(await render(context));
  return made.filter((one) => one !== null);
}
