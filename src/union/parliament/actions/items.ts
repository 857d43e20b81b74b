import { cases } from '#evidence';
import { firstDay, isPlainDate, lastDay, type PartialDate } from '#kernel/dates.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import { defineAction } from '#platform/actions/action.ts';
import {
  date,
  idAmong,
  idsAmong,
  line,
  newId,
  oneOf,
  optional,
  subject,
  text,
} from '#platform/actions/field.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import { groups, parties } from '../../bodies/model.ts';
import { actors } from '../../bodies/store.ts';
import { recordsOf } from '../../choices.ts';
import { instruments } from '../../law/model.ts';
import { dangling } from '../../named.ts';
import { planItems } from '../../plans/model.ts';
import { byPower } from '../../powers.ts';
import { firstStep, idsIn } from '../../steps.ts';
import { itemKinds, parliamentItems, plenaryAttendance, presences } from '../model.ts';
import { answeredItemOf } from '../store.ts';
import { parliamentTexts } from '../text/texts.ts';
import {
  aboutItem,
  assignItems,
  done,
  findNow,
  partyField,
  roundOf,
  tableItems,
  take,
  textsOf,
} from './shared.ts';

export const tableItem = defineAction({
  name: 'parliament/table',
  permission: tableItems,
  fields: {
    id: newId,
    kind: oneOf(itemKinds, (kind, language) => parliamentTexts(language).kinds[kind]),
    subject: line,
    text: optional(text),
    number: optional(line),
    dossier: optional(idAmong(recordsOf(cases))),
    items: optional(idsAmong(recordsOf(planItems))),
    instruments: optional(idsAmong(recordsOf(instruments))),
    addressees: idsAmong(recordsOf(...actors)),
    on: date,
  },
  texts: textsOf('table'),
  about: null,
  back: () => '/parliament',
  object: byPower('table_items'),
  perform: async (tx, context, given) => {
    const { id, kind, subject: title, text: said, number, dossier, addressees, on } = given;
    const { items: planned = [], instruments: acts = [] } = given;
    const wanting = [
      ...(lastDay(on) > context.today ? [problem('date_in_future', 'body.on', { on })] : []),
      ...((await findNow(tx, context, parliamentItems, id)) === undefined
        ? []
        : [problem('id_taken', 'body.id', { id })]),
      ...(await dangling(tx, context, 'addressees', addressees, actors)),
      ...(await dangling(tx, context, 'dossier', dossier, [cases])),
      ...(await dangling(tx, context, 'items', planned, [planItems])),
      ...(await dangling(tx, context, 'instruments', acts, [instruments])),
    ];
    if (wanting.length > 0) return fail(...wanting);
    const body = {
      id,
      kind,
      [context.language === 'en' ? 'subject' : context.language]: title,
      ...(said === undefined ? {} : { text: said }),
      ...(number === undefined ? {} : { number }),
      ...(dossier === undefined ? {} : { case: dossier }),
      ...(planned.length === 0 ? {} : { plan_items: planned }),
      ...(acts.length === 0 ? {} : { instruments: acts }),
      tabled: on,
      addressees,
    };
    const steps = [firstStep('tabled', on, {})];
    return done(id, [{ kind: parliamentItems, id, body, steps }]);
  },
});

export const assignItem = defineAction({
  name: 'parliament/assign',
  permission: assignItems,
  fields: {
    id: subject,
    addressee: idAmong(recordsOf(...actors)),
    group: optional(idAmong(recordsOf(groups))),
    office: optional(line),
    on: date,
  },
  texts: textsOf('assign'),
  about: aboutItem('assign'),
  waits: (tx, context) => idsIn(tx, context, parliamentItems, 'tabled'),
  object: byPower('assign_items'),
  perform: async (tx, context, { addressee, group, office, ...asked }) => {
    const item = await findNow(tx, context, parliamentItems, asked.id);
    const known = item === undefined ? [addressee] : answeredItemOf(item.body).addressees;
    const wanting = [
      ...(known.includes(addressee)
        ? []
        : [problem('addressee_not_asked', 'body.addressee', { id: addressee, asked: known.join(', ') })]),
      ...(await dangling(tx, context, 'group', group, [groups])),
    ];
    if (wanting.length > 0) return fail(...wanting);
    const assignment = {
      addressee,
      ...(group === undefined ? {} : { group }),
      ...(office === undefined ? {} : { office }),
      date: asked.on,
    };
    return take(tx, context, 'assign', asked, { addressee, group, office }, (body) => {
      const others = (body.assignments ?? []) as readonly RecordBody[];
      const kept = others.filter((one) => one.addressee !== addressee);
      return { ...body, assignments: [...kept, assignment] };
    });
  },
});

export const retableItem = defineAction({
  name: 'parliament/retable',
  permission: tableItems,
  fields: { id: subject, on: date, committee: optional(line), reason: text },
  texts: textsOf('retable'),
  about: aboutItem('retable'),
  object: byPower('table_items'),
  perform: (tx, context, { committee, reason, ...asked }) =>
    take(tx, context, 'retable', asked, { committee, reason }, (body) => ({
      ...body,
      round: roundOf(body) + 1,
      retabled: [...((body.retabled ?? []) as readonly PartialDate[]), asked.on],
    })),
});

export const closeItem = defineAction({
  name: 'parliament/close',
  permission: tableItems,
  fields: { id: subject, on: date, reason: optional(text) },
  texts: textsOf('close'),
  about: aboutItem('close'),
  object: byPower('table_items'),
  perform: (tx, context, { reason, ...asked }) =>
    take(tx, context, 'close', asked, { reason }, (body) => ({ ...body, closed: asked.on })),
});

export const withdrawItem = defineAction({
  name: 'parliament/withdraw',
  permission: tableItems,
  fields: { id: subject, on: date, reason: text },
  texts: textsOf('withdraw'),
  about: aboutItem('withdraw'),
  object: byPower('table_items'),
  perform: (tx, context, { reason, ...asked }) =>
    take(tx, context, 'withdraw', asked, { reason }, (body) => ({
      ...body,
      withdrawn: asked.on,
    })),
});

/** Recorded again it is a correction: the newer word counts, and the older stays on record as what was known. */
export const recordAttendance = defineAction({
  name: 'parliament/record_attendance',
  permission: tableItems,
  fields: {
    plenary: date,
    party: partyField,
    present: oneOf(presences, (presence, language) => parliamentTexts(language).presences[presence]),
  },
  texts: textsOf('record_attendance'),
  about: null,
  back: () => '/parliament',
  object: byPower('table_items'),
  perform: async (tx, context, { plenary, party, present }) => {
    const wanting = [
      ...(isPlainDate(plenary) ? [] : [problem('plenary_day_needed', 'body.plenary', { on: plenary })]),
      ...(firstDay(plenary) > context.today
        ? [problem('date_in_future', 'body.plenary', { on: plenary })]
        : []),
      ...(await dangling(tx, context, 'party', [party], [parties])),
    ];
    if (wanting.length > 0) return fail(...wanting);
    const id = `${plenary}-${party}`;
    const body = { id, party, plenary, present };
    return ok({
      subject: `${plenaryAttendance.name}/${id}`,
      path: '/parliament',
      changes: [{ kind: plenaryAttendance, id, body, steps: [] }],
    });
  },
});
