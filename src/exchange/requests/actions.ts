import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { formatDate } from '#kernel/dates.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import { grantsOn } from '#platform/access/access.ts';
import { type Action, type ActionContext, defineAction, textsFrom } from '#platform/actions/action.ts';
import { count, idAmong, idsAmong, line, type Option, optional } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import { newId } from '#platform/id.ts';
import { readingOf } from '#platform/journal/journal.ts';
import { byParty, dangling, instruments, knownOf, loadNames, parties, plainName, recordsOf } from '#union';
import { consents as consentKind } from '../consents/model.ts';
import { consentTexts } from '../consents/text/texts.ts';
import { AccessRequest } from '../model.ts';
import { listNotesFor } from '../nodes/consents/store.ts';
import { consentsIn } from '../nodes/consents.ts';
import { leaveQuestion } from '../nodes/outgoing.ts';
import { askable } from '../openings/pages/question.tsx';
import { nameOfIn } from '../openings/store.ts';
import { candidatesFor } from '../rules/law.ts';
import { loadLaw } from '../store.ts';
import { exchangeWord } from '../text/words/words.ts';
import { askParties } from './access.ts';
import {
  askedForIn,
  askedParties,
  conditionsFor,
  fieldsFor,
  statementsOf,
  type WordField,
  wordsOf,
} from './rules/asked-for.ts';
import { countEnded } from './store.ts';
import { requestTexts } from './text/texts.ts';

/** What the form is about, as far as it is known. */
type Given = Readonly<Record<string, string>>;

/** The law of today, and what of it the form is about; `about` is null where that is not known, or opens nothing. */
async function lawFor(tx: Transaction, context: ActionContext, given: Given) {
  const law = await loadLaw(tx, context.register, knownOf(context).knownAt);
  const about = askedForIn(given.provision ?? '');
  const isKnown = about !== null && candidatesFor(law, about.instrument, about).length > 0;
  return { law, about: isKnown ? about : null };
}

/** A word that the law may know: chosen from those that it asks for, in the reader's language, or written where it asks for none. */
function word(field: WordField) {
  return optional({
    schema: line.schema.pipe(z.string().max(80)),
    control: 'word',
    options: async (tx, context, given) => {
      const { law, about } = await lawFor(tx, context, given);
      const own = wordsOf(conditionsFor(law, about), field);
      // Every request has a purpose, and the law's are words that both sides know, whichever article sets them.
      const words = own.length > 0 || field !== 'purpose' ? own : wordsOf(conditionsFor(law, null), field);
      const titleOf = (value: string) =>
        field === 'purpose' ? exchangeWord('purposes', value, context.language) : value.replaceAll('_', ' ');
      return words.map((value) => ({ value, title: titleOf(value) }));
    },
  });
}

/** Everything that an article of the register opens; of a form that is about one of them only that. */
async function provisionsToAsk(
  tx: Transaction,
  context: ActionContext,
  given: Given = {},
): Promise<readonly Option[]> {
  const known = knownOf(context);
  const law = await loadLaw(tx, context.register, known.knownAt);
  const names = await loadNames(tx, known, [[...law.provisions.keys()]], [instruments]);
  const offered = askable(law, nameOfIn(law, names, context.language), context.language);
  const all = offered.flatMap(({ title, choices }) =>
    choices.map(({ value, text }) => ({ value, title: `${title}: ${text}` })),
  );
  const one = all.filter(({ value }) => value === given.provision);
  // The form asks by that article: whoever wants another opens the form anew.
  return one.length > 0 ? one : all;
}

/** What somebody who asks may have to state, for what the form is about or for all of it. */
async function statements(tx: Transaction, context: ActionContext, given: Given): Promise<readonly Option[]> {
  const { law, about } = await lawFor(tx, context, given);
  return statementsOf(conditionsFor(law, about)).map((value) => ({
    value,
    title: exchangeWord('statements', value, context.language),
  }));
}

/**
 * The consents of which this node holds a note for whoever asks, and that stand today; of a form that is about an instrument only those
 * for what was had by it. Without their cases, which may be of persons: the page of consents has them.
 */
async function consentsToName(
  tx: Transaction,
  context: ActionContext,
  given: Given,
): Promise<readonly Option[]> {
  const { register, language, today } = context;
  const own = grantsOn(context.actor, register.id, today).flatMap(({ party }) => party ?? []);
  const notes = await listNotesFor(tx, register.id, own);
  const about = askedForIn(given.provision ?? '');
  const held = consentsIn(notes, today).filter(
    ({ until, instrument }) =>
      (until === null || today < until) && (about === null || instrument === about.instrument),
  );
  const offered = held.map(({ id }) => id);
  if (offered.length > 0) context.reads?.(readingOf(consentKind.name, offered));
  const shown = held.map(({ supplier, instrument }) => [supplier, instrument]);
  const names = await loadNames(tx, knownOf(context), shown, [instruments]);
  const { purposes } = consentTexts(language);
  return held.map(({ id, supplier, to, instrument, dataSet, from }) => {
    const covered = [
      plainName(instrument, names, language, [instruments]),
      ...(dataSet === null ? [] : [dataSet]),
    ];
    const said = [plainName(supplier, names, language), ...covered, formatDate(from, language)].join(', ');
    return { value: id, title: `${purposes[to]}: ${said} (${id})` };
  });
}

