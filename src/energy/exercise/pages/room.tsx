import { ok } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { actionContextOf, type Offer, offersToMake } from '#platform/actions/offers.ts';
import type { Page, PageContext } from '#platform/module.ts';
import {
  Basis,
  EmptyState,
  FieldList,
  Note,
  Section,
  Stack,
  StatusMark,
} from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import {
  acknowledge,
  acknowledgeAsLead,
  actsOf,
  advanceExercise,
  endExercise,
  makeStatement,
} from '../actions.ts';
import {
  exerciseHref,
  exercisesPath,
  hasEnded,
  type Inject,
  reportHref,
  seatsOf,
  secretariat,
} from '../model.ts';
import { minuteOf, nextInject } from '../rules/clock.ts';
import { isZone } from '../rules/may-do.ts';
import { type Item, inboxOf, injectsBefore } from '../rules/told.ts';
import { findSeated, namesIn } from '../seated.ts';
import type { KeptExercise } from '../store.ts';
import { exerciseTexts } from '../text/texts.ts';
import { happeningWords } from '../words.ts';
import { closedRoom, crumbsToExercises, MadeUp, SeatOf, SeatsOf, type Shown } from './parts.tsx';
import { Contradictions, Decisions, Messages, Situation, Statements } from './tables.tsx';

async function load(context: PageContext, id: string) {
  return context.read(async (tx) => {
    const acting = actionContextOf(context);
    const found = await findSeated(tx, acting, id);
    if (found === null) return null;
    const { exercise, seat } = found;
    const names = await namesIn(tx, acting, exercise);
    if (hasEnded(exercise)) return { ...found, names, offers: [] as readonly Offer[] };
    const acts = actsOf(seat);
    const given = { exercise: id, ...(seat === secretariat ? {} : { party: seat }) };
    const wanted =
      seat === secretariat
        ? [advanceExercise.name, acts.message, endExercise.name]
        : [acts.message, ...(isZone(exercise, seat) ? [makeStatement.name] : [])];
    return { ...found, names, offers: await offersToMake(tx, context, wanted, given) };
  });
}

/**
 * The control room, from the reader's seat. It follows the exercise by loading itself again, so that a browser that was cut off shows all
 * that was missed when it is back: nothing of an exercise lives in a browser. Readings are not journalled, of made-up matter every three seconds.
 */
export const roomPage: Page = {
  path: `${exercisesPath}/:id`,
  navigation: 'practice',
  render: async (context) => {
    const { page: words, templates } = exerciseTexts(context.language);
    const loaded = await load(context, context.params.id ?? '');
    const crumbs = crumbsToExercises(context);
    if (loaded === null) return ok({ title: words.exercise, crumbs, body: await closedRoom(context) });
    const { exercise, seat, names, offers } = loaded;
    const shown: Shown = { exercise, seat, names, context };
    const ended = hasEnded(exercise);
    return ok({
      title: templates[exercise.scenario.template].title,
      crumbs,
      body: (
        <Stack>
          <MadeUp exercise={exercise} context={context} />
          {!ended && (
            <div data-live="">
              <Note>
                {words.live} <a href={context.href(exerciseHref(exercise.id))}>{words.reload}</a>
                <strong data-cut="" hidden>
                  {' '}
                  {words.cut}
                </strong>
              </Note>
            </div>
          )}
          <Basis>{words.open}</Basis>
          <Clock {...shown} />
          <Offered offers={offers} context={context} />
          <Inbox {...shown} />
          <Situation {...shown} />
          <Happened {...shown} />
          <Messages {...shown} />
          <Statements {...shown} />
          <Contradictions {...shown} />
          <Decisions {...shown} />
        </Stack>
      ),
    });
  },
};

function Clock({ exercise, seat, names, context }: Shown) {
  const { page: words } = exerciseTexts(context.language);
  const minute = minuteOf(exercise);
  const next = nextInject(exercise.scenario, minute);
  const ended = hasEnded(exercise);
  const isLead = seat === secretariat;
  return (
    <Section title={words.clock} id="clock">
      <FieldList
        fields={[
          {
            label: words.clock,
            value: (
              <>
                {words.minute({ minute })}{' '}
                <StatusMark tone={ended ? 'none' : 'part'} text={ended ? words.ended : words.running} />
              </>
            ),
          },
          { label: words.seat, value: <SeatOf seat={seat} names={names} context={context} /> },
          {
            label: words.seats,
            value: (
              <>
                <SeatsOf seats={seatsOf(exercise)} names={names} context={context} />;{' '}
                {words.within({ minutes: exercise.acknowledgeWithin })}
              </>
            ),
          },
          ...(isLead && !ended
            ? [
                {
                  label: words.next,
                  value:
                    next === null
                      ? words.nothingNext
                      : words.nextAt({
                          minute: next.minute,
                          what: happeningWords(next, names, context.language),
                        }),
                },
              ]
            : []),
          {
            label: words.report,
            value:
              ended || isLead ? (
                <a href={context.href(reportHref(exercise.id))}>{words.toReport}</a>
              ) : (
                words.reportLater
              ),
          },
        ]}
      />
    </Section>
  );
}

