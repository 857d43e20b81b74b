import { fail, ok, problem } from '#kernel/result.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { pageOf } from '#platform/page/address.ts';
import { Basis, EmptyState, Note, Section, Stack, StatusMark } from '#platform/page/components.tsx';
import { type Facet, RecordList } from '#platform/page/list.tsx';
import { casesBeside } from '../../cases/pages/cases.tsx';
import { ClosedField, crumbsToVat, VatTabs } from '../../fields/pages/parts.tsx';
import type { Run } from '../../runs/model.ts';
import { countRuns, findLatestRun, findRun, listRuns } from '../../runs/store.ts';
import { casesOf } from '../cases.ts';
import { alertHref, alertsPath, caseHref, runsPath } from '../model.ts';
import { monthOf, openParties } from '../reading.ts';
import { countsOf, type NarrowKey, narrow, narrowKeys, readNarrowed, seenOf } from '../rules/narrow.ts';
import { type ListedAlert, listLines } from '../store.ts';
import { alertTexts } from '../text/texts.ts';
import { archetypeWords, euros, inputWord, monthWord, percent, recordReading, valueWord } from './parts.tsx';

const pageSize = 50;
/** Runs that the list leads to; the page of runs has them all. */
const shownRuns = 12;
export const caseTones = { none: 'none', open: 'part', closed: 'good' } as const;

async function load(context: PageContext) {
  return context.read(async (tx) => {
    const open = await openParties(tx, context);
    const wanted = context.query.get('party');
    const by = open.find(({ party }) => party === wanted) ?? open[0];
    if (by === undefined) return null;
    const { register } = context;
    const named = context.query.get('run');
    const asked = named === null ? null : await findRun(tx, named);
    const own = asked?.register === register.id && asked.party === by.party && asked.state === 'done';
    const run = own ? asked : await findLatestRun(tx, register.id, by.party);
    const counts = await countRuns(tx, register.id, [by.party]);
    const others = await listRuns(tx, register.id, [by.party], { limit: shownRuns, state: 'done' });
    const lines = run === null ? [] : await listLines(tx, run.id);
    return {
      by,
      run,
      others,
      isUnderWay: counts.waiting + counts.running > 0,
      lines,
      cases: await casesOf(tx, context, by.party),
    };
  });
}
type Loaded = NonNullable<Awaited<ReturnType<typeof load>>>;

/** Parameters that the list keeps when it is narrowed. */
function keptOf({ query }: PageContext): Readonly<Record<string, string | null>> {
  return { run: query.get('run'), party: query.get('party') };
}

function facetsOf({ lines, cases }: Loaded, context: PageContext): readonly Facet[] {
  const { list: words } = alertTexts(context.language);
  const narrowed = readNarrowed(context.query);
  const chosen = Object.fromEntries(narrowKeys.map((key) => [key, narrowed[key]?.toString() ?? null]));
  const labels: Readonly<Record<NarrowKey, string>> = {
    archetype: words.archetypes,
    cases: words.case,
    least: words.least,
  };
  const said = (key: NarrowKey, value: string) => {
    if (key === 'archetype') return archetypeWords(value, context).name;
    if (key === 'least') return percent(Number(value) / 100, context);
    return words.cases[value as keyof typeof words.cases];
  };
  return narrowKeys.map((key) => ({
    key,
    label: labels[key],
    values: countsOf(lines, narrowed, cases, key).map(({ value, count }) => {
      const active = chosen[key] === value;
      return {
        ...{ value, count, active },
        label: said(key, value),
        href: context.href(alertsPath, { ...keptOf(context), ...chosen, [key]: active ? null : value }),
      };
    }),
  }));
}

