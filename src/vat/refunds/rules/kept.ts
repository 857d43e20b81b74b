import type { PlainDate } from '#kernel/dates.ts';
import type { Cents, Claim, ClaimAct, ClaimEvent, RecoveryRequest, RoadKind } from '../model.ts';
import type { ClaimFile } from './acts.ts';
import type { History } from './history.ts';
import type { Ledger } from './ledger.ts';
import type { Offset, Promised } from './offset.ts';

/** The two sides that keep a claim. The applicant keeps nothing here: one of them takes down what he did. */
export type Side = 'establishment' | 'refund';

export const sideOf = ({ establishment, refundState }: Claim, party: string): Side | null =>
  party === establishment ? 'establishment' : party === refundState ? 'refund' : null;
export const partyOn = ({ establishment, refundState }: Claim, side: Side): string =>
  side === 'establishment' ? establishment : refundState;

/**
 * Which side takes an act down. Consent is asked and taken by the state of establishment (Reg. 904/2010, art. 48), to withdraw it either
 * state is told; an answer goes to whoever asked. An offset is proposed by the state that is owed, which alone knows the debts, and withdrawn
 * by it, too.
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
  withdraw_offset: ['establishment'],
  execute_offset: ['refund'],
  notify: ['establishment', 'refund'],
  collect: ['refund'],
  reverse: ['refund'],
  correct: ['refund'],
  pay: ['refund'],
  add_remedy: ['establishment', 'refund'],
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

/**
 * What whoever decides tells the taxpayer besides what was decided: the authority that did, and what can be done against it, in that
 * party's own words. Nothing of it is known here: what was not recorded is said to be missing.
 */
export type Instruction = { readonly authority: string | null; readonly remedy: string | null };

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
  readonly instruction: Instruction;
  /** When this node took it down: an instant, ISO 8601. */
  readonly recordedAt?: string;
};

type Details = Readonly<Record<string, unknown>>;

export function detailsOf({ event, by, entries, told, reason, instruction }: Kept): Details {
  const { authority, remedy } = instruction;
  const { act, on: _on, ...about } = event;
  return {
    ...{ act, by, entries, event: about },
    ...(told === null ? {} : { told }),
    ...(reason === null ? {} : { reason }),
    ...(authority === null ? {} : { authority }),
    ...(remedy === null ? {} : { remedy }),
  };
}

const textOf = (said: unknown): string | null => (typeof said === 'string' ? said : null);

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
    reason: textOf(details.reason),
    instruction: { authority: textOf(details.authority), remedy: textOf(details.remedy) },
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
  /** Open: neither carried out nor withdrawn. */
  readonly state: 'open' | 'executed' | 'withdrawn';
};

/** Offsets that were proposed, in their order. */
export function proposalsOf(kept: readonly Kept[]): readonly Proposal[] {
  const of = (act: 'execute_offset' | 'withdraw_offset') =>
    new Set(kept.flatMap(({ event }) => (event.act === act ? event.offset : [])));
  const [executed, withdrawn] = [of('execute_offset'), of('withdraw_offset')];
  return kept.flatMap(({ event, told }): readonly Proposal[] => {
    if (event.act !== 'propose_offset' || told === null) return [];
    const { offset, road, on } = event;
    const state = executed.has(offset) ? 'executed' : withdrawn.has(offset) ? 'withdrawn' : 'open';
    return [{ offset, road, on, told, state }];
  });
}

export const openProposals = (kept: readonly Kept[]): readonly Proposal[] =>
  proposalsOf(kept).filter(({ state }) => state === 'open');

/** What open proposals take of each debt: for another proposal it is taken. */
export function promisedIn(kept: readonly Kept[]): Promised {
  const promised = new Map<string, { readonly cents: Cents; readonly offset: string }>();
  for (const { offset, told } of openProposals(kept))
    for (const { debt, cents } of told.debts)
      promised.set(debt, { offset, cents: cents + (promised.get(debt)?.cents ?? 0) });
  return promised;
}

