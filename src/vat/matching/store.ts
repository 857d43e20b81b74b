import type { PlainDate } from '#kernel/dates.ts';
import { type Analytics, quoted } from '#platform/analytics.ts';
import type { TakenFile } from '../intake/receipts.ts';
import { rowsOf, supersededOver } from '../intake/standing-rows.ts';
import { type DeclarationKind, declarationKinds } from '../model.ts';
import type { Discrepancy, DiscrepancyType, Tolerance } from './model.ts';

/** Kinds of which later lines correct earlier ones, each with what a line is of. */
const keysOf = {
  supplies: ['supplier', 'acquirer', 'kind', 'period_from', 'period_to'],
  acquisitions: ['acquirer', 'kind', 'period_from', 'period_to'],
  purchases: ['acquirer', 'supplier', 'kind', 'period_from', 'period_to'],
} as const;
type Corrected = keyof typeof keysOf;

/** The column by which a row of a kind was known; of registrations nobody says when. */
const knownBy: Readonly<Partial<Record<DeclarationKind, string>>> = {
  supplies: 'received',
  acquisitions: 'received',
  purchases: 'received',
  invoices: 'received',
  queries: 'asked',
};

/**
 * Makes the rows of all files that were taken in questionable by the name of their kind, those that are corrected as they stand
 * (`…_standing`) and line by line (`…_lines`). With `day`: what was known at its end, and nothing of later.
 */
export async function openDeclarations(
  analytics: Analytics,
  folder: string,
  receipts: readonly TakenFile[],
  day: PlainDate | null = null,
): Promise<void> {
  for (const kind of declarationKinds) {
    const known = knownBy[kind];
    const where = day === null || known === undefined ? '' : ` WHERE ${known} <= DATE ${quoted(day)}`;
    await analytics.run(
      `CREATE OR REPLACE TEMP VIEW ${kind} AS FROM (${rowsOf(folder, receipts, kind)})${where}`,
    );
  }
  for (const kind of Object.keys(keysOf) as Corrected[]) await standing(analytics, kind);
}

/**
 * What stands of lines of one key after all corrections: the last that is none or takes the place of the others, and what was added
 * since (`supersededOver`). `superseded` is the day on which a line was received in the place of another.
 * Nearly all keys have one line, and only the others are put in order.
 */
async function standing(analytics: Analytics, kind: Corrected): Promise<void> {
  const key = keysOf[kind].map((column) => `"${column}"`).join(', ');
  const [sound, soundOfKey] =
    kind === 'acquisitions' ? ['1 AS sound', '1 AS sound'] : ['sound', 'any_value(sound) AS sound'];
  const once = `FROM ${kind} WHERE hash(${key}) NOT IN (FROM ${kind}_twice)`;
  await analytics.run(`
    CREATE OR REPLACE TEMP TABLE ${kind}_twice AS
    SELECT h FROM (SELECT hash(${key}) AS h, correction FROM ${kind})
    GROUP BY h HAVING count(*) > 1 OR count(correction) > 0`);
  await analytics.run(`
    CREATE OR REPLACE TEMP TABLE ${kind}_several AS
    SELECT *, ${supersededOver(key)} AS superseded
    FROM ${kind} WHERE hash(${key}) IN (FROM ${kind}_twice)`);
  await analytics.run(`
    CREATE OR REPLACE TEMP VIEW ${kind}_lines AS
    SELECT ${key}, ${sound}, cents, received, correction, NULL::DATE AS superseded, file, "row" ${once}
    UNION ALL
    SELECT ${key}, ${sound}, cents, received, correction, superseded, file, "row" FROM ${kind}_several`);
  await analytics.run(`
    CREATE OR REPLACE TEMP VIEW ${kind}_standing AS
    SELECT ${key}, ${sound}, cents ${once}
    UNION ALL
    SELECT ${key}, ${soundOfKey}, sum(cents)::BIGINT AS cents
    FROM ${kind}_several WHERE superseded IS NULL GROUP BY ${key}`);
}

/**
 * Sums both sides of each acquirer by period. What cannot be held against anything, since nobody there declared acquisitions in all of
 * the period, or no other state stated supplies in all of it, is no discrepancy.
 */
