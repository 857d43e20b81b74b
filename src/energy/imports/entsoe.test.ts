import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type PlainDate } from '#kernel/dates.ts';
import { instantOfPeriod, marketDay, type StepMinutes } from '../time/market-day.ts';
import { areas } from './eic.ts';
import { type EntsoeDay, readEntsoe } from './entsoe.ts';
import { inPieces } from './fixtures/made-up-domains.ts';

const read = (text: string, pieces?: number) => readEntsoe(inPieces(text, pieces), 'file');

async function daysOf(text: string): Promise<readonly EntsoeDay[]> {
  const found = await read(text);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}
async function faultsOf(text: string): Promise<readonly string[]> {
  const found = await read(text);
  expect(found).not.toHaveProperty('value');
  return found.ok ? [] : found.problems.map(({ code, path }) => `${code} ${path.replace('file:', '')}`);
}

type Written = {
  readonly type?: string;
  readonly series?: string;
  readonly curve?: string;
  readonly start: string;
  readonly end: string;
  readonly resolution?: string;
  readonly tag?: string;
  /** Positions and values. */
  readonly points: readonly (readonly [position: number | string, value: number | string])[];
};
const ofPrices = `<businessType>A62</businessType><in_Domain.mRID codingScheme="A01">${areas.BE}</in_Domain.mRID>
<out_Domain.mRID codingScheme="A01">${areas.BE}</out_Domain.mRID><currency_Unit.name>EUR</currency_Unit.name>
<price_Measure_Unit.name>MWH</price_Measure_Unit.name>`;

/** A made-up document: points begin at line 13, one on each. */
function written({ type = 'A44', series = ofPrices, curve = 'A01', ...period }: Written): string {
  const { start, end, resolution = 'PT60M', tag = 'price.amount', points } = period;
  return `<?xml version="1.0" encoding="UTF-8"?>
<Publication_MarketDocument xmlns="urn:iec62325.351:tc57wg16:451-3:publicationdocument:7:0">
<type>${type}</type><!-- made up -->
<TimeSeries><mRID>1</mRID>
${series}
<curveType>${curve}</curveType>
<Period>
<timeInterval>
<start>${start}</start>
<end>${end}</end></timeInterval><resolution>${resolution}</resolution>
${points.map(([position, value]) => `<Point><position>${position}</position><${tag}>${value}</${tag}></Point>`).join('\n')}
</Period></TimeSeries></Publication_MarketDocument>`;
}
const hours = (count: number) =>
  Array.from({ length: count }, (_, index) => [index + 1, 50 + index] as const);
const plain = { start: '2024-08-28T22:00Z', end: '2024-08-29T22:00Z' };
const autumn = { start: '2024-10-26T22:00Z', end: '2024-10-27T23:00Z' };
const firstPoint = 13;

describe('A document of ENTSO-E', () => {
  test('gives prices by hours of the business day, and by quarters', async () => {
    const [day, ...none] = await daysOf(written({ ...plain, points: hours(24) }));
    expect(none).toEqual([]);
    expect(day).toMatchObject({ kind: 'price', from: 'BE', to: 'BE', day: '2024-08-29', minutes: 60 });
    expect([...(day as EntsoeDay).values]).toEqual(hours(24).map(([, value]) => value));
    const [quarters] = await daysOf(written({ ...autumn, resolution: 'PT15M', points: hours(100) }));
    expect(quarters?.values).toHaveLength(100);
  });

  test('has load of one area, capacity of a border in its direction, and net positions', async () => {
    const load = `<outBiddingZone_Domain.mRID>${areas['DE-LU']}</outBiddingZone_Domain.mRID><quantity_Measure_Unit.name>MAW</quantity_Measure_Unit.name>`;
    const border = `<in_Domain.mRID>${areas.FR}</in_Domain.mRID><out_Domain.mRID>${areas.CH}</out_Domain.mRID>`;
    const net = `<businessType>B09</businessType>${border}`;
    const of = async (type: string, series: string) =>
      (await daysOf(written({ ...plain, type, series, tag: 'quantity', points: hours(24) })))[0];
    expect(await of('A65', load)).toMatchObject({ kind: 'load', from: 'DE-LU', to: null });
    expect(await of('A61', border)).toMatchObject({ kind: 'capacity', from: 'CH', to: 'FR' });
    expect(await of('A25', net)).toMatchObject({ kind: 'net_position' });
    expect(await faultsOf(written({ ...plain, type: 'A25', series: border, points: hours(24) }))).toEqual([
      'energy_document_kind 7',
    ]);
  });

  test('repeats in a curve of type A03 what stands before a point that is left out', async () => {
    const points = [
      [1, 10],
      [5, 20],
      [24, 30],
    ] as const;
    const [day] = await daysOf(written({ ...plain, curve: 'A03', points }));
    expect([...(day as EntsoeDay).values]).toEqual([...Array(4).fill(10), ...Array(19).fill(20), 30]);
    expect(await faultsOf(written({ ...plain, curve: 'A03', points: [[2, 10]] }))).toEqual([
      `energy_position_missing ${firstPoint + 1}`,
    ]);
  });
});

