import { exportNotes } from '#platform/export/notes.ts';
import type { ExportTable, PageContext } from '#platform/module.ts';
import { pageOf } from '#platform/page/address.ts';
import { Pagination } from '#platform/page/table.tsx';
import type { Names } from '#union';
import { jointChecks } from '../model.ts';
import type { SeenCheck } from '../store.ts';
import { jointCheckTexts } from '../text/texts.ts';

/** What the sections of the page of one check share: what they show, its lists page by page, and its exports. */

export type Shown = { readonly check: SeenCheck; readonly names: Names; readonly context: PageContext };

/** Rows of one list on a page; exports have them all. */
const pageSize = 100;
type ListName = 'match-page' | 'facts-page';

export const sliceOf = <Row,>(rows: readonly Row[], name: ListName, { query }: PageContext): readonly Row[] =>
  rows.slice((pageOf(query, name) - 1) * pageSize, pageOf(query, name) * pageSize);

type Pages = Shown & { readonly name: ListName; readonly total: number; readonly label: string };
export function PagesOf({ name, total, label, check, context }: Pages) {
  const other: ListName = name === 'match-page' ? 'facts-page' : 'match-page';
  return (
    <Pagination
      number={pageOf(context.query, name)}
      size={pageSize}
      total={total}
      label={label}
      hrefOf={(page) =>
        context.href(jointChecks.href(check.id), {
          [name]: String(page),
          [other]: context.query.get(other),
        })
      }
    />
  );
}

export const tableOf = (
  context: PageContext,
  name: string,
  title: string,
  notes: Readonly<Record<string, string>>,
  rows: ExportTable['rows'],
): ExportTable => ({
  name: `${context.register.id}-${name}`,
  title,
  columns: Object.entries(notes).map(([key, note]) => ({ key, title: key, note })),
  rows,
  notes: [...exportNotes(context), jointCheckTexts(context.language).page.open],
});
