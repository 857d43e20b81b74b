import { formatMoney, toAmount } from '#kernel/money.ts';
import { ok } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { offersToMake } from '#platform/actions/offers.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { ExportTable, Page, PageContext } from '#platform/module.ts';
import { SeriesChart } from '#platform/page/chart.tsx';
import { EmptyState, FieldList, Section, Sources, Stack } from '#platform/page/components.tsx';
import { MissingMark } from '#platform/page/missing.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { texts } from '#platform/text/texts.ts';
import { isKnownAt, loadNames } from '../../bodies/store.ts';
import { Named, type Names } from '../../names.tsx';
import { ProgrammeTabs } from '../../programme/pages/programme-tabs.tsx';
import { NothingKnown } from '../../register/pages/nothing-known.tsx';
import { unionTexts } from '../../text/texts.ts';
import { budgets } from '../model.ts';
import {
  type BudgetYear,
  findMoneyStatement,
  listBudgets,
  loadMoney,
  type MoneyStatement,
  type YearMoney,
} from '../store.ts';
import { moneyTexts } from '../text/texts.ts';
import { amountText, BudgetStateMark, percent, Unallocated } from './amounts.tsx';
import { Contributions } from './contributions.tsx';

async function load(context: PageContext) {
  const moment = { register: context.register.id, asOf: context.asOf, knownAt: context.knownAt };
  return context.read(async (tx) => {
    const { years, later } = await listBudgets(tx, moment);
    const statement = await findMoneyStatement(tx, moment);
    return {
      years,
      later,
      statement,
      money: await loadMoney(tx, moment),
      names: await loadNames(tx, moment, [years, statement]),
      offers: await offersToMake(tx, context, ['budgets/propose']),
    };
  });
}

