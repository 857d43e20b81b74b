import { cedarPolicies, readyCedar } from '../../src/exchange/fixtures/cedar.ts';
import { firstDay } from '../../src/exchange/fixtures/registers.ts';
import { decide, type Situation } from '../../src/exchange/rules/decide.ts';
import { readLaw } from '../../src/exchange/rules/law.ts';
import { tableOf } from '../measure.ts';
import { makeLaw, size } from './large-law.ts';

const requests = 100_000;
/** Of which the peer is asked so many: it tries every policy for each. */
const sample = 100;
/** The same number of questions was asked of everybody, and no quota is used up. */
const used = 3;

/**
 * Decisions a second of one core, by the processor time that they took, and how long one takes: with ways in that were found
 * before (every request was decided once that day), and of pairs and days of which nothing was found yet. The
 * peer is Cedar with policies of the same register, read before; both must decide alike.
 */
export function benchDecisions(seed: number) {
  const { snapshot, authorisations, consents, request, now } = makeLaw(seed);
  const situation = (): Situation => ({
    law: readLaw(snapshot, firstDay),
    authorisations,
    consents,
    used: () => used,
  });
  const asked = Array.from({ length: requests }, () => ({ request: request(), now: now(15) }));
  // So many pairs and days that of the same provision hardly one comes twice.
  const fresh = asked.map(({ request }, index) => ({ request, now: now(index % 60) }));

  const warm = situation();
  const outcomes = asked.map(({ request, now }) => decide(request, warm, now).outcome);
  const rows = [
    { standings: 'found before', ...measure(asked, warm) },
    { standings: 'fresh', ...measure(fresh, situation()) },
  ];

  const cedar = readyCedar(cedarPolicies(snapshot, { authorisations, consents }));
  const some = asked.slice(0, sample);
  const start = process.cpuUsage();
  const theirs = some.map(({ request, now }) => (cedar(request, now, used) ? 'allowed' : 'denied'));
  const peer = some.length / secondsOf(process.cpuUsage(start));
  const differing = theirs.filter((outcome, index) => outcome !== outcomes[index]).length;
  if (differing > 0) throw new Error(`Cedar decides ${differing} of ${sample} otherwise`);

  const compared = rows.map((row) => ({ ...row, peerPerSecond: peer, ratio: row.perSecond / peer }));
  const share = outcomes.filter((outcome) => outcome === 'allowed').length / requests;
  process.stdout.write(`Decisions, a second of one core; microseconds; allowed: ${share.toFixed(2)}\n`);
  process.stdout.write(`${tableOf(compared)}\n`);
  return { ...size, requests, sample, allowed: share, rows: compared };
}

function measure(
  asked: readonly { request: Parameters<typeof decide>[0]; now: Parameters<typeof decide>[2] }[],
  situation: Situation,
) {
  const start = process.cpuUsage();
  const times = new Float64Array(asked.length);
  for (const [index, { request, now }] of asked.entries()) {
    const before = performance.now();
    decide(request, situation, now);
    times[index] = performance.now() - before;
  }
  const perSecond = asked.length / secondsOf(process.cpuUsage(start));
  times.sort();
  const at = (portion: number) => 1000 * (times[Math.ceil(times.length * portion) - 1] ?? Number.NaN);
  return { perSecond, p50: at(0.5), p99: at(0.99), most: at(1) };
}

function secondsOf({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1_000_000;
}
