import { z } from 'zod';
import { canonicalJson } from '#kernel/canonical-json.ts';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import type { Clearing } from '../clearing/model.ts';
import type { MarketStep, Network } from '../market/model.ts';

/** Where a run comes from: what must be given to make the same bytes again. */
export type About = {
  /** How zones were coupled. */
  readonly mode: Mode;
  /** `synthetic:7`, or the file of the orders. */
  readonly book: string;
  /** Whether orders were made up; then nothing that follows from them says anything of a real market. */
  readonly isSynthetic: boolean;
  /** SHA-256 of the file of the domain; null: there was none. */
  readonly domain: string | null;
  /** Business day or typical day, and steps. */
  readonly day: string;
  readonly periods: readonly number[];
  readonly solver: string;
  /** Between which zones there are borders, where the mode asks: as named, or between any two for want of names; null: it does not. */
  readonly borders: (typeof borderRules)[number] | null;
  /** SHA-256 of the file of long-term rights beside the domain; null: there were none. */
  readonly rights: string | null;
  /** Ways of doing that are known from memory and were not verified at their source: whoever shows the run shows that with it. */
  readonly unverified: readonly Unverified[];
};

/** Within the rows of a domain; the same with no exchange against prices; within capacities that were cut out of it; as if the grid limited nothing. */
export const modes = ['fb', 'intuitive', 'atc', 'copper'] as const;
export type Mode = (typeof modes)[number];

export const borderRules = ['named', 'every pair'] as const;
const unverifiedWays = ['capacities', 'intuitive', 'rights'] as const;
export type Unverified = (typeof unverifiedWays)[number];

/** What of a mode is not verified at its source (facts, section 2, marked there). */
export const unverifiedOf: Readonly<Record<Mode, readonly Unverified[]>> = {
  ...{ fb: [], intuitive: ['intuitive'], atc: ['capacities'], copper: [] },
};

const version = 1;

/** A run holds all that it was made from, so that whoever has the file alone can certify it. */
export function writeRun(about: About, { steps, blocks, hours, result }: Clearing): string {
  const run = { tripoint: 'energy-run', version, about, hours, steps, blocks, result };
  return `${canonicalJson(withLists(run))}\n`;
}

/** The same with lists of numbers in place of typed arrays, of which JSON would make objects. */
export function withLists(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, one: unknown) => (one instanceof Float64Array ? [...one] : one)),
  );
}

const Numbers = z
  .array(z.number())
  .max(1_000_000)
  .transform((values) => Float64Array.from(values));
const Place = z.int().nonnegative();
const Name = z.string().max(500);
const Steps = z.strictObject({ prices: Numbers, quantities: Numbers, ends: Numbers.optional() });
const Step = z.strictObject({
  orders: z.array(z.strictObject({ demand: Steps, supply: Steps })).max(1000),
  network: z.strictObject({
    zones: z.array(Name).min(1).max(1000),
    links: z
      .array(z.strictObject({ id: Name, from: Place, to: Place, least: z.number(), most: z.number() }))
      .max(10_000),
    borders: z
      .array(
        z.strictObject({ id: Name, zone: Place, price: z.number(), least: z.number(), most: z.number() }),
      )
      .max(10_000),
    domain: z
      .array(
        z.strictObject({
          ...{ id: Name, ptdf: Numbers, ram: z.number() },
          ...{ element: Name.optional(), contingency: Name.optional() },
          takesNoRelief: z.literal(true).optional(),
        }),
      )
      .max(100_000)
      .nullable(),
    linksAre: z.enum(['exchanges', 'rights']).optional(),
  }),
});
const Block = z.strictObject({
  ...{ id: Name, zone: Place, side: z.enum(['supply', 'demand']), price: z.number() },
  ...{ quantities: Numbers, minimum: z.number().min(0).max(1) },
  ...{ parent: Name.nullable(), group: Name.nullable() },
});
const Cleared = z.strictObject({
  ...{ prices: Numbers, positions: Numbers, flows: Numbers, exchanges: Numbers },
  accepted: z.array(z.strictObject({ demand: Numbers, supply: Numbers })).max(1000),
  shadows: z.array(z.strictObject({ row: Place, price: z.number() })).max(100_000),
  share: z.number().optional(),
});
const AboutOfRun = z.strictObject({
  mode: z.enum(modes),
  // No other book is there to be kept: days of GME are held against what was published, and so a run that says otherwise is none of ours.
  book: z.string().regex(/^synthetic:\d{1,16}$/),
  isSynthetic: z.literal(true),
  domain: Name.nullable(),
  day: Name,
  periods: z.array(z.int()).max(100),
  solver: Name,
  // Runs of before there were modes that need them have none.
  borders: z.enum(borderRules).nullable().default(null),
  rights: Name.nullable().default(null),
  unverified: z.array(z.enum(unverifiedWays)).default([]),
});
const RunFile = z.strictObject({
  tripoint: z.literal('energy-run'),
  version: z.literal(version),
  about: AboutOfRun,
  hours: z.number().positive(),
  steps: z.array(Step).min(1).max(1000),
  blocks: z.array(Block).max(100_000),
  result: z.strictObject({
    steps: z.array(Cleared).max(1000),
    blocks: Numbers,
    welfare: z.strictObject({ consumers: z.number(), producers: z.number(), rent: z.number() }),
    bound: z.number(),
    status: z.enum(['proven', 'limit']),
  }),
});

