import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { canonicalJson } from '#kernel/canonical-json.ts';
import { lightColours } from '#platform/page/tokens.ts';
import { texts } from '#platform/text/texts.ts';
import { drawChart } from './chart-svg.ts';
import { type Block, columnWeights, type DocumentContent } from './content.ts';

/**
 * A tagged PDF (PDF/UA-1) by typst, which refuses to write one with a picture that has no words. The same content gives
 * the same bytes: the file bears the content's own date, and typst makes its identity from what stands in it.
 */
export function printPdf(content: DocumentContent): Buffer {
  const compiler = compilerOf();
  const compiled = compiler.compile({
    mainFileContent: template,
    inputs: { document: canonicalJson(printable(content)) },
  });
  const document = compiled.result;
  if (document === null) throw new Error(`typst: ${faultsOf(compiled.takeDiagnostics(), compiler)}`);
  const pdf = compiler.pdf(document, { pdfStandard: 'ua-1' });
  // What was memoized for documents long gone is dropped; one printed again and again stays fast.
  compiler.evictCache(keptCompilations);
  return pdf;
}

const keptCompilations = 10;
const template = readFileSync(new URL('document.typ', import.meta.url), 'utf8');

/** Typst reads no web fonts, hence a second package of the typeface that pages use. */
const faces = [
  '400Regular/SourceSans3_400Regular',
  '400Regular_Italic/SourceSans3_400Regular_Italic',
  '500Medium/SourceSans3_500Medium',
  '600SemiBold/SourceSans3_600SemiBold',
  '700Bold/SourceSans3_700Bold',
];

let kept: NodeCompiler | undefined;

/** Loaded with its fonts when first asked for; then it is warm. */
function compilerOf(): NodeCompiler {
  const find = createRequire(import.meta.url);
  kept ??= NodeCompiler.create({
    fontArgs: [
      {
        fontBlobs: faces.map((face) =>
          readFileSync(find.resolve(`@expo-google-fonts/source-sans-3/${face}.ttf`)),
        ),
      },
    ],
  });
  return kept;
}

function faultsOf(
  error: ReturnType<NodeCompiler['compile']>['takeDiagnostics'] extends () => infer E ? E : never,
  compiler: NodeCompiler,
): string {
  return error === null ? 'no document and no reason' : JSON.stringify(compiler.fetchDiagnostics(error));
}

function printable(content: DocumentContent) {
  return {
    ...content,
    date: content.date.split('-').map(Number),
    colours: lightColours,
    words: texts(content.language).document,
    sections: content.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) => printableBlock(block, content)),
    })),
  };
}

function printableBlock(block: Block, { language }: DocumentContent) {
  switch (block.kind) {
    case 'chart':
      return { ...block, svg: drawChart(block.points, language) };
    case 'table':
      return { ...block, weights: weightsOf(block) };
    default:
      return block;
  }
}

/** As wide as their longest words need, so that a column of years does not take the room of one of titles. */
function weightsOf({ columns, rows }: Extract<Block, { kind: 'table' }>): readonly number[] {
  return columns.map(({ kind, title }, index) => {
    const lengths = [
      title.length,
      ...rows
        .map((row) => row[index])
        .map((cell) =>
          Math.max(cell?.text.length ?? 0, ...(cell?.details ?? []).map(({ text }) => text.length * 0.8)),
        ),
    ];
    const longest = Math.max(...lengths);
    return Math.max(columnWeights[kind] * 0.55, Math.min(columnWeights[kind] * 1.25, longest / 11));
  });
}
