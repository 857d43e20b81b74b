import { daysBetween, formatDate, lastDay, type PlainDate } from '#kernel/dates.ts';
import { type Language, localeOf } from '#kernel/languages.ts';
import type { Problem } from '#kernel/result.ts';
import type { Grant, Permission } from '#platform/access/access.ts';
import { actionContextOf } from '#platform/actions/offers.ts';
import { todayOn } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { PageContext } from '#platform/module.ts';
import { EmptyState, StatusMark, type Tone } from '#platform/page/components.tsx';
import type { RecordBody } from '#platform/records/kind.ts';
import { knownOf, loadNames, plainName } from '#union';
import { closedField } from '../../fields/pages/parts.tsx';
import { partiesOpen } from '../../fields/store.ts';
import { readClaims, readDebts } from '../kinds.ts';
import { type Known, listDebtPage, listNewestClaims, listOpenClaims, type Slice } from '../lists/store.ts';
import type { Cents, Claim, ClaimState, Role } from '../model.ts';
import type { CalendarOf, Clock, Standing, Term } from '../rules/clock.ts';
import { clockOf } from '../rules/clock.ts';
import type { DebtState } from '../rules/debt-states.ts';
import type { Side } from '../rules/kept.ts';
import { legalFacts } from '../rules/legal-facts.ts';
import { type KeptClaim, listClaims, listDebts } from '../store.ts';
import { refundTexts } from '../text/texts.ts';
import { workTexts } from '../text/work/work-texts.ts';

/** What the pages on refunds share: who sees what, as of which day, and how it is written. */

/** Of today unless the address says otherwise: a register's own pages open on the day of its source, which knows no claims. */
export function momentOf(context: PageContext): { readonly known: Known; readonly day: PlainDate } {
  const { query, register, asOf, knownAt, clock } = context;
  const known = knownOf(actionContextOf(context));
  return {
    day: query.has('as-of') ? lastDay(asOf) : todayOn(clock),
    known: query.has('known-at') ? { register: register.id, knownAt } : known,
  };
}

const openBy = (tx: Transaction, context: PageContext, permission: Permission) =>
  partiesOpen(tx, actionContextOf(context), 'refunds', permission);

export type ClaimRow = KeptClaim & {
  readonly clock: Clock;
  readonly grant: Grant | null;
  /** From which sides the reader sees it. */
  readonly sides: readonly Side[];
};

/** Claims that a list works on at once: those on which nothing was done for longest come first. */
export const mostWorked = 1_000;

export type ClaimRows = {
  readonly rows: readonly ClaimRow[];
  /** Of those that were asked for; more than there are rows where a list has a limit. */
  readonly total: number;
};

/** Claims of the parties that the reader sits for that are not done with, the term that ends first before the others; of a day past, all that were known. */
export async function readOpenRows(
  tx: Transaction,
  context: PageContext,
  calendarOf: CalendarOf,
  limit: number | null = mostWorked,
): Promise<ClaimRows> {
  const says = await saysOf(tx, context);
  if (says.length === 0) return { rows: [], total: 0 };
  const { known } = momentOf(context);
  // What is open is known of today: as of another day a claim that is done with now may have been open.
  const isOfToday = !context.query.has('as-of') && !context.query.has('known-at');
  const { ids, total } = isOfToday
    ? await listOpenClaims(tx, known, says, limit)
    : await listNewestClaims(tx, known, says, { limit, offset: 0 });
  const rows = await readClaimRows(tx, context, calendarOf, ids);
  return {
    rows: rows.toSorted((a, b) => compare(orderOf(a), orderOf(b)) || compare(a.claim.id, b.claim.id)),
    total,
  };
}

/** All claims of the parties that the reader sits for, done with or not, the newest first. */
export async function readNewestRows(
  tx: Transaction,
  context: PageContext,
  calendarOf: CalendarOf,
  slice: Slice,
): Promise<ClaimRows> {
  const says = await saysOf(tx, context);
  if (says.length === 0) return { rows: [], total: 0 };
  const { ids, total } = await listNewestClaims(tx, momentOf(context).known, says, slice);
  const rows = await readClaimRows(tx, context, calendarOf, ids);
  const place = new Map(ids.map((id, at) => [id, at]));
  return {
    rows: rows.toSorted((a, b) => (place.get(a.claim.id) ?? 0) - (place.get(b.claim.id) ?? 0)),
    total,
  };
}

/** What a claim says that the reader may see: on one side or the other a party that he sits for. */
async function saysOf(tx: Transaction, context: PageContext): Promise<readonly RecordBody[]> {
  const open = await openBy(tx, context, readClaims);
  return [...open.keys()].flatMap((party) => [{ establishment: party }, { refund_state: party }]);
}

/** Those of these claims that the reader may see, as they stood on the day. */
export async function readClaimRows(
  tx: Transaction,
  context: PageContext,
  calendarOf: CalendarOf,
  ids: readonly string[],
): Promise<readonly ClaimRow[]> {
  if (ids.length === 0) return [];
  const open = await openBy(tx, context, readClaims);
  const { known, day } = momentOf(context);
  const held = await listClaims(tx, known, { ids, says: await saysOf(tx, context) });
  return held.flatMap((one): readonly ClaimRow[] => {
    const { claim, kept } = one;
    const sides = sidesOf(claim).filter(([, party]) => open.has(party));
    const clock = clockOf(
      claim,
      kept.map(({ event }) => event),
      day,
      calendarOf,
      legalFacts,
    );
    const [first] = sides;
    return first === undefined || clock === null
      ? []
      : [{ ...one, clock, grant: open.get(first[1]) ?? null, sides: sides.map(([side]) => side) }];
  });
}

