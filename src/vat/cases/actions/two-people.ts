/** What leaves a state in a case leaves on the word of two people: one drafts it, and another one who sits there releases it. */
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import type { ActionContext } from '#platform/actions/action.ts';

type Acting = Pick<ActionContext, 'actor'>;

/** The name that this node has for who acts. */
export const personOf = ({ actor }: Acting): string =>
  actor.kind === 'person' ? `person:${actor.id}` : actor.kind;

/** Whether it is another person than who drafted it. */
export const isOther = (context: Acting, draftedBy: unknown): boolean =>
  context.actor.kind === 'person' && draftedBy !== personOf(context);

/** The id of the person who releases it, by which the exchange knows him. Problem: `vat_request_own_draft`. */
export const releaserOf = (context: Acting, draftedBy: unknown): Result<string> =>
  context.actor.kind === 'person' && isOther(context, draftedBy)
    ? ok(context.actor.id)
    : fail(problem('vat_request_own_draft', 'body.id'));
