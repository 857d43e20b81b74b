import { sql } from 'kysely';
import { z } from 'zod';
import type { PartialDate } from '#kernel/dates.ts';
import type { Language } from '#kernel/languages.ts';
import type { RecordId } from '#kernel/references.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import {
  type AccessObject,
  type Actor,
  type Decision,
  decide,
  type Grant,
  grantsOn,
  type ParticipationPort,
  type Refusal,
} from '#platform/access/access.ts';
import { type Clock, todayOn } from '#platform/clock.ts';
import type { Database, Transaction } from '#platform/database/database.ts';
import { countEntries } from '#platform/journal/journal.ts';
import { undoBatch } from '#platform/records/batches.ts';
import { writeChanges } from '#platform/records/changes.ts';
import { knownNow, listRegisters } from '#platform/records/registers.ts';
import type { Action, ActionContext, Done, Lack } from './action.ts';
import { type Fields, type InputOf, largestUpload, type Option, shapeOf } from './field.ts';

/** What every way in needs of the node. */
export type Performing = {
  readonly database: Database;
  readonly clock: Clock;
  /**
   * Where the node keeps what is not in its database. Always asked for: of an action nobody knows here whether it writes there, and a
   * folder that is forgotten would be the one in which the process happens to run.
   */
  readonly dataFolder: string;
};

export type Asked = {
  readonly register: string;
  readonly actor: Actor;
  /** The operator of the node at its command line, for the actor. */
  readonly through?: 'operator';
  readonly language: Language;
  /** Fields as they came in, and `seen`: see `seenField`. */
  readonly input: unknown;
};

/**
 * How many entries the journal had on the record when whoever acts looked at it; absent: they did not look. When it has more by
 * now, somebody else was first, and what they did is told instead of overwritten.
 */
export const seenField = z
  .union([z.string().regex(/^\d{1,9}$/), z.int().nonnegative()])
  .transform(Number)
  .optional();

/**
 * Does one thing, wholly or not at all: reads the fields, lets one writer at a time into the register, decides whether the
 * actor may, applies the rule, writes what came of it with its journal. All that is wrong with the fields at once.
 */
export async function performAction(
  { database, clock, dataFolder }: Performing,
  action: Action,
  asked: Asked,
): Promise<Result<Done>> {
  const parsed = readFields(action, asked.input, asked.language);
  if (!parsed.ok) return parsed;
  const { seen, fields } = parsed.value;
  if (action.before !== undefined) {
    const allowed = await database.read((tx) => admit(tx, clock, action, asked, fields));
    if (!allowed.ok) return allowed;
    const ready = await action.before(fields);
    if (!ready.ok) return ready;
  }
  const result = await database.write(async (tx): Promise<Result<Done>> => {
    await lockRegister(tx, asked.register);
    const admitted = await admit(tx, clock, action, asked, fields);
    if (!admitted.ok) return admitted;
    const { context, grant } = admitted.value;
    const { register, today } = context;
    const changed = await changedSince(tx, action, register.id, fields, seen);
    if (changed !== null) return fail(changed);
    const done = await action.perform(tx, { ...context, grant, dataFolder }, fields);
    if (!done.ok) return done;
    const lacks = await lacksOf(tx, context, action, fields);
    if (lacks.length > 0) return fail(...lacks.map(({ problem: lack }) => lack));
    const { changes, batch, undoes } = done.value;
    const who = { register: register.id, actor: actorName(asked), party: grant?.party ?? null };
    if (undoes !== undefined) {
      const undone = await undoBatch(tx, clock, { ...who, batch: undoes });
      if (!undone.ok) return undone;
    }
    const knownFrom = knownNow(register, today) as PartialDate;
    await writeChanges(tx, clock, { ...who, knownFrom, event: action.name, changes, batch });
    return ok(done.value);
  });
  if (result.ok) await action.after?.(database, result.value);
  return result;
}

/** All that the record of an action lacks for it; on the day that the fields name, or today. */
export async function lacksOf(
  tx: Transaction,
  context: ActionContext,
  { lacking }: Action,
  fields: Partial<InputOf<Fields>>,
): Promise<readonly Lack[]> {
  if (lacking === undefined) return [];
  const { id, on = context.today } = fields;
  return lacking(tx, context, { id: String(id), on: on as PartialDate }, fields);
}

