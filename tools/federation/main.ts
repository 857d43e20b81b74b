/** `npm run federation`: secretariat, NL, BE, LU and a witness, each a process with a database and keys of its own. */

import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { addDays } from '#kernel/dates.ts';
import { systemClock, todayOn } from '#platform/clock.ts';
import { madeUpAgreement } from './made-up-agreement.ts';
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
  const folder = resolve(projectFolder, values.folder);
  const federation = await startFederation(defaultFederation(Number(values.port)), {
    folder,
    every: Number(values.every),
    say,
  });
  say('Plates are made up: SYN-001-A and SYN-002-B are on every list.');
  say(
    `Sign in at ${federation.nodes.get('NL')?.url} for the Netherlands, and ask Belgium, then Luxembourg, by article 13.`,
  );
  const today = todayOn(systemClock);
  const dates = { adopted: today, signed: today, in_force: addDays(today, 1) };
  const agreement = join(folder, 'agreement-14.json');
  await writeFile(agreement, JSON.stringify(await madeUpAgreement(projectFolder, dates, today), null, 2));
  say(
    `What each node keeps is in a folder of its name in ${folder}: say it to its commands as TRIPOINT_DATA.`,
  );
  say(`An agreement that would open article 14, made up: ${agreement}. README says how to record it.`);
  say('Ctrl-C ends all nodes.');
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      say('Stopping');
      void federation.stop().then(() => process.exit(0));
    });
}
