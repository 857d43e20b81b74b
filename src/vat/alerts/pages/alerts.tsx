import { formatDate, type PartialDate } from '#kernel/dates.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { pageOf } from '#platform/page/address.ts';
import { Basis, EmptyState, Note, Section, Stack, StatusMark } from '#platform/page/components.tsx';
import { type Facet, RecordList } from '#platform/page/list.tsx';
import { casesBeside } from '../../cases/pages/cases.tsx';
import { closedField, crumbsToVat, VatTabs } from '../../fields/pages/parts.tsx';
import { mostAlerts, type Run, usualThreshold } from '../../runs/model.ts';
import { countRuns, findLatestRun, findRun, listRuns } from '../../runs/store.ts';
import { inputWord } from '../../scoring/input-word.ts';
import { casesOf } from '../cases.ts';
import { alertHref, alertsPath, caseHref, runsPath } from '../model.ts';
import { monthOf, openParties } from '../reading.ts';
import { countsOf, type NarrowKey, narrow, narrowKeys, readNarrowed, seenOf } from '../rules/narrow.ts';
import { asideIn, divided, type SetAside, searched } from '../rules/set-aside.ts';
import { listAsides } from '../set-aside/store.ts';
import { type ListedAlert, listLines } from '../store.ts';
import { alertTexts } from '../text/texts.ts';
import { archetypeWords, count, euros, monthWord, percent, recordReading, valueWord } from './parts.tsx';

const pageSize = 25;
/** Runs that the list leads to; the page of runs has them all. */
const shownRuns = 12;
export const caseTones = { none: 'none', open: 'part', closed: 'good' } as const;

/** Whether what was set aside is looked at. */
const isApart = ({ query }: PageContext) => query.get('aside') === 'yes';
const textOf = ({ query }: PageContext) => (query.get('q') ?? '').trim();

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
    const asides = await listAsides(tx, register.id, by.party);
    const { toLookAt, aside } = run === null ? { toLookAt: [], aside: [] } : divided(lines, asides, run);
    return {
      ...{ by, run, others, asides },
      isUnderWay: counts.waiting + counts.running > 0,
      all: lines,
      apart: aside.length,
      lines: searched(isApart(context) ? aside : toLookAt, textOf(context)),
      cases: await casesOf(tx, context, by.party),
    };
  });
}
type Loaded = NonNullable<Awaited<ReturnType<typeof load>>>;

/** Parameters that the list keeps when it is narrowed. */
function keptOf({ query }: PageContext): Readonly<Record<string, string | null>> {
  return {
    ...{ run: query.get('run'), party: query.get('party') },
    ...{ aside: query.get('aside'), q: query.get('q') },
  };
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

/** The analyst's work list: whom the latest run of his state says to look at, by trade at stake. */
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
            {await closedField(context, 'cases')}
          </Stack>
        ),
      });
    const { run, all, lines, cases, by, asides } = loaded;
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
          ) : all.length === 0 ? (
            <NoAlert run={run} context={context} />
          ) : (
            <>
              <OfRun loaded={loaded} run={run} context={context} />
              <RecordList<ListedAlert>
                caption={isApart(context) ? words.asideTitle : words.title}
                rows={shown}
                page={{
                  number,
                  size: pageSize,
                  total: rows.length,
                  hrefOf: (page) =>
                    context.href(alertsPath, { ...Object.fromEntries(context.query), page: String(page) }),
                }}
                {...emptyOf(loaded, context)}
                facets={lines.length === 0 ? [] : facetsOf(loaded, context)}
                search={{
                  action: context.href(alertsPath).split('?')[0] ?? '',
                  text: textOf(context),
                  kept: [...context.query].filter(([name]) => name !== 'q' && name !== 'page'),
                }}
                clearHref={context.href(alertsPath, { ...keptOf(context), q: null })}
                rowHref={({ trader }) => context.href(alertHref(run.id, trader))}
                columns={[
                  { title: words.trader, cell: ({ trader }) => trader },
                  {
                    title: words.expected,
                    figure: true,
                    cell: ({ atStakeCents }) => euros(atStakeCents, context),
                  },
                  {
                    title: words.probability,
                    figure: true,
                    cell: (line) => <Probability line={line} context={context} />,
                  },
                  {
                    title: isApart(context) ? words.asideWhy : words.why,
                    cell: (line) =>
                      isApart(context) ? (
                        <WhyAside aside={asideIn(asides, line.trader, run)} context={context} />
                      ) : (
                        <Why line={line} context={context} />
                      ),
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
    const { run, cases, by, lines, asides } = loaded;
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
      rows: rows.map(({ trader, probability, least, most, atStakeCents, archetypes, reason }) => ({
        ...{ trader, probability, least, most, at_stake: atStakeCents / 100 },
        archetypes: archetypes.join(','),
        reason: reason?.input ?? null,
        case: seenOf(cases, trader),
        aside: asideIn(asides, trader, run) !== null,
        aside_reason: asideIn(asides, trader, run)?.reason ?? null,
        ...{ month: run.month, run: run.id, synthetic: run.synthetic },
      })),
      notes: [...exportNotes(context), words.lede, ...(run.synthetic ? [words.made] : [])],
    });
  },
};

