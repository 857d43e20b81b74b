import { setTimeout as wait } from 'node:timers/promises';
import { addDays } from '#kernel/dates.ts';
import { systemClock, todayOn } from '#platform/clock.ts';
import { runCommand } from './run-command.ts';
import { type RunningNode, startRunningNode } from './running-node.ts';
import { playYear, signInOn, yearRegister } from './year.ts';

/**
 * Many people at work on one node at once: they read the pages of a year, write promises of their own, and move the dates of the
 * same few promises, each as they last saw them. In the middle of it the node is killed. Whatever was answered with yes must be
 * there afterwards, nobody's word written over by another's, and the journal whole.
 */
export type Work = {
  readonly people: number;
  readonly seconds: number;
  readonly seed: number;
};

export type WorkReport = Work & {
  readonly reads: Latencies;
  readonly writes: Latencies;
  /** Answers by status, and of refusals by code. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly refusals: Readonly<Record<string, number>>;
  readonly acknowledged: number;
  /** Acknowledged and not there afterwards. */
  readonly lost: readonly string[];
  /** Of the answer that was under way when the node was killed nobody knows; what of it is there is whole. */
  readonly unanswered: number;
  /** As `tripoint journal verify` says it after the next start. */
  readonly journal: { readonly status: number | null; readonly entries: number; readonly faults: number };
};
type Latencies = {
  readonly answers: number;
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
};

const pages = [
  '',
  '/desk',
  '/groups',
  '/groups/ferry-times',
  '/plans/2020',
  '/meetings',
  '/meetings/ferry-1',
  '/commitments',
  '/parliament/q-ferries',
  '/law',
  '/initiatives/ferries',
  '/brief?party=NL',
] as const;
/** As in a secretariat and three ministries. */
const desks = [{ body: 'sg' }, { party: 'NL' }, { party: 'BE' }, { party: 'LU' }] as const;
const shared = ['NL', 'BE', 'LU'].map((owner) => ({ id: `shared-${owner.toLowerCase()}`, owner }));

/** A generator of numbers in [0, 1) from a seed (mulberry32), so that a run can be had again. */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Tally = {
  readonly reads: number[];
  readonly writes: number[];
  readonly statuses: Record<string, number>;
  readonly refusals: Record<string, number>;
  readonly promised: string[];
  /** Reasons of moved dates, by promise. */
  readonly moved: [promise: string, reason: string][];
  unanswered: number;
};

