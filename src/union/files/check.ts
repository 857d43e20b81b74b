import type { z } from 'zod';
import { emptyCellStatuses, statements } from '#evidence';
import { type PartialDate, parsePartialDate } from '#kernel/dates.ts';
import { missingReasons } from '#kernel/observation-value.ts';
import { parseRegisterId, type RegisterId } from '#kernel/references.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import { languageKeysOf, type RecordBody } from '#platform/records/kind.ts';
import { participations, parties } from '../bodies/model.ts';
import { findOverlaps } from '../bodies/rules/participation.ts';
import { contributionKeys } from '../money/model.ts';
import { checkMoney } from '../money/rules/contributions.ts';
import { register } from '../register.ts';
import {
  isObject,
  type JsonObject,
  knownStatements,
  type PlacedRecord,
  places,
  readLayout,
} from './layout.ts';
import { listReferences } from './references.ts';

/** A file that may be loaded: its register and every record with an id. Warnings say what was kept but not understood. */
export type CheckedFile = {
  readonly register: RegisterId;
  readonly knownFrom: PartialDate;
  readonly records: readonly (PlacedRecord & { readonly id: string })[];
  readonly warnings: readonly Problem[];
};

/** Deeper nesting than any source needs; a bound for the walk. */
const deepest = 40;

/** Checks a whole file and reports every fault in it, each once, with its place. */
export function checkFile(file: unknown): Result<CheckedFile> {
  if (!isObject(file)) return fail(problem('file_not_object'));
  const faults: Problem[] = [];
  if (!isObject(file.meta)) faults.push(problem('meta_missing', 'meta'));
  if (!Array.isArray(file.parties)) faults.push(problem('parties_missing', 'parties'));
  const { records, misplaced } = readLayout(file);
  for (const { path, expected } of misplaced)
    if (path !== 'parties') faults.push(problem('form_wrong', path, { expected }));
  const textFaults = checkTexts(file, '', 0);
  faults.push(...textFaults);
  const meta = records.filter((record) => record.kind !== register || isObject(file.meta));
  faults.push(...meta.flatMap(checkShape));
  faults.push(...checkIds(records));
  faults.push(...records.flatMap(checkMissing));
  faults.push(...checkReferences(records));
  faults.push(...checkParticipations(records));
  faults.push(...checkMoney(records));
  const description = isObject(file.meta) ? file.meta : {};
  const id = parseRegisterId(String(description.id ?? ''), 'meta.id');
  const knownFrom = parsePartialDate(String(description.known_from ?? ''), 'meta.known_from');
  const seen = new Set<string>();
  const findings = faults.filter((fault) => {
    const key = `${fault.path}\n${fault.code}`;
    return !seen.has(key) && seen.add(key);
  });
  if (findings.length > 0 || !id.ok || !knownFrom.ok) return fail(...findings);
  return ok({
    register: id.value,
    knownFrom: knownFrom.value,
    records: records.flatMap((record) => (record.id === null ? [] : [{ ...record, id: record.id }])),
    warnings: findUnknownKeys(file, records),
  });
}

