import { SaxesParser } from 'saxes';
import { fail, ok, problem, type Result } from '#kernel/result.ts';

export type XmlElement = {
  readonly local: string;
  readonly namespace: string;
  /** By their local names. */
  readonly attributes: Readonly<Record<string, string>>;
};

export type XmlHandlers = {
  /** `path`: local names from the root down to it, itself included. */
  readonly open: (element: XmlElement, path: readonly string[]) => void;
  /** `text`: what stands between its tags, without what stands in elements within it. `raw`: it all as it was written. */
  readonly close: (path: readonly string[], text: string, raw: () => Buffer) => void;
  readonly afterChunk: () => Promise<void>;
  /** Elements of which the raw form may be asked. */
  readonly isRow: (path: readonly string[]) => boolean;
};

/** Deeper, or longer between two tags, is no declaration; an invoice may have a picture of itself within it (EN 16931, BT-125). */
const deepest = 40;
const longestPiece = 16_000_000;

class NotReadable extends Error {}

/**
 * Reads an XML file as it comes. It has no entities of its own and no type: what asks to be expanded, or to be fetched, is refused.
 * Problems: `vat_xml_encoding`, `vat_xml_invalid` with line and column.
 */
export async function readXml(chunks: AsyncIterable<Buffer>, handlers: XmlHandlers): Promise<Result<true>> {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const path: string[] = [];
  const texts: string[] = [];
  let decoder: TextDecoder | null = null;
  // What was read since the row began that is being read: `base` is the place of its first sign in the file.
  let [window, base, rowFrom] = ['', 0, -1];
  let piece = 0;
  const stop = (message: string): never => {
    throw new NotReadable(message);
  };
  const rawOf = () => Buffer.from(window.slice(rowFrom - base, parser.position - base));

  parser.on('error', (error) => stop(error.message.replace(/^\d+:\d+: /, '')));
  parser.on('doctype', () => stop('a document type is not read'));
  parser.on('opentagstart', () => {
    if (path.length >= deepest) stop(`more than ${deepest} elements within one another`);
    piece = 0;
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    path.push(local);
    texts.push('');
    if (handlers.isRow(path)) rowFrom = base + window.lastIndexOf('<', parser.position - base - 1);
    const named = Object.fromEntries(Object.values(attributes).map((one) => [one.local, one.value]));
    handlers.open({ local, namespace: uri, attributes: named }, path);
  });
  const addText = (text: string) => {
    piece = 0;
    if (texts.length === 0) return;
    texts[texts.length - 1] += text;
    if ((texts.at(-1) as string).length > longestPiece) stop('a text of more than 16 million signs');
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    piece = 0;
    handlers.close(path, texts.at(-1) ?? '', rawOf);
    if (handlers.isRow(path)) rowFrom = -1;
    path.pop();
    texts.pop();
  });

  try {
    for await (const chunk of chunks) {
      decoder ??= decoderOf(chunk);
      if (decoder === null) return fail(problem('vat_xml_encoding', 'FILE'));
      const text = decoder.decode(chunk, { stream: true });
      piece += text.length;
      window = rowFrom >= 0 ? window.slice(rowFrom - base) + text : text;
      base = rowFrom >= 0 ? rowFrom : parser.position;
      parser.write(text);
      if (piece > longestPiece || window.length > 2 * longestPiece)
        stop('a piece of more than 16 million signs');
      await handlers.afterChunk();
    }
    const rest = decoder?.decode() ?? '';
    if (rest !== '') parser.write(rest);
    parser.close();
    await handlers.afterChunk();
    return ok(true);
  } catch (error) {
    // A TypeError is the decoder's, which is told to take no byte that is none.
    if (!(error instanceof NotReadable || error instanceof TypeError)) throw error;
    const { line, column } = parser;
    const message = error instanceof TypeError ? 'bytes that are no text' : error.message;
    return fail(problem('vat_xml_invalid', `FILE:${line}:${column}`, { message }));
  }
}

const encodings: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  'iso-8859-1': 'windows-1252',
  'iso-8859-15': 'iso-8859-15',
  'windows-1252': 'windows-1252',
};

/** By what the file says of itself in its first line; without a word it is UTF-8. Null where it is another. */
function decoderOf(chunk: Buffer): TextDecoder | null {
  const [, said = 'utf-8'] =
    /^[^<]{0,3}<\?xml[^>]*?encoding\s*=\s*["']([\w-]+)["']/.exec(chunk.toString('latin1', 0, 200)) ?? [];
  const label = said.toLowerCase();
  return Object.hasOwn(encodings, label) ? new TextDecoder(encodings[label], { fatal: true }) : null;
}
