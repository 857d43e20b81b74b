import type { PageContext } from '#platform/module.ts';
import { budgets } from '../model.ts';
import { moneyTexts } from '../text/texts.ts';
import type { WalkPlace } from '../walk.ts';

/** Where a record stands in the walk of the euro: a link to its row in each year; nothing where it stands in none. */
export function InWalk({ places, context }: { places: readonly WalkPlace[]; context: PageContext }) {
  if (places.length === 0) return null;
  const words = moneyTexts(context.language).walk;
  return (
    <p>
      {words.link}:{' '}
      {places.map(({ year, anchor }, index) => (
        <>
          {index > 0 && ', '}
          <a href={`${context.href(`${budgets.href(year)}/walk`)}#${anchor}`}>{words.title(year)}</a>
        </>
      ))}
    </p>
  );
}