/** One finding a place: the schema may see one wrong value in several ways. */
function checkShape(record: PlacedRecord): readonly Problem[] {
  const parsed = record.kind.schema.safeParse(record.body);
  if (parsed.success) return [];
  const byPath = new Map<string, Problem>();
  for (const issue of parsed.error.issues) {
    const path =
      record.path +
      issue.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
    if (!byPath.has(path)) byPath.set(path, problemOf(issue, path));
  }
  return [...byPath.values()];
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

/** A date fails as a custom check; in a choice of forms it hides among the reasons of each form. */
function isDateIssue(issue: z.core.$ZodIssue): boolean {
  if (issue.code === 'custom') return true;
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

/** A value where the file says that there is none, in records and in cells, and a reason outside the list. */
function checkMissing(record: PlacedRecord): readonly Problem[] {
  const faults: Problem[] = [];
  for (const [key, value] of Object.entries(record.body)) {
    const field = missingFieldOf(key, record);
    if (field === null || !isObject(value)) continue;
    if (record.body[field] !== null && record.body[field] !== undefined)
      faults.push(problem('value_where_missing', `${record.path}.${field}`, { declared: key }));
    if (!(key in record.kind.schema.shape)) faults.push(...checkReason(value, `${record.path}.${key}`));
  }
  if (record.kind === statements) faults.push(...checkNestedReasons(record.body.content, record.path));
  if (isObject(record.body.cells)) faults.push(...checkCells(record.body.cells, `${record.path}.cells`));
  return faults;
}

function missingFieldOf(key: string, record: PlacedRecord): string | null {
  if (key === 'missing') return record.place?.mainField ?? null;
  if (key.endsWith('_missing')) return key.slice(0, -'_missing'.length);
  return key.startsWith('missing_') ? key.slice('missing_'.length) : null;
}

function checkReason(value: JsonObject, path: string): readonly Problem[] {
  const reason = value.reason;
  if ((missingReasons as readonly unknown[]).includes(reason)) return [];
  return [
    problem('reason_unknown', `${path}.reason`, {
      received: JSON.stringify(reason ?? null).slice(0, 80),
      allowed: missingReasons.join(', '),
    }),
  ];
}

function checkNestedReasons(value: unknown, path: string): readonly Problem[] {
  if (Array.isArray(value))
    return value.flatMap((item, index) => checkNestedReasons(item, `${path}[${index}]`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    isObject(inner) && (key === 'missing' || key.endsWith('_missing'))
      ? checkReason(inner, `${path}.${key}`)
      : checkNestedReasons(inner, `${path}.${key}`),
  );
}

function checkCells(cells: JsonObject, path: string): readonly Problem[] {
  return Object.entries(cells).flatMap(([year, cell]) => {
    if (!isObject(cell)) return [];
    const empty = (emptyCellStatuses as readonly unknown[]).includes(cell.status);
    if (empty && typeof cell.value === 'number')
      return [problem('value_where_missing', `${path}.${year}.value`, { declared: String(cell.status) })];
    if (!empty && cell.value === null)
      return [problem('value_without_reason', `${path}.${year}.value`, { declared: String(cell.status) })];
    return [];
  });
}

function checkReferences(records: readonly PlacedRecord[]): readonly Problem[] {
  const known = new Set(records.map((record) => `${record.kind.name}/${record.id}`));
  return records.flatMap((record) =>
    listReferences(record.kind, record.body).flatMap(({ path, id, to }) =>
      to.some((kind) => known.has(`${kind.name}/${id}`))
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

/** PostgreSQL's JSON holds neither the null character nor half a surrogate pair. */
function checkTexts(value: unknown, path: string, depth: number): readonly Problem[] {
  if (depth > deepest) return [problem('too_deep', path, { deepest })];
  if (typeof value === 'string')
    return value.includes('\0') || !value.isWellFormed() ? [problem('text_malformed', path)] : [];
  if (Array.isArray(value))
    return value.flatMap((item, index) => checkTexts(item, `${path}[${index}]`, depth + 1));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = path === '' ? key : `${path}.${key}`;
    // `__proto__` as a key would not survive being put back into an object.
    const malformed = key.includes('\0') || key === '__proto__' || !key.isWellFormed();
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
      unknownKeysOf(record, partyIds).map((key) =>
        problem('key_unknown', `${record.path}.${key}`, { key }, 'warning'),
      ),
    ),
  ];
}

export function unknownKeysOf(
  record: { readonly kind: PlacedRecord['kind']; readonly body: RecordBody },
  partyIds: ReadonlySet<string | null>,
): readonly string[] {
  const { schema } = record.kind;
  const languages = new Set(languageKeysOf(schema, record.body));
  return Object.keys(record.body).filter((key) => {
    if (key in schema.shape || languages.has(key)) return false;
    const field = key.endsWith('_missing') ? key.slice(0, -'_missing'.length) : key.replace(/^missing_/, '');
    if (field !== key && field in schema.shape) return false;
    return !(record.kind === contributionKeys && partyIds.has(key));
  });
}
