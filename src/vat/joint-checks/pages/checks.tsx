import { indicators } from '#evidence';
import { fail, ok, problem } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { actionContextOf, offersToMake } from '#platform/actions/offers.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { pageOf } from '#platform/page/address.ts';
import { Basis, EmptyState, FieldList, Note, Section, Stack } from '#platform/page/components.tsx';
import { DataTable, Pagination } from '#platform/page/table.tsx';
import { texts } from '#platform/text/texts.ts';
import { loadNames, Named, NamedList } from '#union';
import { closedField, crumbsToVat, VatTabs } from '../../fields/pages/parts.tsx';
import { recordReading } from '../../fields/reading.ts';
import { listCheckIds, mostOpenChecks } from '../lists/store.ts';
import { endStates, jointChecks } from '../model.ts';
import { type ListedCheck, listCheckPlans } from '../store.ts';
import { jointCheckTexts } from '../text/texts.ts';
import { checksPath } from './door.ts';
import { datesText, isOwnNext, LateMark, nextOf, StateMark } from './parts.tsx';

/** What the union's evidence says of such checks (§12.3): shown where it stands, never copied. */
const recorded = ['VAT-HORSE-CORRECTIONS', 'VAT-HORSE-FINES'];

const pageSize = 50;
/** Either those on which something is left to do, or those that are closed or withdrawn: `list=closed`. */
const isOfClosed = ({ query }: PageContext) => query.get('list') === 'closed';

async function load(context: PageContext, part: 'page' | 'whole') {
  const acting = actionContextOf(context);
  const closed = isOfClosed(context);
  const slice =
    part === 'whole'
      ? { limit: null, offset: 0 }
      : closed
        ? { limit: pageSize, offset: (pageOf(context.query) - 1) * pageSize }
        : { limit: mostOpenChecks, offset: 0 };
  return context.read(async (tx) => {
    const { ids, total } = await listCheckIds(tx, acting, { closed, ...slice });
    const { checks, reader } = await listCheckPlans(tx, acting, ids);
    const moment = { register: context.register.id, knownAt: context.knownAt };
    const shown = [checks.map(({ states, invited }) => [states, invited]), recorded];
    const names = await loadNames(tx, moment, shown, [indicators]);
    const rank = (check: ListedCheck) =>
      isOwnNext(nextOf(check, reader))
        ? 0
        : check.late !== null
          ? 1
          : endStates.includes(check.standing.state)
            ? 3
            : 2;
    return {
      ...{ reader, names, total },
      rows: checks.toSorted(
        (a, b) => rank(a) - rank(b) || (a.from ?? '').localeCompare(b.from ?? '') || (a.id < b.id ? -1 : 1),
      ),
      figures: recorded.filter((id) => names.has(`${indicators.name}/${id}`)),
      offers: await offersToMake(tx, context, ['joint-checks/plan', 'joint-checks/propose']),
    };
  });
}

const listed = (rows: readonly ListedCheck[]) => rows.map(({ id, grant }) => [id, grant] as const);

/** The work list of the field: what waits for the reader comes first. */
export const checksPage: Page = {
  path: checksPath,
  navigation: 'practice',
  render: async (context) => {
    const { language } = context;
    const { page: words, goods } = jointCheckTexts(language);
    const { rows, total, names, reader, offers, figures } = await load(context, 'page');
    const closed = isOfClosed(context);
    const isSeated = reader.delegate.length + reader.observer.length > 0 || reader.isCoordinator;
    recordReading(context, jointChecks.name, listed(rows));
    return ok({
      title: words.title,
      lede: words.lede,
      crumbs: crumbsToVat(context),
      ...(rows.length === 0 ? {} : { exports: ['csv', 'xlsx', 'json'] as const }),
      body: (
        <Stack>
          <VatTabs current={checksPath} context={context} />
          <Offered offers={offers} context={context} />
          {rows.length > 0 && <Basis>{words.open}</Basis>}
          <Section title={words.list} id="checks">
            {rows.length > 0 ? (
              <>
                {reader.delegate.length === 0 && !reader.isCoordinator && <Note>{words.planOnly}</Note>}
                <DataTable<ListedCheck>
                  caption={words.list}
                  rows={rows}
                  rowHref={({ id }) => context.href(jointChecks.href(id))}
                  columns={[
                    { title: words.check, cell: ({ title }) => title },
                    { title: words.goods, cell: (check) => goods[check.goods] ?? check.goods },
                    {
                      title: words.state,
                      cell: ({ standing }) => <StateMark state={standing.state} language={language} />,
                      below: ({ late }) => <LateMark late={late} language={language} />,
                    },
                    {
                      title: words.states,
                      cell: ({ states }) => <NamedList ids={states} names={names} context={context} />,
                    },
                    {
                      title: words.waitingFor,
                      cell: ({ standing: { waiting } }) =>
                        waiting.length === 0 ? (
                          '–'
                        ) : (
                          <NamedList ids={waiting} names={names} context={context} />
                        ),
                    },
                    { title: words.dates, cell: (check) => datesText(check, language) },
                    {
                      title: words.facts,
                      figure: true,
                      cell: ({ factCount }) => factCount ?? '–',
                    },
                    { title: words.next, cell: (check) => words.nexts[nextOf(check, reader)] },
                  ]}
                />
                {closed ? (
                  <Pagination
                    number={pageOf(context.query)}
                    size={pageSize}
                    total={total}
                    label={words.list}
                    hrefOf={(page) => context.href(checksPath, { list: 'closed', page: String(page) })}
                  />
                ) : (
                  total > mostOpenChecks && <Note>{words.capped({ most: mostOpenChecks, total })}</Note>
                )}
              </>
            ) : isSeated ? (
              <EmptyState
                why={closed ? words.noneClosed : words.none}
                what={words.noneWhat}
                who={words.noneWho}
              />
            ) : (
              await closedField(context, 'joint_checks')
            )}
          </Section>
          {isSeated && (
            <p class="chips">
              <a class="chip" href={context.href(checksPath, closed ? {} : { list: 'closed' })}>
                {closed ? words.openList : words.closedList}
              </a>
            </p>
          )}
          {figures.length > 0 && (
            <Section title={words.recorded} id="recorded">
              <Note>{words.recordedWhat}</Note>
              <FieldList
                fields={figures.map((id) => ({
                  label: <code>{id}</code>,
                  value: <Named id={id} names={names} context={context} kinds={[indicators]} />,
                }))}
              />
            </Section>
          )}
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const { page: words, columns } = jointCheckTexts(context.language);
    const { rows } = await load(context, 'whole');
    if (rows.length === 0) return fail(problem('vat_checks_not_allowed'));
    recordReading(context, jointChecks.name, listed(rows));
    const notes = {
      id: texts(context.language).exports.id,
      title: words.check,
      goods: words.goods,
      state: columns.state,
      states: columns.states,
      waiting: columns.waiting,
      from: columns.from,
      until: columns.until,
      facts: columns.facts,
      late: columns.late,
      plan: columns.plan,
    };
    return ok({
      name: `${context.register.id}-joint-checks`,
      title: words.title,
      columns: Object.entries(notes).map(([key, note]) => ({ key, title: key, note })),
      rows: rows.map(({ id, title, goods, standing, states, from, until, factCount, late, plan }) => ({
        ...{ id, title, goods, state: standing.state, states: states.join(' ') },
        ...{ waiting: standing.waiting.join(' '), from, until },
        facts: factCount,
        ...{ late, plan },
      })),
      notes: [...exportNotes(context), words.open],
    });
  },
};
