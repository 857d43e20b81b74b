import type { DomainRow, Network } from './model.ts';

/** How much of a MW over a link goes through a row: nothing, unless links are exchanges between zones. */
export function loadOf(
  { links, linksAre }: Network,
  { ptdf, takesNoRelief }: DomainRow,
  link: number,
): number {
  const exchange = links[link];
  if (linksAre !== 'exchanges' || exchange === undefined) return 0;
  const factor = (ptdf[exchange.from] as number) - (ptdf[exchange.to] as number);
  return takesNoRelief === true ? Math.max(0, factor) : factor;
}

/** MW through a row, of what zones give to the domain and of exchanges. */
export function flowThrough(
  network: Network,
  row: DomainRow,
  positions: Float64Array,
  flows: Float64Array,
): number {
  let through = 0;
  for (let zone = 0; zone < row.ptdf.length; zone++)
    through += (row.ptdf[zone] as number) * (positions[zone] ?? Number.NaN);
  if (network.linksAre === 'exchanges')
    for (let link = 0; link < network.links.length; link++)
      through += loadOf(network, row, link) * (flows[link] ?? Number.NaN);
  return through;
}

/** Which shares of the room of rows and of what links let through may be used: all of both, unless links are long-term rights. */
export function sharesOf(
  { linksAre }: Pick<Network, 'linksAre'>,
  share: number | undefined,
): { readonly rows: number; readonly links: number } {
  if (linksAre !== 'rights') return { rows: 1, links: 1 };
  const rows = share ?? Number.NaN;
  return { rows, links: 1 - rows };
}
