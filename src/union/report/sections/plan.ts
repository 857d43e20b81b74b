import { indicators, sectionsOf } from '#evidence';
import type { Block, Cell, DocumentSection } from '#platform/document/content.ts';
import { type PlanItemState, planItems } from '../../plans/model.ts';
import { isOpen } from '../../plans/rules/items.ts';
import { tracePriorities } from '../../plans/rules/priorities.ts';
import type { PlanItem, YearPlan } from '../../plans/store.ts';
import { presidencies } from '../../programme/model.ts';
import { planItemTones } from '../../text/tones.ts';
import { figureCell, missingCell, nameCell, numberCell, ofSource, type Pen, titleCell } from './cells.ts';

/**
 * What the year's plan promised, point by point, beside what came of it and what was measured; and which of the presidency's
 * priorities led to an item (§3.8, §15.2.1). Only where the register has a plan of the year.
 */
export function planSections(pen: Pen): readonly DocumentSection[] {
  const { rows, words } = pen;
  if (rows.plan === null) return [];
  return [
    {
      id: 'plan',
      title: words.plan.title,
      blocks: [
        { kind: 'paragraph', text: words.plan.intro(rows.year) },
        ...besides(rows.plan, pen),
        ...priorities(rows.plan, pen),
      ],
    },
  ];
}

function besides({ items }: YearPlan, pen: Pen): readonly Block[] {
  const { words } = pen;
  if (items.length === 0) return [{ kind: 'paragraph', text: words.plan.none }];
  return [
    {
      kind: 'table',
      caption: words.plan.items,
      columns: [
        { title: words.plan.item, kind: 'name' },
        { title: words.plan.responsible, kind: 'text' },
        { title: words.plan.expected, kind: 'text' },
        { title: words.plan.outcome, kind: 'status' },
        { title: words.plan.measured, kind: 'figure' },
      ],
      rows: items.map((item) => [
        titleCell(planItems.title(item.body), pen, planItems.href(item.id)),
        typeof item.body.responsible === 'string'
          ? nameCell(item.body.responsible, pen)
          : missingCell('not_stated', pen),
        expectedCell(item, pen),
        itemStateCell(item, pen),
        measuredCell(item, pen),
      ]),
    },
  ];
}

function expectedCell({ body }: PlanItem, pen: Pen): Cell {
  const { expected, indicator, target } = body;
  const said = typeof expected === 'string' ? { text: expected } : missingCell('not_stated', pen);
  return typeof indicator === 'string' && typeof target === 'number'
    ? {
        ...said,
        details: [
          { text: pen.words.plan.target(numberCell(target, pen).text) },
          nameCell(indicator, pen, [indicators]),
        ],
      }
    : { ...said, details: [{ text: pen.words.plan.noIndicator }] };
}

/** The state of an item, its reason and its evidence in words. */
export function itemStateCell({ state, details }: PlanItem, { union }: Pen): Cell {
  const ended = isOpen(state) ? [] : [details.reason, details.evidence];
  const told = ended.filter((one): one is string => typeof one === 'string');
  return {
    text: union.planItemStates[state as PlanItemState] ?? union.groupStates.unknown,
    tone: planItemTones[state as PlanItemState] ?? 'none',
    ...(told.length === 0 ? {} : { details: told.map((text) => ({ text })) }),
  };
}

/** The figures of the item's indicator for the year: the register's own, whoever cited which. */
function measuredCell({ body }: PlanItem, pen: Pen): Cell {
  const { rows, words } = pen;
  const series = rows.catalogue.indicators.find(({ id }) => id === body.indicator);
  if (series === undefined) return { text: words.plan.notMeasured };
  const [first, ...more] = series.points.filter(({ year }) => year?.slice(0, 4) === rows.year);
  if (first === undefined) return { text: words.results.noEntry };
  const cell = figureCell(first.value, series.unit, pen);
  return more.length === 0
    ? cell
    : { ...cell, details: more.map(({ value }) => ({ text: figureCell(value, series.unit, pen).text })) };
}

function priorities(plan: YearPlan, pen: Pen): readonly Block[] {
  const { rows, words } = pen;
  const ofYear = plan.presidencies.filter(({ body }) => String(body.year) === rows.year);
  const traced = tracePriorities(ofYear, plan.items);
  if (traced.length === 0) return [];
  return [
    { kind: 'heading', text: words.plan.priorities },
    {
      kind: 'table',
      caption: words.plan.priorities,
      columns: [
        { title: words.plan.priority, kind: 'name' },
        { title: words.plan.ledTo, kind: 'text' },
      ],
      rows: traced.map(({ priority, presidency, items }) => {
        const [first, ...more] = items.map((item) => titleCell(planItems.title(item.body), pen));
        return [
          { ...ofSource(priority), path: presidencies.href(presidency) },
          first === undefined
            ? { text: words.plan.ledToNone, tone: 'bad' }
            : { ...first, details: more.map(({ text }) => ({ text })) },
        ];
      }),
    },
  ];
}

/** Items of the plan that were not wholly realised, with the reason; those still open among them. */
export function unrealisedItems(plan: YearPlan, pen: Pen): readonly Block[] {
  const { words } = pen;
  const missed = plan.items.filter(({ state }) => state !== 'realised');
  const heading: Block = { kind: 'heading', text: words.plan.unrealised };
  if (missed.length === 0) return [heading, { kind: 'paragraph', text: words.plan.unrealisedNone }];
  return [
    heading,
    {
      kind: 'table',
      caption: words.plan.unrealised,
      columns: [
        { title: words.plan.item, kind: 'name' },
        { title: words.plan.outcome, kind: 'status' },
        { title: words.reason, kind: 'text' },
        { title: words.source, kind: 'source' },
      ],
      rows: missed.map((item) => [
        titleCell(planItems.title(item.body), pen, planItems.href(item.id)),
        { ...itemStateCell({ ...item, details: {} }, pen) },
        isOpen(item.state)
          ? { text: words.plan.open }
          : typeof item.details.reason === 'string'
            ? { text: item.details.reason }
            : missingCell('not_stated', pen),
        { text: sectionsOf(item.body).join(', ') },
      ]),
    },
  ];
}
