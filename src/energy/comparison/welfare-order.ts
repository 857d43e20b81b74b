import { fail, ok, problem, type Result } from '#kernel/result.ts';
import { welfareOf } from '../certification/certify.ts';
import type { Clearing } from '../clearing/model.ts';
import { boxInDomain } from '../domain/containment.ts';
import type { Network } from '../market/model.ts';
import type { Pair } from './compare.ts';

/**
 * Whether clearing within a domain can bring no less welfare than clearing within capacities: only where everything that the capacities allow
 * keeps every row of the domain. That is proven from the two runs alone, step by step (facts, section 2, "ATC comparison").
 */
export type WelfareOrder = {
  /** All is proven: then the sign of the difference is no accident. */
  readonly isProven: boolean;
  /** Pairs of runs for which it is, of how many. */
  readonly proven: number;
  readonly of: number;
  /** The first pair that has blocks, of which more room can bring less; null: none has. */
  readonly blocks: string | null;
  /** The first row that capacities can pass, MW that they can put on it and that it lets through; null: there is none. */
  readonly outside: {
    readonly name: string;
    readonly step: number;
    readonly row: string;
    readonly flow: number;
    readonly ram: number;
  } | null;
};

/** Share of the money that changed hands by which a certified run may miss its optimum. */
const share = 1e-7;

/**
 * The order of two kinds of coupling by their welfare. Null: not the one within domains and the other within capacities. Problem:
 * `energy_welfare_order` where it is proven and the amounts say otherwise, which no two runs that pass can do.
 */
export function welfareOrder(pairs: readonly Pair[]): Result<WelfareOrder | null> {
  const facing = pairs.map(({ name, actual, counterfactual }) => {
    if (isOf(actual, isDomain) && isOf(counterfactual, isCapacities))
      return { name, wide: actual, narrow: counterfactual };
    if (isOf(counterfactual, isDomain) && isOf(actual, isCapacities))
      return { name, wide: counterfactual, narrow: actual };
    return null;
  });
  if (facing.length === 0 || facing.includes(null)) return ok(null);
  const found = (facing as readonly NonNullable<(typeof facing)[number]>[]).map((one) => ({
    ...one,
    outside: outsideOf(one),
    hasBlocks: one.wide.blocks.length > 0,
  }));
  const proven = found.filter(({ outside, hasBlocks }) => outside === null && !hasBlocks);
  const wrong = proven.filter(({ wide, narrow }) => {
    const [more, less] = [welfareOf(wide), welfareOf(narrow)];
    return !(more.worth >= less.worth - share * (more.turnover + less.turnover) - 1e-6);
  });
  if (wrong.length > 0) return fail(...wrong.map(({ name }) => problem('energy_welfare_order', name)));
  return ok({
    isProven: proven.length === found.length,
    ...{ proven: proven.length, of: found.length },
    blocks: found.find(({ hasBlocks }) => hasBlocks)?.name ?? null,
    outside: found.find(({ outside }) => outside !== null)?.outside ?? null,
  });
}

const isOf = ({ steps }: Clearing, is: (network: Network) => boolean) =>
  steps.every(({ network }) => is(network));
/** Beside long-term rights a domain only reaches further. */
const isDomain = ({ domain, links, borders, linksAre }: Network) =>
  domain !== null &&
  domain.length > 0 &&
  (links.length === 0 || linksAre === 'rights') &&
  borders.length === 0;
const isCapacities = ({ domain, links, borders }: Network) =>
  domain === null && links.length > 0 && borders.length === 0;

function outsideOf({ name, wide, narrow }: { name: string; wide: Clearing; narrow: Clearing }) {
  for (const [step, { network }] of narrow.steps.entries()) {
    const rows = wide.steps[step]?.network.domain ?? [];
    const ways = network.links.flatMap(({ from, to, least, most }) => [
      { direction: { from, to }, capacity: Math.max(0, most) },
      { direction: { from: to, to: from }, capacity: Math.max(0, -least) },
    ]);
    const found = boxInDomain(
      rows,
      ways.map(({ direction }) => direction),
      Float64Array.from(ways, ({ capacity }) => capacity),
    );
    if (!found.isInside)
      return { name, step: step + 1, row: rows[found.row]?.id ?? '', flow: found.flow, ram: found.ram };
  }
  return null;
}
