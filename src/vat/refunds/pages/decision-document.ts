import { formatDate } from '#kernel/dates.ts';
import type { DocumentContent } from '#platform/document/content.ts';
import type { PageContext } from '#platform/module.ts';
import type { DecisionNotice } from '../rules/decision-notice.ts';
import { workTexts } from '../text/work/work-texts.ts';
import type { LoadedClaim } from './claim.tsx';
import { headOf, remedySection } from './notice-parts.ts';
import { written } from './parts.tsx';

/** The notice of the decision on a claim as the taxpayer gets it, in the language of whoever makes it. */
export function decisionDocument(
  loaded: LoadedClaim,
  notice: DecisionNotice,
  context: PageContext,
): DocumentContent {
  const { language } = context;
  const { currency } = loaded.found.claim;
  const words = workTexts(language).notice;
  const { outcome, on, by, instruction, reason } = notice;
  const title = words.decision;
  const { facts, ...head } = headOf(loaded, { title, about: 'decision', by, instruction }, context);
  const row = (label: string, cents: number) => [
    { text: label },
    { text: written(cents, currency, language), value: cents / 100 },
  ];
  return {
    ...{ ...head, date: on },
    facts: [
      ...facts,
      { label: words.decidedOn, value: { text: formatDate(on, language) } },
      { label: words.outcome, value: { text: words.outcomes[outcome] } },
    ],
    sections: [
      {
        ...{ id: 'amounts', title: words.amounts },
        blocks: [
          {
            ...{ kind: 'table', caption: words.amounts },
            columns: [
              { title: words.what, kind: 'name' },
              { title: words.amount, kind: 'figure' },
            ],
            rows: [
              row(words.claimed, notice.claimed),
              row(words.approved, notice.approved),
              row(words.corrections, notice.corrections),
              row(words.refused, notice.refused),
            ],
            total: row(words.refund, notice.refund),
          },
        ],
      },
      ...(reason === null
        ? []
        : [
            {
              ...{ id: 'reason', title: words.reason },
              blocks: [{ kind: 'paragraph' as const, text: reason }],
            },
          ]),
      remedySection(instruction, context),
    ],
  };
}