/** The analyst's work list: whom the latest run of his state says to look at, by expected loss. */
export const alertsPage: Page = {
  path: alertsPath,
  navigation: 'practice',
  filters: true,
  render: async (context) => {
    const { list: words } = alertTexts(context.language);
    const head = { title: words.title, lede: words.lede, crumbs: crumbsToVat(context) };
    const loaded = await load(context);
    if (loaded === null)
      return ok({
        ...head,
        body: (
          <Stack>
            <VatTabs current={alertsPath} context={context} />
            <ClosedField context={context} />
          </Stack>
        ),
      });
    const { run, lines, cases, by, others } = loaded;
    const beside = await casesBeside(context);
    const rows = narrow(lines, readNarrowed(context.query), cases) as readonly ListedAlert[];
    const number = pageOf(context.query);
    const shown = rows.slice((number - 1) * pageSize, number * pageSize);
    if (run !== null)
      recordReading(context, by.grant, {
        ...{ what: 'alerts', run: run.id },
        traders: shown.map(({ trader }) => trader),
      });
    return ok({
      ...head,
      ...(rows.length === 0 ? {} : { exports: ['csv', 'xlsx', 'json'] as const }),
      body: (
        <Stack>
          <VatTabs current={alertsPath} context={context} />
          <Basis>{words.openTo}</Basis>
          {loaded.isUnderWay && (
            <Note>
              {words.running} <a href={context.href(runsPath)}>{words.noRunDo}</a>
            </Note>
          )}
          {run === null ? (
            <NoRun context={context} />
          ) : (
            <>
              <OfRun run={run} others={others} count={lines.length} context={context} />
              <RecordList<ListedAlert>
                caption={words.title}
                rows={shown}
                page={{
                  number,
                  size: pageSize,
                  total: rows.length,
                  hrefOf: (page) =>
                    context.href(alertsPath, { ...Object.fromEntries(context.query), page: String(page) }),
                }}
                {...(lines.length === 0 ? { empty: { why: words.noneHigh, what: words.noneHighWhat } } : {})}
                facets={lines.length === 0 ? [] : facetsOf(loaded, context)}
                clearHref={context.href(alertsPath, keptOf(context))}
                rowHref={({ trader }) => context.href(alertHref(run.id, trader))}
                columns={[
                  { title: words.trader, cell: ({ trader }) => trader },
                  {
                    title: words.expected,
                    figure: true,
                    cell: ({ expectedCents }) => euros(expectedCents, context),
                  },
                  {
                    title: words.probability,
                    figure: true,
                    cell: (line) => <Probability line={line} context={context} />,
                  },
                  {
                    title: words.archetypes,
                    cell: (line) => <Archetypes ids={line.archetypes} context={context} />,
                  },
                  {
                    title: words.reason,
                    cell: ({ reason }) => <TopReason reason={reason} context={context} />,
                  },
                  {
                    title: words.case,
                    cell: ({ trader }) => {
                      const seen = seenOf(cases, trader);
                      const known = cases.get(trader);
                      const mark = <StatusMark tone={caseTones[seen]} text={words.cases[seen]} />;
                      return known === undefined ? (
                        mark
                      ) : (
                        <a href={context.href(caseHref(known.id))}>{mark}</a>
                      );
                    },
                  },
                ]}
              />
            </>
          )}
          {beside}
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const { list: words, columns } = alertTexts(context.language);
    const loaded = await load(context);
    if (loaded === null || loaded.run === null || loaded.lines.length === 0)
      return fail(problem('vat_alerts_not_allowed'));
    const { run, cases, by, lines } = loaded;
    const rows = narrow(lines, readNarrowed(context.query), cases) as readonly ListedAlert[];
    recordReading(context, by.grant, {
      what: 'alerts',
      run: run.id,
      traders: rows.map(({ trader }) => trader),
    });
    return ok({
      name: `${context.register.id}-alerts-${run.month}`,
      title: words.title,
      columns: Object.entries(columns).map(([key, note]) => ({ key, title: key, note })),
      rows: rows.map(({ trader, probability, least, most, expectedCents, archetypes, reason }) => ({
        ...{ trader, probability, least, most, expected: expectedCents / 100 },
        archetypes: archetypes.join(','),
        reason: reason?.input ?? null,
        case: seenOf(cases, trader),
        ...{ month: run.month, run: run.id, synthetic: run.synthetic },
      })),
      notes: [...exportNotes(context), words.lede, ...(run.synthetic ? [words.made] : [])],
    });
  },
};

function OfRun({
  run,
  others: done,
  count,
  context,
}: {
  run: Run;
  others: readonly Run[];
  count: number;
  context: PageContext;
}) {
  const { list: words } = alertTexts(context.language);
  const others = done.filter(({ id }) => id !== run.id);
  return (
    <Section
      title={words.run({ month: monthWord(monthOf(run.month), context), count })}
      id="run"
      tools={[{ text: words.noRunDo, href: context.href(runsPath) }]}
    >
      {run.synthetic && <p>{words.made}</p>}
      {others.length > 0 && (
        <p class="chips">
          {words.older}:{' '}
          {others.map(({ id, month }) => (
            <a class="chip" href={context.href(alertsPath, { ...keptOf(context), run: id })}>
              {monthWord(monthOf(month), context)}
            </a>
          ))}
        </p>
      )}
    </Section>
  );
}

function NoRun({ context }: { context: PageContext }) {
  const { list: words } = alertTexts(context.language);
  return (
    <Section title={words.title} id="alerts">
      <EmptyState
        why={words.noRun}
        what={
          <>
            {words.noRunWhat} <a href={context.href(runsPath)}>{words.noRunDo}</a>
          </>
        }
        who={words.noRunWho}
      />
    </Section>
  );
}

export function Probability({ line, context }: { line: ListedAlert; context: PageContext }) {
  const { list: words } = alertTexts(context.language);
  const bounds = { least: percent(line.least, context), most: percent(line.most, context) };
  return (
    <>
      {percent(line.probability, context)} <small>{words.interval(bounds)}</small>
    </>
  );
}

export function Archetypes({ ids, context }: { ids: readonly string[]; context: PageContext }) {
  if (ids.length === 0) return <>–</>;
  return <>{ids.map((id) => archetypeWords(id, context).name).join('; ')}</>;
}

function TopReason({ reason, context }: { reason: ListedAlert['reason']; context: PageContext }) {
  if (reason === null) return null;
  return (
    <>
      {inputWord(reason.input, context)} <small>{valueWord(reason.input, reason.value, context)}</small>
    </>
  );
}