export async function sumSides(analytics: Analytics): Promise<void> {
  await analytics.run(`
    CREATE OR REPLACE TEMP TABLE supplied_raw AS
    SELECT acquirer, kind, period_from, period_to, sound, sum(cents)::BIGINT AS cents
    FROM supplies_standing GROUP BY ALL`);
  await analytics.run(`
    CREATE OR REPLACE TEMP TABLE never_valid AS
    WITH registered AS (SELECT DISTINCT number[1:2] AS state FROM registrations),
    asked AS (SELECT DISTINCT acquirer, period_from, period_to FROM supplied_raw WHERE sound = 1
      AND acquirer[1:2] IN (FROM registered))
    SELECT * FROM asked WHERE NOT EXISTS (FROM registrations WHERE number = acquirer
      AND valid_from < ${dayAfter('period_to')} AND (valid_until IS NULL OR valid_until > ${dayOf('period_from')}))`);
  await analytics.run(`
    CREATE OR REPLACE TEMP TABLE covered AS
    SELECT DISTINCT acquirer[1:2] AS state, unnest(range(period_from, period_to + 1)) AS month FROM acquisitions`);
  // Which states stated what they supplied: of whose acquirers nobody else's statements are there, nothing is lacking.
  await analytics.run(`
    CREATE OR REPLACE TEMP TABLE stated AS
    SELECT DISTINCT supplier[1:2] AS by, unnest(range(period_from, period_to + 1)) AS month FROM supplies`);
  await analytics.run(`
    CREATE OR REPLACE TEMP TABLE sides AS
    WITH supplied AS (FROM supplied_raw ANTI JOIN never_valid USING (acquirer, period_from, period_to) WHERE sound = 1),
    declared AS (FROM acquisitions_standing ANTI JOIN never_valid USING (acquirer, period_from, period_to)),
    sums AS (
      SELECT acquirer, acquirer[1:2] AS state, kind, first AS period_from, first + months - 1 AS period_to,
        sum(supplied)::BIGINT AS supplied, sum(declared)::BIGINT AS declared
      FROM (${placed('supplied', 'declared', [])}) GROUP BY ALL
    ),
    periods AS (SELECT DISTINCT state, period_from, period_to FROM sums)
    SELECT * EXCLUDE (state) FROM sums
      SEMI JOIN (${whole('periods', 'covered', 'covered.state = periods.state')}) USING (state, period_from, period_to)
      SEMI JOIN (${whole('periods', 'stated', 'stated.by <> periods.state')}) USING (state, period_from, period_to)`);
}

/** Periods every month of which some row of a table has, where `on` holds between the two. */
const whole = (periods: string, months: string, on: string) => `
    SELECT ${periods}.state, period_from, period_to FROM ${periods} JOIN ${months} ON ${on} AND month BETWEEN period_from AND period_to
    GROUP BY ALL HAVING count(DISTINCT month) = period_to - period_from + 1`;

/**
 * Both sides in the same periods: months, but of an acquirer quarters or years where one of the two sides declared these. `further`
 * columns besides the acquirer say of whom a row is.
 */
function placed(supplied: string, declared: string, further: readonly string[]): string {
  const own = further.map((column) => `${column}, `).join('');
  const ofOne = further.map((column) => `one.${column}, `).join('');
  return `
    WITH lengths AS (
      SELECT acquirer, period_from // 12 AS year, period_from // 3 AS quarter, max(period_to - period_from) AS longest
      FROM (SELECT acquirer, period_from, period_to FROM ${supplied}
        UNION ALL SELECT acquirer, period_from, period_to FROM ${declared})
      GROUP BY ALL HAVING longest > 0
    ),
    years AS (SELECT acquirer, year, max(longest) AS longest FROM lengths GROUP BY ALL),
    both_sides AS (
      SELECT acquirer, ${own}CASE kind WHEN 'S' THEN 'S' ELSE 'L' END AS kind, period_from, cents AS supplied, NULL::BIGINT AS declared
      FROM ${supplied}
      UNION ALL SELECT acquirer, ${own}kind, period_from, NULL, cents FROM ${declared}
    )
    SELECT one.acquirer, ${ofOne}kind, supplied, declared,
      CASE WHEN years.longest = 11 THEN period_from // 12 * 12
        WHEN lengths.longest = 2 THEN period_from // 3 * 3 ELSE period_from END AS first,
      CASE WHEN years.longest = 11 THEN 12 WHEN lengths.longest = 2 THEN 3 ELSE 1 END AS months
    FROM both_sides one
    LEFT JOIN years ON years.acquirer = one.acquirer AND years.year = period_from // 12
    LEFT JOIN lengths ON lengths.acquirer = one.acquirer AND lengths.quarter = period_from // 3`;
}

