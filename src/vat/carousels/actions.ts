import { z } from 'zod';
import { addMonths, type PartialDate } from '#kernel/dates.ts';
import { fail, ok, type Problem, problem } from '#kernel/result.ts';
import { type Action, type ActionContext, defineAction, textsFrom } from '#platform/actions/action.ts';
import { count, idsAmong, line, subject } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import { newId } from '#platform/id.ts';
import { enqueue } from '#platform/jobs.ts';
import { appendJournal } from '#platform/journal/journal.ts';
import { IdField } from '#platform/records/fields.ts';
import { knownOf, parties, recordsOf } from '#union';
import { instrumentOptions, wordsOf } from '../cases/actions/requests.ts';
import { aboutOpenCase, findOpen, ofRecord } from '../cases/actions/shared.ts';
import { keepCases, vatCases } from '../cases/model.ts';
import { listOpenings } from '../cases/store.ts';
import { findField, takesPartIn, takingPartIn } from '../fields/store.ts';
import { readTaxPeriod } from '../tax-period.ts';
import { mostMonths, searchTask } from './model.ts';
import { listSearches, saveSearch } from './store.ts';
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

/**
 * Has chosen states asked, by the node's job. Before anything leaves it is in the journal who asks whom in which case and what for; whether
 * they answer the law decides, here and there.
 */
export const findCarouselsAction = defineAction({
  name: 'vat-carousels/find',
  permission: keepCases,
  fields: {
    id: subject,
    states: idsAmong(async (tx, context) => {
      const [isIn, all] = [await partiesIn(tx, context), await recordsOf(parties)(tx, context, {})];
      return all.filter(({ value }) => isIn(value));
    }),
    from: month,
    until: month,
    // Where the register has none somebody can still name one: that it opens nothing is the answer then.
    instrument: { schema: IdField, control: 'word', options: instrumentOptions },
    purpose: { schema: line.schema.pipe(z.string().max(80)), control: 'word', options: wordsOf('purposes') },
    epoch: count(1, 1_000_000),
  },
  texts: textsFrom(carouselTexts)('find'),
  about: aboutOpenCase,
  object: ofRecord(vatCases, 'party'),
  participation: takingPartIn('cases'),
  perform: async (tx, context, { id, states, from, until, instrument, purpose, epoch }) => {
    const found = await findOpen(tx, context, id);
    if (!found.ok) return found;
    const { party, reference } = found.value.record.body;
    const isIn = await partiesIn(tx, context);
    const before = await listSearches(tx, context.register.id, id);
    const problems = [
      ...monthFaults(from, until),
      ...states.flatMap((state) =>
        isIn(state) ? [] : [problem('vat_carousels_state_outside', 'body.states', { state })],
      ),
      ...(before.some(({ state }) => state === 'waiting' || state === 'running')
        ? [problem('vat_carousels_under_way', 'body.id')]
        : []),
    ];
    if (problems.length > 0) return fail(...problems);
    const { actor, clock, register } = context;
    const asked = {
      ...{ id: newId(clock), register: register.id, party: String(party), case: id },
      ...{ reference: String(reference), instrument, purpose, epoch, states, from, until },
      askedBy: actor.kind === 'person' ? `person:${actor.id}` : actor.kind,
      officer: actor.kind === 'person' ? actor.id : null,
    };
    await saveSearch(tx, clock, asked);
    await appendJournal(tx, clock, [
      {
        ...{ event: 'vat.carousels_asked', actor: asked.askedBy, party: asked.party, register: register.id },
        ...{ subject: `${vatCases.name}/${id}`, instrument, purpose },
        payload: { search: asked.id, states, from, until, epoch },
      },
    ]);
    await enqueue(tx, searchTask);
    return ok({ changes: [], subject: `${vatCases.name}/${id}`, path: `${vatCases.href(id)}#carousels` });
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

/** The instrument that opens bridges, and the purpose that it asks for, where there is one of each. */
async function openedBy(tx: Transaction, context: ActionContext): Promise<Readonly<Record<string, string>>> {
  const openings = [...(await listOpenings(tx, knownOf(context)))].filter(([, { what }]) =>
    what.includes('bridges'),
  );
  const [one, ...more] = openings;
  if (one === undefined || more.length > 0) return {};
  const [instrument, { purposes }] = one;
  return { instrument, ...(purposes.length === 1 ? { purpose: purposes[0] as string } : {}) };
}

export const carouselActions: readonly Action[] = [findCarouselsAction];
