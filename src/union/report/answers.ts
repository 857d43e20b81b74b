import { fail, ok, problem, type Result } from '#kernel/result.ts';
import type { DocumentContent } from '#platform/document/content.ts';
import type { ReadContext } from '#platform/module.ts';
import { momentOf } from '../bodies/answers.ts';
import { isKnownAt } from '../bodies/store.ts';
import { buildReport } from './report.ts';
import { formatYears } from './rules/years.ts';
import { listYears, loadReport } from './store.ts';

export type ReportAnswer = { readonly report: DocumentContent; readonly years: readonly string[] };

/** Problems: `report_not_found` for a year that the source does not report on, `report_source_not_found` before it was known. */
export async function getReport(
  context: ReadContext,
  { year }: { readonly year: string },
): Promise<Result<ReportAnswer>> {
  const { register, knownAt } = context;
  if (!isKnownAt(register, knownAt))
    return fail(problem('report_source_not_found', 'known-at', { knownAt, knownFrom: register.knownFrom }));
  const found = await context.read((tx) => loadReport(tx, register, momentOf(context), year));
  return found.known
    ? ok({ report: buildReport(found.rows, context.language), years: found.rows.years })
    : fail(problem('report_not_found', 'year', { year, known: formatYears(found.years) || '–' }));
}

/** The years that can be reported on; none before anything was known. */
export async function listReportYears(context: ReadContext): Promise<readonly string[]> {
  if (!isKnownAt(context.register, context.knownAt)) return [];
  return context.read((tx) => listYears(tx, momentOf(context)));
}
