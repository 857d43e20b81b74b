import { formatDate } from '#kernel/dates.ts';
import { localize } from '#kernel/localized-text.ts';
import { toAmount } from '#kernel/money.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { listOffers, type Offer, offersToMake } from '#platform/actions/offers.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { ExportTable, Page, PageContext } from '#platform/module.ts';
import {
  EmptyState,
  FieldList,
  Section,
  Sources,
  Stack,
  Timeline,
  Verdict,
} from '#platform/page/components.tsx';
import { MissingMark } from '#platform/page/missing.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { loadNames } from '../../bodies/store.ts';
import { Named, type Names } from '../../names.tsx';
import { planItems, plans } from '../../plans/model.ts';
import { unionTexts } from '../../text/texts.ts';
import { wordFor } from '../../text/words/words.ts';
import { allocations, budgets, surpluses } from '../model.ts';
import { type Allocation, listMoneySteps, loadMoney, type YearMoney } from '../store.ts';
import { moneyTexts } from '../text/texts.ts';
import { amountText, BasisMark, BudgetStateMark, Unallocated } from './amounts.tsx';
import { Contributions } from './contributions.tsx';

async function load(context: PageContext) {
  const moment = { register: context.register.id, asOf: context.asOf, knownAt: context.knownAt };
  const year = context.params.year ?? '';
  return context.read(async (tx) => {
    const money = (await loadMoney(tx, moment)).get(year);
    if (money === undefined) return null;
    const changes = new Map<string, readonly Offer[]>();
    for (const { id } of money.allocations)
      changes.set(id, await listOffers(tx, context, allocations.name, id));
    const shown = [money.budget, money.allocations, money.surplus];
    const steps = await listMoneySteps(tx, moment, year);
    return {
      money,
      changes,
      steps,
      names: await loadNames(tx, moment, [shown, year, steps], [planItems, plans]),
      offers: [
        ...(await listOffers(tx, context, budgets.name, year)),
        ...(await listOffers(tx, context, surpluses.name, year)),
        ...(await offersToMake(tx, context, ['allocations/allocate', 'surpluses/record'], { year })),
      ],
    };
  });
}

type Loaded = NonNullable<Awaited<ReturnType<typeof load>>>;

