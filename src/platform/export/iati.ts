import type { PlainDate } from '#kernel/dates.ts';
import type { Language } from '#kernel/languages.ts';
import type { Said } from '#kernel/localized-text.ts';
import { formatValue, numberOf, type ObservationValue } from '#kernel/observation-value.ts';
import { type Element, element, writeXml } from './xml.ts';

/** One figure. What is no single number has no @value: its comment says what there is instead. */
export type IatiFigure = {
  readonly value: ObservationValue;
  readonly dimensions: readonly { readonly name: string; readonly value: string }[];
  readonly comment: string | null;
};

export type IatiIndicator = {
  /** IATI code list IndicatorMeasure: 1 unit, 5 qualitative. */
  readonly measure: '1' | '5';
  /** Whether more is better; null: the register does not say. */
  readonly ascending: boolean | null;
  readonly title: Said;
  readonly description: string;
  readonly baselines: readonly (IatiFigure & { readonly year: string })[];
  readonly periods: readonly {
    readonly start: PlainDate;
    readonly end: PlainDate;
    readonly targets: readonly IatiFigure[];
    readonly actuals: readonly IatiFigure[];
  }[];
};

export type IatiResult = {
  /** IATI code list ResultType: output, outcome, impact, other. */
  readonly type: '1' | '2' | '3' | '9';
  readonly title: Said;
  readonly indicators: readonly IatiIndicator[];
};

export type IatiActivity = {
  readonly id: string;
  readonly title: Said;
  readonly results: readonly IatiResult[];
};

/**
 * IATI 2.03, elements and attributes in the order of the schema (IATI-Schemas, version-2.03). The activities carry what the
 * register holds: an id, a title, results. What the standard asks of an activity beyond that (reporting and participating
 * organisations, status, dates) the register does not state, so that it is not there; `comment` says so to the reader.
 */
export function writeIati(
  activities: readonly IatiActivity[],
  { language, comment }: { readonly language: Language; readonly comment: string },
): string {
  const narrative = (said: Said) =>
    element('narrative', said.language === language ? {} : { 'xml:lang': said.language }, [said.text]);
  const own = (text: string) => narrative({ text, language });
  const titled = (name: string, said: Said) => element(name, {}, [narrative(said)]);

  const figure = (
    name: string,
    { value, dimensions, comment: remark }: IatiFigure,
    more: Element['attributes'] = {},
  ) => {
    const number = numberOf(value);
    // Never 0 for a gap: in 2.03 the attribute may be absent.
    return element(name, { ...more, value: number === undefined ? null : plain(number) }, [
      ...dimensions.map((one) => element('dimension', { name: one.name, value: one.value })),
      remark === null ? null : element('comment', {}, [own(remark)]),
    ]);
  };
  const indicator = (one: IatiIndicator) =>
    element(
      'indicator',
      { measure: one.measure, ascending: one.ascending === null ? null : String(one.ascending) },
      [
        titled('title', one.title),
        element('description', {}, [own(one.description)]),
        ...one.baselines.map((baseline) => figure('baseline', baseline, { year: baseline.year })),
        ...one.periods.map(({ start, end, targets, actuals }) =>
          element('period', {}, [
            element('period-start', { 'iso-date': start }),
            element('period-end', { 'iso-date': end }),
            ...targets.map((target) => figure('target', target)),
            ...actuals.map((actual) => figure('actual', actual)),
          ]),
        ),
      ],
    );
  return writeXml(
    element(
      'iati-activities',
      { version: '2.03' },
      activities.map(({ id, title, results }) =>
        element('iati-activity', { 'xml:lang': language }, [
          element('iati-identifier', {}, [id]),
          titled('title', title),
          ...results.map((result) =>
            element('result', { type: result.type }, [
              titled('title', result.title),
              ...result.indicators.map(indicator),
            ]),
          ),
        ]),
      ),
    ),
    comment,
  );
}

/** Without an exponent: `5e-7` is no decimal to every reader. Adding 0 turns -0 into 0. */
function plain(number: number): string {
  return formatValue({ kind: 'value', value: number + 0 }, 'en').replaceAll(',', '');
}
