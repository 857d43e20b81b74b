/** `npm run federation`: secretariat, NL, BE, LU and a witness, each a process with a database and keys of its own. */

import { rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { addDays } from '#kernel/dates.ts';
import { systemClock, todayOn } from '#platform/clock.ts';
import { madeUpAgreement } from './made-up-agreement.ts';
import { defaultFederation, startFederation } from './start.ts';
import { playVat, prepareVat } from './vat.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    port: { type: 'string', default: '4100' },
    folder: { type: 'string' },
    every: { type: 'string', default: '1000' },
    help: { type: 'boolean', default: false },
  },
});
const say = (line: string) => process.stderr.write(`${line}\n`);
const isVat = positionals.length === 1 && positionals[0] === 'vat';
if (values.help || (positionals.length > 0 && !isVat)) {
  say('npm run federation [-- vat --port 4100 --folder .data/federation --every 1000]');
  say('Starts five nodes on ports in a row, the first that of the secretariat; Ctrl-C ends them.');
  say('vat: plays how a carousel is found across states without anybody’s domestic sales, on made-up ones.');
  process.exitCode = values.help ? 0 : 2;
} else {
  const projectFolder = fileURLToPath(new URL('../..', import.meta.url));
  // The exercise of VAT has one of its own, made anew each time: it records a treaty that there is not.
  const folder = resolve(
    projectFolder,
    values.folder ?? (isVat ? '.data/federation-vat' : '.data/federation'),
  );
  if (isVat && values.folder === undefined) await rm(folder, { recursive: true, force: true });
  const prepared = isVat ? await prepareVat(defaultFederation(Number(values.port)), folder) : null;
  const specs = prepared?.specs ?? defaultFederation(Number(values.port));
  const federation = await startFederation(specs, { folder, every: Number(values.every), say });
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      say('Stopping');
      void federation.stop().then(() => process.exit(0));
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
  if (prepared !== null) await playVat(federation, prepared.world, { folder, say });
  say('Ctrl-C ends all nodes.');
}
