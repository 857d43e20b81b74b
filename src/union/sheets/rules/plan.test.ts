import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlainDate } from '#kernel/dates.ts';
import { languages } from '#kernel/languages.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import { fieldName } from '../../text/fields/fields.ts';
import { type SheetKindName, sheetKindNames, sheetKindOf } from '../kinds.ts';
import type { Cell, Merge, Table } from '../model.ts';
import { findHeader } from './header.ts';
import { formatMapping, guessMapping, parseMapping, targetsOf } from './mapping.ts';
import { plainOf } from './places.ts';
import { type Plan, planImport } from './plan.ts';
import { readCell } from './values.ts';

const titlesOf = (key: string) => languages.map((language) => fieldName(key, language));

function tableOf(rows: readonly (readonly Cell[])[], merges: readonly Merge[] = []): Table {
  return { name: 'T', rows, merges, from1904: false };
}

type Known = { readonly id: string; readonly body: RecordBody };

/** Of the secretariat of the first union: it follows commitments. */
const secretariat = { body: 'sg', establishes: false, tables: false, follows: true };

function planOf(
  name: SheetKindName,
  table: Table,
  existing: readonly Known[] = [],
  states = {},
  bringer = secretariat,
): Plan {
  const kind = sheetKindOf(name);
  const header = findHeader(table);
  if (header === null) throw new Error('no head');
  const index = (ids: readonly string[]) =>
    new Map(ids.flatMap((id) => [`=${id}`, plainOf(id)].map((text) => [text, new Set([id])] as const)));
  return planImport({
    table,
    header,
    mapping: guessMapping(header, kind, titlesOf),
    kind,
    source: 'test.xlsx',
    existing,
    states: new Map(Object.entries(states)),
    said: {
      records: new Map([
        ['parties', index(['NL', 'BE'])],
        ['bodies', index(['council', 'sg'])],
        ['plans', index(['2020', '2021'])],
        ['working_groups', index(existing.map(({ id }) => id))],
      ]),
      words: new Map([['actief', 'active']]),
    },
    bringer,
    today: '2026-11-26' as PlainDate,
  });
}

const outcomesOf = ({ rows }: Plan) =>
  rows.map(({ outcome, effect, findings }) => [outcome, effect, findings.map(({ code }) => code).join()]);

describe('The head', () => {
  test('is below titles and takes as many rows as are merged into it', () => {
    const table = tableOf(
      [
        ['A list of 2019'],
        [],
        ['Group', 'Contact', null, 'From'],
        [null, 'Person', 'Ministry', null],
        ['x', 'y'],
      ],
      [
        [0, 0, 0, 3],
        [2, 0, 3, 0],
        [2, 1, 2, 2],
        [2, 3, 3, 3],
      ],
    );
    expect(findHeader(table)).toEqual({
      top: 2,
      bottom: 3,
      titles: [['Group'], ['Contact', 'Person'], ['Contact', 'Ministry'], ['From']],
    });
    const header = findHeader(table);
    if (header === null) throw new Error('no head');
    expect(guessMapping(header, sheetKindOf('contacts'), titlesOf)).toEqual([
      'body',
      'person',
      'organisation',
      'from',
    ]);
    expect(findHeader(table, 3)?.titles[1]).toEqual(['Contact']);
    expect(findHeader(table, 99)).toBeNull();
    expect(findHeader(tableOf([]))).toBeNull();
  });
});

