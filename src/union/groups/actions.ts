import { cases } from '#evidence';
import { lastDay, type PartialDate } from '#kernel/dates.ts';
import { fail, problem, type Result } from '#kernel/result.ts';
import { type Action, type ActionContext, type Done, defineAction } from '#platform/actions/action.ts';
import {
  count,
  date,
  idAmong,
  line,
  newId,
  oneOf,
  optional,
  subject,
  text,
} from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import { allRecords } from '#platform/records/records.ts';
import {
  bodies,
  type GroupAct,
  groupKinds,
  groupLifecycle,
  groups,
  parties,
  partLifecycle,
} from '../bodies/model.ts';
import { recordsOf } from '../choices.ts';
import { initiatives } from '../initiatives/model.ts';
import { dangling, knownOf } from '../named.ts';
import { byPower } from '../powers.ts';
import { stopReasons } from '../programme/model.ts';
import { correctionOf, firstStep, forbiddenNow, idsIn, openFor, stepOf } from '../steps.ts';
import { wordFor } from '../text/words/words.ts';
import { dossierActions } from './actions/dossiers.ts';
import { partActions, takePart } from './actions/parts.ts';
import { done, establishGroups, findGroupNow, notFound, stateNow, textsOf } from './actions/shared.ts';
import { stoppedFaults, successorFaults, whatIsWanting } from './actions/wanting.ts';

export const proposeGroup = defineAction({
  name: 'groups/propose',
  permission: establishGroups,
  fields: {
    id: newId,
    name: line,
    mandate: text,
    parent: idAmong(recordsOf(bodies, groups)),
    kind: optional(oneOf(groupKinds, wordFor)),
    dossier: optional(idAmong(recordsOf(cases))),
    initiative: optional(idAmong(recordsOf(initiatives))),
    on: date,
  },
  texts: textsOf('propose'),
  about: null,
  back: () => '/groups',
  object: byPower('establish_groups'),
  perform: async (tx, context, { id, name, mandate, parent, kind, dossier, initiative, on }) => {
    const { today, language } = context;
    if (lastDay(on) > today) return fail(problem('date_in_future', 'body.on', { on }));
    const taken = await allRecords(tx, {
      ...knownOf(context),
      kinds: [groups.name, bodies.name, parties.name],
      ids: [id],
    });
    if (taken.length > 0) return fail(problem('id_taken', 'body.id', { id }));
    const named = [
      ...(await dangling(tx, context, 'parent', parent, [bodies, groups])),
      ...(await dangling(tx, context, 'dossier', dossier, [cases])),
      ...(await dangling(tx, context, 'initiative', initiative, [initiatives])),
    ];
    if (named.length > 0) return fail(...named);
    const stopped = await stoppedFaults(tx, context, initiative, on, 'body.initiative');
    if (stopped.length > 0) return fail(...stopped);
    const body: RecordBody = {
      id,
      [language === 'en' ? 'name' : language]: name,
      mandate,
      parent,
      ...(kind === undefined ? {} : { kind }),
      ...(dossier === undefined ? {} : { case: dossier }),
      ...(initiative === undefined ? {} : { initiative }),
    };
    const steps = [firstStep('proposed', on, {})];
    return done(id, [{ kind: groups, id, body, steps }]);
  },
});

const aboutGroup = (act: GroupAct) => ({ kind: groups, isOpen: openFor(groups, groupLifecycle, act) });

/** A step of the group's lifecycle with what it says besides; `change` is what it changes in the group's description. */
async function take(
  tx: Transaction,
  context: ActionContext,
  act: GroupAct,
  asked: { readonly id: string; readonly on: PartialDate },
  details: Readonly<Record<string, unknown>>,
  change: Readonly<Record<string, unknown>> | null = null,
): Promise<Result<Done>> {
  const { id, on } = asked;
  const group = await findGroupNow(tx, context, id);
  if (group === undefined) return notFound(id);
  const step = await stepOf(tx, context, { kind: groups, id, lifecycle: groupLifecycle, act, on, details });
  if (!step.ok) return step;
  const body = change === null ? {} : { body: { ...group.body, ...change } };
  return done(id, [{ kind: groups, id, steps: [step.value], ...body }]);
}

/** Another body or group steers it from now on; what has ended is steered by nobody. */
export const placeGroup = defineAction({
  name: 'groups/place',
  permission: establishGroups,
  fields: { id: subject, parent: idAmong(recordsOf(bodies, groups)), reason: text },
  texts: textsOf('place'),
  about: { kind: groups, isOpen: openFor(groups, partLifecycle, 'place') },
  object: byPower('establish_groups'),
  perform: async (tx, context, { id, parent, reason }) => {
    const group = await findGroupNow(tx, context, id);
    if (group === undefined) return notFound(id);
    const wrong = [
      ...(await dangling(tx, context, 'parent', parent, [bodies, groups])),
      ...((await isAbove(tx, context, id, parent))
        ? [problem('group_steers_itself', 'body.parent', { id: parent })]
        : []),
    ];
    if (wrong.length > 0) return fail(...wrong);
    const ended = await forbiddenNow(tx, context, {
      kind: groups,
      id,
      lifecycle: partLifecycle,
      act: 'place',
    });
    if (ended.length > 0) return fail(...ended);
    const body = { ...group.body, parent, placed_because: reason };
    return done(id, [{ kind: groups, id, body, steps: [] }]);
  },
});

/** Whether a group is the other itself, or stands above it. */
async function isAbove(tx: Transaction, context: ActionContext, id: string, other: string): Promise<boolean> {
  const passed = new Set<string>();
  for (let one: unknown = other; typeof one === 'string' && !passed.has(one); ) {
    if (one === id) return true;
    passed.add(one);
    one = (await findGroupNow(tx, context, one))?.body.parent;
  }
  return false;
}