/** What is to be spent, who pays which part of it, and what nobody can say of what it brings. */
export const budgetPage: Page = {
  path: '/budget',
  navigation: 'programme',
  render: async (context) => {
    const all = unionTexts(context.language);
    const words = all.budget;
    const crumbs = [{ text: all.programme.title, href: context.href('/programme') }];
    if (!isKnownAt(context.register, context.knownAt))
      return ok({
        title: words.title,
        crumbs,
        body: <NothingKnown context={context} />,
      });
    const { years, later, statement, money, names, offers } = await load(context);
    const allocated = [...money].filter(([, one]) => one.allocations.length > 0 || one.surplus !== null);
    const stated = years.filter(({ amount }) => amount !== null);
    const split = years.findLast(({ contributions }) => contributions !== null);
    return ok({
      title: words.title,
      lede: words.lede,
      crumbs,
      exports: ['csv', 'xlsx', 'json'],
      body: (
        <Stack>
          <ProgrammeTabs current="budget" context={context} />
          <Offered offers={offers} context={context} />
          {years.length === 0 ? (
            <Section title={words.amounts} id="amounts">
              {later > 0 ? (
                <EmptyState why={words.later(later)} />
              ) : (
                <EmptyState why={words.empty} what={words.emptyWhat} who={all.whoCan.file} />
              )}
            </Section>
          ) : (
            <>
              <Section title={words.amounts} id="amounts">
                <AmountsChart years={years} title={words.amounts} context={context} />
                <p>{words.stated(stated.length, years.length)}</p>
                <Amounts years={years} context={context} />
                {later > 0 && <p>{words.later(later)}</p>}
              </Section>
              {split === undefined ? (
                <Section title={words.contribution} id="contributions">
                  <EmptyState
                    why={words.contributionsNone}
                    what={words.contributionsNoneWhat}
                    who={all.whoCan.source}
                  />
                </Section>
              ) : (
                <Contributions year={split} names={names} context={context} />
              )}
              {statement?.keyHistory != null && (
                <KeyHistory history={statement.keyHistory} names={names} context={context} />
              )}
            </>
          )}
          <Section
            title={words.tie}
            id="tie"
            tools={[{ text: words.tieResults, href: context.href('/evidence') }]}
          >
            {allocated.length === 0 ? (
              <EmptyState why={words.tieWhy} what={words.tieWhat} who={words.tieWho} />
            ) : (
              <ByYear years={allocated} context={context} />
            )}
            {statement !== null && statement.facts.length > 0 && (
              <>
                <h3>{words.said}</h3>
                <ul lang="en">
                  {statement.facts.map((fact) => (
                    <li>{fact}</li>
                  ))}
                </ul>
                <p>
                  <Sources register={context.register} sections={statement.source} />
                </p>
              </>
            )}
          </Section>
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const { years, later } = await load(context);
    const table = budgetTable(context, years);
    const left = later === 0 ? [] : [unionTexts(context.language).budget.later(later)];
    return ok({ ...table, notes: [...table.notes, ...left] });
  },
};

/** One line of one currency; a year that is not stated is a gap with its reason. */
function AmountsChart({
  years,
  title,
  context,
}: {
  years: readonly BudgetYear[];
  title: string;
  context: PageContext;
}) {
  const { missing } = texts(context.language);
  const currencies = new Set(years.map(({ currency }) => currency));
  const isDated = years.every(({ year }) => /^\d{4}$/.test(year));
  if (years.length < 2 || currencies.size > 1 || !isDated) return null;
  return (
    <SeriesChart
      title={title}
      unit={[...currencies].join('')}
      points={years.map(({ year, amount, missing: gap }) => ({
        year: Number(year),
        value: amount === null ? null : Number(toAmount(amount)),
        ...(gap === null ? {} : { reason: missing[gap.reason] }),
      }))}
    />
  );
}

function Amounts({ years, context }: { years: readonly BudgetYear[]; context: PageContext }) {
  const words = unionTexts(context.language).budget;
  return (
    <DataTable<BudgetYear>
      caption={words.amounts}
      rows={years}
      rowHref={({ year }) => context.href(budgets.href(year))}
      columns={[
        {
          title: words.year,
          cell: ({ year }) => year,
          below: ({ state }) =>
            state !== null && (
              <>
                {' '}
                <BudgetStateMark state={state} context={context} />
              </>
            ),
        },
        {
          title: words.amount,
          figure: true,
          cell: ({ amount, missing }) =>
            amount === null ? (
              <MissingMark reason={missing?.reason ?? 'not_stated'} note={missing?.note} />
            ) : (
              formatMoney(amount, context.language)
            ),
        },
        {
          title: words.key,
          cell: ({ contributions, basis }) =>
            contributions === null && basis === null ? (
              <span class="missing">{words.keyMissing}</span>
            ) : (
              <>
                {contributions?.map(({ party, share }) => `${party} ${percent(share, context)}`).join(', ')}
                {basis !== null && <small lang="en">{basis}</small>}
              </>
            ),
        },
        {
          title: '§',
          cell: ({ source }) => <Sources register={context.register} sections={source} />,
        },
      ]}
    />
  );
}

/** What went to activities and what to none, for each year of which anything is known of it. */
function ByYear({
  years,
  context,
}: {
  years: readonly (readonly [year: string, money: YearMoney])[];
  context: PageContext;
}) {
  const words = moneyTexts(context.language);
  return (
    <DataTable<(typeof years)[number]>
      caption={words.year.ofAll}
      rows={years}
      rowHref={([year]) => context.href(budgets.href(year))}
      columns={[
        { title: unionTexts(context.language).budget.year, cell: ([year]) => year },
        {
          title: words.year.allocated,
          figure: true,
          cell: ([, { sum }]) => sum !== null && amountText(sum.allocated, context),
        },
        {
          title: words.year.unallocated,
          figure: true,
          cell: ([, { sum }]) => sum !== null && <Unallocated sum={sum} context={context} />,
        },
        {
          title: words.year.surplus,
          figure: true,
          cell: ([, { surplus }]) => surplus !== null && amountText(surplus.amount, context),
        },
        {
          title: words.year.walk,
          cell: ([year]) => <a href={context.href(`${budgets.href(year)}/walk`)}>{words.walk.title(year)}</a>,
        },
      ]}
    />
  );
}

function KeyHistory({
  history,
  names,
  context,
}: {
  history: NonNullable<MoneyStatement['keyHistory']>;
  names: Names;
  context: PageContext;
}) {
  const words = unionTexts(context.language).budget;
  return (
    <Section title={words.keyHistory} id="key-history">
      {history.change !== null && <p lang="en">{history.change}</p>}
      <FieldList
        fields={history.changes.map(({ party, words: said, missing }) => ({
          label: <Named id={party} names={names} context={context} />,
          value:
            missing === null ? (
              <span lang="en">{said}</span>
            ) : (
              <MissingMark reason={missing.reason} note={<span lang="en">{missing.note}</span>} />
            ),
        }))}
      />
      <p>
        <Sources register={context.register} sections={history.source} />
      </p>
    </Section>
  );
}

/** A row for each party that pays; a year without contributions has one row, with the reason where the amount is missing. */
function budgetTable(context: PageContext, years: readonly BudgetYear[]): ExportTable {
  const words = unionTexts(context.language).budget;
  const shared = texts(context.language).exports;
  const notes = {
    year: words.columns.year,
    currency: words.columns.currency,
    amount: words.columns.amount,
    missing: shared.missing,
    missingNote: shared.missingNote,
    party: words.columns.party,
    share: words.columns.share,
    contribution: words.columns.contribution,
    basis: words.columns.basis,
    source: shared.source,
  };
  return {
    name: `${context.register.id}-budget`,
    title: words.title,
    columns: Object.entries(notes).map(([key, note]) => ({ key, title: key, note })),
    rows: years.flatMap(
      ({ year, currency, amount, missing, contributions, basis, source }): ExportTable['rows'] => {
        const base = {
          year,
          currency,
          amount: amount === null ? null : Number(toAmount(amount)),
          missing: missing?.reason ?? null,
          missingNote: missing?.note ?? null,
        };
        const rest = { basis, source: source.join(', ') || null };
        return contributions === null || contributions.length === 0
          ? [{ ...base, party: null, share: null, contribution: null, ...rest }]
          : contributions.map((part) => ({
              ...base,
              party: part.party,
              share: part.share,
              contribution: Number(toAmount(part.amount)),
              ...rest,
            }));
      },
    ),
    notes: exportNotes(context),
  };
}
