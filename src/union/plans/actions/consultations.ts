import { fail, problem } from '#kernel/result.ts';
import { defineAction } from '#platform/actions/action.ts';
import { date, idAmong, newId, oneOf, optional, subject, text } from '#platform/actions/field.ts';
import { bodies, parties } from '../../bodies/model.ts';
import { recordsOf } from '../../choices.ts';
import { dangling } from '../../named.ts';
import { byPower } from '../../powers.ts';
import { workProgrammes } from '../../programme/model.ts';
import { adviceOutcomes, consultations, planItems, plans } from '../model.ts';
import { planTexts } from '../text/texts.ts';
import {
  done,
  draftKindOf,
  draftPlan,
  findNow,
  future,
  notFound,
  saying,
  textsOf,
  whetherHeard,
} from './shared.ts';

export const recordConsultation = defineAction({
  name: 'consultations/record',
  permission: draftPlan,
  fields: {
    id: newId,
    plan: idAmong(recordsOf(plans, workProgrammes)),
    consulted: idAmong(recordsOf(bodies, parties)),
    on: date,
    point: optional(text),
  },
  texts: textsOf('record'),
  about: null,
  back: () => '/plans',
  object: byPower('draft_plan'),
  perform: async (tx, context, { id, plan, consulted, on, point }) => {
    const unknown = [
      ...future(context, on),
      ...(await dangling(tx, context, 'plan', plan, [plans, workProgrammes])),
      ...(await dangling(tx, context, 'consulted', consulted, [bodies, parties])),
      ...((await findNow(tx, context, consultations, id)) === undefined
        ? []
        : [problem('id_taken', 'body.id', { id })]),
    ];
    if (unknown.length > 0) return fail(...unknown);
    const fixed = await whetherHeard(tx, context, plan);
    if (fixed.length > 0) return fail(...fixed);
    const body = saying({ id, plan, consulted, held: on, point });
    const { href } = await draftKindOf(tx, context, plan);
    return done(consultations, id, href(plan), [{ kind: consultations, id, body, steps: [] }]);
  },
});

const outcomeField = oneOf(adviceOutcomes, (outcome, language) => planTexts(language).outcomes[outcome]);

/** What was taken over and what not, and why (§6.2.1). */
export const answerConsultation = defineAction({
  name: 'consultations/answer',
  permission: draftPlan,
  fields: {
    id: subject,
    outcome: outcomeField,
    reason: optional(text),
    item: optional(idAmong(recordsOf(planItems))),
  },
  texts: textsOf('answer'),
  about: {
    kind: consultations,
    isOpen: async (tx, context, id) => {
      const found = await findNow(tx, context, consultations, id);
      return (
        typeof found?.body.plan === 'string' &&
        found.body.point != null &&
        (await whetherHeard(tx, context, found.body.plan)).length === 0
      );
    },
  },
  object: byPower('draft_plan'),
  perform: async (tx, context, { id, outcome, reason, item }) => {
    const found = await findNow(tx, context, consultations, id);
    if (found === undefined) return notFound(id);
    const plan = String(found.body.plan);
    const wanting = [
      ...(await whetherHeard(tx, context, plan)),
      ...(found.body.point == null ? [problem('consultation_without_point', 'body.id')] : []),
      ...(outcome !== 'taken_over' && reason === undefined
        ? [problem('outcome_reason_missing', 'body.reason')]
        : []),
      ...(await dangling(tx, context, 'item', item, [planItems])),
    ];
    if (wanting.length > 0) return fail(...wanting);
    const { reason: _reason, item: _item, ...said } = found.body;
    const body = { ...said, ...saying({ outcome, reason, item }) };
    const { href } = await draftKindOf(tx, context, plan);
    return done(consultations, id, href(plan), [{ kind: consultations, id, body, steps: [] }]);
  },
});
