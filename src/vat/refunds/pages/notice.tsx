import { fail, ok, problem } from '#kernel/result.ts';
import { DocumentView } from '#platform/document/view.tsx';
import { documentFormats } from '#platform/document/write.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { ClosedField, crumbsToVat } from '../../fields/pages/parts.tsx';
import { recordReading } from '../../fields/reading.ts';
import { claims, refundsPath } from '../kinds.ts';
import { legalFacts } from '../rules/legal-facts.ts';
import { noticeOf } from '../rules/notice.ts';
import { workTexts } from '../text/work/work-texts.ts';
import { loadClaim } from './claim.tsx';
import { noticeDocument } from './notice-document.ts';

async function load(context: PageContext) {
  const { id = '', offset = '' } = context.params;
  const loaded = await loadClaim(context, id);
  const notice = loaded === null ? null : noticeOf(loaded.found, offset, loaded.calendarOf, legalFacts);
  if (loaded === null || notice === null) return null;
  recordReading(context, claims.name, [[id, loaded.row.grant]]);
  return {
    reference: String(loaded.found.record.body.reference),
    content: noticeDocument(loaded, notice, context),
  };
}

/** What the taxpayer is told of one offset; on paper, as PDF or for a word processor. */
export const noticePage: Page = {
  path: `${refundsPath}/:id/notices/:offset`,
  navigation: 'practice',
  render: async (context) => {
    const { door, notice: words } = workTexts(context.language);
    const found = await load(context);
    const room = { text: door.title, path: refundsPath };
    if (found === null)
      return ok({
        title: words.closed,
        crumbs: crumbsToVat(context, room),
        body: <ClosedField context={context} />,
      });
    const { reference, content } = found;
    return ok({
      title: content.title,
      lede: content.subtitle.text,
      crumbs: crumbsToVat(context, room, { text: reference, path: claims.href(context.params.id ?? '') }),
      exports: documentFormats,
      body: <DocumentView content={content} hrefOf={(path) => context.href(path)} />,
    });
  },
  exportDocument: async (context) => {
    const found = await load(context);
    return found === null ? fail(problem('vat_claims_not_allowed')) : ok(found.content);
  },
};