/** Why the list is empty, where it is not by its filters. */
function emptyOf({ lines, apart }: Loaded, context: PageContext) {
  const { list: words } = alertTexts(context.language);
  if (lines.length > 0 || textOf(context) !== '') return {};
  if (isApart(context)) return { empty: { why: words.asideNone, what: words.asideNoneWhat } };
  return apart === 0 ? {} : { empty: { why: words.allAside, what: words.allAsideWhat } };
}

function OfRun({ loaded, run, context }: { loaded: Loaded; run: Run; context: PageContext }) {
  const { list: words } = alertTexts(context.language);
  const { all, apart } = loaded;
  const others = loaded.others.filter(({ id }) => id !== run.id);
  const own = { run: context.query.get('run'), party: context.query.get('party') };
  const views = [
    { text: words.toLookAt({ count: all.length - apart }), aside: null, chosen: !isApart(context) },
    { text: words.aside({ count: apart }), aside: 'yes', chosen: isApart(context) },
  ];
  return (
    <Section
      title={words.run({ month: monthWord(monthOf(run.month), context), ...reachOf(all, context) })}
      id="run"
      tools={[{ text: words.noRunDo, href: context.href(runsPath) }]}
    >
      {run.synthetic && <p>{words.made}</p>}
      <p>{shownWords(run, all, context)}</p>
      <p class="chips">
        {views.map(({ text, aside, chosen }) => (
          <a
            class="chip"
            href={context.href(alertsPath, { ...own, aside })}
            aria-current={chosen ? 'page' : undefined}
          >
            {text}
          </a>
        ))}
      </p>
      {others.length > 0 && (
        <p class="chips">
          {words.older}:{' '}
          {others.map(({ id, month }) => (
            <a class="chip" href={context.href(alertsPath, { party: own.party, run: id })}>
              {monthWord(monthOf(month), context)}
            </a>
          ))}
        </p>
      )}
    </Section>
  );
}

/** Of how many traders these are, by what they were chosen, and what the threshold has to do with it. */
function shownWords({ scored }: Run, all: readonly ListedAlert[], context: PageContext): string {
  const { list: words } = alertTexts(context.language);
  const most = count(mostAlerts, context);
  const shown = count(all.length, context);
  const of =
    scored === null
      ? words.shownOld({ count: shown, most })
      : words.shown({ count: shown, scored: count(scored, context), most });
  return `${of} ${words.reach(reachOf(all, context))}`;
}

/** How many are listed, and how many of these from the threshold on. */
const reachOf = (all: readonly ListedAlert[], context: PageContext) => ({
  count: count(all.length, context),
  above: count(all.filter(({ probability }) => probability >= usualThreshold).length, context),
  threshold: percent(usualThreshold, context),
});

function WhyAside({ aside, context }: { aside: SetAside | null; context: PageContext }) {
  const { list: words } = alertTexts(context.language);
  if (aside === null) return null;
  const day = formatDate(aside.on as PartialDate, context.language);
  return (
    <>
      {aside.reason}{' '}
      <small>
        {words.asideOn({ day })}
        {aside.by !== null && `, ${words.by({ who: aside.by })}`}
      </small>
    </>
  );
}

function NoAlert({ run, context }: { run: Run; context: PageContext }) {
  const { list: words } = alertTexts(context.language);
  const month = monthWord(monthOf(run.month), context);
  return (
    <Section title={words.runEmpty({ month })} id="alerts">
      <EmptyState
        why={words.noneHigh}
        what={
          <>
            {words.noneHighWhat({ month })} <a href={context.href(runsPath)}>{words.noRunDo}</a>
          </>
        }
        who={words.noRunWho}
      />
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

/** What it looks like, and beneath it the strongest reason. */
function Why({ line, context }: { line: ListedAlert; context: PageContext }) {
  const { archetypes, reason } = line;
  return (
    <>
      {archetypes.length > 0 && <Archetypes ids={archetypes} context={context} />}
      {reason !== null && (
        <small>
          {inputWord(reason.input, context.language)}: {valueWord(reason.input, reason.value, context)}
        </small>
      )}
    </>
  );
}
