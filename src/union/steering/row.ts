import { lastDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import { allRecords } from '#platform/records/records.ts';
import type { Register } from '#platform/records/registers.ts';
import type { Moment } from '../bodies/store.ts';
import type { Replaced } from './model.ts';
import type { Standing, SteeringSection } from './rules/standing.ts';

/** One row of any part; what a part does not speak of, and what is not known, is null or empty. */
export type SteeringRow = {
  /** Unique within its part. */
  readonly id: string;
  /** What it is about: `kind/id`. */
  readonly subject: string | null;
  readonly party: string | null;
  readonly year: string | null;
  readonly standing: Standing;
  readonly on: PartialDate | null;
  /** How many are on record, and how many were agreed. */
  readonly count: number | null;
  readonly agreed: number | null;
  /** The sector that a signal came from, the minister who was met, the chamber that was told. */
  readonly who: string | null;
  /** Words of the source or of whoever wrote it down. */
  readonly said: string | null;
  /** What it led to: `kind/id`. */
  readonly links: readonly string[];
  /** Why there are no links, where there is something to say of that. */
  readonly why: 'no_plan' | 'no_item' | 'no_priorities' | null;
  /** Values that stood before, in the order in which they were replaced. */
  readonly earlier: readonly Replaced[];
  readonly source: readonly string[];
};

export type Steering = Readonly<Record<SteeringSection, readonly SteeringRow[]>>;

export const nothing = {
  subject: null,
  party: null,
  year: null,
  on: null,
  count: null,
  agreed: null,
  who: null,
  said: null,
  links: [],
  why: null,
  earlier: [],
  source: [],
} as const;

export const replacedIn = (body: RecordBody | undefined) => (body?.replaced ?? []) as readonly Replaced[];
export const textOrNull = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
export const dateOrNull = (value: unknown) => textOrNull(value) as PartialDate | null;
export const isBy = (value: unknown, day: PlainDate) =>
  dateOrNull(value) !== null && lastDay(value as PartialDate) <= day;

export type Asked = {
  readonly tx: Transaction;
  readonly register: Register;
  readonly moment: Moment;
  readonly day: PlainDate;
};

export const listOf = ({ tx, moment }: Asked, ...kinds: readonly { readonly name: string }[]) =>
  allRecords(tx, {
    register: moment.register,
    knownAt: moment.knownAt,
    kinds: kinds.map(({ name }) => name),
  });
