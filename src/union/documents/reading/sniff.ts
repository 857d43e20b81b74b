import { unzipSync } from 'fflate';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import type { MediaType } from '../model.ts';

/** What a DOCX may come to when it is unpacked, however small it is packed. */
export const largestUnpacked = 64 * 1024 * 1024;
const mostParts = 3_000;

/** What bytes are; of a DOCX its parts that are XML, unpacked. */
export type Sniffed =
  | { readonly type: Exclude<MediaType, typeof docx>; readonly bytes: Uint8Array }
  | { readonly type: typeof docx; readonly parts: Readonly<Record<string, Uint8Array>> };

export const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const wordMain = `${docx}.main+xml`;

const refused = () => fail(problem('document_type_refused', 'body.file'));
const active = (what: string) => fail(problem('document_active', 'body.file', { what }));

/**
 * What a file is by its bytes alone, whatever it is called and said to be. It must be one thing from its first byte to its
 * last: a PDF that is an archive too, or an archive behind something else, is neither. Problems: `document_empty`,
 * `document_type_refused`, `document_active` (macros and what else runs), `document_unpacks_too_large`, `document_broken`.
 */
export function sniff(bytes: Uint8Array): Result<Sniffed> {
  if (bytes.length === 0) return fail(problem('document_empty', 'body.file'));
  if (begins(bytes, '%PDF-')) return isOnlyPdf(bytes) ? ok({ type: 'application/pdf', bytes }) : refused();
  if (begins(bytes, 'PK\u0003\u0004')) return sniffArchive(bytes);
  return sniffText(bytes);
}

function begins(bytes: Uint8Array, sign: string): boolean {
  return [...sign].every((letter, at) => bytes[at] === letter.charCodeAt(0));
}

/** How far from its end a PDF says that it ends; more than that behind it is another file. */
const pdfTail = 1024;

function isOnlyPdf(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.subarray(-pdfTail)).toString('latin1');
  return tail.includes('%%EOF') && !endsAsArchive(bytes);
}

/** Where the end of an archive stands, from which it is read, with a comment of up to 64 kB behind it; -1: it is none. */
function endOfArchive(view: Buffer): number {
  const sign = Buffer.from('PK\u0005\u0006', 'latin1');
  for (let at = view.lastIndexOf(sign); at >= 0 && at >= view.length - 65_600; ) {
    if (at + 22 <= view.length && at + 22 + view.readUInt16LE(at + 20) === view.length) return at;
    at = at === 0 ? -1 : view.lastIndexOf(sign, at - 1);
  }
  return -1;
}

const viewOf = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
const endsAsArchive = (bytes: Uint8Array) => endOfArchive(viewOf(bytes)) >= 0;

/** Whether the directory of an archive stands where its end says: else something was put before it. */
function isOnlyArchive(bytes: Uint8Array): boolean {
  const view = viewOf(bytes);
  const end = endOfArchive(view);
  return end >= 0 && view.readUInt32LE(end + 12) + view.readUInt32LE(end + 16) === end;
}

/** Parts of a Word document that run, or hold a file that nobody has looked into. */
const runs =
  /(^|\/)(vbaProject\.bin|vbaData\.xml|activeX\/|oleObject[^/]*\.bin$|attachedToolbars\.bin)|\.(exe|dll|js|vbs|bat|cmd|ps1|scr|com|msi|hta|jar|lnk)$/i;

function sniffArchive(bytes: Uint8Array): Result<Sniffed> {
  if (!isOnlyArchive(bytes)) return refused();
  let [weight, parts] = [0, 0];
  let found: string | null = null;
  let isWord = false;
  const fits = () => weight <= largestUnpacked && parts <= mostParts;
  let held: Record<string, Uint8Array>;
  try {
    held = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        parts += 1;
        weight += originalSize;
        isWord ||= name === 'word/document.xml';
        if (runs.test(name)) found ??= name;
        return fits() && /\.(xml|rels)$/i.test(name);
      },
    });
  } catch (error) {
    if (!fits()) return tooLarge();
    const detail = error instanceof Error ? error.message.slice(0, 200) : String(error);
    return fail(problem('document_broken', 'body.file', { detail }));
  }
  if (!fits()) return tooLarge();
  if (!isWord) return refused();
  if (found !== null) return active(found);
  return checkParts(held);
}

const tooLarge = () =>
  fail(problem('document_unpacks_too_large', 'body.file', { megabytes: largestUnpacked / 1024 / 1024 }));

function checkParts(held: Readonly<Record<string, Uint8Array>>): Result<Sniffed> {
  const texts = Object.entries(held).map(([name, part]) => [name, new TextDecoder().decode(part)] as const);
  const contents = texts.find(([name]) => name === '[Content_Types].xml')?.[1] ?? '';
  if (/macroEnabled|vbaProject/i.test(contents)) return active('[Content_Types].xml');
  if (!contents.includes(wordMain)) return refused();
  // Word declares no entities; who does wants a reader to unfold them.
  const declares = texts.find(([, text]) => /<!(DOCTYPE|ENTITY)/i.test(text));
  if (declares !== undefined)
    return fail(problem('document_broken', 'body.file', { detail: `${declares[0]}: DOCTYPE` }));
  // A template from elsewhere is loaded with its macros when the document is opened.
  const template = texts.find(
    ([name, text]) =>
      name.endsWith('.rels') &&
      /<[^>]*attachedTemplate[^>]*>/.test(text) &&
      /<[^>]*TargetMode="External"[^>]*attachedTemplate|<[^>]*attachedTemplate[^>]*TargetMode="External"/.test(
        text,
      ),
  );
  return template === undefined ? ok({ type: docx, parts: held }) : active(template[0]);
}

/** Comments and empty lines before a page says that it is one. */
const longestPrologue = 10_000;

/** Text is UTF-8 without control signs. It is HTML if it says so at its beginning; whatever else it may be, it leaves as text. */
function sniffText(bytes: Uint8Array): Result<Sniffed> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refused();
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused.
  if (/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(text)) return refused();
  if (endsAsArchive(bytes)) return refused();
  const said = text.slice(0, longestPrologue).replace(/^(\s|<\?xml[^>]*\?>|<!--[\s\S]*?-->)*/, '');
  return ok({ type: /^<(!doctype html|html)\b/i.test(said) ? 'text/html' : 'text/plain', bytes });
}
