import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { evidenceCommands } from '../../src/energy/evidence/commands.ts';
import { evidenceFolder, readEvidence } from '../../src/energy/evidence/kept-evidence.ts';

const shared = '../shared/data/energy/italy-2025-04';

/** The only evidence of energy that rests on real orders: the 20 shared days of the Italian market. */
test.skipIf(!existsSync(shared))(
  'The published days of Italy are kept as evidence of exactness',
  async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'tripoint-exactness-'));
    const command = evidenceCommands.find(({ name }) => name === 'energy evidence exactness');
    if (command?.alone !== true) throw new Error('There is no such command');
    await command.run({ positionals: [shared], options: {}, language: 'en', dataFolder, progress: () => {} });
    const { kept } = await readEvidence(evidenceFolder(dataFolder), 'exactness');
    expect(kept).toMatchObject([
      { days: ['2025-04-01', '2025-04-20'], count: 20, zoneHours: 3360, exact: 3360, isCertified: true },
    ]);
    rmSync(dataFolder, { recursive: true });
  },
);
