import type { z } from 'zod';
import { CountsTable, cellStatuses, emptyCellStatuses, statements } from '#evidence';
import { type PartialDate, parsePartialDate } from '#kernel/dates.ts';
import { missingReasons } from '#kernel/observation-value.ts';
import { parseRegisterId, type RegisterId } from '#kernel/references.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import { participations, parties } from '../bodies/model.ts';
import { findOverlaps } from '../bodies/rules/participation.ts';
import { ImplementationNote } from '../law/model.ts';
import { checkMoney } from '../money/rules/contributions.ts';
import { ParliamentCycle } from '../parliament/model.ts';
import { register } from '../register/model.ts';
import {
  isObject,
  type JsonObject,
  knownStatements,
  type Misplaced,
  type PlacedRecord,
  places,
  readLayout,
} from './layout.ts';
import { listReferences } from './references.ts';
import { unknownKeysOf } from './unknown-keys.ts';

/** A file that may be loaded: its register and every record with an id. Warnings say what was kept but not understood. */
export type CheckedFile = {
  readonly register: RegisterId;
  readonly knownFrom: PartialDate;
  readonly records: readonly (PlacedRecord & { readonly id: string })[];
  readonly warnings: readonly Problem[];
};

/** Deeper nesting than any source needs; a bound for the walk. */
const deepest = 40;
/** A key at the top is the id of a statement, which stands in an index. */
const longestKey = 500;

/** What pages and commands read of a statement; the rest of it is the source's own. */
export const statementSchemas: ReadonlyMap<string | null, z.ZodObject> = new Map<string | null, z.ZodObject>([
  ['counts_by_year', CountsTable],
  ['implementation_note', ImplementationNote],
  ['parliament_cycle', ParliamentCycle],
]);

/** Checks a whole file and reports every fault in it, each once, with its place. */
export function checkFile(file: unknown): Result<CheckedFile> {
  if (!isObject(file)) return fail(problem('file_not_object'));
  const malformed = checkTexts(file, '', 0);
  // Nothing else may walk into it.
  if (malformed.some(({ code }) => code === 'too_deep')) return { ok: false, problems: malformed };
  const { records, misplaced } = readLayout(file);
  const hasMeta = isObject(file.meta);
  const hasParties = Array.isArray(file.parties);
  const shaped = hasMeta ? records : records.filter((record) => record.kind !== register);
  // Of a list that is not there to be read nobody can say what it does not hold.
  const unread = new Set(misplaced.map(({ kind }) => kind));
  if (!hasParties) unread.add(parties);
  const faults: readonly Problem[] = [
    ...(hasMeta ? [] : [problem('meta_missing', 'meta')]),
    ...(hasParties ? [] : [problem('parties_missing', 'parties')]),
    ...misplaced.map(({ path, expected }) => problem('form_wrong', path, { expected })),
    ...malformed,
    ...shaped.flatMap(checkShape),
    ...checkIds(records),
    ...records.flatMap(checkMissing),
    ...checkReferences(records, unread),
    ...checkParticipations(records),
    ...checkMoney(records),
  ];
  const places = new Set<string>();
  const findings = faults.filter(({ path }) => !places.has(path) && places.add(path));
  if (findings.length > 0) return { ok: false, problems: findings };
  const description = isObject(file.meta) ? file.meta : {};
  const id = parseRegisterId(String(description.id), 'meta.id');
  const knownFrom = parsePartialDate(String(description.known_from), 'meta.known_from');
  if (!id.ok) return id;
  if (!knownFrom.ok) return knownFrom;
  return ok({
    register: id.value,
    knownFrom: knownFrom.value,
    records: records.flatMap((record) => (record.id === null ? [] : [{ ...record, id: record.id }])),
    warnings: findUnknownKeys(file, records),
  });
}

/** One finding a place: the schema may see one wrong value in several ways. */
function checkShape(record: PlacedRecord): readonly Problem[] {
  const { kind, body, id } = record;
  const faults = issuesOf(kind.schema, body).map((issue) => problemOf(issue, placeOf(record, issue.path)));
  const said = kind === statements && isObject(body.content) ? statementSchemas.get(id) : undefined;
  return said === undefined
    ? faults
    : [
        ...faults,
        ...issuesOf(said, body.content).map((issue) => problemOf(issue, placeIn(record.path, issue.path))),
      ];
}

