import { z } from 'zod';
import { exchangeWord, hearsLaw, listLived } from '#exchange';
import { addMonths, type PartialDate } from '#kernel/dates.ts';
import { fail, ok, type Problem, problem } from '#kernel/result.ts';
import {
  type Action,
  type ActionContext,
  defineAction,
  type Shown,
  textsFrom,
} from '#platform/actions/action.ts';
import { count, idsAmong, line, subject, text } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import { newId } from '#platform/id.ts';
import { enqueue } from '#platform/jobs.ts';
import { appendJournal } from '#platform/journal/journal.ts';
import { IdField } from '#platform/records/fields.ts';
import { instruments, knownOf, loadNames, parties, plainName, recordsOf } from '#union';
import { instrumentOptions } from '../cases/actions/requests.ts';
import { aboutOpenCase, caseStateOf, findOpen, ofRecord } from '../cases/actions/shared.ts';
import { isOther, personOf, releaserOf } from '../cases/actions/two-people.ts';
import { keepCases, outlived, vatCases } from '../cases/model.ts';
import { caseTexts } from '../cases/text/texts.ts';
import { findField, takesPartIn, takingPartIn } from '../fields/store.ts';
import { readTaxPeriod } from '../tax-period.ts';
import { isUnderWay, mostMonths, type Search, searchTask } from './model.ts';
import { listBridgeOpenings, mayBeOpened } from './openings.ts';
import { listDrafted, listSearches, releaseSearch, saveDraft, stopSearch, withdrawSearch } from './store.ts';
import { carouselTexts } from './text/texts.ts';

const month = { ...line, schema: line.schema.pipe(z.string().max(10)), like: '2019-05' } as const;

/** Parties that take part in the field of cases today: nobody else is asked. */
async function partiesIn(tx: Transaction, context: Pick<ActionContext, 'register' | 'today'>) {
  const field = await findField(tx, context, 'cases');
  return (party: string) => field !== undefined && takesPartIn(field, party, context.today);
}

/** Problems: `vat_carousels_month_unreadable`, `vat_carousels_months_backwards`, `vat_carousels_months_many`. */
function monthFaults(from: string, until: string): readonly Problem[] {
  const read = (given: string) => (/^\d{4}-\d{2}$/.test(given) ? readTaxPeriod(given) : null);
  const [first, last] = [read(from), read(until)];
  if (first === null || last === null)
    return (['from', 'until'] as const).flatMap((name) => {
      const given = { from, until }[name];
      return read(given) === null
        ? [problem('vat_carousels_month_unreadable', `body.${name}`, { given })]
        : [];
    });
  if (last.to < first.from) return [problem('vat_carousels_months_backwards', 'body.until', { from, until })];
  return last.to - first.from >= mostMonths
    ? [problem('vat_carousels_months_many', 'body.until', { most: mostMonths })]
    : [];
}

/** Problem: `vat_carousels_state_outside`. */
async function stateFaults(
  tx: Transaction,
  context: ActionContext,
  states: readonly string[],
): Promise<readonly Problem[]> {
  const isIn = await partiesIn(tx, context);
  return states.flatMap((state) =>
    isIn(state) ? [] : [problem('vat_carousels_state_outside', 'body.states', { state })],
  );
}

const ofCase = {
  permission: keepCases,
  object: ofRecord(vatCases, 'party'),
  participation: takingPartIn('cases'),
} as const;
const textsOf = textsFrom(carouselTexts);

const journal = (
  tx: Transaction,
  context: ActionContext,
  event: string,
  { id, party, register, instrument, purpose, ...search }: Search,
  more: object = {},
) =>
  appendJournal(tx, context.clock, [
    {
      ...{ event, actor: personOf(context), party, register, instrument, purpose },
      ...{ subject: `${vatCases.name}/${search.case}`, payload: { search: id, ...more } },
    },
  ]);

const whatLeaves = ({ states, from, until, epoch }: Search) => ({ states, from, until, epoch });

const doneOn = (id: string) =>
  ok({ changes: [], subject: `${vatCases.name}/${id}`, path: `${vatCases.href(id)}#carousels` });

