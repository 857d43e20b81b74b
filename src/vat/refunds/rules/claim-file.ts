import { z } from 'zod';
import { type PlainDate, parsePlainDate } from '#kernel/dates.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import { type Claim, mostCents, roles } from '../model.ts';
import type { ClaimOrder } from './acts.ts';

/** A claim as a file tells it: what it is, and what happened to it, in order, with the debts that each offset was to meet. */
export type ToldClaim = { readonly claim: Claim; readonly orders: readonly ClaimOrder[] };

const Day = z.string().transform((text, context): PlainDate => {
  const day = parsePlainDate(text);
  if (day.ok && day.value >= '1900' && day.value < '3000') return day.value;
  context.addIssue({ code: 'custom', message: 'day' });
  return z.NEVER;
});
const Line = z.string().trim().min(1).max(300);
const Amount = z.int().min(0).max(mostCents);
const More = z.int().min(1).max(mostCents);

const ClaimField = z
  .strictObject({
    id: Line,
    applicant: Line,
    establishment: Line,
    refund_state: Line,
    period: z.strictObject({ from: Day, to: Day }),
    currency: z.string().regex(/^[A-Z]{3}$/),
  })
  .transform(({ refund_state: refundState, ...claim }): Claim => ({ ...claim, refundState }));

const DebtField = z
  .strictObject({
    id: Line,
    debtor: Line,
    creditor: Line,
    tax: z.enum(['vat', 'other']),
    currency: Line,
    cents: More,
    rank: z.int().min(0).max(1_000).nullable(),
    assessed_on: Day,
    due_on: Day,
    enforceable_from: Day.nullable(),
    disputed_since: Day.nullable(),
    barred_from: Day.nullable(),
    stays: z.array(z.strictObject({ from: Day, until: Day.nullable() })).max(100),
  })
  .transform(
    ({
      assessed_on: assessedOn,
      due_on: dueOn,
      enforceable_from: enforceableFrom,
      disputed_since: disputedSince,
      barred_from: barredFrom,
      ...debt
    }) => ({ ...debt, assessedOn, dueOn, enforceableFrom, disputedSince, barredFrom }),
  );

const RequestField = z
  .strictObject({
    reference: Line,
    requested_on: Day,
    instrument: Line.nullable(),
    debts: z.array(Line).max(1_000),
  })
  .transform(({ requested_on: requestedOn, ...request }) => ({ ...request, requestedOn }));

const RoadField = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('consent_transfer') }),
  z.strictObject({ kind: z.literal('recovery_request'), request: RequestField }),
  z.strictObject({ kind: z.literal('set_off'), request: RequestField, provision: z.string().max(300) }),
]);

const common = { by: z.enum(roles), actor: Line, on: Day };
const plain = <Act extends string, Shape extends z.ZodRawShape>(act: Act, shape: Shape) =>
  z.strictObject({ act: z.literal(act), ...common, ...shape });
const offset = { offset: Line, road: RoadField, debts: z.array(DebtField).min(1).max(1_000) };

/** What happened, as it stands in JSON: `by` is a role, days are `2020-09-28`, amounts whole cents. */
const EventField = z.discriminatedUnion('act', [
  plain('lodge', { cents: More }),
  plain('forward', {}),
  plain('refuse_forwarding', { reason: Line }),
  plain('receive', {}),
  plain('ask', { subject: Line, reached_on: Day.nullable() }),
  plain('answer', { subject: Line }),
  plain('approve', { approved_cents: Amount, corrections_cents: Amount }),
  plain('refuse', { reason: Line }),
  plain('consent', {
    consent: Line,
    signed_by: Line,
    signed_on: Day,
    debts: z.array(Line).max(1_000).nullable(),
  }),
  plain('withdraw_consent', { consent: Line }),
  plain('propose_offset', offset),
  plain('withdraw_offset', { offset: Line }),
  plain('execute_offset', offset),
  plain('notify', { offset: Line }),
  plain('collect', { debt: Line }),
  plain('reverse', { debt: Line, owed_cents: Amount }),
  plain('correct', { reason: Line, cents: More }),
  plain('pay', { cents: More }),
  plain('add_remedy', { offset: Line.nullable() }),
]);

const ToldField = z.strictObject({ claim: ClaimField, events: z.array(EventField).min(1).max(5_000) });

/** Problems, all at once, each at its place: `vat_refund_field_missing`, `vat_refund_field_invalid`, `vat_refund_field_unknown`. */
export function readClaimFile(json: unknown): Result<ToldClaim> {
  const told = ToldField.safeParse(json);
  if (!told.success) return fail(...told.error.issues.flatMap((issue) => problemsOf(issue, json)));
  return ok({ claim: told.data.claim, orders: told.data.events.map(orderOf) });
}

function orderOf({ by: role, ...event }: z.output<typeof EventField>): ClaimOrder {
  switch (event.act) {
    case 'ask': {
      const { reached_on: reachedOn, ...ask } = event;
      return { ...ask, role, reachedOn };
    }
    case 'approve': {
      const { approved_cents: approved, corrections_cents: corrections, ...approve } = event;
      return { ...approve, role, approved, corrections };
    }
    case 'consent': {
      const { signed_by: signedBy, signed_on: signedOn, ...consent } = event;
      return { ...consent, role, signedBy, signedOn };
    }
    case 'reverse': {
      const { owed_cents: owed, ...reverse } = event;
      return { ...reverse, role, owed };
    }
    default:
      return { ...event, role };
  }
}

function problemsOf(issue: z.core.$ZodIssue, json: unknown): readonly Problem[] {
  const path = written(issue.path);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) =>
      problem('vat_refund_field_unknown', written([...issue.path, key]), { field: key.slice(0, 80) }),
    );
  const field = String(issue.path.at(-1) ?? 'claim');
  const given = issue.path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    json,
  );
  if (given === undefined) return [problem('vat_refund_field_missing', path, { field })];
  const text = typeof given === 'object' ? JSON.stringify(given) : String(given);
  return [problem('vat_refund_field_invalid', path, { field, given: text.slice(0, 80) })];
}

function written(path: readonly PropertyKey[]): string {
  return path.reduce<string>((all, key) => {
    if (typeof key === 'number') return `${all}[${key}]`;
    return all === '' ? String(key) : `${all}.${String(key)}`;
  }, '');
}
