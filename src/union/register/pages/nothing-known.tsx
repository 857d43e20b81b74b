import type { PageContext } from '#platform/module.ts';
import { EmptyState } from '#platform/page/components.tsx';
import { texts } from '#platform/text/texts.ts';
import { unionTexts } from '../../text/texts.ts';

/** In place of a page whose register's source was not yet known on the date that the reader chose. */
export function NothingKnown({ context }: { context: PageContext }) {
  const { language, knownAt, register } = context;
  return (
    <EmptyState
      why={unionTexts(language).nothingKnown(knownAt, register.knownFrom)}
      what={texts(language).list.empty.unknownThenWhat}
    />
  );
}
