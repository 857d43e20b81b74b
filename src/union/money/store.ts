import { isLater, statements } from '#evidence';
import { firstDay, lastDay, type PartialDate } from '#kernel/dates.ts';
import { type Currency, type Money, parseMoney } from '#kernel/money.ts';
import type { MissingReason } from '#kernel/observation-value.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import { allRecords, findRecord, type StoredRecord } from '#platform/records/records.ts';
import { listStates, listTransitions } from '#platform/records/transitions.ts';
import { parties } from '../bodies/model.ts';
import type { Moment } from '../bodies/store.ts';
import { type AllocationBasis, allocations, budgets, contributionKeys, Finance, surpluses } from './model.ts';
import { type AllocationSum, sumAllocations } from './rules/allocation.ts';
import { type Contribution, contributionsOf } from './rules/contributions.ts';
import { type KeyChange, keyChangesOf } from './rules/key-history.ts';

/** One year's budget: the amount or why it is missing, and what each party pays of it where a key of the year is known. */
export type BudgetYear = {
  readonly year: string;
  /** Whether it is proposed, sent back or approved; null: the source states it and tells no such thing, or it is not certain. */
  readonly state: string | null;
  readonly currency: string;
  readonly amount: Money | null;
  readonly missing: { readonly reason: MissingReason; readonly note: string | null } | null;
  readonly contributions: readonly Contribution[] | null;
  readonly basis: string | null;
  readonly source: readonly string[];
};

/**
 * Every year of which the source speaks, in order. Those that begin after `asOf` are left out and counted, unless they had been
 * proposed by then, and so are those that had not; null leaves out none.
 */
export async function listBudgets(
  tx: Transaction,
  moment: Omit<Moment, 'asOf'> & { readonly asOf: PartialDate | null },
): Promise<{ readonly years: readonly BudgetYear[]; readonly later: number }> {
  const records = await allRecords(tx, {
    ...moment,
    kinds: [budgets.name, contributionKeys.name, parties.name],
  });
  const partyIds = new Set(records.flatMap((record) => (record.kind === parties.name ? [record.id] : [])));
  const keys = new Map(
    records.filter((record) => record.kind === contributionKeys.name).map((key) => [key.id, key]),
  );
  const all = records.filter((record) => record.kind === budgets.name);
  const asked = { ...moment, asOf: moment.asOf ?? moment.knownAt };
  const states = new Map(
    (await listStates(tx, { ...asked, kind: budgets.name })).map(({ subject, state }) => [subject, state]),
  );
  const known = all.filter(({ id }) => {
    const state = states.get(id) ?? 'unknown';
    return state === 'unknown' ? !isLater(id, moment.asOf) : state !== 'none';
  });
  const years = known
    .map(({ id, body }): BudgetYear => {
      const currency = String(body.currency);
      const parsed = typeof body.amount === 'number' ? parseMoney(body.amount, currency) : null;
      const amount = parsed?.ok === true ? parsed.value : null;
      const key = keys.get(id);
      const said = body.missing as { reason: MissingReason; note?: string | null } | null | undefined;
      const state = states.get(id) ?? 'unknown';
      return {
        year: id,
        state: state === 'unknown' || state === 'none' ? null : state,
        currency,
        amount,
        missing: amount === null ? { reason: said?.reason ?? 'not_stated', note: said?.note ?? null } : null,
        contributions:
          amount === null || key === undefined ? null : contributionsOf(amount, key.body, partyIds),
        basis: typeof key?.body.basis === 'string' ? key.body.basis : null,
        source: Array.isArray(body.source) ? body.source.map(String) : [],
      };
    })
    .sort((a, b) => a.year.localeCompare(b.year));
  return { years, later: all.length - known.length };
}

/** What the source says of its money in words. */
export type MoneyStatement = {
  readonly facts: readonly string[];
  /** How the key came to be: what changed it, and what became of each party's share. Null: the source does not say. */
  readonly keyHistory: {
    readonly change: string | null;
    readonly changes: readonly KeyChange[];
    readonly source: readonly string[];
  } | null;
  readonly source: readonly string[];
};

/** Null where the source says nothing beside its budgets and keys. */
export async function findMoneyStatement(
  tx: Transaction,
  moment: Omit<Moment, 'asOf'>,
): Promise<MoneyStatement | null> {
  const said = await findRecord(tx, { ...moment, kind: statements.name, id: 'finance' });
  const parsed = Finance.safeParse(said?.body.content ?? null);
  if (!parsed.success) return null;
  const { facts, key_history: history, source } = parsed.data;
  const known = await allRecords(tx, { ...moment, kinds: [parties.name] });
  const partyIds = new Set(known.map(({ id }) => id));
  return {
    facts: facts ?? [],
    keyHistory:
      history == null
        ? null
        : {
            change: history.change ?? null,
            changes: keyChangesOf(history as RecordBody, partyIds),
            source: history.source ?? source ?? [],
          },
    source: source ?? [],
  };
}

export type Allocation = {
  readonly id: string;
  readonly year: string;
  readonly planItem: string;
  readonly amount: Money;
  readonly basis: AllocationBasis;
  readonly record: StoredRecord;
};

/** What was left of a year, why, and what is done with it; the last three are null until that is decided. */
export type Surplus = {
  readonly amount: Money;
  readonly reason: string | null;
  readonly decision: string | null;
  readonly decidedBy: string | null;
  readonly decided: PartialDate | null;
  readonly record: StoredRecord;
};

