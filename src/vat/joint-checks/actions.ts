import { z } from 'zod';
import { firstDay, isPlainDate, lastDay, type PartialDate } from '#kernel/dates.ts';
import { stateAfter } from '#kernel/lifecycle.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import {
  type Action,
  type ActionContext,
  type Done,
  defineAction,
  textsFrom,
} from '#platform/actions/action.ts';
import {
  date,
  file,
  idAmong,
  idsAmong,
  line,
  oneOf,
  optional,
  subject,
  text,
} from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import { fileHashOf } from '#platform/files/stored-files.ts';
import { newId } from '#platform/id.ts';
import type { Transition } from '#platform/records/transition.ts';
import { firstStep, parties, recordsOf, roleOn } from '#union';
import { centsIn } from '../amount.ts';
import { findField, inField, takesPartIn, takingPartIn } from '../fields/store.ts';
import { othersNumber } from '../intake/fields.ts';
import { keyOfFact, readFactSheet, type SaidFact } from './fact-sheet.ts';
import { goods, readItem } from './goods.ts';
import {
  type CheckAct,
  type CheckState,
  checkFacts,
  checkLifecycle,
  checkSheets,
  factSorts,
  jointChecks,
  privatePerson,
  type Service,
  services,
  treatments,
} from './model.ts';
import { coordinateChecks, takePartInChecks } from './permissions.ts';
import { againstMore } from './rules/most-facts.ts';
import { type Check, findCheck, listChecks, listFacts, listSeenChecks, listSheets } from './store.ts';
import { jointCheckTexts } from './text/texts.ts';

const textsOf = textsFrom(jointCheckTexts);
const field = 'joint_checks';
/** More items than people look at in one check. */
const mostItems = 200;

const partyField = idAmong(recordsOf(parties));
const shortLine = { ...line, schema: line.schema.pipe(z.string().max(120)) };

const planFields = {
  title: line,
  goods: oneOf(goods.map(({ id }) => id) as [string, ...string[]], (good, language) => {
    const titles: Readonly<Record<string, string>> = jointCheckTexts(language).goods;
    return titles[good] ?? good;
  }),
  about: optional(text),
  states: idsAmong(recordsOf(parties)),
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

/** For the field's body itself. */
const ofBody = (tx: Transaction, context: ActionContext) => inField(tx, context, field, undefined);
/** For a delegate of the party that a form names. */
const ofParty = (
  tx: Transaction,
  context: ActionContext,
  { party }: { readonly party?: string | undefined },
) => (party === undefined ? Promise.resolve([]) : inField(tx, context, field, party));

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

const stepOf = (
  { standing }: Pick<Check, 'standing'>,
  to: CheckState,
  { today }: Pick<ActionContext, 'today'>,
  details: Transition['details'],
): Transition => ({ axis: 'state', from: standing.state, to, effectiveOn: today, observed: false, details });

const doneOn = (id: string, step: Transition, body?: Readonly<Record<string, unknown>>): Result<Done> =>
  ok({
    subject: `${jointChecks.name}/${id}`,
    path: jointChecks.href(id),
    changes: [{ kind: jointChecks, id, ...(body === undefined ? {} : { body }), steps: [step] }],
  });

const missing = (id: string) => fail(problem('record_not_found', 'body.id', { id }));
const closedNow = (state: CheckState) => fail(problem('vat_check_state_forbids', 'body.id', { state }));

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
  object: ofParty,
  participation: takingPartIn(field),
  perform: (tx, context, { party, ...said }) => planned(tx, context, said, party),
});

/** Where a check is now, for what its state lets be done. */
const about = (
  states: readonly CheckState[],
  isWanted: (check: Check, context: ActionContext) => boolean = () => true,
) => ({
  kind: jointChecks,
  isOpen: async (tx: Transaction, context: ActionContext, id: string) => {
    const check = await findCheck(tx, context, id);
    return check !== undefined && states.includes(check.standing.state) && isWanted(check, context);
  },
});

/** Parties for which the actor has a grant, whatever the day: what is offered, not what is let. */
const ownOf = ({ actor, register }: ActionContext): readonly string[] =>
  actor.kind === 'person'
    ? actor.grants.flatMap(({ register: where, party }) =>
        where === register.id && party !== null ? [party] : [],
      )
    : [];

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

type Ruled = Result<{ readonly to: CheckState; readonly details: Transition['details'] }>;

