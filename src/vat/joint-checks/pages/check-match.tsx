import type { ExportTable, PageContext } from '#platform/module.ts';
import { BarRow, EmptyState, Note, Section } from '#platform/page/components.tsx';
import { sectionExports } from '#platform/page/section-exports.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { type Names, plainName } from '#union';
import { jointChecks } from '../model.ts';
import { type MatchLine, type Trade, verdictOf } from '../rules/cross-match.ts';
import type { SeenCheck } from '../store.ts';
import { jointCheckTexts } from '../text/texts.ts';
import { PagesOf, type Shown, sliceOf, tableOf } from './check-parts.tsx';
import { amountText, dateText, inEuros, matchOf, traderText, VerdictMark } from './parts.tsx';

/** Sales held against purchases, as a section of the page of a check and as its export. */

/** Why a line is as it is, in a few words. */
function reasonsOf({ findings, unknown }: MatchLine, context: PageContext): string {
  const words = jointCheckTexts(context.language);
  return [...findings.map((one) => words.findings[one]), ...unknown.map((one) => words.unknowns[one])].join(
    ', ',
  );
}

function Side({ trade, names, context }: { trade: Trade | null; names: Names; context: PageContext }) {
  const { language } = context;
  if (trade === null) return <>–</>;
  return (
    <>
      {plainName(trade.state, names, language)}, {dateText(trade.day as never, language)}
      <br />
      <small>
        {traderText(trade.seller, language)} → {traderText(trade.buyer, language)}
        <br />
        {amountText(trade.cents, language)}
      </small>
    </>
  );
}

export function Match({ check, names, context }: Shown) {
  const { language } = context;
  const { page: words, verdicts } = jointCheckTexts(language);
  const lines = matchOf(check);
  const counted = (['one_side', 'differs', 'agrees', 'unknown'] as const).map((verdict) => ({
    verdict,
    count: lines.filter((line) => verdictOf(line) === verdict).length,
  }));
  const most = Math.max(...counted.map(({ count }) => count), 1);
  return (
    <Section
      title={words.match}
      id="match"
      tools={
        lines.length === 0
          ? []
          : sectionExports(words.match, language, (format) =>
              context.href(jointChecks.href(check.id), { format }),
            )
      }
    >
      <Note>{words.matchWhat}</Note>
      {lines.length === 0 ? (
        <EmptyState why={words.noMatch} what={words.noMatchWhat} who={words.noFactsWho} />
      ) : (
        <>
          <figure aria-label={words.picture}>
            {counted.map(({ verdict, count }) => (
              <BarRow label={verdicts[verdict]} share={count / most} text={count} />
            ))}
          </figure>
          <DataTable<MatchLine>
            caption={words.match}
            rows={sliceOf(lines, 'match-page', context)}
            columns={[
              { title: words.item, cell: ({ item }) => <code>{item}</code> },
              {
                title: words.verdict,
                cell: (line) => <VerdictMark verdict={verdictOf(line)} language={language} />,
                below: (line) => <small>{reasonsOf(line, context)}</small>,
              },
              {
                title: words.sold,
                cell: ({ sale }) => <Side trade={sale} names={names} context={context} />,
              },
              {
                title: words.bought,
                cell: ({ purchase }) => <Side trade={purchase} names={names} context={context} />,
              },
              {
                title: words.difference,
                figure: true,
                cell: ({ cents }) => (cents === null ? '–' : inEuros(cents, language)),
              },
            ]}
          />
          <PagesOf
            {...{ check, names, context }}
            name="match-page"
            total={lines.length}
            label={words.match}
          />
        </>
      )}
    </Section>
  );
}

export function matchTable(check: SeenCheck, context: PageContext): ExportTable {
  const { page: words, columns } = jointCheckTexts(context.language);
  const notes = {
    item: words.item,
    verdict: columns.verdict,
    findings: columns.findings,
    unknown: columns.unknown,
    sale_state: words.by,
    sale_day: columns.day,
    sale_seller: columns.number,
    sale_buyer: columns.number,
    sale_cents: columns.saleCents,
    purchase_state: words.by,
    purchase_day: columns.day,
    purchase_seller: columns.number,
    purchase_buyer: columns.number,
    purchase_cents: columns.purchaseCents,
    cents: columns.cents,
  };
  const sideOf = (name: string, trade: Trade | null) => ({
    [`${name}_state`]: trade?.state ?? null,
    [`${name}_day`]: trade?.day ?? null,
    [`${name}_seller`]: trade?.seller ?? null,
    [`${name}_buyer`]: trade?.buyer ?? null,
    [`${name}_cents`]: trade?.cents ?? null,
  });
  const rows = matchOf(check).map((line) => ({
    item: line.item,
    verdict: verdictOf(line),
    findings: line.findings.join(' '),
    unknown: line.unknown.join(' '),
    ...sideOf('sale', line.sale),
    ...sideOf('purchase', line.purchase),
    cents: line.cents,
  }));
  return tableOf(context, 'joint-check-match', words.match, notes, rows);
}
