import { statements } from '#evidence';
import { canonicalJson } from '#kernel/canonical-json.ts';
import { addMonths, lastDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import type { LocalizedText } from '#kernel/localized-text.ts';
import type { Transaction } from '#platform/database/database.ts';
import {
  allRecords,
  findRecord,
  listKnownVersions,
  listVersions,
  type StoredRecord,
} from '#platform/records/records.ts';
import type { Register } from '#platform/records/registers.ts';
import { remember } from '#platform/records/remember.ts';
import { listKnownSteps, listStates, type StateAt } from '#platform/records/transitions.ts';
import { bodies, powers } from '../bodies/model.ts';
import { listMembers, type Moment } from '../bodies/store.ts';
import {
  bindingWays,
  type CheckState,
  checkStates,
  ImplementationNote,
  instruments,
  type LawStatus,
  lawStatuses,
  type PracticeStatus,
  practiceStatuses,
  provisions,
} from './model.ts';
import { changeOf, type Figures, figuresOf } from './rules/deficit.ts';
import { type Axis, implementationsOf } from './rules/implementation.ts';
import type { InstrumentVersion, ProvisionVersion, RegisterSnapshot } from './rules/in-force.ts';
import { hasEndedBy, mayExistOn } from './rules/timeline.ts';

/** Who keeps the instruments: the body that has the power, else the one that is a secretariat; null where no body is said to be. */
export async function findKeeper(tx: Transaction, moment: Omit<Moment, 'asOf'>): Promise<string | null> {
  const held = await findRecord(tx, { ...moment, kind: powers.name, id: 'keep_instruments' });
  if (typeof held?.body.body === 'string') return held.body.body;
  const all = await allRecords(tx, { ...moment, kinds: [bodies.name] });
  return all.find(({ body }) => body.kind === 'secretariat')?.id ?? null;
}

/** What one state did with one instrument, on a date. */
export type Cell = {
  readonly party: string;
  /** The source says something of this state and instrument, be it that it is unknown. */
  readonly recorded: boolean;
  readonly inLaw: LawStatus;
  readonly inPractice: PracticeStatus;
  readonly asOf: PartialDate | null;
  readonly detail: string | null;
  /** Of detail and reasons, ISO 639-1. */
  readonly language: string;
  /** Whether the state has said so itself, and what another found; `none` where a source says it. */
  readonly check: CheckState;
  /** Who looked at it: a party, or the body whose power that is. */
  readonly checkedBy: string | null;
  /** The state's own reason, else those that the source gives for the instrument as a whole. */
  readonly reasons: readonly string[];
  readonly reasonsOf: 'party' | 'instrument' | null;
};

export type BoardRow = {
  readonly id: string;
  readonly kind: string;
  readonly title: LocalizedText;
  readonly record: StoredRecord;
  /** One for each member, then for each other party of which the source speaks. */
  readonly cells: readonly Cell[];
};

export type Board = {
  readonly members: readonly string[];
  readonly rows: readonly BoardRow[];
  /** Null where the source does not say which kinds of instrument count. */
  readonly deficit: readonly Figures[] | null;
  readonly countedKinds: readonly string[];
  readonly rule: string | null;
};

/**
 * The implementation board: every instrument that the source follows by state, and every one of the kinds that count.
 * An instrument that counts and of which nothing is recorded stands there as unknown; one that was adopted later does not.
 */
export async function loadBoard(tx: Transaction, moment: Moment): Promise<Board> {
  const known = await allRecords(tx, { ...moment, kinds: [instruments.name] });
  const records = known.filter(({ body }) => mayExistOn(body, lastDay(moment.asOf)));
  const states = await listStates(tx, { ...moment, kind: instruments.name });
  const members = (await listMembers(tx, moment)).map((record) => record.id);
  const said = await allRecords(tx, { ...moment, kinds: [statements.name], ids: ['implementation_note'] });
  const parsed = ImplementationNote.safeParse(said[0]?.body.content ?? null);
  const note = parsed.success ? parsed.data : null;
  const countedKinds = note?.deficit_counts_kinds ?? [];
  const bySubject = Map.groupBy(states, (state) => state.subject);
  const rows = records
    .filter(
      (record) =>
        Object.keys(implementationsOf(record.body)).length > 0 ||
        countedKinds.includes(String(record.body.kind)),
    )
    .map((record) => boardRow(record, bySubject.get(record.id) ?? [], members));
  const cutOff = lastDay(moment.asOf);
  // What has ended need not be carried out any more.
  const standing = rows.filter(({ record }) => !hasEndedBy(record.body, cutOff));
  const cells = standing.flatMap(({ id, kind, record, cells: ofRow }) =>
    ofRow.map(({ party, inLaw, inPractice, check }) => {
      const implementBy = textOrNull(record.body.implement_by) as PartialDate | null;
      return { instrument: id, kind, party, inLaw, inPractice, check, implementBy };
    }),
  );
  return {
    members,
    rows,
    deficit: countedKinds.length > 0 ? figuresOf(cells, countedKinds, members, cutOff) : null,
    countedKinds,
    rule: note?.deficit_excludes ?? null,
  };
}

/** The board in brief: all but its rows, of which only the ids. */
export type BoardOutline = Omit<Board, 'rows'> & {
  readonly ids: readonly string[];
  /** Instruments of the kinds that count, and those of them of which it is known what some state did. */
  readonly counted: { readonly all: number; readonly known: number };
  /** Rows of which the source says something of some state, in its order. */
  readonly told: readonly string[];
  /** Parties that are no members and of which the source speaks. */
  readonly others: readonly string[];
};

export function outlineBoard(tx: Transaction, register: Register, moment: Moment): Promise<BoardOutline> {
  return remember(register, ['board', lastDay(moment.asOf), lastDay(moment.knownAt)], async () => {
    const { rows, ...board } = await loadBoard(tx, moment);
    const counted = rows.filter((row) => board.countedKinds.includes(row.kind));
    const parties = new Set(rows.flatMap((row) => row.cells.map((cell) => cell.party)));
    return {
      ...board,
      ids: rows.map(({ id }) => id),
      counted: {
        all: counted.length,
        known: counted.filter((row) => row.cells.some((cell) => cell.inLaw !== 'unknown')).length,
      },
      told: rows.filter((row) => row.cells.some((cell) => cell.recorded)).map(({ id }) => id),
      others: [...parties].filter((party) => !board.members.includes(party)),
    };
  });
}

/** A year before, which is how often the Scoreboard is drawn up. */
export function cutOffBefore(asOf: PartialDate): PlainDate {
  return addMonths(lastDay(asOf), -12);
}

/** By party, how many percentage points of deficit there are more than at an earlier cut-off, by what is known of both today. */
export async function listChanges(
  tx: Transaction,
  register: Register,
  moment: Moment,
  before: PartialDate,
): Promise<ReadonlyMap<string, number | null>> {
  const { deficit: now } = await outlineBoard(tx, register, moment);
  const { deficit: then } = await outlineBoard(tx, register, { ...moment, asOf: before });
  return new Map(
    (now ?? []).map((figures) => [
      figures.party,
      changeOf(
        figures,
        then?.find(({ party }) => party === figures.party),
      ),
    ]),
  );
}

/** What the list of instruments sorts and filters by. */
export type InstrumentEntry = {
  readonly id: string;
  readonly kind: string | null;
  readonly dossier: string | null;
  readonly issuer: string | null;
  /** Of the instrument itself: adopted, in force, expired; unknown where no date says so. */
  readonly state: string;
};

/** An entry for every instrument that is known at the moment, in the order of the source. */
export function listInstrumentEntries(
  tx: Transaction,
  register: Register,
  moment: Moment,
): Promise<readonly InstrumentEntry[]> {
  const question = ['instrument-entries', lastDay(moment.asOf), lastDay(moment.knownAt)];
  return remember(register, question, async () => {
    const records = await allRecords(tx, { ...moment, kinds: [instruments.name] });
    const states = await listStates(tx, { ...moment, kind: instruments.name });
    const stateById = new Map(
      states.filter(({ axis }) => axis === 'state').map(({ subject, state }) => [subject, state]),
    );
    return records.map(({ id, body }) => ({
      id,
      kind: textOrNull(body.kind),
      dossier: textOrNull(body.case),
      issuer: textOrNull(body.issuer),
      state: stateById.get(id) ?? 'unknown',
    }));
  });
}

/** Some instruments, in the order of their ids. */
export async function findInstruments(
  tx: Transaction,
  moment: Omit<Moment, 'asOf'>,
  ids: readonly string[],
): Promise<readonly StoredRecord[]> {
  const records = await allRecords(tx, { ...moment, kinds: [instruments.name], ids });
  const byId = new Map(records.map((record) => [record.id, record]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Instruments with an obligation of this body, group or party, or that it is reminded of. */
export function listBinding(
  tx: Transaction,
  moment: Omit<Moment, 'asOf'>,
  id: string,
): Promise<readonly StoredRecord[]> {
  const says = [
    { obligations: [{ who: id }] },
    { obligations: [{ watcher: id }] },
    { yearly_reminder_to: [id] },
  ];
  return allRecords(tx, { ...moment, kinds: [instruments.name], says });
}

/** Some rows of the board, in the order of their ids. */
export async function listBoardRows(
  tx: Transaction,
  moment: Moment,
  members: readonly string[],
  ids: readonly string[],
): Promise<readonly BoardRow[]> {
  const records = await allRecords(tx, { ...moment, kinds: [instruments.name], ids });
  const states = await listStates(tx, { ...moment, kind: instruments.name, subjects: ids });
  const bySubject = Map.groupBy(states, (state) => state.subject);
  const rows = new Map(
    records.map((record) => [record.id, boardRow(record, bySubject.get(record.id) ?? [], members)]),
  );
  return ids.flatMap((id) => rows.get(id) ?? []);
}

export function boardRow(
  record: StoredRecord,
  states: readonly StateAt[],
  members: readonly string[],
): BoardRow {
  const said = implementationsOf(record.body);
  const parties = [...members, ...Object.keys(said).filter((party) => !members.includes(party))];
  // To a state that is no party to it, it does not apply.
  const named = Array.isArray(record.body.parties) ? record.body.parties.map(String) : parties;
  return {
    id: record.id,
    kind: String(record.body.kind ?? ''),
    title: instruments.title(record.body),
    record,
    cells: parties.map((party): Cell => {
      const law = stateOf(states, 'in_law', party);
      const practice = stateOf(states, 'in_practice', party);
      const check = stateOf(states, 'check', party);
      const reason = textOrNull(law?.details.reason);
      const common = ((record.body.reasons ?? []) as readonly string[]).map(String);
      const applies = law !== null && (law.state === 'declined' || law.state === 'not_implemented');
      return {
        party,
        recorded: party in said,
        inLaw:
          lawStatuses.find((status) => status === law?.state) ??
          (named.includes(party) ? 'unknown' : 'not_applicable'),
        inPractice:
          practiceStatuses.find((status) => status === practice?.state) ??
          (named.includes(party) ? 'unknown' : 'not_applicable'),
        asOf: law?.since ?? null,
        detail: textOrNull(law?.details.detail),
        language: textOrNull(law?.details.language) ?? 'en',
        check: checkStates.find((state) => state === check?.state) ?? 'none',
        checkedBy: textOrNull(check?.details.by),
        reasons: reason !== null ? [reason] : applies ? common : [],
        reasonsOf: reason !== null ? 'party' : applies && common.length > 0 ? 'instrument' : null,
      };
    }),
  };
}

/** The state of one axis of a party's implementation, or null when it is not known on the date. */
function stateOf(states: readonly StateAt[], axis: Axis | 'check', party: string) {
  const found = states.find((state) => state.axis === `${axis}/${party}`);
  return found === undefined || 'why' in found ? null : found;
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/**
 * All instruments and provisions of a register with all that was ever known of them by a date: what `inForce` is asked of. No id
 * or time of the machine is part of it, so that a restored register has the same.
 */
export async function loadSnapshot(tx: Transaction, moment: Omit<Moment, 'asOf'>): Promise<RegisterSnapshot> {
  const kinds = [instruments.name, provisions.name];
  return snapshotOf(tx, moment, await listKnownVersions(tx, { ...moment, kinds }));
}

/** The same for an instrument, its provisions and all on which it rests: enough to ask about these. */
export async function loadSnapshotOf(
  tx: Transaction,
  moment: Omit<Moment, 'asOf'>,
  instrument: string,
  parts: readonly string[],
): Promise<RegisterSnapshot> {
  const { register, knownAt } = moment;
  const day = lastDay(knownAt);
  const found: StoredRecord[] = [];
  const load = async (kind: string, id: string) => {
    const versions = await listVersions(tx, { register, kind, id });
    return versions.filter(({ knownFrom }) => lastDay(knownFrom) <= day).toReversed();
  };
  const ids = new Set([instrument]);
  for (const id of ids) {
    const versions = await load(instruments.name, id);
    for (const { body } of versions) for (const base of basesOf(body)) ids.add(base);
    found.push(...versions);
  }
  for (const id of parts) found.push(...(await load(provisions.name, id)));
  return snapshotOf(tx, moment, found);
}

async function snapshotOf(
  tx: Transaction,
  { register, knownAt }: Omit<Moment, 'asOf'>,
  versions: readonly StoredRecord[],
): Promise<RegisterSnapshot> {
  const of = (kind: string) => [
    ...Map.groupBy(
      versions.filter((version) => version.kind === kind),
      ({ id }) => id,
    ),
  ];
  const keyOf = (id: string) => `${instruments.name}/${id}`;
  const laws = of(instruments.name);
  const subjects = laws.map(([id]) => keyOf(id));
  const steps = await listKnownSteps(tx, register, subjects);
  const day = lastDay(knownAt);
  const stepsOf = (id: string) =>
    (steps.get(keyOf(id)) ?? [])
      .filter(({ knownDay }) => knownDay <= day)
      .map(({ axis, to, effectiveOn, observed, knownDay, withdrawnDay }) => ({
        axis,
        to,
        effectiveOn,
        observed,
        knownOn: knownDay,
        // What is taken back later still stood on the day of the snapshot.
        withdrawnOn: withdrawnDay !== null && withdrawnDay <= day ? withdrawnDay : null,
      }))
      .toSorted((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1));
  return {
    register,
    instruments: Object.fromEntries(
      laws.map(([id, own]) => [id, { versions: own.map(versionOf), steps: stepsOf(id) }]),
    ),
    provisions: Object.fromEntries(of(provisions.name).map(([id, own]) => [id, own.map(provisionOf)])),
  };
}

function basesOf(body: StoredRecord['body']): readonly string[] {
  return ((body.based_on ?? []) as readonly unknown[]).map(String);
}

function implementedBy({ implements: instrument, implements_articles: articles }: StoredRecord['body']) {
  if (typeof instrument !== 'string') return null;
  return { instrument, articles: Array.isArray(articles) ? articles.map(String) : [] };
}

function versionOf({ knownFrom, body }: StoredRecord): InstrumentVersion {
  return {
    knownOn: lastDay(knownFrom),
    parties: Array.isArray(body.parties) ? body.parties.map(String) : null,
    boundBy: bindingWays.find((way) => way === body.bound_by) ?? null,
    basedOn: basesOf(body),
    implements: implementedBy(body),
  };
}

function provisionOf({ knownFrom, body }: StoredRecord): ProvisionVersion {
  return {
    knownOn: lastDay(knownFrom),
    instrument: String(body.instrument),
    article: textOrNull(body.article),
    operation: String(body.operation),
    edition: typeof body.conditions_edition === 'number' ? body.conditions_edition : null,
    conditions: (body.conditions ?? null) as ProvisionVersion['conditions'],
    from: textOrNull(body.from) as PartialDate | null,
    until: textOrNull(body.until) as PartialDate | null,
  };
}
