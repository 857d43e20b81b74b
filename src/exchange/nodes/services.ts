import { canonicalJson } from '#kernel/canonical-json.ts';
import { isStorable } from '#platform/database/storable.ts';
import type { AccessRequest } from '../model.ts';
import type { Answer, Asking } from './answer.ts';

/** What a party can be asked for: some operations, of one data set or of all. */
export type Service = {
  readonly operations: readonly string[];
  /** Absent: of any. */
  readonly dataSet?: string;
  /** Null: nothing was found. What it throws makes the answer one that failed. */
  readonly answer: (
    asked: { readonly register: string; readonly request: AccessRequest; readonly query: unknown },
    signal: AbortSignal,
  ) => Promise<unknown>;
};

/** What a service found, within the time that is left. */
export async function lookUp(
  services: readonly Service[],
  { register, request, query }: Asking,
  signal: AbortSignal,
): Promise<Pick<Answer, 'outcome' | 'content' | 'failure'>> {
  const service = services.find(
    ({ operations, dataSet }) =>
      operations.includes(request.operation) && (dataSet === undefined || dataSet === request.data_set),
  );
  if (service === undefined) return { outcome: 'failed', failure: 'no_service' };
  try {
    signal.throwIfAborted();
    const content = await Promise.race([
      service.answer({ register, request, query }, signal),
      aborted(signal),
    ]);
    if (content === null) return { outcome: 'empty' };
    // As it stands in an answer: the other counts that, too.
    if (!isStorable({ content })) return { outcome: 'failed', failure: 'service_failed' };
    return { outcome: 'content', content: JSON.parse(canonicalJson(content)) };
  } catch {
    // Why is the service's to log: what it says may hold what was asked for.
    return { outcome: 'failed', failure: signal.aborted ? 'out_of_time' : 'service_failed' };
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
