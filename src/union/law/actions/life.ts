import { cases } from '#evidence';
import { lastDay, type PartialDate } from '#kernel/dates.ts';
import { actsFrom } from '#kernel/lifecycle.ts';
import { fail, type Problem, problem, type Result } from '#kernel/result.ts';
import { type ActionContext, type Done, defineAction } from '#platform/actions/action.ts';
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
import type { Transaction } from '#platform/database/database.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import { allRecords, findRecord, type StoredRecord } from '#platform/records/records.ts';
import { listStates } from '#platform/records/transitions.ts';
import { bodies, groups, parties } from '../../bodies/model.ts';
import { listMembers } from '../../bodies/store.ts';
import { recordsOf, recordsWhere } from '../../choices.ts';
import { dangling, knownOf } from '../../named.ts';
import { byPower } from '../../powers.ts';
import { correctionOf, firstStep, stateOn, stepOf } from '../../steps.ts';
import { wordFor } from '../../text/words/words.ts';
import {
  bindingWays,
  draftedKinds,
  type InstrumentAct,
  type InstrumentState,
  instrumentLifecycle,
  instruments,
} from '../model.ts';
import { lawTexts } from '../text/texts.ts';
import {
  aboutInstrument,
  adoptInstruments,
  done,
  findInstrument,
  keepInstruments,
  textsOf,
} from './instrument.ts';

const instrumentField = idAmong(recordsOf(instruments));

/** Regions cannot be party to an instrument: the competence is their state's (§7.2.1, 10.2.3, 12.2.1). */
const mayBeParty = ({ kind, cannot_be_party_to: barred }: RecordBody) =>
  !String(kind).endsWith('_region') && typeof barred !== 'string';

export const draftInstrument = defineAction({
  name: 'instruments/draft',
  permission: keepInstruments,
  fields: {
    id: newId,
    title: line,
    kind: oneOf(draftedKinds, (kind, language) => wordFor(kind, language)),
    number: optional(line),
    parties: optional(idsAmong(recordsWhere(mayBeParty, parties))),
    issuer: optional(idAmong(recordsOf(bodies))),
    dossier: optional(idAmong(recordsOf(cases))),
    bound_by: optional(oneOf(bindingWays, (way, language) => lawTexts(language).bindingWays[way])),
    based_on: optional(idsAmong(recordsOf(instruments))),
    implement_by: optional(date),
    reminded: optional(idsAmong(recordsOf(bodies, groups, parties))),
    on: date,
  },
  texts: textsOf('draft'),
  about: null,
  back: () => '/law',
  object: byPower('keep_instruments'),
  perform: async (tx, context, asked) => {
    const { id, title, kind, number, issuer, dossier, bound_by: boundBy, implement_by: implementBy } = asked;
    const { parties: named, based_on: basedOn = [], reminded = [], on } = asked;
    const taken = await findRecord(tx, { ...knownOf(context), kind: instruments.name, id });
    const wrong = [
      ...(lastDay(on) > context.today ? [problem('date_in_future', 'body.on', { on })] : []),
      ...(taken === undefined ? [] : [problem('id_taken', 'body.id', { id })]),
      ...(await wrongParties(tx, context, named ?? [])),
      ...(await dangling(tx, context, 'issuer', issuer, [bodies])),
      ...(await dangling(tx, context, 'dossier', dossier, [cases])),
      ...(await dangling(tx, context, 'based_on', basedOn, [instruments])),
      ...(await dangling(tx, context, 'reminded', reminded, [bodies, groups, parties])),
    ];
    if (wrong.length > 0) return fail(...wrong);
    const members = (await listMembers(tx, knownOf(context))).map((member) => member.id);
    const body: RecordBody = {
      id,
      kind,
      [context.language === 'en' ? 'title' : context.language]: title,
      status: 'draft',
      parties: named ?? members,
      ...(number === undefined ? {} : { number }),
      ...(issuer === undefined ? {} : { issuer }),
      ...(dossier === undefined ? {} : { case: dossier }),
      ...(boundBy === undefined ? {} : { bound_by: boundBy }),
      ...(basedOn.length === 0 ? {} : { based_on: basedOn }),
      ...(implementBy === undefined ? {} : { implement_by: implementBy }),
      ...(reminded.length === 0 ? {} : { yearly_reminder_to: reminded }),
    };
    const steps = [firstStep('draft', on, {})];
    return done(id, [{ kind: instruments, id, body, steps }]);
  },
});