describe('Columns', () => {
  test.each(sheetKindNames)(
    'of %s are known by their names in every language, and no two are one',
    (name) => {
      const kind = sheetKindOf(name);
      for (const language of languages) {
        const [first = ''] = kind.title;
        const titled = kind.columns.map(({ key }) => {
          if (['nl', 'fr', 'de'].includes(key)) return `${fieldName(first, language)} (${key})`;
          return key === first && kind.title.length > 1
            ? `${fieldName(key, language)} (en)`
            : fieldName(key, language);
        });
        const header = findHeader(tableOf([titled]));
        if (header === null) throw new Error('no head');
        expect(guessMapping(header, kind, titlesOf), language).toEqual(kind.columns.map(({ key }) => key));
      }
    },
  );

  test('in two languages are one field, or two languages of one title', () => {
    const header = findHeader(
      tableOf([['Naam / Nom', 'Voorzitter/Président', 'Mandat\nMandaat', 'Naam', '?']]),
    );
    if (header === null) throw new Error('no head');
    expect(guessMapping(header, sheetKindOf('working_groups'), titlesOf)).toEqual([
      'nl+fr',
      'chair',
      'mandate',
      '',
      '',
    ]);
  });

  test('are written and read back', () => {
    const kind = sheetKindOf('working_groups');
    const targets = fc.uniqueArray(
      fc.constantFrom(...targetsOf(kind).filter((target) => !target.includes('+'))),
      { maxLength: 15 },
    );
    fc.assert(
      fc.property(targets, fc.nat(40), (mapping, gap) => {
        const spread = [...Array.from({ length: gap }, () => ''), ...mapping];
        const read = parseMapping(formatMapping(spread), kind, spread.length);
        expect(read).toEqual({ ok: true, value: spread });
      }),
    );
  });
});

describe('A plan', () => {
  const known: readonly Known[] = [
    { id: 'bridges', body: { id: 'bridges', name: 'Bridges', nl: 'Bruggen', chair: 'NL', status: 'active' } },
  ];

  test('knows a record by its id or by any of its titles, and says what would change', () => {
    const table = tableOf([
      ['id', 'Naam', 'Voorzitter', 'Opmerkingen'],
      [null, 'bruggen', 'BE', null],
      ['locks', 'Sluizen', null, 'new'],
      [null, 'Bruggen', 'BE', ' '],
    ]);
    const plan = planOf('working_groups', table, known);
    expect(outcomesOf(plan)).toEqual([
      ['quarantined', null, 'sheet_rows_contradict'],
      ['accepted', 'added', ''],
      ['quarantined', null, 'sheet_rows_contradict'],
    ]);
    const one = planOf('working_groups', tableOf(table.rows.slice(0, 3)), known);
    expect(one.rows[0]?.changes).toEqual([
      { key: 'nl', before: 'Bruggen', now: 'bruggen' },
      { key: 'chair', before: 'NL', now: 'BE' },
    ]);
    expect(one.rows[1]?.body).toEqual({
      id: 'locks',
      nl: 'Sluizen',
      note: 'new',
      source: ['test.xlsx'],
    });
    expect(one.left).toEqual([]);
  });

  test('leaves the lifecycle of what is there to its actions', () => {
    const rows = (status: string) =>
      tableOf([
        ['id', 'status'],
        ['bridges', status],
      ]);
    expect(outcomesOf(planOf('working_groups', rows('dormant'), known, { bridges: 'active' }))).toEqual([
      ['quarantined', null, 'sheet_lifecycle_differs'],
    ]);
    expect(outcomesOf(planOf('working_groups', rows('dormant'), known, { bridges: 'dormant' }))).toEqual([
      ['accepted', 'unchanged', ''],
    ]);
  });

  test('attack: a promise does not change hands or dates, nor a group its parts, by what a sheet says', () => {
    const promise = { id: 'p', body: { id: 'p', what: 'List', owner: 'NL', watcher: 'BE', due: '2020-09' } };
    const changed = (column: string, value: string) =>
      outcomesOf(
        planOf(
          'promises',
          tableOf([
            ['id', column],
            ['p', value],
          ]),
          [promise],
        ),
      );
    const refused = [['quarantined', null, 'sheet_lifecycle_differs']];
    expect(changed('owner', 'BE')).toEqual(refused);
    expect(changed('watcher', 'NL')).toEqual(refused);
    expect(changed('due', '2030-01-01')).toEqual(refused);
    expect(changed('owner', 'NL')).toEqual([['accepted', 'unchanged', '']]);
    const parts = tableOf([
      ['id', 'participants'],
      ['bridges', 'NL; BE'],
    ]);
    expect(outcomesOf(planOf('working_groups', parts, known))).toEqual(refused);
  });

  test('says nothing of persons that it takes in', () => {
    const contact = { id: 'c', body: { id: 'c', body: 'bridges', party: 'NL', person: 'A. Person' } };
    const table = tableOf([
      ['id', 'Contactpersoon'],
      ['c', 'B. Person'],
    ]);
    const plan = planOf('contacts', table, [contact]);
    expect(plan.rows[0]?.changes).toEqual([{ key: 'person', before: null, now: 'B. Person' }]);
    expect(JSON.stringify({ ...plan.rows[0], body: null })).not.toContain('A. Person');
  });

  test('asks for what a new record cannot be without', () => {
    const table = tableOf([
      ['What', 'Owner', 'Watcher', 'Due'],
      ['Publish', 'council', 'sg', '2021-06-01'],
      ['Print', 'council', null, 'soon'],
      ['Draw', '#', 'sg', { error: '#REF!' }],
    ]);
    expect(outcomesOf(planOf('promises', table))).toEqual([
      ['accepted', 'added', ''],
      ['quarantined', null, 'sheet_date_unreadable,sheet_field_missing'],
      ['quarantined', null, 'sheet_reference_unknown,sheet_cell_error'],
    ]);
  });
});

