import { formatDate } from '#kernel/dates.ts';
import type { PageContext } from '#platform/module.ts';
import { DueList, EmptyState } from '#platform/page/components.tsx';
import type { Commitment } from '../../commitments.ts';
import { instruments } from '../../law/model.ts';
import { Named, type Names } from '../../names.tsx';
import { parliamentItems } from '../../parliament/model.ts';
import { unionTexts } from '../../text/texts.ts';
import type { DueCommitment } from '../due.ts';

/** Days on the day asked about; an item dated to the year shows the least that it is late. */
export function Due({
  due,
  names,
  context,
}: {
  names: Names;
  context: PageContext;
} & { due: readonly DueCommitment[] }) {
  const words = unionTexts(context.language).overview;
  if (due.length === 0) return <EmptyState why={words.dueNone} what={words.dueNoneWhat} />;
  return (
    <DueList
      items={due.map(({ one, days }) => ({
        days,
        unit: words.daysLeft,
        what: <span lang="en">{one.text}</span>,
        detail: (
          <>
            {one.owner === null ? (
              words.ownerMissing
            ) : (
              <Named id={one.owner} names={names} context={context} />
            )}
            {', '}
            {dueText(one, context)}
          </>
        ),
        link: {
          text: words.open,
          href: context.href(
            one.origin.kind === parliamentItems.name
              ? parliamentItems.href(one.origin.id)
              : instruments.href(one.origin.id),
          ),
        },
      }))}
    />
  );
}

/** The day, or the days between which it lies: then the number beside it is the least that it is late. */
function dueText({ dueEarliest, dueLatest }: Commitment, context: PageContext): string {
  if (dueEarliest === null || dueLatest === null) return '';
  const [first = '', last = ''] = [dueEarliest, dueLatest].map((day) => formatDate(day, context.language));
  return first === last ? last : unionTexts(context.language).parliament.between(first, last);
}