function Inbox({ exercise, seat, names, context }: Shown) {
  const { page: words } = exerciseTexts(context.language);
  // What is still to be done comes first.
  const items = inboxOf(exercise, seat).toSorted(
    (one, other) => Number(one.acknowledged !== null) - Number(other.acknowledged !== null),
  );
  return (
    <Section title={words.inbox} id="inbox">
      {items.length === 0 ? (
        <EmptyState why={words.inboxNone} what={words.inboxWhat} />
      ) : (
        <DataTable<Item>
          caption={words.inbox}
          rows={items}
          columns={[
            {
              title: words.what,
              cell: (item) =>
                item.kind === 'inject'
                  ? happeningWords(item.inject, names, context.language)
                  : item.message.text,
            },
            {
              title: words.from,
              cell: (item) => (
                <SeatOf
                  seat={item.kind === 'inject' ? secretariat : item.message.by}
                  names={names}
                  context={context}
                />
              ),
            },
            { title: words.reached, figure: true, cell: ({ reached }) => String(reached) },
            { title: words.left, cell: (item) => <Left item={item} exercise={exercise} context={context} /> },
            {
              title: words.acknowledge,
              cell: (item) => <AcknowledgeButton item={item} exercise={exercise} context={context} />,
            },
          ]}
        />
      )}
    </Section>
  );
}

function Left({ item, exercise, context }: { item: Item; exercise: KeptExercise; context: PageContext }) {
  const { page: words } = exerciseTexts(context.language);
  const { acknowledged, due } = item;
  if (acknowledged !== null)
    return (
      <StatusMark
        tone={acknowledged > due ? 'part' : 'good'}
        text={words.acknowledged({ minute: acknowledged })}
      />
    );
  const left = due - minuteOf(exercise);
  return left < 0 ? (
    <StatusMark tone="bad" text={words.lateBy({ minutes: -left })} />
  ) : (
    <StatusMark tone="part" text={String(left)} />
  );
}

function AcknowledgeButton({
  item,
  exercise,
  context,
}: {
  item: Item;
  exercise: KeptExercise;
  context: PageContext;
}) {
  const { page: words } = exerciseTexts(context.language);
  if (item.acknowledged !== null || hasEnded(exercise)) return null;
  const isLead = item.seat === secretariat;
  const act = isLead ? acknowledgeAsLead : acknowledge;
  return (
    <form method="post" action={context.href(`/do/${act.name}`)}>
      <input type="hidden" name="exercise" value={exercise.id} />
      {!isLead && <input type="hidden" name="party" value={item.seat} />}
      <input type="hidden" name="of" value={item.id} />
      <button type="submit">{words.acknowledge}</button>
    </form>
  );
}

function Happened({ exercise, seat, names, context }: Shown) {
  const { page: words, kinds } = exerciseTexts(context.language);
  const injects = injectsBefore(exercise, seat);
  const act = actsOf(seat).decide;
  const given = { exercise: exercise.id, ...(seat === secretariat ? {} : { party: seat }) };
  return (
    <Section title={words.happened} id="happened">
      {injects.length === 0 ? (
        <EmptyState why={words.happenedNone} what={words.happenedWhat} />
      ) : (
        <DataTable<Inject>
          caption={words.happened}
          rows={injects}
          columns={[
            { title: words.at, figure: true, cell: ({ minute }) => String(minute) },
            {
              title: words.what,
              cell: (one) => (
                <>
                  {happeningWords(one, names, context.language)} <small>{kinds[one.kind]}</small>
                </>
              ),
            },
            {
              title: words.to,
              cell: ({ to }) =>
                to === null ? (
                  words.all
                ) : to.length === 0 ? (
                  words.leadOnly
                ) : (
                  <SeatsOf seats={to} names={names} context={context} />
                ),
            },
            {
              title: words.decision,
              cell: ({ id }) =>
                hasEnded(exercise) ? null : (
                  <a href={context.href(`/do/${act}`, { ...given, inject: id })}>{words.decide}</a>
                ),
            },
          ]}
        />
      )}
    </Section>
  );
}
