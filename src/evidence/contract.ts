import { z } from 'zod';
import { knownAtFields, MissingAnswer, SourceSections } from '#platform/read-context.ts';

/** What commands and API answer about evidence, as published: names and forms of this file are a promise. */

const Unit = z.string().nullable().describe('Unit of the figures in the source’s words; null: not stated.');
const Geography = z
  .string()
  .nullable()
  .describe('Area that the figure covers; null: the source does not state it.');
const Method = z.string().nullable().describe('How the figure was made; null: the source does not say.');

/**
 * One figure among other fields. `value` is a number or null; null stands for a range, a text or a gap, and a gap is never
 * zero.
 */
function withValue<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.discriminatedUnion('kind', [
    z.strictObject({
      ...shape,
      kind: z.literal('value'),
      value: z.number(),
      nilConfirmed: z
        .literal(true)
        .exactOptional()
        .describe('Someone said that there was none: a zero, not a gap.'),
    }),
    z.strictObject({
      ...shape,
      kind: z.literal('range'),
      value: z.null(),
      min: z.number().describe('Included.'),
      max: z.number().describe('Included.'),
    }),
    z.strictObject({
      ...shape,
      kind: z.literal('bound'),
      bound: z.enum(['upper', 'lower']).describe('At most, or at least, the value.'),
      value: z.number(),
    }),
    z.strictObject({ ...shape, kind: z.literal('text'), value: z.null(), text: z.string() }),
    z.strictObject({ ...shape, kind: z.literal('missing'), value: z.null(), missing: MissingAnswer }),
  ]);
}

export const ValueAnswer = withValue({});
export type ValueAnswer = z.infer<typeof ValueAnswer>;

const SeriesHead = z.strictObject({
  series: z.string().describe('Id of the series.'),
  title: z.string().describe('In the language asked for, else in one that the source has.'),
  unit: Unit,
});

export const SeriesList = z
  .strictObject({
    ...knownAtFields,
    series: z.array(
      SeriesHead.extend({
        kind: z
          .enum(['counts', 'indicators'])
          .describe('A row of the source’s table of counts by year, or an indicator.'),
        figures: z.int().describe('How many figures there are, those included of which only a gap is known.'),
      }),
    ),
  })
  .meta({ id: 'SeriesList', description: 'Everything that can be asked as a series.' });
export type SeriesList = z.infer<typeof SeriesList>;

const SeriesPoint = withValue({
  year: z.string().nullable().describe('Year or period as the source dates it; null: it gives none.'),
  reported: z.int().describe('How many of the parts of a total the figure holds; of no total, 1 or 0.'),
  expected: z.int().describe('How many parts the total has; of no total, 1.'),
  partsMissing: z.array(z.string()).describe('Parts that the total silently leaves out.'),
  flags: z.array(z.enum(['includes_other_category', 'in_other_category', 'estimated', 'definition_differs'])),
  covers: z
    .array(z.string())
    .describe('Series that this one figure stands for: several where cells are merged.'),
  geography: Geography,
  method: Method,
  dimension: z
    .string()
    .nullable()
    .describe('What else tells figures of one year apart, such as a direction; null: nothing.'),
  comparableWith: z.array(z.string()).describe('Years whose figure can be held against this one.'),
  record: z.string().describe('Kind and id of the record that holds the figure.'),
  source: SourceSections,
}).meta({ id: 'SeriesPoint', description: 'One figure of a series, or the gap in its place.' });

export const SeriesAnswer = SeriesHead.extend({
  parts: z.array(z.string()).describe('Series that a total is made of; empty for a series that is no total.'),
  partsInferred: z.boolean().describe('The source does not print the formula; its figures re-add only so.'),
  points: z.array(SeriesPoint),
  caveats: z.array(z.string()).describe('What the source itself says against comparing.'),
}).meta({ id: 'Series', description: 'Every figure of a series, with what is missing and why.' });
export type SeriesAnswer = z.infer<typeof SeriesAnswer>;

