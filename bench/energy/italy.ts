import { existsSync } from 'node:fs';
import { loadSolver } from '../../src/energy/clearing/solver.ts';
import { readGme } from '../../src/energy/imports/gme.ts';
import { replayGme, together } from '../../src/energy/replay/gme.ts';
import { secondsOf } from '../vat/seconds.ts';

/** Real days of GME beside what was published: parsed, cleared twice and certified. Null: they are not there. */
export async function benchItaly(): Promise<unknown> {
  const folder = process.env.TRIPOINT_GME ?? '../shared/data/energy/italy-2025-04';
  if (!existsSync(folder)) {
    process.stdout.write(`\nDays of GME: none in ${folder}; TRIPOINT_GME names another folder\n`);
    return null;
  }
  const [days, parsing] = await secondsOf(async () => {
    const read = await readGme(folder);
    if (!read.ok) throw new Error(JSON.stringify(read.problems.slice(0, 3)));
    return read.value;
  });
  const [replayed, clearing] = await secondsOf(async () => {
    const solver = await loadSolver();
    return together(
      days.map((day) => {
        const one = replayGme(solver, day);
        if (!one.ok) throw new Error(JSON.stringify(one.problems));
        return one.value;
      }),
    );
  });
  const { zoneHours, exact, maxError, isCertified } = replayed;
  process.stdout.write(
    `\n${days.length} days of GME: parsed in ${parsing.toFixed(2)} s, cleared twice and certified in ${clearing.toFixed(2)} s; ${exact} of ${zoneHours} prices as published\n`,
  );
  return { days: days.length, parsing, clearing, zoneHours, exact, maxError, isCertified };
}
