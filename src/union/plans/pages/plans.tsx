import { formatDate } from '#kernel/dates.ts';
import { ok } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { offersToMake } from '#platform/actions/offers.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { EmptyState, Section, Stack, StatusMark } from '#platform/page/components.tsx';
import { Lang, MissingMark } from '#platform/page/missing.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { allRecords, type StoredRecord } from '#platform/records/records.ts';
import { listStates } from '#platform/records/transitions.ts';
import { loadNames } from '../../bodies/store.ts';
import { Named } from '../../names.tsx';
import { workProgrammes } from '../../programme/model.ts';
import { ProgrammeTabs } from '../../programme/pages/programme-tabs.tsx';
import { planTones } from '../../text/tones.ts';
import { wordFor } from '../../text/words/words.ts';
import { type PlanState, plans } from '../model.ts';
import { openItems } from '../rules/items.ts';
import { loadPlan, type YearPlan } from '../store.ts';
import { planTexts } from '../text/texts.ts';

async function load(context: PageContext) {
  const moment = { register: context.register.id, asOf: context.asOf, knownAt: context.knownAt };
  return context.read(async (tx) => {
    const records = await allRecords(tx, { ...moment, kinds: [plans.name] });
    const rows: YearPlan[] = [];
    for (const { id } of records) {
      const plan = await loadPlan(tx, moment, id);
      if (plan !== null) rows.push(plan);
    }
    return {
      rows: rows.sort((a, b) => (a.record.id < b.record.id ? 1 : -1)),
      programmes: await allRecords(tx, { ...moment, kinds: [workProgrammes.name] }),
      states: new Map(
        (await listStates(tx, { ...moment, kind: workProgrammes.name })).map((one) => [
          one.subject,
          one.state,
        ]),
      ),
      names: await loadNames(
        tx,
        moment,
        records.map(({ body }) => body.programme),
        [workProgrammes],
      ),
      offers: await offersToMake(tx, context, [
        'programmes/write',
        'plans/draft',
        'presidencies/put_forward',
      ]),
    };
  });
}

/** The mark of a plan's state, on every page alike. */
export function PlanMark({ state, context }: { state: string; context: PageContext }) {
  return (
    <StatusMark tone={planTones[state as PlanState] ?? 'none'} text={wordFor(state, context.language)} />
  );
}

/** Every yearly plan, and the programmes that they belong to. */
export const plansPage: Page = {
  path: '/plans',
  navigation: 'programme',
  render: async (context) => {
    const words = planTexts(context.language).page;
    const { rows, programmes, states, names, offers } = await load(context);
    const heldBy = (id: string) => rows.filter(({ record }) => record.body.programme === id);
    return ok({
      title: words.title,
      lede: words.lede,
      crumbs: [{ text: words.programme, href: context.href('/programme') }],
      exports: ['csv', 'xlsx', 'json'],
      body: (
        <Stack>
          <ProgrammeTabs current="plans" context={context} />
          <Offered offers={offers} context={context} />
          <Section title={words.title} id="plans">
            {rows.length === 0 ? (
              <EmptyState why={words.none} what={words.noneWhat} who={words.noneWho} />
            ) : (
              <DataTable<YearPlan>
                caption={words.title}
                rows={rows}
                rowHref={({ record }) => context.href(plans.href(record.id))}
                columns={[
                  { title: words.plan, cell: ({ record }) => words.planOf(record.id) },
                  {
                    title: words.programme,
                    cell: ({ record }) => (
                      <Named
                        id={String(record.body.programme)}
                        names={names}
                        context={context}
                        kinds={[workProgrammes]}
                      />
                    ),
                  },
                  { title: words.state, cell: ({ state }) => <PlanMark state={state} context={context} /> },
                  {
                    title: words.since,
                    cell: ({ since }) => (since === null ? null : formatDate(since, context.language)),
                  },
                  { title: words.items, figure: true, cell: ({ items }) => items.length },
                  { title: words.stillOpen, figure: true, cell: ({ items }) => openItems(items).length },
                ]}
              />
            )}
          </Section>
          <Section title={words.programmes} id="programmes">
            {programmes.length === 0 ? (
              <EmptyState why={words.programmesNone} who={words.noneWho} />
            ) : (
              <DataTable<StoredRecord>
                caption={words.programmes}
                rows={programmes}
                rowHref={({ id }) => context.href(workProgrammes.href(id))}
                columns={[
                  { title: words.programme, cell: ({ body }) => <Lang text={workProgrammes.title(body)} /> },
                  {
                    title: words.state,
                    cell: ({ id }) => <PlanMark state={states.get(id) ?? 'unknown'} context={context} />,
                  },
                  { title: words.years, cell: ({ body }) => `${body.start ?? '…'}–${body.end ?? '…'}` },
                  {
                    title: words.planned,
                    figure: true,
                    cell: ({ body }) =>
                      typeof body.plans === 'number' ? body.plans : <MissingMark reason="not_stated" />,
                  },
                  { title: words.drafted, figure: true, cell: ({ id }) => heldBy(id).length },
                ]}
              />
            )}
          </Section>
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const { rows } = await load(context);
    const { page: words, columns } = planTexts(context.language);
    return ok({
      name: `${context.register.id}-plans`,
      title: words.title,
      columns: [
        { key: 'year', title: 'year', note: columns.year },
        { key: 'programme', title: 'programme', note: columns.programme },
        { key: 'state', title: 'state', note: columns.state },
        { key: 'items', title: 'items', note: columns.items },
        { key: 'open', title: 'open', note: columns.open },
      ],
      rows: rows.map(({ record, state, items }) => ({
        year: record.id,
        programme: String(record.body.programme ?? ''),
        state,
        items: items.length,
        open: openItems(items).length,
      })),
      notes: exportNotes(context),
    });
  },
};
