/** Steps that the counting within one round of traders may still take, and whether some were not taken for want of them. */
export type Meter = { left: number; isShort: boolean };

export const meterOf = (steps: number): Meter => ({ left: steps, isShort: false });

/** Takes steps where there are as many left. */
export function spend(meter: Meter, steps: number): boolean {
  if (steps > meter.left) {
    meter.isShort = true;
    return false;
  }
  meter.left -= steps;
  return true;
}
