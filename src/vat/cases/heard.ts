import type { Lived } from '#exchange';
import type { Transaction } from '#platform/database/database.ts';
import { loadRequests, type ShownRequest, toldElsewhere } from './load.ts';
import { type RequestState, vatCases, vatFeedback } from './model.ts';
import { stateAfterSteps } from './rules/standing.ts';
import { findOne, listDrafts, listFeedbackOf } from './store.ts';

type Known = Parameters<typeof findOne>[1];

/** Feedback that another state gives, the page that shows it, and where its record is elsewhere the request whose answer told of it. */
export type HeardFeedback = Lived & { readonly path: string; readonly request: ShownRequest | null };

/** Of requests to nodes of others the last are looked at: each takes questions of its own, and a desk has no time for those of a year. */
const mostRequests = 40;

/** Feedback on the cases of a party, as their pages have it: by records that are here, and by what nodes of others answered last. */
export async function listHeard(
  tx: Transaction,
  known: Known,
  party: string,
): Promise<readonly HeardFeedback[]> {
  const here = await listFeedbackOf(tx, known, party);
  const keptHere = new Set(here.map(({ record }) => String(record.body.state)));
  const asked = (await listDrafts(tx, known, party)).filter(
    ({ record: { body }, steps }) =>
      body.what === 'feedback' &&
      !keptHere.has(String(body.to)) &&
      stateAfterSteps<RequestState>(steps, 'drafted') === 'released',
  );
  const heard: HeardFeedback[] = [];
  const ofCase = Map.groupBy(asked.slice(-mostRequests), ({ record }) => String(record.body.case));
  for (const [id, requests] of ofCase) {
    const record = await findOne(tx, known, vatCases, id);
    if (record === null) continue;
    const shown = await loadRequests(tx, known.register, { party, record, requests, feedback: here });
    const about = { party, reference: String(record.record.body.reference) };
    for (const one of toldElsewhere(shown, here, about)) heard.push({ ...one, path: vatCases.href(id) });
  }
  return [...here.map((one) => ({ ...one, path: vatFeedback.href(one.record.id), request: null })), ...heard];
}
