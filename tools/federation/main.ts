/** `npm run federation`: secretariat, NL, BE, LU and a witness, each a process with a database and keys of its own. */

import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { defaultFederation, startFederation } from './start.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4100' },
    folder: { type: 'string', default: '.data/federation' },
    every: { type: 'string', default: '1000' },
    help: { type: 'boolean', default: false },
  },
});
const say = (line: string) => process.stderr.write(`${line}\n`);
if (values.help) {
  say('npm run federation [-- --port 4100 --folder .data/federation --every 1000]');
  say('Starts five nodes on ports in a row, the first that of the secretariat; Ctrl-C ends them.');
} else {
  const projectFolder = fileURLToPath(new URL('../..', import.meta.url));
  const federation = await startFederation(defaultFederation(Number(values.port)), {
    folder: resolve(projectFolder, values.folder),
    every: Number(values.every),
    say,
  });
  say('Plates are made up: SYN-001-A and SYN-002-B are on every list. Ctrl-C ends all nodes.');
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      say('Stopping');
      void federation.stop().then(() => process.exit(0));
    });
}
