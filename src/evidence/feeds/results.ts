import { firstDay, lastDay, type PartialDate, parsePartialDate } from '#kernel/dates.ts';
import { type LocalizedText, localize } from '#kernel/localized-text.ts';
import { ok } from '#kernel/result.ts';
import {
  type IatiActivity,
  type IatiFigure,
  type IatiIndicator,
  type IatiResult,
  writeIati,
} from '#platform/export/iati.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { Feed, FeedContext } from '#platform/module.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import { allRecords } from '#platform/records/records.ts';
import { texts } from '#platform/text/texts.ts';
import { cases, indicators } from '../model.ts';
import { sideOf } from '../rules/benefit.ts';
import type { Point, Series } from '../rules/series.ts';
import { loadCatalogue } from '../store.ts';
import { evidenceTexts } from '../text/texts.ts';
import { evidenceWordFor } from '../text/words.ts';
import { laterNote, remarksOn } from './cubes.ts';

/** IATI's code of a level of result; what is none of the three is "other". */
const resultTypes: Readonly<Partial<Record<string, IatiResult['type']>>> = {
  output: '1',
  outcome: '2',
  impact: '3',
};

type Measured = {
  readonly series: Series;
  readonly dossier: string | null;
  readonly level: string | null;
  readonly body: RecordBody;
};

/** The figures as results: an activity for each dossier, in it a result for each level, in it the indicators. */
export const resultsFeed: Feed = {
  path: '/results.iati.xml',
  format: 'iati',
  title: (language) => evidenceTexts(language).feeds.results,
  parameters: [],
  answer: async (context) => {
    const { language, register } = context;
    const words = evidenceTexts(language);
    const moment = { register: register.id, asOf: context.asOf, knownAt: context.knownAt };
    const { catalogue, records } = await context.read(async (tx) => ({
      catalogue: await loadCatalogue(tx, moment),
      records: await allRecords(tx, { ...moment, kinds: [cases.name, indicators.name] }),
    }));
    const bodies = new Map(
      records.filter(({ kind }) => kind === indicators.name).map(({ id, body }) => [id, body]),
    );
    const dossiers = new Map(
      records.filter(({ kind }) => kind === cases.name).map(({ id, body }) => [id, cases.title(body)]),
    );
    const measured = [
      ...catalogue.table.map((series): Measured => ({ series, dossier: null, level: null, body: {} })),
      ...catalogue.indicators.map((series): Measured => {
        const body = bodies.get(series.id) ?? {};
        return { series, dossier: textOrNull(body.case), level: textOrNull(body.level), body };
      }),
    ];
    const whole: LocalizedText = { texts: { [language]: register.title }, authentic: [] };
    const activities = [...Map.groupBy(measured, ({ dossier }) => dossier)].map(
      ([dossier, ofDossier]): IatiActivity => {
        const title = localize(dossier === null ? whole : (dossiers.get(dossier) ?? whole), language, ['en']);
        return {
          id: dossier === null ? register.id : `${register.id}-${dossier}`,
          title,
          results: [...Map.groupBy(ofDossier, ({ level }) => level)].map(([level, ofLevel]) => ({
            type: resultTypes[level ?? ''] ?? '9',
            title: {
              text: level === null ? words.page.table : evidenceWordFor(level, language),
              language,
            },
            indicators: ofLevel.map((one) => indicatorOf(one, context)),
          })),
        };
      },
    );
    return ok(
      writeIati(activities, {
        language,
        comment: [
          words.feeds.resultsWithout,
          ...exportNotes(context),
          ...laterNote([...catalogue.table, ...catalogue.indicators], language),
        ].join(' '),
      }),
    );
  },
};

function indicatorOf({ series, body }: Measured, context: FeedContext): IatiIndicator {
  const { language } = context;
  const words = evidenceTexts(language);
  const periods = series.points.flatMap((point) => {
    const period = periodOf(point);
    return period === null ? [] : [{ point, period }];
  });
  const undated = series.points.length - periods.length;
  const isBaseline = (point: Point) => point.method === 'baseline' && /^\d{4}/.test(point.year ?? '');
  const stated = series.points.filter(({ value }) => value.kind !== 'missing');
  const qualitative = stated.length > 0 && stated.every(({ value }) => value.kind === 'text');
  // What was expected beforehand is no actual: sides as on the page of benefits.
  const isTarget = ({ method }: Point) =>
    sideOf({ id: series.id, benefit: textOrNull(body.benefit) }, method) === 'potential';
  const figureOf = (point: Point) => figure(point, series, context);
  return {
    measure: qualitative ? '5' : '1',
    ascending: body.direction === 'up' ? true : body.direction === 'down' ? false : null,
    title: localize(series.title, language, ['en']),
    description: [
      words.feeds.series(series.id),
      ...(series.unit === null ? [] : [words.feeds.unit(series.unit)]),
      ...(undated === 0 ? [] : [words.feeds.withoutPeriod(undated)]),
    ].join(' '),
    baselines: periods
      .filter(({ point }) => isBaseline(point))
      .map(({ point }) => ({ ...figureOf(point), year: String(point.year).slice(0, 4) })),
    periods: [
      ...Map.groupBy(
        periods.filter(({ point }) => !isBaseline(point)),
        ({ period }) => period,
      ),
    ].map(([period, ofPeriod]) => {
      const points = ofPeriod.map(({ point }) => point);
      return {
        start: firstDay(period),
        end: lastDay(period),
        targets: points.filter(isTarget).map(figureOf),
        actuals: points.filter((point) => !isTarget(point)).map(figureOf),
      };
    }),
  };
}

/** A figure that the source does not date has no period, and the standard no place for it. */
function periodOf({ year }: Point): PartialDate | null {
  const parsed = parsePartialDate(year ?? '');
  return parsed.ok ? parsed.value : null;
}

function figure(point: Point, series: Series, context: FeedContext): IatiFigure {
  const words = evidenceTexts(context.language);
  const { value, geography, dimension, source } = point;
  const remarks = [
    ...remarksOn(point, series, context.language),
    ...(source.length === 0 ? [] : [texts(context.language).sources.sections(source.join(', '))]),
  ];
  return {
    value,
    dimensions: [
      ...(geography === null ? [] : [{ name: words.feeds.axes.geography, value: geography }]),
      ...(dimension === null ? [] : [{ name: words.feeds.axes.dimension, value: dimension }]),
    ],
    comment: remarks.length === 0 ? null : remarks.join(', '),
  };
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
