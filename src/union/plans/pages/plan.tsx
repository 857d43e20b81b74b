import { cases, indicators } from '#evidence';
import { localize } from '#kernel/localized-text.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import { listLacking } from '#platform/actions/lacking.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { listOffers, offersToMake } from '#platform/actions/offers.ts';
import { StillLacking } from '#platform/actions/still-lacking.tsx';
import { exportNotes } from '#platform/export/notes.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { EmptyState, FieldList, Section, Stack, StatusMark } from '#platform/page/components.tsx';
import { Lang } from '#platform/page/missing.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { listTransitions } from '#platform/records/transitions.ts';
import { loadNames } from '../../bodies/store.ts';
import { Attached, listAttached } from '../../documents/pages/attached.tsx';
import { Named, type Names } from '../../names.tsx';
import { mainThemes, presidencies, workProgrammes } from '../../programme/model.ts';
import { unionTexts } from '../../text/texts.ts';
import { planItemTones } from '../../text/tones.ts';
import { findWord, wordFor } from '../../text/words/words.ts';
import { openPlanStates, type PlanItemState, planItems, plans } from '../model.ts';
import { isOpen } from '../rules/items.ts';
import { type TracedPriority, tracePriorities } from '../rules/priorities.ts';
import { loadPlan, type PlanItem, type YearPlan } from '../store.ts';
import { planTexts } from '../text/texts.ts';
import { Consultation, listAnswers, Way } from './draft.tsx';
import { PlanMark } from './plans.tsx';

async function load(context: PageContext) {
  const moment = { register: context.register.id, asOf: context.asOf, knownAt: context.knownAt };
  const year = context.params.year ?? '';
  return context.read(async (tx) => {
    const plan = await loadPlan(tx, moment, year);
    if (plan === null) return null;
    const shown = [plan.record, ...plan.items, ...plan.consultations].map(({ body }) => body);
    return {
      plan,
      answers: await listAnswers(tx, context, plan.consultations),
      steps: await listTransitions(tx, { ...moment, kind: plans.name, subject: year }),
      names: await loadNames(
        tx,
        moment,
        [shown, plan.presidencies.map(({ body }) => body.party)],
        [workProgrammes, mainThemes, cases, indicators, planItems],
      ),
      lacking: await listLacking(tx, context, plans.name, year),
      documents: await listAttached(tx, context, plans.name, year),
      offers: [
        ...(await listOffers(tx, context, plans.name, year)),
        ...(openPlanStates.some((state) => state === plan.state)
          ? [
              ...(await offersToMake(tx, context, ['plan_items/add', 'consultations/record'], {
                plan: year,
              })),
              ...(await offersToMake(tx, context, ['presidencies/put_forward'], { year })),
            ]
          : []),
      ],
    };
  });
}

export function ItemMark({ state, context }: { state: string; context: PageContext }) {
  return (
    <StatusMark
      tone={planItemTones[state as PlanItemState] ?? 'none'}
      text={itemWord(state, context.language)}
    />
  );
}

/** `realised` alone has another word as a side of a benefit. */
export function itemWord(state: string, language: PageContext['language']): string {
  return unionTexts(language).planItemStates[state as PlanItemState] ?? wordFor(state, language);
}

/** The dossier and theme of an item, in one line. */
function themesOf({ body }: PlanItem): readonly (readonly [kind: typeof cases, id: string])[] {
  return [
    ...(typeof body.theme === 'string' ? [[mainThemes, body.theme] as const] : []),
    ...(typeof body.case === 'string' ? [[cases, body.case] as const] : []),
  ];
}

