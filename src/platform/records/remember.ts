import type { Register } from '#platform/records/registers.ts';

/** Answers kept at a time, the least recently asked for leaves first; each is small, so that all of them stay a few megabytes. */
const mostRemembered = 500;

const answers = new Map<string, Promise<unknown>>();

/**
 * What is worked out over a whole register and is small (counts, the few latest, states by id) is worked out once for
 * each state of the register. `question` holds all that the answer depends on beside that state: what, dates, filters.
 * Nothing is ever stale: the revision is read in the same transaction as what `work` reads.
 */
export async function remember<T>(
  register: Pick<Register, 'revision'>,
  question: readonly unknown[],
  work: () => Promise<T>,
): Promise<T> {
  const key = JSON.stringify([register.revision, ...question]);
  const known = answers.get(key) as Promise<T> | undefined;
  const answer = known ?? work();
  answers.delete(key);
  answers.set(key, answer);
  for (const oldest of answers.keys()) {
    if (answers.size <= mostRemembered) break;
    answers.delete(oldest);
  }
  try {
    return await answer;
  } catch (error) {
    // Another reader's request that was ended is no answer to this one.
    if (answers.get(key) === answer) answers.delete(key);
    if (known === undefined) throw error;
    return work();
  }
}