test('Whatever stands in a sheet, each row is counted once, and the same sheet gives the same plan', () => {
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    fc.constantFrom(
      'NL',
      'BE',
      'council',
      'Bruggen',
      'Bruggen / Ponts',
      'actief',
      '12 maart 2014',
      ' x ',
      'bridges',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.record({ date: fc.constantFrom('2014-03-12', '1999-12-31') }),
    fc.record({ error: fc.constant('#N/A') }),
  );
  const head = fc.constantFrom<readonly string[]>(
    ['id', 'Naam / Nom', 'Valt onder', 'Opgericht', 'Status', 'Deelnemers'],
    ['Group', 'Country', 'Ministry', 'Person', 'Vacant', 'From'],
    ['What', 'Owner', 'Watcher', 'Due', 'Taal', 'Made'],
    ['Onderwerp', 'Jaar', 'Ingediend', 'Gericht aan', 'Soort', 'x'],
  );
  const merge = fc
    .tuple(fc.integer({ min: 1, max: 8 }), fc.nat(5), fc.nat(3), fc.nat(2))
    .map(([top, left, high, wide]): Merge => [top, left, top + high, left + wide]);
  const existing = [{ id: 'bridges', body: { id: 'bridges', nl: 'Bruggen', participants: ['NL'] } }];
  fc.assert(
    fc.property(
      fc.constantFrom(...sheetKindNames),
      head,
      fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }),
      fc.array(merge, { maxLength: 3 }),
      (name, titles, rows, merges) => {
        const table = tableOf(
          [titles, ...rows],
          merges.filter(([top]) => top > 0),
        );
        const plan = planOf(name, table, existing);
        const { counts } = plan;
        const header = findHeader(table);
        expect(counts.rows).toBe(table.rows.length - 1 - (header?.bottom ?? 0));
        expect(counts.accepted + counts.corrected + counts.quarantined + counts.blank).toBe(counts.rows);
        expect(counts.added + counts.changed + counts.unchanged + counts.repeated).toBe(
          counts.accepted + counts.corrected,
        );
        for (const { outcome, findings, body, effect, id } of plan.rows) {
          const faults = findings.filter(({ severity }) => severity === 'error');
          expect(faults.length > 0).toBe(outcome === 'quarantined');
          expect(body !== null).toBe(effect === 'added' || effect === 'changed');
          expect(findings.every(({ path }) => path.startsWith('T!'))).toBe(true);
          if (body !== null) expect(body.id).toBe(id);
        }
        const written = plan.rows.flatMap(({ id, body }) => (body === null ? [] : [id]));
        expect(new Set(written).size).toBe(written.length);
        expect(planOf(name, table, existing)).toEqual(plan);
      },
    ),
    { numRuns: 250 },
  );
});

