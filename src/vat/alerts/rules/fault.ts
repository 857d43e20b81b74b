import type { Problem } from '#kernel/result.ts';

/** What ended a run or the taking in of made-up declarations, as far as whoever looks can do something about it. */
export type Fault = 'nothing_declared' | 'no_room' | 'no_memory' | 'file_gone' | 'unknown';

/** What ended a run. */
export type RunFault = Fault | 'other_rules';

/** Signs by which a fault is known, as Node.js, the system and DuckDB write them. */
const signs: readonly (readonly [Fault, RegExp])[] = [
  ['no_room', /ENOSPC|EDQUOT|no space left|max_temp_directory_size/i],
  ['no_memory', /ENOMEM|ERR_WORKER_OUT_OF_MEMORY|out of memory|heap limit|cannot allocate memory/i],
  ['file_gone', /ENOENT|no such file|no files found/i],
];

/** The words of a fault are for whoever keeps the node, and stand in its log; a page says what to do. */
export function faultOf(problem: Problem): Fault {
  if (problem.code === 'vat_nothing_declared') return 'nothing_declared';
  const message = String(problem.params.message ?? '');
  return signs.find(([, sign]) => sign.test(message))?.[0] ?? 'unknown';
}

export const faultOfRun = (problem: Problem): RunFault =>
  problem.code === 'vat_run_other_rules' ? 'other_rules' : faultOf(problem);
