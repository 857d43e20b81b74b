import type { PageContext } from '#platform/module.ts';
import { StatusMark, type Tone } from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import type { BlockOutcome, BlockStanding } from '../block-standing.ts';
import { dayTexts } from '../text/texts.ts';
import { number } from './parts.tsx';

const order: readonly BlockStanding[] = ['paradox', 'held', 'accepted', 'rejected'];
const tones: Readonly<Record<BlockStanding, Tone>> = {
  ...{ accepted: 'good', rejected: 'none', held: 'part', paradox: 'bad' },
};

/** How many blocks became what: those that are rejected though they would gain are counted apart. */
export function BlockCounts({
  outcomes,
  context,
}: {
  outcomes: readonly BlockOutcome[];
  context: PageContext;
}) {
  const { page: words } = dayTexts(context.language);
  const count = (standing: BlockStanding) => outcomes.filter((one) => one.standing === standing).length;
  return (
    <p>
      {words.blockCounts({
        ...{ accepted: count('accepted'), rejected: count('rejected') },
        ...{ held: count('held'), paradox: count('paradox') },
      })}
    </p>
  );
}

/** Blocks with what became of them and why. `step`: place of a step of which to tell how much they deliver. */
export function BlockTable(props: {
  outcomes: readonly BlockOutcome[];
  zones: readonly string[];
  hours: number;
  step: number;
  context: PageContext;
}) {
  const { outcomes, zones, hours, step, context } = props;
  const { language } = context;
  const { page: words } = dayTexts(language);
  const total = (quantities: Float64Array) => quantities.reduce((sum, one) => sum + one, 0);
  const why = ({ standing, margin, share }: BlockOutcome) =>
    words.why[standing]({
      ...{ by: number(Math.abs(margin), 2, language), share: number(100 * share, 0, language) },
    });
  return (
    <DataTable<BlockOutcome>
      caption={words.blocks}
      rows={outcomes.toSorted(
        (one, other) =>
          order.indexOf(one.standing) - order.indexOf(other.standing) || other.margin - one.margin,
      )}
      columns={[
        { title: words.block, cell: ({ block }) => block.id },
        { title: words.zone, cell: ({ block }) => zones[block.zone] ?? '' },
        { title: words.side, cell: ({ block }) => words.sides[block.side] },
        { title: words.limitPrice, figure: true, cell: ({ block }) => number(block.price, 2, language) },
        {
          title: words.volume,
          figure: true,
          cell: ({ block }) => number(total(block.quantities) * hours, 0, language),
        },
        {
          title: words.inStep,
          figure: true,
          cell: ({ block, share }) => number(share * (block.quantities[step] ?? 0), 0, language),
        },
        {
          title: words.decision,
          cell: (one) => <StatusMark tone={tones[one.standing]} text={words[one.standing]} />,
          below: (one) => <small>{why(one)}</small>,
        },
      ]}
    />
  );
}
