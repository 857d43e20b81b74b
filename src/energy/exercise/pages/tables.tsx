import type { Language } from '#kernel/languages.ts';
import { EmptyState, Note, Section, StatusMark } from '#platform/page/components.tsx';
import { type MapState, StatesMap } from '#platform/page/map.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { type EntryOf, hasEnded, secretariat } from '../model.ts';
import { type Contradiction, contradictions } from '../rules/contradictions.ts';
import { isShort, type ZoneNow } from '../rules/situation.ts';
import { decisionsBefore, messagesBefore, statementsBefore, viewOf } from '../rules/told.ts';
import { seatName } from '../seated.ts';
import { exerciseTexts } from '../text/texts.ts';
import { claimWords, decimal, figure, happeningWords, percent } from '../words.ts';
import { SeatOf, SeatsOf, type Shown } from './parts.tsx';

/** What stands in the control room and again in the report, from a seat. */

/** Zones as a picture and as a table, and what keeps more help from coming. */
export function Situation({ exercise, seat, names, context }: Shown) {
  const { language } = context;
  const { page: words } = exerciseTexts(language);
  const mw = (value: number) => figure(value, language);
  const { zones, limits } = viewOf(exercise, seat);
  return (
    <Section title={words.situation} id="situation">
      <p>{seat === secretariat ? words.situationLead : words.situationSeat}</p>
      <StatesMap
        title={words.situation}
        states={zones.map((one) => ({
          code: one.zone,
          name: seatName(one.zone, names, language),
          ...wordOf(one, language),
        }))}
      />
      <DataTable<ZoneNow>
        caption={words.situation}
        rows={zones}
        columns={[
          { title: words.zone, cell: ({ zone }) => seatName(zone, names, language) },
          {
            title: words.short,
            figure: true,
            cell: ({ short }) => (isShort(short) ? <StatusMark tone="bad" text={mw(short)} /> : mw(0)),
          },
          { title: words.margin, figure: true, cell: ({ margin }) => mw(margin) },
          {
            title: words.exported,
            figure: true,
            cell: ({ exported, stopsExports }) => (
              <>
                {mw(exported)}
                {stopsExports && <small> {words.stops}</small>}
              </>
            ),
          },
          { title: words.load, figure: true, cell: ({ load }) => mw(load) },
          { title: words.available, figure: true, cell: ({ available }) => mw(available) },
          {
            title: words.coverage,
            figure: true,
            cell: ({ load, available }) => (load === 0 ? '–' : percent(available / load, language)),
          },
        ]}
      />
      {limits.length > 0 && (
        <>
          <h3>{words.limits}</h3>
          <ul>
            {limits.map(({ borders, worth }) => (
              <li>
                {borders
                  .map((ends) => ends.map((zone) => seatName(zone, names, language)).join(' – '))
                  .join(', ')}
                : {words.limit({ worth: decimal(worth, language) })}
              </li>
            ))}
          </ul>
        </>
      )}
      <Note>{exercise.scenario.domain === undefined ? words.modelLinks : words.model}</Note>
    </Section>
  );
}

/** A zone on the map: what it sheds; else what it got; else what it has over. */
function wordOf({ short, margin }: ZoneNow, language: Language): Pick<MapState, 'tone' | 'word'> {
  const { page: words } = exerciseTexts(language);
  if (isShort(short)) return { tone: 'bad', word: words.mapShort({ mw: figure(short, language) }) };
  return margin < 0
    ? { tone: 'part', word: words.mapHelped({ mw: figure(-margin, language) }) }
    : { tone: 'good', word: words.mapOver({ mw: figure(margin, language) }) };
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
            {
              title: words.until,
              figure: true,
              cell: ({ until }) => until ?? (hasEnded(exercise) ? words.never : words.still),
            },
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
