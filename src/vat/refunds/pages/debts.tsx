import { formatDate, lastDay, type PartialDate } from '#kernel/dates.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { listOffers, offersToMake } from '#platform/actions/offers.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { pageOf } from '#platform/page/address.ts';
import {
  Basis,
  EmptyState,
  FieldList,
  Section,
  Stack,
  StatusMark,
  Timeline,
  type Tone,
} from '#platform/page/components.tsx';
import { countedFacet } from '#platform/page/counted-facet.ts';
import { oldestFirst, Recorded } from '#platform/page/history.tsx';
import { RecordList } from '#platform/page/list.tsx';
import { listKnownSteps, standingOn } from '#platform/records/transitions.ts';
import { Named } from '#union';
import { closedField, crumbsToVat } from '../../fields/pages/parts.tsx';
import { recordReading } from '../../fields/reading.ts';
import { debts, debtsPath, refundsPath } from '../kinds.ts';
import { type DebtState, stateOfDebt } from '../rules/debt-states.ts';
import { metInAll, takenInAll } from '../store.ts';
import { workTexts } from '../text/work/work-texts.ts';
import { closedRecord, type DebtRow, momentOf, namesOf, readDebtRows, written } from './parts.tsx';

const pageSize = 50;
const tones: Readonly<Record<DebtState, Tone>> = {
  open: 'part',
  disputed: 'bad',
  stayed: 'bad',
  met: 'good',
  fallen: 'none',
};

async function load(context: PageContext, wanted: Parameters<typeof readDebtRows>[2]) {
  return context.read(async (tx) => {
    const { rows, total, counts } = await readDebtRows(tx, context, wanted);
    const named = rows.map(({ debt }) => debt.id);
    return {
      ...{ rows, total, counts },
      taken: await takenInAll(tx, context.register.id, named),
      met: await metInAll(tx, context.register.id, named),
      offers: await offersToMake(tx, context, ['tax-debts/register']),
      names: await namesOf(
        tx,
        context,
        rows.map(({ debt }) => debt.creditor),
      ),
    };
  });
}

const listed = (rows: readonly DebtRow[]) => rows.map(({ record, grant }) => [record.id, grant] as const);

function DebtMark({ state, context }: { state: DebtState; context: PageContext }) {
  return <StatusMark tone={tones[state]} text={workTexts(context.language).debtStates[state]} />;
}