const dayOf = (month: string) => `make_date(${month} // 12, (${month} % 12 + 1)::INTEGER, 1)`;
const dayAfter = (month: string) => dayOf(`(${month} + 1)`);

export type SidesRow = {
  readonly acquirer: string;
  readonly supplier: string | null;
  readonly kind: 'L' | 'S';
  readonly period_from: number;
  readonly period_to: number;
  readonly supplied: bigint | null;
  readonly declared: bigint | null;
  readonly filed: boolean;
};

/** Sides that differ, acquirer by acquirer. */
export function listOpenSides(analytics: Analytics): AsyncIterable<readonly SidesRow[]> {
  return analytics.stream(`
    SELECT acquirer, NULL::VARCHAR AS supplier, kind, period_from, period_to, supplied, declared,
      EXISTS (FROM sides other WHERE other.acquirer = sides.acquirer AND other.period_from = sides.period_from
        AND other.declared IS NOT NULL) AS filed
    FROM sides WHERE coalesce(supplied, 0) <> coalesce(declared, 0)
    ORDER BY acquirer, period_from, kind`) as AsyncIterable<readonly SidesRow[]>;
}

/**
 * Pairs that differ, where the acquirer declared by supplier in that period: nothing is said of one who did not, nor of a supplier whose
 * state stated nothing in all of it.
 */
export async function sumPairs(analytics: Analytics): Promise<void> {
  await analytics.run(`
    CREATE OR REPLACE TEMP TABLE pairs AS
    WITH supplied AS (SELECT * FROM supplies_standing SEMI JOIN purchases_standing USING (acquirer) WHERE sound = 1),
    listed AS (SELECT acquirer, supplier, kind, period_from, period_to, cents FROM purchases_standing),
    sums AS (
      SELECT acquirer, supplier, kind, first AS period_from, first + months - 1 AS period_to,
        sum(supplied)::BIGINT AS supplied, sum(declared)::BIGINT AS declared
      FROM (${placed('supplied', 'listed', ['supplier'])}) GROUP BY ALL
    ),
    periods AS (SELECT DISTINCT supplier[1:2] AS state, period_from, period_to FROM sums),
    told AS (${whole('periods', 'stated', 'stated.by = periods.state')})
    SELECT * EXCLUDE (state) FROM (SELECT *, supplier[1:2] AS state FROM sums)
      SEMI JOIN (SELECT acquirer, period_from, period_to FROM sums WHERE declared IS NOT NULL) USING (acquirer, period_from, period_to)
      SEMI JOIN told USING (state, period_from, period_to)`);
}

export function listOpenPairs(analytics: Analytics): AsyncIterable<readonly SidesRow[]> {
  return analytics.stream(`
    SELECT acquirer, supplier, kind, period_from, period_to, supplied, declared, true AS filed FROM pairs
    WHERE coalesce(supplied, 0) <> coalesce(declared, 0)
    ORDER BY acquirer, supplier, period_from, kind`) as AsyncIterable<readonly SidesRow[]>;
}

/** Where discrepancies stand one after the other while they are found. */
export async function makeDiscrepancies(analytics: Analytics): Promise<void> {
  await analytics.run(`
    CREATE OR REPLACE TEMP TABLE discrepancy (level UTINYINT, type VARCHAR, acquirer VARCHAR, supplier VARCHAR, kind VARCHAR,
      period_from INTEGER, period_to INTEGER, cents BIGINT, other_kind VARCHAR, other_from INTEGER, other_to INTEGER)`);
}