/** Nothing leaves by it: another official looks at it before. */
export const draftSearch = defineAction({
  ...ofCase,
  name: 'vat-carousels/draft',
  fields: {
    id: subject,
    states: idsAmong(async (tx, context) => {
      const [isIn, all] = [await partiesIn(tx, context), await recordsOf(parties)(tx, context, {})];
      return all.filter(({ value }) => isIn(value));
    }),
    from: month,
    until: month,
    // A node that hears the law from elsewhere has not all that opens on record: somebody can name it.
    instrument: {
      schema: IdField,
      control: 'word',
      options: async (tx, context, given) => {
        const openings = await listBridgeOpenings(tx, knownOf(context));
        return (await instrumentOptions(tx, context, given)).filter(({ value }) => openings.has(value));
      },
    },
    purpose: {
      schema: line.schema.pipe(z.string().max(80)),
      control: 'word',
      options: async (tx, context) => {
        const openings = [...(await listBridgeOpenings(tx, knownOf(context))).values()];
        const words = new Set(openings.flatMap(({ purposes }) => purposes));
        return [...words].map((value) => ({ value, title: value }));
      },
    },
    epoch: count(1, 1_000_000),
  },
  texts: textsOf('draft'),
  about: {
    ...aboutOpenCase,
    isOpen: async (tx, context, id) =>
      (await aboutOpenCase.isOpen(tx, context, id)) && (await mayBeOpened(tx, knownOf(context))),
    whyNot: async (tx, context, id) => {
      const { notOpenWhy, notOpenWhat } = carouselTexts(context.language);
      return (await aboutOpenCase.isOpen(tx, context, id)) ? `${notOpenWhy} ${notOpenWhat}` : null;
    },
  },
  perform: async (tx, context, { id, states, from, until, instrument, purpose, epoch }) => {
    const found = await findOpen(tx, context, id);
    if (!found.ok) return found;
    const { party, reference } = found.value.record.body;
    const { clock, register } = context;
    const before = await listSearches(tx, register.id, id);
    const openings = await listBridgeOpenings(tx, knownOf(context));
    const problems = [
      ...(openings.has(instrument) || (await hearsLaw(tx, register.id))
        ? []
        : [problem('vat_carousels_not_opened', 'body.instrument', { instrument })]),
      ...monthFaults(from, until),
      ...(await stateFaults(tx, context, states)),
      ...(before.some(isUnderWay) ? [problem('vat_carousels_under_way', 'body.id')] : []),
      ...(before.some(isDraft) ? [problem('vat_carousels_drafted', 'body.id')] : []),
    ];
    if (problems.length > 0) return fail(...problems);
    await saveDraft(tx, clock, {
      ...{ id: newId(clock), register: register.id, party: String(party), case: id },
      ...{ reference: String(reference), instrument, purpose, epoch, states, from, until },
      draftedBy: personOf(context),
    });
    const draft = await findDraft(tx, context, id);
    if (draft !== null) await journal(tx, context, 'vat.carousels_drafted', draft, whatLeaves(draft));
    return doneOn(id);
  },
  prefill: async (tx, context, { id }) => {
    const [last] = id === undefined ? [] : await listSearches(tx, context.register.id, id);
    // The latest of which a bridge can be told: its window has ended three months later.
    const thisMonth = context.today.slice(0, 7) as PartialDate;
    const monthsAgo = (months: number) => addMonths(thisMonth, -months)?.slice(0, 7) ?? '';
    if (last !== undefined) {
      const { states, instrument, purpose, epoch, from, until } = last;
      return { states: states.join(','), instrument, purpose, epoch: String(epoch), from, until };
    }
    return { from: monthsAgo(8), until: monthsAgo(3), epoch: '1', ...(await openedBy(tx, context)) };
  },
});

const isDraft = ({ state }: Search): boolean => state === 'drafted';

/** The draft that waits in a case. */
async function findDraft(
  tx: Transaction,
  { register }: Pick<ActionContext, 'register'>,
  id: string,
): Promise<Search | null> {
  return (await listSearches(tx, register.id, id)).find(isDraft) ?? null;
}

/** All that leaves and why, for whoever is to release it. */
async function draftLines(
  tx: Transaction,
  context: ActionContext,
  { party, reference, states, instrument, purpose, epoch, from, until }: Search,
): Promise<readonly Shown[]> {
  const { language } = context;
  const { page, fields, requests } = caseTexts(language);
  const words = carouselTexts(language);
  const names = await loadNames(tx, knownOf(context), [party, ...states, instrument], [instruments]);
  return [
    { label: page.case, value: reference },
    { label: fields.party, value: plainName(party, names, language) },
    { label: requests.to, value: states.map((one) => plainName(one, names, language)).join(', ') },
    { label: requests.what, value: Object.values(words.operationNames).join(', ') },
    { label: words.period, value: `${from} – ${until}` },
    { label: words.fields.epoch, value: String(epoch) },
    { label: requests.instrument, value: plainName(instrument, names, language, [instruments]) },
    { label: requests.purpose, value: exchangeWord('purposes', purpose, language) },
  ];
}

