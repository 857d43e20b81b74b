import {
  type EdgeBatch,
  type EdgeKind,
  type EdgeSource,
  type EdgeWindow,
  type Hop,
  type HopRow,
  kindNumber,
} from './model.ts';

export type Field = string | number | bigint;

/** A database that knows what was declared, as far as two of them say the same otherwise. */
export type Asked = {
  readonly run: (sql: string) => Promise<void>;
  /** Fields in the order of the question. */
  readonly rows: (sql: string) => AsyncIterable<readonly (readonly Field[])[]>;
  readonly snapshot: () => Promise<string>;
  /** What stands before `AS SELECT …` or a list of columns, for a table that nobody else sees. */
  readonly table: (name: string) => string;
  /** Supplies as they stand, one of each key, of keys for which the condition holds: `supplier, acquirer, kind, period_from, period_to, cents`. */
  readonly standing: (condition: string) => string;
  /** The rows of which these are the sums: the same columns, and `file` and `"row"`. */
  readonly standingRows: (condition: string) => string;
  /** All rows of supplies: `supplier` and `acquirer`. */
  readonly supplies: string;
};

/** Rounds in which traders are left out who are in no cycle: what more of them would find, the search finds as well. */
const mostRounds = 64;
/** Hops, or traders, that one statement names. */
const hopsAtOnce = 2_000;

/** Opens a source over what a database was told; numbers its traders first. */
export async function openEdges(asked: Asked): Promise<EdgeSource> {
  const { run, rows, table, supplies } = asked;
  await run(`${table('trader')} AS
    SELECT number, CAST(row_number() OVER (ORDER BY number) - 1 AS INTEGER) AS id
    FROM (SELECT DISTINCT number FROM
      (SELECT supplier AS number FROM ${supplies} UNION ALL SELECT acquirer AS number FROM ${supplies}) AS every) AS one`);
  let tables = 0;

  const numbered = (relation: string, columns: string) => `
    SELECT seller.id AS src, buyer.id AS dst, ${columns} FROM ${relation} AS one
    JOIN trader AS seller ON one.supplier = seller.number JOIN trader AS buyer ON one.acquirer = buyer.number`;
  const edges = (window: EdgeWindow) =>
    numbered(asked.standing(conditionOf(window)), 'kind, period_from, period_to, cents');
  const inOrder = (relation: string, where = '') => `
    SELECT src, dst, period_from, period_to, cents, kind FROM (${relation}) AS edge ${where}
    ORDER BY period_from, period_to, src, dst, kind, cents`;

  return {
    snapshot: asked.snapshot,
    traders: async function* () {
      for await (const part of rows('SELECT number FROM trader ORDER BY id'))
        yield part.map(([number]) => String(number));
    },
    scan: (window) => batches(rows(inOrder(edges(window)))),
    candidates: async function* (window, among) {
      const named = among === undefined ? null : await nameTraders(among);
      let left = `hop_${tables++}`;
      await run(
        `${table(left)} AS SELECT DISTINCT src, dst FROM (${edges(window)}) AS edge WHERE src <> dst AND cents > 0${
          named === null ? '' : ` AND src IN (SELECT id FROM ${named}) AND dst IN (SELECT id FROM ${named})`
        }`,
      );
      let size = await sizeOf(left);
      for (let round = 0; round < mostRounds; round++) {
        const next = `hop_${tables++}`;
        await run(`${table(next)} AS SELECT src, dst FROM ${left}
          WHERE src IN (SELECT dst FROM ${left}) AND dst IN (SELECT src FROM ${left})`);
        await run(`DROP TABLE ${left}`);
        left = next;
        const before = size;
        size = await sizeOf(left);
        if (size === before) break;
      }
      yield* batches(rows(inOrder(edges(window), `WHERE (src, dst) IN (SELECT src, dst FROM ${left})`)));
      await run(`DROP TABLE ${left}`);
      if (named !== null) await run(`DROP TABLE ${named}`);
    },
    rows: async function* (window, hops) {
      const wanted = `wanted_${tables++}`;
      await run(`${table(wanted)} (src INTEGER, dst INTEGER, period_from INTEGER, period_to INTEGER)`);
      for (let from = 0; from < hops.length; from += hopsAtOnce) {
        const values = hops
          .slice(from, from + hopsAtOnce)
          .map(({ src, dst, lo, hi }) => `(${src}, ${dst}, ${lo}, ${hi})`);
        await run(`INSERT INTO ${wanted} VALUES ${values.join(', ')}`);
      }
      const declared = numbered(
        asked.standingRows(conditionOf(window)),
        'kind, period_from, period_to, cents, file, "row"',
      );
      for await (const part of rows(`
        SELECT src, dst, period_from, period_to, kind, cents, file, "row" FROM (${declared}) AS edge
        WHERE (src, dst, period_from, period_to) IN (SELECT src, dst, period_from, period_to FROM ${wanted})
        ORDER BY src, dst, period_from, period_to, kind, file, "row"`))
        yield part.map(hopRowOf);
      await run(`DROP TABLE ${wanted}`);
    },
  };

  async function nameTraders(numbers: readonly number[]): Promise<string> {
    const name = `among_${tables++}`;
    await run(`${table(name)} (id INTEGER)`);
    for (let from = 0; from < numbers.length; from += hopsAtOnce)
      await run(
        `INSERT INTO ${name} VALUES ${numbers
          .slice(from, from + hopsAtOnce)
          .map((number) => `(${number})`)
          .join(', ')}`,
      );
    return name;
  }

  async function sizeOf(name: string): Promise<number> {
    const found: number[] = [];
    // To its end, or the session would still be at it when the next question comes.
    for await (const part of rows(`SELECT count(*) FROM ${name}`))
      found.push(...part.map(([count]) => Number(count)));
    return found[0] as number;
  }
}

function conditionOf({ from, until, kinds }: EdgeWindow): string {
  const named = kinds.map((kind) => `'${kind}'`).join(', ');
  return `period_from <= ${until} AND period_to >= ${from} AND kind IN (${named})`;
}

function hopRowOf([src, dst, lo, hi, kind, cents, file, row]: readonly Field[]): HopRow {
  const hop: Hop = { src: Number(src), dst: Number(dst), lo: Number(lo), hi: Number(hi) };
  return {
    ...hop,
    kind: String(kind) as EdgeKind,
    cents: Number(cents),
    file: String(file),
    row: Number(row),
  };
}

async function* batches(parts: AsyncIterable<readonly (readonly Field[])[]>): AsyncGenerator<EdgeBatch> {
  for await (const part of parts) {
    if (part.length === 0) continue;
    const whole = (column: number) => Int32Array.from(part, (row) => Number(row[column]));
    yield {
      ...{ src: whole(0), dst: whole(1), lo: whole(2), hi: whole(3) },
      cents: Float64Array.from(part, (row) => Number(row[4])),
      kind: Uint8Array.from(part, (row) => kindNumber(String(row[5]))),
    };
  }
}
