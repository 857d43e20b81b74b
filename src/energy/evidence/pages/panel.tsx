import type { Panel } from '#platform/module.ts';
import { FieldList, Section } from '#platform/page/components.tsx';
import { energyPath } from '../../front/pages/crumbs.ts';
import { evidenceTexts } from '../text/texts.ts';
import { evidencePath, madeUpPath } from './parts.tsx';

/** On the front page of energy: the way to its evidence. */
export const evidencePanel: Panel = {
  page: energyPath,
  render: async (context) => {
    const { page: words } = evidenceTexts(context.language);
    return (
      <Section title={words.door} id="evidence">
        <FieldList
          fields={[
            { label: <a href={context.href(evidencePath)}>{words.title}</a>, value: words.doorWhat },
            { label: <a href={context.href(madeUpPath)}>{words.details}</a>, value: words.detailsLede },
          ]}
        />
      </Section>
    );
  },
};
