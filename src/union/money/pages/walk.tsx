import type { ComponentChildren } from 'preact';
import { figureText, indicators } from '#evidence';
import { toAmount } from '#kernel/money.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { ExportTable, Page, PageContext } from '#platform/module.ts';
import { EmptyState, Section, Stack, StatusMark } from '#platform/page/components.tsx';
import { Lang } from '#platform/page/missing.tsx';
import { DataTable } from '#platform/page/table.tsx';
import type { Kind } from '#platform/records/kind.ts';
import type { StoredRecord } from '#platform/records/records.ts';
import { instruments } from '../../law/model.ts';
import { parliamentItems } from '../../parliament/model.ts';
import { planItems } from '../../plans/model.ts';
import { unionTexts } from '../../text/texts.ts';
import { budgets } from '../model.ts';
import { togetherOf } from '../rules/allocation.ts';
import type { Tied, WayBack, WayThere } from '../rules/walk.ts';
import type { Allocation } from '../store.ts';
import { moneyTexts } from '../text/texts.ts';
import { itemAnchor, loadWalk, questionAnchor, type Walk } from '../walk.ts';
import { amountText, BasisMark, Unallocated } from './amounts.tsx';

function load(context: PageContext): Promise<Walk | null> {
  const moment = { register: context.register.id, asOf: context.asOf, knownAt: context.knownAt };
  return context.read((tx) => loadWalk(tx, moment, context.params.year ?? ''));
}

