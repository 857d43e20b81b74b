import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import { longestDocumentText } from '../model.ts';

/** No paper of a union has more; a bound for a file that claims millions. */
const mostPages = 5_000;

/**
 * The words of a PDF, page after page, in the order in which they stand in it. Problems: `document_encrypted` where it does
 * not open without a password, `document_active` where it brings script or other files, `document_broken`.
 */
export async function readPdf(bytes: Uint8Array): Promise<Result<string>> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
  });
  try {
    const document = await task.promise;
    if (document.numPages > mostPages)
      return fail(problem('document_broken', 'body.file', { detail: `${document.numPages} pages` }));
    if ((await document.getJSActions()) !== null || (await document.hasJSActions()))
      return fail(problem('document_active', 'body.file', { what: 'JavaScript' }));
    const brought = await document.getAttachments();
    if (brought !== null)
      return fail(
        problem('document_active', 'body.file', { what: Object.keys(brought).join(', ').slice(0, 200) }),
      );
    const texts: string[] = [];
    let length = 0;
    for (let number = 1; number <= document.numPages && length <= longestDocumentText; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
      page.cleanup();
      length += text.length;
      texts.push(text);
    }
    return ok(texts.join('\n\n'));
  } catch (error) {
    const { name = '', message = '' } = error as Error;
    if (name === 'PasswordException') return fail(problem('document_encrypted', 'body.file'));
    return fail(problem('document_broken', 'body.file', { detail: message.slice(0, 200) }));
  } finally {
    await task.destroy();
  }
}
