import type { Exchanger } from './exchange.ts';
import type { ClimateYear, Study } from './model.ts';

/**
 * Storage and demand response, hour after hour, greedily and only against shortage: they stay full until some area is short after
 * exchange, give then what they can, in their own area first and to others with what is left, and storage is filled again from what
 * its own area has left over in the hours in which no area lacks anything by itself, and from inflow. Nothing looks ahead and nothing is traded. That
 * is how much shortage they could bear, not how a market would run them (`../flexibility/storage-dispatch.ts`), and for storage that
 * a market empties before the evening it is too good.
 */
export type Reserves = {
  /** MW that the reserves of each area gave in the last hour in which something was short. */
  readonly given: Float64Array;
  /** Full, as at the start of each year. */
  readonly begin: () => void;
  /** Whether each is full, so that hours without shortage change nothing. */
  readonly areFull: () => boolean;
  /** Inflow of the hour, and of a new day what demand response can do again. */
  readonly pass: (climate: ClimateYear, hour: number) => void;
  /** Takes what areas have left over; `margins` by area. */
  readonly fill: (margins: Float64Array) => void;
  /**
   * Gives what it can in an hour of which the exchanger has found that it is short; leaves what is unserved in the exchanger and returns its
   * sum.
   */
  readonly relieve: (
    exchanger: Exchanger,
    domain: number,
    margins: Float64Array,
    load: Float64Array,
  ) => number;
};

const hoursOfDay = 24;

export function reservesOf({ reserves, areas, hours }: Study): Reserves {
  const levels = new Float64Array(reserves.length);
  const [offered, wanted, raised] = [
    new Float64Array(areas.length),
    new Float64Array(areas.length),
    new Float64Array(areas.length),
  ];
  const [local, given] = [new Float64Array(areas.length), new Float64Array(areas.length)];
  /** Share of the inflow of its area. */
  const inflowShare = Float64Array.from(reserves, ({ kind, area, megawatthours }) => {
    if (kind === 'demand_response') return 0;
    const all = reserves.reduce(
      (sum, one) => sum + (one.kind === 'storage' && one.area === area ? one.megawatthours : 0),
      0,
    );
    return megawatthours / all;
  });
  let areFull = true;

  const canGive = (place: number) => {
    const { megawatts } = reserves[place] as Study['reserves'][number];
    return Math.min(megawatts, levels[place] as number);
  };
  function offer(): void {
    offered.fill(0);
    for (const [place, { area }] of reserves.entries())
      offered[area] = (offered[area] as number) + canGive(place);
  }
  /** Takes what is wanted of each area from its reserves, in their order. */
  function give(): void {
    given.set(wanted);
    for (const [place, { area }] of reserves.entries()) {
      const part = Math.min(canGive(place), wanted[area] as number);
      if (part <= 0) continue;
      levels[place] = (levels[place] as number) - part;
      wanted[area] = (wanted[area] as number) - part;
      areFull = false;
    }
  }

  return {
    given,
    begin: () => {
      for (const [place, { megawatthours }] of reserves.entries()) levels[place] = megawatthours;
      areFull = true;
    },
    areFull: () => areFull,
    pass: (climate, hour) => {
      if (areFull) return;
      areFull = true;
      for (const [place, { kind, area, megawatthours }] of reserves.entries()) {
        const inflow = (climate.inflow[area * hours + hour] as number) * (inflowShare[place] as number);
        if (kind === 'demand_response' && hour % hoursOfDay === 0) levels[place] = megawatthours;
        levels[place] = Math.min(megawatthours, (levels[place] as number) + inflow);
        if ((levels[place] as number) < megawatthours) areFull = false;
      }
    },
    fill: (margins) => {
      wanted.set(margins);
      areFull = true;
      for (const [place, { kind, area, megawatts, megawatthours, efficiency }] of reserves.entries()) {
        const room = megawatthours - (levels[place] as number);
        if (kind === 'storage' && room > 0) {
          const taken = Math.min(megawatts, room / efficiency, Math.max(0, wanted[area] as number));
          wanted[area] = (wanted[area] as number) - taken;
          levels[place] = Math.min(megawatthours, (levels[place] as number) + taken * efficiency);
        }
        if ((levels[place] as number) < megawatthours) areFull = false;
      }
    },
    relieve: (exchanger, domain, margins, load) => {
      const { unserved, positions } = exchanger;
      offer();
      let left = 0;
      for (let area = 0; area < areas.length; area++) {
        const covered = Math.min(offered[area] as number, unserved[area] as number);
        wanted[area] = covered;
        local[area] = (unserved[area] as number) - covered;
        left += local[area] as number;
      }
      let spare = 0;
      for (let area = 0; area < areas.length; area++)
        spare += (offered[area] as number) - (wanted[area] as number);
      if (left > 0 && spare > 0) {
        for (let area = 0; area < areas.length; area++)
          raised[area] = (margins[area] as number) + (offered[area] as number);
        left = exchanger.share(domain, raised, load);
        for (let area = 0; area < areas.length; area++) {
          const over = (positions[area] as number) - (unserved[area] as number) - (margins[area] as number);
          wanted[area] = Math.min(offered[area] as number, Math.max(0, over));
        }
      } else unserved.set(local);
      give();
      return left;
    },
  };
}