const asked = {
  series: z.string(),
  years: z.strictObject({ from: z.string(), to: z.string() }),
};
const Caveat = z.strictObject({
  code: z.enum([
    'same_parts_missing',
    'parts_inferred',
    'geography_not_stated',
    'precision_differs',
    'same_merged_cells',
    'source',
  ]),
  text: z.string(),
});
const Refusal = z.strictObject({
  code: z.enum([
    'year_not_in_series',
    'figure_missing',
    'not_a_number',
    'several_figures',
    'merged_cells',
    'coverage_differs',
    'geography_differs',
    'definition_differs',
    'method_differs',
  ]),
  params: z.record(z.string(), z.string()).describe('Ids, years and reasons that the sentence speaks of.'),
  text: z.string(),
});

export const ComparisonAnswer = z
  .discriminatedUnion('comparable', [
    z.strictObject({
      ...asked,
      comparable: z.literal(true),
      from: z.number().describe('In the unit of the series.'),
      to: z.number().describe('In the unit of the series.'),
      change: z.number().describe('In the unit of the series.'),
      reasons: z.array(Refusal).max(0),
      alternative: z.null(),
      caveats: z.array(Caveat),
    }),
    z.strictObject({
      ...asked,
      comparable: z.literal(false),
      reasons: z.array(Refusal).min(1),
      alternative: z
        .strictObject({
          series: z.string().describe('A series, or several added: `a + b`.'),
          from: z.number(),
          to: z.number(),
        })
        .nullable()
        .describe('What can be compared instead, in the same years; null: nothing.'),
      caveats: z.array(Caveat),
    }),
  ])
  .meta({
    id: 'Comparison',
    description:
      'Whether two years of a series can be held against each other, and if not, why and what can.',
  });
export type ComparisonAnswer = z.infer<typeof ComparisonAnswer>;

export const BenefitList = z
  .strictObject({
    ...knownAtFields,
    dossiers: z.array(z.strictObject({ dossier: z.string(), title: z.string() })),
  })
  .meta({ id: 'BenefitList', description: 'Dossiers with a figure of potential or realised benefit.' });
export type BenefitList = z.infer<typeof BenefitList>;

const Figure = withValue({
  observation: z.string(),
  indicator: z.string(),
  unit: Unit,
  period: z.string().nullable().describe('Year or period; null: the source gives none.'),
  geography: Geography,
  inferredGeography: z
    .strictObject({ geography: z.string(), basis: z.string(), certain: z.boolean() })
    .nullable()
    .describe('The editor’s reading of an area that the source does not state; null: none.'),
  method: Method,
  note: z.string().nullable().describe('What the source says of the figure; null: nothing.'),
  source: SourceSections,
}).meta({ id: 'BenefitFigure', description: 'One figure on a side of a benefit, or the gap in its place.' });

const pair = {
  potential: z.string().describe('Observation of what could be.'),
  realised: z.string().describe('Observation of what was brought.'),
  geography: Geography,
};
const GivenShare = z.strictObject({
  ...pair,
  given: z.literal(true),
  ratio: z.number().describe('Realised over potential.'),
  bound: z
    .enum(['lower', 'upper'])
    .nullable()
    .describe(
      'The share is at least or at most the ratio, because one of the figures is a bound; null: it is the ratio.',
    ),
  certain: z.boolean(),
  basis: z.string().nullable().describe('Of the inferred area; null: the source states it.'),
  percent: z.number().describe('The ratio in per cent, to one decimal.'),
});
const RefusedShare = z.strictObject({
  ...pair,
  given: z.literal(false),
  reason: z.enum([
    'geography_not_stated',
    'geography_differs',
    'unit_differs',
    'not_a_number',
    'potential_is_zero',
  ]),
  text: z.string(),
});
const uncertain = { uncertain: z.boolean() };

export const BenefitAnswer = z
  .strictObject({
    dossier: z.string(),
    potential: z.array(Figure),
    realised: z.array(Figure),
    shares: z.array(Figure).describe('Shares that the source itself states.'),
    ratios: z
      .array(z.discriminatedUnion('given', [GivenShare, RefusedShare]))
      .describe('One for each pair of potential and realised figure, by what the source states.'),
    inferred: z
      .array(z.discriminatedUnion('given', [GivenShare.extend(uncertain), RefusedShare.extend(uncertain)]))
      .describe('The pairs that an inferred area makes possible.'),
  })
  .meta({ id: 'Benefit', description: 'What a cooperation could bring beside what it brought.' });
export type BenefitAnswer = z.infer<typeof BenefitAnswer>;
