import { lastDay } from '#kernel/dates.ts';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import type { DocumentContent } from '#platform/document/content.ts';
import type { ReadContext } from '#platform/module.ts';
import { momentOf } from '../bodies/answers.ts';
import { isKnownAt } from '../bodies/store.ts';
import { type DatedErratum, type FrozenVerdict, loadErrata, verifyFrozen } from './frozen.ts';
import type { FrozenReport } from './model.ts';
import { buildReport } from './report.ts';
import { formatYears } from './rules/years.ts';
import { findFrozen, listYears, loadReport } from './store.ts';

export type ReportAnswer = {
  readonly report: DocumentContent;
  readonly years: readonly string[];
  /** The frozen report that this is; null where it is made from what is known. */
  readonly frozen: FrozenReport | null;
};

/**
 * The report of a year as it was frozen, where it was by the date asked about; `live`, or where it was not, from what is known.
 * Problems: `report_not_found` for a year that the source does not report on, `report_source_not_found` before it was known.
 */
export async function getReport(
  context: ReadContext,
  { year, live = false }: { readonly year: string; readonly live?: boolean },
): Promise<Result<ReportAnswer>> {
  const { register, knownAt, language } = context;
  const moment = momentOf(context);
  return context.read(async (tx): Promise<Result<ReportAnswer>> => {
    const frozen = live ? undefined : await findFrozen(tx, moment, year);
    if (frozen !== undefined && lastDay(frozen.asOf) <= lastDay(context.asOf)) {
      const years = await listYears(tx, moment);
      return ok({ report: frozen.documents[language], years, frozen });
    }
    if (!isKnownAt(register, knownAt))
      return fail(problem('report_source_not_found', 'known-at', { knownAt, knownFrom: register.knownFrom }));
    const found = await loadReport(tx, register, moment, year);
    return found.known
      ? ok({ report: buildReport(found.rows, language), years: found.rows.years, frozen: null })
      : fail(problem('report_not_found', 'year', { year, known: formatYears(found.years) || '–' }));
  });
}

export type FrozenAnswer = {
  readonly frozen: FrozenReport;
  readonly verdict: FrozenVerdict;
  readonly errata: readonly DatedErratum[];
};

/** A frozen report, whether it is what was frozen, and its errata. Problem: `frozen_report_not_found`. */
export async function getFrozen(
  context: ReadContext,
  { year }: { readonly year: string },
): Promise<Result<FrozenAnswer>> {
  const { register, knownAt, language } = context;
  return context.read(async (tx): Promise<Result<FrozenAnswer>> => {
    const frozen = await findFrozen(tx, momentOf(context), year);
    if (frozen === undefined) return fail(problem('frozen_report_not_found', 'year', { year }));
    const verdict = verifyFrozen(register.id, frozen);
    const errata = await loadErrata(tx, register, frozen, language, knownAt);
    return ok({ frozen, verdict, errata });
  });
}

/** The years that can be reported on; none before anything was known. */
export async function listReportYears(context: ReadContext): Promise<readonly string[]> {
  if (!isKnownAt(context.register, context.knownAt)) return [];
  return context.read((tx) => listYears(tx, momentOf(context)));
}
