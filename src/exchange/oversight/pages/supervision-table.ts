import { exportNotes } from '#platform/export/notes.ts';
import type { ExportTable, PageContext } from '#platform/module.ts';
import { oversightTexts } from '../text/texts.ts';
import { reasonTexts } from './sample.tsx';
import type { LoadedSupervision } from './supervision.tsx';

type Row = ExportTable['rows'][number];

/** The rows of one section, by the address's `table`; of what was counted where it names none. */
export function supervisionTable(context: PageContext, loaded: LoadedSupervision): ExportTable {
  const { supervision: words, columns: notes } = oversightTexts(context.language);
  const table = (
    name: string,
    title: string,
    columns: Readonly<Record<string, string>>,
    rows: readonly Row[],
  ): ExportTable => ({
    name: `${context.register.id}-${name}`,
    title,
    columns: Object.entries(columns).map(([key, note]) => ({ key, title: key, note })),
    rows,
    notes: [...exportNotes(context), words.lede],
  });
  const shared = {
    direction: notes.direction,
    from: notes.from,
    to: notes.to,
    instrument: notes.instrument,
    article: notes.article,
  };
  switch (context.query.get('table')) {
    case 'agreements': {
      const columns = {
        month: notes.month,
        instrument: notes.instrument,
        article: notes.missingArticle,
        one: notes.one,
        other: notes.other,
        count: notes.questions,
      };
      return table('denied-for-want-of-an-agreement', words.agreements, columns, loaded.agreements);
    }
    case 'reasons':
      return table(
        'denials',
        words.reasons,
        { code: notes.code, ...shared, count: notes.count },
        loaded.reasons,
      );
    case 'sample': {
      const columns = {
        id: notes.id,
        ...shared,
        operation: notes.operation,
        purpose: notes.purpose,
        case: notes.case,
        dataSet: notes.dataSet,
        service: notes.service,
        officer: notes.officer,
        provision: notes.provision,
        reasons: notes.reasons,
        outcome: notes.outcome,
        decided: notes.decided,
        erased: notes.erased,
        entry: notes.entry,
        place: notes.place,
      };
      return table('sample', words.sample, columns, loaded.drawn.map(rowOf(context, loaded)));
    }
    default:
      return table(
        'requests-counted',
        words.outcomes,
        { ...shared, outcome: notes.outcome, count: notes.count },
        loaded.outcomes,
      );
  }
}

const rowOf =
  ({ language }: PageContext, { nameOf }: LoadedSupervision) =>
  (one: LoadedSupervision['drawn'][number]): Row => ({
    id: one.id,
    direction: one.direction,
    from: one.from,
    to: one.to,
    instrument: one.instrument,
    article: one.article,
    operation: one.operation,
    purpose: one.purpose,
    case: one.caseReference,
    dataSet: one.dataSet,
    service: one.service,
    officer: one.officer,
    provision: one.provision,
    reasons: one.reasons.length === 0 ? null : reasonTexts(one, language, nameOf).join('; '),
    outcome: one.outcome,
    decided: one.decidedAt,
    erased: one.erased?.on ?? null,
    entry: one.entry,
    place: one.place,
  });
