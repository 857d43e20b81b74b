import type { Language } from '#kernel/languages.ts';
import { localize } from '#kernel/localized-text.ts';
import { formatValue, type ObservationValue } from '#kernel/observation-value.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import { type Cube, type CubeCell, writeCollection, writeDataset } from '#platform/export/json-stat.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { ObservationStatus } from '#platform/export/observation-status.ts';
import type { Feed, FeedContext } from '#platform/module.ts';
import { newestRecording } from '#platform/records/records.ts';
import { texts } from '#platform/text/texts.ts';
import { counts, indicators, observations } from '../model.ts';
import { laterIn } from '../rules/as-of.ts';
import { type Axis, cubeOf } from '../rules/cube.ts';
import type { Flag, Point, Series } from '../rules/series.ts';
import { loadCatalogue, loadSeries } from '../store.ts';
import { evidenceTexts } from '../text/texts.ts';
import { evidenceWordFor } from '../text/words.ts';

/** The code of CL_OBS_STATUS for each mark of a figure; a gap inside a merged cell says K by its reason. */
const markOf: Readonly<Record<Flag, ObservationStatus>> = {
  includes_other_category: 'W',
  in_other_category: 'K',
  estimated: 'E',
  definition_differs: 'D',
};

/** Id of the category for what the source does not state. */
const notStated = 'not_stated';

/** Every series, each as a dataset of its own, and the table of counts as one. */
export const evidenceFeed: Feed = {
  path: '/evidence.json-stat',
  format: 'json-stat',
  title: (language) => evidenceTexts(language).feeds.all,
  parameters: [],
  answer: async (context) => {
    const { table, indicators: measured, updated } = await load(context);
    return ok(
      writeCollection(
        {
          label: `${evidenceFeed.title(context.language)}, ${context.register.title}`,
          href: context.address(evidenceFeed.path),
          notes: [...exportNotes(context), ...laterNote([...table, ...measured], context.language)],
        },
        [...table, ...measured].map((series) => seriesCube(series, context, updated)),
      ),
    );
  },
};

/** The table of counts by year: row by year. */
export const countsFeed: Feed = {
  path: '/counts.json-stat',
  format: 'json-stat',
  title: (language) => evidenceTexts(language).page.table,
  parameters: [],
  answer: async (context) => {
    const { table, updated } = await load(context);
    if (table.length === 0) return fail(problem('record_not_found', '', { id: counts.name }));
    return ok(writeDataset(tableCube(table, context, updated)));
  },
};

/** One series, by its id. */
export const seriesFeed: Feed = {
  path: '/evidence/:id.json-stat',
  format: 'json-stat',
  title: (language) => evidenceTexts(language).page.observations,
  parameters: [],
  answer: async (context) => {
    const id = context.params.id ?? '';
    const moment = { register: context.register.id, asOf: context.asOf, knownAt: context.knownAt };
    const { series, updated } = await context.read(async (tx) => ({
      series: (await loadSeries(tx, moment, id)).series,
      updated: await newestRecording(tx, { ...moment, kinds }),
    }));
    return series === undefined
      ? fail(problem('record_not_found', 'id', { id }))
      : ok(writeDataset(seriesCube(series, context, updated)));
  },
};

/** That later figures are left out, where they are. */
export function laterNote(all: readonly Series[], language: Language): readonly string[] {
  const later = laterIn(all);
  return later === 0 ? [] : [evidenceTexts(language).page.later(later)];
}

const kinds = [counts.name, indicators.name, observations.name];

async function load({ register, asOf, knownAt, read }: FeedContext) {
  const moment = { register: register.id, asOf, knownAt };
  return read(async (tx) => ({
    ...(await loadCatalogue(tx, moment)),
    updated: await newestRecording(tx, { ...moment, kinds }),
  }));
}

