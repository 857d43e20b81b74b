import { z } from 'zod';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import {
  type Action,
  type ActionContext,
  type Done,
  defineAction,
  textsFrom,
} from '#platform/actions/action.ts';
import {
  count,
  type Field,
  idAmong,
  idsAmong,
  line,
  oneOf,
  optional,
  subject,
  text,
} from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import { newId } from '#platform/id.ts';
import { appendJournal } from '#platform/journal/journal.ts';
import { inBody, partiesInBody, takingPart } from './body.ts';
import {
  claims,
  type Deed,
  decisions,
  exerciseHref,
  exerciseSubject,
  exercisesPath,
  type Seat,
  seatsOf,
  secretariat,
  templateNames,
} from './model.ts';
import { leadExercises, takePartInExercises } from './permissions.ts';
import { advanceTo, minuteOf } from './rules/clock.ts';
import { against, decisionsOf } from './rules/may-do.ts';
import { injectsBefore } from './rules/told.ts';
import { scenarioOf } from './scenarios.ts';
import { findSeated, namesIn, seatName } from './seated.ts';
import { addEntry, findExercise, type KeptExercise, saveExercise } from './store.ts';
import { exerciseTexts } from './text/texts.ts';
import { claimWords, happeningWords } from './words.ts';

/** What is done in an exercise: each deed a line in its log, for a state or the Commission by who sits for it, for the secretariat by the lead. */

const textsOf = textsFrom(exerciseTexts);
const tells = ({ language }: ActionContext) => exerciseTexts(language).page.noUndo;
const personOf = ({ actor }: ActionContext) => (actor.kind === 'person' ? `person:${actor.id}` : actor.kind);

const asLead = {
  permission: leadExercises,
  object: (tx: Transaction, context: ActionContext) => inBody(tx, context, undefined),
};
const asParty = {
  permission: takePartInExercises,
  object: async (tx: Transaction, context: ActionContext, { party }: { readonly party?: string }) =>
    party === undefined ? [] : inBody(tx, context, party),
  participation: takingPart,
};
const inExercise = {
  about: null,
  back: ({ exercise = '' }: Readonly<Record<string, string>>) =>
    exercise === '' ? exercisesPath : exerciseHref(exercise),
  tells,
} as const;

const journal = (
  tx: Transaction,
  context: ActionContext,
  { id, register }: Pick<KeptExercise, 'id' | 'register'>,
  { event, by, payload }: { event: string; by: Seat; payload: object },
) =>
  appendJournal(tx, context.clock, [
    {
      ...{ event: `energy_exercises.${event}`, actor: personOf(context), register },
      ...{ party: by === secretariat ? null : by, subject: exerciseSubject(id), payload },
    },
  ]);

/** Adds a deed of a seat to the log, unless something is against it. */
async function add(
  tx: Transaction,
  context: ActionContext,
  { exercise: id, by }: { readonly exercise: string; readonly by: Seat },
  deedOf: (exercise: KeptExercise) => Result<Deed>,
): Promise<Result<Done>> {
  const exercise = await findExercise(tx, context.register.id, id);
  if (exercise === null || !seatsOf(exercise).includes(by))
    return fail(problem('energy_exercise_not_found', 'body.exercise'));
  const deed = deedOf(exercise);
  if (!deed.ok) return deed;
  const problems = against(exercise, by, deed.value);
  if (problems.length > 0) return fail(...problems);
  const minute = minuteOf(exercise);
  const done = { deed: deed.value, minute, by, person: personOf(context) };
  const number = await addEntry(tx, context.clock, exercise, done);
  await journal(tx, context, exercise, { event: deed.value.kind, by, payload: { number, minute } });
  return ok({ changes: [], subject: exerciseSubject(id), path: exerciseHref(id) });
}

