import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import type { Direction } from '../domain/exchanges.ts';
import type { LongTermRights } from '../domain/long-term-rights.ts';

/** A file of this program's own: where rights are published, they are by border and hour in layouts that are not read here. */
const head = 'from;to;megawatts';
/** Both ways between a hundred hubs are fewer. */
const mostLines = 10_000;

/**
 * Reads long-term rights, one direction a line, which hold in every step. Problems, all at once with their lines: `energy_file_missing`,
 * `energy_rights_head`, `energy_rights_row`, `energy_rights_hub`, `energy_rights_twice`.
 */
export function readRights(file: string, hubs: readonly string[]): Result<LongTermRights> {
  const path = basename(file);
  if (!existsSync(file)) return fail(problem('energy_file_missing', path, { file: path }));
  const [first = '', ...lines] = readFileSync(file, 'utf8').split(/\r?\n/, mostLines);
  const faults: Problem[] = [];
  if (first.trim().toLowerCase() !== head) faults.push(problem('energy_rights_head', `${path}:1`, { head }));
  const directions: Direction[] = [];
  const megawatts: number[] = [];
  for (const [place, text] of lines.entries()) {
    if (text.trim() === '') continue;
    const line = place + 2;
    const at = `${path}:${line}`;
    const [from = '', to = '', given = '', ...more] = text.split(';').map((part) => part.trim());
    const [start, end] = [hubs.indexOf(from), hubs.indexOf(to)];
    const unknown = [from, to].filter((hub) => !hubs.includes(hub));
    if (more.length > 0 || from === to || !/^\d{1,7}(\.\d+)?$/.test(given))
      faults.push(problem('energy_rights_row', at, { line }));
    else if (unknown.length > 0)
      faults.push(problem('energy_rights_hub', at, { line, hub: unknown.join(', ').slice(0, 80) }));
    else if (directions.some((known) => known.from === start && known.to === end))
      faults.push(problem('energy_rights_twice', at, { line, from, to }));
    else {
      directions.push({ from: start, to: end });
      megawatts.push(Number(given));
    }
  }
  if (faults.length === 0 && directions.length === 0)
    faults.push(problem('energy_rights_row', `${path}:2`, { line: 2 }));
  return faults.length > 0 ? fail(...faults) : ok({ directions, megawatts: Float64Array.from(megawatts) });
}
