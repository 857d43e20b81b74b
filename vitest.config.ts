import { defineConfig } from 'vitest/config';

/** In a browser on the product itself, one node for all files. */
const onRunningNode = {
  globalSetup: ['test/support/running-node.ts'],
  testTimeout: 180_000,
  hookTimeout: 180_000,
  fileParallelism: false,
};

/** Nothing is judged by the clock: the machine is shared, and only what hangs is ended. */
const patient = { testTimeout: 180_000, hookTimeout: 180_000 };

/** Levels of the suite, each a vitest project; tools/run-tests.ts runs them and adds up the counts. */
export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}'],
          exclude: ['src/**/*.db.test.{ts,tsx}'],
          ...patient,
        },
      },
      {
        extends: true,
        test: { name: 'contract', include: ['test/{architecture,contract}/**/*.test.ts'], ...patient },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['src/**/*.db.test.{ts,tsx}', 'test/integration/**/*.test.ts'],
          globalSetup: ['test/support/database.ts'],
          ...patient,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'journey',
          include: ['test/journey/**/*.test.ts'],
          ...onRunningNode,
          globalSetup: [...onRunningNode.globalSetup, 'test/support/database.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'long',
          include: ['test/long/**/*.test.ts'],
          ...onRunningNode,
          // Readers that do not disturb each other: two looks at a time.
          fileParallelism: true,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'fault',
          include: ['test/fault/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
