import { ok } from '#kernel/result.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { pageOf } from '#platform/page/address.ts';
import { EmptyState, Note, Section, Stack } from '#platform/page/components.tsx';
import { DataTable, Pagination } from '#platform/page/table.tsx';
import { dayText } from '../../days/pages/day-text.ts';
import { number } from '../../days/pages/parts.tsx';
import type { Apart, Ledger, Line, ZoneLine } from '../model.ts';
import { detailsOfLedger, madeUpOf } from '../rules/figures.ts';
import { addLines, totalOf, welfareOf } from '../rules/ledger.ts';
import { evidenceTexts } from '../text/texts.ts';
import {
  amountText,
  besideText,
  crumbsToEvidence,
  euros,
  evidencePath,
  figuresOf,
  type KeptEvidence,
  loadKept,
  madeUpPath,
  modeText,
  ordersText,
  rowsOf,
  runHref,
  tableOf,
} from './parts.tsx';

type Shown = { readonly ledger: Ledger; readonly kept: KeptEvidence; readonly context: PageContext };

/** Every comparison that rests on made-up orders, one a page: by zone and party, by day, and between zones. */
export const madeUpPage: Page = {
  path: madeUpPath,
  navigation: 'practice',
  render: async (context) => {
    const { page: words } = evidenceTexts(context.language);
    return async () => {
      const kept = await loadKept(context.dataFolder);
      const ledgers = kept.ledgers.filter(({ isSynthetic }) => isSynthetic);
      const shown = Math.min(pageOf(context.query), Math.max(1, ledgers.length));
      const ledger = ledgers[shown - 1];
      return ok({
        title: words.details,
        lede: words.detailsLede,
        crumbs: crumbsToEvidence(context, { text: words.door, path: evidencePath }),
        exports: ['csv', 'xlsx', 'json'] as const,
        body: (
          <Stack>
            <Note>{words.noBooks}</Note>
            {ledger === undefined ? (
              <EmptyState why={words.oursNone} what={words.oursNoneWhat} who={words.nodeWho} />
            ) : (
              <>
                <Ledgers ledger={ledger} kept={kept} context={context} />
                <Days ledger={ledger} kept={kept} context={context} />
                <Pairs ledger={ledger} kept={kept} context={context} />
                <Pagination
                  number={shown}
                  size={1}
                  total={ledgers.length}
                  label={words.comparisons}
                  hrefOf={(page) => context.href(madeUpPath, { page: String(page) })}
                />
              </>
            )}
          </Stack>
        ),
      });
    };
  },
  exportTable: async (context) => {
    const { page: words } = evidenceTexts(context.language);
    return async () => {
      const kept = await loadKept(context.dataFolder);
      const details = kept.ledgers.flatMap(detailsOfLedger);
      return ok(
        tableOf(context, {
          ...{ name: `${context.register.id}-energy-made-up`, title: words.details },
          ...{ note: words.exportMadeUp, rows: rowsOf(madeUpOf([...figuresOf(kept), ...details])) },
        }),
      );
    };
  },
};

function Ledgers({ ledger, context }: Shown) {
  const { language } = context;
  const { page: words } = evidenceTexts(language);
  const { mode, counterfactual, isSynthetic, book, converged } = ledger;
  const total = totalOf(ledger);
  const told = { actual: modeText(mode, language), counterfactual: besideText({ counterfactual }, language) };
  return (
    <Section title={words.comparison(told)} id="zones">
      <p>
        {words.orders}: {ordersText({ from: book, isSynthetic }, language)};{' '}
        {words.counts.steps(converged.actual.steps)}
      </p>
      {total === null ? (
        <p>{words.twice}</p>
      ) : (
        <DataTable<ZoneLine>
          caption={words.byZone}
          captionShown
          rows={total.zones}
          columns={[
            { title: words.zone, cell: ({ zone }) => zone },
            { title: words.buyers, figure: true, cell: ({ consumers }) => euros(consumers, language) },
            { title: words.sellers, figure: true, cell: ({ producers }) => euros(producers, language) },
            { title: words.grid, figure: true, cell: ({ rent }) => euros(rent, language) },
            { title: words.together, figure: true, cell: (zone) => euros(welfareOf(zone), language) },
          ]}
          total={[
            words.all,
            ...[total.consumers, total.producers, total.rent, total.welfare].map((amount) =>
              euros(amount, language),
            ),
          ]}
        />
      )}
    </Section>
  );
}

function Days({ ledger: { zones, lines }, kept, context }: Shown) {
  const { language } = context;
  const { page: words } = evidenceTexts(language);
  return (
    <Section title={words.byDay} id="days">
      <DataTable<Line>
        caption={words.byDay}
        rows={lines}
        rowHref={({ actual }) => runHref(actual, kept, context)}
        columns={[
          { title: words.day, cell: ({ day }) => dayText(day, language) },
          {
            title: words.restsOn,
            figure: true,
            cell: ({ periods }) => words.counts.steps(periods.length),
          },
          {
            title: words.together,
            figure: true,
            cell: (line) => euros(addLines(zones, [line]).welfare, language),
          },
        ]}
      />
    </Section>
  );
}

function Pairs({ ledger, context }: Shown) {
  const { language } = context;
  const { page: words } = evidenceTexts(language);
  const { actual, counterfactual } = ledger.converged;
  if (totalOf(ledger) === null || actual.steps === 0) return null;
  const rows = actual.pairs.map((pair, place) => ({ pair, other: counterfactual.pairs[place] as Apart }));
  const share = ({ equal }: Apart) => amountText(equal / actual.steps, 'one_price', language);
  const apart = ({ spread }: Apart) => number(spread / actual.steps, 2, language);
  return (
    <Section title={words.byPair} id="pairs">
      <DataTable<(typeof rows)[number]>
        caption={words.byPair}
        rows={rows.toSorted((one, other) => other.pair.spread - one.pair.spread)}
        columns={[
          { title: words.pair, cell: ({ pair }) => `${pair.one} – ${pair.other}` },
          { title: words.onePrice, figure: true, cell: ({ pair }) => share(pair) },
          { title: words.onePriceOther, figure: true, cell: ({ other }) => share(other) },
          { title: words.spread, figure: true, cell: ({ pair }) => apart(pair) },
          { title: words.spreadOther, figure: true, cell: ({ other }) => apart(other) },
        ]}
      />
    </Section>
  );
}
