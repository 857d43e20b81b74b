import { isPlainDate, lastDay } from '#kernel/dates.ts';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import { type ActionContext, defineAction } from '#platform/actions/action.ts';
import { date, file, oneOf, optional, subject, text } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import { fileHashOf } from '#platform/files/stored-files.ts';
import { newId } from '#platform/id.ts';
import { inField, takingPartIn } from '../../fields/store.ts';
import { othersNumber } from '../../intake/fields.ts';
import { keyOfFact, readFactSheet, type SaidFact } from '../fact-sheet.ts';
import { readItem } from '../goods.ts';
import {
  checkFacts,
  checkSheets,
  endStates,
  factSorts,
  jointChecks,
  privatePerson,
  treatments,
} from '../model.ts';
import { takePartInChecks } from '../permissions.ts';
import { againstMore } from '../rules/most-facts.ts';
import { type Check, findCheck, listFacts, listSeenChecks, listSheets } from '../store.ts';
import { jointCheckTexts } from '../text/texts.ts';
import {
  about,
  centsOf,
  closedNow,
  field,
  missing,
  ofParty,
  ownOf,
  partyField,
  shortLine,
  textsOf,
} from './shared.ts';

/** What a state says of the items of a check: one fact in a form, many by a sheet, and what it takes back. */

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
    ...(endStates.includes(state) ? [problem('vat_check_state_forbids', 'body.id', { state })] : []),
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
