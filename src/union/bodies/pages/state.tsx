import type { MissingReason } from '#kernel/observation-value.ts';
import { StatusMark } from '#platform/page/components.tsx';
import { MissingMark } from '#platform/page/missing.tsx';
import { useLanguage } from '#platform/page/page-language.ts';
import type { StateAt } from '#platform/records/transitions.ts';
import { unionTexts } from '../../text/texts.ts';
import { groupTones } from '../../text/tones.ts';
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
        <StatusMark tone="none" text={name('unknown')} />
        <small>
          {state.next === null && isReason(missing) ? <MissingMark {...missing} /> : words.why[state.why]}
          {state.next !== null && ` ${words.nextKnown(name(state.next.state), state.next.on)}.`}
        </small>
      </>
    );
  return (
    <>
      <StatusMark tone={groupTones[state.state] ?? 'none'} text={name(state.state)} />
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
