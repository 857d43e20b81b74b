import { statements } from '#evidence';
import { lastDay, type PartialDate } from '#kernel/dates.ts';
import type { LocalizedText } from '#kernel/localized-text.ts';
import type { Transaction } from '#platform/database/database.ts';
import { allRecords, type StoredRecord } from '#platform/records/records.ts';
import type { Register } from '#platform/records/registers.ts';
import { remember } from '#platform/records/remember.ts';
import { listStates, type StateAt } from '#platform/records/transitions.ts';
import { listMembers, type Moment } from '../bodies/store.ts';
import {
  ImplementationNote,
  instruments,
  type LawStatus,
  lawStatuses,
  type PracticeStatus,
  practiceStatuses,
} from './model.ts';
import { type Deficit, deficitOf } from './rules/deficit.ts';
import { type Axis, implementationsOf } from './rules/implementation.ts';
import { mayExistOn } from './rules/timeline.ts';

/** What one state did with one instrument, on a date. */
export type Cell = {
  readonly party: string;
  /** The source says something of this state and instrument, be it that it is unknown. */
  readonly recorded: boolean;
  readonly inLaw: LawStatus;
  readonly inPractice: PracticeStatus;
  readonly asOf: PartialDate | null;
  readonly detail: string | null;
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
  readonly deficit: readonly Deficit[] | null;
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
  const cells = rows.flatMap((row) =>
    row.cells.map((cell) => ({ instrument: row.id, kind: row.kind, party: cell.party, inLaw: cell.inLaw })),
  );
  return {
    members,
    rows,
    deficit: countedKinds.length > 0 ? deficitOf(cells, countedKinds, members) : null,
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
  return {
    id: record.id,
    kind: String(record.body.kind ?? ''),
    title: instruments.title(record.body),
    record,
    cells: parties.map((party): Cell => {
      const law = stateOf(states, 'in_law', party);
      const practice = stateOf(states, 'in_practice', party);
      const reason = textOrNull(law?.details.reason);
      const common = ((record.body.reasons ?? []) as readonly string[]).map(String);
      const applies = law !== null && (law.state === 'declined' || law.state === 'not_implemented');
      return {
        party,
        recorded: party in said,
        inLaw: lawStatuses.find((status) => status === law?.state) ?? 'unknown',
        inPractice: practiceStatuses.find((status) => status === practice?.state) ?? 'unknown',
        asOf: law?.since ?? null,
        detail: textOrNull(law?.details.detail),
        reasons: reason !== null ? [reason] : applies ? common : [],
        reasonsOf: reason !== null ? 'party' : applies && common.length > 0 ? 'instrument' : null,
      };
    }),
  };
}

/** The state of one axis of a party's implementation, or null when it is not known on the date. */
function stateOf(states: readonly StateAt[], axis: Axis, party: string) {
  const found = states.find((state) => state.axis === `${axis}/${party}`);
  return found === undefined || 'why' in found ? null : found;
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
