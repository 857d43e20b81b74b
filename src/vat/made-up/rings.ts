/**
 * Rings of the eight archetypes of the facts (section 5.8): who is in them, and the turns that they make. A turn goes through stages of
 * traders; where a stage has several, each carries a part. Members are drawn from the population, so that most have honest trade besides.
 */
import { type Dice, diceOf } from '#kernel/dice.ts';
import { type ArchetypeName, archetypeNames, isGuilty, type Ring, type Role } from './model.ts';
import { type Draft, roleOf, sectors, setRole } from './population.ts';

/** What rings trade: statements by month, sales by day. */
export type RingTrade = {
  readonly supplies: {
    readonly supplier: number[];
    readonly acquirer: number[];
    readonly month: number[];
    readonly cents: number[];
    readonly ring: number[];
  };
  readonly sales: {
    readonly seller: number[];
    readonly buyer: number[];
    readonly day: number[];
    readonly cents: number[];
    readonly ring: number[];
  };
};

/** How a missing trader files: see `missingFiles` of a preset; −1 is everybody else. */
export type Rings = RingTrade & { readonly rings: readonly Ring[]; readonly missingFiles: Int8Array };

type Missing = { readonly trader: number; readonly from: number; readonly until: number };
type Stage = readonly number[] | 'missing';
type Plan = {
  readonly archetype: ArchetypeName;
  readonly number: number;
  readonly stages: readonly Stage[];
  /** The last stage supplies the first. */
  readonly closes: boolean;
  readonly missing: readonly Missing[];
  readonly unwitting: readonly number[];
  /** A second chain, clean, of who sets its tax off against the first: supplier abroad, himself, buyer at home. */
  readonly clean: readonly [supplier: number, through: number, buyer: number] | null;
  /** Seller of invoices at home to the first stage. */
  readonly mill: boolean;
  readonly members: Set<number>;
};

export function turnRings(draft: Draft): Rings {
  const { preset, seed, monthStart } = draft;
  const dice = diceOf(seed, 'rings');
  const missingFiles = new Int8Array(preset.traders).fill(-1);
  const trade: RingTrade = {
    supplies: { supplier: [], acquirer: [], month: [], cents: [], ring: [] },
    sales: { seller: [], buyer: [], day: [], cents: [], ring: [] },
  };
  const free = listFree(draft, dice);
  const rings: Ring[] = [];
  const groupsBefore: number[] = [];
  const end = monthStart[preset.months] as number;
  const mix = archetypeNames.map((name) => preset.rings.mix[name]);
  const count = Math.max(1, Math.round(preset.traders * preset.rings.share));
  for (let number = 0; number < count; number++) {
    const archetype = archetypeNames[dice.weighted(mix)] as ArchetypeName;
    const burst = archetype === 'dormant_burst';
    const from = (monthStart[dice.whole(2, preset.months - 3)] as number) + dice.whole(0, 27);
    const months = burst ? dice.whole(1, 3) : dice.whole(...preset.rings.months);
    const until = Math.min(end, from + 30 * months);
    const turns = burst ? preset.rings.turnsPerMonth[1] : dice.whole(...preset.rings.turnsPerMonth);
    const { median, deviation } = preset.rings.amount;
    const amount = dice.lognormal(median, deviation);
    const plan = planRing(draft, dice, free, { archetype, number, from, until });
    dress(draft, dice, plan, { monthly: amount * turns, groupsBefore });
    for (const { trader } of plan.missing) missingFiles[trader] = dice.weighted(preset.rings.missingFiles);
    const [firstDay, lastDay] = turnRing(draft, dice, plan, trade, { from, until, turns, amount });
    rings.push({ archetype, members: [...plan.members].sort((a, b) => a - b), firstDay, lastDay });
  }
  return { ...trade, rings, missingFiles };
}

/** Of each state the ordinary traders that were there long before, in an order of chance. */
function listFree(draft: Draft, dice: Dice): number[][] {
  const free: number[][] = draft.preset.states.map(() => []);
  for (let trader = 0; trader < draft.role.length; trader++)
    if (roleOf(draft, trader) === 'ordinary' && (draft.registered[trader] as number) < -200)
      free[draft.state[trader] as number]?.push(trader);
  for (const list of free)
    for (let place = list.length - 1; place > 0; place--) {
      const other = dice.whole(0, place);
      [list[place], list[other]] = [list[other] as number, list[place] as number];
    }
  return free;
}

type Asked = {
  readonly archetype: ArchetypeName;
  readonly number: number;
  readonly from: number;
  readonly until: number;
};