export const activateGroup = defineAction({
  name: 'groups/activate',
  permission: establishGroups,
  fields: { id: subject, on: date, waiver: optional(text) },
  texts: textsOf('activate'),
  about: aboutGroup('activate'),
  waits: (tx, context) => idsIn(tx, context, groups, 'proposed'),
  object: byPower('establish_groups'),
  lacking: async (tx, context, { id, on }, { waiver }) => {
    const group = await findGroupNow(tx, context, id);
    return group === undefined ? [] : whatIsWanting(tx, context, group, on, waiver);
  },
  perform: async (tx, context, { id, on, waiver }) => {
    const change = waiver === undefined ? null : { steering_waiver: waiver };
    return take(tx, context, 'activate', { id, on }, {}, change);
  },
});

const reasonOptions = recordsOf(stopReasons);

export const rejectGroup = defineAction({
  name: 'groups/reject',
  permission: establishGroups,
  fields: { id: subject, on: date, reason: text },
  texts: textsOf('reject'),
  about: aboutGroup('reject'),
  object: byPower('establish_groups'),
  perform: (tx, context, { reason, ...asked }) => take(tx, context, 'reject', asked, { reason }),
});

export const putGroupToSleep = defineAction({
  name: 'groups/put_to_sleep',
  permission: establishGroups,
  fields: { id: subject, on: date, reason: text, months: count(1, 120) },
  texts: textsOf('put_to_sleep'),
  about: aboutGroup('put_to_sleep'),
  object: byPower('establish_groups'),
  perform: (tx, context, { reason, months, ...asked }) =>
    take(tx, context, 'put_to_sleep', asked, { reason, months }, { dormant_months: months }),
});

export const reviveGroup = defineAction({
  name: 'groups/revive',
  permission: establishGroups,
  fields: { id: subject, on: date, reason: text },
  texts: textsOf('revive'),
  about: aboutGroup('revive'),
  object: byPower('establish_groups'),
  perform: (tx, context, { reason, ...asked }) => take(tx, context, 'revive', asked, { reason }),
});

export const abolishGroup = defineAction({
  name: 'groups/abolish',
  permission: establishGroups,
  fields: { id: subject, on: date, reason: idAmong(reasonOptions), lives_on: optional(text) },
  texts: textsOf('abolish'),
  about: aboutGroup('abolish'),
  object: byPower('establish_groups'),
  perform: async (tx, context, { reason, lives_on: livesOn, ...asked }) => {
    const unknown = await dangling(tx, context, 'reason', reason, [stopReasons]);
    if (unknown.length > 0) return fail(...unknown);
    const details = { reason, ...(livesOn === undefined ? {} : { lives_on: livesOn }) };
    return take(tx, context, 'abolish', asked, details);
  },
});

/** Merged or converted: its mandate goes on in another, which a count of groups would hide (§4.2, §15.2.3). */
const handOn = (act: 'merge' | 'convert') =>
  defineAction({
    name: `groups/${act}`,
    permission: establishGroups,
    fields: { id: subject, on: date, into: idAmong(recordsOf(groups, bodies)), reason: text },
    texts: textsOf(act),
    about: aboutGroup(act),
    object: byPower('establish_groups'),
    perform: async (tx, context, { into, reason, ...asked }) => {
      if (into === asked.id) return fail(problem('merged_into_itself', 'body.into'));
      const unknown = await dangling(tx, context, 'into', into, [groups, bodies]);
      if (unknown.length > 0) return fail(...unknown);
      const gone = await successorFaults(tx, context, into, asked.on);
      if (gone.length > 0) return fail(...gone);
      return take(tx, context, act, asked, { reason, successor: into }, { successor: into });
    },
  });
export const mergeGroup = handOn('merge');
export const convertGroup = handOn('convert');

/** The newest step happened on another day than was written down. */
export const correctGroup = defineAction({
  name: 'groups/correct',
  permission: establishGroups,
  fields: { id: subject, on: date, reason: text },
  texts: textsOf('correct'),
  about: { kind: groups, isOpen: async (tx, context, id) => (await stateNow(tx, context, id)) !== null },
  object: byPower('establish_groups'),
  perform: async (tx, context, { id, on, reason }) => {
    const group = await findGroupNow(tx, context, id);
    if (group === undefined) return notFound(id);
    const correction = await correctionOf(tx, context, groups, id, on, reason);
    if (!correction.ok) return correction;
    const { step, withdrawn } = correction.value;
    // What the step needed on the day that was written down it needs on the right one.
    const waiver = typeof group.body.steering_waiver === 'string' ? group.body.steering_waiver : undefined;
    const successor = step.details?.successor;
    const wanting = [
      ...(step.from === 'proposed' && step.to === 'active'
        ? (await whatIsWanting(tx, context, group, on, waiver)).map((lack) => lack.problem)
        : []),
      ...(typeof successor === 'string' ? await successorFaults(tx, context, successor, on) : []),
    ];
    if (wanting.length > 0) return fail(...wanting.map((one) => ({ ...one, path: 'body.on' })));
    return done(id, [{ kind: groups, id, steps: [step], withdraws: [withdrawn] }]);
  },
});

export const groupActions: readonly Action[] = [
  proposeGroup,
  placeGroup,
  activateGroup,
  rejectGroup,
  putGroupToSleep,
  reviveGroup,
  abolishGroup,
  mergeGroup,
  convertGroup,
  correctGroup,
  ...dossierActions,
  ...partActions,
];
export const groupPermissions = [establishGroups, takePart];
