/** Writes what is made from the code and committed: a test fails when one of these is stale. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describeLayout } from '#union';
import { modules } from '../src/app/modules.ts';
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
  { path: 'docs/actions.md', make: async () => listActions() },
  {
    path: 'openapi.json',
    make: async () => `${JSON.stringify(await describeApi(), null, 2)}\n`,
  },
];

/** What people can do, for whoever wants to do it from a program or a shell. */
function listActions(): string {
  const rows = modules.flatMap(({ name: module, actions }) =>
    actions.map(({ name, fields, permission, texts }) => {
      const { title, explain } = texts('en');
      const who = permission.audience === 'body' ? `body with \`${permission.code}\`` : permission.audience;
      const command = `${module} ${name.replaceAll('/', ' ')}`;
      const asked = Object.keys(fields).join(', ');
      return `| \`${name}\` | \`${command}\` | ${title}. ${explain} | ${asked} | ${who} |`;
    }),
  );
  return `# What people can do

Generated from the code. Each is a form at \`/{language}/{register}/do/NAME\`, \`POST /api/{register}/NAME\` with the fields as JSON, and the
command \`npm run -s tripoint -- COMMAND --as GRANT\` with them as options. Which body has a power, the union's own data say.

| name | command | what it does | fields | who |
|---|---|---|---|---|
${rows.join('\n')}
`;
}

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