/**
 * Whether something is left to set off by a proposal: of the refund something waits, and of a debt that it names something is met by no refund yet.
 * `leftOwed` has what is left of each debt; none of those of which nothing is. Whether the road is open that day is for the road to say.
 */
export const hasSomethingLeft = (
  { told }: Pick<Proposal, 'told'>,
  waiting: Cents,
  leftOwed: ReadonlyMap<string, Cents>,
): boolean => waiting > 0 && told.debts.some(({ debt }) => (leftOwed.get(debt) ?? 0) > 0);

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

/**
 * Who decided on a claim, and what can be done against it, as the notice of the decision says them; `offset`: of that offset's notice, by the party
 * that tells the taxpayer of it, as it said last. What it did not say is null.
 */
export function instructionOf(
  kept: readonly Kept[],
  { offset }: { readonly offset: string | null },
): Instruction {
  const said = kept.filter(({ event }) =>
    offset === null
      ? isDecision(event) || (event.act === 'add_remedy' && event.offset === null)
      : 'offset' in event && event.offset === offset,
  );
  const teller = offset === null ? null : tellerIn(said);
  return lastSaid(said.filter(({ event, by }) => event.act === 'notify' || teller === null || by === teller));
}

/**
 * What the state that does not tell the taxpayer of an offset named of its own when it proposed it or carried it out: it stands in the notice beside
 * what the other says. Null: it named nothing.
 */
export function otherInstructionOf(
  kept: readonly Kept[],
  offset: string,
): { readonly by: string; readonly instruction: Instruction } | null {
  const said = kept.filter(({ event }) => 'offset' in event && event.offset === offset);
  const teller = tellerIn(said);
  const others =
    teller === null ? [] : said.filter(({ event, by }) => event.act !== 'notify' && by !== teller);
  const instruction = lastSaid(others);
  const [other] = others;
  const isNothing = instruction.authority === null && instruction.remedy === null;
  return other === undefined || isNothing ? null : { by: other.by, instruction };
}

const lastSaid = (said: readonly Kept[]): Instruction => ({
  authority:
    said.findLast(({ instruction }) => instruction.authority !== null)?.instruction.authority ?? null,
  remedy: said.findLast(({ instruction }) => instruction.remedy !== null)?.instruction.remedy ?? null,
});

/** A notice that there is to make, and the party that makes it; offset null: that of the decision. */
export type NoticeOf = { readonly offset: string | null; readonly by: string };

/** The notices to the taxpayer that there are to make, in their order. */
export function noticesIn(kept: readonly Kept[]): readonly NoticeOf[] {
  const decision = kept.find(({ event }) => isDecision(event));
  const done = kept.flatMap(({ event }) => (event.act === 'execute_offset' ? event.offset : []));
  return [
    ...(decision === undefined ? [] : [{ offset: null, by: decision.by }]),
    ...done.flatMap((offset): readonly NoticeOf[] => {
      const by = tellerIn(kept.filter(({ event }) => 'offset' in event && event.offset === offset));
      return by === null ? [] : [{ offset, by }];
    }),
  ];
}

/** What a notice has to name and does not yet. */
export function lacksOf(
  kept: readonly Kept[],
  { offset }: Pick<NoticeOf, 'offset'>,
): readonly (keyof Instruction)[] {
  const instruction = instructionOf(kept, { offset });
  return (['authority', 'remedy'] as const).filter((name) => instruction[name] === null);
}

/** The party that tells of an offset: that which proposed it where the money goes to its own state, else that which carried it out. */
function tellerIn(said: readonly Kept[]): string | null {
  const done = said.find(({ event }) => event.act === 'execute_offset');
  if (done?.event.act !== 'execute_offset') return null;
  const act = tellerOf(done.event.road) === 'establishment' ? 'propose_offset' : 'execute_offset';
  return said.find(({ event }) => event.act === act)?.by ?? null;
}

/** What ends a claim one way or the other: it is granted, refused, or goes no further. */
export const isDecision = ({ act }: Pick<ClaimEvent, 'act'>): boolean =>
  act === 'approve' || act === 'refuse' || act === 'refuse_forwarding';
