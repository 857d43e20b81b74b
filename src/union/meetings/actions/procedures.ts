import { addDays, isBefore, isOnOrBefore, lastDay, type PartialDate } from '#kernel/dates.ts';
import { fail, problem } from '#kernel/result.ts';
import { type ActionContext, defineAction } from '#platform/actions/action.ts';
import { date, idAmong, line, newId, subject, text } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import { allRecords } from '#platform/records/records.ts';
import { bodies, groups, parties } from '../../bodies/model.ts';
import { recordsOf } from '../../choices.ts';
import { dangling, knownOf } from '../../named.ts';
import { firstStep, idsIn, stateOn, stepOf } from '../../steps.ts';
import { procedureLifecycle, writtenProcedures } from '../model.ts';
import { takePartInMeetings } from '../permissions.ts';
import { silenceOn } from '../rules/decision.ts';
import { findBody, findRule, listVoters } from '../store.ts';
import { asleep } from './meeting.ts';
import {
  bodyOfProcedure,
  byConvener,
  byTakingPart,
  convene,
  done,
  findProcedure,
  notFound,
  notYet,
  textsOf,
} from './shared.ts';

/**
 * The silence lasts as many days as the body's rule says, the day of opening not counted. It counts from the day on which it is
 * written down here, if that is later: before, nobody could have seen it.
 */
export const openProcedure = defineAction({
  name: 'procedures/open',
  permission: convene,
  fields: { id: newId, body: idAmong(recordsOf(groups, bodies)), title: line, text, on: date },
  texts: textsOf('open_procedure'),
  about: null,
  back: () => '/meetings',
  object: byConvener,
  perform: async (tx, context, { id, body: bodyId, title, text: proposal, on }) => {
    const { today } = context;
    const known = knownOf(context);
    const body = await findBody(tx, known, bodyId);
    const rule = await findRule(tx, known, bodyId);
    const days = rule?.silenceDays ?? null;
    const wanting = [
      ...notYet(context, on),
      ...((await findProcedure(tx, known, id)) === undefined ? [] : [problem('id_taken', 'body.id', { id })]),
      ...(await dangling(tx, context, 'body', bodyId, [groups, bodies])),
      ...(body !== undefined && days === null
        ? [problem('written_procedure_unknown', 'body.body', { body: bodyId })]
        : []),
      ...(await asleep(tx, context, body, on, 'body.body')),
    ];
    if (wanting.length > 0 || rule === null || days === null) return fail(...wanting);
    const record: RecordBody = {
      id,
      body: bodyId,
      [context.language === 'en' ? 'title' : context.language]: title,
      text: proposal,
      opened: on,
      deadline: addDays(isBefore(on, today) === 'yes' ? today : lastDay(on), days),
      rule: rule.id,
    };
    const steps = [firstStep('open', on, {})];
    return done(writtenProcedures, id, [{ kind: writtenProcedures, id, body: record, steps }]);
  },
});

const isRunning = async (tx: Transaction, context: ActionContext, id: string) =>
  (await stateOn(tx, context, writtenProcedures, id, context.today)) === 'open';

export const objectInWriting = defineAction({
  name: 'procedures/object',
  permission: takePartInMeetings,
  fields: { id: subject, party: idAmong(recordsOf(parties)), reason: text, on: date },
  texts: textsOf('object'),
  about: { kind: writtenProcedures, isOpen: isRunning },
  object: byTakingPart(bodyOfProcedure),
  perform: async (tx, context, { id, party, reason, on }) => {
    const known = knownOf(context);
    const procedure = await findProcedure(tx, known, id);
    if (procedure === undefined) return notFound(id);
    const bodyId = String(procedure.body.body);
    const body = await findBody(tx, known, bodyId);
    const rule = await findRule(tx, known, bodyId);
    const voters =
      body === undefined || rule === null ? [] : await listVoters(tx, known, rule, body, lastDay(on));
    const deadline = procedure.body.deadline as PartialDate;
    const opened = procedure.body.opened as PartialDate;
    const wanting = [
      ...notYet(context, on),
      ...(isBefore(on, opened) === 'yes' ? [problem('objection_before_opening', 'body.on', { opened })] : []),
      ...((await isRunning(tx, context, id)) ? [] : [problem('procedure_closed', 'body.id')]),
      ...(isOnOrBefore(context.today, deadline) === 'yes'
        ? []
        : [problem('silence_over', 'body.on', { deadline })]),
      ...(voters.includes(party) ? [] : [problem('objection_without_vote', 'body.party', { party })]),
    ];
    if (wanting.length > 0) return fail(...wanting);
    const objections = { ...(procedure.body.objections as RecordBody | undefined), [party]: { on, reason } };
    return done(writtenProcedures, id, [
      {
        kind: writtenProcedures,
        id,
        body: { ...procedure.body, objections },
        steps: [],
      },
    ]);
  },
});

/** Whether it is adopted or blocked is not chosen: it follows from the deadline and the objections. */
export const closeProcedure = defineAction({
  name: 'procedures/close',
  permission: convene,
  fields: { id: subject, on: date },
  texts: textsOf('close_procedure'),
  about: { kind: writtenProcedures, isOpen: isRunning },
  waits: async (tx, context) => {
    const running = await idsIn(tx, context, writtenProcedures, 'open');
    const known = knownOf(context);
    const found = await allRecords(tx, { ...known, kinds: [writtenProcedures.name], ids: running });
    return found
      .filter(({ body }) => {
        const deadline = body.deadline as PartialDate;
        const objections = (body.objections ?? {}) as RecordBody;
        return silenceOn({ deadline, objections }, context.today) !== 'running';
      })
      .map(({ id }) => id);
  },
  object: byConvener,
  perform: async (tx, context, { id, on }) => {
    const procedure = await findProcedure(tx, knownOf(context), id);
    if (procedure === undefined) return notFound(id);
    const deadline = procedure.body.deadline as PartialDate;
    const objections = (procedure.body.objections ?? {}) as RecordBody;
    const verdict = silenceOn({ deadline, objections }, on);
    if (verdict === 'running') return fail(problem('silence_running', 'body.on', { deadline }));
    const lifecycle = procedureLifecycle;
    const act = verdict === 'adopted' ? 'adopt' : 'block';
    const details = verdict === 'adopted' ? {} : { objections: Object.keys(objections) };
    const step = await stepOf(tx, context, { kind: writtenProcedures, id, lifecycle, act, on, details });
    if (!step.ok) return step;
    return done(writtenProcedures, id, [{ kind: writtenProcedures, id, steps: [step.value] }]);
  },
});
