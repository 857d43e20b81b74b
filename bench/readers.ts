import autocannon from 'autocannon';
import { pages, startFirstNode } from './first-node.ts';

const readers = 50;
const seconds = 60;

/**
 * Fifty readers who never pause, each at an address of its own as behind a proxy, so that the limit of each counts apart:
 * how long the slowest of a hundred answers takes, and who was refused. Nothing but the limit may refuse.
 */
export async function benchReaders(): Promise<unknown> {
  const node = await startFirstNode();
  try {
    const statuses: Record<string, number> = {};
    let reader = 0;
    const result = await autocannon({
      url: node.url,
      connections: readers,
      duration: seconds,
      setupClient: (client) => {
        reader += 1;
        const headers = { accept: 'text/html', 'x-forwarded-for': `198.51.100.${reader}` };
        client.setRequests(pages.map((path) => ({ path: `/en/benelux${path}`, headers })));
        client.on('response', (status) => {
          statuses[status] = (statuses[status] ?? 0) + 1;
        });
      },
    });
    const { latency, requests, errors, timeouts } = result;
    const others = Object.keys(statuses).filter((status) => status !== '200' && status !== '429');
    const report = {
      readers,
      seconds,
      answers: requests.total,
      perSecond: Math.round(requests.average),
      milliseconds: { p50: latency.p50, p99: latency.p99, most: latency.max },
      statuses,
      errors,
      timeouts,
    };
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    if (errors > 0 || timeouts > 0 || others.length > 0 || requests.total === 0)
      throw new Error('Something else than the limit refused a reader');
    return report;
  } finally {
    await node.close();
  }
}