function issuesOf(schema: z.ZodObject, value: unknown): readonly z.core.$ZodIssue[] {
  return (schema.safeParse(value, { reportInput: true }).error?.issues ?? []).flatMap(issuesOfForm);
}

/** Where a value may have one of several forms and has one but for something in it, the faults inside. */
function issuesOfForm(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const [nearest] = issue.errors
    .filter((issues) => issues.every(({ path }) => path.length > 0))
    .toSorted((a, b) => a.length - b.length);
  return nearest === undefined
    ? [issue]
    : nearest.flatMap(issuesOfForm).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** Where a field of a record stands in the file: a statement and the themes of a year have no object around them there. */
function placeOf({ kind, path, place }: PlacedRecord, keys: readonly PropertyKey[]): string {
  return placeIn(path, kind === statements || place?.form === 'byYear' ? keys.slice(1) : keys);
}

function placeIn(path: string, keys: readonly PropertyKey[]): string {
  return path + keys.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
}

function problemOf(issue: z.core.$ZodIssue, path: string): Problem {
  const received = issue.input === undefined ? '' : JSON.stringify(issue.input).slice(0, 80);
  if (isDateIssue(issue)) return problem('date_invalid', path, { received });
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? problem('field_missing', path)
        : problem('type_wrong', path, { expected: issue.expected, received });
    case 'invalid_value':
      return path.endsWith('.reason')
        ? problem('reason_unknown', path, { received, allowed: missingReasons.join(', ') })
        : problem('value_unknown', path, { received, allowed: issue.values.map(String).join(', ') });
    default:
      return problem('value_invalid', path, { received });
  }
}

/**
 * A date fails as a custom check, a year as the key of a cell or of the themes of a year; in a choice of forms it hides
 * among the reasons of each form.
 */
function isDateIssue(issue: z.core.$ZodIssue): boolean {
  if (issue.code === 'custom' || issue.code === 'invalid_key') return true;
  if (issue.code === 'invalid_type' && Number.isNaN(issue.input)) return true;
  if (issue.code === 'invalid_format')
    return issue.format === 'regex' && issue.pattern?.includes('\\d{4}(-\\d{2}') === true;
  return issue.code === 'invalid_union' && issue.errors.some((issues) => issues.some(isDateIssue));
}

function checkIds(records: readonly PlacedRecord[]): readonly Problem[] {
  const seen = new Map<string, string>();
  return records.flatMap((record) => {
    if (record.place === null) return [];
    const path = `${record.path}.${record.place.key}`;
    if (record.id === null) return [problem('field_missing', path)];
    const key = `${record.kind.name}/${record.id}`;
    const first = seen.get(key);
    if (first !== undefined) return [problem('id_duplicate', path, { id: record.id, first })];
    seen.set(key, record.path);
    return [];
  });
}

/** A value where the file says that there is none, and a reason outside the list, however deep they stand. */
function checkMissing(record: PlacedRecord): readonly Problem[] {
  const { kind, body, path, place } = record;
  const value = kind === statements ? body.content : place?.form === 'byYear' ? body.themes : body;
  const faults = missingIn(value, path, place?.form === 'list' ? (place.mainField ?? null) : undefined);
  return isObject(body.cells) ? [...faults, ...checkCells(body.cells, `${path}.cells`)] : faults;
}

/**
 * `mainField` is what a bare `missing` of a record speaks of, null where that is not settled. In an object within a
 * record, undefined, it speaks of what is null there.
 */
function missingIn(value: unknown, path: string, mainField: string | null | undefined): readonly Problem[] {
  if (Array.isArray(value))
    return value.flatMap((item, index) => missingIn(item, `${path}[${index}]`, undefined));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = `${path}.${key}`;
    const field = key === 'missing' ? mainField : missingFieldOf(key);
    if (!isObject(inner) || !('reason' in inner) || (key !== 'missing' && field === null))
      return missingIn(inner, here, undefined);
    const faults = checkReason(inner, here);
    if (field === undefined)
      return Object.values(value).includes(null)
        ? faults
        : [...faults, problem('value_where_missing', here, { declared: key })];
    return field === null || (value[field] ?? null) === null
      ? faults
      : [...faults, problem('value_where_missing', `${path}.${field}`, { declared: key })];
  });
}

