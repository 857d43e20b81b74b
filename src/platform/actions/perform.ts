import { sql } from 'kysely';
import { z } from 'zod';
import type { PartialDate } from '#kernel/dates.ts';
import type { Language } from '#kernel/languages.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import { type Actor, decide, type ParticipationPort, type Refusal } from '#platform/access/access.ts';
import { type Clock, todayOn } from '#platform/clock.ts';
import type { Database, Transaction } from '#platform/database/database.ts';
import { writeChanges } from '#platform/records/changes.ts';
import { knownNow, listRegisters } from '#platform/records/registers.ts';
import type { Action, ActionContext, Done } from './action.ts';

/** What every way in needs of the node. */
export type Performing = { readonly database: Database; readonly clock: Clock };

export type Asked = {
  readonly register: string;
  readonly actor: Actor;
  readonly language: Language;
  /** Fields as they came in. */
  readonly input: unknown;
};

/** Problems of the frame itself; an action has its own besides. */
export const actionProblemCodes = [
  'action_not_allowed',
  'field_unknown',
  'field_invalid',
  'field_missing',
] as const;

/**
 * Does one thing, wholly or not at all: reads the fields, lets one writer at a time into the register, decides whether the
 * actor may, applies the rule, writes what came of it with its journal. All that is wrong with the fields at once.
 */
export async function performAction(
  { database, clock }: Performing,
  action: Action,
  asked: Asked,
): Promise<Result<Done>> {
  const parsed = readFields(action, asked.input);
  if (!parsed.ok) return parsed;
  return database.write(async (tx) => {
    await lockRegister(tx, asked.register);
    const register = (await listRegisters(tx)).find(({ id }) => id === asked.register);
    if (register === undefined)
      return fail(problem('register_not_found', 'path.register', { register: asked.register }));
    const today = todayOn(clock);
    const { actor, language } = asked;
    const context: ActionContext = { register, actor, today, clock, language };
    const object = await action.object(tx, context, parsed.value);
    const takesPart = await action.participation?.(tx, context, object);
    const decision = decide(action.permission, actor, object, today, takesPart ?? nobodyTakesPart);
    if (!decision.allowed) return fail(refusal(decision.because, action));
    const done = await action.perform(tx, { ...context, grant: decision.grant }, parsed.value);
    if (!done.ok) return done;
    await writeChanges(tx, clock, {
      register: register.id,
      knownFrom: knownNow(register, today) as PartialDate,
      actor: actor.kind === 'person' ? `person:${actor.id}` : actor.kind,
      party: decision.grant?.party ?? null,
      changes: done.value.changes,
    });
    return ok(done.value);
  });
}

const nobodyTakesPart: ParticipationPort = () => 'no';

/** Rules look at the whole register, and a rule that held when it was looked at must hold when it is written. */
async function lockRegister(tx: Transaction, register: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`register/${register}`}, 0))`.execute(tx);
}

function readFields(action: Action, input: unknown): Result<never> | Result<Record<string, never>> {
  const parsed = z.strictObject(action.input).safeParse(input);
  if (parsed.success) return ok(parsed.data as Record<string, never>);
  return fail(...parsed.error.issues.flatMap((issue) => fieldProblems(issue, input)));
}

function fieldProblems(issue: z.core.$ZodIssue, input: unknown): Problem[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((name) => problem('field_unknown', `body.${name}`, { name }));
  const path = ['body', ...issue.path].join('.');
  const [first] = issue.path;
  const isMissing =
    issue.path.length === 1 &&
    !(typeof input === 'object' && input !== null && Object.hasOwn(input, first ?? ''));
  return [
    isMissing
      ? problem('field_missing', path, { name: String(first) })
      : problem('field_invalid', path, { message: issue.message }),
  ];
}

function refusal(because: Refusal, { permission }: Action): Problem {
  return problem('action_not_allowed', '', { because, permission: permission.code });
}
