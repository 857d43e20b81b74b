import { firstDay, lastDay, type PartialDate } from '#kernel/dates.ts';
import { stateAfter } from '#kernel/lifecycle.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import { type ActionContext, type Done, defineAction } from '#platform/actions/action.ts';
import { date, idsAmong, line, oneOf, optional, subject, text } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import { newId } from '#platform/id.ts';
import { firstStep, parties, recordsOf, roleOn } from '#union';
import { findField, partiesIn, takesPartIn, takingPartIn } from '../../fields/store.ts';
import { goods, readItem } from '../goods.ts';
import { checkLifecycle, type Service, services } from '../model.ts';
import { coordinateChecks, takePartInChecks } from '../permissions.ts';
import { type Check, findCheck, proposerOf } from '../store.ts';
import { jointCheckTexts } from '../text/texts.ts';
import {
  about,
  closedNow,
  doneOn,
  field,
  missing,
  ofBody,
  ofParty,
  ownOf,
  partyField,
  stepOf,
  textsOf,
} from './shared.ts';

/** A plan is made by the coordinator or proposed by a state, and changed or withdrawn until the check runs. */

/** More items than people look at in one check. */
const mostItems = 200;

const planFields = {
  title: line,
  goods: oneOf(goods.map(({ id }) => id) as [string, ...string[]], (good, language) => {
    const titles: Readonly<Record<string, string>> = jointCheckTexts(language).goods;
    return titles[good] ?? good;
  }),
  about: optional(text),
  states: idsAmong(partiesIn('joint_checks')),
  invited: optional(idsAmong(recordsOf(parties))),
  services: idsAmong(async (_tx, { language }) =>
    services.map((value) => ({ value, title: jointCheckTexts(language).services[value] })),
  ),
  items: optional(text),
  from: date,
  until: optional(date),
};

type Said = {
  readonly title: string;
  readonly goods: string;
  readonly about?: string | undefined;
  readonly states: readonly string[];
  readonly invited?: readonly string[] | undefined;
  readonly services: readonly string[];
  readonly items?: string | undefined;
  readonly from: PartialDate;
  readonly until?: PartialDate | undefined;
};

/** All that is against a plan; by `party` where a state proposes it. */
async function readPlan(
  tx: Transaction,
  context: ActionContext,
  said: Said,
  party: string | null,
): Promise<Result<Readonly<Record<string, unknown>>>> {
  const found = await findField(tx, context, field);
  const { today } = context;
  const lines = (said.items ?? '').split('\n').map((one) => one.trim());
  const written = lines.filter((one) => one !== '');
  const items = written.map(readItem);
  const isIn = (state: string) => found !== undefined && takesPartIn(found, state, today);
  const hasPart = (state: string) => {
    const role = found === undefined ? null : roleOn(found.parts, state, today);
    return role !== null && role !== 'unknown';
  };
  const invited = (said.invited ?? []).filter((one) => !said.states.includes(one));
  const unread = written.filter((_, at) => items[at] === null);
  const wanting: readonly Problem[] = [
    ...said.states
      .filter((state) => !isIn(state))
      .map((state) => problem('vat_check_state_not_in_field', 'body.states', { party: state })),
    ...(said.states.length < 2 ? [problem('vat_check_needs_two', 'body.states')] : []),
    ...(party !== null && !said.states.includes(party)
      ? [problem('vat_check_without_proposer', 'body.states', { party })]
      : []),
    ...invited
      .filter((one) => !hasPart(one))
      .map((one) => problem('vat_check_invited_without_part', 'body.invited', { party: one })),
    ...said.services
      .filter((one) => !services.includes(one as Service))
      .map((one) => problem('vat_check_service_unknown', 'body.services', { given: one })),
    ...unread.map((one) => problem('vat_check_item_unreadable', 'body.items', { given: one.slice(0, 60) })),
    ...(written.length > mostItems
      ? [problem('vat_check_items_many', 'body.items', { count: written.length, most: mostItems })]
      : []),
    ...(said.until !== undefined && lastDay(said.until) < firstDay(said.from)
      ? [problem('vat_check_ends_before', 'body.until', { from: said.from, until: said.until })]
      : []),
  ];
  if (wanting.length > 0) return fail(...wanting);
  const body = {
    ...{ title: said.title, goods: said.goods, about: said.about, states: said.states },
    ...{ invited: invited.length === 0 ? undefined : invited, services: said.services },
    items: [...new Set(items.flatMap((item) => item ?? []))],
    ...{ from: said.from, until: said.until },
    synthetic: context.register.meta.synthetic === true ? true : undefined,
  };
  return ok(Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)));
}