/** In which register it is done, and what lets the actor do it there. */
async function admit(
  tx: Transaction,
  clock: Clock,
  action: Action,
  { register: id, actor, language }: Asked,
  fields: InputOf<Fields>,
): Promise<Result<{ readonly context: ActionContext; readonly grant: Grant | null }>> {
  const register = (await listRegisters(tx)).find((one) => one.id === id);
  if (register === undefined) return fail(problem('register_not_found', 'path.register', { register: id }));
  const context: ActionContext = { register, actor, today: todayOn(clock), clock, language };
  const decision = await decideAction(tx, action, context, fields);
  return decision.allowed
    ? ok({ context, grant: decision.grant })
    : fail(refusal(decision.because, action, context, fields, await decidersOf(tx, action, context, fields)));
}

/** As the journal has it. */
function actorName({ actor, through }: Asked): string {
  const name = actor.kind === 'person' ? `person:${actor.id}` : actor.kind;
  return through === undefined ? name : `${through} for ${name}`;
}

const nobodyTakesPart: ParticipationPort = () => 'no';

/** Rules look at the whole register, and a rule that held when it was looked at must hold when it is written. */
export async function lockRegister(tx: Transaction, register: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`register/${register}`}, 0))`.execute(tx);
}

/** Whether the actor may do it to what these fields name, or to one of it where it is several. */
export async function decideAction(
  tx: Transaction,
  action: Action,
  context: ActionContext,
  fields: Partial<InputOf<Fields>>,
): Promise<Decision> {
  return decideOn(tx, action, context, [await action.object(tx, context, fields)].flat());
}

/** Whether the actor may do it to one of these, where what it touches is known already. */
export async function decideOn(
  tx: Transaction,
  action: Action,
  context: ActionContext,
  touched: readonly AccessObject[],
): Promise<Decision> {
  let decision: Decision = { allowed: false, because: 'no_grant' };
  for (const object of touched) {
    const takesPart = await action.participation?.(tx, context, object);
    decision = decide(action.permission, context.actor, object, context.today, takesPart ?? nobodyTakesPart);
    if (decision.allowed) return decision;
  }
  return decision;
}

async function changedSince(
  tx: Transaction,
  { about }: Action,
  register: string,
  fields: InputOf<Fields>,
  seen: number | undefined,
): Promise<Problem | null> {
  if (seen === undefined || about === null) return null;
  const subject = `${about.kind.name}/${String(fields.id)}`;
  const now = await countEntries(tx, register, subject, about.outlives);
  return now === seen ? null : problem('changed_meanwhile', 'body.seen', { seen, now });
}

type Read = { readonly seen: number | undefined; readonly fields: InputOf<Fields> };

function readFields(action: Action, input: unknown, language: Language): Result<Read> {
  const contract = z.strictObject({ ...shapeOf(action.fields), seen: seenField });
  const parsed = contract.safeParse(input, { error: z.locales[language]().localeError });
  if (!parsed.success) {
    // One fault a field, and a question of one: what has not the form of a date is not also out of its bounds.
    const placeOf = ({ path: [name = '', question = ''] }: z.core.$ZodIssue) =>
      action.fields[String(name)]?.control === 'answers' ? `${String(name)}.${String(question)}` : name;
    const first = new Map(
      parsed.error.issues.map((issue) => [placeOf(issue) || issue, issue] as const).reverse(),
    );
    return fail(
      ...[...first.values()].reverse().flatMap((issue) => fieldProblems(issue, input, action, language)),
    );
  }
  const { seen, ...fields } = parsed.data;
  return ok({ seen, fields });
}

function fieldProblems(
  issue: z.core.$ZodIssue,
  input: unknown,
  { fields, texts }: Action,
  language: Language,
): Problem[] {
  if (issue.code === 'unrecognized_keys' && issue.path.length === 0)
    return issue.keys.map((name) => problem('input_unknown', `body.${name}`, { name }));
  const name = String(issue.path[0] ?? '');
  const path = `body.${name}`;
  const sent = typeof input === 'object' && input !== null && Object.hasOwn(input, name);
  // By what the form calls it, without what explains it there.
  const label =
    texts(language)
      .fields[name]?.split(/[,:;(]/)[0]
      ?.trim() ?? name;
  if (fields[name]?.control === 'answers' && issue.path.length > 1)
    return [answerProblem(issue, path, fields[name].answers?.(language) ?? [])];
  // An empty list, and an empty map of answers.
  const sentNone = issue.path.length === 1 && (issue.code === 'too_small' || issue.code === 'custom');
  const takesMany = fields[name]?.control === 'several' || fields[name]?.control === 'answers';
  if (!sent || (takesMany && sentNone)) return [problem('input_missing', path, { name: label })];
  const sentValue = (input as Readonly<Record<string, unknown>>)[name];
  // Whatever was sent: an object may not even be turned into a text.
  const received = (typeof sentValue === 'string' ? sentValue : JSON.stringify(sentValue)).slice(0, 200);
  if (fields[name]?.control === 'file' && issue.code === 'too_big')
    return [problem('body_too_large', path, { bytes: largestUpload })];
  if (issue.code === 'invalid_value')
    return [problem('choice_unknown', path, { text: received, known: issue.values.join(', ') })];
  const { refusal: code, like } = fields[name] ?? {};
  if (like !== undefined && isPattern(issue)) return [problem('form_unlike', path, { received, like })];
  switch (code) {
    case 'date_invalid':
      return [problem('date_invalid', path, { received })];
    case 'date_not_a_day':
      return [problem('date_not_a_day', path, { received })];
    case 'id_form_invalid':
      return [problem('id_form_invalid', path, { received })];
    default:
      return [problem('field_invalid', path, { message: issue.message })];
  }
}

/** What is wrong with the answer to one question: none was chosen, or none that there is. */
function answerProblem(issue: z.core.$ZodIssue, path: string, words: readonly Option[]): Problem {
  const [, question = '', part] = issue.path.map(String);
  const place = `${path}.${question}`;
  if (issue.code === 'invalid_value' && part === 'answer')
    return problem('answer_unchosen', place, { known: words.map(({ title }) => title).join(', ') });
  return problem('field_invalid', place, { message: issue.message });
}

/** Whether a text was held against a pattern, by itself or as one of the ways in which a value can be sent. */
function isPattern(issue: z.core.$ZodIssue): boolean {
  if (issue.code === 'invalid_union') return true;
  return issue.code === 'invalid_format' && issue.format === 'regex';
}

/** The bodies for which it is, where a body decides: which body has a power is no secret. */
async function decidersOf(
  tx: Transaction,
  action: Action,
  context: ActionContext,
  fields: InputOf<Fields>,
): Promise<readonly string[]> {
  if (action.permission.audience !== 'body') return [];
  const objects = [await action.object(tx, context, fields)].flat();
  return [...new Set(objects.flatMap(({ body }) => body ?? []))];
}

/** Why it is not allowed; that of somebody who says something for a party that is not theirs is told apart. */
function refusal(
  because: Refusal,
  { permission }: Action,
  { actor, register, today }: ActionContext,
  { party }: Readonly<{ party?: unknown }>,
  deciders: readonly string[],
): Problem {
  const held = grantsOn(actor, register.id, today);
  const own = held.flatMap((grant) => grant.party ?? []);
  const actsFor = held.flatMap((grant) => grant.party ?? grant.body ?? []);
  const isTheirs = typeof party !== 'string' || own.length === 0 || own.includes(party as RecordId);
  if (because === 'no_grant' && permission.audience !== 'body' && !isTheirs)
    return problem('party_not_allowed', 'body.party', { party, own: [...new Set(own)].join(', ') });
  return problem('action_not_allowed', '', {
    because,
    permission: permission.code,
    ...(deciders.length === 0 ? {} : { who: deciders.join(', ') }),
    ...(actsFor.length === 0 ? {} : { own: [...new Set(actsFor)].join(', ') }),
  });
}
