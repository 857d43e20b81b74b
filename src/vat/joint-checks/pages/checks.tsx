import { indicators } from '#evidence';
import { fail, ok, problem } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { actionContextOf, offersToMake } from '#platform/actions/offers.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { Basis, EmptyState, FieldList, Note, Section, Stack } from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { texts } from '#platform/text/texts.ts';
import { loadNames, Named, NamedList } from '#union';
import { closedField, crumbsToVat, VatTabs } from '../../fields/pages/parts.tsx';
import { recordReading } from '../../fields/reading.ts';
import { jointChecks } from '../model.ts';
import { listSeenChecks, type SeenCheck } from '../store.ts';
import { jointCheckTexts } from '../text/texts.ts';
import { checksPath } from './door.ts';
import { datesText, isOwnNext, LateMark, nextOf, StateMark } from './parts.tsx';

/** What the union's evidence says of such checks (§12.3): shown where it stands, never copied. */
const recorded = ['VAT-HORSE-CORRECTIONS', 'VAT-HORSE-FINES'];

async function load(context: PageContext) {
  return context.read(async (tx) => {
    const { checks, reader } = await listSeenChecks(tx, actionContextOf(context));
    const moment = { register: context.register.id, knownAt: context.knownAt };
    const shown = [checks.map(({ states, invited }) => [states, invited]), recorded];
    const names = await loadNames(tx, moment, shown, [indicators]);
    const rank = (check: SeenCheck) =>
      isOwnNext(nextOf(check, reader))
        ? 0
        : check.late !== null
          ? 1
          : check.standing.state === 'closed'
            ? 3
            : 2;
    return {
      reader,
      names,
      rows: checks.toSorted(
        (a, b) => rank(a) - rank(b) || (a.from ?? '').localeCompare(b.from ?? '') || (a.id < b.id ? -1 : 1),
      ),
      figures: recorded.filter((id) => names.has(`${indicators.name}/${id}`)),
      offers: await offersToMake(tx, context, ['joint-checks/plan', 'joint-checks/propose']),
    };
  });
}

const listed = (rows: readonly SeenCheck[]) => rows.map(({ id, grant }) => [id, grant] as const);

/** The work list of the field: what waits for the reader comes first. */
export const checksPage: Page = {
  path: checksPath,
  navigation: 'practice',
  render: async (context) => {
    const { language } = context;
    const { page: words, goods } = jointCheckTexts(language);
    const { rows, names, reader, offers, figures } = await load(context);
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
                <DataTable<SeenCheck>
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
                      cell: ({ sight, facts }) => (sight === 'facts' ? facts.length : '–'),
                    },
                    { title: words.next, cell: (check) => words.nexts[nextOf(check, reader)] },
                  ]}
                />
              </>
            ) : isSeated ? (
              <EmptyState why={words.none} what={words.noneWhat} who={words.noneWho} />
            ) : (
              await closedField(context, 'joint_checks')
            )}
          </Section>
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
    const { rows } = await load(context);
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
      rows: rows.map(({ id, title, goods, standing, states, from, until, sight, facts, late, plan }) => ({
        ...{ id, title, goods, state: standing.state, states: states.join(' ') },
        ...{ waiting: standing.waiting.join(' '), from, until },
        facts: sight === 'facts' ? facts.length : null,
        ...{ late, plan },
      })),
      notes: [...exportNotes(context), words.open],
    });
  },
};