/** What can be chosen in a form is told to those alone who have a seat in the exercise. */
const whereSeated =
  (
    list: (
      found: { readonly exercise: KeptExercise; readonly seat: Seat },
      name: (seat: Seat) => string,
      context: ActionContext,
      names: Awaited<ReturnType<typeof namesIn>>,
    ) => readonly { readonly value: string; readonly title: string }[],
  ): NonNullable<Field['options']> =>
  async (tx, context, { exercise: id, party }) => {
    const found = id === undefined ? null : await findSeated(tx, context, id);
    if (found === null) return [];
    const names = await namesIn(tx, context, found.exercise);
    // Who leads and sits for a party as well chooses by the seat for which the form is.
    const seat = party ?? found.seat;
    return list(
      { exercise: found.exercise, seat },
      (one) => seatName(one, names, context.language),
      context,
      names,
    );
  };

const otherSeats = whereSeated(({ exercise, seat }, name) =>
  seatsOf(exercise).flatMap((one) => (one === seat ? [] : [{ value: one, title: name(one) }])),
);
const knownInjects = whereSeated(({ exercise, seat }, _name, { language }, names) =>
  injectsBefore(exercise, seat).map((one) => ({
    value: one.id,
    title: happeningWords(one, names, language),
  })),
);
const zonesOf = whereSeated(({ exercise }, name) =>
  exercise.scenario.zones.map(({ id }) => ({ value: id, title: name(id) })),
);
const decisionsFor = whereSeated(({ exercise, seat }, _name, { language }) =>
  decisionsOf(exercise, seat, decisions).map((value) => ({
    value,
    title: exerciseTexts(language).decisions[value],
  })),
);

const ofExercise = { exercise: subject };
const ofParty = { ...ofExercise, party: idAmong(partiesInBody) };
const longText = { ...text, schema: text.schema.pipe(z.string().max(4_000)) };
const messageFields = { to: idsAmong(otherSeats), inject: optional(idAmong(knownInjects)), text: longText };
const acknowledgeFields = { of: { ...line, control: 'hidden' } } as const;
const decideFields = {
  inject: idAmong(knownInjects),
  decision: { schema: z.enum(decisions), control: 'choice', options: decisionsFor },
  text: optional(longText),
} as const;

type Message = {
  readonly to: readonly string[];
  readonly inject?: string | undefined;
  readonly text: string;
};
const message = ({ to, inject, text: words }: Message) =>
  ok({ kind: 'message', to, inject: inject ?? null, text: words } as const);
type Decided = {
  readonly inject: string;
  readonly decision: (typeof decisions)[number];
  readonly text?: string | undefined;
};
const decide = ({ inject, decision, text: words }: Decided) =>
  ok({ kind: 'decide', inject, decision, text: words ?? null } as const);

/** Problem: `energy_exercise_party_outside`, for each. */
async function outside(
  tx: Transaction,
  context: ActionContext,
  parties: readonly string[],
): Promise<readonly Problem[]> {
  const inside = new Set((await partiesInBody(tx, context, {})).map(({ value }) => value));
  return parties.flatMap((party) =>
    inside.has(party) ? [] : [problem('energy_exercise_party_outside', 'body.parties', { party })],
  );
}

export const openExercise = defineAction({
  ...asLead,
  name: 'energy-exercises/open',
  fields: {
    template: oneOf(templateNames, (name, language) => {
      const { title, frame } = exerciseTexts(language).templates[name];
      return `${title}: ${frame}`;
    }),
    seed: count(1, 999_999_999),
    parties: idsAmong(partiesInBody),
    acknowledge_within: count(1, 240),
  },
  texts: textsOf('open'),
  about: null,
  back: () => exercisesPath,
  tells,
  perform: async (tx, context, { template, seed, parties, acknowledge_within: acknowledgeWithin }) => {
    const problems = await outside(tx, context, parties);
    if (problems.length > 0) return fail(...problems);
    const { clock, register } = context;
    const { body } = await inBody(tx, context, undefined);
    const opened = {
      ...{ id: newId(clock), register: register.id, body: String(body), parties, acknowledgeWithin },
      ...{ scenario: scenarioOf(template, seed), openedBy: personOf(context) },
    };
    await saveExercise(tx, clock, opened);
    await journal(tx, context, opened, {
      event: 'open',
      by: secretariat,
      payload: { template, seed, parties, acknowledgeWithin },
    });
    return ok({ changes: [], subject: exerciseSubject(opened.id), path: exerciseHref(opened.id) });
  },
  prefill: async () => ({ seed: '42', acknowledge_within: '15' }),
});