function planRing(draft: Draft, dice: Dice, free: number[][], asked: Asked): Plan {
  const { rings, states } = draft.preset;
  const { archetype, number, from, until } = asked;
  const members = new Set<number>();
  const weights = states.map(({ share }) => share);
  const others = (...taken: readonly number[]) =>
    dice.weighted(weights.map((weight, state) => (taken.includes(state) ? 0 : weight)));
  const target = others();
  const source = others(target);
  const third = others(target, source);
  const take = (state: number, role: Role, guilty = true): number => {
    const trader = free[state]?.pop();
    if (trader === undefined)
      throw new RangeError(`Too few traders in ${states[state]?.code} for these rings`);
    setRole(draft, trader, role);
    draft.ended[trader] = 2 ** 31 - 1;
    if (guilty) {
      members.add(trader);
      draft.ring[trader] = number;
    }
    return trader;
  };
  const several = (count: number, state: number, role: Role) =>
    Array.from({ length: count }, () => take(state, role));
  const splitting = dice.whole(...rings.splitting);
  const buffers = () => several(dice.whole(1, Math.min(3, splitting)), target, 'buffer');
  const chain = (length: number) => Array.from({ length }, buffers);
  const missing = takeMissing(
    draft,
    dice,
    () => take(archetype === 'cross_invoicing' ? source : target, 'missing'),
    {
      ...{ from, until, shell: archetype === 'dormant_burst' },
    },
  );
  const usual = () => chain(dice.whole(...rings.buffers));
  const plan = { archetype, number, missing, members, unwitting: [], clean: null, mill: false };
  switch (archetype) {
    case 'carousel':
      return {
        ...{ ...plan, closes: true },
        stages: [[take(source, 'conduit')], 'missing', ...usual(), [take(target, 'broker')]],
      };
    case 'buffer_chain':
      return {
        ...{ ...plan, closes: true },
        stages: [[take(source, 'conduit')], 'missing', ...chain(dice.whole(3, 5)), [take(target, 'broker')]],
      };
    case 'detour':
      return {
        ...{ ...plan, closes: true },
        stages: [
          [take(source, 'conduit')],
          'missing',
          ...usual(),
          [take(target, 'broker')],
          [take(third, 'conduit')],
        ],
      };
    case 'contra': {
      const through = take(target, 'contra_trader');
      const clean = [take(third, 'conduit'), through, take(target, 'unwitting', false)] as const;
      return {
        ...{ ...plan, closes: true, clean },
        stages: [[take(source, 'conduit')], 'missing', ...usual(), [through]],
      };
    }
    case 'cross_invoicing': {
      const stages = [source, target, third].map((state) => [take(state, 'cross_invoicer')]);
      return { ...plan, closes: true, mill: true, stages };
    }
    case 'acquisition': {
      const knows = !dice.chance(rings.unwittingSuppliers);
      const supplier = take(source, knows ? 'conduit' : 'unwitting', knows);
      const shops = Array.from({ length: dice.whole(2, 5) }, () => take(target, 'unwitting', false));
      return { ...plan, closes: false, unwitting: shops, stages: [[supplier], 'missing', shops] };
    }
    case 'procedure_42': {
      const shops = Array.from({ length: dice.whole(1, 3) }, () => take(target, 'unwitting', false));
      return {
        ...{ ...plan, closes: false, unwitting: shops },
        stages: [[take(source, 'importer')], 'missing', ...chain(1), shops],
      };
    }
    case 'dormant_burst': {
      const closes = dice.chance(0.5);
      const rest: Stage[] = closes ? [...usual(), [take(target, 'broker')]] : [...chain(1)];
      return { ...plan, closes, stages: [[take(source, 'conduit')], 'missing', ...rest] };
    }
  }
}

type Span = { readonly from: number; readonly until: number; readonly shell: boolean };

/** One after the other for as long as the ring turns: each lives some months and is struck off after. */
function takeMissing(draft: Draft, dice: Dice, take: () => number, { from, until, shell }: Span): Missing[] {
  const { rings } = draft.preset;
  const missing: Missing[] = [];
  for (let day = from; day < until; ) {
    const trader = take();
    const last = Math.min(until, day + dice.whole(...rings.life));
    const isShell = shell || dice.chance(rings.shells);
    draft.registered[trader] = day - (isShell ? dice.whole(300, 2_500) : dice.whole(...rings.beforeFirst));
    if (isShell && dice.chance(0.6)) draft.resectored[trader] = day - dice.whole(5, 60);
    draft.ended[trader] = last + dice.whole(40, 150);
    missing.push({ trader, from: day, until: last });
    day = last;
  }
  return missing;
}

