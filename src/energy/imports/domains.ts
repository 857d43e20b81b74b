import { createReadStream, existsSync } from 'node:fs';
import { basename } from 'node:path';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import type { StepDomain } from '../domain/model.ts';
import { antaresCsv } from './antares-csv.ts';
import type { DomainFile } from './domain-days.ts';
import { type DomainLayout, readDomainTable } from './domain-table.ts';
import { readJaoCsv, readJaoJson } from './jao.ts';
import { rteCsv } from './rte-csv.ts';

/** Layouts in which files have domains. */
export const domainFormats = ['rte-csv', 'antares-csv', 'jao-json', 'jao-csv'] as const;
export type DomainFormat = (typeof domainFormats)[number];

export const isDomainFormat = (text: unknown): text is DomainFormat =>
  (domainFormats as readonly unknown[]).includes(text);

type Reader = (chunks: AsyncIterable<Buffer>, path: string) => Promise<Result<DomainFile>>;

const ofTable =
  (layout: DomainLayout): Reader =>
  async (chunks, path) => {
    const steps = await readDomainTable(chunks, path, layout);
    return steps.ok ? ok({ steps: steps.value, warnings: [] }) : steps;
  };

const readers: Readonly<Record<DomainFormat, Reader>> = {
  'rte-csv': ofTable(rteCsv),
  'antares-csv': ofTable(antaresCsv),
  'jao-json': readJaoJson,
  'jao-csv': readJaoCsv,
};

/**
 * The domains in a file, by day (or typical day) and period, with warnings. Problems: `energy_file_missing` and those of the format, all at
 * once with their lines; then nothing is read.
 */
export async function readDomainFile(file: string, format: DomainFormat): Promise<Result<DomainFile>> {
  const path = basename(file);
  if (!existsSync(file)) return fail(problem('energy_file_missing', path, { file: path }));
  return readers[format](createReadStream(file), path);
}

/** The domains alone; problems as `readDomainFile`. */
export async function readDomains(
  file: string,
  format: DomainFormat,
): Promise<Result<readonly StepDomain[]>> {
  const read = await readDomainFile(file, format);
  return read.ok ? ok(read.value.steps) : read;
}
