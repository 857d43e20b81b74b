import { fail, ok, problem, type Result } from '#kernel/result.ts';
import { type Compared, compare } from '../comparison/compare.ts';
import { aboutOf, findRun, listRunNames } from '../runs/kept-runs.ts';
import type { Run } from '../runs/read-runs.ts';
import type { About } from '../runs/run-file.ts';

/** Another kept run, by its name, and what it says of itself. */
export type Other = { readonly name: string; readonly about: About };

/** Runs of the same day, steps and book beside this one, those in which the grid limits nothing first. */
export async function listOthers(folder: string, name: string, { about }: Run): Promise<readonly Other[]> {
  const start = name.split(`-${about.mode}-`)[0] ?? name;
  const others: Other[] = [];
  for (const one of await listRunNames(folder)) {
    if (one === name || !one.startsWith(`${start}-`)) continue;
    const other = await aboutOf(folder, one);
    const isSame =
      other?.day === about.day && other.book === about.book && `${other.periods}` === `${about.periods}`;
    if (other !== null && isSame) others.push({ name: one, about: other });
  }
  const rank = ({ about: { mode } }: Other) => (mode === 'copper' ? 0 : 1);
  return others.sort((one, other) => rank(one) - rank(other));
}

/** This run beside another. Problems: those of `findRun` and `compare`; `energy_run_not_found` for one of another book. */
export async function compareWith(
  folder: string,
  run: Run,
  others: readonly Other[],
  name: string,
): Promise<Result<{ readonly other: Run; readonly compared: Compared }>> {
  if (!others.some((one) => one.name === name))
    return fail(problem('energy_run_not_found', 'against', { run: name.slice(0, 80) }));
  const other = await findRun(folder, name);
  if (!other.ok) return other;
  const pair = { name: run.about.day, actual: run.clearing, counterfactual: other.value.clearing };
  const compared = compare([pair]);
  return compared.ok ? ok({ other: other.value, compared: compared.value }) : compared;
}

/** The first of the others that has the same orders; null: none has. */
export async function firstComparable(folder: string, run: Run, others: readonly Other[]) {
  for (const { name } of others) {
    const found = await compareWith(folder, run, others, name);
    if (found.ok) return { name, ...found.value };
  }
  return null;
}
