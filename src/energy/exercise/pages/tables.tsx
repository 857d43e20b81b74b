import { BarRow, EmptyState, Note, Section, StatusMark } from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { type EntryOf, secretariat } from '../model.ts';
import { type Contradiction, contradictions } from '../rules/contradictions.ts';
import type { ZoneNow } from '../rules/situation.ts';
import { decisionsBefore, messagesBefore, pictureOf, statementsBefore } from '../rules/told.ts';
import { seatName } from '../seated.ts';
import { exerciseTexts } from '../text/texts.ts';
import { claimWords, figure, happeningWords, percent } from '../words.ts';
import { SeatOf, SeatsOf, type Shown } from './parts.tsx';

/** What stands in the control room and again in the report, from a seat. */

export function Situation({ exercise, seat, names, context }: Shown) {
  const { language } = context;
  const { page: words } = exerciseTexts(language);
  const mw = (value: number) => figure(value, language);
  return (
    <Section title={words.situation} id="situation">
      <p>{seat === secretariat ? words.situationLead : words.situationSeat}</p>
      <DataTable<ZoneNow>
        caption={words.situation}
        rows={pictureOf(exercise, seat)}
        columns={[
          { title: words.zone, cell: ({ zone }) => seatName(zone, names, language) },
          { title: words.load, figure: true, cell: ({ load }) => mw(load) },
          {
            title: words.available,
            figure: true,
            cell: ({ available }) => mw(available),
          },
          {
            title: words.coverage,
            cell: ({ load, available }) => (
              <BarRow
                label=""
                share={load === 0 ? null : available / load}
                text={load === 0 ? '–' : percent(available / load, language)}
              />
            ),
          },
          { title: words.margin, figure: true, cell: ({ margin }) => mw(margin) },
          {
            title: words.exported,
            figure: true,
            cell: ({ exported, stopsExports }) => (
              <>
                {mw(exported)}
                {stopsExports && <small>{words.stops}</small>}
              </>
            ),
          },
          {
            title: words.short,
            figure: true,
            cell: ({ short }) => (short > 0 ? <StatusMark tone="bad" text={mw(short)} /> : mw(0)),
          },
        ]}
      />
      <Note>{words.model}</Note>
    </Section>
  );
}

export function Messages({ exercise, seat, names, context }: Shown) {
  const { page: words } = exerciseTexts(context.language);
  const messages = messagesBefore(exercise, seat).toReversed();
  const about = (id: string | null) => {
    const inject = exercise.scenario.injects.find((one) => one.id === id);
    return inject === undefined ? '–' : happeningWords(inject, names, context.language);
  };
  return (
    <Section title={words.messages} id="messages">
      {messages.length === 0 ? (
        <EmptyState why={words.messagesNone} />
      ) : (
        <DataTable<EntryOf<'message'>>
          caption={words.messages}
          rows={messages}
          columns={[
            { title: words.words, cell: ({ text }) => text },
            { title: words.from, cell: ({ by }) => <SeatOf seat={by} names={names} context={context} /> },
            { title: words.to, cell: ({ to }) => <SeatsOf seats={to} names={names} context={context} /> },
            { title: words.sent, figure: true, cell: ({ minute }) => String(minute) },
            { title: words.about, cell: ({ inject }) => about(inject) },
          ]}
        />
      )}
    </Section>
  );
}

export function Statements({ exercise, seat, names, context }: Shown) {
  const { language } = context;
  const { page: words } = exerciseTexts(language);
  const statements = statementsBefore(exercise, seat).toReversed();
  return (
    <Section title={words.statements} id="statements">
      {statements.length === 0 ? (
        <EmptyState why={words.statementsNone} />
      ) : (
        <DataTable<EntryOf<'state'>>
          caption={words.statements}
          rows={statements}
          columns={[
            { title: words.by, cell: ({ by }) => <SeatOf seat={by} names={names} context={context} /> },
            { title: words.at, figure: true, cell: ({ minute }) => String(minute) },
            { title: words.zone, cell: ({ zone }) => seatName(zone, names, language) },
            { title: words.says, cell: ({ claim }) => claimWords(claim, language) },
            { title: words.words, cell: ({ text }) => text ?? '–' },
          ]}
        />
      )}
    </Section>
  );
}

export function Contradictions({ exercise, seat, names, context }: Shown) {
  const { language } = context;
  const { page: words, topics } = exerciseTexts(language);
  const found = contradictions(exercise, statementsBefore(exercise, seat));
  return (
    <Section title={words.contradictions} id="contradictions">
      {found.length === 0 ? (
        <EmptyState why={words.contradictionsNone} />
      ) : (
        <DataTable<Contradiction>
          caption={words.contradictions}
          rows={found}
          columns={[
            {
              title: words.about,
              cell: ({ topic, zone }) => `${topics[topic]}, ${seatName(zone, names, language)}`,
            },
            {
              title: words.says,
              cell: ({ said }) =>
                said
                  .map((one) => `${seatName(one.seat, names, language)}: ${claimWords(one.claim, language)}`)
                  .join('; '),
            },
            { title: words.since, figure: true, cell: ({ from }) => String(from) },
            { title: words.until, figure: true, cell: ({ until }) => until ?? words.never },
          ]}
        />
      )}
    </Section>
  );
}

export function Decisions({ exercise, seat, names, context }: Shown) {
  const { language } = context;
  const { page: words, decisions } = exerciseTexts(language);
  const decided = decisionsBefore(exercise, seat).toReversed();
  const about = (id: string) => {
    const inject = exercise.scenario.injects.find((one) => one.id === id);
    return inject === undefined ? id : happeningWords(inject, names, language);
  };
  return (
    <Section title={words.decisions} id="decisions">
      {decided.length === 0 ? (
        <EmptyState why={words.decisionsNone} />
      ) : (
        <DataTable<EntryOf<'decide'>>
          caption={words.decisions}
          rows={decided}
          columns={[
            { title: words.decision, cell: ({ decision }) => decisions[decision] },
            { title: words.by, cell: ({ by }) => <SeatOf seat={by} names={names} context={context} /> },
            { title: words.at, figure: true, cell: ({ minute }) => String(minute) },
            { title: words.about, cell: ({ inject }) => about(inject) },
            { title: words.words, cell: ({ text }) => text ?? '–' },
          ]}
        />
      )}
    </Section>
  );
}
