import { ok } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { actionContextOf, type Offer, offersToMake } from '#platform/actions/offers.ts';
import type { Page, PageContext } from '#platform/module.ts';
import {
  Basis,
  DueList,
  EmptyState,
  FieldList,
  Figure,
  FigureRow,
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
import { seatsOpen } from '../body.ts';
import {
  exerciseHref,
  exerciseSubject,
  exercisesPath,
  hasEnded,
  type Inject,
  reportHref,
  type Seat,
  seatsOf,
  secretariat,
} from '../model.ts';
import { minuteOf } from '../rules/clock.ts';
import { isZone } from '../rules/may-do.ts';
import { isShort } from '../rules/situation.ts';
import { todoOf } from '../rules/todo.ts';
import { awaited, type Item, inboxOf, injectsBefore, viewOf } from '../rules/told.ts';
import { findSeated, namesIn, seatName } from '../seated.ts';
import { findLastShown, type KeptExercise, type ShownUpTo, shownEvent } from '../store.ts';
import { exerciseTexts } from '../text/texts.ts';
import { claimWords, figure, happeningWords, itemWords } from '../words.ts';
import { closedRoom, crumbsToExercises, MadeUp, SeatOf, SeatsOf, type Shown } from './parts.tsx';
import { Contradictions, Decisions, Messages, Situation, Statements } from './tables.tsx';

async function load(context: PageContext, id: string) {
  return context.read(async (tx) => {
    const acting = actionContextOf(context);
    const found = await findSeated(tx, acting, id);
    if (found === null) return null;
    const { exercise, seat } = found;
    const names = await namesIn(tx, acting, exercise);
    const { actor, register } = context;
    const grant = (await seatsOpen(tx, acting)).get(seat) ?? null;
    const reader = actor.kind === 'person' ? `person:${actor.id}` : actor.kind;
    const subject = exerciseSubject(id);
    const shownLast = await findLastShown(tx, { register: register.id, subject, actor: reader });
    const seen = { ...found, names, grant, shownLast };
    if (hasEnded(exercise)) return { ...seen, offers: [] as readonly Offer[] };
    const acts = actsOf(seat);
    const given = { exercise: id, ...(seat === secretariat ? {} : { party: seat }) };
    const wanted =
      seat === secretariat
        ? [advanceExercise.name, acts.message, endExercise.name]
        : [acts.message, ...(isZone(exercise, seat) ? [makeStatement.name] : [])];
    return { ...seen, offers: await offersToMake(tx, context, wanted, given) };
  });
}
type Loaded = NonNullable<Awaited<ReturnType<typeof load>>>;

/**
 * The control room, from the reader's seat. It follows the exercise by loading itself again, so that a browser that was cut off shows all
 * that was missed when it is back: nothing of an exercise lives in a browser.
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
    recordShown(context, loaded);
    return ok({
      title: templates[exercise.scenario.template].title,
      lede: <MadeUp exercise={exercise} context={context} />,
      crumbs,
      body: (
        <Stack>
          <Clock {...shown} />
          {!ended && <First {...shown} />}
          <Inbox {...shown} />
          <Offered offers={offers} context={context} />
          <Situation {...shown} />
          <Waiting {...shown} />
          <Happened {...shown} />
          <Messages {...shown} />
          <Statements {...shown} />
          <Contradictions {...shown} />
          <Decisions {...shown} />
          <Basis>{words.open}</Basis>
        </Stack>
      ),
    });
  },
};

/**
 * What states write to one another is for their seats alone, and an exercise is about who knew what when: that somebody was shown it is
 * journalled before the page leaves. The page comes anew every three seconds; it is written down once for each line of the log and each
 * minute, not for each time that the same was shown again.
 */
function recordShown(context: PageContext, { exercise, seat, grant, shownLast }: Loaded): void {
  const shown = upTo(exercise, seat);
  if (shownLast?.seat === shown.seat && shownLast.line === shown.line && shownLast.minute === shown.minute)
    return;
  context.record({
    ...{ event: shownEvent, subject: exerciseSubject(exercise.id), payload: shown },
    ...{ register: context.register.id, party: grant?.party ?? null, purpose: grant?.basis ?? null },
  });
}

const upTo = (exercise: KeptExercise, seat: Seat): ShownUpTo => ({
  ...{ seat, minute: minuteOf(exercise), line: exercise.entries.at(-1)?.number ?? 0 },
});

/** Whether the page follows the exercise, and up to where it has come. */
function Following({ exercise, seat, context }: Shown) {
  const { page: words } = exerciseTexts(context.language);
  const { minute, line } = upTo(exercise, seat);
  return (
    <div data-live="" role="status">
      <p data-connected="">
        {words.live} {words.upTo({ minute, lines: line })}{' '}
        <a href={context.href(exerciseHref(exercise.id))}>{words.reload}</a>
      </p>
      <p data-cut="" hidden>
        <StatusMark tone="bad" text={words.cut} />
      </p>
      <p data-back="" hidden>
        <StatusMark tone="good" text={words.back} />
      </p>
    </div>
  );
}

function Clock(shown: Shown) {
  const { exercise, seat, names, context } = shown;
  const { language } = context;
  const { page: words } = exerciseTexts(language);
  const minute = minuteOf(exercise);
  const ended = hasEnded(exercise);
  const { acknowledge: waiting } = todoOf(exercise, seat);
  const late = waiting.filter(({ due }) => due < minute).length;
  const { zones } = viewOf(exercise, seat);
  const shedding = zones.filter(({ short }) => isShort(short));
  const own = shedding.find(({ zone }) => zone === seat);
  return (
    <Section title={words.clock} id="clock">
      {!ended && <Following {...shown} />}
      <FigureRow>
        <Figure
          value={words.minute({ minute })}
          label={words.clock}
          detail={<StatusMark tone={ended ? 'none' : 'part'} text={ended ? words.ended : words.running} />}
        />
        <Figure
          value={figure(waiting.length, language)}
          label={words.waiting}
          detail={
            waiting[0] === undefined ? (
              words.waitingNone
            ) : late > 0 ? (
              <StatusMark tone="bad" text={words.waitingLate({ count: late })} />
            ) : (
              words.waitingFirst({ minutes: waiting[0].due - minute })
            )
          }
        />
        <Figure
          value={figure(
            shedding.reduce((sum, { short }) => sum + short, 0),
            language,
          )}
          label={words.shedAll}
          detail={
            own !== undefined ? (
              <StatusMark tone="bad" text={words.shedOwn({ mw: figure(own.short, language) })} />
            ) : shedding.length === 0 ? (
              words.shedNone
            ) : (
              words.shedIn({ count: shedding.length })
            )
          }
        />
      </FigureRow>
      <FieldList
        fields={[
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
          {
            label: words.report,
            value:
              ended || seat === secretariat ? (
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

/** What the seat has to do now, what is most pressing first, each with the way to it. */
function First({ exercise, seat, names, context }: Shown) {
  const { language } = context;
  const { page: words, acts, topics } = exerciseTexts(language);
  const now = minuteOf(exercise);
  const { acknowledge: waiting, decide, contradictions, next } = todoOf(exercise, seat);
  const given = { exercise: exercise.id, ...(seat === secretariat ? {} : { party: seat }) };
  const to = (act: string, more = {}) => context.href(`/do/${act}`, { ...given, ...more });
  const first = waiting[0];
  // What is to be done is itself the way to it, so that it has the width of a phone.
  const items = [
    ...(first === undefined
      ? []
      : [
          {
            ...{ days: first.due - now, unit: words.min, detail: words.toInbox },
            what: <a href="#inbox">{words.ackFirst({ count: waiting.length })}</a>,
          },
        ]),
    ...decide.map((one) => ({
      ...{ days: now - one.minute, unit: words.minAgo, detail: words.decide },
      what: (
        <a href={to(actsOf(seat).decide, { inject: one.id })}>
          {words.undecided({ what: happeningWords(one, names, language) })}
        </a>
      ),
    })),
    ...contradictions.map(({ topic, zone, from, said }) => ({
      ...{ days: now - from, unit: words.minAgo },
      what: (
        <a href={to(makeStatement.name)}>
          {words.contradicted({ about: `${topics[topic]}, ${seatName(zone, names, language)}` })}
        </a>
      ),
      detail: said
        .map((one) => `${seatName(one.seat, names, language)}: ${claimWords(one.claim, language)}`)
        .join('; '),
    })),
    ...(seat === secretariat
      ? [
          {
            ...{ days: next === null ? 0 : next.minute - now, unit: words.min, detail: acts.advance.title },
            what: (
              <a href={to(advanceExercise.name)}>
                {next === null
                  ? words.nothingNextLead
                  : words.nextAt({ minute: next.minute, what: happeningWords(next, names, language) })}
              </a>
            ),
          },
        ]
      : []),
  ];
  return (
    <Section title={words.first} id="first">
      {items.length === 0 ? (
        <EmptyState why={words.firstNone} what={words.firstNoneWhat} />
      ) : (
        <DueList items={items} />
      )}
    </Section>
  );
}

/** What others have before them and have not acknowledged. */
function Waiting({ exercise, seat, names, context }: Shown) {
  const { page: words } = exerciseTexts(context.language);
  const now = minuteOf(exercise);
  const items = awaited(exercise, seat);
  if (hasEnded(exercise)) return null;
  return (
    <Section title={words.awaited} id="awaited">
      {items.length === 0 ? (
        <EmptyState why={seat === secretariat ? words.awaitedNone : words.awaitedOwnNone} />
      ) : (
        <DataTable<Item>
          caption={words.awaited}
          rows={items}
          columns={[
            {
              title: words.what,
              cell: (item) => itemWords(item, names, context.language),
            },
            { title: words.to, cell: ({ seat: by }) => <SeatOf seat={by} names={names} context={context} /> },
            { title: words.sent, figure: true, cell: ({ sent }) => String(sent) },
            {
              title: words.left,
              cell: (item) =>
                item.reached > now ? (
                  <StatusMark tone="none" text={words.onItsWay} />
                ) : (
                  <Left item={item} exercise={exercise} context={context} />
                ),
            },
          ]}
        />
      )}
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
              cell: (item) => itemWords(item, names, context.language),
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