/** What is known of where a year's money went; withdrawn allocations and those of later days are left out. */
export type YearMoney = {
  readonly budget: BudgetYear | null;
  readonly allocations: readonly Allocation[];
  readonly sum: AllocationSum | null;
  readonly surplus: Surplus | null;
};

type Known = Omit<Moment, 'asOf'> & { readonly asOf: PartialDate | null };

/** Of every year of which anything is known, by year. */
export async function loadMoney(tx: Transaction, moment: Known): Promise<ReadonlyMap<string, YearMoney>> {
  const { years } = await listBudgets(tx, moment);
  const given = await listAllocations(tx, moment);
  const left = await listSurpluses(tx, moment);
  const named = [...years, ...given].map(({ year }) => year);
  return new Map(
    [...new Set([...named, ...left.keys()])].sort().map((year) => {
      const budget = years.find((one) => one.year === year) ?? null;
      const ofYear = given.filter((one) => one.year === year);
      const currency = (budget?.currency ?? ofYear[0]?.amount.currency ?? null) as Currency | null;
      const sum = currency === null ? null : sumAllocations(budget?.amount ?? null, currency, ofYear);
      return [year, { budget, allocations: ofYear, sum, surplus: left.get(year) ?? null }];
    }),
  );
}

/** Allocations that stand on a day; where its state is not certain an allocation stands. */
async function listAllocations(tx: Transaction, moment: Known): Promise<readonly Allocation[]> {
  const records = await allRecords(tx, { ...moment, kinds: [allocations.name] });
  const standing = await standingOf(tx, moment, allocations.name);
  return records
    .filter(({ id }) => standing(id))
    .flatMap((record) => {
      const { id, body } = record;
      const amount = moneyOf(body);
      const basis = body.basis as AllocationBasis;
      const planItem = String(body.plan_item);
      return amount === null ? [] : [{ id, year: String(body.year), planItem, amount, basis, record }];
    });
}

async function listSurpluses(tx: Transaction, moment: Known): Promise<ReadonlyMap<string, Surplus>> {
  const records = await allRecords(tx, { ...moment, kinds: [surpluses.name] });
  const standing = await standingOf(tx, moment, surpluses.name);
  const day = lastDay(moment.asOf ?? moment.knownAt);
  return new Map(
    records
      .filter(({ id }) => standing(id))
      .flatMap((record): [string, Surplus][] => {
        const { body } = record;
        const amount = moneyOf(body);
        if (amount === null) return [];
        // Decided on a later day is not yet decided on the day asked about.
        const isDecided = typeof body.decided !== 'string' || lastDay(body.decided as PartialDate) <= day;
        const said = (key: string) => (isDecided ? textOf(body[key]) : null);
        return [
          [
            String(body.year),
            {
              amount,
              reason: textOf(body.reason),
              decision: said('decision'),
              decidedBy: said('decided_by'),
              decided: said('decided') as PartialDate | null,
              record,
            },
          ],
        ];
      }),
  );
}

/** Which records of a kind have certainly begun by the day and not been withdrawn; those of a source always have. */
async function standingOf(tx: Transaction, moment: Known, kind: string) {
  const asked = { ...moment, asOf: moment.asOf ?? moment.knownAt, kind };
  const states = new Map((await listStates(tx, asked)).map(({ subject, state }) => [subject, state]));
  return (id: string) => !['withdrawn', 'none'].includes(states.get(id) ?? 'unknown');
}

function moneyOf({ amount, currency }: RecordBody): Money | null {
  const parsed = typeof amount === 'number' ? parseMoney(amount, String(currency)) : null;
  return parsed?.ok === true ? parsed.value : null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** One thing that was done with a year's money. */
export type MoneyStep = {
  readonly kind: string;
  readonly to: string;
  readonly on: PartialDate;
  readonly details: Readonly<Record<string, unknown>>;
  /** Of an allocation: the item that it is for. */
  readonly planItem: string | null;
  /** What it came to from this step on. */
  readonly amount: Money | null;
};

/** All that was done with a year's budget, its allocations, withdrawn ones too, and its surplus, up to a day, oldest first. */
export async function listMoneySteps(
  tx: Transaction,
  moment: Moment,
  year: string,
): Promise<readonly MoneyStep[]> {
  const says = [{ year: Number(year) }];
  const kinds = [budgets.name, allocations.name, surpluses.name];
  const records = await allRecords(tx, { ...moment, kinds, says });
  const steps: MoneyStep[] = [];
  for (const { kind, id, body } of records) {
    const taken = await listTransitions(tx, { ...moment, kind, subject: id });
    const standing = taken.filter(({ withdrawn }) => !withdrawn);
    for (const [index, { to, effectiveOn: on, details }] of standing.entries()) {
      // What a later change says that it was before, it was from here on.
      const next = standing.slice(index + 1).find((step) => step.details.was !== undefined);
      const was = next?.details.was as RecordBody | undefined;
      const planItem = kind === allocations.name ? String(body.plan_item) : null;
      steps.push({ kind, to, on, details, planItem, amount: moneyOf({ ...body, ...(was ?? {}) }) });
    }
  }
  const day = lastDay(moment.asOf);
  return steps
    .filter(({ on }) => firstDay(on) <= day)
    .toSorted((a, b) => (lastDay(a.on) === lastDay(b.on) ? 0 : lastDay(a.on) < lastDay(b.on) ? -1 : 1));
}
