import { formatInstant } from '#kernel/dates.ts';
import { ok } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { type Offer, offersToMake } from '#platform/actions/offers.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { pageOf } from '#platform/page/address.ts';
import { BarRow, Basis, EmptyState, Note, Section, Stack, StatusMark } from '#platform/page/components.tsx';
import { DataTable, Pagination } from '#platform/page/table.tsx';
import { closedField, crumbsToVat, VatTabs } from '../../fields/pages/parts.tsx';
import { vatFolder } from '../../intake/commands.ts';
import { type Run, type RunState, rulesVersion, usualThreshold } from '../../runs/model.ts';
import { rulesOf } from '../../runs/stages.ts';
import { countRuns, listRuns } from '../../runs/store.ts';
import { alertsPath, runsPath } from '../model.ts';
import { monthOf, openParties } from '../reading.ts';
import { faultOf, faultOfRun } from '../rules/fault.ts';
import { type AlertCount, countAlerts, listMakings, type Making, namesOfAskers } from '../store.ts';
import { alertTexts } from '../text/texts.ts';
import { count, monthWord, percent } from './parts.tsx';

const tones = { waiting: 'none', running: 'part', stopped: 'none', done: 'good', failed: 'bad' } as const;
const isUnderWay = ({ state }: { readonly state: string }) => state === 'waiting' || state === 'running';

/** Runs of one page: two years of a state's months. */
const pageSize = 24;

async function load(context: PageContext) {
  return context.read(async (tx) => {
    const open = await openParties(tx, context);
    const [by] = open;
    if (by === undefined) return null;
    const { register } = context;
    const parties = open.map(({ party }) => party);
    const byState = await countRuns(tx, register.id, parties);
    const total = Object.values(byState).reduce((sum, one) => sum + one, 0);
    const number = Math.min(pageOf(context.query), Math.max(1, Math.ceil(total / pageSize)));
    const page = { limit: pageSize, offset: (number - 1) * pageSize };
    const runs = await listRuns(tx, register.id, parties, page);
    const makings = await listMakings(tx, register.id);
    const given = open.length === 1 ? { party: by.party } : {};
    const acts = new Map<string, readonly Offer[]>();
    const ended = new Set<string>();
    for (const { id, party, state } of runs) {
      if (await isOfOtherRules(id, state, context)) ended.add(id);
      const goesOn = state !== 'done' && !ended.has(id);
      const name = isUnderWay({ state }) ? ['vat-runs/stop'] : goesOn ? ['vat-runs/resume'] : [];
      acts.set(id, await offersToMake(tx, context, name, { party, run: id }));
    }
    const start = await offersToMake(tx, context, ['vat-runs/start'], given);
    const makeUp =
      register.meta.synthetic === true ? await offersToMake(tx, context, ['vat-runs/make-up'], given) : [];
    return {
      ...{ runs, makings, acts, ended, total, number },
      isLive: byState.waiting + byState.running > 0 || makings.some(isUnderWay),
      // Of nothing there is no run: where nothing was made up yet, that comes first.
      offers: makings.length === 0 ? [...makeUp, ...start] : [...start, ...makeUp],
      askers: await namesOfAskers(
        tx,
        runs.map(({ id }) => id),
      ),
      counts: await countAlerts(
        tx,
        runs.map(({ id }) => id),
        usualThreshold,
      ),
    };
  });
}
type Loaded = NonNullable<Awaited<ReturnType<typeof load>>>;

/** Of a run that would have to be gone on with: whether it was begun by other rules, and cannot be. */
async function isOfOtherRules(
  id: string,
  state: RunState,
  { register, dataFolder }: PageContext,
): Promise<boolean> {
  if (state !== 'stopped' && state !== 'failed') return false;
  const rules = await rulesOf(vatFolder(dataFolder, register.id), id);
  return rules !== null && rules !== rulesVersion;
}

/** What was scored when, how far a run is, and how to start one. */
export const runsPage: Page = {
  path: runsPath,
  navigation: 'practice',
  render: async (context) => {
    const { runs: words, list } = alertTexts(context.language);
    const head = { title: words.title, lede: words.lede, crumbs: crumbsToVat(context) };
    const loaded = await load(context);
    if (loaded === null)
      return ok({
        ...head,
        body: (
          <Stack>
            <VatTabs current={runsPath} context={context} />
            {await closedField(context, 'cases')}
          </Stack>
        ),
      });
    const { runs, makings, offers, isLive, total, number } = loaded;
    const isMade = context.register.meta.synthetic === true;
    return ok({
      ...head,
      body: (
        <Stack>
          <VatTabs current={runsPath} context={context} />
          <Basis>{list.openTo}</Basis>
          {isLive && (
            <div data-live="">
              <Note>
                {words.live} <a href={context.href(runsPath)}>{words.reload}</a>
              </Note>
            </div>
          )}
          <Offered offers={offers} context={context} />
          <Section title={words.list} id="runs">
            {runs.length === 0 ? (
              <EmptyState
                why={words.none}
                what={isMade && makings.length === 0 ? words.noneMade : words.noneWhat}
                who={words.noneWho}
              />
            ) : (
              <>
                <RunTable {...loaded} context={context} />
                <Pagination
                  number={number}
                  size={pageSize}
                  total={total}
                  hrefOf={(page) => context.href(runsPath, { page: String(page) })}
                />
              </>
            )}
          </Section>
          {isMade && <Makings makings={makings} context={context} />}
        </Stack>
      ),
    });
  },
};

