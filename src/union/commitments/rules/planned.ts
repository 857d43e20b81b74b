import { lastDay, type PartialDate } from '#kernel/dates.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import { groups } from '../../bodies/model.ts';
import { dormancyReview } from '../../bodies/rules/review.ts';
import { openPlanStates, type PlanItemState, planItems } from '../../plans/model.ts';
import type { Commitment } from './commitment.ts';

type Titled = { readonly id: string; readonly title: { readonly text: string; readonly language: string } };

/** What an item's state is as a promise; one that is put off is promised by the next plan. */
const asPromise: Readonly<Record<PlanItemState, Commitment['state'] | null>> = {
  planned: 'open',
  in_progress: 'open',
  realised: 'done',
  partly_realised: 'done',
  not_realised: 'declined',
  dropped: 'declined',
  deferred: null,
};

/**
 * An item of a plan that was adopted is owed by its responsible body until the end of the plan's year (§3.8); null before that,
 * and where its state is not certain. `watcher` is the body that closes the year.
 */
export function itemAsPromise(
  item: Titled & {
    readonly body: RecordBody;
    readonly state: string;
    readonly since: PartialDate | null;
    readonly details: Readonly<Record<string, unknown>>;
  },
  planState: string,
  watcher: string | null,
): Commitment | null {
  const { id, title, body, since, details } = item;
  const state = Object.hasOwn(asPromise, item.state) ? asPromise[item.state as PlanItemState] : null;
  const isDraft = planState === 'unknown' || openPlanStates.some((open) => open === planState);
  if (state === null || isDraft) return null;
  const due = String(body.plan) as PartialDate;
  return {
    id,
    text: title.text,
    language: title.language,
    origin: { kind: planItems.name, id },
    owner: String(body.responsible),
    watcher,
    dueEarliest: lastDay(due),
    dueLatest: lastDay(due),
    words: null,
    stated: due,
    doneOn: state === 'done' ? since : null,
    madeIn: 'plan_item',
    state,
    reason: typeof details.reason === 'string' ? details.reason : null,
  };
}

/**
 * A dormant group is due for review after the limit that was set when it was put to sleep (facts/union.md, invariants). Whoever
 * establishes groups owes it. Null where no limit is known.
 */
export function reviewOf(
  group: Titled & { readonly since: PartialDate | null; readonly months: unknown },
  owner: string | null,
  watcher: string | null,
): Commitment | null {
  const { id, title, since, months } = group;
  const due = dormancyReview(since, months);
  if (due === null) return null;
  return {
    id: `${id}.review`,
    text: title.text,
    language: title.language,
    origin: { kind: groups.name, id },
    owner,
    watcher: watcher === owner ? null : watcher,
    reviews: true,
    dueEarliest: due,
    dueLatest: due,
    words: null,
    stated: due,
    doneOn: null,
    madeIn: 'review',
    state: 'open',
    reason: null,
  };
}
