import { SaxesParser } from 'saxes';
import { fail, ok, problem, type Result } from '#kernel/result.ts';

/** What is done at the end of each element: local names from the root down to it, the text in it, and the line on which it ends. */
export type ElementTaker = (path: readonly string[], text: string, line: number) => void;

/** Deeper, or longer between two tags, is no document of the market. */
const deepest = 20;
const longestText = 10_000;

class NotReadable extends Error {}

/**
 * Reads an XML file in UTF-8 as it comes. It has no type and no entities of its own: what asks to be expanded, or to be fetched, is
 * refused. Problem: `energy_xml_invalid`, with its line.
 */
export async function readElements(
  chunks: AsyncIterable<Buffer>,
  path: string,
  { opened, closed }: { readonly opened: ElementTaker; readonly closed: ElementTaker },
): Promise<Result<true>> {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const names: string[] = [];
  const texts: string[] = [];
  let pending = 0;
  const stop = (message: string): never => {
    throw new NotReadable(message);
  };
  const addText = (text: string) => {
    pending = 0;
    if (texts.length === 0) return;
    texts[texts.length - 1] += text;
    if ((texts.at(-1) as string).length > longestText) stop(`a text of more than ${longestText} signs`);
  };
  parser.on('error', (error) => stop(error.message.replace(/^\d+:\d+: /, '')));
  parser.on('doctype', () => stop('a document type is not read'));
  parser.on('opentag', ({ local }) => {
    pending = 0;
    if (names.length >= deepest) stop(`more than ${deepest} elements within one another`);
    names.push(local);
    texts.push('');
    opened(names, '', parser.line);
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    pending = 0;
    closed(names, (texts.at(-1) as string).trim(), parser.line);
    names.pop();
    texts.pop();
  });

  try {
    for await (const chunk of chunks) {
      // What the parser keeps of a tag or comment that does not end.
      pending += chunk.length;
      if (pending > 64 * longestText) stop('a piece that does not end');
      parser.write(decoder.decode(chunk, { stream: true }));
    }
    parser.write(decoder.decode());
    parser.close();
    return ok(true);
  } catch (error) {
    // A TypeError is the decoder's, which is told to take no byte that is none.
    if (!(error instanceof NotReadable || error instanceof TypeError)) throw error;
    const message = error instanceof TypeError ? 'bytes that are no UTF-8' : error.message;
    const { line } = parser;
    return fail(problem('energy_xml_invalid', `${path}:${line}`, { line, message }));
  }
}
