import type { PageContext } from '#platform/module.ts';
import { Section } from '#platform/page/components.tsx';
import { type Offer, offersTitle } from './offers.ts';

/** What the reader may do here, as ways to its forms; nothing where that is nothing. */
export function Offered({ offers, context }: { offers: readonly Offer[]; context: PageContext }) {
  if (offers.length === 0) return null;
  return (
    <Section title={offersTitle(context)} id="actions">
      <p class="chips">
        {offers.map(({ title, href }) => (
          <a class="chip" href={href}>
            {title}
          </a>
        ))}
      </p>
    </Section>
  );
}
