import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/**
 * Runs in a thread of its own, so that no reader waits while a long document is set; one document after the other.
 * The compiler stays warm with its fonts.
 */

export type Order = { readonly id: number; readonly document: string };
export type Outcome = { readonly id: number } & ({ readonly pdf: Uint8Array } | { readonly fault: string });

const template = readFileSync(new URL('document.typ', import.meta.url), 'utf8');

/** Typst reads no web fonts, hence a second package of the typeface that pages use. */
const faces = [
  '400Regular/SourceSans3_400Regular',
  '400Regular_Italic/SourceSans3_400Regular_Italic',
  '500Medium/SourceSans3_500Medium',
  '600SemiBold/SourceSans3_600SemiBold',
  '700Bold/SourceSans3_700Bold',
];
const find = createRequire(import.meta.url);
const readFace = (face: string) => readFileSync(find.resolve(`@expo-google-fonts/source-sans-3/${face}.ttf`));
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: faces.map(readFace) }] });

/** What was memoized for documents long gone is dropped; one printed again and again stays fast. */
const keptCompilations = 10;

function setDocument(document: string): Uint8Array {
  const compiled = compiler.compile({ mainFileContent: template, inputs: { document } });
  if (compiled.result === null) {
    const error = compiled.takeDiagnostics();
    throw new Error(error === null ? 'no reason given' : JSON.stringify(compiler.fetchDiagnostics(error)));
  }
  const pdf = compiler.pdf(compiled.result, { pdfStandard: 'ua-1' });
  compiler.evictCache(keptCompilations);
  return pdf;
}

parentPort?.on('message', ({ id, document }: Order) => {
  let outcome: Outcome;
  try {
    outcome = { id, pdf: setDocument(document) };
  } catch (error) {
    outcome = { id, fault: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(outcome);
});