/** Those that follow from lines and numbers alone, without holding two sides against each other. */
export async function findInLines(analytics: Analytics): Promise<void> {
  await analytics.run(`
    INSERT INTO discrepancy SELECT 2, 'invalid_acquirer', acquirer, supplier, kind, period_from, period_to, cents, NULL, NULL, NULL
    FROM supplies_standing WHERE sound = 0`);
  await analytics.run(`
    INSERT INTO discrepancy SELECT 1, 'inactive_acquirer', acquirer, NULL, kind, period_from, period_to, cents, NULL, NULL, NULL
    FROM supplied_raw SEMI JOIN never_valid USING (acquirer, period_from, period_to) WHERE sound = 1`);
  for (const kind of Object.keys(keysOf) as Corrected[])
    await analytics.run(`
      INSERT INTO discrepancy
      SELECT ${kind === 'acquisitions' ? 1 : 2}, 'duplicate_listing', acquirer, ${kind === 'acquisitions' ? 'NULL' : 'supplier'}, kind,
        period_from, period_to, sum(cents) FILTER (superseded IS NOT NULL)::BIGINT, NULL, NULL, NULL
      FROM ${kind}_several WHERE correction IS NULL GROUP BY ALL HAVING count(*) > 1`);
  await analytics.run(`
    INSERT INTO discrepancy
    WITH inbound AS (SELECT DISTINCT acquirer, period_from, period_to FROM supplied_raw WHERE kind = 'L' AND cents > 0)
    SELECT 2, 'triangulation_broken', acquirer, supplier, kind, period_from, period_to, cents, NULL, NULL, NULL
    FROM supplies_standing one WHERE kind = 'T' AND cents > 0
      AND EXISTS (FROM supplies WHERE supplier[1:2] <> one.supplier[1:2])
      AND NOT EXISTS (FROM inbound WHERE inbound.acquirer = one.supplier
        AND inbound.period_from <= one.period_to + 1 AND inbound.period_to >= one.period_from - 1)`);
  await analytics.run(`
    INSERT INTO discrepancy
    WITH corrected AS (
      SELECT acquirer, NULL::VARCHAR AS supplier, kind, period_from, period_to, cents, received FROM acquisitions WHERE correction IS NOT NULL
      UNION ALL SELECT acquirer, supplier, kind, period_from, period_to, cents, received FROM purchases WHERE correction IS NOT NULL
    )
    SELECT CASE WHEN supplier IS NULL THEN 1 ELSE 2 END, 'correction_after_query', acquirer, supplier, kind, period_from,
      period_to, cents, NULL, NULL, NULL
    FROM corrected WHERE EXISTS (FROM queries WHERE queries.acquirer = corrected.acquirer AND asked <= received
      AND queries.period_from <= corrected.period_to AND queries.period_to >= corrected.period_from)`);
  await analytics.run(`
    INSERT INTO discrepancy
    WITH owned AS (SELECT DISTINCT number, owner FROM registrations WHERE owner IS NOT NULL),
    own AS (
      FROM supplies_standing WHERE supplier = acquirer
      UNION ALL
      SELECT DISTINCT one.* FROM supplies_standing one JOIN owned a ON a.number = supplier
        JOIN owned b ON b.number = acquirer AND b.owner = a.owner WHERE supplier <> acquirer
    )
    SELECT 2, 'self_supply', acquirer, supplier, kind, period_from, period_to, cents, NULL, NULL, NULL FROM own`);
}

/** Adds what was explained of one acquirer or pair after another, as lines of a file that is read at once. */
export async function addSettled(analytics: Analytics, staged: string): Promise<void> {
  await analytics.run(`
    INSERT INTO discrepancy FROM read_csv(${quoted(staged)}, delim = '\\t', quote = '', escape = '', header = false,
      auto_detect = false, nullstr = '', columns = {'level': 'UTINYINT', 'type': 'VARCHAR', 'acquirer': 'VARCHAR',
      'supplier': 'VARCHAR', 'kind': 'VARCHAR', 'period_from': 'INTEGER', 'period_to': 'INTEGER', 'cents': 'BIGINT',
      'other_kind': 'VARCHAR', 'other_from': 'INTEGER', 'other_to': 'INTEGER'})`);
}

export function stagedLine(
  { acquirer, supplier }: Pick<SidesRow, 'acquirer' | 'supplier'>,
  { type, kind, months, cents, counterpart }: Discrepancy,
): string {
  const other = [counterpart?.kind ?? '', counterpart?.months.from ?? '', counterpart?.months.to ?? ''];
  const level = supplier === null ? 1 : 2;
  return `${[level, type, acquirer, supplier ?? '', kind, months.from, months.to, cents, ...other].join('\t')}\n`;
}

