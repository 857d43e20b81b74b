import type { DomainRow, Network } from '../market/model.ts';
import type { StepDomain, TypedRow } from './model.ts';

/** Hubs of a domain as zones that its rows couple. A sum that has to come out exactly is a limit from both sides. */
export function networkOf({ hubs, rows }: StepDomain): Network {
  return { zones: hubs, links: [], borders: [], domain: rows.flatMap(limitsOf) };
}

/** The same zones with nothing between them that limits: what the grid costs is seen by comparison. */
export const withoutLimits = (network: Network): Network => ({ ...network, domain: [] });

function limitsOf({ id, kind, ptdf, ram, element, contingency }: TypedRow): readonly DomainRow[] {
  // A run keeps what is said, and nothing of what is not.
  const said = { ...(element === null ? {} : { element }), ...(contingency === null ? {} : { contingency }) };
  const limit = { id, ptdf, ram, ...said };
  return kind === 'equality'
    ? [limit, { ...limit, id: `−(${id})`, ptdf: ptdf.map((value) => -value), ram: -ram }]
    : [limit];
}