async function wrongParties(
  tx: Transaction,
  context: ActionContext,
  named: readonly string[],
): Promise<readonly Problem[]> {
  const found = await allRecords(tx, { ...knownOf(context), kinds: [parties.name], ids: named });
  const barred = found.filter(({ body }) => !mayBeParty(body));
  return [
    ...(await dangling(tx, context, 'parties', named, [parties])),
    ...barred.map(({ id: party }) => problem('region_not_a_party', 'body.parties', { party })),
  ];
}

const openFor = (act: InstrumentAct) =>
  aboutInstrument(
    (state) =>
      state !== null &&
      Object.hasOwn(instrumentLifecycle, state) &&
      actsFrom(instrumentLifecycle, state as InstrumentState).includes(act),
  );

type Asked = { readonly id: string; readonly on: PartialDate };

/** A step of the instrument's own life; `change` is what its description says from then on. */
async function take(
  tx: Transaction,
  context: ActionContext,
  act: InstrumentAct,
  { id, on }: Asked,
  details: Readonly<Record<string, unknown>>,
  change: (body: RecordBody) => RecordBody,
): Promise<Result<Done>> {
  const found = await findInstrument(tx, context, id);
  if (!found.ok) return found;
  const lifecycle = instrumentLifecycle;
  const step = await stepOf(tx, context, { kind: instruments, id, lifecycle, act, on, details });
  if (!step.ok) return step;
  return done(id, [{ kind: instruments, id, body: change(found.value.body), steps: [step.value] }]);
}

export const adoptInstrument = defineAction({
  name: 'instruments/adopt',
  permission: adoptInstruments,
  fields: { id: subject, on: date, number: optional(line) },
  texts: textsOf('adopt'),
  about: openFor('adopt'),
  object: byPower('adopt_instruments'),
  perform: async (tx, context, { number, ...asked }) => {
    const found = await findInstrument(tx, context, asked.id);
    if (!found.ok) return found;
    const { body: adopter } = await byPower('adopt_instruments')(tx, context);
    const { issuer } = found.value.body;
    if (typeof issuer === 'string' && issuer !== adopter)
      return fail(problem('adopter_differs', 'body.id', { issuer }));
    return take(tx, context, 'adopt', asked, {}, ({ status: _draft, ...body }) => ({
      ...body,
      issuer: adopter,
      adopted: asked.on,
      ...(number === undefined ? {} : { number }),
    }));
  },
});

export const enterIntoForce = defineAction({
  name: 'instruments/enter_into_force',
  permission: keepInstruments,
  fields: { id: subject, on: date },
  texts: textsOf('enter_into_force'),
  about: openFor('enter_into_force'),
  object: byPower('keep_instruments'),
  perform: async (tx, context, asked) => {
    const found = await findInstrument(tx, context, asked.id);
    if (!found.ok) return found;
    const missing = await consentsMissing(tx, context, found.value, asked.on, 'body.id');
    if (missing.length > 0) return fail(...missing);
    return take(tx, context, 'enter_into_force', asked, {}, (body) => ({
      ...body,
      in_force: asked.on,
    }));
  },
});

/** Between whom, if not between two? How many it needs beyond that, its own clauses say. */
const fewestBound = 2;