/** One person, who does the next thing as soon as the last was answered. */
async function workOn(url: string, person: number, seed: number, until: AbortSignal, tally: Tally) {
  const next = numbersFrom(seed * 1_000 + person);
  const desk = desks[person % desks.length] ?? desks[0];
  // Each at an address of its own as behind a proxy, so that the limit of each counts apart.
  const own = { 'x-forwarded-for': `198.51.100.${person + 1}` };
  const headers = { ...own, ...(await signInOn(url, desk, own)) };
  const base = `${url}/en/${yearRegister}`;
  const timed = async (kind: 'reads' | 'writes', address: string, init: RequestInit) => {
    const start = performance.now();
    const answer = await fetch(address, { ...init, redirect: 'manual' });
    const text = await answer.text();
    tally[kind].push(performance.now() - start);
    tally.statuses[answer.status] = (tally.statuses[answer.status] ?? 0) + 1;
    return { status: answer.status, text };
  };
  const read = (path: string) => timed('reads', `${base}${path}`, { headers });
  const write = async (name: string, input: Readonly<Record<string, unknown>>) => {
    const { status, text } = await timed('writes', `${url}/api/${yearRegister}/${name}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
    if (status === 200) return true;
    const told = JSON.parse(text) as { readonly code?: string; findings?: readonly { code: string }[] };
    const code = told.findings?.[0]?.code ?? told.code ?? String(status);
    tally.refusals[code] = (tally.refusals[code] ?? 0) + 1;
    return false;
  };
  const on = todayOn(systemClock);
  const day = () => addDays(on, Math.floor(next() * 3_000 + 1));
  for (let count = 0; !until.aborted; count += 1) {
    try {
      const choice = next();
      if (choice < 0.8) {
        await read(pages[Math.floor(next() * pages.length)] ?? '');
      } else if (choice < 0.9) {
        const id = `p-${person}-${count}`;
        const owner = 'party' in desk ? desk.party : desk.body;
        const said = { id, what: id, owner, watcher: 'council', due: day(), origin: 'other', on };
        if (await write('commitments/record', said)) tally.promised.push(id);
      } else {
        const { id } = shared.find(({ owner }) => 'party' in desk && owner === desk.party) ??
          shared[0] ?? { id: '' };
        const form = await read(`/do/commitments/change_due?id=${id}`);
        const seen = /name="seen" value="(\d+)"/.exec(form.text)?.[1];
        if (seen === undefined) continue;
        const reason = `${person}-${count}`;
        const said = { id, due: day(), on, reason, seen: Number(seen) };
        if (await write('commitments/change_due', said)) tally.moved.push([id, reason]);
      }
    } catch {
      // The node is gone in the middle of an answer.
      tally.unanswered += 1;
      return;
    }
  }
}

export async function peopleAtWork(dataFolder: string, work: Work): Promise<WorkReport> {
  const { people, seconds, seed } = work;
  let node = await startRunningNode({ dataFolder });
  await playYear(node.url);
  const headers = { ...(await signInOn(node.url, { body: 'sg' })), 'content-type': 'application/json' };
  const on = todayOn(systemClock);
  for (const { id, owner } of shared) {
    const said = { id, what: id, owner, watcher: 'sg', due: '2050', origin: 'other', on };
    const answer = await fetch(`${node.url}/api/${yearRegister}/commitments/record`, {
      method: 'POST',
      headers,
      body: JSON.stringify(said),
    });
    if (!answer.ok) throw new Error(await answer.text());
  }
  const tally: Tally = {
    reads: [],
    writes: [],
    statuses: {},
    refusals: {},
    promised: [],
    moved: [],
    unanswered: 0,
  };
  const over = new AbortController();
  const { url } = node;
  const working = Array.from({ length: people }, (_, person) =>
    workOn(url, person, seed, over.signal, tally),
  );
  await wait(seconds * 1_000);
  // While they work: nobody is asked to finish.
  await node.signal('SIGKILL');
  over.abort();
  await Promise.all(working);

  node = await startRunningNode({ dataFolder });
  try {
    const lost = await whatIsMissing(node, tally);
    const verified = await runCommand(dataFolder, ['journal', 'verify', '--json']);
    const told = JSON.parse(verified.stdout || '{}') as { entries?: number; faults?: readonly unknown[] };
    const { statuses, refusals, unanswered } = tally;
    return {
      ...work,
      reads: latenciesOf(tally.reads),
      writes: latenciesOf(tally.writes),
      statuses,
      refusals,
      acknowledged: tally.promised.length + tally.moved.length,
      lost,
      unanswered,
      journal: {
        status: verified.status,
        entries: told.entries ?? 0,
        faults: told.faults?.length ?? 0,
      },
    };
  } finally {
    await node.signal('SIGINT');
  }
}

/** What was acknowledged and is not there, or is there twice. */
async function whatIsMissing({ url }: RunningNode, { promised, moved }: Tally): Promise<readonly string[]> {
  const find = async (id: string) => {
    const answer = await fetch(`${url}/api/${yearRegister}/records/promises/${id}`);
    return answer.ok ? JSON.stringify(await answer.json()) : '';
  };
  const missing: string[] = [];
  for (const id of promised) if (!(await find(id)).includes(`"what":"${id}"`)) missing.push(id);
  const held = new Map<string, string>();
  for (const { id } of shared) held.set(id, await find(id));
  for (const [id, reason] of moved) {
    const times = held.get(id)?.split(`"reason":"${reason}"`).length ?? 0;
    if (times !== 2) missing.push(`${id} ${reason}: ${times - 1} times`);
  }
  return missing;
}

function latenciesOf(milliseconds: readonly number[]): Latencies {
  const sorted = milliseconds.toSorted((a, b) => a - b).map(Math.round);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { answers: sorted.length, p50: at(0.5), p99: at(0.99), most: sorted.at(-1) ?? 0 };
}
