import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type ILevelsOptions,
  type IRunOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { localeOf } from '#kernel/languages.ts';
import { lightColours } from '#platform/page/tokens.ts';
import {
  type Block,
  type Cell,
  type ColumnKind,
  columnWeights,
  type DocumentContent,
  type Phrase,
} from './content.ts';

/**
 * A Word document: headings that make its navigation, tables whose header rows repeat, the language of every text. A
 * chart is left to its table, since Word wants a raster picture beside each drawing.
 */
export async function writeDocx(content: DocumentContent): Promise<Buffer> {
  const document = new Document({
    title: `${content.title}, ${content.subtitle.text}`,
    creator: content.running,
    lastModifiedBy: content.running,
    description: content.subtitle.text,
    styles: stylesOf(content),
    numbering: { config: [{ reference: 'bullets', levels: [bullet] }] },
    sections: [
      {
        properties: {
          titlePage: true,
          page: { margin: { top: 1300, bottom: 1200, left: 1130, right: 1130 } },
        },
        headers: { default: new Header({ children: [quiet(`${content.running}\t${content.title}`)] }) },
        footers: { default: pageFooter(), first: pageFooter() },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(content.title)] }),
          new Paragraph({ style: 'Subtitle', children: runs(content.subtitle) }),
          factsTable(content.facts),
          ...content.preface.map((text) => paragraph([new TextRun(text)])),
          ...content.sections.flatMap(({ title, blocks }) => [
            new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(title)] }),
            ...blocks.flatMap(blockOf),
          ]),
        ],
      },
    ],
  });
  return withoutClock(await Packer.toBuffer(document), content);
}

/**
 * The library writes the time of writing into the file, and the archive has one for each entry: the content's own date
 * stands in their place, so that the same content gives the same bytes.
 */