/** An act of one state on a check of which it is part, in one of some states; `rule` says what else is against it. */
async function actOfState(
  tx: Transaction,
  context: ActionContext,
  act: Exclude<CheckAct, 'plan' | 'amend'>,
  { id, party }: { readonly id: string; readonly party: string },
  rule: (check: Check) => Ruled | Promise<Ruled>,
): Promise<Result<Done>> {
  const check = await findCheck(tx, context, id);
  if (check === undefined) return missing(id);
  const { state } = check.standing;
  if (stateAfter(checkLifecycle, state, act) === null) return closedNow(state);
  if (!check.states.includes(party)) return fail(problem('vat_check_without_party', 'body.party', { party }));
  const ruled = await rule(check);
  if (!ruled.ok) return ruled;
  const { to, details } = ruled.value;
  return doneOn(id, stepOf(check, to, context, { act, by: party, ...details }));
}

const ownStates = ({ states }: Check, context: ActionContext) =>
  ownOf(context).some((party) => states.includes(party));

async function waitsForAgreement(
  tx: Transaction,
  context: ActionContext,
  party: string | null,
): Promise<readonly string[]> {
  if (party === null) return [];
  const checks = await listChecks(tx, context);
  return checks
    .filter(({ standing }) => standing.state === 'planned' && standing.waiting.includes(party))
    .map(({ id }) => id);
}

const ofStates = { object: ofParty, participation: takingPartIn(field), permission: takePartInChecks };

export const agreeToCheck = defineAction({
  ...ofStates,
  name: 'joint-checks/agree',
  fields: { id: subject, party: partyField },
  texts: textsOf('agree'),
  about: about(['planned'], ({ standing }, context) =>
    ownOf(context).some((party) => standing.waiting.includes(party)),
  ),
  waits: waitsForAgreement,
  perform: (tx, context, said) =>
    actOfState(tx, context, 'agree', said, ({ standing: { agreed, waiting } }) => {
      const { party } = said;
      if (agreed.has(party)) return fail(problem('vat_check_agreed', 'body.party', { party }));
      const others = waiting.filter((one) => one !== party);
      return ok({ to: others.length === 0 ? 'agreed' : 'planned', details: {} });
    }),
});

export const beginCheck = defineAction({
  ...ofStates,
  name: 'joint-checks/begin',
  fields: { id: subject, party: partyField },
  texts: textsOf('begin'),
  about: about(['agreed'], ownStates),
  perform: (tx, context, said) =>
    actOfState(tx, context, 'begin', said, () => ok({ to: 'running', details: {} })),
});

/** Euros as people write them, to cents. Problem: `vat_check_amount`, with what was written. */
function centsOf(written: unknown, path: string): Result<number | null> {
  if (typeof written !== 'string' || written.trim() === '') return ok(null);
  const cents = centsIn(written);
  return cents === null
    ? fail(problem('vat_check_amount', path, { given: written.slice(0, 40) }))
    : ok(cents);
}

/** Corrections and fines, each unknown where it is left empty; said again, the later word counts. */
export const recordResult = defineAction({
  ...ofStates,
  name: 'joint-checks/record_result',
  fields: {
    id: subject,
    party: partyField,
    corrections: optional(shortLine),
    fines: optional(shortLine),
    note: optional(text),
  },
  texts: textsOf('record_result'),
  about: about(['running'], ownStates),
  perform: (tx, context, { note, ...said }) =>
    actOfState(tx, context, 'record_result', said, () => {
      const corrections = centsOf(said.corrections, 'body.corrections');
      const fines = centsOf(said.fines, 'body.fines');
      if (!corrections.ok || !fines.ok)
        return fail(...[corrections, fines].flatMap((one) => (one.ok ? [] : one.problems)));
      const read = { corrections: corrections.value, fines: fines.value };
      const below = Object.entries(read).filter(([, cents]) => cents !== null && cents < 0);
      if (below.length > 0)
        return fail(...below.map(([name]) => problem('vat_check_result_below_zero', `body.${name}`)));
      const known = Object.fromEntries(Object.entries(read).filter(([, cents]) => cents !== null));
      return ok({ to: 'running', details: { ...known, ...(note === undefined ? {} : { note }) } });
    }),
});

/** Once every state that still takes part has said what came of it, were it that it does not know. */
export const closeCheck = defineAction({
  ...ofStates,
  name: 'joint-checks/close',
  fields: { id: subject, party: partyField, note: optional(text) },
  texts: textsOf('close'),
  about: about(['running'], ownStates),
  perform: (tx, context, { note, ...said }) =>
    actOfState(tx, context, 'close', said, async ({ states, standing: { results } }) => {
      const found = await findField(tx, context, field);
      const silent = states.filter(
        (one) => !results.has(one) && found !== undefined && takesPartIn(found, one, context.today),
      );
      if (silent.length > 0)
        return fail(...silent.map((one) => problem('vat_check_result_missing', 'body.id', { party: one })));
      return ok({ to: 'closed', details: note === undefined ? {} : { note } });
    }),
});