async function planned(
  tx: Transaction,
  context: ActionContext,
  said: Said,
  party: string | null,
): Promise<Result<Done>> {
  const plan = await readPlan(tx, context, said, party);
  if (!plan.ok) return plan;
  const id = newId(context.clock);
  const step = firstStep('planned', context.today, { act: 'plan', by: party ?? '' });
  return doneOn(id, step, { id, ...plan.value });
}

export const planCheck = defineAction({
  name: 'joint-checks/plan',
  permission: coordinateChecks,
  fields: planFields,
  texts: textsOf('plan'),
  about: null,
  back: () => '/practice/vat/checks',
  object: ofBody,
  perform: (tx, context, said) => planned(tx, context, said, null),
});

/** It works well where a state that will carry it out begins (report, §12.3). */
export const proposeCheck = defineAction({
  name: 'joint-checks/propose',
  permission: takePartInChecks,
  fields: { party: partyField, ...planFields },
  texts: textsOf('propose'),
  about: null,
  back: () => '/practice/vat/checks',
  object: ofParty,
  participation: takingPartIn(field),
  perform: (tx, context, { party, ...said }) => planned(tx, context, said, party),
});

const prefilled = (check: Check): Readonly<Record<string, string>> => {
  const { title, goods: good, about: words, states, invited, items, from, until } = check;
  const said = {
    ...{ title, goods: good, about: words, states: states.join(','), invited: invited.join(',') },
    ...{ services: check.services.join(','), items: items.join('\n'), from, until },
  };
  return Object.fromEntries(
    Object.entries(said).flatMap(([key, value]) => (value === null || value === '' ? [] : [[key, value]])),
  );
};

/** A plan that changes is agreed to anew by all who are in it, and until then nobody sees the facts of another. */
export const amendCheck = defineAction({
  name: 'joint-checks/amend',
  permission: coordinateChecks,
  fields: { id: subject, ...planFields, reason: text },
  texts: textsOf('amend'),
  about: about(['planned', 'agreed']),
  object: ofBody,
  prefill: async (tx, context, { id }) => {
    const check = id === undefined ? undefined : await findCheck(tx, context, id);
    return check === undefined ? {} : prefilled(check);
  },
  perform: async (tx, context, { id, reason, ...said }) => {
    const check = await findCheck(tx, context, id);
    if (check === undefined) return missing(id);
    const { state } = check.standing;
    if (state !== 'planned' && state !== 'agreed') return closedNow(state);
    const plan = await readPlan(tx, context, said, null);
    if (!plan.ok) return plan;
    return doneOn(id, stepOf(check, 'planned', context, { act: 'amend', by: '', reason }), {
      id,
      ...plan.value,
      // What a source or the set-up of a trial called made up stays that.
      ...(check.isSynthetic ? { synthetic: true } : {}),
    });
  },
});

/** Nothing is left to do on it then; what was said and agreed to stays on record, and so does why. */
const withdrawn = (check: Check, by: string, reason: string, context: ActionContext): Result<Done> =>
  doneOn(check.id, stepOf(check, 'withdrawn', context, { act: 'withdraw', by, reason }));

/** Of whoever plans for the body: any that does not run yet. */
export const withdrawPlan = defineAction({
  name: 'joint-checks/withdraw_plan',
  permission: coordinateChecks,
  fields: { id: subject, reason: text },
  texts: textsOf('withdraw_plan'),
  about: about(['planned', 'agreed']),
  object: ofBody,
  perform: async (tx, context, { id, reason }) => {
    const check = await findCheck(tx, context, id);
    if (check === undefined) return missing(id);
    const { state } = check.standing;
    return stateAfter(checkLifecycle, state, 'withdraw') === null
      ? closedNow(state)
      : withdrawn(check, '', reason, context);
  },
});

/** Of a state: what it proposed itself. From what another planned it stays away by not agreeing. */
export const withdrawProposal = defineAction({
  name: 'joint-checks/withdraw',
  permission: takePartInChecks,
  fields: { id: subject, party: partyField, reason: text },
  texts: textsOf('withdraw'),
  about: about(['planned', 'agreed'], (check, context) => ownOf(context).includes(proposerOf(check))),
  object: ofParty,
  participation: takingPartIn(field),
  perform: async (tx, context, { id, party, reason }) => {
    const check = await findCheck(tx, context, id);
    if (check === undefined) return missing(id);
    const { state } = check.standing;
    if (stateAfter(checkLifecycle, state, 'withdraw') === null) return closedNow(state);
    return proposerOf(check) === party
      ? withdrawn(check, party, reason, context)
      : fail(problem('vat_check_not_proposer', 'body.party', { party }));
  },
});
