import { canonicalJson } from '#kernel/canonical-json.ts';
import type { WrittenFile } from '#platform/export/written-file.ts';
import type { DocumentContent } from './content.ts';

/** What a document is downloaded as; a page shows it as HTML itself. */
export const documentFormats = ['pdf', 'docx', 'json'] as const;
export type DocumentFormat = (typeof documentFormats)[number];

/** What a document is written to a file as. */
export const fileFormats = ['html', ...documentFormats] as const;
export type FileFormat = (typeof fileFormats)[number];

/** The same document gives the same bytes, in every format. */
export async function writeDocument(format: FileFormat, content: DocumentContent): Promise<WrittenFile> {
  const fileName = `${content.name}.${format}`;
  // Each renderer takes a while to load, and most visits ask for none.
  switch (format) {
    case 'pdf': {
      const { printPdf } = await import('./print-pdf.ts');
      return { fileName, type: 'application/pdf', body: await printPdf(content) };
    }
    case 'docx': {
      const { writeDocx } = await import('./write-docx.ts');
      return {
        fileName,
        type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        body: await writeDocx(content),
      };
    }
    case 'html': {
      const { writeHtml } = await import('./view.tsx');
      return { fileName, type: 'text/html; charset=utf-8', body: Buffer.from(writeHtml(content)) };
    }
    case 'json':
      return {
        fileName,
        type: 'application/json; charset=utf-8',
        body: Buffer.from(canonicalJson(content)),
      };
  }
}
