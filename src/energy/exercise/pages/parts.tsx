import { actionContextOf } from '#platform/actions/offers.ts';
import type { PageContext } from '#platform/module.ts';
import { EmptyState } from '#platform/page/components.tsx';
import { knownOf, Named, type Names } from '#union';
import { crumbsToEnergy } from '../../front/pages/crumbs.ts';
import { findBody } from '../body.ts';
import { exercisesPath, type Seat, secretariat } from '../model.ts';
import type { KeptExercise } from '../store.ts';
import { exerciseTexts } from '../text/texts.ts';

/** What a page of an exercise shows, for the seat from which it is looked at. */
export type Shown = {
  readonly exercise: KeptExercise;
  readonly seat: Seat;
  readonly names: Names;
  readonly context: PageContext;
};

export const crumbsToExercises = (context: PageContext, ...more: readonly { text: string; path: string }[]) =>
  crumbsToEnergy(context, { text: exerciseTexts(context.language).page.door, path: exercisesPath }, ...more);

/**
 * Instead of what is for seats alone: which seat opens it, and how one gets it. What is not there and what is not for the reader look alike.
 */
export async function closedRoom(context: PageContext) {
  const { page: words } = exerciseTexts(context.language);
  const held = await context.read((tx) => findBody(tx, knownOf(actionContextOf(context))));
  if (held === null) return <EmptyState why={words.closedNowhere} what={words.closedWhat} />;
  return (
    <EmptyState
      why={words.closed}
      what={words.closedWhat}
      who={
        context.register.meta.synthetic === true ? (
          <a href="/sign-in">{words.closedMadeUp}</a>
        ) : (
          words.closedWho
        )
      }
    />
  );
}

/** That nothing of it is true, with the frame that is. */
export function MadeUp({ exercise, context }: { exercise: KeptExercise; context: PageContext }) {
  const { page: words, templates } = exerciseTexts(context.language);
  const { template, seed } = exercise.scenario;
  return (
    <>
      {templates[template].frame} {words.made({ seed })}
    </>
  );
}

export function SeatOf({ seat, names, context }: { seat: Seat; names: Names; context: PageContext }) {
  return seat === secretariat ? (
    exerciseTexts(context.language).secretariat
  ) : (
    <Named id={seat} names={names} context={context} />
  );
}

export function SeatsOf({
  seats,
  names,
  context,
}: {
  seats: readonly Seat[];
  names: Names;
  context: PageContext;
}) {
  return (
    <>
      {seats.map((seat, place) => (
        <>
          {place > 0 && ', '}
          <SeatOf seat={seat} names={names} context={context} />
        </>
      ))}
    </>
  );
}