/** Their branch, honest trade and directors. */
function dress(
  draft: Draft,
  dice: Dice,
  { members, missing }: Plan,
  { monthly, groupsBefore }: { readonly monthly: number; readonly groupsBefore: number[] },
): void {
  const { rings } = draft.preset;
  const risky = dice.whole(0, sectors.filter((sector) => sector.risky).length - 1);
  const isMissing = new Set(missing.map(({ trader }) => trader));
  const shares = dice.chance(rings.sharedDirectors);
  const group = groupsBefore.length > 0 && dice.chance(0.4) ? dice.pick(groupsBefore) : draft.groups++;
  if (shares) groupsBefore.push(group);
  for (const trader of members) {
    const camouflage = Math.min(0.95, dice.between(...rings.camouflage));
    draft.size[trader] =
      monthly * (camouflage / (1 - camouflage)) * (isMissing.has(trader) ? 0.2 : 1) * dice.between(0.5, 1.5);
    if (dice.chance(0.75)) draft.sector[trader] = risky;
    draft.tier[trader] = dice.whole(1, 2);
    if (shares && dice.chance(0.5)) draft.group[trader] = group;
  }
}

type Turns = {
  readonly from: number;
  readonly until: number;
  readonly turns: number;
  readonly amount: number;
};

/** First and last day of trade. */
function turnRing(draft: Draft, dice: Dice, plan: Plan, trade: RingTrade, asked: Turns): [number, number] {
  const { preset, monthStart } = draft;
  const { number, stages, closes, missing, clean, mill } = plan;
  const end = monthStart[preset.months] as number;
  const totals = new Map<string, { supplier: number; acquirer: number; month: number; cents: number }>();
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  const monthOf = (day: number) => monthStart.findIndex((start) => start > day) - 1;
  const pass = (seller: number, buyer: number, day: number, cents: number, invoices: number) => {
    if (day >= end || cents < 100) return;
    [first, last] = [Math.min(first, day), Math.max(last, day)];
    if (draft.state[seller] !== draft.state[buyer]) {
      const month = monthOf(day);
      const key = `${seller} ${buyer} ${month}`;
      const total = totals.get(key) ?? { supplier: seller, acquirer: buyer, month, cents: 0 };
      total.cents += Math.round(cents);
      totals.set(key, total);
      return;
    }
    for (let invoice = 0; invoice < invoices; invoice++) {
      trade.sales.seller.push(seller);
      trade.sales.buyer.push(buyer);
      trade.sales.day.push(Math.min(end - 1, day + (invoice === 0 ? 0 : dice.whole(0, 2))));
      trade.sales.cents.push(Math.round(cents / invoices));
      trade.sales.ring.push(number);
    }
  };
  const [low, high] = preset.rings.margin;
  const step = 30 / asked.turns;
  for (let start = asked.from; start < asked.until; start += step) {
    let day = Math.floor(Math.min(asked.until - 1, start + dice.between(0, step)));
    const now = missing.find(({ from, until }) => day >= from && day < until) ?? missing.at(-1);
    const staged = stages.map((stage) => (stage === 'missing' ? [now?.trader as number] : stage));
    const value = asked.amount * dice.lognormal(1, 0.25);
    let amounts = [value];
    if (mill) pass(now?.trader as number, staged[0]?.[0] as number, day, value * dice.between(0.4, 1), 1);
    for (const [place, stage] of staged.entries()) {
      const following = staged[place + 1] ?? (closes ? staged[0] : undefined);
      if (following === undefined) break;
      // A missing trader sells for less than he paid: what is not paid over is the gain.
      const margin = dice.between(low, stages[place] === 'missing' ? 0 : high);
      const next = new Array<number>(following.length).fill(0);
      const paired = following.length === stage.length;
      for (const [part, seller] of stage.entries()) {
        const cents = (amounts[part] as number) * (1 + margin);
        for (const [target, buyer] of following.entries()) {
          if (paired && target !== part) continue;
          const share = paired ? cents : cents / following.length;
          pass(seller, buyer, day, share, dice.whole(1, preset.rings.splitting[1]));
          next[target] = (next[target] as number) + share;
        }
      }
      amounts = next;
      day += dice.whole(0, 4);
    }
    if (clean !== null) {
      const [supplier, through, buyer] = clean;
      const cents = value * dice.between(0.85, 1.1);
      pass(supplier, through, day, cents, 1);
      pass(through, buyer, day + dice.whole(0, 5), cents * dice.between(1, 1.03), 1);
    }
  }
  for (const { supplier, acquirer, month, cents } of totals.values()) {
    trade.supplies.supplier.push(supplier);
    trade.supplies.acquirer.push(acquirer);
    trade.supplies.month.push(month);
    trade.supplies.cents.push(cents);
    trade.supplies.ring.push(number);
  }
  return [first, last];
}

/** Whether a role and a ring go together: who does not know is of none. */
export const ringHolds = (role: number, ring: number): boolean => isGuilty(role) === ring >= 0;