/** A check to which a state may bring facts: it is in it, and has agreed to the plan. Problems, all at once. */
async function openToFacts(
  tx: Transaction,
  context: ActionContext,
  id: string,
  party: string,
): Promise<Result<Check>> {
  const check = await findCheck(tx, context, id);
  if (check === undefined) return missing(id);
  const { state, agreed } = check.standing;
  const wanting = [
    ...(state === 'closed' ? [problem('vat_check_state_forbids', 'body.id', { state })] : []),
    ...(check.states.includes(party) ? [] : [problem('vat_check_without_party', 'body.party', { party })]),
    // Who has not agreed what is shared has nothing to share yet.
    ...(agreed.has(party) ? [] : [problem('vat_check_not_agreed', 'body.party', { party })]),
  ];
  return wanting.length > 0 ? fail(...wanting) : ok(check);
}

const aboutFacts = about(['planned', 'agreed', 'running'], ({ states, standing }, context) =>
  ownOf(context).some((party) => states.includes(party) && standing.agreed.has(party)),
);

const factBody = (
  { id, isSynthetic }: Pick<Check, 'id' | 'isSynthetic'>,
  own: string,
  state: string,
  fact: SaidFact,
  sheet?: string,
) => ({
  ...{ id: own, check: id, state, ...fact },
  ...(sheet === undefined ? {} : { sheet }),
  ...(isSynthetic ? { synthetic: true } : {}),
});

/** One of those of the plan, for who checks: of anybody else a form asks for a line. */
const itemField = {
  ...shortLine,
  control: 'word' as const,
  options: async (tx: Transaction, context: ActionContext, { id }: Readonly<Record<string, string>>) => {
    const { checks } = id === undefined ? { checks: [] } : await listSeenChecks(tx, context, [id]);
    return checks
      .filter(({ sight }) => sight === 'facts')
      .flatMap(({ items }) => items.map((value) => ({ value, title: value })));
  },
};

const factFields = {
  id: subject,
  party: partyField,
  item: itemField,
  fact: oneOf(factSorts, (sort, language) => jointCheckTexts(language).sorts[sort]),
  on: date,
  seller: optional(shortLine),
  buyer: optional(shortLine),
  amount: optional(shortLine),
  declared_as: optional(oneOf(treatments, (one, language) => jointCheckTexts(language).treatments[one])),
  detail: optional(shortLine),
};

/** A VAT number or `private`, as it stands. Problem: `vat_check_number`. */
function traderOf(written: string | undefined, path: string): Result<string | undefined> {
  if (written === undefined) return ok(undefined);
  if (written.toLowerCase() === privatePerson) return ok(privatePerson);
  const { text: found, code } = othersNumber(written);
  if (code !== null && code !== 'written_otherwise')
    return fail(problem('vat_check_number', path, { given: written.slice(0, 40) }));
  return ok(found.split('\t', 1)[0]);
}

export const addFact = defineAction({
  name: 'joint-checks/add_fact',
  permission: takePartInChecks,
  fields: factFields,
  texts: textsOf('add_fact'),
  about: aboutFacts,
  object: ofParty,
  participation: takingPartIn(field),
  perform: async (tx, context, { id, party, item: written, fact: sort, on, ...said }) => {
    const open = await openToFacts(tx, context, id, party);
    if (!open.ok) return open;
    const check = open.value;
    const item = readItem(written);
    const seller = traderOf(said.seller, 'body.seller');
    const buyer = traderOf(said.buyer, 'body.buyer');
    const cents = centsOf(said.amount, 'body.amount');
    const wanting = [
      ...(item === null || !check.items.includes(item)
        ? [problem('vat_check_item_not_in_plan', 'body.item', { given: written.slice(0, 60) })]
        : []),
      // Of a month nobody can say in which period it was declared, and a match of it would be made up.
      ...(isPlainDate(on) ? [] : [problem('vat_day_missing', 'body.on', { given: on })]),
      ...(lastDay(on) > context.today ? [problem('date_in_future', 'body.on', { on })] : []),
      ...[seller, buyer, cents].flatMap((one) => (one.ok ? [] : one.problems)),
    ];
    if (wanting.length > 0 || item === null || !seller.ok || !buyer.ok || !cents.ok) return fail(...wanting);
    const fact: SaidFact = {
      ...{ item, sort, date: on },
      ...(seller.value === undefined ? {} : { seller: seller.value }),
      ...(buyer.value === undefined ? {} : { buyer: buyer.value }),
      ...(cents.value === null ? {} : { cents: cents.value }),
      ...(said.declared_as === undefined ? {} : { declared_as: said.declared_as }),
      ...(said.detail === undefined ? {} : { detail: said.detail }),
    };
    const known = await listFacts(tx, context, { checks: [id] });
    if (known.some((one) => one.state === party && keyOfFact(one) === keyOfFact(fact)))
      return fail(problem('vat_check_fact_known', 'body.item', { item }));
    const full = againstMore(known, [fact], 'body.item');
    if (full.length > 0) return fail(...full);
    const own = newId(context.clock);
    return ok({
      subject: `${checkFacts.name}/${own}`,
      path: jointChecks.href(id),
      changes: [{ kind: checkFacts, id: own, body: factBody(check, own, party, fact), steps: [] }],
    });
  },
});

