import type { ComponentChildren } from 'preact';
import { useTexts } from './page-language.ts';

export type Column<Row> = {
  /** Shown at the head; on a phone beside each value. */
  readonly title: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** Beneath the cell's own content and no part of its link. */
  readonly below?: (row: Row) => ComponentChildren;
  /** Figures stand at the right so that their digits line up. */
  readonly figure?: boolean;
};

export type TableProps<Row> = {
  /** What the table holds; for screen readers, and seen when `captionShown`. */
  readonly caption: string;
  readonly captionShown?: boolean | undefined;
  /** The first column names the row. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Where a row leads: its first cell becomes the link, and the keys `j` and `k` walk through the rows. */
  readonly rowHref?: ((row: Row) => string | null) | undefined;
  /** A line of totals below the rows, one cell a column. */
  readonly total?: readonly ComponentChildren[] | undefined;
};

export function DataTable<Row>({ caption, captionShown, columns, rows, rowHref, total }: TableProps<Row>) {
  return (
    <Frame broad={columns.length > broadFrom} label={caption}>
      <table class="table" data-rows={rowHref === undefined ? undefined : ''}>
        <caption class={captionShown === true ? undefined : 'unseen'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" class={column.figure === true ? 'figure-cell' : undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {columns.map((column, index) => (
                <Cell column={column} naming={index === 0}>
                  {index === 0 ? linked(rowHref?.(row) ?? null, column.cell(row)) : column.cell(row)}
                  {column.below?.(row)}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
        {total !== undefined && (
          <tfoot>
            <tr>
              {columns.map((column, index) => (
                <Cell column={column} naming={index === 0}>
                  {total[index]}
                </Cell>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </Frame>
  );
}

/** Columns that still fit on a sheet of middling width. */
const broadFrom = 5;

/** A broad table scrolls in its frame before it becomes cards; whoever has no mouse scrolls it by focusing the frame. */
function Frame(props: { broad: boolean; label: string; children: ComponentChildren }) {
  return props.broad ? (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard (WCAG 2.1.1)
    <section class="frame broad" tabIndex={0} aria-label={props.label}>
      {props.children}
    </section>
  ) : (
    <div class="frame">{props.children}</div>
  );
}

function linked(href: string | null, content: ComponentChildren): ComponentChildren {
  return href === null ? content : <a href={href}>{content}</a>;
}

function Cell<Row>(props: { column: Column<Row>; naming: boolean; children: ComponentChildren }) {
  const { column, naming, children } = props;
  const className = column.figure === true ? 'figure-cell' : undefined;
  // One element around the content: on a phone the cell is a grid of label and value.
  const content = <div>{children}</div>;
  return naming ? (
    <th scope="row" class={className} data-label={column.title}>
      {content}
    </th>
  ) : (
    <td class={className} data-label={column.title}>
      {content}
    </td>
  );
}

export type PageOfRows = {
  /** First page is 1. */
  readonly number: number;
  readonly size: number;
  readonly total: number;
  readonly hrefOf: (page: number) => string;
  /** What the pages are of, where a page has several lists. */
  readonly label?: string;
};

/** "51 to 100 of 312" with the way back and forth; nothing when all rows stand on one page. */
export function Pagination({ number, size, total, hrefOf, label }: PageOfRows) {
  const words = useTexts().list;
  const last = Math.max(1, Math.ceil(total / size));
  if (last === 1) return null;
  return (
    <nav class="pagination" aria-label={label === undefined ? words.pages : `${words.pages}: ${label}`}>
      {number > 1 ? (
        <a href={hrefOf(number - 1)} rel="prev">
          {words.previous}
        </a>
      ) : (
        <span />
      )}
      <span>{words.range((number - 1) * size + 1, Math.min(number * size, total), total)}</span>
      {number < last ? (
        <a href={hrefOf(number + 1)} rel="next">
          {words.next}
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}
