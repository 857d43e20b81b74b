import { firstDay, formatDate, lastDay, type PartialDate } from '#kernel/dates.ts';
import type { PageContext } from '#platform/module.ts';
import { EmptyState, Section, StatusMark, Timeline } from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import type { RecordBody } from '#platform/records/kind.ts';
import type { listTransitions, StateAt } from '#platform/records/transitions.ts';
import { Named, type Names } from '../../names.tsx';
import { unionTexts } from '../../text/texts.ts';
import { wordFor } from '../../text/words/words.ts';
import { type AnswerForm, type ItemState, itemStates } from '../model.ts';
import type { Clock } from '../rules/clock.ts';
import { parliamentTexts } from '../text/texts.ts';
import { ClockBar, dueText } from './clock-bar.tsx';
import { itemTones } from './tones.ts';

/** What an item's page and its fact sheet show alike. */
export type Shown = { readonly names: Names; readonly context: PageContext };

const isState = (state: string): state is ItemState => (itemStates as readonly string[]).includes(state);

/** Where an item stands; nothing where no step of ours was taken, because its source says nothing of states. */
export function ItemStateMark({ state, context }: { state: StateAt | undefined; context: PageContext }) {
  if (state === undefined || !isState(state.state)) return null;
  const { states } = parliamentTexts(context.language);
  return <StatusMark tone={itemTones[state.state]} text={states[state.state]} />;
}

/** Lines as they were written. */
export function Lines({ text }: { text: string }) {
  return (
    <>
      {text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => (
          <p>{line}</p>
        ))}
    </>
  );
}

export function Clocks({ clocks, names, context }: Shown & { clocks: readonly Clock[] }) {
  const words = unionTexts(context.language).parliament;
  return (
    <DataTable<Clock>
      caption={words.clock}
      rows={clocks}
      columns={[
        {
          title: words.addressee,
          cell: (clock) => <Named id={clock.addressee} names={names} context={context} />,
        },
        {
          title: words.clock,
          cell: (clock) => <ClockBar clock={clock} day={lastDay(context.asOf)} />,
        },
        { title: words.due, cell: (clock) => dueText(clock, context.language) },
      ]}
    />
  );
}

type Answer = {
  readonly addressee: string;
  readonly date: PartialDate;
  readonly document?: string | null;
  readonly text?: string | null;
  readonly form?: AnswerForm | null;
};

/** All answers given by the date asked about, and those of its month or year; one of later had not been given yet. */
export function Answers({ body, names, context }: Shown & { body: RecordBody }) {
  const all = unionTexts(context.language);
  const words = all.parliamentItem;
  const { forms, item } = parliamentTexts(context.language);
  const given = ((body.answers ?? []) as readonly Answer[]).filter(
    ({ date }) => firstDay(date) <= lastDay(context.asOf),
  );
  if (given.length === 0)
    return <EmptyState why={words.answersNone} what={words.answersNoneWhat} who={all.whoCan.file} />;
  const saysForm = given.some(({ form }) => form != null);
  return (
    <DataTable<Answer>
      caption={words.answers}
      rows={given}
      columns={[
        {
          title: all.parliament.addressee,
          cell: (answer) => <Named id={answer.addressee} names={names} context={context} />,
        },
        {
          title: words.answers,
          cell: ({ date, text }) => (
            <>
              {words.answeredOn(date)}
              {text != null && <Lines text={text} />}
            </>
          ),
        },
        ...(saysForm
          ? [{ title: item.form, cell: ({ form }: Answer) => (form == null ? null : forms[form]) }]
          : []),
        {
          title: words.document,
          cell: ({ document }) =>
            document == null ? <span class="missing">{words.documentMissing}</span> : document,
        },
      ]}
    />
  );
}

type Assigned = {
  readonly addressee: string;
  readonly group?: string | null;
  readonly office?: string | null;
  readonly date: PartialDate;
};

/** Where each answer is prepared, as far as it was assigned by the date asked about. */
export function Assignments({ body, names, context }: Shown & { body: RecordBody }) {
  const all = unionTexts(context.language);
  const words = parliamentTexts(context.language);
  const assigned = ((body.assignments ?? []) as readonly Assigned[]).filter(
    ({ date }) => firstDay(date) <= lastDay(context.asOf),
  );
  if (assigned.length === 0) return null;
  return (
    <Section title={words.item.assignments} id="assignments">
      <DataTable<Assigned>
        caption={words.item.assignments}
        rows={assigned}
        columns={[
          {
            title: all.parliament.addressee,
            cell: ({ addressee }) => <Named id={addressee} names={names} context={context} />,
          },
          {
            title: words.item.preparedBy,
            cell: ({ group, office }) => (
              <>
                {group != null && <Named id={group} names={names} context={context} />} {office}
              </>
            ),
          },
          { title: words.fields.on, cell: ({ date }) => formatDate(date, context.language) },
        ]}
      />
    </Section>
  );
}

type Steps = Awaited<ReturnType<typeof listTransitions>>;

/** Each step with its reason, by the date asked about; nothing for an item of which only a source speaks. */
export function History({ steps, names, context }: Shown & { steps: Steps }) {
  const words = parliamentTexts(context.language);
  const taken = steps.filter(
    ({ withdrawn, effectiveOn }) => !withdrawn && firstDay(effectiveOn) <= lastDay(context.asOf),
  );
  if (taken.length === 0) return null;
  return (
    <Section title={words.item.history} id="history">
      <Timeline
        moments={taken.map(({ to, effectiveOn, details }) => {
          const { committee, reason, party, addressee, group, office } = details;
          const who = [party, addressee, group].filter((one) => typeof one === 'string');
          const said = [office, committee, reason].filter((one) => typeof one === 'string');
          return {
            when: formatDate(effectiveOn, context.language),
            what: isState(to) ? words.states[to] : wordFor(to, context.language),
            ...(who.length + said.length === 0
              ? {}
              : {
                  detail: (
                    <>
                      {who.map((id) => (
                        <>
                          <Named id={id} names={names} context={context} />{' '}
                        </>
                      ))}
                      {said.join('. ')}
                    </>
                  ),
                }),
            tone: isState(to) ? itemTones[to] : ('none' as const),
          };
        })}
      />
    </Section>
  );
}
