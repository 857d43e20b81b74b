import { localeOf } from '#kernel/languages.ts';
import { formatMoney, type Money, toAmount } from '#kernel/money.ts';
import type { Block, Cell, DocumentSection } from '#platform/document/content.ts';
import { planItems } from '../../plans/model.ts';
import { wordFor } from '../../text/words/words.ts';
import { formatYears } from '../rules/years.ts';
import { dateText, missingCell, nameCell, ofSource, type Pen, sourceCell, titleCell } from './cells.ts';

/** The budget of the year with what each party pays of it, and the budgets that the source does not state. */
export function budgetSection(pen: Pen): DocumentSection {
  const { rows, words } = pen;
  const found = rows.budgets.find(({ year }) => year === rows.year);
  const blocks: readonly Block[] =
    found === undefined
      ? [{ kind: 'paragraph', text: words.budget.none(rows.year) }]
      : [
          {
            kind: 'facts',
            facts: [
              {
                label: words.budget.amount(rows.year),
                value:
                  found.amount === null
                    ? missingCell(found.missing?.reason ?? 'not_stated', pen, found.missing?.note ?? null)
                    : moneyCell(found.amount, pen),
              },
              { label: words.source, value: sourceCell(found.source, pen) },
              ...(found.basis === null ? [] : [{ label: words.budget.basis, value: ofSource(found.basis) }]),
              ...(found.state === null
                ? []
                : [{ label: words.budget.state, value: { text: wordFor(found.state, pen.language) } }]),
            ],
          },
          ...contributions(found, pen),
        ];
  const unstated = unstatedBudgets(pen);
  return {
    id: 'budget',
    title: words.budget.title,
    blocks: [
      ...blocks,
      ...activities(pen),
      ...surplus(pen),
      ...(unstated === '' ? [] : [{ kind: 'paragraph' as const, text: words.budget.unstated(unstated) }]),
    ],
  };
}

/** Years of whose budget the source speaks without an amount. */
export function unstatedBudgets({ rows }: Pen): string {
  return formatYears(rows.budgets.filter(({ amount }) => amount === null).map(({ year }) => year));
}

function contributions(found: Pen['rows']['budgets'][number], pen: Pen): readonly Block[] {
  const { rows, words, language } = pen;
  if (found.amount === null) return [];
  if (found.contributions === null) return [{ kind: 'paragraph', text: words.budget.noKey }];
  const percent = new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: 2 });
  const sum = found.contributions.reduce((total, { amount }) => total + amount.minor, 0n);
  return [
    { kind: 'heading', text: words.budget.contributions },
    {
      kind: 'table',
      caption: words.budget.contributions,
      columns: [
        { title: words.budget.party, kind: 'name' },
        { title: words.budget.share, kind: 'figure' },
        { title: words.budget.contribution, kind: 'figure' },
        { title: words.source, kind: 'source' },
      ],
      rows: inOrderOf(rows.board.closing.members, found.contributions).map(({ party, share, amount }) => [
        nameCell(party, pen),
        { text: percent.format(share), value: share },
        moneyCell(amount, pen),
        sourceCell(found.source, pen),
      ]),
      total: [
        { text: words.budget.sum },
        { text: '' },
        moneyCell({ ...found.amount, minor: sum }, pen),
        { text: sum === found.amount.minor ? words.budget.readds : words.budget.readdsNot },
      ],
    },
    { kind: 'paragraph', text: words.budget.computed },
  ];
}

/** What went to activities, by which basis that is known, and what went to none; only where anything is on record. */
function activities(pen: Pen): readonly Block[] {
  const { rows, words, language } = pen;
  const { allocations = [], sum = null } = rows.money ?? {};
  if (allocations.length === 0 || sum === null) return [];
  const percent = new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: 2 });
  const { unallocated, share } = sum;
  return [
    { kind: 'heading', text: words.budget.activities },
    { kind: 'paragraph', text: words.budget.notEarmarked },
    {
      kind: 'table',
      caption: words.budget.activities,
      columns: [
        { title: words.budget.activity, kind: 'name' },
        { title: words.budget.knownBy, kind: 'text' },
        { title: words.budget.allocation, kind: 'figure' },
      ],
      rows: allocations.map(({ planItem, basis, amount }) => [
        activityCell(planItem, pen),
        { text: words.budget.bases[basis] },
        moneyCell(amount, pen),
      ]),
      total: [{ text: words.budget.allocated }, { text: '' }, moneyCell(sum.allocated, pen)],
    },
    {
      kind: 'facts',
      facts: [
        { label: words.budget.bases.timesheet, value: moneyCell(sum.byBasis.timesheet, pen) },
        { label: words.budget.bases.estimate, value: moneyCell(sum.byBasis.estimate, pen) },
        {
          label: words.budget.unallocated,
          value:
            unallocated === null
              ? { text: words.budget.unallocatedUnknown }
              : {
                  ...moneyCell(unallocated, pen),
                  ...(share === null
                    ? {}
                    : { details: [{ text: words.budget.ofBudget(percent.format(share)) }] }),
                },
        },
      ],
    },
  ];
}

function activityCell(id: string, pen: Pen): Cell {
  const item = pen.rows.plan?.items.find((one) => one.id === id);
  return item === undefined ? { text: id } : titleCell(planItems.title(item.body), pen, planItems.href(id));
}

/** What was left, why, and what is done with it and by whom (§8.2); only where it is on record. */
function surplus(pen: Pen): readonly Block[] {
  const { rows, words } = pen;
  const left = rows.money?.surplus ?? null;
  if (left === null) return [];
  const { amount, reason, decision, decidedBy, decided } = left;
  const when =
    decided === null || decidedBy === null
      ? []
      : [{ text: words.budget.decidedBy(dateText(decided, pen), nameCell(decidedBy, pen).text) }];
  return [
    { kind: 'heading', text: words.budget.surplus },
    {
      kind: 'facts',
      facts: [
        { label: words.budget.surplus, value: moneyCell(amount, pen) },
        {
          label: words.budget.surplusReason,
          value: reason === null ? missingCell('not_stated', pen) : { text: reason },
        },
        {
          label: words.budget.decision,
          value: {
            text: decision ?? words.budget.decisionNone,
            ...(when.length === 0 ? {} : { details: when }),
          },
        },
      ],
    },
  ];
}

/** Members in the register's own order. */
function inOrderOf<T extends { readonly party: string }>(
  members: readonly string[],
  parts: readonly T[],
): readonly T[] {
  const place = ({ party }: T) => (members.includes(party) ? members.indexOf(party) : members.length);
  return parts.toSorted((a, b) => place(a) - place(b));
}

function moneyCell(money: Money, { language }: Pen): Cell {
  return { text: formatMoney(money, language), value: Number(toAmount(money)) };
}