export const advanceExercise = defineAction({
  ...asLead,
  ...inExercise,
  name: 'energy-exercises/advance',
  fields: { ...ofExercise, minutes: optional(count(1, 1440)) },
  texts: textsOf('advance'),
  perform: (tx, context, { exercise, minutes }) =>
    add(tx, context, { exercise, by: secretariat }, (kept) => {
      const to = advanceTo(kept, minutes);
      return to.ok ? ok({ kind: 'advance', to: to.value }) : to;
    }),
});

export const endExercise = defineAction({
  ...asLead,
  ...inExercise,
  name: 'energy-exercises/end',
  fields: ofExercise,
  texts: textsOf('end'),
  perform: (tx, context, { exercise }) =>
    add(tx, context, { exercise, by: secretariat }, () => ok({ kind: 'end' })),
});

export const writeMessage = defineAction({
  ...asParty,
  ...inExercise,
  name: 'energy-exercises/message',
  fields: { ...ofParty, ...messageFields },
  texts: textsOf('message'),
  perform: (tx, context, { exercise, party, ...said }) =>
    add(tx, context, { exercise, by: party }, () => message(said)),
});

export const writeAsLead = defineAction({
  ...asLead,
  ...inExercise,
  name: 'energy-exercises/lead_message',
  fields: { ...ofExercise, ...messageFields },
  texts: textsOf('lead_message'),
  perform: (tx, context, { exercise, ...said }) =>
    add(tx, context, { exercise, by: secretariat }, () => message(said)),
});

export const acknowledge = defineAction({
  ...asParty,
  ...inExercise,
  name: 'energy-exercises/acknowledge',
  fields: { ...ofParty, ...acknowledgeFields },
  texts: textsOf('acknowledge'),
  perform: (tx, context, { exercise, party, of }) =>
    add(tx, context, { exercise, by: party }, () => ok({ kind: 'acknowledge', of })),
});

export const acknowledgeAsLead = defineAction({
  ...asLead,
  ...inExercise,
  name: 'energy-exercises/lead_acknowledge',
  fields: { ...ofExercise, ...acknowledgeFields },
  texts: textsOf('lead_acknowledge'),
  perform: (tx, context, { exercise, of }) =>
    add(tx, context, { exercise, by: secretariat }, () => ok({ kind: 'acknowledge', of })),
});

export const makeStatement = defineAction({
  ...asParty,
  ...inExercise,
  name: 'energy-exercises/state',
  fields: {
    ...ofParty,
    zone: idAmong(zonesOf),
    claim: oneOf(claims, claimWords),
    text: optional(longText),
  },
  texts: textsOf('state'),
  perform: (tx, context, { exercise, party, zone, claim, text: words }) =>
    add(tx, context, { exercise, by: party }, () => ok({ kind: 'state', zone, claim, text: words ?? null })),
});

export const decideAsParty = defineAction({
  ...asParty,
  ...inExercise,
  name: 'energy-exercises/decide',
  fields: { ...ofParty, ...decideFields },
  texts: textsOf('decide'),
  perform: (tx, context, { exercise, party, ...said }) =>
    add(tx, context, { exercise, by: party }, () => decide(said)),
});

export const decideAsLead = defineAction({
  ...asLead,
  ...inExercise,
  name: 'energy-exercises/lead_decide',
  fields: { ...ofExercise, ...decideFields },
  texts: textsOf('lead_decide'),
  perform: (tx, context, { exercise, ...said }) =>
    add(tx, context, { exercise, by: secretariat }, () => decide(said)),
});

export const exerciseActions: readonly Action[] = [
  openExercise,
  advanceExercise,
  writeMessage,
  writeAsLead,
  acknowledge,
  acknowledgeAsLead,
  makeStatement,
  decideAsParty,
  decideAsLead,
  endExercise,
];

/** Which acts a seat has, by what they do: those of the lead have names of their own, since another permission opens them. */
export const actsOf = (seat: Seat) =>
  seat === secretariat
    ? { acknowledge: acknowledgeAsLead.name, decide: decideAsLead.name, message: writeAsLead.name }
    : { acknowledge: acknowledge.name, decide: decideAsParty.name, message: writeMessage.name };