const named = idsAmong(consentsToName);
/** As many as a request may name. */
const consentsField = { ...named, schema: named.schema.pipe(AccessRequest.shape.consents.unwrap()) };

async function partiesToAsk(
  tx: Transaction,
  context: ActionContext,
  given: Given,
): Promise<readonly Option[]> {
  const { law, about } = await lawFor(tx, context, given);
  const bound = askedParties(law, about);
  const all = await recordsOf(parties)(tx, context, given);
  // Nobody asks himself.
  return all.filter(({ value }) => value !== given.party && (bound === null || bound.has(value)));
}

/** Whatever the article: who asks whom for what, and how long that may take. */
const alwaysAsked = ['party', 'to', 'provision', 'wanted', 'purpose', 'case_reference'] as const;
const askedLast = ['seconds', 'wait_hours'] as const;

export const ask = defineAction({
  name: 'exchange/ask',
  permission: askParties,
  fields: {
    party: idAmong(recordsOf(parties)),
    to: idsAmong(partiesToAsk),
    provision: { ...line, control: 'choice', options: provisionsToAsk },
    wanted: line,
    purpose: word('purpose'),
    case_reference: optional({ ...line, schema: line.schema.pipe(z.string().max(200)) }),
    data_set: word('data_set'),
    service: word('service'),
    function: word('function'),
    offence: word('offence'),
    place: word('place'),
    stated: optional(idsAmong(statements)),
    consents: optional(consentsField),
    seconds: optional(count(1, 60)),
    wait_hours: optional(count(1, 168)),
  },
  texts: textsFrom(requestTexts)('ask'),
  about: null,
  back: () => '/practice/exchange/requests',
  object: byParty,
  perform: async (tx, context, input) => {
    const { party, to, provision, wanted, case_reference, seconds = 5, wait_hours, ...said } = input;
    const asked = askedForIn(provision);
    const wanting = [
      ...(await Promise.all(to.map((one) => dangling(tx, context, 'to', one, [parties])))).flat(),
      ...(to.includes(party) ? [problem('request_to_oneself', 'body.to', { party })] : []),
      ...(asked === null || !(await provisionsToAsk(tx, context)).some(({ value }) => value === provision)
        ? [problem('request_not_openable', 'body.provision', { provision })]
        : []),
    ];
    if (asked === null || wanting.length > 0) return fail(...wanting);
    const now = context.clock.now().epochMilliseconds;
    const group = to.length === 1 ? null : newId(context.clock);
    const actor = context.actor.kind === 'person' ? `person:${context.actor.id}` : context.actor.kind;
    const { purpose, data_set, service, offence, place, stated = [], consents = [] } = said;
    const given = { purpose, data_set, offence, place, case: case_reference };
    const ids: string[] = [];
    for (const one of to) {
      const id = newId(context.clock);
      ids.push(id);
      const request = AccessRequest.parse({
        id,
        // By the name that this node has for who signed in: another node learns no more of him.
        from: withoutGaps({ party, service, function: said.function, officer: officerOf(context) }),
        to: one,
        ...asked,
        ...withoutGaps(given),
        stated,
        consents,
      });
      const until = wait_hours === undefined ? null : now + wait_hours * 3_600_000;
      const question = { register: context.register.id, request, query: { wanted }, group, actor };
      await leaveQuestion(tx, { ...question, budget: seconds * 1_000, until }, now);
    }
    const path = group === null ? requestHref(ids[0] ?? '') : askingHref(group);
    return ok({ subject: `exchange_requests/${group ?? ids[0]}`, path, changes: [], ids });
  },
  wants: async (tx, context, given) => {
    const { law, about } = await lawFor(tx, context, given);
    return about === null ? null : [...alwaysAsked, ...fieldsFor(conditionsFor(law, about)), ...askedLast];
  },
  tells: (context) => {
    const { label, what } = requestTexts(context.language).number;
    const officer = officerOf(context);
    return officer === undefined ? null : `${label}: ${officer}. ${what}`;
  },
  after: async (node, done) => {
    const { ids } = done as typeof done & { readonly ids: readonly string[] };
    // As long as people wait for a page; what takes longer is on it when they look again.
    for (let waited = 0; waited < longestWait; waited += 50) {
      if ((await node.read((tx) => countEnded(tx, ids))) === ids.length) return;
      await wait(50);
    }
  },
});

/** Milliseconds. */
const longestWait = 8_000;

export const requestHref = (id: string) => `/practice/exchange/requests/${id}`;
export const askingHref = (id: string) => `/practice/exchange/askings/${id}`;

function officerOf({ actor }: Pick<ActionContext, 'actor'>): string | undefined {
  return actor.kind === 'person' ? actor.id : undefined;
}

function withoutGaps<Given extends object>(given: Given): Partial<Given> {
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as Partial<Given>;
}

export const requestActions: readonly Action[] = [ask];
