/** Writes what is made from the code and committed: a test fails when one of these is stale. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describeLayout } from '#union';
import { describeApi } from '../src/app/node-server.ts';
import { drawDiagram, readGraph, readSources, withDiagram } from './architecture.ts';

const projectFolder = fileURLToPath(new URL('..', import.meta.url));

type Generated = {
  /** From the project folder. */
  readonly path: string;
  /** Its text, made from the code; for a document in which only a part is made, also from what is there. */
  readonly make: () => Promise<string>;
};

/** Everything that is generated. */
export const generated: readonly Generated[] = [
  {
    path: 'ARCHITECTURE.md',
    make: async () => withDiagram(readCommitted('ARCHITECTURE.md'), drawDiagram(readGraph(readSources()))),
  },
  {
    path: 'schemas/register.schema.json',
    make: async () => `${JSON.stringify(describeLayout(), null, 2)}\n`,
  },
  {
    path: 'openapi.json',
    make: async () => `${JSON.stringify(await describeApi(), null, 2)}\n`,
  },
];

export function readCommitted(path: string): string {
  return readFileSync(projectFolder + path, 'utf8');
}

const help = `npm run generate

Writes ${generated.map(({ path }) => path).join(', ')}.
`;

if (import.meta.main) {
  if (process.argv.length > 2) {
    process.stdout.write(help);
    if (process.argv[2] !== '--help') process.exitCode = 2;
  } else {
    for (const { path, make } of generated) {
      writeFileSync(projectFolder + path, await make());
      process.stdout.write(`${path}\n`);
    }
  }
}