/** What businesses owe the reader's state, as far as a refund elsewhere may meet it. */
export const debtsPage: Page = {
  path: debtsPath,
  navigation: 'practice',
  filters: true,
  render: async (context) => {
    const { language } = context;
    const { debts: words, door, debtStates } = workTexts(language);
    const number = pageOf(context.query);
    const state = context.query.get('state');
    const slice = { state, limit: pageSize, offset: (number - 1) * pageSize };
    const { rows: shown, total, counts, taken, met, offers } = await load(context, slice);
    const every = [...counts].flatMap(([one, count]) => Array.from({ length: count }, () => one));
    recordReading(context, debts.name, listed(shown));
    return ok({
      title: words.title,
      lede: words.lede,
      crumbs: crumbsToVat(context, { text: door.title, path: refundsPath }),
      ...(counts.size === 0 ? {} : { exports: ['csv', 'xlsx', 'json'] as const }),
      body: (
        <Stack>
          <Offered offers={offers} context={context} />
          {counts.size === 0 ? (
            <Section title={words.title} id="debts">
              {offers.length > 0 ? (
                <EmptyState why={words.none} what={words.noneWhat} who={words.noneWho} />
              ) : (
                await closedField(context, 'refunds')
              )}
            </Section>
          ) : (
            <>
              <Basis>{words.basis}</Basis>
              <RecordList<DebtRow>
                caption={words.title}
                rows={shown}
                rowHref={({ record }) => context.href(debts.href(record.id))}
                columns={[
                  {
                    title: words.reference,
                    cell: ({ reference }) => reference,
                    below: ({ debt }) => <small>{debt.debtor}</small>,
                  },
                  { title: words.due, cell: ({ debt }) => formatDate(debt.dueOn, language) },
                  {
                    title: words.state,
                    cell: ({ debt }) => (
                      <DebtMark state={stateOfDebt(debt, met.get(debt.id))} context={context} />
                    ),
                  },
                  {
                    title: words.rank,
                    cell: ({ debt }) => (debt.rank === null ? '–' : String(debt.rank)),
                  },
                  {
                    title: words.owed,
                    figure: true,
                    cell: ({ debt }) => written(debt.cents, debt.currency, language),
                  },
                  {
                    title: words.taken,
                    figure: true,
                    cell: ({ debt }) => written(taken.get(debt.id) ?? 0, debt.currency, language),
                  },
                ]}
                facets={[
                  countedFacet(context, { key: 'state', label: words.state }, every, {
                    labelOf: (value) => debtStates[value as DebtState],
                    hrefOf: (value) => context.href(debtsPath, { state: value }),
                  }),
                ]}
                clearHref={context.href(debtsPath)}
                page={{
                  number,
                  size: pageSize,
                  total,
                  hrefOf: (page) => context.href(debtsPath, { state, page: String(page) }),
                }}
              />
            </>
          )}
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const { debts: words, columns } = workTexts(context.language);
    const whole = { state: context.query.get('state'), limit: null, offset: 0 };
    const { rows: found, counts, taken, met } = await load(context, whole);
    if (counts.size === 0) return fail(problem('vat_claims_not_allowed'));
    recordReading(context, debts.name, listed(found));
    const notes = {
      ...{ id: columns.id, reference: words.reference, debtor: words.debtor, creditor: words.creditor },
      ...{ tax: words.tax, currency: columns.currency, owed_cents: columns.cents },
      ...{ taken_cents: columns.cents, state: words.state, rank: words.rank, assessed_on: words.assessed },
      ...{ due_on: words.due, enforceable_from: words.enforceable, disputed_since: words.disputed },
      barred_from: words.barred,
    };
    return ok({
      name: `${context.register.id}-vat-debts`,
      title: words.title,
      columns: Object.entries(notes).map(([key, note]) => ({ key, title: key, note })),
      rows: found.map(({ debt, reference }) => ({
        ...{ id: debt.id, reference, debtor: debt.debtor, creditor: debt.creditor, tax: debt.tax },
        ...{ currency: debt.currency, owed_cents: debt.cents, taken_cents: taken.get(debt.id) ?? 0 },
        ...{
          state: stateOfDebt(debt, met.get(debt.id)),
          rank: debt.rank,
          assessed_on: debt.assessedOn,
          due_on: debt.dueOn,
        },
        ...{ enforceable_from: debt.enforceableFrom, disputed_since: debt.disputedSince },
        barred_from: debt.barredFrom,
      })),
      notes: [...exportNotes(context), words.basis],
    });
  },
};

/** One debt, for the state that is owed alone. */
export const debtPage: Page = {
  path: `${debtsPath}/:id`,
  navigation: 'practice',
  render: async (context) => {
    const { language } = context;
    const { debts: words, taxes, door } = workTexts(language);
    const id = context.params.id ?? '';
    const { rows, taken, met, names } = await load(context, [id]);
    const crumbs = crumbsToVat(
      context,
      { text: door.title, path: refundsPath },
      { text: words.title, path: debtsPath },
    );
    const [row] = rows;
    if (row === undefined)
      return ok({ title: words.one, crumbs, body: await closedRecord(context, words.closed) });
    recordReading(context, debts.name, [[id, row.grant]]);
    const { debt, reference } = row;
    const subject = `${debts.name}/${id}`;
    const { steps, offers } = await context.read(async (tx) => {
      const known = momentOf(context).known;
      const all = (await listKnownSteps(tx, known.register, [subject])).get(subject) ?? [];
      return {
        steps: standingOn(all, lastDay(known.knownAt)),
        offers: await listOffers(tx, context, debts.name, id),
      };
    });
    const day = (on: PartialDate | null, otherwise: string) =>
      on === null ? otherwise : formatDate(on, language);
    const amount = (cents: number) => written(cents, debt.currency, language);
    return ok({
      title: reference,
      crumbs,
      body: (
        <Stack>
          <Basis>{words.basis}</Basis>
          <Offered offers={offers} context={context} />
          <Section title={words.said} id="said">
            <FieldList
              fields={[
                {
                  label: words.state,
                  value: <DebtMark state={stateOfDebt(debt, met.get(id))} context={context} />,
                },
                { label: words.debtor, value: debt.debtor },
                {
                  label: words.creditor,
                  value: <Named id={debt.creditor} names={names} context={context} />,
                },
                { label: words.tax, value: taxes[debt.tax] },
                { label: words.owed, value: amount(debt.cents) },
                { label: words.taken, value: amount(taken.get(id) ?? 0) },
                { label: words.rank, value: debt.rank === null ? words.unranked : String(debt.rank) },
                { label: words.assessed, value: formatDate(debt.assessedOn, language) },
                { label: words.due, value: formatDate(debt.dueOn, language) },
                { label: words.enforceable, value: day(debt.enforceableFrom, words.notEnforceable) },
                { label: words.disputed, value: day(debt.disputedSince, '–') },
                { label: words.barred, value: day(debt.barredFrom, words.neverBarred) },
                {
                  label: words.stays,
                  value:
                    debt.stays.length === 0
                      ? '–'
                      : debt.stays
                          .map(({ from, until }) =>
                            words.stay({
                              from: formatDate(from, language),
                              until: day(until, words.goesOn),
                            }),
                          )
                          .join(', '),
                },
              ]}
            />
          </Section>
          <Section title={words.history} id="history">
            <Timeline
              moments={oldestFirst(steps).map(({ effectiveOn, details, recordedAt }) => ({
                when: formatDate(effectiveOn, language),
                what: words.acts[String(details.act)] ?? String(details.act),
                detail: (
                  <>
                    {typeof details.by === 'string' && (
                      <Named id={details.by} names={names} context={context} />
                    )}
                    {typeof details.reason === 'string' && <> {details.reason}</>}{' '}
                    <Recorded at={recordedAt} />
                  </>
                ),
              }))}
            />
          </Section>
        </Stack>
      ),
    });
  },
};
