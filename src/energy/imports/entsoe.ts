import { createReadStream, existsSync } from 'node:fs';
import { basename } from 'node:path';
import { addDays, type PlainDate } from '#kernel/dates.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import { marketDay, periodBeginningAt, type StepMinutes } from '../time/market-day.ts';
import { type Area, parseArea } from './eic.ts';
import { faultsIn } from './table.ts';
import { readElements } from './xml-elements.ts';

/** What a document of the transparency platform is about; the codes of its type are in the facts on energy, section 2. */
export type EntsoeKind = 'price' | 'load' | 'capacity' | 'net_position';

/** One day of one series: EUR/MWh for prices, MW for all else, one value for each step of the business day. */
export type EntsoeDay = {
  readonly kind: EntsoeKind;
  /** Where power comes from (`out_Domain`) and goes to (`in_Domain`), as the document has it; null: it names one area only. */
  readonly from: Area | null;
  readonly to: Area | null;
  readonly day: PlainDate;
  readonly minutes: StepMinutes;
  readonly values: Float64Array;
};

/** By document type, and business type where that says more. */
const kinds: ReadonlyMap<string, EntsoeKind> = new Map([
  ['A44', 'price'],
  ['A65', 'load'],
  ['A61', 'capacity'],
  ['A25 B09', 'net_position'],
]);
const resolutions: ReadonlyMap<string, StepMinutes> = new Map([
  ['PT60M', 60],
  ['PT15M', 15],
]);
/** Not verified: that load comes under a root and element names of its own (`GL_…`, `outBiddingZone_…`); both are taken. */
const roots = ['Publication_MarketDocument', 'GL_MarketDocument'];
const units: Readonly<Record<string, string>> = {
  'currency_Unit.name': 'EUR',
  'price_Measure_Unit.name': 'MWH',
  'quantity_Measure_Unit.name': 'MAW',
};

type Said = { readonly text: string; readonly line: number };
type Point = { readonly position: Said | undefined; readonly value: Said | undefined; readonly line: number };

/**
 * Reads a document of ENTSO-E's transparency platform: prices (A44), load (A65), transfer capacity (A61) or net positions (A25 with B09),
 * in hours or quarters, over whole business days; net positions with the sign that the document gives them. Problems, all at once with their lines: `energy_xml_invalid`, `energy_xml_root`,
 * `energy_document_kind`, `energy_unit_unknown`, `energy_curve_unknown`, `energy_resolution_unknown`, `energy_interval_days`,
 * `energy_day_25_as_24`, `energy_position_invalid`, `energy_position_missing`, `energy_row_number`, `energy_document_empty`, and those of
 * `parseArea`.
 */
export async function readEntsoe(
  chunks: AsyncIterable<Buffer>,
  path: string,
): Promise<Result<readonly EntsoeDay[]>> {
  const faults = faultsIn(path);
  const days: EntsoeDay[] = [];
  const place = (line: number) => `${path}:${line}`;
  let root = '';
  let type = '';
  // Fields of what is open just now, by their names; they stand before the periods and points they belong to.
  let series = new Map<string, Said>();
  let period = new Map<string, Said>();
  let point = new Map<string, Said>();
  let points: Point[] = [];
  let areas: { readonly from: Area | null; readonly to: Area | null } | null = null;
  let kind: EntsoeKind | null = null;

  /** Once for each series, at its first period: what all of them are of. */
  const openSeries = (line: number) => {
    const code = type === 'A25' ? `A25 ${series.get('businessType')?.text ?? ''}`.trim() : type;
    kind = kinds.get(code) ?? null;
    if (kind === null)
      faults.add(problem('energy_document_kind', place(line), { line, received: code.slice(0, 40) }));
    for (const [name, expected] of Object.entries(units)) {
      const said = series.get(name);
      if (said !== undefined && said.text !== expected)
        faults.add(unitProblem(place(said.line), said, expected));
    }
    const curve = series.get('curveType');
    if (curve !== undefined && !['A01', 'A03'].includes(curve.text))
      faults.add(
        problem('energy_curve_unknown', place(curve.line), {
          line: curve.line,
          received: curve.text.slice(0, 40),
        }),
      );
    const [out, into] = ['out', 'in'].map(
      (way) => series.get(`${way}_Domain.mRID`) ?? series.get(`${way}BiddingZone_Domain.mRID`),
    );
    if (out === undefined && into === undefined)
      return faults.add(problem('energy_eic_form', place(line), { received: '' }));
    const [from, to] = [out, into].map((said) => {
      if (said === undefined) return null;
      const area = parseArea(said.text, place(said.line));
      if (area.ok) return area.value;
      for (const fault of area.problems) faults.add(fault);
      return undefined;
    });
    areas = from === undefined || to === undefined ? null : { from, to };
  };

  const read = await readElements(chunks, path, {
    opened: (names, _, line) => {
      if (names.length === 1) root = names[0] as string;
      const below = names.slice(1).join('/');
      if (below === 'TimeSeries') [series, areas, kind] = [new Map(), null, null];
      if (below === 'TimeSeries/Period') {
        if (period.size === 0) openSeries(line);
        [period, points] = [new Map(), []];
      }
      if (below === 'TimeSeries/Period/Point') point = new Map();
    },
    closed: (names, text, line) => {
      const [, first, second, third, fourth] = names;
      if (names.length === 2 && first === 'type') type = text;
      if (first !== 'TimeSeries') return;
      if (names.length === 2) period = new Map();
      else if (second !== 'Period') series.set(names.slice(2).join('/'), { text, line });
      else if (third === undefined) {
        const curve = series.get('curveType')?.text ?? 'A01';
        const found = valuesOf({ period, points, curve, path, line });
        if (!found.ok) for (const fault of found.problems) faults.add(fault);
        else if (kind !== null && areas !== null)
          for (const one of found.value) days.push({ kind, ...areas, ...one });
      } else if (third !== 'Point') period.set(names.slice(3).join('/'), { text, line });
      else if (fourth !== undefined) point.set(fourth, { text, line });
      else
        points.push({
          position: point.get('position'),
          value: point.get('price.amount') ?? point.get('quantity'),
          line,
        });
    },
  });
  if (!read.ok) return read;
  if (!roots.includes(root)) return fail(problem('energy_xml_root', path, { received: root.slice(0, 60) }));
  const found = faults.all();
  if (found.length > 0) return fail(...found);
  return days.length === 0 ? fail(problem('energy_document_empty', path)) : ok(days);
}

