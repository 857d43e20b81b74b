import { formatInstant } from '#kernel/dates.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import type { Grant } from '#platform/access/access.ts';
import { actionContextOf, offersToMake } from '#platform/actions/offers.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { Basis, EmptyState, Note, Section, Stack } from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { listPromisesMadeIn } from '#union';
import { seatsOpen } from '../body.ts';
import { makeLesson } from '../lesson.ts';
import { exerciseHref, exerciseSubject, exercisesPath, hasEnded, seatsOf, secretariat } from '../model.ts';
import { type Aftermath, afterAction } from '../rules/after-action.ts';
import { minuteOf } from '../rules/clock.ts';
import { type Item, unacknowledged } from '../rules/told.ts';
import { findSeated, namesIn, seatName } from '../seated.ts';
import type { Logged } from '../store.ts';
import { exerciseTexts } from '../text/texts.ts';
import { claimWords, happeningWords, itemWords } from '../words.ts';
import { Lessons } from './lessons.tsx';
import { closedRoom, crumbsToExercises, MadeUp, SeatOf, type Shown } from './parts.tsx';
import { Contradictions, Decisions, Messages, Situation, Statements } from './tables.tsx';

/** Null: no seat, or no such exercise. While it runs, the report is the lead's alone. */
async function load(context: PageContext, id: string) {
  return context.read(async (tx) => {
    const acting = actionContextOf(context);
    const found = await findSeated(tx, acting, id);
    if (found === null) return null;
    const grant: Grant | null = (await seatsOpen(tx, acting)).get(found.seat) ?? null;
    const isOpen = hasEnded(found.exercise) || found.seat === secretariat;
    const { register, asOf, knownAt } = context;
    const promised = await listPromisesMadeIn(tx, { register: register.id, asOf, knownAt }, id);
    const offers = hasEnded(found.exercise)
      ? await offersToMake(tx, context, [makeLesson.name], { exercise: id })
      : [];
    const names = await namesIn(tx, acting, found.exercise, promised);
    return { ...found, grant, isOpen, promised, offers, names };
  });
}
type Loaded = NonNullable<Awaited<ReturnType<typeof load>>>;

function recordReport(context: PageContext, { exercise: { id }, grant }: Loaded): void {
  context.record({
    ...{ event: 'energy_exercises.report_read', subject: exerciseSubject(id), payload: {} },
    ...{ register: context.register.id, party: grant?.party ?? null, purpose: grant?.basis ?? null },
  });
}

