import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { systemClock, todayOn } from '#platform/clock.ts';
import { readConfig } from '#platform/config.ts';
import { open } from '../../src/app/open.ts';
import {
  type Textbook,
  textbook,
  textbookCase,
  textbookMonths,
} from '../../src/vat/bridges/fixtures/textbook.ts';
import { bridgeInstrument, bridgePurpose, madeUpBridges } from './made-up-bridges.ts';
import type { NodeSpec, RunningFederation } from './start.ts';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

/** What the exercise is about, written for the nodes that answer from it: the Netherlands and Luxembourg. */
export async function prepareVat(
  specs: readonly NodeSpec[],
  folder: string,
): Promise<{ readonly specs: readonly NodeSpec[]; readonly world: Textbook }> {
  const world = textbook(todayOn(systemClock));
  await mkdir(folder, { recursive: true });
  const withFile = async (spec: NodeSpec): Promise<NodeSpec> => {
    // Belgium joins what the others tell: it has no gateway, so that it never has their key.
    if (spec.name !== 'NL' && spec.name !== 'LU') return spec;
    const vat = join(folder, `vat-${spec.name}.json`);
    await writeFile(vat, JSON.stringify(world.holdings[spec.name], null, 1));
    return { ...spec, vat };
  };
  return { specs: await Promise.all(specs.map(withFile)), world };
}

export type Step = { readonly status: number | null; readonly json: unknown; readonly said: string };
export type VatStory = {
  readonly denied: Step;
  readonly deniedReveal: Step;
  readonly joined: Step;
  readonly revealed: Step;
  /** By node: how many entries of its journal are of the instrument, and what of the Dutch invoices stands in their payloads. */
  readonly journals: ReadonlyMap<string, { readonly entries: number; readonly found: readonly string[] }>;
};

type Analysed = {
  readonly alone: { readonly carousels: readonly unknown[] };
  readonly joined: { readonly carousels: readonly { readonly traders: readonly string[] }[] };
};

/**
 * The exercise: without an instrument everything is denied; one that is made up opens it; the carousel is not on statements alone, and is
 * found with bridges; whose its tokens are is told for a case and a purpose; and nothing domestic is in anybody's journal.
 */