/**
 * Reads a run whole: its form, and that every list is as long as what it speaks of. Problems, each with its place in the file:
 * `energy_run_unreadable`, `energy_run_invalid`, `energy_run_length`, `energy_run_mode`.
 */
export function readRun(text: string): Result<{ readonly about: About; readonly clearing: Clearing }> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return fail(problem('energy_run_unreadable', ''));
  }
  const read = RunFile.safeParse(json);
  if (!read.success)
    return fail(
      ...read.error.issues
        .slice(0, 50)
        .map(({ path, message }) => problem('energy_run_invalid', path.join('.'), { message })),
    );
  const { about, hours, steps, blocks, result } = read.data;
  const clearing = { steps, blocks, hours, result };
  const lengths = [...lengthsOf(clearing)].flatMap(([path, found, expected]) =>
    found === expected ? [] : [problem('energy_run_length', path, { found, expected })],
  );
  const isMode = isOfMode[about.mode];
  const networks = steps.flatMap(({ network }, step) =>
    isMode(network, about) ? [] : [problem('energy_run_mode', `steps.${step}.network`, { mode: about.mode })],
  );
  const wrong = [...lengths, ...networks];
  return wrong.length > 0 ? fail(...wrong.slice(0, 50)) : ok({ about, clearing });
}

/** Whether zones are connected as a mode connects them: what a run is called decides what it is the counterfactual of. */
const isOfMode: Readonly<Record<Mode, (network: Network, about: Pick<About, 'rights'>) => boolean>> = {
  fb: ({ domain, linksAre }, { rights }) =>
    domain !== null && domain.length > 0 && linksAre === (rights === null ? undefined : 'rights'),
  copper: ({ domain, links }) => domain !== null && domain.length === 0 && links.length === 0,
  atc: ({ domain, linksAre }) => domain === null && linksAre === undefined,
  intuitive: ({ domain, linksAre }) => domain !== null && linksAre === 'exchanges',
};

/** What a run says of itself, from the beginning of its text; null: it says nothing there. */
export function readAbout(start: string): About | null {
  // Keys stand in the order of the alphabet, and nothing of it is nested.
  const text = /^\{"about":(\{[^{}]*\})/.exec(start)?.[1];
  try {
    return text === undefined ? null : (AboutOfRun.safeParse(JSON.parse(text)).data ?? null);
  } catch {
    return null;
  }
}

function* lengthsOf({ steps, blocks, result }: Clearing): Generator<[string, number, number]> {
  yield ['result.steps', result.steps.length, steps.length];
  yield ['result.blocks', result.blocks.length, blocks.length];
  for (const [block, { quantities, zone }] of blocks.entries()) {
    yield [`blocks.${block}.quantities`, quantities.length, steps.length];
    for (const { network } of steps) yield* placeOf(`blocks.${block}.zone`, zone, network.zones.length);
  }
  for (const [index, { orders, network }] of steps.entries()) {
    const at = `steps.${index}`;
    const zones = network.zones.length;
    yield [`${at}.orders`, orders.length, zones];
    for (const [zone, { demand, supply }] of orders.entries()) {
      for (const [side, { prices, quantities, ends }] of Object.entries({ demand, supply })) {
        yield [`${at}.orders.${zone}.${side}.quantities`, quantities.length, prices.length];
        yield [`${at}.orders.${zone}.${side}.ends`, ends?.length ?? prices.length, prices.length];
      }
    }
    for (const [link, { from, to }] of network.links.entries()) {
      yield* placeOf(`${at}.network.links.${link}.from`, from, zones);
      yield* placeOf(`${at}.network.links.${link}.to`, to, zones);
    }
    for (const [border, { zone }] of network.borders.entries())
      yield* placeOf(`${at}.network.borders.${border}.zone`, zone, zones);
    for (const [row, { ptdf }] of (network.domain ?? []).entries())
      yield [`${at}.network.domain.${row}.ptdf`, ptdf.length, zones];
    const cleared = result.steps[index];
    if (cleared !== undefined) yield* clearedLengths(`result.${at}`, cleared, { orders, network });
  }
}

function* clearedLengths(
  at: string,
  { prices, positions, flows, exchanges, accepted, shadows, share }: Clearing['result']['steps'][number],
  { orders, network }: MarketStep,
): Generator<[string, number, number]> {
  yield [`${at}.share`, share === undefined ? 0 : 1, network.linksAre === 'rights' ? 1 : 0];
  yield [`${at}.prices`, prices.length, orders.length];
  yield [`${at}.positions`, positions.length, orders.length];
  yield [`${at}.flows`, flows.length, network.links.length];
  yield [`${at}.exchanges`, exchanges.length, network.borders.length];
  yield [`${at}.accepted`, accepted.length, orders.length];
  for (const [zone, { demand, supply }] of accepted.entries()) {
    yield [`${at}.accepted.${zone}.demand`, demand.length, orders[zone]?.demand.prices.length ?? 0];
    yield [`${at}.accepted.${zone}.supply`, supply.length, orders[zone]?.supply.prices.length ?? 0];
  }
  for (const [place, { row }] of shadows.entries())
    yield* placeOf(`${at}.shadows.${place}.row`, row, network.domain?.length ?? 0);
}

/** A place in a list that is not so long is told as a list that is too short. */
function* placeOf(path: string, place: number, length: number): Generator<[string, number, number]> {
  if (place >= length) yield [path, length, place + 1];
}
