import type { Discrepancy, Sides, Tolerance } from '../model.ts';

export const differenceOf = ({ supplied, declared }: Pick<Sides, 'supplied' | 'declared'>): number =>
  (supplied ?? 0) - (declared ?? 0);

export function isWithin(
  { supplied, declared }: Pick<Sides, 'supplied' | 'declared'>,
  { cents, share }: Tolerance,
) {
  const largest = Math.max(Math.abs(supplied ?? 0), Math.abs(declared ?? 0));
  return Math.abs(differenceOf({ supplied, declared })) <= Math.max(cents, share * largest);
}

/**
 * Explains what differs between the two sides of one acquirer, or one pair: first by the other kind in the same period, then by the
 * period next to it, and what is left by what each side did. The order in which sides are given does not matter. Entries sum up to the
 * difference of all sides that are given: nothing is lost and nothing counted twice.
 */
export function settle(given: readonly Sides[], tolerance: Tolerance): readonly Discrepancy[] {
  const sides = given.toSorted(
    (a, b) => a.months.from - b.months.from || a.months.to - b.months.to || (a.kind < b.kind ? -1 : 1),
  );
  const found: Discrepancy[] = [];
  const explained = new Set<Sides>();
  for (const one of sides) {
    const difference = differenceOf(one);
    if (difference === 0 || !isWithin(one, tolerance)) continue;
    explained.add(one);
    found.push(entry('currency_or_rounding', one, difference, null));
  }
  const pairs = (type: 'kind_mismatch' | 'period_shift', isPair: (a: Sides, b: Sides) => boolean) => {
    for (const [at, one] of sides.entries()) {
      if (explained.has(one) || differenceOf(one) === 0) continue;
      const other = sides
        .slice(at + 1)
        .find((later) => !explained.has(later) && isPair(one, later) && cancels(one, later, tolerance));
      if (other === undefined) continue;
      explained.add(one).add(other);
      found.push(entry(type, one, differenceOf(one), other), entry(type, other, differenceOf(other), one));
    }
  };
  pairs(
    'kind_mismatch',
    (a, b) => a.kind !== b.kind && a.months.from === b.months.from && a.months.to === b.months.to,
  );
  pairs('period_shift', (a, b) => a.kind === b.kind && b.months.from === a.months.to + 1);
  for (const one of sides) {
    const difference = differenceOf(one);
    if (difference !== 0 && !explained.has(one)) found.push(entry(typeOf(one), one, difference, null));
  }
  return found.toSorted(
    (a, b) => a.months.from - b.months.from || a.months.to - b.months.to || (a.kind < b.kind ? -1 : 1),
  );
}

/** What the one side has too much the other has too little. */
function cancels(one: Sides, other: Sides, tolerance: Tolerance): boolean {
  const [a, b] = [differenceOf(one), differenceOf(other)];
  return a * b < 0 && isWithin({ supplied: Math.abs(a), declared: Math.abs(b) }, tolerance);
}

function typeOf({ supplied, declared, hasFiled }: Sides): Discrepancy['type'] {
  if (supplied === null) return 'acquisition_only';
  if (declared === null) return hasFiled ? 'supply_only' : 'non_filer';
  if (declared === 0 && supplied > 0) return 'nil_filer_with_inflow';
  return declared > supplied ? 'amount_over' : 'amount_under';
}

function entry(
  type: Discrepancy['type'],
  { kind, months }: Sides,
  cents: number,
  other: Sides | null,
): Discrepancy {
  return {
    type,
    kind,
    months,
    cents,
    counterpart: other === null ? null : { kind: other.kind, months: other.months },
  };
}
