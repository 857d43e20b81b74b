import type { PageContext } from '#platform/module.ts';
import { EmptyState, Tabs } from '#platform/page/components.tsx';
import { doors } from '../../doors.ts';
import { fieldTexts } from '../text/texts.ts';

/** What the pages of the module share. */

export const vatPath = '/practice/vat';

/** The page of a room, beside those of the others. */
export type Door = {
  readonly path: string;
  readonly title: (context: PageContext) => string;
  readonly what: (context: PageContext) => string;
};

export function VatTabs({ current, context }: { current: string; context: PageContext }) {
  const { tabs } = fieldTexts(context.language);
  const items = [
    { text: tabs.overview, path: vatPath },
    ...doors.map(({ path, title }) => ({ text: title(context), path })),
  ];
  return (
    <Tabs
      label={tabs.label}
      items={items.map(({ text, path }) => ({ text, href: context.href(path), current: path === current }))}
    />
  );
}

/** Crumbs of a page of the module, above them those of its own room. */
export function crumbsToVat(context: PageContext, ...more: readonly { text: string; path: string }[]) {
  const words = fieldTexts(context.language);
  return [
    { text: words.practice, href: context.href('/practice') },
    { text: words.tabs.label, href: context.href(vatPath) },
    ...more.map(({ text, path }) => ({ text, href: context.href(path) })),
  ];
}

/** Instead of what is for delegates of a field alone; what is not there and what is not for the reader look alike. */
export function ClosedField({ context }: { context: PageContext }) {
  const words = fieldTexts(context.language);
  return <EmptyState why={words.closedWhy} what={words.closedWhat} who={words.closedWho} />;
}
