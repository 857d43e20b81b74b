import { formatInstant } from '#kernel/dates.ts';
import { ok } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { type Offer, offersToMake } from '#platform/actions/offers.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { BarRow, Basis, EmptyState, Note, Section, Stack, StatusMark } from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { ClosedField, crumbsToVat, VatTabs } from '../../fields/pages/parts.tsx';
import type { Run } from '../../runs/model.ts';
import { listRuns } from '../../runs/store.ts';
import { alertsPath, runsPath } from '../model.ts';
import { monthOf, openParties } from '../reading.ts';
import { countAlerts, listMakings, type Making } from '../store.ts';
import { alertTexts } from '../text/texts.ts';
import { count, monthWord } from './parts.tsx';

const tones = { waiting: 'none', running: 'part', stopped: 'none', done: 'good', failed: 'bad' } as const;
const isUnderWay = ({ state }: { readonly state: string }) => state === 'waiting' || state === 'running';

async function load(context: PageContext) {
  return context.read(async (tx) => {
    const open = await openParties(tx, context);
    const [by] = open;
    if (by === undefined) return null;
    const { register } = context;
    const runs = await listRuns(
      tx,
      register.id,
      open.map(({ party }) => party),
    );
    const makings = await listMakings(tx, register.id);
    const given = open.length === 1 ? { party: by.party } : {};
    const names = ['vat-runs/start', ...(register.meta.synthetic === true ? ['vat-runs/make-up'] : [])];
    const acts = new Map<string, readonly Offer[]>();
    for (const { id, party, state } of runs) {
      const name = isUnderWay({ state }) ? ['vat-runs/stop'] : state === 'done' ? [] : ['vat-runs/resume'];
      acts.set(id, await offersToMake(tx, context, name, { party, run: id }));
    }
    return {
      runs,
      makings,
      acts,
      offers: await offersToMake(tx, context, names, given),
      counts: await countAlerts(
        tx,
        runs.map(({ id }) => id),
      ),
    };
  });
}
type Loaded = NonNullable<Awaited<ReturnType<typeof load>>>;

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
            <ClosedField context={context} />
          </Stack>
        ),
      });
    const { runs, makings, offers } = loaded;
    const isLive = [...runs, ...makings].some(isUnderWay);
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
              <RunTable {...loaded} context={context} />
            )}
          </Section>
          {isMade && <Makings makings={makings} context={context} />}
        </Stack>
      ),
    });
  },
};

function RunTable({ runs, counts, acts, context }: Loaded & { context: PageContext }) {
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
        { title: words.progress, cell: (run) => <Progress run={run} context={context} /> },
        {
          title: words.alerts,
          cell: ({ id, state, party }) =>
            state === 'done' ? (
              <a href={context.href(alertsPath, { run: id, party })}>
                {words.toAlerts({ count: counts.get(id) ?? 0 })}
              </a>
            ) : null,
        },
        { title: words.began, cell: ({ beganAt }) => <Time at={beganAt} context={context} /> },
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

function Time({ at, context }: { at: Date | null; context: Pick<PageContext, 'language'> }) {
  return at === null ? null : <>{formatInstant(at.toISOString(), context.language)} UTC</>;
}

function Progress({ run, context }: { run: Run; context: Pick<PageContext, 'language'> }) {
  const { runs: words } = alertTexts(context.language);
  const { state, stage, done, total, problem } = run;
  if (state === 'failed')
    return (
      <>
        {problem?.code === 'vat_nothing_declared' ? words.noneFailed : words.failedWhat}
        {typeof problem?.params.message === 'string' && <small>{problem.params.message}</small>}
      </>
    );
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
              cell: ({ state, stage, done, total, problem }) =>
                state === 'running' && stage !== null ? (
                  <BarRow
                    label={words.stages[stage]}
                    share={total === 0 ? null : done / total}
                    text={total === 0 ? '' : words.of({ done, total })}
                  />
                ) : (
                  problem && String(problem.params.message)
                ),
            },
          ]}
        />
      )}
    </Section>
  );
}