function missingFieldOf(key: string): string | null {
  if (key.endsWith('_missing')) return key.slice(0, -'_missing'.length);
  return key.startsWith('missing_') ? key.slice('missing_'.length) : null;
}

function checkReason(value: JsonObject, path: string): readonly Problem[] {
  const reason = value.reason;
  if ((missingReasons as readonly unknown[]).includes(reason)) return [];
  return [
    problem('reason_unknown', `${path}.reason`, {
      received: JSON.stringify(reason).slice(0, 80),
      allowed: missingReasons.join(', '),
    }),
  ];
}

function checkCells(cells: JsonObject, path: string): readonly Problem[] {
  return Object.entries(cells).flatMap(([year, cell]) => {
    if (!isObject(cell) || !(cellStatuses as readonly unknown[]).includes(cell.status)) return [];
    const empty = (emptyCellStatuses as readonly unknown[]).includes(cell.status);
    if (empty && typeof cell.value === 'number')
      return [problem('value_where_missing', `${path}.${year}.value`, { declared: String(cell.status) })];
    if (!empty && cell.value === null)
      return [problem('value_without_reason', `${path}.${year}.value`, { declared: String(cell.status) })];
    return [];
  });
}

function checkReferences(
  records: readonly PlacedRecord[],
  unread: ReadonlySet<Misplaced['kind']>,
): readonly Problem[] {
  const known = new Set(records.map((record) => `${record.kind.name}/${record.id}`));
  return records.flatMap((record) =>
    listReferences(record.kind, record.body).flatMap(({ path, id, to }) =>
      to.some((kind) => unread.has(kind) || known.has(`${kind.name}/${id}`))
        ? []
        : [
            problem('reference_dangling', `${record.path}.${path}`, {
              id,
              kinds: to.map((kind) => kind.name).join(', '),
            }),
          ],
    ),
  );
}

function checkParticipations(records: readonly PlacedRecord[]): readonly Problem[] {
  const here = records.filter(
    (record) => record.kind === participations && participations.schema.safeParse(record.body).success,
  );
  return findOverlaps(here.map((record) => record.body)).map(({ later, earlier, body, party }) =>
    problem('participation_overlaps', here[later]?.path ?? '', {
      body,
      party,
      first: here[earlier]?.path ?? '',
    }),
  );
}

/** PostgreSQL's JSON holds neither the null character nor half a surrogate pair, and no JSON a number like 1e999. */
function checkTexts(value: unknown, path: string, depth: number): readonly Problem[] {
  if (depth > deepest) return [problem('too_deep', path, { deepest })];
  if (typeof value === 'string')
    return value.includes('\0') || !value.isWellFormed() ? [problem('text_malformed', path)] : [];
  if (typeof value === 'number' && !Number.isFinite(value))
    return [problem('value_invalid', path, { received: String(value) })];
  if (Array.isArray(value))
    return value.flatMap((item, index) => checkTexts(item, `${path}[${index}]`, depth + 1));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = path === '' ? key : `${path}.${key}`;
    // `__proto__` as a key would not survive being put back into an object.
    const malformed =
      key.includes('\0') || key === '__proto__' || !key.isWellFormed() || key.length > longestKey;
    return malformed ? [problem('text_malformed', path)] : checkTexts(inner, here, depth + 1);
  });
}

/** Keys that the layout does not know. They are kept with the record, shown and exported again. */
function findUnknownKeys(file: JsonObject, records: readonly PlacedRecord[]): readonly Problem[] {
  const tops = new Set(['meta', ...knownStatements, ...places.map((place) => place.path[0])]);
  const partyIds = new Set(records.filter((record) => record.kind === parties).map((record) => record.id));
  const unknownTops = Object.keys(file).filter((key) => !tops.has(key));
  return [
    ...unknownTops.map((key) => problem('key_unknown', key, { key }, 'warning')),
    ...records.flatMap((record) =>
      unknownKeysOf(record, (id) => partyIds.has(id)).map((key) =>
        problem('key_unknown', `${record.path}.${key}`, { key }, 'warning'),
      ),
    ),
  ];
}