function seriesCube(series: Series, context: FeedContext, updated: string | null): Cube {
  const words = evidenceTexts(context.language);
  const { axes, cells } = cubeOf(series);
  const empty = series.points.length === 0;
  const title = localize(series.title, context.language, ['en']).text;
  return {
    label: title,
    source: sourceOf(context),
    updated,
    href: context.address(`/evidence/${series.id}.json-stat`),
    dimensions: [
      {
        id: 'series',
        label: words.page.series,
        role: 'metric',
        categories: [{ id: series.id, label: title, unit: series.unit }],
      },
      ...axes.map(({ axis, categories }) => ({
        id: axis,
        label: words.feeds.axes[axis],
        role: roles[axis] ?? null,
        // Of an indicator without figures there is one place, and nothing in it: a cube has no empty axis.
        categories: (empty ? [null] : categories).map((category) => ({
          id: category ?? notStated,
          label: labelOf(category, axis, context),
        })),
      })),
    ],
    cells: cells.map(({ point, at }) =>
      cellOf(point, [series.id, ...at.map((category) => category ?? notStated)], series, context),
    ),
    notes: [
      ...(empty ? [words.page.noFigures] : []),
      ...series.caveats,
      ...exportNotes(context),
      ...laterNote([series], context.language),
    ],
    extension: { parts: series.parts, partsInferred: series.partsInferred },
  };
}

const roles: Readonly<Partial<Record<Axis, 'time' | 'geo'>>> = { year: 'time', geography: 'geo' };

function tableCube(table: readonly Series[], context: FeedContext, updated: string | null): Cube {
  const words = evidenceTexts(context.language);
  const years = [
    ...new Set(table.flatMap(({ points }) => points.map((point) => point.year ?? notStated))),
  ].sort();
  return {
    label: countsFeed.title(context.language),
    source: sourceOf(context),
    updated,
    href: context.address(countsFeed.path),
    dimensions: [
      {
        id: 'series',
        label: words.page.series,
        role: 'metric',
        categories: table.map(({ id, title, unit }) => ({
          id,
          label: localize(title, context.language, ['en']).text,
          unit,
        })),
      },
      {
        id: 'year',
        label: words.feeds.axes.year,
        role: 'time',
        categories: years.map((year) => ({ id: year, label: year })),
      },
    ],
    cells: table.flatMap((series) =>
      series.points.map((point) => cellOf(point, [series.id, point.year ?? notStated], series, context)),
    ),
    notes: [...new Set(table.flatMap(({ caveats }) => caveats)), ...exportNotes(context)],
    extension: {},
  };
}

function cellOf(point: Point, at: readonly string[], series: Series, context: FeedContext): CubeCell {
  const remarks = remarksOn(point, series, context.language);
  return {
    at,
    value: point.value,
    // A total that leaves out a part is not what it is in other years.
    marks: [
      ...point.flags.map((flag) => markOf[flag]),
      ...(point.parts.missing.length > 0 ? (['D'] as const) : []),
    ],
    note: remarks.length === 0 ? null : remarks.join(', '),
    extension: {
      record: `${point.record.kind}/${point.record.id}`,
      source: point.source,
      flags: point.flags,
      covers: point.covers,
      method: point.method,
      partsMissing: point.parts.missing,
    },
  };
}

/** What must be said with a figure wherever it goes, in words. */
export function remarksOn(point: Point, series: Series, language: Language): readonly string[] {
  const words = evidenceTexts(language);
  const { value, flags, covers, parts, method } = point;
  return [
    ...saidInstead(value, language),
    ...flags.map((flag) => words.flags[flag]),
    ...(covers.length > 1 ? [words.feeds.covers(covers.join(' + '))] : []),
    ...(parts.missing.length > 0
      ? [`${words.page.of}: ${words.page.partsReported(parts.reported.length, series.parts.length)}`]
      : []),
    ...(method === null ? [] : [evidenceWordFor(method, language)]),
  ];
}

/** In words, what there is where a single number would stand. */
function saidInstead(value: ObservationValue, language: Language): readonly string[] {
  if (value.kind === 'value') return [];
  if (value.kind !== 'missing') return [formatValue(value, language)];
  const reason = texts(language).missing[value.reason];
  return [value.note === null ? reason : `${reason} (${value.note})`];
}

function labelOf(category: string | null, axis: Axis, { language }: FeedContext): string {
  if (category !== null) return axis === 'method' ? evidenceWordFor(category, language) : category;
  const words = evidenceTexts(language).page;
  if (axis === 'year') return words.periodNotStated;
  return axis === 'geography' ? words.geographyNotStated : texts(language).missing.not_stated;
}

function sourceOf({ register }: FeedContext): string {
  return typeof register.meta.derived_from === 'string' ? register.meta.derived_from : register.title;
}
