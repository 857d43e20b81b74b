import { zipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import mammoth from 'mammoth';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import { longestDocumentText, type MediaType } from '../model.ts';
import { readPdf } from './pdf.ts';
import { docx, type Sniffed, sniff } from './sniff.ts';

/** What a file is and says. An empty text: nothing that could be read, as in a scan. */
export type ReadDocument = {
  readonly mediaType: MediaType;
  readonly text: string;
  /** It says more than is kept. */
  readonly cut: boolean;
};

/** Problems: those of `sniff` and of `readPdf`. */
export async function readDocument(bytes: Uint8Array): Promise<Result<ReadDocument>> {
  const sniffed = sniff(bytes);
  if (!sniffed.ok) return sniffed;
  let text: Result<string>;
  try {
    text = await textOf(sniffed.value);
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 200) : String(error);
    return fail(problem('document_broken', 'body.file', { detail }));
  }
  if (!text.ok) return text;
  const tidied = tidy(text.value);
  const kept = tidied.slice(0, longestDocumentText).toWellFormed();
  return ok({ mediaType: sniffed.value.type, text: kept, cut: kept.length < tidied.length });
}

async function textOf(sniffed: Sniffed): Promise<Result<string>> {
  switch (sniffed.type) {
    case 'application/pdf':
      return readPdf(sniffed.bytes);
    case docx: {
      // Put together anew from what was counted, whatever the file says of itself elsewhere.
      const { value } = await mammoth.extractRawText({
        buffer: Buffer.from(zipSync(sniffed.parts, { level: 0 })),
      });
      return ok(value);
    }
    case 'text/html':
      return ok(htmlText(new TextDecoder().decode(sniffed.bytes)));
    case 'text/plain':
      return ok(new TextDecoder().decode(sniffed.bytes));
  }
}

/** What stands between their tags is for machines. */
const unread = new Set(['script', 'style', 'template', 'noscript', 'svg', 'math', 'iframe', 'object']);
/** They stand in a line of text; all others begin a new one. */
const inline = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'cite',
  'code',
  'em',
  'i',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
  'wbr',
]);

/** The words of a page as a reader sees them, and its title. */
export function htmlText(html: string): string {
  const said: string[] = [];
  const hidden: string[] = [];
  const parser = new Parser({
    onopentag: (name) => {
      if (unread.has(name)) hidden.push(name);
      if (!inline.has(name)) said.push('\n');
    },
    ontext: (text) => {
      if (hidden.length === 0) said.push(text);
    },
    onclosetag: (name) => {
      if (hidden.at(-1) === name) hidden.pop();
      if (!inline.has(name)) said.push('\n');
    },
  });
  parser.end(html);
  return said.join('');
}

/** One gap between words, one empty line between paragraphs, and no sign that a database or a page cannot hold. */
function tidy(text: string): string {
  return (
    text
      .normalize('NFC')
      .replaceAll('\r\n', '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out.
      .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f\u00ad\ufeff]/g, '')
      .replaceAll(/[^\S\n]+/g, ' ')
      .replaceAll(/ ?\n ?/g, '\n')
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim()
  );
}
