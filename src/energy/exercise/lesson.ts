import { fail, ok, problem } from '#kernel/result.ts';
import { decide } from '#platform/access/access.ts';
import { type ActionContext, defineAction, textsFrom } from '#platform/actions/action.ts';
import { date, subject, text } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import { newId } from '#platform/id.ts';
import { appendJournal } from '#platform/journal/journal.ts';
import { answerForCommitments, commitmentHolder, inChargeOfCommitments, promiseNow } from '#union';
import { inBody } from './body.ts';
import { exerciseSubject, exercisesPath, hasEnded, reportHref } from './model.ts';
import { findSeated } from './seated.ts';
import { exerciseTexts } from './text/texts.ts';

/** Whether whoever acts can promise in the name of an owner: for himself, or as the body that follows commitments. */
async function answersFor(tx: Transaction, context: ActionContext, owner: string): Promise<boolean> {
  const objects = await inChargeOfCommitments(tx, context, owner);
  const { actor, today } = context;
  return objects.some((object) => decide(answerForCommitments, actor, object, today, () => 'no').allowed);
}

/**
 * From the report of an exercise, a lesson becomes a commitment of the register. Nobody is made to owe what they have not taken on: where
 * whoever leads the exercise cannot promise for the one who is to carry it out, it is the body's own, and offered to them.
 */
export const makeLesson = defineAction({
  name: 'energy-exercises/lesson',
  permission: answerForCommitments,
  fields: { exercise: subject, lesson: text, owner: commitmentHolder, watcher: commitmentHolder, due: date },
  texts: textsFrom(exerciseTexts)('lesson'),
  about: null,
  back: ({ exercise = '' }) => (exercise === '' ? exercisesPath : reportHref(exercise)),
  object: async (tx, context, { owner }) => [
    await inBody(tx, context, undefined),
    ...(await inChargeOfCommitments(tx, context, owner)),
  ],
  perform: async (tx, context, { exercise: id, lesson, owner, watcher, due }) => {
    const found = await findSeated(tx, context, id);
    if (found === null) return fail(problem('energy_exercise_not_found', 'body.exercise'));
    const { exercise } = found;
    if (!hasEnded(exercise)) return fail(problem('energy_exercise_running', 'body.exercise'));
    const { clock, register, actor, today, language } = context;
    const { templates, page } = exerciseTexts(language);
    const reason = page.lessonOf({ title: templates[exercise.scenario.template].title });
    const isTheirs = owner === exercise.body || (await answersFor(tx, context, owner));
    const promise = newId(clock);
    const done = await promiseNow(tx, context, {
      ...{ id: promise, what: lesson, watcher, due, origin: 'exercise', madeIn: id, on: today },
      ...{ dossier: undefined, owner: isTheirs ? owner : exercise.body },
      ...(isTheirs ? {} : { offeredTo: { to: owner, reason } }),
    });
    if (!done.ok) return done;
    await appendJournal(tx, clock, [
      {
        ...{ event: 'energy_exercises.lesson', register: register.id, subject: exerciseSubject(id) },
        actor: actor.kind === 'person' ? `person:${actor.id}` : actor.kind,
        payload: { promise },
      },
    ]);
    return ok({ ...done.value, path: reportHref(id) });
  },
});