function RunTable({ runs, askers, counts, acts, ended, context }: Loaded & { context: PageContext }) {
  const { runs: words, list } = alertTexts(context.language);
  return (
    <DataTable<Run>
      caption={words.list}
      rows={runs}
      columns={[
        {
          title: words.month,
          cell: ({ month, party, synthetic }) => (
            <>
              {monthWord(monthOf(month), context)} <small>{party}</small>
              {synthetic && <small>{list.madeShort}</small>}
            </>
          ),
        },
        {
          title: words.state,
          cell: ({ state }) => <StatusMark tone={tones[state]} text={words.states[state]} />,
        },
        {
          title: words.progress,
          cell: (run) => <Progress run={run} isOver={ended.has(run.id)} context={context} />,
        },
        {
          title: words.alerts,
          cell: ({ id, state, party, scored }) =>
            state === 'done' ? (
              <>
                <a href={context.href(alertsPath, { run: id, party })}>
                  {listedWords(counts.get(id), context)}
                </a>
                {scored !== null && <small>{words.ofScored({ scored: count(scored, context) })}</small>}
              </>
            ) : null,
        },
        {
          title: words.began,
          cell: ({ id, beganAt, askedBy }) => (
            <>
              <Time at={beganAt} context={context} />{' '}
              <small>
                {askedBy === 'operator' ? words.askedByNode : askerWords(askers.get(id), context)}
              </small>
            </>
          ),
        },
        { title: words.ended, cell: ({ endedAt }) => <Time at={endedAt} context={context} /> },
        {
          title: words.what,
          cell: ({ id }) => (
            <>
              {(acts.get(id) ?? []).map(({ title, href }) => (
                <a href={href}>{title}</a>
              ))}
            </>
          ),
        },
      ]}
    />
  );
}

/** How many the run lists, and how many of these are worth a look by the line that it drew. */
function listedWords(counted: AlertCount | undefined, context: Pick<PageContext, 'language'>): string {
  return alertTexts(context.language).runs.toAlerts({
    count: count(counted?.count ?? 0, context),
    above: count(counted?.above ?? 0, context),
    threshold: percent(usualThreshold, context),
  });
}

function askerWords(name: string | undefined, context: Pick<PageContext, 'language'>): string {
  return name === undefined ? '' : alertTexts(context.language).runs.askedBy({ who: name });
}

function Time({ at, context }: { at: Date | null; context: Pick<PageContext, 'language'> }) {
  return at === null ? null : <>{formatInstant(at.toISOString(), context.language)} UTC</>;
}

function Progress({
  run,
  isOver,
  context,
}: {
  run: Run;
  /** It cannot be gone on with. */
  isOver: boolean;
  context: Pick<PageContext, 'language'>;
}) {
  const { runs: words } = alertTexts(context.language);
  const { state, stage, done, total, problem } = run;
  if (isOver) return <>{words.faults.other_rules}</>;
  if (state === 'failed') {
    const fault = problem === null ? 'unknown' : faultOfRun(problem);
    return (
      <>
        {words.faults[fault]}
        {fault !== 'nothing_declared' && fault !== 'other_rules' && (
          <small>
            {stage !== null && `${words.runStages[stage]}. `}
            {words.faultNumber({ id: run.id })}
          </small>
        )}
      </>
    );
  }
  if (state === 'done' || stage === null) return null;
  return (
    <BarRow
      label={words.runStages[stage]}
      share={total === 0 ? null : done / total}
      text={words.of({ done: count(done, context), total: count(total, context) })}
    />
  );
}

function Makings({
  makings,
  context,
}: {
  makings: readonly Making[];
  context: Pick<PageContext, 'language'>;
}) {
  const { runs: words } = alertTexts(context.language);
  return (
    <Section title={words.makings} id="makings">
      <p>{words.makingsWhat}</p>
      {makings.length > 0 && (
        <DataTable<Making>
          caption={words.makings}
          rows={makings}
          columns={[
            { title: words.seed, cell: ({ seed }) => String(seed) },
            {
              title: words.size,
              cell: ({ traders, months }) => words.sizeLine({ traders: count(traders, context), months }),
            },
            { title: words.last, cell: ({ lastMonth }) => monthWord(monthOf(lastMonth), context) },
            {
              title: words.state,
              cell: ({ state }) => <StatusMark tone={tones[state]} text={words.states[state]} />,
            },
            {
              title: words.progress,
              cell: ({ id, state, stage, done, total, problem }) =>
                state === 'running' && stage !== null ? (
                  <BarRow
                    label={words.stages[stage]}
                    share={total === 0 ? null : done / total}
                    text={total === 0 ? '' : words.of({ done, total })}
                  />
                ) : (
                  problem !== null && (
                    <>
                      {words.makingFaults[faultOf(problem)]}
                      <small>{words.faultNumber({ id })}</small>
                    </>
                  )
                ),
            },
          ]}
        />
      )}
    </Section>
  );
}
