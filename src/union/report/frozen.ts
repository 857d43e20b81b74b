import type { PartialDate } from '#kernel/dates.ts';
import { type Language, languages } from '#kernel/languages.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { DocumentContent } from '#platform/document/content.ts';
import { hashOf } from '#platform/hash.ts';
import type { Register } from '#platform/records/registers.ts';
import { remember } from '#platform/records/remember.ts';
import type { FrozenReport, ReportRows } from './model.ts';
import { buildReport } from './report.ts';
import { type Erratum, errataOf, firstDayOn } from './rules/errata.ts';
import { listKnownDays, loadReport } from './store.ts';

/** What the fingerprint of a frozen report is taken over: all that it says, and of which year and day. */
function fingerprintOf(
  register: string,
  { year, asOf, documents }: Pick<FrozenReport, 'year' | 'asOf' | 'documents'>,
): string {
  return hashOf({ register, year, asOf, documents });
}

/** Says a report in every language, once and for all. */
export function freezeReport(rows: ReportRows, asOf: PartialDate, today: PartialDate): FrozenReport {
  const { year } = rows;
  const said = languages.map((language) => [language, buildReport(rows, language)] as const);
  const documents = Object.fromEntries(said) as Record<Language, DocumentContent>;
  const hashes = Object.fromEntries(
    said.map(([language, document]) => [language, hashOf(document)]),
  ) as Record<Language, string>;
  const hash = fingerprintOf(rows.register.id, { year, asOf, documents });
  return { year, asOf, frozen: today, hash, hashes, documents };
}

/** Which of its fingerprints are still those of what it says; `whole` is the one over everything. */
export type FrozenVerdict = {
  readonly whole: boolean;
  readonly languages: Readonly<Record<Language, boolean>>;
};

export function verifyFrozen(register: string, frozen: FrozenReport): FrozenVerdict {
  const matches = languages.map(
    (language) => [language, hashOf(frozen.documents[language]) === frozen.hashes[language]] as const,
  );
  return {
    whole: fingerprintOf(register, frozen) === frozen.hash,
    languages: Object.fromEntries(matches) as Record<Language, boolean>,
  };
}

/** An erratum with the first day on which what is known said so. */
export type DatedErratum = Erratum & { readonly since: PartialDate };

/**
 * What the report would say otherwise by what is known on a day: of the same day of the year's close, so that what has happened
 * since is no correction. A register in which something is still written is read anew each time it was.
 */
export async function loadErrata(
  tx: Transaction,
  register: Register,
  frozen: FrozenReport,
  language: Language,
  knownAt: PartialDate,
): Promise<readonly DatedErratum[]> {
  const { year, asOf, documents } = frozen;
  return remember(register, ['errata', year, language, knownAt], async () => {
    const known = new Map<PartialDate, readonly Erratum[]>();
    const errataOn = async (day: PartialDate) => {
      const before = known.get(day);
      if (before !== undefined) return before;
      const moment = { register: register.id, asOf, knownAt: day };
      const live = await loadReport(tx, register, moment, year);
      const errata = live.known ? errataOf(documents[language], buildReport(live.rows, language)) : [];
      known.set(day, errata);
      return errata;
    };
    const days = await listKnownDays(tx, register.id, frozen.frozen, knownAt);
    const dated: DatedErratum[] = [];
    for (const erratum of await errataOn(days.at(-1) ?? knownAt)) {
      const said = JSON.stringify(erratum);
      const holds = async (day: PartialDate) =>
        (await errataOn(day)).some((one) => JSON.stringify(one) === said);
      dated.push({ ...erratum, since: (await firstDayOn(days, holds)) ?? knownAt });
    }
    return dated;
  });
}
