import { idOfName } from '#platform/id.ts';
import { groups } from '../bodies/model.ts';
import { planItems } from '../plans/model.ts';
import { promises } from './model.ts';
import type { Commitment } from './rules/commitment.ts';

/** Of these a record is one promise: it has an id, and keeps its name when it is handed over or said in other words. */
const ofItself: readonly string[] = [promises.name, planItems.name, groups.name];

/**
 * Names each promise of a list by what makes it that promise: where it comes from, whose it is and what it says. Its place in
 * the source's list is no part of it, so that a promise that is put before others renames none of them; promises that are
 * alike in all of that are counted.
 */
export function nameCommitments(
  register: string,
  commitments: readonly Commitment[],
): ReadonlyMap<string, Commitment> {
  const named = new Map<string, Commitment>();
  for (const commitment of commitments) {
    const { origin } = commitment;
    // The title of a question may be corrected: what is owed is still the answer to it.
    const what = origin.kind === 'parliament_items' ? 'answer' : commitment.text;
    const made = ofItself.includes(origin.kind) ? [] : [commitment.owner, what];
    const nameOf = (ordinal: number) =>
      idOfName(JSON.stringify([register, origin.kind, origin.id, ...made, ordinal]));
    let ordinal = 0;
    while (named.has(nameOf(ordinal))) ordinal += 1;
    named.set(nameOf(ordinal), commitment);
  }
  return named;
}