/** A year's plan: what is promised by theme, where it comes from, who was heard, and the way it went. */
export const planPage: Page = {
  path: '/plans/:year',
  navigation: 'programme',
  render: async (context) => {
    const words = planTexts(context.language).page;
    const loaded = await load(context);
    if (loaded === null) return fail(problem('record_not_found', '', { id: context.params.year ?? '' }));
    const { plan, steps, names, offers } = loaded;
    const year = plan.record.id;
    return ok({
      title: words.planOf(year),
      lede: <PlanMark state={plan.state} context={context} />,
      crumbs: [{ text: words.title, href: context.href('/plans') }],
      exports: ['csv', 'xlsx', 'json'],
      body: (
        <Stack>
          <Offered offers={offers} context={context} />
          <StillLacking steps={loaded.lacking} context={context} />
          <FieldList
            fields={[
              {
                label: words.programme,
                value: (
                  <Named
                    id={String(plan.record.body.programme)}
                    names={names}
                    context={context}
                    kinds={[workProgrammes]}
                  />
                ),
              },
              {
                label: words.report,
                value: <a href={context.href(`/report/${year}`)}>{words.report}</a>,
              },
            ]}
          />
          <Items plan={plan} names={names} context={context} />
          <Priorities plan={plan} names={names} context={context} />
          <Consultation told={plan.consultations} answers={loaded.answers} names={names} context={context} />
          <Section title={words.way} id="way">
            <Way steps={steps} context={context} />
          </Section>
          <Attached documents={loaded.documents} context={context} />
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const loaded = await load(context);
    if (loaded === null) return fail(problem('record_not_found', '', { id: context.params.year ?? '' }));
    const { page: words, columns } = planTexts(context.language);
    const keys = ['year', 'theme', 'responsible', 'expected', 'indicator', 'target', 'priority'] as const;
    const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? value : null);
    return ok({
      name: `${context.register.id}-plan-${loaded.plan.record.id}`,
      title: words.planOf(loaded.plan.record.id),
      columns: [
        { key: 'id', title: 'id', note: words.item },
        { key: 'title', title: 'title', note: words.item },
        ...keys.map((key) => ({ key, title: key, note: columns[key] })),
        { key: 'state', title: 'state', note: columns.state },
        { key: 'reason', title: 'reason', note: columns.reason },
      ],
      rows: loaded.plan.items.map((item) => ({
        id: item.id,
        title: localize(planItems.title(item.body), context.language, ['en']).text,
        year: loaded.plan.record.id,
        theme: themesOf(item)
          .map(([, id]) => id)
          .join('; '),
        responsible: text(item.body.responsible),
        expected: text(item.body.expected),
        indicator: text(item.body.indicator),
        target: text(item.body.target),
        priority: text(item.body.priority),
        state: item.state,
        reason: isOpen(item.state) ? null : text(item.details.reason),
      })),
      notes: exportNotes(context),
    });
  },
};

type Part = { plan: YearPlan; names: Names; context: PageContext };

/** A table a theme; an item stands under its main theme, without one under its dossier. */
function Items({ plan, names, context }: Part) {
  const words = planTexts(context.language).page;
  const groups = new Map<string, PlanItem[]>();
  for (const item of plan.items) {
    const [first] = themesOf(item);
    const key = first === undefined ? '' : `${first[0].name}/${first[1]}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  const titleOf = (key: string) => {
    const name = names.get(key);
    if (name !== undefined) return localize(name.title, context.language, ['en']).text;
    return key === '' ? words.withoutTheme : (key.split('/')[1] ?? key);
  };
  return (
    <Section title={words.items} id="items">
      {plan.items.length === 0 ? (
        <EmptyState why={words.itemsNone} who={words.itemsNoneWho} />
      ) : (
        [...groups].map(([key, items]) => (
          <DataTable<PlanItem>
            caption={titleOf(key)}
            captionShown
            rows={items}
            rowHref={({ id }) => context.href(planItems.href(id))}
            columns={[
              { title: words.item, cell: ({ body }) => <Lang text={planItems.title(body)} /> },
              {
                title: words.responsible,
                cell: ({ body }) => <Named id={String(body.responsible)} names={names} context={context} />,
              },
              {
                title: words.proposedBy,
                cell: ({ body }) => <Named id={String(body.proposed_by)} names={names} context={context} />,
              },
              {
                title: words.expected,
                cell: (item) => <Expected item={item} names={names} context={context} />,
              },
              {
                title: words.state,
                cell: ({ state, details }) => (
                  <>
                    <ItemMark state={state} context={context} />
                    {!isOpen(state) && typeof details.reason === 'string' && <small>{details.reason}</small>}
                  </>
                ),
              },
            ]}
          />
        ))
      )}
    </Section>
  );
}

/** In words, and below what measures it; an item that nothing measures says so. */
export function Expected({ item, names, context }: { item: PlanItem; names: Names; context: PageContext }) {
  const words = planTexts(context.language).page;
  const { expected, indicator, target } = item.body;
  const name = names.get(`${indicators.name}/${String(indicator)}`);
  return (
    <>
      {typeof expected === 'string' ? expected : null}
      <small>
        {typeof indicator === 'string' && typeof target === 'number'
          ? words.target(
              target.toLocaleString(context.language),
              name === undefined ? indicator : localize(name.title, context.language, ['en']).text,
            )
          : words.notMeasured}
      </small>
    </>
  );
}

/** Which priorities led to what; those of the year that led to nothing are said, too (§15.2.1). */
function Priorities({ plan, names, context }: Part) {
  const words = planTexts(context.language).page;
  const ofYear = new Set(
    plan.presidencies.filter(({ body }) => String(body.year) === plan.record.id).map(({ id }) => id),
  );
  const traced = tracePriorities(plan.presidencies, plan.items).filter(
    ({ presidency, items }) => ofYear.has(presidency) || items.length > 0,
  );
  const presidencyOf = (id: string) => plan.presidencies.find((one) => one.id === id);
  return (
    <Section title={words.priorities} id="priorities">
      {traced.length === 0 ? (
        <EmptyState why={words.prioritiesNone} />
      ) : (
        <DataTable<TracedPriority<PlanItem>>
          caption={words.priorities}
          rows={traced}
          columns={[
            {
              title: words.priority,
              cell: ({ priority, presidency }) => {
                const party = presidencyOf(presidency)?.body.party;
                return (
                  <>
                    {findWord(priority, context.language) ?? <span lang="en">{priority}</span>}
                    <small>
                      <a href={context.href(presidencies.href(presidency))}>
                        {String(presidencyOf(presidency)?.body.year ?? presidency)}
                      </a>
                      {typeof party === 'string' && (
                        <>
                          {' '}
                          <Named id={party} names={names} context={context} />
                        </>
                      )}
                    </small>
                  </>
                );
              },
            },
            {
              title: words.ledTo,
              cell: ({ items }) =>
                items.length === 0 ? (
                  <StatusMark tone="bad" text={words.ledToNone} />
                ) : (
                  <ul class="plain">
                    {items.map(({ id, body, state }) => (
                      <li>
                        <a href={context.href(planItems.href(id))}>
                          <Lang text={planItems.title(body)} />
                        </a>{' '}
                        <ItemMark state={state} context={context} />
                      </li>
                    ))}
                  </ul>
                ),
            },
          ]}
        />
      )}
    </Section>
  );
}
