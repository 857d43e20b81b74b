import type { Lived } from '#exchange';
import type { FeedbackAnswer, Outcome } from './model.ts';

type Told = {
  readonly asker: string;
  readonly state: string;
  readonly reference: string;
  readonly traders: readonly string[];
};

/** Whether feedback is on what a state told another in a case, of the same traders in whatever order. */
export function isAbout({ record: { body } }: Pick<Lived, 'record'>, told: Told): boolean {
  const own = new Set(body.traders as readonly string[]);
  return (
    body.state === told.state &&
    body.asker === told.asker &&
    body.reference === told.reference &&
    own.symmetricDifference(new Set(told.traders)).size === 0
  );
}

/** What is owed, or was given by now, as the state that owes it says it. */
export function answerOf({ record: { body }, steps }: Lived): FeedbackAnswer {
  const given = steps.find((step) => step.to === 'given');
  return {
    told_on: String(body.told_on),
    due: typeof body.due === 'string' ? body.due : null,
    feedback:
      given === undefined
        ? null
        : {
            given_on: given.effectiveOn,
            outcome: body.outcome as Outcome,
            confirmed: (body.confirmed ?? []) as string[],
            stopped: (body.stopped ?? null) as number | null,
            days: (body.days ?? null) as number | null,
          },
  };
}