/** What became of an exercise: for the lead at any time, for every seat once it has ended; then all of it, whoever it was addressed to. */
export const reportPage: Page = {
  path: `${exercisesPath}/:id/report`,
  navigation: 'practice',
  render: async (context) => {
    const { page: words, templates } = exerciseTexts(context.language);
    const id = context.params.id ?? '';
    const loaded = await load(context, id);
    if (loaded === null)
      return ok({ title: words.report, crumbs: crumbsToExercises(context), body: await closedRoom(context) });
    const { exercise, names, isOpen, promised, offers } = loaded;
    const { title } = templates[exercise.scenario.template];
    const crumbs = crumbsToExercises(context, { text: title, path: exerciseHref(id) });
    if (!isOpen) return ok({ title: words.report, crumbs, body: <EmptyState why={words.reportLater} /> });
    recordReport(context, loaded);
    // As the lead sees it: after the end nothing is kept from anybody who took part.
    const shown: Shown = { exercise, seat: secretariat, names, context };
    return ok({
      title: words.report,
      lede: (
        <>
          {title}. <MadeUp exercise={exercise} context={context} />
        </>
      ),
      crumbs,
      exports: ['csv', 'xlsx', 'json'] as const,
      body: (
        <Stack>
          {!hasEnded(exercise) && <Note>{words.reportNow}</Note>}
          <Matrix {...shown} />
          <Lessons {...shown} promised={promised} offers={offers} />
          <Unacknowledged {...shown} />
          <Contradictions {...shown} />
          <Situation {...shown} />
          <Messages {...shown} />
          <Statements {...shown} />
          <Decisions {...shown} />
          <Log {...shown} />
          <Basis>{words.open}</Basis>
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const loaded = await load(context, context.params.id ?? '');
    if (loaded === null || !loaded.isOpen) return fail(problem('energy_exercise_report_closed'));
    recordReport(context, loaded);
    const { exercise } = loaded;
    const { page: words, notes, templates } = exerciseTexts(context.language);
    const { template, seed } = exercise.scenario;
    return ok({
      name: `energy-exercise-${exercise.id}`,
      title: `${words.report}: ${templates[template].title}`,
      columns: Object.entries(notes).map(([key, note]) => ({ key, title: key, note })),
      rows: afterAction(exercise).map(({ inject, seat, isTold, detect, inform, decide }) => ({
        ...{ inject: inject.id, kind: inject.kind, minute: inject.minute, seat, told: isTold },
        ...{ detect, inform, decide },
      })),
      notes: [...exportNotes(context), templates[template].frame, words.made({ seed })],
    });
  },
};

function Matrix({ exercise, names, context }: Shown) {
  const { page: words } = exerciseTexts(context.language);
  const rows = afterAction(exercise);
  const minutes = (value: number | null) => (value === null ? words.never : String(value));
  return (
    <Section title={words.matrix} id="matrix">
      <p>{words.matrixWhat}</p>
      {rows.length === 0 ? (
        <EmptyState why={words.matrixNone} />
      ) : (
        <DataTable<Aftermath>
          caption={words.matrix}
          rows={rows}
          columns={[
            { title: words.what, cell: ({ inject }) => happeningWords(inject, names, context.language) },
            { title: words.at, figure: true, cell: ({ inject }) => String(inject.minute) },
            {
              title: words.by,
              cell: ({ seat }) => <SeatOf seat={seat} names={names} context={context} />,
            },
            { title: words.told, cell: ({ isTold }) => (isTold ? words.yes : words.no) },
            { title: words.detect, figure: true, cell: ({ detect }) => minutes(detect) },
            { title: words.inform, figure: true, cell: ({ inform }) => minutes(inform) },
            { title: words.decided, figure: true, cell: ({ decide }) => minutes(decide) },
          ]}
        />
      )}
    </Section>
  );
}

function Unacknowledged({ exercise, names, context }: Shown) {
  const { page: words } = exerciseTexts(context.language);
  const items = unacknowledged(exercise, seatsOf(exercise));
  return (
    <Section title={words.unacknowledged} id="unacknowledged">
      {items.length === 0 ? (
        <EmptyState why={words.unacknowledgedNone} />
      ) : (
        <DataTable<Item>
          caption={words.unacknowledged}
          rows={items}
          columns={[
            {
              title: words.what,
              cell: (item) => itemWords(item, names, context.language),
            },
            {
              title: words.to,
              cell: ({ seat }) => <SeatOf seat={seat} names={names} context={context} />,
            },
            { title: words.sent, figure: true, cell: ({ sent }) => String(sent) },
            {
              title: words.reached,
              figure: true,
              // What was still on its way when the clock stood still reached nobody.
              cell: ({ reached }) => (reached > minuteOf(exercise) ? words.never : String(reached)),
            },
            { title: words.due, figure: true, cell: ({ due }) => String(due) },
            {
              title: words.acknowledgedAt,
              figure: true,
              cell: ({ acknowledged }) => acknowledged ?? words.never,
            },
          ]}
        />
      )}
    </Section>
  );
}

function Log({ exercise, names, context }: Shown) {
  const { language } = context;
  const { page: words, deeds, decisions } = exerciseTexts(language);
  const said = (entry: Logged): string => {
    switch (entry.kind) {
      case 'advance':
        return words.minute({ minute: entry.to });
      case 'message':
        return entry.text;
      case 'acknowledge':
        return entry.of;
      case 'state':
        return `${seatName(entry.zone, names, language)}, ${claimWords(entry.claim, language)}`;
      case 'decide':
        return decisions[entry.decision];
      case 'end':
        return '';
    }
  };
  return (
    <Section title={words.log} id="log">
      <p>{words.logWhat}</p>
      <DataTable<Logged>
        caption={words.log}
        rows={exercise.entries}
        columns={[
          { title: words.what, cell: (entry) => `${entry.number}. ${deeds[entry.kind]}` },
          { title: words.by, cell: ({ by }) => <SeatOf seat={by} names={names} context={context} /> },
          { title: words.at, figure: true, cell: ({ minute }) => String(minute) },
          { title: words.time, cell: ({ at }) => `${formatInstant(at.toISOString(), language)} UTC` },
          { title: words.words, cell: said },
        ]}
      />
    </Section>
  );
}
