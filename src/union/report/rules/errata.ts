import type { Block, Cell, DocumentContent } from '#platform/document/content.ts';

/**
 * One place where a frozen report would say something else today: a cell of a table, a whole row, or a line of text. `frozen` is
 * null for what is said only now, `live` for what is no longer said.
 */
export type Erratum = {
  readonly section: string;
  /** Caption of the table or the label of a fact; null for a line of text. */
  readonly where: string | null;
  readonly row: string | null;
  readonly column: string | null;
  readonly frozen: string | null;
  readonly live: string | null;
};

type Row = {
  readonly where: string;
  readonly label: string;
  readonly cells: readonly (readonly [column: string, text: string])[];
};

/** All that the live report says otherwise than the frozen one, section by section, in the order of the report. */
export function errataOf(
  frozen: Pick<DocumentContent, 'sections'>,
  live: Pick<DocumentContent, 'sections'>,
): readonly Erratum[] {
  const titles = new Map([...live.sections, ...frozen.sections].map(({ id, title }) => [id, title]));
  const blocksOf = ({ sections }: typeof frozen, id: string) =>
    sections.find((section) => section.id === id)?.blocks ?? [];
  return [...titles].flatMap(([id, section]) => {
    const before = blocksOf(frozen, id);
    const now = blocksOf(live, id);
    return [...rowErrata(section, rowsOf(before), rowsOf(now)), ...lineErrata(section, before, now)];
  });
}

/** A row is the same row where table, name and place among its namesakes are the same. */
function rowsOf(blocks: readonly Block[]): ReadonlyMap<string, Row> {
  const rows = new Map<string, Row>();
  const put = (row: Row) => {
    let nth = 1;
    const keyOf = () => JSON.stringify([row.where, row.label, nth]);
    while (rows.has(keyOf())) nth += 1;
    rows.set(keyOf(), row);
  };
  for (const block of blocks) {
    if (block.kind === 'table')
      for (const cells of [...block.rows, ...(block.total === undefined ? [] : [block.total])])
        put({
          where: block.caption,
          label: cells[0]?.text ?? '',
          cells: cells.map((cell, index) => [block.columns[index]?.title ?? '', textOf(cell)] as const),
        });
    if (block.kind === 'facts')
      for (const { label, value } of block.facts)
        put({ where: label, label: '', cells: [['', textOf(value)]] });
  }
  return rows;
}

function rowErrata(
  section: string,
  before: ReadonlyMap<string, Row>,
  now: ReadonlyMap<string, Row>,
): readonly Erratum[] {
  return [...new Set([...before.keys(), ...now.keys()])].flatMap((key): readonly Erratum[] => {
    const was = before.get(key);
    const is = now.get(key);
    const { where, label } = (was ?? is) as Row;
    const about = { section, where, row: label === '' ? null : label };
    if (was === undefined || is === undefined)
      return [{ ...about, column: null, frozen: wholeOf(was), live: wholeOf(is) }];
    const columns = was.cells.length >= is.cells.length ? was.cells : is.cells;
    return columns.flatMap(([column], index) => {
      const frozen = was.cells[index]?.[1] ?? null;
      const live = is.cells[index]?.[1] ?? null;
      return frozen === live ? [] : [{ ...about, column: column === '' ? null : column, frozen, live }];
    });
  });
}

const wholeOf = (row: Row | undefined) =>
  row === undefined
    ? null
    : row.cells
        .map(([, text]) => text)
        .filter((text) => text !== '')
        .join('; ');

/** Lines that stand on one side only; as many on both sides are taken for one another, in their order. */
function lineErrata(section: string, before: readonly Block[], now: readonly Block[]): readonly Erratum[] {
  const was = before.flatMap(linesOf);
  const is = now.flatMap(linesOf);
  const gone = without(was, is);
  const come = without(is, was);
  const about = { section, where: null, row: null, column: null };
  if (gone.length === come.length)
    return gone.map((frozen, index) => ({ ...about, frozen, live: come[index] ?? null }));
  return [
    ...gone.map((frozen) => ({ ...about, frozen, live: null })),
    ...come.map((live) => ({ ...about, frozen: null, live })),
  ];
}

/** The lines of one list without those of the other, each taken away once. */
function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'list':
      return block.items.map(({ text }) => text);
    case 'note':
      return [block.title, ...block.paragraphs.map(({ text }) => text)];
    case 'chart':
      return [
        `${block.title} (${block.unit})`,
        ...block.points.map(({ year, value, reason }) => `${year}: ${value ?? reason ?? ''}`),
      ];
    default:
      return [];
  }
}

function textOf({ text, details = [] }: Cell): string {
  return [text, ...details.map((detail) => detail.text)].filter((one) => one !== '').join('; ');
}

/**
 * The first of some days, in order, on which something held that holds on the last of them: what is known stays known until
 * something else is. Asks for as few days as a search by halves needs.
 */
export async function firstDayOn<Day>(
  days: readonly Day[],
  holds: (day: Day) => Promise<boolean>,
): Promise<Day | null> {
  let low = 0;
  let high = days.length - 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (await holds(days[middle] as Day)) high = middle;
    else low = middle + 1;
  }
  return days[low] ?? null;
}
