import type { Ledger, Line, ZoneLine } from '../model.ts';

/** EUR of all zones together, and of each; what a line or several of them come to. */
export type Total = {
  readonly zones: readonly ZoneLine[];
  readonly consumers: number;
  readonly producers: number;
  readonly rent: number;
  readonly welfare: number;
};

/** What buyers, sellers and the grid of a zone came to. */
export const welfareOf = ({ consumers, producers, rent }: Pick<Total, 'consumers' | 'producers' | 'rent'>) =>
  consumers + producers + rent;

/** Of lines over the same zones. */
export function addLines(zones: readonly string[], lines: readonly Line[]): Total {
  const added = zones.map((zone, place): ZoneLine => {
    const of = lines.map((line) => line.zones[place] as ZoneLine);
    return {
      zone,
      consumers: sum(of.map(({ consumers }) => consumers)),
      producers: sum(of.map(({ producers }) => producers)),
      rent: sum(of.map(({ rent }) => rent)),
    };
  });
  const parties = {
    consumers: sum(added.map(({ consumers }) => consumers)),
    producers: sum(added.map(({ producers }) => producers)),
    rent: sum(added.map(({ rent }) => rent)),
  };
  return { zones: added, ...parties, welfare: welfareOf(parties) };
}

/**
 * What a ledger comes to; null where a step stands in it twice, of two sets of orders for one day: both happened as little as the other, and
 * their sum would count that day twice.
 */
export function totalOf({ zones, lines }: Pick<Ledger, 'zones' | 'lines'>): Total | null {
  const steps = lines.flatMap(({ day, periods }) => periods.map((period) => `${day} ${period}`));
  return new Set(steps).size < steps.length ? null : addLines(zones, lines);
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
