import { fail, ok, problem } from '#kernel/result.ts';
import { actionContextOf } from '#platform/actions/offers.ts';
import { loadBytes } from '#platform/files/stored-files.ts';
import { type Download, handedTypes } from '#platform/module.ts';
import { knownNow } from '#platform/records/registers.ts';
import { isForEverybody, readableDocuments } from '../actions/readable.ts';
import { attachments, type MediaType, versionsOf } from '../model.ts';
import { handedName } from '../rules/versions.ts';
import { findDocument } from '../store.ts';

const [pdf, word, text] = handedTypes;
/** HTML is never handed out as HTML: a browser would run it as a page of ours, or of nobody's on the reader's machine. */
const handedAs: Readonly<Record<MediaType, (typeof handedTypes)[number]>> = {
  'application/pdf': pdf,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': word,
  'text/html': text,
  'text/plain': text,
};

/**
 * A file of a document that stands or stood, for who may see the record that it hangs on: asked anew each time, by what is
 * known today, whatever dates the address names. What is not for everybody is in the journal before it leaves. Problems:
 * `record_not_found`, also of what the reader may not see, and `document_file_not_found`.
 */
export const documentDownload: Download = {
  path: '/documents/:id/files/:hash',
  load: async (context) => {
    const { id = '', hash = '' } = context.params;
    const { register } = context;
    const acting = actionContextOf(context);
    return context.read(async (tx) => {
      const known = { register: register.id, knownAt: knownNow(register, acting.today) };
      const document = await findDocument(tx, known, id);
      const [open] = document === undefined ? [] : await readableDocuments(tx, acting, [document]);
      if (open === undefined) return fail(problem('record_not_found', '', { id }));
      const version = versionsOf(open.body).find((one) => one.hash === hash && one.withdrawn == null);
      const bytes = version === undefined ? undefined : await loadBytes(tx, version.hash);
      if (version === undefined || bytes === undefined) return fail(problem('document_file_not_found'));
      if (!isForEverybody(open))
        context.record({
          event: 'documents.downloaded',
          register: register.id,
          // Not the document itself: whoever changes it need not hear that somebody has read it meanwhile.
          subject: `files/${hash}`,
          payload: { document: `${attachments.name}/${id}`, number: version.number },
        });
      return ok({ name: handedName(version), type: handedAs[version.media_type], bytes });
    });
  },
};