function withoutClock(file: Buffer, { date }: DocumentContent): Buffer {
  const entries = unzipSync(new Uint8Array(file));
  const dated = Object.entries(entries).map(([name, bytes]) => [
    name,
    name === 'docProps/core.xml'
      ? strToU8(
          strFromU8(bytes).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}T00:00:00Z`),
        )
      : bytes,
  ]);
  return Buffer.from(zipSync(Object.fromEntries(dated), { mtime: `${date}T00:00:00` }));
}

const hex = (name: string) => (lightColours[name] ?? '').slice(1);
const bullet: ILevelsOptions = {
  level: 0,
  format: LevelFormat.BULLET,
  text: '•',
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 360, hanging: 240 } } },
};

/** Word's own names of the styles, so that whoever edits the report finds them. Sizes are in half points. */
function stylesOf({ language }: DocumentContent) {
  const font = 'Source Sans 3';
  const heading = (size: number, before: number) => ({
    run: { font, size, bold: true, color: hex('ink') },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: { font, size: 20, color: hex('ink'), language: { value: localeOf(language) } },
        paragraph: { spacing: { after: 120, line: 264 } },
      },
      title: {
        run: { font, size: 56, bold: true, color: hex('ink') },
        paragraph: { spacing: { before: 600 } },
      },
      heading1: heading(32, 480),
      heading2: heading(24, 300),
    },
    paragraphStyles: [
      {
        id: 'Subtitle',
        name: 'Subtitle',
        basedOn: 'Normal',
        next: 'Normal',
        run: { size: 28, color: hex('ink-2') },
        paragraph: { spacing: { after: 360 } },
      },
    ],
  };
}

function pageFooter(): Footer {
  const children = [
    new TextRun({
      children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
      size: 17,
      color: hex('ink-2'),
    }),
  ];
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children })] });
}

function quiet(text: string): Paragraph {
  return new Paragraph({
    tabStops: [{ type: 'right', position: 9640 }],
    children: [new TextRun({ text, size: 17, color: hex('ink-2') })],
  });
}

function paragraph(children: readonly ParagraphChild[], after = 120): Paragraph {
  return new Paragraph({ children, spacing: { after } });
}

function runs({ text, language }: Phrase, options: IRunOptions = {}): ParagraphChild[] {
  return [
    new TextRun({ ...options, text, ...(language === undefined ? {} : { language: { value: language } }) }),
  ];
}

function blockOf(block: Block): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(block.text)] })];
    case 'paragraph':
      return [paragraph(runs(block))];
    case 'list':
      return block.items.map(
        (item) =>
          new Paragraph({
            numbering: { reference: 'bullets', level: 0 },
            spacing: { after: 60 },
            children: runs(item),
          }),
      );
    case 'facts':
      return [factsTable(block.facts), paragraph([])];
    case 'table':
      return [tableOf(block), paragraph([])];
    case 'chart':
      return [paragraph(runs({ text: block.alternative }, { italics: true, color: hex('ink-2') }))];
    case 'note':
      return [noteOf(block), paragraph([])];
  }
}

const line = { style: BorderStyle.SINGLE, size: 4, color: hex('edge') };
const strong = { style: BorderStyle.SINGLE, size: 8, color: hex('ink-2') };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const tableBorders = {
  top: none,
  bottom: line,
  left: none,
  right: none,
  insideHorizontal: line,
  insideVertical: none,
};
/** Of the text's width, in twentieths of a point. */
const textWidth = 9640;

function factsTable(facts: DocumentContent['facts']): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: [3200, textWidth - 3200],
    layout: TableLayoutType.FIXED,
    borders: { ...tableBorders, bottom: none, insideHorizontal: none },
    rows: facts.map(
      ({ label, value }) =>
        new TableRow({
          cantSplit: true,
          children: [
            new TableCell({ children: [paragraph([new TextRun({ text: label, color: hex('ink-2') })], 40)] }),
            new TableCell({ children: cellOf(value, 'text', 20) }),
          ],
        }),
    ),
  });
}

function tableOf({ columns, rows, total }: Extract<Block, { kind: 'table' }>): Table {
  const weights = columns.map(({ kind }) => columnWeights[kind]);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const size = columns.length > 6 ? 16 : 18;
  const margins = { top: 50, bottom: 30, left: 60, right: 60 };
  const row = (cells: readonly Cell[], isTotal = false) =>
    new TableRow({
      cantSplit: true,
      children: columns.map(
        ({ kind }, index) =>
          new TableCell({
            margins,
            children: cellOf(cells[index] ?? { text: '' }, kind, size, isTotal),
            ...(isTotal ? { borders: { top: strong } } : {}),
          }),
      ),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    layout: TableLayoutType.FIXED,
    columnWidths: weights.map((weight) => Math.round((weight / all) * textWidth)),
    borders: tableBorders,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(
          ({ title, kind }) =>
            new TableCell({
              margins,
              verticalAlign: VerticalAlign.BOTTOM,
              borders: { bottom: strong },
              children: [
                new Paragraph({
                  alignment: alignmentOf(kind),
                  spacing: { after: 0 },
                  children: [new TextRun({ text: title, bold: true, size, color: hex('ink-2') })],
                }),
              ],
            }),
        ),
      }),
      ...rows.map((cells) => row(cells)),
      ...(total === undefined ? [] : [row(total, true)]),
    ],
  });
}

function alignmentOf(kind: ColumnKind) {
  return kind === 'figure' ? AlignmentType.RIGHT : AlignmentType.LEFT;
}

/** A status is told by its words and its colour: Word has no shapes that stay in a line of text. */
function cellOf(cell: Cell, kind: ColumnKind, size: number, bold = false): readonly Paragraph[] {
  const { tone, missing, details = [] } = cell;
  const look: IRunOptions =
    tone !== undefined
      ? { bold: true, color: hex(`${tone}-ink`), shading: { type: ShadingType.CLEAR, fill: hex(tone) } }
      : missing !== undefined
        ? { italics: true, color: hex('ink-2') }
        : kind === 'source'
          ? { color: hex('ink-2') }
          : {};
  const of = (children: readonly ParagraphChild[]) =>
    new Paragraph({ alignment: alignmentOf(kind), spacing: { after: 20 }, children });
  return [
    of(runs(cell, { size, bold: bold || kind === 'name', ...look })),
    ...details.map((detail) => of(runs(detail, { size: size - 2, color: hex('ink-2') }))),
  ];
}

function noteOf({ tone, title, paragraphs }: Extract<Block, { kind: 'note' }>): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: [textWidth],
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [
          new TableCell({
            shading: { type: ShadingType.CLEAR, fill: hex(tone) },
            margins: { top: 120, bottom: 60, left: 160, right: 160 },
            children: [
              paragraph([new TextRun({ text: title, bold: true, color: hex(`${tone}-ink`) })], 60),
              ...paragraphs.map((one) => paragraph(runs(one), 60)),
            ],
          }),
        ],
      }),
    ],
  });
}
