import { counts, documents, evidenceKinds, observations, statements } from '#evidence';
import type { Kind, RecordBody } from '#platform/records/kind.ts';
import { assessmentKinds } from '../assessments/model.ts';
import { bodyKinds } from '../bodies/model.ts';
import { commitmentKinds } from '../commitments/model.ts';
import { documentKinds } from '../documents/model.ts';
import { initiativeKinds } from '../initiatives/model.ts';
import { instruments, lawKinds } from '../law/model.ts';
import { meetingKinds } from '../meetings/model.ts';
import { budgets, contributionKeys, derivedContributions, moneyKinds } from '../money/model.ts';
import { parliamentKinds } from '../parliament/model.ts';
import { planKinds } from '../plans/model.ts';
import { criteriaSets, presidencies, programmeKinds, themes } from '../programme/model.ts';
import { register } from '../register/model.ts';
import { steeringKinds } from '../steering/model.ts';

/** Where a kind's records stand in the file, and how they are told apart. */
export type Place = {
  readonly kind: Kind;
  /** Keys from the top of the file to the list, or for `byYear` to the object with one key a year. */
  readonly path: readonly string[];
  readonly form: 'list' | 'byYear';
  readonly key: 'id' | 'year';
  /** The field that a bare `missing` speaks of. */
  readonly mainField?: string;
};

const elsewhere: readonly Place[] = [
  { kind: counts, path: ['counts_by_year', 'rows'], form: 'list', key: 'id' },
  { kind: documents, path: ['documents', 'items'], form: 'list', key: 'id' },
  { kind: themes, path: ['themes_by_year', 'years'], form: 'byYear', key: 'year' },
  { kind: budgets, path: ['finance', 'budget'], form: 'list', key: 'year', mainField: 'amount' },
  { kind: contributionKeys, path: ['finance', 'contribution_key'], form: 'list', key: 'year' },
  { kind: derivedContributions, path: ['finance', 'derived_contributions'], form: 'list', key: 'id' },
];

const mainFields: ReadonlyMap<Kind, string> = new Map([
  [observations, 'value'],
  [presidencies, 'party'],
  [instruments, 'adopted'],
  [criteriaSets, 'content'],
]);

export const unionKinds: readonly Kind[] = [
  register,
  ...bodyKinds,
  ...programmeKinds,
  ...planKinds,
  ...initiativeKinds,
  ...assessmentKinds,
  ...commitmentKinds,
  ...meetingKinds,
  ...lawKinds,
  ...parliamentKinds,
  ...moneyKinds,
  ...steeringKinds,
  ...documentKinds,
];

/** Every list of the layout. A kind without a place of its own stands at the top under its own name. */
export const places: readonly Place[] = [
  ...elsewhere,
  ...[...unionKinds, ...evidenceKinds]
    .filter(
      (kind) => kind !== register && kind !== statements && !elsewhere.some((place) => place.kind === kind),
    )
    .map((kind): Place => {
      const mainField = mainFields.get(kind);
      return {
        kind,
        path: [kind.name],
        form: 'list',
        key: 'id',
        ...(mainField === undefined ? {} : { mainField }),
      };
    }),
];

/** Keys at the top of the file that hold one statement instead of a list; others are kept and reported. */
export const knownStatements: readonly string[] = [
  'working_group_gap',
  'parliament_cycle',
  'finance',
  'case_selection_criteria',
  'implementation_note',
  'themes_by_year',
  'counts_by_year',
  'documents',
];

/** A record as it stands in the file. `path` leads to it: `working_groups[3]`. `id` is null where it has none. */
export type PlacedRecord = {
  readonly place: Place | null;
  readonly kind: Kind;
  readonly id: string | null;
  readonly position: number;
  readonly path: string;
  readonly body: RecordBody;
};

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands at a place but has not the form of its place: a list that is none, a record that is none. */
export type Misplaced = { readonly kind: Kind; readonly path: string; readonly expected: 'list' | 'object' };

/** Takes a file apart into records and statements; nothing is left out. */
export function readLayout(file: JsonObject): {
  readonly records: readonly PlacedRecord[];
  readonly misplaced: readonly Misplaced[];
} {
  const misplaced: Misplaced[] = [];
  const records: PlacedRecord[] = [];
  const meta = isObject(file.meta) ? file.meta : {};
  const registerId = typeof meta.id === 'string' ? meta.id : null;
  records.push({ place: null, kind: register, id: registerId, position: 0, path: 'meta', body: meta });
  for (const place of places) for (const record of recordsAt(file, place, misplaced)) records.push(record);
  const lists = new Set(places.filter((place) => place.path.length === 1).map((place) => place.path[0]));
  // A list without records is a statement too: that the source names none.
  const said = Object.entries(file).filter(
    ([key, value]) => key !== 'meta' && (!lists.has(key) || isEmpty(value)),
  );
  for (const [position, [key, value]] of said.entries()) {
    const inner = new Set(places.filter((place) => place.path[0] === key).map((place) => place.path[1]));
    const content = isObject(value)
      ? Object.fromEntries(
          Object.entries(value).filter(([field, held]) => !inner.has(field) || isEmpty(held)),
        )
      : value;
    records.push({ place: null, kind: statements, id: key, position, path: key, body: { id: key, content } });
  }
  return { records, misplaced };
}

function isEmpty(value: unknown): boolean {
  return value === null || (typeof value === 'object' && Object.keys(value).length === 0);
}

function recordsAt(file: JsonObject, place: Place, misplaced: Misplaced[]): readonly PlacedRecord[] {
  const path = place.path.join('.');
  let found: unknown = file;
  for (const key of place.path) found = isObject(found) ? found[key] : undefined;
  if (found === undefined || found === null) return [];
  if (place.form === 'byYear') {
    if (!isObject(found)) misplaced.push({ kind: place.kind, path, expected: 'object' });
    return Object.entries(isObject(found) ? found : {}).map(([year, list], position) => ({
      place,
      kind: place.kind,
      id: year,
      position,
      path: `${path}.${year}`,
      body: { year: Number(year), themes: list },
    }));
  }
  if (!Array.isArray(found)) misplaced.push({ kind: place.kind, path, expected: 'list' });
  return (Array.isArray(found) ? found : []).flatMap((body: unknown, position): readonly PlacedRecord[] => {
    if (!isObject(body)) {
      misplaced.push({ kind: place.kind, path: `${path}[${position}]`, expected: 'object' });
      return [];
    }
    const key = body[place.key];
    const id = typeof key === 'string' || typeof key === 'number' ? String(key) : null;
    return [{ place, kind: place.kind, id, position, path: `${path}[${position}]`, body }];
  });
}

/** Puts records back into the file they came from: the inverse of `readLayout`, in the order of the layout. */
export function writeLayout(
  records: readonly { readonly kind: string; readonly id: string; readonly body: RecordBody }[],
): JsonObject {
  const file: Record<string, unknown> = {};
  for (const { body } of records.filter((record) => record.kind === register.name)) file.meta = body;
  for (const { id, body } of records.filter((record) => record.kind === statements.name))
    file[id] = isObject(body.content) ? { ...body.content } : body.content;
  for (const place of places) {
    const here = records.filter((record) => record.kind === place.kind.name);
    if (here.length === 0) continue;
    const value =
      place.form === 'list'
        ? here.map((record) => record.body)
        : Object.fromEntries(here.map(({ id, body }) => [id, body.themes]));
    const [top = '', inner] = place.path;
    if (inner === undefined) file[top] = value;
    else file[top] = { ...(isObject(file[top]) ? file[top] : {}), [inner]: value };
  }
  return file;
}
