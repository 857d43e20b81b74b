import { fail } from '#kernel/result.ts';
import { defineAction } from '#platform/actions/action.ts';
import { subject, text } from '#platform/actions/field.ts';
import { knownOf } from '#union';
import { takingPartIn } from '../../fields/store.ts';
import { type FeedbackState, feedbackLifecycle, keepCases, vatFeedback } from '../model.ts';
import { stateAfterSteps } from '../rules/standing.ts';
import { findOne, listFeedback } from '../store.ts';
import {
  after,
  confirmedAmong,
  confirmedFaults,
  done,
  endingFields,
  known,
  missing,
  ofRecord,
  stepOf,
  textsOf,
  tradersOf,
} from './shared.ts';

/** What came of the traders of whom another state told. Who said it once can say it anew when more is known. */
export const giveFeedback = defineAction({
  name: 'vat-feedback/give',
  permission: keepCases,
  fields: { id: subject, ...endingFields, confirmed: confirmedAmong(vatFeedback), reason: text },
  texts: textsOf('give_feedback'),
  about: { kind: vatFeedback, isOpen: async () => true },
  waits: async (tx, context, party) => {
    if (party === null) return [];
    const all = await listFeedback(tx, knownOf(context), [party]);
    return all
      .filter(({ steps, record }) => record.body.state === party && !steps.some(({ to }) => to === 'given'))
      .map(({ record }) => record.id);
  },
  object: ofRecord(vatFeedback, 'state'),
  participation: takingPartIn('cases'),
  perform: async (tx, context, { id, reason, ...said }) => {
    const found = await findOne(tx, knownOf(context), vatFeedback, id);
    if (found === null) return missing(id);
    const from = stateAfterSteps<FeedbackState>(found.steps, 'owed');
    const to = after(feedbackLifecycle, from, 'give');
    const faults = confirmedFaults(said.outcome, said.confirmed, tradersOf(found));
    if (!to.ok || faults.length > 0) return to.ok ? fail(...faults) : to;
    const { outcome: _, stopped: __, days: ___, confirmed: ____, ...told } = found.record.body;
    const step = stepOf(from, to.value, context, { act: 'give', reason, outcome: said.outcome });
    return done(vatFeedback, id, vatFeedback.href(id), [
      { kind: vatFeedback, id, body: { ...told, ...known(said) }, steps: [step] },
    ]);
  },
});
