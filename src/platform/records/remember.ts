import type { Register } from '#platform/records/registers.ts';

/** Of all answers that are kept, as JSON: about as many bytes. The least recently asked for leaves first. */
const mostKept = 32 * 1024 * 1024;

type Answer = { readonly promise: Promise<unknown>; size: number };

const answers = new Map<string, Answer>();
let kept = 0;

/**
 * What is worked out over a whole register (counts, the few latest, states by id) is worked out once for each state of
 * the register. `question` holds all that the answer depends on beside that state: what, dates, filters. An answer is
 * plain JSON. Nothing is ever stale: the revision is read in the same transaction as what `work` reads.
 */
export async function remember<T>(
  register: Pick<Register, 'id' | 'revision'>,
  question: readonly unknown[],
  work: () => Promise<T>,
): Promise<T> {
  const key = JSON.stringify([register.id, register.revision, ...question]);
  const known = answers.get(key);
  if (known !== undefined) {
    answers.delete(key);
    answers.set(key, known);
    try {
      return (await known.promise) as T;
    } catch {
      // Another reader's request that was ended is no answer to this one.
      return work();
    }
  }
  const answer: Answer = { promise: work(), size: 0 };
  answers.set(key, answer);
  try {
    const value = (await answer.promise) as T;
    weigh(key, answer, value);
    return value;
  } catch (error) {
    if (answers.get(key) === answer) answers.delete(key);
    throw error;
  }
}

function weigh(key: string, answer: Answer, value: unknown): void {
  if (answers.get(key) !== answer) return;
  answer.size = key.length + (JSON.stringify(value)?.length ?? 0);
  kept += answer.size;
  for (const [oldest, { size }] of answers) {
    if (kept <= mostKept) return;
    answers.delete(oldest);
    kept -= size;
  }
}
