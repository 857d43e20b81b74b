import { formatDate } from '#kernel/dates.ts';
import type { DocumentContent } from '#platform/document/content.ts';
import type { PageContext } from '#platform/module.ts';
import { plainName } from '#union';
import { instructionOf, otherInstructionOf, tellerOf } from '../rules/kept.ts';
import { legalFacts } from '../rules/legal-facts.ts';
import type { Notice } from '../rules/notice.ts';
import { refundTexts } from '../text/texts.ts';
import { workTexts } from '../text/work/work-texts.ts';
import type { LoadedClaim } from './claim.tsx';
import { headOf, remedySection } from './notice-parts.ts';
import { written } from './parts.tsx';

/** The notice of an offset as the taxpayer gets it, in the language of whoever makes it. */
export function noticeDocument(loaded: LoadedClaim, notice: Notice, context: PageContext): DocumentContent {
  const { language } = context;
  const { found, referenceOf, debts } = loaded;
  const { claim } = found;
  const words = workTexts(language).notice;
  const { roads, clock } = refundTexts(language);
  const amount = (cents: number) => written(cents, claim.currency, language);
  const day = (on: Notice['on']) => formatDate(on, language);
  const by = tellerOf(notice.road) === 'establishment' ? claim.establishment : claim.refundState;
  const fact = legalFacts.notify[notice.road];
  const instruction = instructionOf(found.kept, { offset: notice.offset });
  const other = otherInstructionOf(found.kept, notice.offset);
  const otherName = other === null ? '' : plainName(other.by, loaded.names, language);
  const title = words.title({ offset: notice.offset });
  const { facts, ...head } = headOf(loaded, { title, about: notice.offset, by, instruction }, context);
  // With consent the refund state is told what the offset meets, not what else is owed; a request says that by itself.
  const saysOwed = debts !== null || notice.road !== 'consent_transfer';
  return {
    ...{ ...head, date: notice.on },
    facts: [
      ...facts,
      ...(other === null || other.instruction.authority === null
        ? []
        : [{ label: `${words.authority} (${otherName})`, value: { text: other.instruction.authority } }]),
      { label: words.on, value: { text: day(notice.on) } },
      { label: words.road, value: { text: roads[notice.road] } },
      {
        label: words.tellBy,
        value: {
          text: notice.tellBy.ok ? day(notice.tellBy.value) : words.tellByUnknown,
          ...(fact === null
            ? {}
            : {
                details: [{ text: fact.verified ? fact.source : `${fact.source}, ${clock.unverified()}` }],
              }),
        },
      },
    ],
    sections: [
      {
        id: 'lines',
        title: words.lines,
        blocks: [
          {
            kind: 'table',
            caption: words.lines,
            columns: [
              { title: words.debt, kind: 'name' },
              { title: words.use, kind: 'text' },
              { title: words.amount, kind: 'figure' },
              ...(saysOwed ? [{ title: words.leftOwed, kind: 'figure' as const }] : []),
            ],
            rows: notice.lines.map(({ debt, use, cents, leftOwed }) => [
              { text: referenceOf(debt) },
              { text: use === 'set_off' ? words.met : words.kept },
              { text: amount(cents), value: cents / 100 },
              ...(saysOwed ? [{ text: amount(leftOwed), value: leftOwed / 100 }] : []),
            ]),
            total: [
              { text: words.left },
              { text: '' },
              { text: amount(notice.left), value: notice.left / 100 },
              ...(saysOwed ? [{ text: '' }] : []),
            ],
          },
          { kind: 'paragraph', text: words.reversal },
          ...(fact === null || fact.verified ? [] : [{ kind: 'paragraph' as const, text: words.unverified }]),
        ],
      },
      remedySection(instruction, context),
      ...(other === null || other.instruction.remedy === null
        ? []
        : [
            {
              ...remedySection(other.instruction, context),
              ...{ id: 'remedy-other', title: `${words.remedy} (${otherName})` },
            },
          ]),
    ],
  };
}
