import { fail, ok, problem } from '#kernel/result.ts';
import { DocumentView } from '#platform/document/view.tsx';
import { documentFormats } from '#platform/document/write.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { Note, Stack } from '#platform/page/components.tsx';
import { crumbsToVat } from '../../fields/pages/parts.tsx';
import { recordReading } from '../../fields/reading.ts';
import { claims, decisionNotice, refundsPath } from '../kinds.ts';
import { decisionNoticeOf } from '../rules/decision-notice.ts';
import { instructionOf } from '../rules/kept.ts';
import { legalFacts } from '../rules/legal-facts.ts';
import { noticeOf } from '../rules/notice.ts';
import { workTexts } from '../text/work/work-texts.ts';
import { type LoadedClaim, loadClaim } from './claim.tsx';
import { decisionDocument } from './decision-document.ts';
import { noticeDocument } from './notice-document.ts';
import { lackOf } from './notice-parts.ts';
import { closedRecord } from './parts.tsx';

async function load(context: PageContext) {
  const { id = '', offset = '' } = context.params;
  const loaded = await loadClaim(context, id);
  const made = loaded === null ? null : noticeIn(loaded, offset, context);
  if (loaded === null || made === null) return null;
  recordReading(context, claims.name, [[id, loaded.row.grant]]);
  return { reference: String(loaded.found.record.body.reference), ...made };
}

/** The notice of an offset, or under the name of `decision` that of the decision; with what it has to say and was not recorded. */
function noticeIn(loaded: LoadedClaim, name: string, context: PageContext) {
  const { found, calendarOf } = loaded;
  if (name === decisionNotice) {
    const decision = decisionNoticeOf(found.kept);
    if (decision === null) return null;
    return {
      content: decisionDocument(loaded, decision, context),
      lack: lackOf(decision.instruction, context),
    };
  }
  const notice = noticeOf(found, name, calendarOf, legalFacts);
  if (notice === null) return null;
  const lack = lackOf(instructionOf(found.kept, { offset: name }), context);
  return { content: noticeDocument(loaded, notice, context), lack };
}

/** What the taxpayer is told of the decision or of one offset; on paper, as PDF or for a word processor. */
export const noticePage: Page = {
  path: `${refundsPath}/:id/notices/:offset`,
  navigation: 'practice',
  render: async (context) => {
    const { door, list, notice: words } = workTexts(context.language);
    const found = await load(context);
    const room = { text: door.title, path: refundsPath };
    if (found === null)
      return ok({
        title: words.closed,
        crumbs: crumbsToVat(context, room),
        body: await closedRecord(context, list.closed),
      });
    const { reference, content, lack } = found;
    return ok({
      title: content.title,
      lede: content.subtitle.text,
      crumbs: crumbsToVat(context, room, { text: reference, path: claims.href(context.params.id ?? '') }),
      exports: documentFormats,
      body: (
        <Stack>
          {lack !== null && <Note>{lack}</Note>}
          <DocumentView content={content} hrefOf={(path) => context.href(path)} />
        </Stack>
      ),
    });
  },
  exportDocument: async (context) => {
    const found = await load(context);
    return found === null ? fail(problem('vat_claims_not_allowed')) : ok(found.content);
  },
};
