import { formatDate } from '#kernel/dates.ts';
import type { Grant } from '#platform/access/access.ts';
import { actionContextOf } from '#platform/actions/offers.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { PageContext } from '#platform/module.ts';
import { StatusMark, type Tone } from '#platform/page/components.tsx';
import { knownOf } from '#union';
import { openTo, ownAmong } from '../../readers.ts';
import { listAuthorisations, type Wanted } from '../../situation/store.ts';
import { type Found, readAuthorisations } from '../actions/shared.ts';
import type { AuthorisationState } from '../model.ts';
import { type Standing, standingOn } from '../rules/standing.ts';
import { authorisationTexts } from '../text/texts.ts';

export const authorisationTones: Readonly<Record<string, Tone>> = {
  listed: 'good',
  suspended: 'bad',
  closed: 'none',
} satisfies Record<AuthorisationState, Tone>;

/** From which side the reader sees it. */
export const sides = ['at_us', 'ours', 'supervised'] as const;
export type Side = (typeof sides)[number];

export type Row = Found & { readonly side: Side; readonly grant: Grant | null };

/** Those that the reader may see, as they stand today by what is known today: the dates of an address open nothing. */
export async function readRows(
  tx: Transaction,
  context: PageContext,
  wanted: Wanted = {},
): Promise<readonly Row[]> {
  const acting = actionContextOf(context);
  if (acting.actor.kind !== 'person') return [];
  const held = await listAuthorisations(tx, knownOf(acting), wanted);
  const opened = await openTo(
    tx,
    acting,
    readAuthorisations,
    held.map(({ record }) => record),
  );
  return held.flatMap((one): readonly Row[] => {
    const standing = standingOn(one, acting.today);
    const grant = opened.get(one.record);
    if (standing === null || grant === undefined) return [];
    const { supplier, party } = one.body;
    const isOwn = (side: unknown) => ownAmong(acting, [String(side)]).length > 0;
    const side = isOwn(supplier) ? 'at_us' : isOwn(party) ? 'ours' : 'supervised';
    return [{ ...one, standing, side, grant }];
  });
}

export function StateMark({ standing, context }: { standing: Standing; context: PageContext }) {
  const { states } = authorisationTexts(context.language);
  return <StatusMark tone={authorisationTones[standing.state] ?? 'none'} text={states[standing.state]} />;
}

/** Until when the review is in time; nothing of what is closed. */
export function ReviewMark({ standing, context }: { standing: Standing; context: PageContext }) {
  const { page: words } = authorisationTexts(context.language);
  if (standing.state === 'closed') return null;
  const day = formatDate(standing.reviewDue, context.language);
  return standing.isReviewOverdue ? <StatusMark tone="bad" text={`${day}, ${words.overdue}`} /> : day;
}

/** Service and place by which it is limited. */
export function whereOf({ service, place }: Readonly<Record<string, unknown>>): string {
  return [service, place].filter((one) => typeof one === 'string').join(', ');
}
