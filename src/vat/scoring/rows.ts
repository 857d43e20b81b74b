/** The rows that a feature of a trader is made of: ids such as `supplies:12`, by which each can be opened in its own state. */
import { type FeatureName, features } from './feature-names.ts';
import type { FeatureTable } from './features.ts';
import { type Prepared, standing } from './prepare.ts';
import { salesAsOf } from './sources.ts';

/** In rising order, each once. */
export function rowsBehind(
  prepared: Prepared,
  table: FeatureTable,
  trader: number,
  name: FeatureName,
): readonly string[] {
  const { last, day } = table.trade;
  const lines = (wanted: (supplier: number, acquirer: number) => boolean, back: number) =>
    linesOf(prepared, { from: last - back + 1, to: last, day }, wanted);
  const into = (back: number) => lines((_, acquirer) => acquirer === trader, back);
  const out = (back: number) => lines((supplier) => supplier === trader, back);
  const returns = () => returnsOf(prepared, trader, { from: last - 5, to: last, day });
  switch (features[name].rows) {
    case 'registration':
      return [`registrations:${trader}`];
    case 'inflow':
      return name === 'early_inflow'
        ? [`registrations:${trader}`, ...into(13).slice(0, 1)]
        : [
            ...into(3),
            ...(name === 'pass_through' ? bridgesOf(table, (edge) => edge.inflow === trader) : []),
          ];
    case 'outflow':
      if (name === 'unsourced') return [...out(6), ...into(6), ...returns()];
      return [
        ...out(3),
        ...(name === 'fed_by_gap' ? bridgesOf(table, (edge) => edge.outflow === trader) : []),
      ];
    case 'both':
      return lines((supplier, acquirer) => supplier === trader || acquirer === trader, 13);
    case 'returns':
      return returns();
    case 'sources':
      // What he bought of those who have something undeclared themselves, and what he did not declare himself.
      return [...into(6), ...returns(), ...purchasesOf(prepared, table, trader)];
    case 'flows':
      // All that came and left: lines of both kinds, and sales at home.
      return [...into(3), ...out(3), ...salesOf(prepared, table, trader)];
    case 'undeclared':
      return [...into(6), ...returns()];
    case 'cases': {
      const { known, groups } = prepared;
      const members = new Set(groups[known.traders.group[trader] as number] ?? []);
      return Array.from(known.cases.trader.keys())
        .filter((row) => (known.cases.confirmed[row] as number) <= day)
        .filter((row) => name === 'near_cases' || members.has(known.cases.trader[row] as number))
        .map((row) => `cases:${row}`);
    }
    case 'loops': {
      const bridged = features[name].bridged;
      const loops = table.loops.filter(
        (loop) =>
          loop.bridges.length > 0 === bridged &&
          (loop.traders.includes(trader) || (bridged && loop.between.includes(trader))),
      );
      const hops = new Set(
        loops.flatMap(({ traders }) =>
          traders.map((one, place) => `${one} ${traders[(place + 1) % traders.length]}`),
        ),
      );
      const edges = new Set(loops.flatMap(({ bridges }) => bridges));
      return [
        ...lines((supplier, acquirer) => hops.has(`${supplier} ${acquirer}`), 3),
        ...bridgesOf(table, (edge) => edges.has(edge)),
      ];
    }
  }
}

type Span = { readonly from: number; readonly to: number; readonly day: number };

function linesOf(
  { known, supplyStart }: Prepared,
  { from, to, day }: Span,
  wanted: (supplier: number, acquirer: number) => boolean,
): string[] {
  const rows: string[] = [];
  const { supplies } = known;
  const end = supplyStart[to + 1] as number;
  for (let line = supplyStart[Math.max(0, from)] as number; line < end; line++)
    if (
      standing(known, line, day) !== 0 &&
      wanted(supplies.supplier[line] as number, supplies.acquirer[line] as number)
    )
      rows.push(`supplies:${line}`);
  return rows;
}

/** Returns that came; of those that did not, `missing:` with trader and month. */
function returnsOf({ known, returnAt }: Prepared, trader: number, { from, to, day }: Span): string[] {
  const rows: string[] = [];
  for (let month = Math.max(0, from); month <= to; month++) {
    const row = returnAt[trader * known.months + month] as number;
    const came = row >= 0 && (known.returns.filed[row] as number) <= day;
    if (came) rows.push(`returns:${row}`);
    else if ((known.traders.registered[trader] as number) < (known.monthStart[month + 1] as number))
      rows.push(`missing:${trader}:${month}`);
  }
  return rows;
}

function purchasesOf(prepared: Prepared, { trade, columns }: FeatureTable, trader: number): string[] {
  const { sales } = prepared.known;
  const rows: string[] = [];
  for (const sale of salesAsOf(prepared, trade))
    if (sales.buyer[sale] === trader && (columns.sources[sales.seller[sale] as number] as number) > 0)
      rows.push(`sales:${sale}`);
  return rows;
}

function salesOf(prepared: Prepared, { trade }: FeatureTable, trader: number): string[] {
  const { sales } = prepared.known;
  return [...salesAsOf(prepared, trade)]
    .filter((sale) => sales.seller[sale] === trader || sales.buyer[sale] === trader)
    .map((sale) => `sales:${sale}`);
}

function bridgesOf(
  { bridges }: FeatureTable,
  wanted: (edge: FeatureTable['bridges'][number]) => boolean,
): string[] {
  return bridges.filter(wanted).map(({ state, inflow, outflow }) => `bridges:${state}:${inflow}:${outflow}`);
}
