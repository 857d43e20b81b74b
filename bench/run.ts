/** Runs one benchmark: figures are ratios against a named peer in the same run, never times against a limit. */
import { benchEnergy } from './energy.ts';
import { benchExchange } from './exchange.ts';
import { benchPaint } from './paint.ts';
import { benchPeople } from './people.ts';
import { benchReaders } from './readers.ts';
import { benchUnion } from './union.ts';
import { benchVat } from './vat.ts';

type Bench = {
  readonly summary: string;
  /** Prints tables for people; what it returns becomes the last line, as JSON. */
  readonly run: (options: { readonly seed: number }) => Promise<unknown>;
};

const benches: Readonly<Record<string, Bench>> = {
  exchange: {
    summary:
      'decisions, durable entries, proofs and nodes, against Cedar, the disk and bare rows, tiles and bare HTTP',
    run: benchExchange,
  },
  union: {
    summary: 'pages of a made-up union of 100,000 records, against the plain SQL query of the same rows',
    run: benchUnion,
  },
  vat: {
    summary: 'cycles against DuckDB and SQLite, ten million sales, declarations taken in and matched',
    run: benchVat,
  },
  energy: {
    summary:
      'coupled markets, blocks and thinned domains against cbc and glpsol, days of GME, adequacy, import',
    run: benchEnergy,
  },
  paint: {
    summary: 'first contentful paint of pages, against the same bytes from a bare HTTP server; bytes of each',
    run: benchPaint,
  },
  people: {
    summary:
      'fifty people at work for a minute, then the node is killed: the slowest answers, refusals, losses',
    run: benchPeople,
  },
  readers: {
    summary: 'fifty readers for a minute: the slowest answers, and who was refused',
    run: benchReaders,
  },
};

const help = `npm run -s bench -- NAME [SEED]

${Object.entries(benches)
  .map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary}`)
  .join('\n')}

SEED makes up another union (default 20200531). The last line is one JSON value. Ratios of one run can be held
against each other; times of two runs cannot.
`;

const [name = '', seed = '20200531'] = process.argv.slice(2);
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
if (process.argv.includes('--help')) {
  process.stdout.write(help);
} else if (bench === undefined || !/^\d{1,9}$/.test(seed)) {
  process.stderr.write(help);
  process.exitCode = 2;
} else {
  process.stdout.write(
    `${JSON.stringify({ bench: name, ...Object(await bench.run({ seed: Number(seed) })) })}\n`,
  );
}
