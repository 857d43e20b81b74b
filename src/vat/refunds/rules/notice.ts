import type { PlainDate } from '#kernel/dates.ts';
import type { Result } from '#kernel/result.ts';
import type { Cents, RoadKind } from '../model.ts';
import type { ClaimFile } from './acts.ts';
import { type CalendarOf, clockOf } from './clock.ts';
import { balanceOf } from './ledger.ts';
import type { LegalFacts } from './legal-facts.ts';

/** What the taxpayer is told of one offset: what of his refund went where, by which road, and what is left to him. */
export type Notice = {
  readonly offset: string;
  readonly road: RoadKind;
  readonly on: PlainDate;
  readonly lines: readonly NoticeLine[];
  /** What still waited for him when the offset was done. */
  readonly left: Cents;
  /** By when he is told, or why that is not known. */
  readonly tellBy: Result<PlainDate>;
};
export type NoticeLine = {
  readonly debt: string;
  /** Kept, where the debt is in dispute. */
  readonly use: 'set_off' | 'retain';
  readonly cents: Cents;
  /** What of the debt is not met out of this claim, by this offset and those before it: 0, it is discharged or wholly kept for. */
  readonly leftOwed: Cents;
};

/** The notice of an offset, from what the ledger had when it was done: what was moved back since is told by a notice of its own. Null: there was none. */
export function noticeOf(
  file: ClaimFile,
  offset: string,
  calendarOf: CalendarOf,
  facts: LegalFacts,
): Notice | null {
  const done = file.history.find((event) => event.act === 'execute_offset' && event.offset === offset);
  if (done?.act !== 'execute_offset') return null;
  const { on, road } = done;
  const isOfIt = (place: number) => {
    const entry = file.ledger[place];
    return entry?.taking?.offset === offset && (entry.move === 'set_off' || entry.move === 'retain');
  };
  const lines = file.ledger.flatMap(({ move, cents, taking }, place): readonly NoticeLine[] => {
    if (taking === null || !isOfIt(place) || (move !== 'set_off' && move !== 'retain')) return [];
    const upTo = file.ledger.slice(0, place + 1).filter((entry) => entry.taking?.debt === taking.debt);
    const { setOff, disputed } = balanceOf(upTo);
    return [{ debt: taking.debt, use: move, cents, leftOwed: taking.owed - setOff - disputed }];
  });
  const last = file.ledger.findLastIndex((_entry, place) => isOfIt(place));
  const term = clockOf(file.claim, file.history, on, calendarOf, facts)?.terms.find(
    ({ kind, subject }) => kind === 'notify' && subject === offset,
  );
  if (term === undefined) throw new Error(`The offset ${offset} has no term of its notice`);
  const { waiting: left } = balanceOf(file.ledger.slice(0, last + 1));
  return { offset, road, on, lines, left, tellBy: term.due };
}