/** Euro, activity, indicator, act and question of parliament on one page, in both directions (§8.2, 15.3.3). */
export const walkPage: Page = {
  path: '/budget/:year/walk',
  navigation: 'programme',
  render: async (context) => {
    const words = moneyTexts(context.language).walk;
    const year = context.params.year ?? '';
    const found = await load(context);
    if (found === null) return fail(problem('record_not_found', '', { id: year }));
    return ok({
      title: words.title(year),
      lede: words.lede,
      crumbs: [
        { text: unionTexts(context.language).budget.title, href: context.href('/budget') },
        ...(found.money === null
          ? []
          : [
              { text: moneyTexts(context.language).year.title(year), href: context.href(budgets.href(year)) },
            ]),
      ],
      exports: ['csv', 'xlsx', 'json'],
      body: (
        <Stack>
          <There walk={found} context={context} />
          <Back walk={found} context={context} />
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const found = await load(context);
    return found === null
      ? fail(problem('record_not_found', '', { id: context.params.year ?? '' }))
      : ok(walkTable(context, found));
  },
};

type Part = { readonly walk: Walk; readonly context: PageContext };

/** A row for each activity of the plan; below them what leads to none. */
function There({ walk, context }: Part) {
  const words = moneyTexts(context.language).walk;
  const sum = walk.money?.sum ?? null;
  const rest = (
    <>
      {sum === null || sum.unallocated === null ? (
        words.unallocatedUnknown
      ) : (
        <Unallocated sum={sum} context={context} />
      )}
    </>
  );
  return (
    <Section title={words.there} id="there">
      {walk.items === null || walk.items.length === 0 ? (
        <>
          <EmptyState
            why={walk.items === null ? words.planNone(walk.year) : words.planEmpty(walk.year)}
            who={words.planNoneWho}
          />
          <p>
            {moneyTexts(context.language).year.unallocated}: {rest}
          </p>
        </>
      ) : (
        <DataTable<WayThere>
          caption={words.there}
          rows={walk.there}
          columns={[
            {
              title: words.euro,
              cell: ({ item }) => (
                <span id={itemAnchor(item)}>
                  <Euros item={item} walk={walk} context={context} />
                </span>
              ),
            },
            {
              title: words.activity,
              cell: ({ item }) => <Activity id={item} walk={walk} context={context} />,
            },
            {
              title: words.indicator,
              cell: ({ item }) => <Indicator item={item} walk={walk} context={context} />,
            },
            {
              title: words.instrument,
              cell: (row) => <Instruments ties={row.instruments} walk={walk} context={context} />,
            },
            {
              title: words.question,
              cell: ({ questions }) => (
                <Ties
                  ties={questions}
                  none={words.questionNone}
                  context={context}
                  link={(id) => (
                    <>
                      <a href={context.href(parliamentItems.href(id))}>
                        {titleIn(walk.questions, id, parliamentItems)}
                      </a>
                      <div>
                        <a href={`#${questionAnchor(id)}`}>{words.back}</a>
                      </div>
                    </>
                  )}
                />
              ),
            },
          ]}
          total={[rest, sum?.unallocated == null ? '' : words.unallocated, '', '', '']}
        />
      )}
    </Section>
  );
}

/** A row for each question that has to do with the plan or was tabled in its year; one that leads nowhere says so. */
function Back({ walk, context }: Part) {
  const words = moneyTexts(context.language).walk;
  return (
    <Section title={words.back} id="back">
      {walk.back.length === 0 ? (
        <EmptyState why={words.questionsNone(walk.year)} who={words.questionsNoneWho} />
      ) : (
        <DataTable<WayBack>
          caption={words.back}
          rows={walk.back}
          columns={[
            {
              title: words.question,
              cell: ({ question }) => (
                <span id={questionAnchor(question)}>
                  <a href={context.href(parliamentItems.href(question))}>
                    {titleIn(walk.questions, question, parliamentItems)}
                  </a>
                </span>
              ),
            },
            {
              title: words.instrument,
              cell: (row) => <Instruments ties={row.instruments} walk={walk} context={context} />,
            },
            {
              title: words.indicator,
              cell: ({ items }) =>
                items.length === 0 ? (
                  <None text={words.indicatorNone} />
                ) : (
                  <Each rows={items}>
                    {({ id }) => <Indicator item={id} walk={walk} context={context} />}
                  </Each>
                ),
            },
            {
              title: words.activity,
              cell: ({ items }) => (
                <Ties
                  ties={items}
                  none={words.activityNone}
                  context={context}
                  link={(id) => <Activity id={id} walk={walk} context={context} />}
                />
              ),
            },
            {
              title: words.euro,
              cell: ({ items }) =>
                items.length === 0 ? (
                  <None text={words.moneyOfNothing} />
                ) : (
                  <Each rows={items}>
                    {({ id }) => (
                      <>
                        <Euros item={id} walk={walk} context={context} />
                        <div>
                          <a href={`#${itemAnchor(id)}`}>{words.there}</a>
                        </div>
                      </>
                    )}
                  </Each>
                ),
            },
          ]}
        />
      )}
    </Section>
  );
}

/** What is missing is said, and looks missing. */
function None({ text }: { text: string }) {
  return <span class="missing">{text}</span>;
}

function Each<Row>({ rows, children }: { rows: readonly Row[]; children: (row: Row) => ComponentChildren }) {
  return (
    <ul class="plain">
      {rows.map((row) => (
        <li>{children(row)}</li>
      ))}
    </ul>
  );
}

function Euros({ item, walk, context }: Part & { item: string }) {
  const words = moneyTexts(context.language).walk;
  const given = allocationsOf(walk, item);
  if (given.length === 0) return <None text={words.moneyNone} />;
  return (
    <Each rows={given}>
      {({ id, amount, basis }) => (
        <>
          <a href={`${context.href(budgets.href(walk.year))}#allocation-${id}`}>
            {amountText(amount, context)}
          </a>{' '}
          <BasisMark basis={basis} context={context} />
        </>
      )}
    </Each>
  );
}

function Activity({ id, walk, context }: Part & { id: string }) {
  const item = walk.items?.find((one) => one.id === id);
  return (
    <a href={context.href(planItems.href(id))}>
      {item === undefined ? id : <Lang text={planItems.title(item.body)} />}
    </a>
  );
}

/** Its target, what was last observed, and whether the year reached it. */
function Indicator({ item, walk, context }: Part & { item: string }) {
  const words = moneyTexts(context.language).walk;
  const measured = walk.measured.get(item);
  if (measured === undefined) return <None text={words.indicatorNone} />;
  const { record, unit, target, last, reached } = measured;
  const value = (figure: number) => figureText({ kind: 'value', value: figure }, unit, context.language);
  const observed =
    last === null || last.value.kind === 'missing'
      ? words.lastNone
      : words.last(last.year ?? '?', figureText(last.value, unit, context.language));
  const tones = { yes: 'good', no: 'bad', unknown: 'none' } as const;
  return (
    <>
      <a href={context.href(indicators.href(record.id))}>
        <Lang text={indicators.title(record.body)} />
      </a>
      <small>
        {target === null ? words.targetNone : words.target(value(target))}; {observed}
      </small>
      <StatusMark tone={tones[reached]} text={words.reached[reached]} />
    </>
  );
}

/** How many of what is only of the same dossier is shown; the rest is counted and stands in the list of the law. */
const mostOfDossier = 5;

function Instruments({ ties, walk, context }: Part & { ties: readonly Tied[] }) {
  const words = moneyTexts(context.language).walk;
  return (
    <Ties
      ties={ties}
      none={words.instrumentNone}
      context={context}
      link={(id) => (
        <a href={context.href(instruments.href(id))}>{titleIn(walk.instruments, id, instruments)}</a>
      )}
    />
  );
}

function Ties(props: {
  ties: readonly Tied[];
  none: string;
  context: PageContext;
  link: (id: string) => ComponentChildren;
}) {
  const { ties, none, context, link } = props;
  const words = moneyTexts(context.language).walk;
  if (ties.length === 0) return <None text={none} />;
  const near = ties.filter(({ by }) => by === 'dossier');
  const shown = [...ties.filter(({ by }) => by !== 'dossier'), ...near.slice(0, mostOfDossier)];
  return (
    <>
      <Each rows={shown}>
        {({ id, by }) => (
          <>
            {link(id)}
            {words.ties[by] !== '' && <small>{words.ties[by]}</small>}
          </>
        )}
      </Each>
      {shown.length < ties.length && <small>{words.more(ties.length - shown.length)}</small>}
    </>
  );
}

function titleIn(records: ReadonlyMap<string, StoredRecord>, id: string, kind: Kind): ComponentChildren {
  const record = records.get(id);
  return record === undefined ? id : <Lang text={kind.title(record.body)} />;
}

function allocationsOf({ money }: Walk, item: string): readonly Allocation[] {
  return money?.allocations.filter(({ planItem }) => planItem === item) ?? [];
}

/** A row for each activity, for what leads to none, and for each question and activity on the way back. */
function walkTable(context: PageContext, walk: Walk): ExportTable {
  const { title, columns } = moneyTexts(context.language).walk;
  const list = (ties: readonly Tied[]) => ties.map(({ id }) => id).join('; ') || null;
  const kinds = (ties: readonly Tied[]) => ties.map(({ by }) => by).join('; ') || null;
  const row = (direction: string, item: string | null, acts: readonly Tied[], asked: readonly Tied[]) => {
    const given = item === null ? [] : allocationsOf(walk, item);
    const amount = togetherOf(given.map((one) => one.amount));
    const measured = item === null ? undefined : walk.measured.get(item);
    const last = measured?.last ?? null;
    return {
      direction,
      year: walk.year,
      amount: amount === null ? null : Number(toAmount(amount)),
      currency: amount?.currency ?? null,
      basis: [...new Set(given.map(({ basis }) => basis))].sort().join('; ') || null,
      activity: item,
      indicator: measured?.record.id ?? null,
      target: measured?.target ?? null,
      observed:
        last === null || last.value.kind === 'missing'
          ? null
          : figureText(last.value, measured?.unit ?? null, context.language),
      observedIn: last?.year ?? null,
      reached: measured?.reached ?? null,
      instruments: list(acts),
      instrumentsBy: kinds(acts),
      questions: list(asked),
      questionsBy: kinds(asked),
    };
  };
  const rest = walk.money?.sum?.unallocated ?? null;
  return {
    name: `${context.register.id}-walk-${walk.year}`,
    title: title(walk.year),
    columns: Object.entries(columns).map(([key, note]) => ({ key, title: key, note })),
    rows: [
      ...walk.there.map(({ item, instruments: acts, questions }) => row('there', item, acts, questions)),
      {
        ...row('rest', null, [], []),
        amount: rest === null ? null : Number(toAmount(rest)),
        currency: rest?.currency ?? null,
      },
      ...walk.back.flatMap(({ question, instruments: acts, items }) =>
        items.length === 0
          ? [row('back', null, acts, [{ id: question, by: 'named' }])]
          : items.map(({ id, by }) => row('back', id, acts, [{ id: question, by }])),
      ),
    ],
    notes: exportNotes(context),
  };
}