export async function playVat(
  federation: RunningFederation,
  world: Textbook,
  { folder, say }: { readonly folder: string; readonly say: (line: string) => void },
): Promise<VatStory> {
  const run = async (node: string, words: readonly string[]): Promise<Step> => {
    say(`  ${node}$ tripoint ${words.join(' ')}`);
    const step = await tripoint(federation.nodes.get(node)?.dataFolder ?? '', [...words, '--json']);
    for (const line of step.said.split('\n').filter(Boolean)) say(`    ${line}`);
    return step;
  };
  const asked = ['--epoch', '1', '--party', 'BE', '--purpose', bridgePurpose, '--case', textbookCase];
  const months = ['--states', 'NL,LU', '--from', textbookMonths.from, '--until', textbookMonths.until];
  const carousels = () => run('BE', ['vat', 'carousels', bridgeInstrument, ...asked, ...months]);

  say('');
  say('1. No instrument opens it: Belgium’s analyst asks, and nothing leaves Belgium.');
  const denied = await carousels();
  const token = `NL.${'A'.repeat(22)}`;
  const deniedReveal = await run('BE', ['vat', 'reveal', bridgeInstrument, token, ...asked]);

  say('');
  say(
    '2. The secretariat records a treaty that opens it. SYNTHETIC: made up for the exercise, there is none.',
  );
  const file = join(folder, 'synthetic-vat-bridges.json');
  await writeFile(file, JSON.stringify(await madeUpBridges(projectFolder, todayOn(systemClock)), null, 2));
  await run('secretariat', ['import', file]);

  say('');
  say(
    '3. The Dutch gateway makes the key of tokens; Luxembourg’s has it handed over, sealed. Belgium has none.',
  );
  await run('NL', ['vat', 'make-key', bridgeInstrument, '--epoch', '1']);
  const take = ['--epoch', '1', '--party', 'LU', '--of', 'NL', '--purpose', bridgePurpose];
  // Luxembourg knows of the treaty when it has asked the secretariat again.
  for (let tries = 0; tries < 30; tries++) {
    const { status } = await run('LU', ['vat', 'take-key', bridgeInstrument, ...take]);
    if (status === 0) break;
    await wait(1_000);
  }

  say('');
  say('4. Belgium’s analyst joins what the two tell: tokens, months, ceilings.');
  const joined = await carousels();
  const { alone, joined: found } = joined.json as Analysed;
  const traders = found.carousels[0]?.traders ?? [];
  say(`   On statements alone: ${alone.carousels.length} cycles. With bridges: ${found.carousels.length}.`);
  say(`   ${[...traders, traders[0]].join(' → ')}`);

  say('');
  say(
    '5. Whose tokens? Named by the states that gave them, for the case and the purpose; both sides log it.',
  );
  const revealed = await run('BE', ['vat', 'reveal', bridgeInstrument, ...traders, ...asked]);
  const numbers = (revealed.json as { readonly traders?: Readonly<Record<string, string>> }).traders ?? {};
  const roles = new Map<string, string>([
    [world.conduit, 'conduit'],
    [world.missing, 'missing trader'],
    [world.broker, 'broker'],
  ]);
  for (const [one, number] of Object.entries(numbers))
    say(`   ${one}  ${number}  ${roles.get(number) ?? ''}`);

  say('');
  say('6. What the journals have of it, and of Dutch invoices.');
  const journals = new Map<string, { readonly entries: number; readonly found: readonly string[] }>();
  for (const name of ['NL', 'BE', 'LU']) {
    const texts = await readJournal(federation.nodes.get(name)?.dataFolder ?? '');
    const leaked = domesticIn(world, texts.join('\n'));
    journals.set(name, { entries: texts.length, found: leaked });
    say(
      `   ${name}: ${texts.length} entries; of ${world.holdings.NL.invoices.length} invoices in the Netherlands ${leaked.length === 0 ? 'no number, no amount, nobody who only traded there' : leaked.join(', ')}.`,
    );
  }
  return { denied, deniedReveal, joined, revealed, journals };
}

/** What of the Dutch invoices stands in a text: their numbers, their amounts in cents, and traders who are no end of the carousel. */
export function domesticIn({ holdings, missing, broker }: Textbook, text: string): readonly string[] {
  const secrets = new Set<string>();
  for (const { seller, buyer, number, cents } of holdings.NL.invoices)
    for (const one of [number, String(cents), seller, buyer]) secrets.add(one);
  // Their numbers are told when somebody asks whose their tokens are.
  for (const one of [missing, broker]) secrets.delete(one);
  const words = new Set(text.split(/[^A-Za-z0-9-]+/));
  return [...secrets].filter((one) => words.has(one));
}

async function readJournal(dataFolder: string): Promise<readonly string[]> {
  const config = readConfig({ TRIPOINT_DATA: dataFolder });
  if (!config.ok) throw new Error(JSON.stringify(config.problems));
  const database = await open(config.value, () => {});
  try {
    const { rows } = await database.read((tx) =>
      sql<{ text: string | null }>`
        select payload::text as text from platform.journal left join platform.journal_payload on entry = id
        where instrument = ${bridgeInstrument} and event like 'exchange.%' order by id`.execute(tx),
    );
    return rows.map(({ text }) => text ?? '');
  } finally {
    await database.close();
  }
}

export function tripoint(dataFolder: string, words: readonly string[]): Promise<Step> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', '--import', 'tsx', 'src/app/cli.ts', ...words],
      {
        cwd: projectFolder,
        env: { PATH: process.env.PATH, HOME: process.env.HOME, TRIPOINT_DATA: dataFolder },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const heard = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const)
      child[name].setEncoding('utf8').on('data', (text: string) => {
        heard[name] += text;
      });
    child.once('error', reject);
    child.once('close', (status) =>
      resolve({ status, json: heard.stdout === '' ? null : JSON.parse(heard.stdout), said: heard.stderr }),
    );
  });
}
