import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openAnalytics } from '#platform/analytics.ts';
import { luxembourgish, takeInLines } from './fixtures/declared.ts';
import { everyInvoiceSource } from './fixtures/invoice-conformance.ts';
import { listInvoiceFiles, openInvoiceEdges } from './invoice-store.ts';

everyInvoiceSource('DuckDB over the invoices that were taken in', async (analytics, folder, seen) => ({
  source: await openInvoiceEdges(analytics, folder, await listInvoiceFiles(folder, 'LU'), seen),
  close: async () => {},
}));

test('Invoices of one state are opened without those of another', async () => {
  const home = await mkdtemp(join(tmpdir(), 'tripoint-invoices-'));
  const analytics = await openAnalytics({ threads: 1, megabytes: 500, spill: join(home, 'spill') });
  const line = `${luxembourgish(11)},${luxembourgish(12)},1,2026-01-05,100.00,0.00,2026-02-01`;
  await takeInLines(analytics, home, [{ state: 'LU', kind: 'invoices', lines: [line] }]);
  expect(await listInvoiceFiles(home, 'LU')).toHaveLength(1);
  expect(await listInvoiceFiles(home, 'BE')).toEqual([]);
  analytics.close();
  await rm(home, { recursive: true });
});
