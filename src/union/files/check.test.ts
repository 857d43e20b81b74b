import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { getValue } from '#kernel/fixtures/results.ts';
import { missingReasons } from '#kernel/observation-value.ts';
import type { Problem } from '#kernel/result.ts';
import { checkFile } from './check.ts';
import { isObject, readLayout, writeLayout } from './layout.ts';
import { listReferences } from './references.ts';

fc.configureGlobal({ seed: 20200531 });

const text = readFileSync(new URL('../../../data/union/benelux-2013-2019.json', import.meta.url), 'utf8');

/** Where something stands in a file: `['observations', 3, 'period']`. */
type Place = readonly (string | number)[];

const pathOf = (place: Place) =>
  place.reduce<string>(
    (path, key) => (typeof key === 'number' ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`),
    '',
  );

function valueAt(file: unknown, place: Place): unknown {
  return place.reduce((value, key) => (value as Record<string | number, unknown>)[key], file);
}

/** The first data set with one thing in it changed, or added at a place that is not there yet. */
function plant(changes: readonly (readonly [Place, unknown])[]): Record<string, unknown> {
  const file = JSON.parse(text);
  for (const [place, value] of changes) {
    const holder = valueAt(file, place.slice(0, -1)) as Record<string | number, unknown>;
    holder[place.at(-1) ?? ''] = value;
  }
  return file;
}

function findingsOf(file: unknown): readonly Pick<Problem, 'code' | 'path'>[] {
  const checked = checkFile(file);
  return checked.ok ? [] : checked.problems.map(({ code, path }) => ({ code, path }));
}

/** Every place in the first data set whose value fits, with the key that it stands under. */
function findPlaces(fits: (value: unknown, place: Place, holder: unknown) => boolean): readonly Place[] {
  const walk = (value: unknown, place: Place, holder: unknown): readonly Place[] => [
    ...(fits(value, place, holder) ? [place] : []),
    ...(Array.isArray(value)
      ? value.flatMap((item, index) => walk(item, [...place, index], value))
      : isObject(value)
        ? Object.entries(value).flatMap(([key, inner]) => walk(inner, [...place, key], value))
        : []),
  ];
  return walk(JSON.parse(text), [], null);
}

/** Plants the fault at every place, one at a time: each is found there and nothing else is. */
function expectFound(
  places: readonly Place[],
  least: number,
  fault: unknown,
  code: string,
  at = pathOf,
): void {
  expect(places.length).toBeGreaterThanOrEqual(least);
  for (const place of places)
    expect(findingsOf(plant([[place, fault]])), pathOf(place)).toEqual([{ code, path: at(place) }]);
}

test('The first data set has no fault, and every key in it is known', () => {
  const checked = getValue(checkFile(JSON.parse(text)));
  expect(checked).toMatchObject({ register: 'benelux', knownFrom: '2020-05', warnings: [] });
  expect(checked.records.length).toBeGreaterThan(350);
});

test('Seven faults in one file are seven findings in one run, each with its place', () => {
  const faults: readonly (readonly [Place, unknown])[] = [
    [['working_groups', 3, 'parent'], 'no-such-group'],
    [['observations', 0, 'missing'], { reason: 'not_stated', note: null }],
    [['finance', 'budget', 2, 'missing', 'reason'], 'lost'],
    [['events', 5, 'date'], '2017-13'],
    [['cycles', 1, 'id'], 'cycles-01'],
    [
      ['participations'],
      [
        { id: 'p1', body: 'waste', party: 'NL', role: 'participant', from: '2014', to: '2016-06' },
        { id: 'p2', body: 'waste', party: 'NL', role: 'observer', from: '2015-03', to: '2018' },
      ],
    ],
    [['finance', 'contribution_key', 0, 'NL'], 0.54],
  ];
  expect(findingsOf(plant(faults)).toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual([
    { code: 'id_duplicate', path: 'cycles[1].id' },
    { code: 'date_invalid', path: 'events[5].date' },
    { code: 'reason_unknown', path: 'finance.budget[2].missing.reason' },
    { code: 'shares_not_one', path: 'finance.contribution_key[0]' },
    { code: 'value_where_missing', path: 'observations[0].value' },
    { code: 'participation_overlaps', path: 'participations[1]' },
    { code: 'reference_dangling', path: 'working_groups[3].parent' },
  ]);
});

const isDate = (value: unknown) => typeof value === 'string' && /^\d{4}(-\d{2}(-\d{2})?)?$/.test(value);

test('A date that does not exist is found wherever a date stands', () => {
  // The source's own sections can look like a year.
  const places = findPlaces((value, place) => isDate(value) && !place.includes('source'));
  for (const wrong of ['2017-13', '2019-02-29', '2017-00', '17'])
    expectFound(
      places.filter((_, index) => wrong === '2017-13' || index % 10 === 0),
      15,
      wrong,
      'date_invalid',
    );
  expect(findingsOf(plant([[['themes_by_year', 'years', '2017-13'], []]]))).toEqual([
    { code: 'date_invalid', path: 'themes_by_year.years.2017-13' },
  ]);
  const cell = { value: 3, status: 'reported' };
  expect(findingsOf(plant([[['counts_by_year', 'rows', 0, 'cells', '2017-13'], cell]]))).toEqual([
    { code: 'date_invalid', path: 'counts_by_year.rows[0].cells.2017-13' },
  ]);
});

test('A reason outside the list is found wherever a reason stands', () => {
  const places = findPlaces(
    (value, place, holder) =>
      place.at(-1) === 'reason' && (missingReasons as readonly unknown[]).includes(value) && isObject(holder),
  );
  expectFound(places, 40, 'lost', 'reason_unknown');
});

test('A value where the file says that there is none is found wherever that is said', () => {
  const nameOf = (key: string) => key.replace(/_missing$/, '').replace(/^missing_/, '');
  const declared = findPlaces(
    (value, place) => /(^|_)missing(_|$)/.test(String(place.at(-1))) && isObject(value) && 'reason' in value,
  );
  const named = declared.filter((place) => place.at(-1) !== 'missing');
  const bare = declared.filter((place) => place.at(-1) === 'missing');
  const dateOrWord = { created: '2014', status: 'active', geo: 'NL', BE: 'raised' } as const;
  for (const place of named) {
    const field = nameOf(String(place.at(-1))) as keyof typeof dateOrWord;
    const at = [...place.slice(0, -1), field];
    expectFound([at], 1, dateOrWord[field], 'value_where_missing');
  }
  expect(named.length).toBeGreaterThan(30);
  const fields = {
    observations: 40,
    finance: 40,
    presidencies: 'NL',
    instruments: '2014',
    criteria_sets: 'x',
  };
  const mains = {
    observations: 'value',
    finance: 'amount',
    presidencies: 'party',
    instruments: 'adopted',
    criteria_sets: 'content',
  };
  for (const place of bare) {
    const top = place[0] as keyof typeof fields;
    if (top in fields)
      expectFound([[...place.slice(0, -1), mains[top]]], 1, fields[top], 'value_where_missing');
  }
  expect(bare.length).toBeGreaterThanOrEqual(15);
  expect(findingsOf(plant([[['parliament_cycle', 'minister_attendance', 'counts'], 12]]))).toEqual([
    { code: 'value_where_missing', path: 'parliament_cycle.minister_attendance.missing' },
  ]);
  const empty = findPlaces(
    (value, place) => place.at(-1) === 'value' && value === null && place[0] === 'counts_by_year',
  );
  expectFound(empty, 10, 40, 'value_where_missing');
  const full = findPlaces(
    (value, place) => place.at(-1) === 'value' && value !== null && place[0] === 'counts_by_year',
  );
  expectFound(
    full.filter((_, index) => index % 5 === 0),
    8,
    null,
    'value_without_reason',
  );
});

test('A reference that names nothing is found wherever one stands', () => {
  const ids = new Map<string, string>(
    readLayout(JSON.parse(text)).records.flatMap((record) =>
      listReferences(record.kind, record.body).map(({ path, id }) => [`${record.path}.${path}`, id] as const),
    ),
  );
  const places = findPlaces((_, place) => ids.has(pathOf(place)));
  expect(places).toHaveLength(ids.size);
  // The id is the value that stands there, or the key that it stands under; that is renamed.
  const keys = places.filter((place) => place.at(-1) === ids.get(pathOf(place)));
  const strings = places.filter((place) => !keys.includes(place));
  expectFound(strings, 150, 'no-such-thing', 'reference_dangling');
  expect(keys.length).toBeGreaterThan(10);
  for (const place of keys) {
    const file = plant([]);
    const holder = valueAt(file, place.slice(0, -1)) as Record<string, unknown>;
    holder.XX = holder[place.at(-1) ?? ''];
    delete holder[place.at(-1) ?? ''];
    expect(findingsOf(file), pathOf(place)).toEqual([
      { code: 'reference_dangling', path: pathOf([...place.slice(0, -1), 'XX']) },
    ]);
  }
});

test('An id that is used twice is found in every list', () => {
  const lists = findPlaces(
    (value, place) =>
      Array.isArray(value) &&
      value.length > 0 &&
      value.every((item) => isObject(item) && ('id' in item || (place[0] === 'finance' && 'year' in item))) &&
      !place.includes('criteria_sets') &&
      !place.includes(0),
  );
  expect(lists.length).toBeGreaterThan(20);
  for (const place of [...lists, ['criteria_sets']]) {
    const list = valueAt(JSON.parse(text), place) as readonly Record<string, unknown>[];
    const key = 'id' in (list[0] ?? {}) ? 'id' : 'year';
    const file = plant([[[...place, list.length], list[0]]]);
    expect(findingsOf(file), pathOf(place)).toEqual([
      { code: 'id_duplicate', path: pathOf([...place, list.length, key]) },
    ]);
  }
});

test('Shares that do not sum to one are found at their key, whatever was changed', () => {
  for (const [party, share] of [
    ['NL', 0.54],
    ['BE', 0.4],
    ['LU', 0],
    ['FR', 0.01],
    ['NL', 0.530000000000001],
  ] as const)
    expect(findingsOf(plant([[['finance', 'contribution_key', 0, party], share]]))).toEqual([
      { code: 'shares_not_one', path: 'finance.contribution_key[0]' },
    ]);
  for (const share of [-0.1, 1.5, '0.53'])
    expect(
      findingsOf(plant([[['finance', 'contribution_key', 0, 'NL'], share]])).map(({ path }) => path),
    ).toEqual(['finance.contribution_key[0].NL']);
  // A share that the source does not state leaves the sum open; a key without any says nothing; neither is a fault.
  expect(findingsOf(plant([[['finance', 'contribution_key', 0, 'NL'], null]]))).toEqual([]);
  expect(
    findingsOf(plant([[['finance', 'contribution_key', 1], { year: 2018, basis: 'as before' }]])),
  ).toEqual([]);
});

test('Participations of one party in one body may touch and may be vague, but not overlap', () => {
  const periods = (
    from: string | null,
    to: string | null,
    from2: string | null,
    to2: string | null,
    more = {},
  ) =>
    findingsOf(
      plant([
        [
          ['participations'],
          [
            { id: 'a', body: 'plef', party: 'DE', role: 'participant', from, to },
            { id: 'b', body: 'plef', party: 'DE', role: 'observer', from: from2, to: to2, ...more },
          ],
        ],
      ]),
    ).map(({ code }) => code);
  expect(periods('2013', '2015', '2016', null)).toEqual([]);
  expect(periods('2013', '2015', '2015', null)).toEqual([]); // perhaps in the same year, not certainly on the same day
  expect(periods('2013', '2015-06-30', '2015-06-30', null)).toEqual(['participation_overlaps']);
  expect(periods(null, null, '2015', '2016')).toEqual(['participation_overlaps']);
  expect(periods('2013', '2016', '2014', '2015')).toEqual(['participation_overlaps']);
  expect(periods('2013', '2016', '2014', '2015', { party: 'FR' })).toEqual([]);
  expect(periods('2013', '2016', '2014', '2015', { body: 'waste' })).toEqual([]);
});

test('A file in another form than the layout is refused with its place', () => {
  for (const file of [null, 5, 'x', [], true, undefined])
    expect(findingsOf(file)).toEqual([{ code: 'file_not_object', path: '' }]);
  expect(findingsOf({})).toEqual([
    { code: 'meta_missing', path: 'meta' },
    { code: 'parties_missing', path: 'parties' },
  ]);
  expect(findingsOf({ meta: { id: 'x', known_from: '2020' }, parties: [] })).toEqual([]);
  expect(findingsOf(plant([[['parties'], { NL: {} }]]))).toEqual([
    { code: 'parties_missing', path: 'parties' },
  ]);
  expect(findingsOf(plant([[['working_groups'], 'none']]))).toEqual([
    { code: 'form_wrong', path: 'working_groups' },
  ]);
  expect(findingsOf(plant([[['events', 3], 'none']]))).toEqual([{ code: 'form_wrong', path: 'events[3]' }]);
  expect(findingsOf(plant([[['themes_by_year', 'years'], [2013]]]))).toEqual([
    { code: 'form_wrong', path: 'themes_by_year.years' },
  ]);
  expect(findingsOf(plant([[['meta', 'known_from'], '2017-13']]))).toEqual([
    { code: 'date_invalid', path: 'meta.known_from' },
  ]);
  expect(findingsOf(plant([[['meta', 'id'], 'a/b']]))).toEqual([{ code: 'value_invalid', path: 'meta.id' }]);
  expect(findingsOf(plant([[['themes_by_year', 'years', '2013', 0, 'order'], 'first']]))).toEqual([
    { code: 'type_wrong', path: 'themes_by_year.years.2013[0].order' },
  ]);
  expect(findingsOf(plant([[['implementation_note', 'deficit_counts_kinds'], 'all']]))).toEqual([
    { code: 'type_wrong', path: 'implementation_note.deficit_counts_kinds' },
  ]);
  expect(findingsOf(plant([[['working_groups', 0, 'id'], undefined]]))[0]).toEqual({
    code: 'field_missing',
    path: 'working_groups[0].id',
  });
});

test('What cannot be stored is refused with its place', () => {
  const at = (value: unknown) => findingsOf(plant([[['meta', 'extra'], value]]));
  expect(at('null \0')).toEqual([{ code: 'text_malformed', path: 'meta.extra' }]);
  expect(at({ deep: ['ok', '\ud800'] })).toEqual([{ code: 'text_malformed', path: 'meta.extra.deep[1]' }]);
  expect(at({ 'key\0': 1 })).toEqual([{ code: 'text_malformed', path: 'meta.extra' }]);
  expect(at(JSON.parse('{"__proto__": {"polluted": true}}'))).toEqual([
    { code: 'text_malformed', path: 'meta.extra' },
  ]);
  expect(at(JSON.parse('1e999'))).toEqual([{ code: 'value_invalid', path: 'meta.extra' }]);
  const nested = (depth: number) => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);
  expect(at(nested(30))).toEqual([]);
  for (const depth of [60, 20_000]) expect(at(nested(depth)).map(({ code }) => code)).toEqual(['too_deep']);
});

test('A list that is not read leaves open what references to it mean', () => {
  expect(findingsOf(plant([[['cases'], 'see elsewhere']]))).toEqual([{ code: 'form_wrong', path: 'cases' }]);
});

test('Keys that the layout does not know are kept and reported', () => {
  const file = plant([
    [['härad'], [1, 2]],
    [['constructor'], 'x'],
    [['meta', 'motto'], 'y'],
    [['events', 2, 'mood'], 'z'],
    [['finance', 'contribution_key', 0, 'rounding'], 2],
    [['instruments', 0, 'sv'], 'Fördrag'],
    [['instruments', 0, 'number_missing'], { reason: 'not_stated', note: null }],
  ]);
  const checked = getValue(checkFile(file));
  expect(checked.warnings.map(({ code, path, severity }) => [code, path, severity]).toSorted()).toEqual([
    ['key_unknown', 'constructor', 'warning'],
    ['key_unknown', 'events[2].mood', 'warning'],
    ['key_unknown', 'finance.contribution_key[0].rounding', 'warning'],
    ['key_unknown', 'härad', 'warning'],
    ['key_unknown', 'meta.motto', 'warning'],
  ]);
  expect(written(file)).toEqual(file);
});

/** A file taken apart and put together again. */
function written(file: Record<string, unknown>): unknown {
  return writeLayout(
    readLayout(file).records.flatMap(({ kind, id, body }) =>
      id === null ? [] : [{ kind: kind.name, id, body }],
    ),
  );
}

test('A file that is taken apart and put together is the same file', () => {
  expect(written(JSON.parse(text))).toEqual(JSON.parse(text));
  const empty = plant([
    [['participations'], []],
    [['contacts'], null],
    [['finance', 'derived_contributions'], []],
    [['finance', 'budget'], null],
    [['themes_by_year', 'years'], {}],
    [['documents'], null],
  ]);
  expect(findingsOf(empty)).toEqual([]);
  expect(written(empty)).toEqual(empty);
});

test('Whatever JSON comes in, the answer is findings or a file that can be put together again', () => {
  const keys = fc.constantFrom(
    'meta', 'parties', 'finance', 'budget', 'contribution_key', 'counts_by_year', 'rows', 'cells', 'themes_by_year', 'years',
    'participations', 'observations', 'missing', 'reason', 'value', 'id', 'year', 'known_from', '2019', 'name', 'x',
  ); // biome-ignore format: one list
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: 'medium' },
      fc.jsonValue({ maxDepth: 1 }),
      fc.constantFrom('NL', 'x', '2019', 'not_stated', 2019, 0.5, null),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(keys, tie('tree'), { maxKeys: 6 }),
    ),
  }));
  const good = fc.dictionary(keys, tree, { maxKeys: 8 }).map((file) => ({
    ...file,
    meta: { id: 'x', known_from: '2020' },
    parties: [],
  }));
  let accepted = 0;
  fc.assert(
    fc.property(fc.oneof(tree, good), (file) => {
      const checked = checkFile(file);
      if (!checked.ok) {
        expect(checked.problems.length).toBeGreaterThan(0);
        return;
      }
      accepted += 1;
      expect(
        writeLayout(checked.value.records.map(({ kind, id, body }) => ({ kind: kind.name, id, body }))),
      ).toEqual(file);
      for (const { kind, body } of checked.value.records)
        expect(Object.keys(kind.title(body).texts)).not.toEqual([]);
    }),
    { numRuns: 2_000 },
  );
  expect(accepted).toBeGreaterThan(100);
});

test('Checking takes as many steps more as there are records more', () => {
  const steps = (records: number): number => {
    let reads = 0;
    const counted = (value: Record<string, unknown>) =>
      new Proxy(value, {
        get: (target, key) => {
          reads += 1;
          return target[String(key)];
        },
      });
    const file = {
      meta: { id: 'x', known_from: '2020' },
      parties: [{ id: 'A' }, { id: 'B' }],
      events: Array.from({ length: records }, (_, index) =>
        counted({ id: `e${index}`, date: '2017', title: `Event ${index}`, source: ['1'] }),
      ),
      participations: Array.from({ length: records / 4 }, (_, index) =>
        counted({
          id: `p${index}`,
          body: `g${index % 50}`,
          party: 'A',
          role: 'member',
          from: '2017',
          to: '2017',
        }),
      ),
      bodies: Array.from({ length: 50 }, (_, index) => ({ id: `g${index}` })),
    };
    expect(findingsOf(file)).toEqual([]);
    return reads;
  };
  expect(steps(4_000) / steps(1_000)).toBeLessThan(4.5);
});

test('A file of 300,000 records with a fault in each is answered with every fault', () => {
  const events = Array.from({ length: 300_000 }, (_, index) => ({ id: `e${index}`, date: '2017-13' }));
  expect(findingsOf({ meta: { id: 'x', known_from: '2020' }, parties: [], events })).toHaveLength(300_000);
});
