import { isBefore, lastDay, type PartialDate } from '#kernel/dates.ts';
import type { MissingReason } from '#kernel/observation-value.ts';
import type { PageContext } from '#platform/module.ts';
import { StatusMark } from '#platform/page/components.tsx';
import { MissingMark } from '#platform/page/missing.tsx';
import { useLanguage } from '#platform/page/page-language.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import type { StateAt } from '#platform/records/transitions.ts';
import { unionTexts } from '../../text/texts.ts';
import { groupTones } from '../../text/tones.ts';
import { wordFor } from '../../text/words/words.ts';
import type { GroupState } from '../model.ts';

/**
 * A group's state with since when; where it is unknown, why, and what is known next. `missing` is the source's own
 * reason for giving no status.
 */
export function GroupStateMark({ state, missing }: { state: StateAt; missing?: unknown }) {
  const words = unionTexts(useLanguage());
  const name = (code: string) => words.groupStates[code as GroupState] ?? code;
  if ('why' in state)
    return (
      <>
        <StatusMark tone="none" text={name('unknown')} />{' '}
        <small>
          {state.next === null && isReason(missing) ? <MissingMark {...missing} /> : words.why[state.why]}
          {state.next !== null && ` ${words.nextKnown(name(state.next.state), state.next.on)}.`}
        </small>
      </>
    );
  return (
    <>
      <StatusMark tone={groupTones[state.state] ?? 'none'} text={name(state.state)} />{' '}
      {state.since !== null && (
        <small>{state.observed ? words.seenOn(state.since) : words.since(state.since)}</small>
      )}
    </>
  );
}

/** Checked when the record was loaded; a body is read as JSON. */
function isReason(value: unknown): value is { reason: MissingReason; note: string | null } {
  return typeof value === 'object' && value !== null && 'reason' in value;
}

/** The same in one line, for trees; why a state is unknown stands on the page of the group. */
export function GroupStateLine({ state }: { state: StateAt }) {
  const words = unionTexts(useLanguage());
  const since =
    'why' in state || state.since === null
      ? ''
      : state.observed
        ? words.seenOn(state.since)
        : words.since(state.since);
  return (
    <>
      <StatusMark
        tone={groupTones[state.state] ?? 'none'}
        text={words.groupStates[state.state as GroupState]}
      />{' '}
      {since}
    </>
  );
}

/**
 * What a body is, in a line. Bodies have no lifecycle in the layout: one is marked only where the date of its
 * establishment says that on the date asked about it did not exist yet.
 */
export function BodyFacts({ body, context }: { body: RecordBody; context: PageContext }) {
  const words = unionTexts(context.language).bodiesPage;
  const established = typeof body.established === 'string' ? (body.established as PartialDate) : null;
  const isLater = established !== null && isBefore(lastDay(context.asOf), established) === 'yes';
  const facts = [
    typeof body.kind === 'string' ? wordFor(body.kind, context.language) : null,
    body.decides === true ? words.decides : null,
    established !== null && !isLater ? words.establishedOn(established) : null,
    body.in_scope === false ? words.outOfScope : null,
  ].filter((fact) => fact !== null);
  return (
    <>
      {established !== null && isLater && <StatusMark tone="none" text={words.notYet(established)} />}{' '}
      {facts.join(', ')}
    </>
  );
}
