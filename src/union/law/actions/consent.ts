import { isBefore } from '#kernel/dates.ts';
import { stateAfter } from '#kernel/lifecycle.ts';
import { fail, problem } from '#kernel/result.ts';
import { defineAction } from '#platform/actions/action.ts';
import { date, optional, subject } from '#platform/actions/field.ts';
import { allRecords } from '#platform/records/records.ts';
import type { Transition } from '#platform/records/transition.ts';
import { listKnownSteps } from '#platform/records/transitions.ts';
import { knownOf } from '../../named.ts';
import { byParty, byPower } from '../../powers.ts';
import { idsIn, stateOn } from '../../steps.ts';
import {
  type BindingWay,
  type ConsentAct,
  type ConsentState,
  consentLifecycle,
  instruments,
} from '../model.ts';
import {
  aboutInstrument,
  consentForParty,
  done,
  findInstrument,
  keepInstruments,
  partiesOf,
  partyField,
  partyStep,
  textsOf,
} from './instrument.ts';

const isAgreed = (state: string | null) => state === 'adopted' || state === 'in_force';

/** A party signs or ratifies for itself, once the text has been adopted. */
const consent = (act: ConsentAct, way: BindingWay) =>
  defineAction({
    name: `instruments/${act}`,
    permission: consentForParty,
    fields: { id: subject, party: partyField, on: date },
    texts: textsOf(act),
    about: aboutInstrument(isAgreed),
    // Only what binds by it waits for it.
    waits: async (tx, context, party) => {
      if (party === null) return [];
      const ids = await idsIn(tx, context, instruments, 'adopted');
      const found = await allRecords(tx, { ...knownOf(context), kinds: [instruments.name], ids });
      const waiting: string[] = [];
      for (const record of found) {
        if (record.body.bound_by !== way || !(await partiesOf(tx, context, record)).includes(party)) continue;
        const axis = `consent/${party}`;
        const given = (await stateOn(tx, context, instruments, record.id, context.today, axis)) ?? 'none';
        if (stateAfter(consentLifecycle, given as ConsentState, act) !== null) waiting.push(record.id);
      }
      return waiting;
    },
    object: byParty,
    perform: async (tx, context, { id, party, on }) => {
      const found = await findInstrument(tx, context, id);
      if (!found.ok) return found;
      if (!(await partiesOf(tx, context, found.value)).includes(party))
        return fail(problem('not_a_party', 'body.party', { party }));
      const state = await stateOn(tx, context, instruments, id, on);
      if (state === null) return fail(problem('state_unknown', 'body.on', { on }));
      if (!isAgreed(state)) return fail(problem('state_forbids', 'body.id', { state, act }));
      const axis = `consent/${party}`;
      const before = ((await stateOn(tx, context, instruments, id, context.today, axis)) ??
        'none') as ConsentState;
      const to = stateAfter(consentLifecycle, before, act);
      if (to === null) return fail(problem('consent_given', 'body.party', { party }));
      const step = await partyStep(tx, context, id, { axis, to, on, details: {} });
      if (!step.ok) return step;
      return done(id, [{ kind: instruments, id, steps: [{ ...step.value, from: before }] }]);
    },
  });
export const signInstrument = consent('sign', 'signature');
export const ratifyInstrument = consent('ratify', 'ratification');

/** A party may be bound later than the others, or not as long; what was noted before is replaced and stays on record. */
export const setPartyPeriod = defineAction({
  name: 'instruments/set_party_period',
  permission: keepInstruments,
  fields: { id: subject, of: partyField, from: date, until: optional(date) },
  texts: textsOf('set_party_period'),
  about: aboutInstrument(isAgreed),
  object: byPower('keep_instruments'),
  perform: async (tx, context, { id, of, from, until }) => {
    const found = await findInstrument(tx, context, id);
    if (!found.ok) return found;
    const named = (await partiesOf(tx, context, found.value)).includes(of);
    const wrong = [
      ...(named ? [] : [problem('not_a_party', 'body.of', { party: of })]),
      ...(until !== undefined && isBefore(from, until) === 'no'
        ? [problem('period_reversed', 'body.until', { from, until })]
        : []),
    ];
    if (wrong.length > 0) return fail(...wrong);
    const subjectKey = `${instruments.name}/${id}`;
    const axis = `bound/${of}`;
    const known = (await listKnownSteps(tx, context.register.id, [subjectKey])).get(subjectKey) ?? [];
    const withdraws = known.filter((step) => step.axis === axis && step.withdrawnDay === null);
    const steps: readonly Transition[] = [
      { axis, from: 'none', to: 'bound', effectiveOn: from, observed: false, details: {} },
      ...(until === undefined
        ? []
        : [
            {
              axis,
              from: 'bound',
              to: 'released',
              effectiveOn: until,
              observed: false,
              details: {},
            },
          ]),
    ];
    return done(id, [{ kind: instruments, id, steps, withdraws }]);
  },
});
