import { addDays, instantsOf, type PlainDate, unionZone } from '#kernel/dates.ts';
import type { Outcome } from '../model.ts';
import type { Ended, Owed } from './figures.ts';
import { feedbackStanding } from './standing.ts';

/** What came of cases and feedback, in the order in which this node took it down: what comes later never comes before. */

type Body = Readonly<Record<string, unknown>>;
/** A version of a case, whether it is the newest or not. `recordedAt`: an instant, ISO 8601, in UTC with thousandths. */
type Version = { readonly id: string; readonly recordedAt: string; readonly body: Body };

const numberOf = (value: unknown) => (typeof value === 'number' ? value : null);
const inOrder = (a: readonly [at: string, id: string], b: readonly [at: string, id: string]) =>
  a[0] === b[0] ? (a[1] < b[1] ? -1 : 1) : a[0] < b[0] ? -1 : 1;

/**
 * Each closing of each case, of all its versions: those that say an outcome. Whoever closes a case says one, an open case has none, and no
 * version is ever overwritten, so that nothing takes back what was closed.
 */
export function closingsOf(versions: readonly Version[]): readonly Ended[] {
  return versions
    .filter(({ body }) => body.outcome != null)
    .toSorted((a, b) => inOrder([a.recordedAt, a.id], [b.recordedAt, b.id]))
    .map(({ id, body }) => ({
      ...{ id, party: String(body.party), outcome: body.outcome as Outcome },
      ...{ stopped: numberOf(body.stopped), days: numberOf(body.days), cost: numberOf(body.cost) },
    }));
}

type Told = {
  readonly record: Pick<Version, 'id' | 'body'>;
  readonly steps: readonly {
    readonly to: string;
    readonly effectiveOn: string;
    readonly recordedAt?: string | undefined;
  }[];
};

/**
 * Feedback of which it is decided whether it was in time: since it came, or since the first moment after its last day, and from then on it
 * counts as late whenever it comes.
 */
export function decidedOf(feedback: readonly Told[], today: PlainDate): readonly Owed[] {
  return feedback
    .flatMap(({ record: { id, body }, steps }) => {
      const due = typeof body.due === 'string' ? (body.due as PlainDate) : null;
      const standing = feedbackStanding(steps, due, today);
      if (standing === 'owed') return [];
      const took = (state: string) => steps.find(({ to }) => to === state)?.recordedAt ?? '';
      const since = standing === 'given' || due === null ? took('given') : lateSince(due, took('owed'));
      return [{ id, state: String(body.state), standing, since }];
    })
    .toSorted((a, b) => inOrder([a.since, a.id], [b.since, b.id]))
    .map(({ id, state, standing }) => ({ id, state, standing }));
}

/** Not before this node knew of it: a source can say of what was due long ago. */
function lateSince(due: PlainDate, told: string): string {
  const [start] = instantsOf(addDays(due, 1), '00:00', 0, unionZone);
  const over = start.replace(/Z$/, '.000Z');
  return over < told ? told : over;
}