/** As `readEntsoe`, of a file; a further problem is `energy_file_missing`. */
export async function readEntsoeFile(file: string): Promise<Result<readonly EntsoeDay[]>> {
  const path = basename(file);
  if (!existsSync(file)) return fail(problem('energy_file_missing', path, { file: path }));
  return readEntsoe(createReadStream(file), path);
}

const unitProblem = (at: string, { text, line }: Said, expected: string) =>
  problem('energy_unit_unknown', at, { line, received: text.slice(0, 40), expected });

type PeriodFields = {
  readonly period: ReadonlyMap<string, Said>;
  readonly points: readonly Point[];
  readonly curve: string;
  readonly path: string;
  /** Where the period ends. */
  readonly line: number;
};
type DayValues = Pick<EntsoeDay, 'day' | 'minutes' | 'values'>;

/** The values of a period, by its days. */
function valuesOf({ period, points, curve, path, line }: PeriodFields): Result<readonly DayValues[]> {
  const resolution = period.get('resolution') ?? { text: '', line };
  const minutes = resolutions.get(resolution.text);
  if (minutes === undefined) {
    const params = { line: resolution.line, received: resolution.text.slice(0, 40) };
    return fail(problem('energy_resolution_unknown', `${path}:${resolution.line}`, params));
  }
  const days = daysOf(period, minutes, path, line);
  if (!days.ok) return days;
  const steps = days.value.reduce((sum, day) => sum + day.steps, 0);
  const values = new Float64Array(steps).fill(Number.NaN);
  const faults: Problem[] = [];
  for (const one of points) {
    const position = Number(one.position?.text);
    const at = `${path}:${one.line}`;
    if (
      !Number.isInteger(position) ||
      position < 1 ||
      position > steps ||
      !Number.isNaN(values[position - 1])
    ) {
      const received = (one.position?.text ?? '').slice(0, 40);
      faults.push(problem('energy_position_invalid', at, { line: one.line, received, steps }));
      continue;
    }
    const text = one.value?.text ?? '';
    const value = text === '' ? Number.NaN : Number(text);
    if (Number.isFinite(value)) values[position - 1] = value;
    else
      faults.push(
        problem('energy_row_number', at, { line: one.line, column: 'Point', received: text.slice(0, 40) }),
      );
  }
  if (faults.length > 0) return fail(...faults);

  const given = values.findIndex(Number.isNaN);
  const [first] = days.value;
  const isHourShort =
    given === steps - 60 / minutes && points.length === given && first?.steps === (25 * 60) / minutes;
  if (curve === 'A01' && isHourShort && days.value.length === 1)
    return fail(hourLost(path, line, first?.day as string));
  for (let step = 0; step < steps; step++) {
    if (!Number.isNaN(values[step])) continue;
    // Not verified: in a curve of type A03 a point that is left out is as the one before it. In others nothing may be left out.
    if (curve === 'A03' && step > 0) values[step] = values[step - 1] as number;
    else
      faults.push(problem('energy_position_missing', `${path}:${line}`, { line, position: step + 1, steps }));
  }
  if (faults.length > 0) return fail(...faults);
  let from = 0;
  return ok(
    days.value.map(({ day, steps: count }) => {
      from += count;
      return { day, minutes, values: values.slice(from - count, from) };
    }),
  );
}

const hourLost = (path: string, line: number, day: string) =>
  problem('energy_day_25_as_24', `${path}:${line}`, { day, hour: 25, hours: 25, line });

/** The business days from the beginning of a period to its end, which both are midnight in Brussels. */
function daysOf(
  period: PeriodFields['period'],
  minutes: StepMinutes,
  path: string,
  line: number,
): Result<readonly { readonly day: PlainDate; readonly steps: number }[]> {
  const start = period.get('timeInterval/start');
  const end = period.get('timeInterval/end');
  const [from, to] = [start, end].map((said) => periodBeginningAt(said?.text ?? '', minutes));
  const at = start?.line ?? line;
  const isDay = from?.period === 1 && to !== null && to !== undefined;
  if (isDay && to.day === from.day && to.period === (24 * 60) / minutes + 1)
    return fail(hourLost(path, at, from.day));
  // Longer than a leap year is no question that anybody asks at once.
  const days: { readonly day: PlainDate; readonly steps: number }[] = [];
  if (isDay && to.period === 1)
    for (let day = from.day; day < to.day && days.length <= 366; day = addDays(day, 1))
      days.push({ day, steps: marketDay(day, minutes).steps });
  if (days.length === 0 || days.length > 366) {
    const received = `${start?.text ?? ''} – ${end?.text ?? ''}`.slice(0, 80);
    return fail(problem('energy_interval_days', `${path}:${at}`, { line: at, received }));
  }
  return ok(days);
}