const sidesOf = ({ establishment, refundState }: Claim): readonly (readonly [Side, string])[] => [
  ['establishment', establishment],
  ['refund', refundState],
];

/** Known days first, then what is to be done on a day that is not known, then what is done with. */
function orderOf({ clock: { next } }: ClaimRow): string {
  if (next === null) return '2';
  return next.due.ok ? `0 ${next.due.value}` : '1';
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** Debts that are owed to parties that the reader sits for: one page of them, by when they are due, or those of these ids. */
export async function readDebtRows(
  tx: Transaction,
  context: PageContext,
  wanted: Parameters<typeof listDebtPage>[3] | readonly string[],
) {
  const open = await openBy(tx, context, readDebts);
  if (open.size === 0) return { rows: [], total: 0, counts: new Map<DebtState, number>() };
  const { known } = momentOf(context);
  const says = [...open.keys()].map((creditor) => ({ creditor }));
  const { ids, total, counts } =
    'limit' in wanted
      ? await listDebtPage(tx, known, says, wanted)
      : { ids: wanted, total: wanted.length, counts: new Map<DebtState, number>() };
  const held = ids.length === 0 ? [] : await listDebts(tx, known, { says, ids });
  const place = new Map(ids.map((id, at) => [id, at]));
  const rows = held
    .toSorted((a, b) => (place.get(a.debt.id) ?? 0) - (place.get(b.debt.id) ?? 0))
    .map((one) => ({ ...one, grant: open.get(one.debt.creditor) ?? null }));
  return { rows, total, counts };
}
export type DebtRow = Awaited<ReturnType<typeof readDebtRows>>['rows'][number];

/**
 * In the place of what is not there or not for the reader: who has no seat in the field hears which he needs, who has one hears for whom it is shown,
 * for the seat he has already.
 */
export async function closedRecord(
  context: PageContext,
  words: { readonly why: string; readonly what: string },
) {
  const seats = await context.read((tx) => openBy(tx, context, readClaims));
  return seats.size === 0 ? await closedField(context, 'refunds') : <EmptyState {...words} />;
}

/** Whether the reader sits for a party and may read its debts. */
export async function seesDebtsOf(tx: Transaction, context: PageContext, party: string): Promise<boolean> {
  return (await openBy(tx, context, readDebts)).has(party);
}

export const namesOf = (tx: Transaction, context: PageContext, parties: readonly string[]) =>
  loadNames(tx, { register: context.register.id, knownAt: context.knownAt }, [parties]);
type Names = Awaited<ReturnType<typeof loadNames>>;

/** Always with its cents: what adds up to the cent is read to the cent. An amount is exact as a number (`mostCents`). */
export const written = (cents: Cents, currency: string, language: Language): string =>
  new Intl.NumberFormat(localeOf(language), {
    style: 'currency',
    currency,
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  }).format(cents / 100);

/** A finding in the reader's words: of our own catalogue, or of that of whatever module has it. */
export function sentenceOf({ code, params }: Problem, { modules, language }: PageContext): string {
  const own: Readonly<Record<string, (params: Problem['params']) => string>> = refundTexts(language).problems;
  const texts = [own, ...modules.map(({ problems }) => problems[language])];
  return texts.find((one) => Object.hasOwn(one, code))?.[code]?.(params) ?? code;
}

export function Findings({ findings, context }: { findings: readonly Problem[]; context: PageContext }) {
  const [only, ...more] = findings;
  if (only === undefined) return null;
  if (more.length === 0) return <>{sentenceOf(only, context)}</>;
  return (
    <ul>
      {findings.map((one) => (
        <li>{sentenceOf(one, context)}</li>
      ))}
    </ul>
  );
}

const stateTones: Readonly<Record<ClaimState, Tone>> = {
  lodged: 'part',
  not_forwarded: 'none',
  forwarded: 'part',
  received: 'part',
  asked: 'part',
  approved: 'good',
  refused: 'bad',
};
export function StateMark({ state, language }: { state: ClaimState; language: Language }) {
  return <StatusMark tone={stateTones[state]} text={refundTexts(language).states[state]} />;
}

export const standingTones: Readonly<Record<Standing, Tone>> = {
  open: 'part',
  overdue: 'bad',
  met: 'good',
  late: 'bad',
  unknown: 'none',
};
export function StandingMark({ standing, language }: { standing: Standing; language: Language }) {
  return <StatusMark tone={standingTones[standing]} text={refundTexts(language).standings[standing]} />;
}

/** Whose term it is: a state by its name. */
export function turnText(role: Role, claim: Claim, names: Names, language: Language): string {
  const words = refundTexts(language).roles;
  if (role === 'applicant') return words.applicant;
  const party = role === 'establishment' ? claim.establishment : claim.refundState;
  return plainName(party, names, language);
}

/** What has to be done, with what it is about where there can be several. */
export function termText({ kind, subject }: Term, language: Language): string {
  const { terms } = refundTexts(language);
  return subject === null ? terms[kind] : `${terms[kind]} (${subject})`;
}

/** Where the law says so, and that it was not read there where that is so. */
export function sourceText({ source, verified }: Term, language: Language): string {
  if (source === '') return '';
  return verified ? source : `${source}, ${refundTexts(language).clock.unverified()}`;
}

export function dueText({ due }: Term, language: Language): string {
  return due.ok ? formatDate(due.value, language) : workTexts(language).claim.unknownDue;
}

/** How many days are left, or by how many it is late. */
export function daysText({ due, metOn }: Term, day: PlainDate, language: Language): string | null {
  return due.ok && metOn === null ? workTexts(language).list.days(daysBetween(day, due.value)) : null;
}
