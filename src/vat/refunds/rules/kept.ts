import type { PlainDate } from '#kernel/dates.ts';
import type { Cents, Claim, ClaimAct, ClaimEvent, RecoveryRequest, RoadKind } from '../model.ts';
import type { ClaimFile } from './acts.ts';
import type { History } from './history.ts';
import type { Ledger } from './ledger.ts';
import type { Offset } from './offset.ts';

/** The two sides that keep a claim. The applicant keeps nothing here: one of them takes down what he did. */
export type Side = 'establishment' | 'refund';

export const sideOf = ({ establishment, refundState }: Claim, party: string): Side | null =>
  party === establishment ? 'establishment' : party === refundState ? 'refund' : null;
export const partyOn = ({ establishment, refundState }: Claim, side: Side): string =>
  side === 'establishment' ? establishment : refundState;

/**
 * Which side takes an act down. Consent is asked and taken by the state of establishment (Reg. 904/2010, art. 48), to withdraw it either
 * state is told; an answer goes to whoever asked. An offset is proposed by the state that is owed, which alone knows the debts.
 */
export const takers: Readonly<Record<ClaimAct | 'lodge', readonly Side[]>> = {
  lodge: ['establishment'],
  forward: ['establishment'],
  refuse_forwarding: ['establishment'],
  receive: ['refund'],
  ask: ['refund'],
  answer: ['refund'],
  approve: ['refund'],
  refuse: ['refund'],
  consent: ['establishment'],
  withdraw_consent: ['establishment', 'refund'],
  propose_offset: ['establishment'],
  execute_offset: ['refund'],
  notify: ['establishment', 'refund'],
  collect: ['refund'],
  reverse: ['refund'],
  correct: ['refund'],
  pay: ['refund'],
};

/** What the other state is told of one debt, and no more: not what it is, since when, nor what stands against it. */
export type ToldDebt = {
  readonly debt: string;
  readonly reference: string;
  readonly use: 'set_off' | 'retain';
  readonly cents: Cents;
};

/** What goes to the refund state with the proposal of an offset. */
export type Told = { readonly request: RecoveryRequest | null; readonly debts: readonly ToldDebt[] };

/** One step of a claim's record: what happened, who took it down, and how many entries the ledger had afterwards. */
export type Kept = {
  readonly event: ClaimEvent;
  /** The party that took it down. */
  readonly by: string;
  readonly entries: number;
  /** Of a proposal. */
  readonly told: Told | null;
  /** In words, where the event itself has none. */
  readonly reason: string | null;
  /** When this node took it down: an instant, ISO 8601. */
  readonly recordedAt?: string;
};

type Details = Readonly<Record<string, unknown>>;

export function detailsOf({ event, by, entries, told, reason }: Kept): Details {
  const { act, on: _on, ...about } = event;
  return {
    ...{ act, by, entries, event: about },
    ...(told === null ? {} : { told }),
    ...(reason === null ? {} : { reason }),
  };
}

export function keptOf({
  details,
  effectiveOn,
  recordedAt,
}: {
  readonly details: Details;
  readonly effectiveOn: string;
  readonly recordedAt?: string;
}): Kept {
  const about = details.event as object;
  return {
    event: { ...about, act: details.act, on: effectiveOn as PlainDate } as ClaimEvent,
    by: String(details.by),
    entries: Number(details.entries),
    told: (details.told ?? null) as Told | null,
    reason: typeof details.reason === 'string' ? details.reason : null,
    ...(recordedAt === undefined ? {} : { recordedAt }),
  };
}

/** A claim as it stood by the end of a day: each step knows how far the ledger went, so that both are cut at one place. */
export function fileOn(
  claim: ClaimFile['claim'],
  kept: readonly Kept[],
  ledger: Ledger,
  day: PlainDate,
): ClaimFile & { readonly kept: readonly Kept[] } {
  const happened = kept.filter(({ event }) => event.on <= day);
  const history: History = happened.map(({ event }) => event);
  return { claim, kept: happened, history, ledger: ledger.slice(0, happened.at(-1)?.entries ?? 0) };
}

export type Proposal = {
  readonly offset: string;
  readonly road: RoadKind;
  readonly on: PlainDate;
  readonly told: Told;
  readonly isExecuted: boolean;
};

/** Offsets that were proposed, in their order. */
export function proposalsOf(kept: readonly Kept[]): readonly Proposal[] {
  const done = new Set(kept.flatMap(({ event }) => (event.act === 'execute_offset' ? event.offset : [])));
  return kept.flatMap(({ event, told }) =>
    event.act === 'propose_offset' && told !== null
      ? [{ offset: event.offset, road: event.road, on: event.on, told, isExecuted: done.has(event.offset) }]
      : [],
  );
}

/** What of a plan the other state is told. */
export function toldOf(
  { allocations }: Pick<Offset, 'allocations'>,
  referenceOf: (debt: string) => string,
  request: RecoveryRequest | null,
): Told {
  return {
    request,
    debts: allocations.map(({ debt, use, cents }) => ({
      ...{ debt: debt.id, use, cents },
      reference: referenceOf(debt.id),
    })),
  };
}

/** Which side tells the taxpayer of an offset: with his consent the money went to his own state, which says what it discharged. */
export const tellerOf = (road: RoadKind): Side => (road === 'consent_transfer' ? 'establishment' : 'refund');

/** Offsets of which the taxpayer was not told yet, each with who has to tell him. */
export function untoldOf(history: History): readonly { readonly offset: string; readonly teller: Side }[] {
  const told = new Set(history.flatMap((event) => (event.act === 'notify' ? event.offset : [])));
  return history.flatMap((event) =>
    event.act === 'execute_offset' && !told.has(event.offset)
      ? [{ offset: event.offset, teller: tellerOf(event.road) }]
      : [],
  );
}
