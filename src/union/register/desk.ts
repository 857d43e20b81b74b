import { lastDay } from '#kernel/dates.ts';
import type { RecordId } from '#kernel/references.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { ReadContext } from '#platform/module.ts';
import { allRecords, type StoredRecord } from '#platform/records/records.ts';
import { bodies, groups, participations } from '../bodies/model.ts';
import { heldOn, listedParticipants, type PartyInBody, periodOf } from '../bodies/rules/participation.ts';
import {
  type Group,
  listContactDirectory,
  listGroupEntries,
  listGroups,
  type Moment,
} from '../bodies/store.ts';
import { actorKinds, hasUnknownMembers, isOwedBy } from '../commitments/rules/commitment.ts';
import { type BoardRow, listBoardRows, outlineBoard } from '../law/store.ts';
import { presidencies } from '../programme/model.ts';
import { type DueCommitment, listDue } from './due.ts';

/** What waits for one party, or for all of them. */
export type Desk = {
  /** Promises of the party itself or of a body in which it takes part or may take part. */
  readonly due: readonly DueCommitment[];
  /** Instruments that the party certainly has not carried out, or of which that is not known though they count. */
  readonly laws: readonly BoardRow[];
  /** Groups of the party that do not work: asleep, of unknown state, without its contact point. */
  readonly groups: readonly Group[];
  readonly vacancies: readonly Group[];
  /** Years in which the party presides or presided, the newest first. */
  readonly presidencies: readonly StoredRecord[];
  readonly members: readonly string[];
};

/** At most this many rows of each part; the lists themselves have all. */
const mostRows = 25;

export async function loadDesk(tx: Transaction, context: ReadContext, party: RecordId | null): Promise<Desk> {
  const { register, asOf, knownAt } = context;
  const moment = { register: register.id, asOf, knownAt };
  const day = lastDay(asOf);
  const { due } = await listDue(tx, context);
  const actors = await allRecords(tx, { ...moment, kinds: actorKinds });
  const board = await outlineBoard(tx, register, moment);
  const rows = await listBoardRows(tx, moment, board.members, board.ids);
  const entries = await listGroupEntries(tx, register, moment);
  const idle = new Set(
    entries.flatMap(({ id, state }) => (state === 'dormant' || state === 'unknown' ? [id] : [])),
  );
  const recorded = party === null ? new Map<string, PartyInBody[]>() : await recordedParts(tx, moment, party);
  const own = actors.filter(
    ({ kind, id, body }) =>
      kind === groups.name &&
      (party === null ||
        [...listedParticipants(body), ...(recorded.get(id) ?? [])].some(
          (part) => part.party === party && heldOn(part, day) !== 'no',
        )),
  );
  const { entries: contacts } = await listContactDirectory(tx, register, moment);
  const open = new Set(
    contacts.flatMap((one) =>
      one.bodyKind === groups.name &&
      (one.standing === 'vacant' || (one.contact === null && one.standing === 'unknown')) &&
      (party === null || one.party === party)
        ? [one.body]
        : [],
    ),
  );
  const vacant = own.filter(({ id }) => open.has(id));
  const presided = await allRecords(tx, { ...moment, kinds: [presidencies.name] });
  const ids = (records: readonly StoredRecord[]) => records.slice(0, mostRows).map(({ id }) => id);
  return {
    due: due
      .filter(
        ({ one }) =>
          party === null ||
          isOwedBy(one.owner, party, actors, day) ||
          (board.members.includes(party) && isCommon(one.owner, actors)),
      )
      .slice(0, mostRows),
    laws: rows
      .filter((row) => row.cells.some((cell) => isOpen(cell, party, board.countedKinds.includes(row.kind))))
      .slice(0, mostRows),
    groups: await listGroups(tx, moment, ids(own.filter(({ id }) => idle.has(id)))),
    vacancies: await listGroups(tx, moment, ids(vacant)),
    presidencies: presided
      .filter(({ body }) => party !== null && body.party === party)
      .toSorted((a, b) => String(b.body.year).localeCompare(String(a.body.year))),
    members: board.members,
  };
}

/** In which bodies and groups participations on record name a party: beside the lists of their descriptions. */
async function recordedParts(
  tx: Transaction,
  moment: Moment,
  party: RecordId,
): Promise<ReadonlyMap<string, PartyInBody[]>> {
  const found = await allRecords(tx, { ...moment, kinds: [participations.name], says: [{ party }] });
  const parts = new Map<string, PartyInBody[]>();
  for (const { body } of found) {
    const role = body.role as PartyInBody['role'];
    const part = { party, role, period: periodOf(body.from, body.to), seenOn: null };
    parts.set(String(body.body), [...(parts.get(String(body.body)) ?? []), part]);
  }
  return parts;
}

/** What a body of the union owes, and the register does not say who that body is made of, concerns every member. */
function isCommon(owner: string | null, actors: readonly StoredRecord[]): boolean {
  return (
    actors.some(({ kind, id }) => kind === bodies.name && id === owner) && hasUnknownMembers(owner, actors)
  );
}

function isOpen(
  { party, inLaw, recorded }: BoardRow['cells'][number],
  asked: RecordId | null,
  counts: boolean,
): boolean {
  if (asked !== null && party !== asked) return false;
  if (inLaw === 'unknown') return counts || recorded;
  return inLaw === 'declined' || inLaw === 'not_implemented' || inLaw === 'partial';
}
