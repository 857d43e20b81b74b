import { formatInstant } from '#kernel/dates.ts';
import { ok } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { actionContextOf, offersToMake } from '#platform/actions/offers.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { pageOf } from '#platform/page/address.ts';
import { Basis, EmptyState, Section, Stack, StatusMark } from '#platform/page/components.tsx';
import { DataTable, Pagination } from '#platform/page/table.tsx';
import { knownOf, loadNames } from '#union';
import { crumbsToEnergy } from '../../front/pages/crumbs.ts';
import { openExercise } from '../actions.ts';
import { seatsOpen } from '../body.ts';
import { exerciseHref, exercisesPath, hasEnded, seatsOf, secretariat } from '../model.ts';
import { minuteOf } from '../rules/clock.ts';
import { todoOf } from '../rules/todo.ts';
import { type KeptExercise, listExercises } from '../store.ts';
import { exerciseTexts } from '../text/texts.ts';
import { closedRoom, SeatsOf } from './parts.tsx';

/** Exercises of one page. */
const pageSize = 24;

async function load(context: PageContext) {
  return context.read(async (tx) => {
    const acting = actionContextOf(context);
    const seats = [...(await seatsOpen(tx, acting)).keys()];
    if (seats.length === 0) return null;
    const parties = seats.includes(secretariat) ? null : seats;
    const number = pageOf(context.query);
    const page = { limit: pageSize, offset: (number - 1) * pageSize };
    const { exercises, total } = await listExercises(tx, context.register.id, parties, page);
    const named = exercises.map((exercise) => exercise.parties);
    return {
      ...{ exercises, total, number, seats },
      offers: await offersToMake(tx, context, [openExercise.name]),
      names: await loadNames(tx, knownOf(acting), named),
    };
  });
}

/** Exercises in which the reader has a seat, and the way to open one. */
export const exercisesPage: Page = {
  path: exercisesPath,
  navigation: 'practice',
  render: async (context) => {
    const { page: words, templates } = exerciseTexts(context.language);
    const head = { title: words.title, lede: words.lede, crumbs: crumbsToEnergy(context) };
    const loaded = await load(context);
    if (loaded === null) return ok({ ...head, body: await closedRoom(context) });
    const { exercises, total, number, seats, offers, names } = loaded;
    /** What waits for the reader's seat in one that still runs. */
    const waitingIn = (exercise: KeptExercise) => {
      const seat = seats.find((one) => seatsOf(exercise).includes(one));
      return seat === undefined || hasEnded(exercise) ? 0 : todoOf(exercise, seat).acknowledge.length;
    };
    return ok({
      ...head,
      body: (
        <Stack>
          <Basis>{words.open}</Basis>
          <Offered offers={offers} context={context} />
          <Section title={words.list} id="exercises">
            {exercises.length === 0 ? (
              <EmptyState why={words.none} what={words.noneWhat} who={words.noneWho} />
            ) : (
              <>
                <DataTable<KeptExercise>
                  caption={words.list}
                  rows={exercises}
                  rowHref={({ id }) => context.href(exerciseHref(id))}
                  columns={[
                    {
                      title: words.exercise,
                      cell: ({ scenario: { template, seed } }) => `${templates[template].title} (${seed})`,
                    },
                    {
                      title: words.state,
                      cell: (exercise) =>
                        hasEnded(exercise) ? (
                          <StatusMark tone="none" text={words.ended} />
                        ) : (
                          <StatusMark tone="part" text={words.running} />
                        ),
                    },
                    {
                      title: words.inbox,
                      cell: (exercise) => {
                        const count = waitingIn(exercise);
                        return count === 0 ? '–' : <StatusMark tone="part" text={String(count)} />;
                      },
                    },
                    {
                      title: words.clock,
                      cell: (exercise) => words.minute({ minute: minuteOf(exercise) }),
                    },
                    {
                      title: words.seats,
                      cell: (exercise) => (
                        <SeatsOf seats={seatsOf(exercise)} names={names} context={context} />
                      ),
                    },
                    {
                      title: words.opened,
                      cell: ({ openedAt }) =>
                        `${formatInstant(openedAt.toISOString(), context.language)} UTC`,
                    },
                  ]}
                />
                <Pagination
                  number={number}
                  size={pageSize}
                  total={total}
                  hrefOf={(page) => context.href(exercisesPath, { page: String(page) })}
                />
              </>
            )}
          </Section>
        </Stack>
      ),
    });
  },
};