/** What binds by consent enters into force once enough have given theirs by that day. */
async function consentsMissing(
  tx: Transaction,
  context: ActionContext,
  { id, body }: StoredRecord,
  on: PartialDate,
  place: string,
): Promise<readonly Problem[]> {
  const way = body.bound_by;
  if (way !== 'signature' && way !== 'ratification') return [];
  const moment = { ...knownOf(context), asOf: on };
  const states = await listStates(tx, { ...moment, kind: instruments.name, subjects: [id] });
  const given = states.filter(
    ({ axis, state }) =>
      axis.startsWith('consent/') && (state === 'ratified' || (state === 'signed' && way === 'signature')),
  ).length;
  return given < fewestBound ? [problem('consents_missing', place, { given, needed: fewestBound })] : [];
}

const endFields = { id: subject, on: date, reason: text } as const;

export const endInstrument = defineAction({
  name: 'instruments/end',
  permission: keepInstruments,
  fields: endFields,
  texts: textsOf('end'),
  about: openFor('end'),
  object: byPower('keep_instruments'),
  perform: (tx, context, { reason, ...asked }) =>
    take(tx, context, 'end', asked, { reason }, ended(asked.on, reason)),
});

export const repealInstrument = defineAction({
  name: 'instruments/repeal',
  permission: adoptInstruments,
  fields: endFields,
  texts: textsOf('repeal'),
  about: openFor('repeal'),
  object: byPower('adopt_instruments'),
  perform: (tx, context, { reason, ...asked }) =>
    take(tx, context, 'repeal', asked, { reason }, ended(asked.on, reason)),
});

export const supersedeInstrument = defineAction({
  name: 'instruments/supersede',
  permission: adoptInstruments,
  fields: { id: subject, by: instrumentField, on: date },
  texts: textsOf('supersede'),
  about: openFor('supersede'),
  object: byPower('adopt_instruments'),
  perform: async (tx, context, { by, ...asked }) => {
    if (by === asked.id) return fail(problem('superseded_by_itself', 'body.by'));
    const unknown = await dangling(tx, context, 'by', [by], [instruments]);
    if (unknown.length > 0) return fail(...unknown);
    // Or between the two there would be days on which neither binds.
    if ((await stateOn(tx, context, instruments, by, asked.on)) !== 'in_force')
      return fail(problem('successor_not_in_force', 'body.by', { id: by, on: asked.on }));
    const change = (body: RecordBody) => ({ ...body, in_force_until: asked.on, superseded_by: by });
    return take(tx, context, 'supersede', asked, { successor: by }, change);
  },
});

const ended = (on: PartialDate, reason: string) => (body: RecordBody) => ({
  ...body,
  in_force_until: on,
  end_reason: reason,
});

/** Where the description says the date of a step. */
const dateFields: Readonly<Record<string, string>> = {
  adopted: 'adopted',
  in_force: 'in_force',
  expired: 'in_force_until',
  repealed: 'in_force_until',
  superseded: 'in_force_until',
};

export const correctInstrument = defineAction({
  name: 'instruments/correct',
  permission: keepInstruments,
  fields: endFields,
  texts: textsOf('correct'),
  about: aboutInstrument((state) => state !== null),
  object: byPower('keep_instruments'),
  perform: async (tx, context, { id, on, reason }) => {
    const found = await findInstrument(tx, context, id);
    if (!found.ok) return found;
    const correction = await correctionOf(tx, context, instruments, id, on, reason);
    if (!correction.ok) return correction;
    const { step, withdrawn } = correction.value;
    const successor = found.value.body.superseded_by;
    if (step.to === 'superseded' && typeof successor === 'string') {
      if ((await stateOn(tx, context, instruments, successor, on)) !== 'in_force')
        return fail(problem('successor_not_in_force', 'body.on', { id: successor, on }));
    }
    if (step.to === 'in_force') {
      const missing = await consentsMissing(tx, context, found.value, on, 'body.on');
      if (missing.length > 0) return fail(...missing);
    }
    const field = dateFields[step.to];
    return done(id, [
      {
        kind: instruments,
        id,
        ...(field === undefined ? {} : { body: { ...found.value.body, [field]: on } }),
        steps: [step],
        withdraws: [withdrawn],
      },
    ]);
  },
});
