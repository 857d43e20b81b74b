/** What can be opened behind a reason: rows of files, where `rows.ts` of the scores has numbers of rows within one reading. */
import type { Bridges } from '../scoring/bridges.ts';
import type { TakenIn } from '../scoring/known.ts';
import type { Prepared } from '../scoring/prepare.ts';
import { taxPeriodOf } from '../tax-period.ts';
import type { VatNumber } from '../vat-number.ts';
import type { RowBehind } from './model.ts';

/** Opens ids such as `supplies:12` or `missing:4:3`; in their order, each row once. */
export type OpenRows = (ids: readonly string[]) => readonly RowBehind[];

/** `last`: the last month of which statements are looked at; sales behind bridges are of the three up to it, and of what came after. */
export function rowOpener(
  { known, sources }: TakenIn,
  { saleStart }: Prepared,
  { edges, between }: Bridges,
  last: number,
): OpenRows {
  const numberOf = (trader: number) => sources.numbers[trader] as VatNumber;
  const fileOf = (place: number) => sources.files[place] as string;
  const bridgeAt = new Map(edges.map(({ inflow, outflow }, place) => [`${inflow}:${outflow}`, place]));
  const bySeller = new Map<number, number[]>();
  const until = saleStart[Math.min(known.months, last + 2)] as number;
  for (let sale = saleStart[Math.max(0, last - 2)] as number; sale < until; sale++) {
    const own = bySeller.get(known.sales.seller[sale] as number) ?? [];
    bySeller.set(known.sales.seller[sale] as number, own);
    own.push(sale);
  }

  const opened = (id: string): readonly RowBehind[] => {
    const [name, ...parts] = id.split(':');
    const [one = 0, other = 0, third = 0] = parts.map(Number);
    switch (name) {
      case 'supplies':
        return [{ kind: 'supplies', ...at(sources.supplies, one) }];
      case 'registrations':
        return sources.registrations.file[one] === -1
          ? []
          : [{ kind: 'registrations', ...at(sources.registrations, one) }];
      case 'returns': {
        const [from, to] = [sources.returnStart[one] as number, sources.returnStart[one + 1] as number];
        return Array.from({ length: to - from }, (_, line) => ({
          ...({ kind: 'acquisitions' } as const),
          ...at(sources.returns, from + line),
        }));
      }
      case 'missing': {
        const month = sources.firstMonth + other;
        return [
          {
            kind: 'missing_return',
            trader: numberOf(one),
            month: taxPeriodOf({ from: month, to: month }),
          },
        ];
      }
      case 'cases':
        return [{ kind: 'case', trader: numberOf(known.cases.trader[one] as number) }];
      case 'sales':
        return [{ kind: 'invoices', ...at(sources.sales, one) }];
      case 'bridges':
        return bridge(other, third);
      default:
        throw new RangeError(`${id} is no row of a score`);
    }
  };

  function bridge(inflow: number, outflow: number): readonly RowBehind[] {
    const place = bridgeAt.get(`${inflow}:${outflow}`);
    const edge = place === undefined ? undefined : edges[place];
    if (place === undefined || edge === undefined) return [];
    const on = new Set([inflow, outflow, ...(between[place] ?? [])]);
    const sales = [...on]
      .flatMap((seller) => bySeller.get(seller) ?? [])
      .filter((sale) => on.has(known.sales.buyer[sale] as number))
      .toSorted((a, b) => a - b);
    return [
      {
        ...({ kind: 'bridge', hops: edge.hops, cents: edge.cents } as const),
        ...{ inflow: numberOf(inflow), outflow: numberOf(outflow) },
      },
      ...sales.map((sale) => ({ kind: 'invoices' as const, ...at(sources.sales, sale) })),
    ];
  }

  function at({ file, row }: TakenIn['sources']['supplies'], place: number) {
    return { file: fileOf(file[place] as number), row: row[place] as number };
  }

  return (ids) => {
    // A row of a quarter stands for each of its months, and on two bridges may be the same sales.
    const seen = new Map<string, RowBehind>();
    for (const row of ids.flatMap(opened)) seen.set(JSON.stringify(row), row);
    return [...seen.values()];
  };
}
