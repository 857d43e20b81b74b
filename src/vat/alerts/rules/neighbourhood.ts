/** Who is drawn around a trader: those with whom he trades most, and those who bring what left him back to him. */

/** Trade of two in the time looked at, together. */
export type Flow = {
  readonly from: string;
  readonly to: string;
  readonly cents: number;
  /** Across a border, as statements say; at home, as sales within one's own state do; `bridge`: what another state answered of its inside. */
  readonly kind: 'supply' | 'sale' | 'bridge';
};

export type Picture = { readonly traders: readonly string[]; readonly flows: readonly Flow[] };

/** More than these are no picture any more; the table of rows has all of them. */
export const mostTraders = 14;

/** Trade at home counts less for who is drawn: there is far more of it, and goods that go round cross a border. */
const weightOf = ({ kind, cents }: Flow) => (kind === 'sale' ? cents / 4 : cents);

/**
 * One round further than `kept`: of those whom its flows lead to or come from as many as there is room for. Who trades with two of them,
 * once across a border, comes before all others, since it is by him that a ring closes; then by amount and number.
 */
export function further(kept: readonly string[], flows: readonly Flow[], room: number): readonly string[] {
  const inside = new Set(kept);
  const found = new Map<string, { readonly partners: Set<string>; crosses: boolean; weight: number }>();
  for (const flow of flows) {
    const { from, to, kind } = flow;
    if (inside.has(from) === inside.has(to)) continue;
    const [partner, outside] = inside.has(from) ? [from, to] : [to, from];
    const one = found.get(outside) ?? { partners: new Set(), crosses: false, weight: 0 };
    found.set(outside, one);
    one.partners.add(partner);
    one.crosses ||= kind !== 'sale';
    one.weight += weightOf(flow);
  }
  const closes = ({
    partners,
    crosses,
  }: {
    readonly partners: ReadonlySet<string>;
    readonly crosses: boolean;
  }) => Number(partners.size > 1 && crosses);
  const ranked = [...found].sort(
    ([one, a], [other, b]) => closes(b) - closes(a) || b.weight - a.weight || (one < other ? -1 : 1),
  );
  return [...kept, ...ranked.slice(0, Math.max(0, room)).map(([trader]) => trader)];
}

/** What runs among some traders, two that trade both ways as two, the largest first. */
export function among(traders: readonly string[], flows: readonly Flow[]): Picture {
  const drawn = new Set(traders);
  const sums = new Map<string, Flow>();
  for (const flow of flows) {
    if (flow.from === flow.to || !drawn.has(flow.from) || !drawn.has(flow.to)) continue;
    const key = `${flow.from} ${flow.to} ${flow.kind}`;
    const before = sums.get(key);
    sums.set(key, { ...flow, cents: (before?.cents ?? 0) + flow.cents });
  }
  return {
    traders,
    flows: [...sums.values()].sort(
      (one, other) =>
        other.cents - one.cents ||
        (`${one.from} ${one.to} ${one.kind}` < `${other.from} ${other.to} ${other.kind}` ? -1 : 1),
    ),
  };
}

/** What a trader does with goods that cross borders, as far as the picture shows it. */
export type Place = 'enters' | 'leaves' | 'passes' | 'sends' | 'gets' | 'between' | 'apart';

/**
 * `enters`: what comes across the border is sold on at home; `leaves`: what is bought at home leaves the state; `passes`: it comes and
 * goes across borders; `between`: he only trades at home.
 */
export function placeOf(trader: string, flows: readonly Flow[]): Place {
  const own = { in: false, out: false, homeIn: false, homeOut: false };
  for (const { from, to, kind } of flows) {
    const isHome = kind !== 'supply';
    if (to === trader) own[isHome ? 'homeIn' : 'in'] = true;
    if (from === trader) own[isHome ? 'homeOut' : 'out'] = true;
  }
  if (own.in && own.homeOut && !own.out) return 'enters';
  if (own.out && own.homeIn && !own.in) return 'leaves';
  if (own.in && own.out) return 'passes';
  if (own.in) return 'gets';
  if (own.out) return 'sends';
  return own.homeIn || own.homeOut ? 'between' : 'apart';
}

/**
 * A way on which goods come back to where they began over at least one border: the fewest flows from a trader back to himself. Null where
 * none does, or only by passing somebody twice: what goes round at home alone is trade at home.
 */
export function ringThrough(trader: string, flows: readonly Flow[]): readonly string[] | null {
  type Step = { readonly at: string; readonly crossed: boolean; readonly before: Step | null };
  const seen = new Set<string>();
  let ends: readonly Step[] = [{ at: trader, crossed: false, before: null }];
  while (ends.length > 0) {
    const next: Step[] = [];
    for (const end of ends)
      for (const { from, to, kind } of flows) {
        if (from !== end.at) continue;
        const crossed = end.crossed || kind === 'supply';
        if (to === trader) {
          if (crossed) return wayOf(end);
          continue;
        }
        const key = `${to} ${crossed}`;
        if (seen.has(key)) continue;
        seen.add(key);
        next.push({ at: to, crossed, before: end });
      }
    ends = next;
  }
  return null;

  function wayOf(end: Step): readonly string[] | null {
    const way: string[] = [];
    for (let step: Step | null = end; step !== null; step = step.before) way.unshift(step.at);
    return new Set(way).size === way.length ? way : null;
  }
}

/** What an archetype tells of the trader himself; of the others only where he stands in the picture can be said. */
export type Role = 'missing' | 'shell' | 'invoicer' | 'importer' | 'contra';
const tells: readonly (readonly [archetype: string, role: Role])[] = [
  ['acquisition', 'missing'],
  ['dormant_burst', 'shell'],
  ['procedure_42', 'importer'],
  ['contra', 'contra'],
  ['cross_invoicing', 'invoicer'],
];

/** The plainest of them; null where none says more than that goods go round. */
export const roleOf = (archetypes: readonly string[]): Role | null =>
  tells.find(([archetype]) => archetypes.includes(archetype))?.[1] ?? null;
