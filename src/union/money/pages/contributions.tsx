import { formatMoney } from '#kernel/money.ts';
import type { PageContext } from '#platform/module.ts';
import { BarRow, Section, Sources, Verdict } from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { Named, type Names } from '../../names.tsx';
import { unionTexts } from '../../text/texts.ts';
import { togetherOf } from '../rules/allocation.ts';
import type { Contribution } from '../rules/contributions.ts';
import type { BudgetYear } from '../store.ts';
import { percent } from './amounts.tsx';

/** Bars and the same as a table, with the sum below: that it is the amount is checked here and not taken on trust. */
export function Contributions({
  year,
  names,
  context,
}: {
  year: BudgetYear;
  names: Names;
  context: PageContext;
}) {
  const all = unionTexts(context.language);
  const words = all.budget;
  const contributions = year.contributions ?? [];
  const sum = togetherOf(contributions.map(({ amount }) => amount));
  const readds = sum !== null && year.amount !== null && sum.minor === year.amount.minor;
  const largest = Math.max(...contributions.map(({ share }) => share), 0);
  return (
    <Section title={words.contributions(year.year)} id="contributions">
      {contributions.map(({ party, share }) => (
        <BarRow
          label={<Named id={party} names={names} context={context} />}
          share={largest === 0 ? null : share / largest}
          text={percent(share, context)}
        />
      ))}
      <DataTable<Contribution>
        caption={words.contributions(year.year)}
        rows={contributions}
        columns={[
          {
            title: all.programme.party,
            cell: ({ party }) => <Named id={party} names={names} context={context} />,
          },
          { title: words.share, figure: true, cell: ({ share }) => percent(share, context) },
          {
            title: words.contribution,
            figure: true,
            cell: ({ amount }) => formatMoney(amount, context.language),
          },
        ]}
        total={[
          words.total,
          percent(
            contributions.reduce((whole, { share }) => whole + share, 0),
            context,
          ),
          sum === null ? '' : formatMoney(sum, context.language),
        ]}
      />
      <Verdict tone={readds ? 'good' : 'bad'} title={readds ? words.readds : words.differs}>
        {words.workedOut} <Sources register={context.register} sections={year.source} />
      </Verdict>
    </Section>
  );
}
