import { formatDate } from '#kernel/dates.ts';
import type { PageContext } from '#platform/module.ts';
import { DueList, EmptyState } from '#platform/page/components.tsx';
import { groups } from '../../bodies/model.ts';
import { promises } from '../../commitments/model.ts';
import type { Commitment } from '../../commitments/rules/commitment.ts';
import { commitmentTexts } from '../../commitments/text/texts.ts';
import { instruments } from '../../law/model.ts';
import { lawTexts } from '../../law/text/texts.ts';
import { Named, type Names, plainName } from '../../names.tsx';
import { parliamentItems } from '../../parliament/model.ts';
import { planItems } from '../../plans/model.ts';
import { unionTexts } from '../../text/texts.ts';
import type { DueCommitment } from '../due.ts';

/** Days left or late on the day asked about; of an item dated to the year the least that it is late. */
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
        days: Math.abs(days),
        late: days < 0,
        unit: days < 0 ? words.daysLate : words.daysLeft,
        what: (
          <a href={context.href(commitmentPath(one))}>
            <span lang={one.language}>{one.text}</span>
          </a>
        ),
        detail: (
          <>
            {one.owner === null ? (
              words.ownerMissing
            ) : (
              <Named id={one.owner} names={names} context={context} />
            )}
            {', '}
            {one.reminds !== undefined &&
              `${lawTexts(context.language).page.remind(plainName(one.reminds, names, context.language))}, `}
            {one.reviews === true && `${commitmentTexts(context.language).page.review}, `}
            {dueText(one, context)}
          </>
        ),
      }))}
    />
  );
}

const saidIn = [promises, parliamentItems, planItems, groups, instruments];

/** The page of what says so: of a promise its own. */
export function commitmentPath({ origin }: Commitment): string {
  return (saidIn.find(({ name }) => name === origin.kind) ?? instruments).href(origin.id);
}

/**
 * The deadline as precise as the source has it, or the days between which it lies: then the number beside it is the least
 * that it is late.
 */
export function dueText({ stated, dueEarliest, dueLatest }: Commitment, context: PageContext): string {
  if (stated !== null) return formatDate(stated, context.language);
  if (dueEarliest === null || dueLatest === null) return '';
  const [first = '', last = ''] = [dueEarliest, dueLatest].map((day) => formatDate(day, context.language));
  return first === last ? last : unionTexts(context.language).parliament.between(first, last);
}