describe('Nothing is taken of a document', () => {
  test('with an unknown EIC, or one that is mistyped: two findings', async () => {
    // The code of an element of the shared binding rows.
    const unknown = ofPrices.replace(areas.BE, '10T-DE-FR-000068');
    expect(await faultsOf(written({ ...plain, series: unknown, points: hours(24) }))).toEqual([
      'energy_eic_unknown 5',
    ]);
    const mistyped = ofPrices.replace(areas.BE, '10YBE----------3');
    expect(await faultsOf(written({ ...plain, series: mistyped, points: hours(24) }))).toEqual([
      'energy_eic_check 5',
    ]);
    expect(await faultsOf(written({ ...plain, series: '', points: hours(24) }))).toEqual([
      'energy_eic_form 7',
    ]);
  });

  test('that gives a 25-hour day as 24, by its points or by its time', async () => {
    expect(await faultsOf(written({ ...autumn, points: hours(24) }))).toEqual(['energy_day_25_as_24 37']);
    expect(await faultsOf(written({ ...autumn, resolution: 'PT15M', points: hours(96) }))).toEqual([
      'energy_day_25_as_24 109',
    ]);
    expect(await faultsOf(written({ ...autumn, end: '2024-10-27T22:00Z', points: hours(24) }))).toEqual([
      'energy_day_25_as_24 11',
    ]);
    expect((await daysOf(written({ ...autumn, points: hours(25) })))[0]?.values).toHaveLength(25);
  });

  test('with a missing position, one too many, twice the same, or a value that is no number', async () => {
    expect(await faultsOf(written({ ...plain, points: hours(24).filter(([hour]) => hour !== 7) }))).toEqual([
      'energy_position_missing 36',
    ]);
    const points = [
      [1, 10],
      [1, 10],
      [25, 1],
      ['x', 1],
      [2, ''],
      [3, '1,5'],
    ] as const;
    expect(await faultsOf(written({ ...plain, points }))).toEqual([
      ...['energy_position_invalid 14', 'energy_position_invalid 15', 'energy_position_invalid 16'],
      ...['energy_row_number 17', 'energy_row_number 18'],
    ]);
  });

  test('of another kind, unit, curve, step or time', async () => {
    const all = { ...plain, points: hours(24) };
    expect(await faultsOf(written({ ...all, type: 'A69' }))).toEqual(['energy_document_kind 9']);
    expect(await faultsOf(written({ ...all, curve: 'A02' }))).toContain('energy_curve_unknown 8');
    expect(await faultsOf(written({ ...all, resolution: 'PT30M' }))).toEqual([
      'energy_resolution_unknown 12',
    ]);
    expect(await faultsOf(written({ ...all, series: ofPrices.replace('EUR', 'CHF') }))).toEqual([
      'energy_unit_unknown 6',
    ]);
    expect(await faultsOf(written({ ...all, end: '2024-08-29T12:00Z' }))).toEqual([
      'energy_interval_days 11',
    ]);
    expect(await faultsOf(written({ ...all, start: 'today' }))).toEqual(['energy_interval_days 11']);
  });

  test('that is no XML, has a type or entities of its own, or is another document', async () => {
    expect(await faultsOf('<Publication_MarketDocument>')).toEqual(['energy_xml_invalid 1']);
    expect(await faultsOf('')).toEqual(['energy_xml_invalid 1']);
    expect(await faultsOf('<!DOCTYPE a [<!ENTITY b "c">]>\n<a>&b;</a>')).toEqual(['energy_xml_invalid 1']);
    expect(await faultsOf(`${'<a>'.repeat(30)}`)).toEqual(['energy_xml_invalid 1']);
    expect(await faultsOf('<Acknowledgement_MarketDocument/>')).toEqual(['energy_xml_root file']);
    expect(await faultsOf('<Publication_MarketDocument/>')).toEqual(['energy_document_empty file']);
  });
});

test('Made-up documents are read back as they were written, over changes of clocks', async () => {
  const anyDay = fc
    .tuple(fc.constantFrom('2024-03-30', '2024-10-26', '2025-01-01'), fc.integer({ min: 0, max: 2 }))
    .map(([day, off]) => addDays(day as PlainDate, off));
  await fc.assert(
    fc.asyncProperty(
      anyDay,
      fc.constantFrom<StepMinutes>(15, 60),
      fc.boolean(),
      fc.array(fc.integer({ min: -500, max: 4_000 }), { minLength: 3, maxLength: 9 }),
      fc.integer({ min: 1, max: 400 }),
      async (date, minutes, leavesOut, drawn, pieces) => {
        const day = marketDay(date, minutes);
        const values = Array.from(
          { length: day.steps },
          (_, step) => drawn[(step * step) % drawn.length] as number,
        );
        const points = values
          .map((value, step) => [step + 1, value] as const)
          .filter(([position, value]) => !leavesOut || position === 1 || values[position - 2] !== value);
        const text = written({
          ...{ points, curve: leavesOut ? 'A03' : 'A01', resolution: `PT${minutes}M` },
          start: instantOfPeriod(day, 1).replace(':00Z', 'Z'),
          end: instantOfPeriod(marketDay(addDays(date, 1), minutes), 1).replace(':00Z', 'Z'),
        });
        const found = await read(text, pieces);
        expect(found).toMatchObject({ ok: true, value: [{ day: date, minutes }] });
        expect(found.ok ? [...(found.value[0] as EntsoeDay).values] : []).toEqual(values);
      },
    ),
    { seed: 7, numRuns: 25 },
  );
});
