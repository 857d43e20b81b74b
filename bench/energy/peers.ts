import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import loadHighs from 'highs';
import type { Market } from '../../src/energy/clearing/clear.ts';
import { dayProgram } from '../../src/energy/clearing/day-program.ts';
import { type LinearProgram, modelData } from '../../src/energy/clearing/solver.ts';
import { netCurve } from '../../src/energy/market/net-curve.ts';

/** Solvers of Debian that stand beside ours, each as a program of its own, with how it is asked and where it says its optimum. */
const peers = {
  cbc: {
    pack: 'coinor-cbc',
    args: (file: string) => [file, '-ratioGap', '0', '-allowableGap', '0', '-solve', '-quit'],
    optimum: /(?:Objective value:|Optimal objective)\s+(-?[\d.e+]+)/,
  },
  glpsol: {
    pack: 'glpk-utils',
    // It says its optimum in a file of its own, which must be none that is there: it puts another in its place.
    args: (file: string) => ['--freemps', file, '--min', '--output', `${file}.found`],
    optimum: /Objective:\s+\S+ = (-?[\d.e+]+)/,
  },
} as const;
export type Peer = keyof typeof peers;

export type Asked = {
  /** Null: it is not there, or did not end in time. */
  readonly seconds: number | null;
  /** EUR for an hour each, as the day program counts. */
  readonly optimum: number | null;
};

/** Whether a peer can be asked; where this user may, it is installed first. */
export function isThere(peer: Peer): boolean {
  const found = () => spawnSync('which', [peer]).status === 0;
  if (found()) return true;
  if (process.getuid?.() !== 0) return false;
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', peers[peer].pack], { stdio: 'ignore' });
  return found();
}

/** The whole problem as MPS, nothing left out and nothing settled before: each step by itself, or all with their blocks. */
export async function problemsOf({ steps, blocks }: Market): Promise<readonly Uint8Array[]> {
  const curved = steps.map(({ orders, network }) => ({ curves: orders.map(netCurve), network }));
  const parts = blocks.length > 0 ? [curved] : curved.map((step) => [step]);
  const programs = parts.map((part): LinearProgram => {
    const program = dayProgram({
      ...{ steps: part, blocks, accepted: blocks.map((): [number, number] => [0, 1]) },
      windows: part.map(({ curves }) => curves.map(({ prices }) => ({ from: 0, to: prices.length }))),
      rows: part.map(({ network }) => network.domain ?? []),
    });
    const whole = blocks.map((_, block) => program.blockAt + block);
    return blocks.length > 0 ? { ...program, whole } : program;
  });
  return filesOf(programs);
}

/** Programs as MPS. */
export async function filesOf(programs: readonly LinearProgram[]): Promise<readonly Uint8Array[]> {
  const highs = await (loadHighs as unknown as typeof loadHighs.default)();
  return programs.map((program) => {
    const model = highs.createModel(modelData(highs, program));
    try {
      return model.exportModel('mps');
    } finally {
      model.dispose();
    }
  });
}

/** Asks a peer for all problems, one after the other, its reading of the files included. */
export function ask(peer: Peer, problems: readonly Uint8Array[], mostSeconds: number): Asked {
  if (!isThere(peer)) return { seconds: null, optimum: null };
  const folder = mkdtempSync(join(tmpdir(), 'tripoint-bench-'));
  try {
    let [optimum, seconds] = [0, 0];
    for (const [index, problem] of problems.entries()) {
      const file = join(folder, `${index}.mps`);
      writeFileSync(file, problem);
      const start = performance.now();
      const said = runUntil(peer, file, mostSeconds - seconds);
      seconds += (performance.now() - start) / 1000;
      const found = said === null ? null : peers[peer].optimum.exec(said)?.[1];
      if (found === null || found === undefined) return { seconds: null, optimum: null };
      optimum += Number(found);
    }
    return { seconds, optimum };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function runUntil(peer: Peer, file: string, seconds: number): string | null {
  try {
    const timeout = Math.max(1, Math.round(1000 * seconds));
    const said = execFileSync(peer, peers[peer].args(file), {
      ...{ encoding: 'utf8', timeout, maxBuffer: 2 ** 28 },
    } as const);
    const found = `${file}.found`;
    return existsSync(found) ? readFileSync(found, 'utf8') : said;
  } catch {
    return null;
  }
}
