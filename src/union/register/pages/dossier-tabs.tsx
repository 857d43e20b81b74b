import type { PageContext } from '#platform/module.ts';
import { Tabs } from '#platform/page/components.tsx';
import { unionTexts } from '../../text/texts.ts';

/**
 * The same six tabs on every page of a record: the record itself, and what the register holds of its dossier. A tab
 * leads to the list where the whole of it can be seen and filtered.
 */
export function DossierTabs({
  context,
  kind,
  id,
  dossier,
}: {
  context: PageContext;
  kind: string;
  id: string;
  dossier: string | null;
}) {
  const { tabs, tabsLabel } = unionTexts(context.language).groups;
  const of = (kinds: string) => context.href('/find', { kind: kinds, dossier });
  return (
    <Tabs
      label={tabsLabel}
      items={[
        { text: tabs.overview, href: '#content', current: true },
        { text: tabs.work, href: of('working_groups'), current: false },
        { text: tabs.law, href: of('instruments'), current: false },
        { text: tabs.money, href: context.href('/budget'), current: false },
        { text: tabs.evidence, href: of('indicators'), current: false },
        { text: tabs.journal, href: context.href('/journal', { subject: `${kind}/${id}` }), current: false },
      ]}
    />
  );
}
