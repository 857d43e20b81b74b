import { fail, ok, problem } from '#kernel/result.ts';
import type { ActionContext } from '#platform/actions/action.ts';
import type { Transaction } from '#platform/database/database.ts';
import { partiesOpen } from '../../fields/store.ts';
import { keepClaims, nameOfNotice } from '../kinds.ts';
import { instructionOf, lacksOf, noticesIn } from '../rules/kept.ts';
import type { FoundClaim } from '../store.ts';
import { workTexts } from '../text/work/work-texts.ts';
import { claimAct, saidLast, wordOf } from './claim-act.ts';
import { instructionFields, instructionIn } from './shared.ts';

/** Authority and remedy, where a decision was taken or an offset carried out without naming them. */

/** Notices that are for the reader's own state to make and lack something. */
async function ownLacking({ kept }: FoundClaim, tx: Transaction, context: ActionContext) {
  const open = await partiesOpen(tx, context, 'refunds', keepClaims);
  return noticesIn(kept).filter((one) => open.has(one.by) && lacksOf(kept, one).length > 0);
}

/** What was decided stays as it was, and so does what was named before: only what is missing is added. */
export const addRemedy = claimAct('add_remedy', {
  fields: {
    notice: wordOf(async (found, tx, context) => {
      const { claim: words } = workTexts(context.language);
      return (await ownLacking(found, tx, context)).map((one) => ({
        value: nameOfNotice(one),
        title: one.offset === null ? words.decisionNotice : words.notice({ offset: one.offset }),
      }));
    }),
    ...instructionFields,
  },
  isOpen: async (found, tx, context) => (await ownLacking(found, tx, context)).length > 0,
  prefill: async (found, tx, context) => {
    const [first] = await ownLacking(found, tx, context);
    if (first === undefined) return {};
    const lacks: readonly string[] = lacksOf(found.kept, first);
    const said = Object.entries(await saidLast(found, tx, context));
    return {
      notice: nameOfNotice(first),
      ...Object.fromEntries(said.filter(([name]) => lacks.includes(name))),
    };
  },
  order: ({ common, found: { kept } }, { notice, ...said }) => {
    const meant = noticesIn(kept).find((one) => nameOfNotice(one) === notice);
    if (meant === undefined) return fail(problem('vat_claim_notice_unknown', 'body.notice', { notice }));
    const instruction = instructionIn(said);
    if (instruction.authority === null && instruction.remedy === null)
      return fail(problem('vat_claim_remedy_empty', 'body.authority'));
    const before = instructionOf(kept, meant);
    const named = (['authority', 'remedy'] as const).flatMap((name) =>
      instruction[name] !== null && before[name] !== null
        ? [problem('vat_claim_remedy_said', `body.${name}`, { said: before[name].slice(0, 80) })]
        : [],
    );
    return named.length > 0
      ? fail(...named)
      : ok({ order: { act: 'add_remedy', ...common, offset: meant.offset }, instruction });
  },
});
