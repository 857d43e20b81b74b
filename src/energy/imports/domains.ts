import { createReadStream, existsSync } from 'node:fs';
import { basename } from 'node:path';
import { fail, problem, type Result } from '#kernel/result.ts';
import type { StepDomain } from '../domain/model.ts';
import { antaresCsv } from './antares-csv.ts';
import { readDomainTable } from './domain-table.ts';
import { rteCsv } from './rte-csv.ts';

/** Layouts in which files have domains. */
export const domainFormats = ['rte-csv', 'antares-csv'] as const;
export type DomainFormat = (typeof domainFormats)[number];

export const isDomainFormat = (text: unknown): text is DomainFormat =>
  (domainFormats as readonly unknown[]).includes(text);

/**
 * The domains in a file, by day (or typical day) and period. Problems: `energy_file_missing` and those of the format, all at once with
 * their lines; then nothing is read.
 */
export async function readDomains(
  file: string,
  format: DomainFormat,
): Promise<Result<readonly StepDomain[]>> {
  const path = basename(file);
  if (!existsSync(file)) return fail(problem('energy_file_missing', path, { file: path }));
  const layouts = { 'rte-csv': rteCsv, 'antares-csv': antaresCsv };
  return readDomainTable(createReadStream(file), path, layouts[format]);
}