describe('A sheet does nothing that who brings it could not do', () => {
  const council = { body: 'council', establishes: true, tables: true, follows: false };
  const codesOf = (plan: Plan) =>
    plan.rows.map(({ outcome, findings }) => [
      outcome,
      ...findings.map(({ code, path, severity }) => `${code} ${path} ${severity}`),
    ]);

  test('a group is established, and a question tabled, by who has the power; of others it is taken as seen', () => {
    const groups = tableOf([
      ['Name', 'Status', 'Created'],
      ['Ferries', 'active', '2014-03-12'],
      ['Bridges', 'active', null],
    ]);
    expect(codesOf(planOf('working_groups', groups))).toEqual([
      ['corrected', 'sheet_group_only_seen T!C2 warning'],
      ['accepted'],
    ]);
    expect(codesOf(planOf('working_groups', groups, [], {}, council))).toEqual([['accepted'], ['accepted']]);
    const ferries = { id: 'ferries', body: { id: 'ferries', name: 'Ferries', created: '2014-03-12' } };
    expect(codesOf(planOf('working_groups', groups, [ferries], { ferries: 'active' }))[0]).toEqual([
      'accepted',
    ]);
    const questions = tableOf([
      ['Subject', 'Tabled'],
      ['Ferries', '2019-03-12'],
    ]);
    expect(codesOf(planOf('parliament_items', questions))).toEqual([
      ['corrected', 'sheet_item_only_listed T!B2 warning'],
    ]);
    expect(codesOf(planOf('parliament_items', questions, [], {}, council))).toEqual([['accepted']]);
  });

  test('a promise is its owner’s to make, or of who follows commitments; it has another watcher and is due after it', () => {
    const table = tableOf([
      ['What', 'Owner', 'Watcher', 'Due', 'Made'],
      ['A map', 'NL', 'sg', '2021-06-01', '2020-06-01'],
      ['A list', 'council', 'sg', '2021-06-01', null],
      ['A sign', 'NL', 'NL', '2021-06-01', null],
      ['A path', 'council', 'sg', '2019-06-01', '2020-06-01'],
    ]);
    expect(codesOf(planOf('promises', table))).toEqual([
      ['accepted'],
      ['accepted'],
      ['quarantined', 'watcher_is_owner T!C4 error'],
      ['quarantined', 'due_before_made T!D5 error'],
    ]);
    expect(codesOf(planOf('promises', table, [], {}, council)).map((one) => one.slice(0, 2))).toEqual([
      ['quarantined', 'sheet_owner_not_yours T!B2 error'],
      ['accepted'],
      ['quarantined', 'sheet_owner_not_yours T!B4 error'],
      ['quarantined', 'due_before_made T!D5 error'],
    ]);
  });
});

describe('What is called alike in two plans', () => {
  const item = { plan: '2020', name: 'Signs', proposed_by: 'NL', responsible: 'NL', expected: 'Signs' };
  const existing = [{ id: '2020-signs', body: { id: '2020-signs', ...item } }];
  const rows = (...cells: readonly (readonly Cell[])[]) =>
    planOf(
      'plan_items',
      tableOf([['Key', 'Year', 'Name', 'Proposed by', 'Lead', 'Expected result', 'Target'], ...cells]),
      existing,
    );
  const of = (id: Cell, plan: Cell, target: Cell) => [id, plan, 'Signs', 'NL', 'NL', 'Signs', target];
  test('is one of each; a key begins with its plan, and without one the title is the key', () => {
    const plan = rows(
      of(null, 2020, null),
      of(null, 2021, null),
      of('paths', '2021', null),
      of('repair', '2020', 7),
    );
    expect(plan.rows.map(({ id, effect }) => [id, effect])).toEqual([
      ['2020-signs', 'unchanged'],
      ['2021-signs', 'added'],
      ['2021-paths', 'added'],
      ['2020-repair', 'added'],
    ]);
  });
});

test('A number is read where it is certain: 1,000 may be one or a thousand', () => {
  const read = (cell: Cell) =>
    readCell(
      cell,
      { key: 'target', type: 'number' },
      'T!A1',
      { records: new Map(), words: new Map() },
      false,
    );
  expect([12.5, '12.5', ' -3 ', '12,5', '0'].map(read)).toMatchObject(
    [12.5, 12.5, -3, 12.5, 0].map((value) => ({ kind: 'value', value })),
  );
  for (const text of ['1,000', '1.000,5', 'many', '12 %', '1e3'])
    expect(read(text), text).toMatchObject({ kind: 'fault', fault: { code: 'sheet_number_unreadable' } });
});
