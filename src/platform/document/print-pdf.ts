import { Worker } from 'node:worker_threads';
import { canonicalJson } from '#kernel/canonical-json.ts';
import { lightColours } from '#platform/page/tokens.ts';
import { texts } from '#platform/text/texts.ts';
import { drawChart } from './chart-svg.ts';
import { type Block, columnWeights, type DocumentContent } from './content.ts';
import type { Order, Outcome } from './typst-worker.ts';

/**
 * A tagged PDF (PDF/UA-1) by typst, which refuses to write one with a picture that has no words. The same content gives
 * the same bytes: the file bears the content's own date, and typst makes its identity from what stands in it.
 */
export function printPdf(content: DocumentContent): Promise<Buffer> {
  setter ??= startSetter();
  return setter.set(canonicalJson(printable(content)));
}

type Setter = { set(document: string): Promise<Buffer> };
let setter: Setter | undefined;

/** The thread that sets documents, started with the first; it keeps nobody from ending. */
function startSetter(): Setter {
  const worker = new Worker(new URL('typst-worker.ts', import.meta.url));
  worker.unref();
  const waiting = new Map<number, PromiseWithResolvers<Buffer>>();
  let last = 0;
  const settle = (id: number, act: (promise: PromiseWithResolvers<Buffer>) => void) => {
    const promise = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
    if (promise !== undefined) act(promise);
  };
  worker.on('message', (outcome: Outcome) =>
    settle(outcome.id, ({ resolve, reject }) =>
      'pdf' in outcome ? resolve(Buffer.from(outcome.pdf)) : reject(new Error(`typst: ${outcome.fault}`)),
    ),
  );
  // A thread that ended takes its documents with it; the next document starts another.
  const end = (error: Error) => {
    setter = undefined;
    for (const id of [...waiting.keys()]) settle(id, ({ reject }) => reject(error));
  };
  worker.on('error', end);
  worker.on('exit', () => end(new Error('typst: its thread ended')));
  return {
    set: (document) => {
      last += 1;
      const promise = Promise.withResolvers<Buffer>();
      waiting.set(last, promise);
      worker.ref();
      worker.postMessage({ id: last, document } satisfies Order);
      return promise.promise;
    },
  };
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
    const lengths = rows.flatMap((row) => {
      const cell = row[index];
      // A status has its mark before it and is bold.
      const length = (cell?.text.length ?? 0) * (kind === 'status' ? 1.3 : 1) + (kind === 'status' ? 3 : 0);
      return [length, ...(cell?.details ?? []).map(({ text }) => text.length * 0.8)];
    });
    const longest = lengths.reduce((most, length) => Math.max(most, length), title.length);
    const usual = columnWeights[kind];
    return Math.max(usual * 0.55, Math.min(usual * 1.25, longest / 11));
  });
}
