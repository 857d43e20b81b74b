import { findAsked, type Lived } from '#exchange';
import { type PlainDate, parsePlainDate } from '#kernel/dates.ts';
import type { Clock } from '#platform/clock.ts';
import { todayOn } from '#platform/clock.ts';
import type { Database, Transaction } from '#platform/database/database.ts';
import { knownNow, listRegisters, type Register } from '#platform/records/registers.ts';
import type { OpenCase } from '../bridges/model.ts';
import { findField, takesPartIn } from '../fields/store.ts';
import type { VatNumber } from '../vat-number.ts';
import { isConfirmed, type Outcome, outcomes } from './model.ts';
import { openTimes } from './rules/standing.ts';
import { listCases, listDrafts, listFeedback } from './store.ts';

/** What is told to others of this module of the cases of a party: for its gateway, and for its scores. */

type Asked = { readonly register: Register; readonly clock: Clock };

/**
 * Every time for which a case of a party was or is open, under its own reference, to whom it told of the case by a question that left, and where it
 * was opened because another state told of its case, under that one's, to that one: by it the other asks. Of whom a case was about before
 * it was revised, it is about no more. To a party that takes no part in the field today, and by one that takes none, nothing is open.
 */
export async function listOpenCases(
  tx: Transaction,
  { register, clock }: Asked,
  party: string,
): Promise<readonly OpenCase[]> {
  const today = todayOn(clock);
  const known = { register: register.id, knownAt: knownNow(register, today) };
  const field = await findField(tx, { register, today }, 'cases');
  const isIn = (one: string) => field !== undefined && takesPartIn(field, one, today);
  const cases = await listCases(tx, known, [party]);
  const told = await listTold(tx, register.id, party, await listDrafts(tx, known, party));
  return cases.flatMap((one) =>
    openedBy(
      one,
      told.flatMap((by) => (by.case === one.record.body.id ? [by.to] : [])),
    ).map((open) => ({ ...open, parties: isIn(party) ? open.parties.filter(isIn) : [] })),
  );
}

/** Of requests of a party who was told of which case: whose question left this node, which it does where that does not deny it. */
async function listTold(
  tx: Transaction,
  register: string,
  party: string,
  requests: readonly Lived[],
): Promise<readonly { readonly case: unknown; readonly to: string }[]> {
  const told: { readonly case: unknown; readonly to: string }[] = [];
  for (const { record, steps } of requests) {
    const { question, to } = record.body;
    if (steps.at(-1)?.to !== 'released' || typeof question !== 'string') continue;
    const asked = await findAsked(tx, register, [{ direction: 'asked', party }], question);
    if (asked?.allowed === true) told.push({ case: record.body.case, to: String(to) });
  }
  return told;
}

/** The same for a gateway, asked anew with every question: what is closed opens nothing from then on. */
export const casesIn =
  (database: Database, clock: Clock) =>
  (id: string, party: string): Promise<readonly OpenCase[]> =>
    database.read(async (tx) => {
      const register = (await listRegisters(tx)).find((one) => one.id === id);
      return register === undefined ? [] : listOpenCases(tx, { register, clock }, party);
    });

/** `told`: parties that were told of it. */
export function openedBy(
  { record: { body }, steps }: Pick<Lived, 'record' | 'steps'>,
  told: readonly string[],
): readonly OpenCase[] {
  const joins = body.joins as { readonly party: string; readonly reference: string } | null | undefined;
  const references = [
    // Its own gateway answers the state itself, too: what is joined with the others' answers is of the same tokens.
    {
      reference: String(body.reference),
      parties: [...new Set([...(typeof body.party === 'string' ? [body.party] : []), ...told])],
    },
    ...(joins == null ? [] : [{ reference: joins.reference, parties: [joins.party] }]),
  ];
  return references.flatMap((one) =>
    openTimes(steps).map(({ from, until }) => ({
      ...{ ...one, opened: from, until },
      traders: body.traders as readonly VatNumber[],
    })),
  );
}

/** A trader of whom fraud was confirmed, and since when that is known here; from and until when he took part, null: unknown. */
export type ConfirmedTrader = {
  readonly number: VatNumber;
  readonly outcome: Outcome;
  readonly confirmed: PlainDate;
  readonly from: PlainDate | null;
  readonly until: PlainDate | null;
};

/** By the party's own cases that were closed so, and by feedback that it was given. A decision that was taken back counts no longer. */
export async function listConfirmed(
  tx: Transaction,
  { register, clock }: Asked,
  party: string,
): Promise<readonly ConfirmedTrader[]> {
  const known = { register: register.id, knownAt: knownNow(register, todayOn(clock)) };
  const [cases, feedback] = [await listCases(tx, known, [party]), await listFeedback(tx, known, [party])];
  return [
    ...cases.flatMap((one) => confirmedBy(one, 'closed')),
    ...feedback.flatMap((one) => confirmedBy(one, 'given')),
  ];
}

export function confirmedBy(
  { record: { body }, steps }: Pick<Lived, 'record' | 'steps'>,
  by: 'closed' | 'given',
): readonly ConfirmedTrader[] {
  const last = steps.at(-1);
  const outcome = outcomes.find((one) => one === body.outcome);
  if (last?.to !== by || outcome === undefined || !isConfirmed(outcome)) return [];
  const [from, until] = [dayOf(body.fraud_from), dayOf(body.fraud_until)];
  return ((body.confirmed ?? []) as readonly VatNumber[]).map((number) => ({
    ...{ number, outcome, from, until },
    confirmed: last.effectiveOn as PlainDate,
  }));
}

/** A month or year is not a day, and none is made up of it. */
function dayOf(value: unknown): PlainDate | null {
  const read = typeof value === 'string' ? parsePlainDate(value) : null;
  return read?.ok === true ? read.value : null;
}
