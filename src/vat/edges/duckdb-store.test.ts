import { openDeclaredEdges } from './duckdb-store.ts';
import { everySource } from './fixtures/conformance.ts';

everySource('DuckDB over the files that were taken in', async (analytics, folder) => ({
  source: await openDeclaredEdges(analytics, folder),
  close: async () => {},
}));