/** Writes all that was found in one order, whatever order it was found in. */
export async function writeDiscrepancies(analytics: Analytics, file: string): Promise<void> {
  await analytics.run(
    `COPY (FROM discrepancy ORDER BY ALL) TO ${quoted(file)} (FORMAT parquet, COMPRESSION zstd)`,
  );
}

export type Summary = {
  readonly types: readonly {
    readonly level: number;
    readonly type: string;
    readonly count: number;
    readonly cents: string;
  }[];
  /** What suppliers declared, in whole cents, and where it went: the parts sum up to it. */
  readonly supplied: Readonly<Record<'all' | 'compared' | 'invalid' | 'inactive' | 'not_comparable', string>>;
  readonly declared: string;
  /** Both sides of acquirers and periods that agree within the tolerance, and all that were held against each other. */
  readonly sides: { readonly all: number; readonly agree: number };
};

export async function summarise(analytics: Analytics, { cents, share }: Tolerance): Promise<Summary> {
  const types = await analytics.rows(`
    SELECT level, type, count(*)::INTEGER AS count, sum(cents)::VARCHAR AS cents FROM discrepancy GROUP BY ALL ORDER BY level, type`);
  const [sums] = await analytics.rows(
    `
    SELECT (SELECT coalesce(sum(cents), 0)::VARCHAR FROM supplied_raw) AS "all",
      (SELECT coalesce(sum(supplied), 0)::VARCHAR FROM sides) AS compared,
      (SELECT coalesce(sum(cents), 0)::VARCHAR FROM supplied_raw WHERE sound = 0) AS invalid,
      (SELECT coalesce(sum(cents), 0)::VARCHAR FROM supplied_raw SEMI JOIN never_valid USING (acquirer, period_from, period_to)
        WHERE sound = 1) AS inactive,
      (SELECT coalesce(sum(declared), 0)::VARCHAR FROM sides) AS declared,
      (SELECT count(*)::INTEGER FROM sides) AS sides,
      (SELECT count(*)::INTEGER FROM sides WHERE abs(coalesce(supplied, 0) - coalesce(declared, 0))
        <= greatest($cents, $share * greatest(abs(coalesce(supplied, 0)), abs(coalesce(declared, 0))))) AS agree`,
    { cents, share },
  );
  const { all, compared, invalid, inactive, declared, sides, agree } = sums as Readonly<
    Record<string, string | number>
  >;
  const rest =
    BigInt(all as string) -
    BigInt(compared as string) -
    BigInt(invalid as string) -
    BigInt(inactive as string);
  return {
    types: types as Summary['types'],
    supplied: {
      ...{
        all: String(all),
        compared: String(compared),
        invalid: String(invalid),
        inactive: String(inactive),
      },
      not_comparable: String(rest),
    },
    declared: String(declared),
    sides: { all: Number(sides), agree: Number(agree) },
  };
}

export type FoundDiscrepancy = {
  readonly level: number;
  readonly type: DiscrepancyType;
  readonly acquirer: string;
  readonly supplier: string | null;
  readonly kind: string;
  /** Months since the year 0. */
  readonly from: number;
  readonly to: number;
  readonly cents: number;
};

/** Those in which any of some numbers is acquirer or supplier, of periods from a month on; the latest first. */
export async function listDiscrepanciesOf(
  analytics: Analytics,
  file: string,
  { numbers, from }: { readonly numbers: readonly string[]; readonly from: number },
): Promise<readonly FoundDiscrepancy[]> {
  if (numbers.length === 0) return [];
  const asked = numbers.map(quoted).join(', ');
  const rows = await analytics.rows(
    `SELECT level::INTEGER AS level, type, acquirer, supplier, kind, period_from AS "from", period_to AS "to", cents::DOUBLE AS cents
    FROM read_parquet(${quoted(file)})
    WHERE period_to >= $from AND (acquirer IN (${asked}) OR supplier IN (${asked}))
    ORDER BY period_from DESC, level, type, acquirer, supplier, kind, cents`,
    { from },
  );
  return rows as unknown as readonly FoundDiscrepancy[];
}