/**
 * By somebody else than who drafted it, as a request of a case: then the states are asked, by the node's job. Before anything leaves it is
 * in the journal who asks whom in which case and what for; whether they answer the law decides, here and there.
 */
export const releaseDraft = defineAction({
  ...ofCase,
  name: 'vat-carousels/release',
  fields: { id: subject },
  texts: textsOf('release'),
  about: {
    kind: vatCases,
    outlives: outlived,
    isOpen: async (tx, context, id) => {
      const draft = await findDraft(tx, context, id);
      return draft !== null && isOther(context, draft.draftedBy) && (await findOpen(tx, context, id)).ok;
    },
    whyNot: async (tx, context, id) =>
      (await findDraft(tx, context, id))?.draftedBy === personOf(context)
        ? caseTexts(context.language).requests.own
        : null,
  },
  shows: async (tx, context, { id }) => {
    const draft = id === undefined ? null : await findDraft(tx, context, id);
    return draft === null ? [] : draftLines(tx, context, draft);
  },
  waits: async (tx, context, party) => {
    if (party === null) return [];
    const drafted = await listDrafted(tx, context.register.id, party);
    const cases = drafted.flatMap((one) => (isOther(context, one.draftedBy) ? [one.case] : []));
    const found = cases.length === 0 ? [] : await listLived(tx, knownOf(context), vatCases, { ids: cases });
    return found.flatMap((one) => (caseStateOf(one) === 'open' ? [one.record.id] : []));
  },
  perform: async (tx, context, { id }) => {
    const opened = await findOpen(tx, context, id);
    if (!opened.ok) return opened;
    const draft = await findDraft(tx, context, id);
    if (draft === null) return fail(problem('vat_carousels_no_draft', 'body.id'));
    const by = releaserOf(context, draft.draftedBy);
    if (!by.ok) return by;
    const faults = await stateFaults(tx, context, draft.states);
    if (faults.length > 0) return fail(...faults);
    const releaser = { releasedBy: personOf(context), officer: by.value };
    await releaseSearch(tx, context.clock, draft.id, releaser);
    const more = { ...whatLeaves(draft), drafted_by: draft.draftedBy };
    await journal(tx, context, 'vat.carousels_asked', draft, more);
    await enqueue(tx, searchTask);
    return doneOn(id);
  },
});

export const withdrawDraft = defineAction({
  ...ofCase,
  name: 'vat-carousels/withdraw',
  fields: { id: subject, reason: text },
  texts: textsOf('withdraw'),
  about: {
    kind: vatCases,
    outlives: outlived,
    isOpen: async (tx, context, id) => (await findDraft(tx, context, id)) !== null,
  },
  perform: async (tx, context, { id, reason }) => {
    const draft = await findDraft(tx, context, id);
    if (draft === null) return fail(problem('vat_carousels_no_draft', 'body.id'));
    await withdrawSearch(tx, context.clock, draft.id);
    await journal(tx, context, 'vat.carousels_withdrawn', draft, { reason });
    return doneOn(id);
  },
});

/** The instrument that opens bridges, and the purpose that it asks for, where there is one of each. */
async function openedBy(tx: Transaction, context: ActionContext): Promise<Readonly<Record<string, string>>> {
  const [one, ...more] = await listBridgeOpenings(tx, knownOf(context));
  if (one === undefined || more.length > 0) return {};
  const [instrument, { purposes }] = one;
  return { instrument, ...(purposes.length === 1 ? { purpose: purposes[0] as string } : {}) };
}

export const stopAsking = defineAction({
  ...ofCase,
  name: 'vat-carousels/stop',
  fields: { id: subject },
  texts: textsOf('stop'),
  about: {
    kind: vatCases,
    outlives: outlived,
    isOpen: async (tx, { register }, id) => (await listSearches(tx, register.id, id)).some(isUnderWay),
  },
  perform: async (tx, context, { id }) => {
    const search = (await listSearches(tx, context.register.id, id)).find(isUnderWay);
    if (search === undefined || !(await stopSearch(tx, context.clock, search.id)))
      return fail(problem('vat_carousels_not_running', 'body.id'));
    await journal(tx, context, 'vat.carousels_stopped', search);
    return doneOn(id);
  },
});

export const carouselActions: readonly Action[] = [draftSearch, releaseDraft, withdrawDraft, stopAsking];
