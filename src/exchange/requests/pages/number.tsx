import { grantsOn } from '#platform/access/access.ts';
import { actionContextOf } from '#platform/actions/offers.ts';
import type { Panel } from '#platform/module.ts';
import { FieldList, Section } from '#platform/page/components.tsx';
import { openingTexts } from '../../openings/text/texts.ts';
import { requestTexts } from '../text/texts.ts';

/** On the desk of whoever acts for a party: by which number others know, and list, who asks from here. */
export const numberPanel: Panel = {
  page: '/desk',
  render: async (context) => {
    const { actor, register, today } = actionContextOf(context);
    const asks = grantsOn(actor, register.id, today).some(({ party }) => party !== null);
    if (actor.kind !== 'person' || !asks) return null;
    const { number } = requestTexts(context.language);
    return (
      <Section title={openingTexts(context.language).exchange.title} id="exchange">
        <FieldList fields={[{ label: number.label, value: <code>{actor.id}</code> }]} />
        <p>
          <small>{number.what}</small>
        </p>
      </Section>
    );
  },
};
