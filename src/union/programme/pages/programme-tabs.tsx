import type { PageContext } from '#platform/module.ts';
import { Tabs } from '#platform/page/components.tsx';
import { unionTexts } from '../../text/texts.ts';

const parts = ['programme', 'groups', 'bodies', 'contacts', 'budget'] as const;
type ProgrammePart = (typeof parts)[number];

/** The way between the pages of the programme: what is planned, by whom, with whom and with what money. */
export function ProgrammeTabs({ current, context }: { current: ProgrammePart; context: PageContext }) {
  const words = unionTexts(context.language).programmeParts;
  return (
    <Tabs
      label={words.label}
      items={parts.map((part) => ({
        text: words[part],
        href: context.href(`/${part}`),
        current: part === current,
      }))}
    />
  );
}