/** The same sheet is taken once: it is known by its bytes. */
export const importFacts = defineAction({
  name: 'joint-checks/import_facts',
  permission: takePartInChecks,
  fields: { id: subject, party: partyField, file, name: optional(shortLine) },
  texts: textsOf('import_facts'),
  about: aboutFacts,
  object: ofParty,
  participation: takingPartIn(field),
  perform: async (tx, context, { id, party, file: bytes, name }) => {
    const open = await openToFacts(tx, context, id, party);
    if (!open.ok) return open;
    const check = open.value;
    const sha256 = fileHashOf(bytes);
    const before = await listSheets(tx, context, [id]);
    if (before.some(({ body }) => body.sha256 === sha256 && body.state === party))
      return fail(problem('vat_check_sheet_known', 'body.file'));
    const facts = await listFacts(tx, context, { checks: [id] });
    const own = facts.filter(({ state }) => state === party);
    const read = readFactSheet(bytes, { items: check.items, known: new Set(own.map(keyOfFact)) });
    if (!read.ok) return read;
    const full = againstMore(facts, read.value.facts, 'body.file');
    if (full.length > 0) return fail(...full);
    const sheet = newId(context.clock);
    const { rows, findings } = read.value;
    const body = {
      ...{ id: sheet, check: id, state: party, name: name ?? sha256.slice(0, 12), sha256 },
      ...{ rows, findings },
    };
    return ok({
      subject: `${checkSheets.name}/${sheet}`,
      path: jointChecks.href(id),
      changes: [
        { kind: checkSheets, id: sheet, body, steps: [] },
        ...read.value.facts.map((fact) => {
          const its = newId(context.clock);
          return { kind: checkFacts, id: its, body: factBody(check, its, party, fact, sheet), steps: [] };
        }),
      ],
    });
  },
});

/** What was said wrongly counts no longer; that it was said stays on record. */
export const withdrawFact = defineAction({
  name: 'joint-checks/withdraw_fact',
  permission: takePartInChecks,
  fields: { id: subject, reason: text },
  texts: textsOf('withdraw_fact'),
  about: {
    kind: checkFacts,
    isOpen: async (tx, context, id) => {
      const [fact] = await listFacts(tx, context, { ids: [id] });
      return fact !== undefined && ownOf(context).includes(fact.state);
    },
  },
  object: async (tx, context, { id }) => {
    const [fact] = id === undefined ? [] : await listFacts(tx, context, { ids: [id] });
    return fact === undefined ? [] : inField(tx, context, field, fact.state);
  },
  participation: takingPartIn(field),
  perform: async (tx, context, { id, reason }) => {
    const [fact] = await listFacts(tx, context, { ids: [id] });
    const check = fact === undefined ? undefined : await findCheck(tx, context, fact.check);
    if (fact === undefined || check === undefined) return missing(id);
    if (check.standing.state === 'closed') return closedNow('closed');
    const body = { ...fact.record.body, withdrawn_on: context.today, withdrawn_for: reason };
    return ok({
      subject: `${checkFacts.name}/${id}`,
      path: jointChecks.href(check.id),
      changes: [{ kind: checkFacts, id, body, steps: [] }],
    });
  },
});

export const jointCheckActions: readonly Action[] = [
  planCheck,
  proposeCheck,
  amendCheck,
  agreeToCheck,
  beginCheck,
  recordResult,
  closeCheck,
  addFact,
  importFacts,
  withdrawFact,
];