/** A year's money: who pays it, which activities it went to and by which basis that is known, what went to none, and what was left. */
export const budgetYearPage: Page = {
  path: '/budget/:year',
  navigation: 'programme',
  render: async (context) => {
    const { year: words, walk } = moneyTexts(context.language);
    const loaded = await load(context);
    const year = context.params.year ?? '';
    if (loaded === null) return fail(problem('record_not_found', '', { id: year }));
    const { money, steps, names, offers } = loaded;
    const { budget } = money;
    return ok({
      title: words.title(year),
      lede: words.lede,
      crumbs: [{ text: unionTexts(context.language).budget.title, href: context.href('/budget') }],
      exports: ['csv', 'xlsx', 'json'],
      body: (
        <Stack>
          <Offered offers={offers} context={context} />
          <Section
            title={words.amount}
            id="amount"
            tools={[
              { text: walk.title(year), href: context.href(`${budgets.href(year)}/walk`) },
              ...(names.has(`${plans.name}/${year}`)
                ? [{ text: words.plan, href: context.href(plans.href(year)) }]
                : []),
            ]}
          >
            {budget === null ? (
              <EmptyState why={words.unknown(year)} what={words.unknownWhat} />
            ) : (
              <FieldList
                fields={[
                  {
                    label: words.amount,
                    value: (
                      <>
                        {budget.amount === null ? (
                          <MissingMark
                            reason={budget.missing?.reason ?? 'not_stated'}
                            note={budget.missing?.note}
                          />
                        ) : (
                          amountText(budget.amount, context)
                        )}{' '}
                        <Sources register={context.register} sections={budget.source} />
                      </>
                    ),
                  },
                  {
                    label: words.state,
                    value:
                      budget.state === null ? (
                        words.stated
                      ) : (
                        <BudgetStateMark state={budget.state} context={context} />
                      ),
                  },
                  ...(budget.basis === null
                    ? []
                    : [{ label: words.key, value: <span lang="en">{budget.basis}</span> }]),
                ]}
              />
            )}
          </Section>
          {budget !== null &&
            (budget.contributions === null ? (
              <Section title={unionTexts(context.language).budget.contribution} id="contributions">
                <EmptyState why={words.keyNone} who={words.keyNoneWho} />
              </Section>
            ) : (
              <Contributions year={budget} names={names} context={context} />
            ))}
          <Allocations loaded={loaded} context={context} />
          <Left money={money} year={year} names={names} context={context} />
          {steps.length > 0 && (
            <Section title={words.way} id="way">
              <Way steps={steps} names={names} context={context} />
            </Section>
          )}
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const loaded = await load(context);
    const year = context.params.year ?? '';
    if (loaded === null) return fail(problem('record_not_found', '', { id: year }));
    return ok(allocationTable(context, year, loaded));
  },
};

/** Each amount with its basis; then what is allocated by which basis, and what is not. */
function Allocations({ loaded, context }: { loaded: Loaded; context: PageContext }) {
  const { year: words, bases } = moneyTexts(context.language);
  const { money, changes, names } = loaded;
  const { sum } = money;
  const mayChange = [...changes.values()].some((offers) => offers.length > 0);
  return (
    <Section title={words.allocations} id="allocations">
      <p>{words.allocationsLede}</p>
      {money.allocations.length === 0 ? (
        <EmptyState why={words.allocationsNone} who={words.allocationsNoneWho} />
      ) : (
        <DataTable<Allocation>
          caption={words.allocations}
          rows={money.allocations}
          columns={[
            {
              title: words.activity,
              cell: ({ id, planItem }) => (
                <span id={`allocation-${id}`}>
                  <Named id={planItem} names={names} context={context} kinds={[planItems]} />
                </span>
              ),
              below: ({ record }) =>
                typeof record.body.note === 'string' && <small>{record.body.note}</small>,
            },
            { title: words.basis, cell: ({ basis }) => <BasisMark basis={basis} context={context} /> },
            {
              title: words.amount,
              figure: true,
              cell: ({ amount }) => amountText(amount, context),
            },
            ...(mayChange
              ? [
                  {
                    title: words.change,
                    cell: ({ id }: Allocation) =>
                      (changes.get(id) ?? []).map(({ title, href }) => (
                        <>
                          <a href={href}>{title}</a>{' '}
                        </>
                      )),
                  },
                ]
              : []),
          ]}
        />
      )}
      {sum !== null && (
        <>
          <FieldList
            fields={[
              { label: words.allocated, value: amountText(sum.allocated, context) },
              { label: bases.timesheet, value: amountText(sum.byBasis.timesheet, context) },
              { label: bases.estimate, value: amountText(sum.byBasis.estimate, context) },
              { label: words.unallocated, value: <Unallocated sum={sum} context={context} /> },
            ]}
          />
          {sum.unallocated !== null && sum.unallocated.minor < 0n && (
            <Verdict tone="bad" title={words.over} />
          )}
          {sum.unallocated === null && <p>{words.partOfUnknown}</p>}
        </>
      )}
    </Section>
  );
}

/** What was left of the year, why, and what is done with it (§8.2). */
function Left({
  money: { surplus },
  year,
  names,
  context,
}: {
  money: YearMoney;
  year: string;
  names: Names;
  context: PageContext;
}) {
  const words = moneyTexts(context.language).year;
  return (
    <Section title={words.surplus} id="surplus">
      {surplus === null ? (
        <EmptyState why={words.surplusNone(year)} what={words.surplusNoneWhat} who={words.surplusNoneWho} />
      ) : (
        <FieldList
          fields={[
            { label: words.amount, value: amountText(surplus.amount, context) },
            { label: words.reason, value: surplus.reason ?? <MissingMark reason="not_stated" /> },
            { label: words.decision, value: surplus.decision ?? words.decisionNone },
            ...(surplus.decidedBy === null
              ? []
              : [
                  {
                    label: words.decidedBy,
                    value: <Named id={surplus.decidedBy} names={names} context={context} />,
                  },
                ]),
            ...(surplus.decided === null
              ? []
              : [{ label: words.decided, value: formatDate(surplus.decided, context.language) }]),
          ]}
        />
      )}
    </Section>
  );
}

/** All that was done, what was changed or withdrawn since included, each with its reason. */
function Way({ steps, names, context }: Pick<Loaded, 'steps' | 'names'> & { context: PageContext }) {
  const kinds = [budgets, allocations, surpluses];
  return (
    <Timeline
      moments={steps.map(({ kind, to, on, details, planItem, amount }) => {
        const said = [details.reason, details.note, details.decision].filter(
          (one) => typeof one === 'string',
        );
        const label = kinds.find(({ name }) => name === kind)?.label[context.language].one;
        return {
          when: formatDate(on, context.language),
          what: (
            <>
              {label}: {wordFor(to, context.language)}
            </>
          ),
          detail: (
            <>
              {planItem !== null && (
                <Named id={planItem} names={names} context={context} kinds={[planItems]} />
              )}{' '}
              {amount !== null && amountText(amount, context)} {said.join(' ')}
            </>
          ),
        };
      })}
    />
  );
}

function allocationTable(context: PageContext, year: string, { money, names }: Loaded): ExportTable {
  const { title, columns } = moneyTexts(context.language).year;
  const titleOf = (id: string) => {
    const name = names.get(`${planItems.name}/${id}`);
    return name === undefined ? id : localize(name.title, context.language, ['en']).text;
  };
  const currency = money.budget?.currency ?? null;
  const rest = money.sum?.unallocated ?? null;
  const none = { id: null, planItem: null, title: null, note: null };
  return {
    name: `${context.register.id}-budget-${year}`,
    title: title(year),
    columns: Object.entries(columns).map(([key, note]) => ({ key, title: key, note })),
    rows: [
      ...money.allocations.map(({ id, planItem, amount, basis, record }) => ({
        id,
        year,
        planItem,
        title: titleOf(planItem),
        currency: amount.currency,
        amount: Number(toAmount(amount)),
        basis,
        note: typeof record.body.note === 'string' ? record.body.note : null,
      })),
      {
        ...none,
        year,
        currency,
        amount: rest === null ? null : Number(toAmount(rest)),
        basis: 'not_allocated',
      },
    ],
    notes: exportNotes(context),
  };
}
