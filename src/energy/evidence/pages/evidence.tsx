import { figureText, findEvidenceWord, indicators, LaterFigures, loadSeries, type Series } from '#evidence';
import { ok } from '#kernel/result.ts';
import { actionContextOf } from '#platform/actions/offers.ts';
import type { Page, PageContext } from '#platform/module.ts';
import {
  EmptyState,
  Note,
  Section,
  Sources,
  Stack,
  StatusMark,
  Verdict,
} from '#platform/page/components.tsx';
import { MissingMark } from '#platform/page/missing.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { standardOf } from '../../adequacy/standards.ts';
import { number } from '../../days/pages/parts.tsx';
import { seatsOpen } from '../../exercise/body.ts';
import { reportHref, secretariat } from '../../exercise/model.ts';
import { closedRoom } from '../../exercise/pages/parts.tsx';
import { type KeptExercise, listExercises } from '../../exercise/store.ts';
import { exerciseTexts } from '../../exercise/text/texts.ts';
import type { AdequacyEvidence, Estimated, Exactness } from '../model.ts';
import { type Taken, timesOf } from '../rules/exercise-times.ts';
import {
  type Figure,
  figuresOfExactness,
  figuresOfLedger,
  type Reason,
  realOf,
  whyApart,
} from '../rules/figures.ts';
import { evidenceTexts } from '../text/texts.ts';
import {
  amountText,
  besideText,
  claimRows,
  crumbsToEvidence,
  evidencePath,
  figuresOf,
  type KeptEvidence,
  loadKept,
  madeUpPath,
  modeText,
  ordersText,
  periodText,
  rowsOf,
  runHref,
  tableOf,
  ValueOf,
} from './parts.tsx';

/** Under which the register records what coupling was said to bring (evaluation, §13.3). */
const claimed = 'ENE-WELFARE';

/** Comparisons of which the page tells; the page of what is made up has all. */
const shownLedgers = 6;
/** Exercises of which it tells. */
const shownExercises = 24;

/** What was claimed, and then what of it is missing; null: the register records nothing of it. */
async function loadClaim({ register, asOf, knownAt, read }: PageContext): Promise<Series | null> {
  const { series } = await read((tx) => loadSeries(tx, { register: register.id, asOf, knownAt }, claimed));
  if (series === undefined) return null;
  const isMissing = ({ value }: Series['points'][number]) => Number(value.kind === 'missing');
  return { ...series, points: series.points.toSorted((one, other) => isMissing(one) - isMissing(other)) };
}

type Exercises = { readonly exercises: readonly KeptExercise[]; readonly total: number };

/** Those in which the reader has a seat, as on the page of exercises; null: he has none. That he looked goes into the journal. */
async function loadExercises(context: PageContext): Promise<Exercises | null> {
  const { register } = context;
  const seats = await context.read((tx) => seatsOpen(tx, actionContextOf(context)));
  if (seats.size === 0) return null;
  const parties = seats.has(secretariat) ? null : [...seats.keys()];
  const found = await context.read((tx) =>
    listExercises(tx, register.id, parties, { limit: shownExercises, offset: 0 }),
  );
  const grant = [...seats.values()].find((one) => one !== null) ?? null;
  if (found.exercises.length > 0)
    context.record({
      ...{ event: 'energy_exercises.times_read', register: register.id, subject: null, payload: {} },
      ...{ party: grant?.party ?? null, purpose: grant?.basis ?? null },
    });
  return found;
}

/** The claim of 2008 beside what this node's runs show, and never together with it; what of it is real, and what is made up. */
export const evidencePage: Page = {
  path: evidencePath,
  navigation: 'practice',
  render: async (context) => {
    const { page: words } = evidenceTexts(context.language);
    const claim = await loadClaim(context);
    const exercises = await loadExercises(context);
    const closed = exercises === null ? await closedRoom(context) : null;
    return async () => {
      const kept = await loadKept(context.dataFolder);
      return ok({
        title: words.title,
        lede: words.lede,
        crumbs: crumbsToEvidence(context),
        exports: ['csv', 'xlsx', 'json'] as const,
        body: (
          <Stack>
            <Note>{words.noBooks}</Note>
            {kept.unreadable > 0 && <Note>{words.unreadable(kept.unreadable)}</Note>}
            <Claim claim={claim} kept={kept} context={context} />
            <Ours kept={kept} context={context} />
            <Exact kept={kept} context={context} />
            <Adequacy kept={kept} context={context} />
            <Section title={words.exercises} id="exercises">
              {exercises === null ? closed : <Times {...exercises} context={context} />}
            </Section>
          </Stack>
        ),
      });
    };
  },
  /** Of the claim and of what is real alone: what is made up has a file of its own. */
  exportTable: async (context) => {
    const { page: words } = evidenceTexts(context.language);
    const claim = await loadClaim(context);
    return async () => {
      const figures = realOf(figuresOf(await loadKept(context.dataFolder)));
      return ok(
        tableOf(context, {
          ...{ name: `${context.register.id}-energy-evidence`, title: words.title, note: words.exportReal },
          rows: [...(claim === null ? [] : claimRows(claim)), ...rowsOf(figures)],
        }),
      );
    };
  },
};

type Shown = { readonly kept: KeptEvidence; readonly context: PageContext };

function Claim({ claim, kept, context }: Shown & { readonly claim: Series | null }) {
  const { language } = context;
  const { page: words } = evidenceTexts(language);
  if (claim === null)
    return (
      <Section title={words.claim} id="claim">
        <EmptyState why={words.claimNone} what={words.claimNoneWhat} />
      </Section>
    );
  const welfare = kept.ledgers.flatMap(figuresOfLedger).filter(({ indicator }) => indicator === 'welfare');
  const reasons = [...new Set(welfare.flatMap((figure): readonly Reason[] => whyApart(claim, figure)))];
  return (
    <Section title={words.claim} id="claim">
      <p>{words.claimWhat}</p>
      <DataTable<Series['points'][number]>
        caption={words.claim}
        rows={claim.points}
        columns={[
          {
            title: words.value,
            cell: ({ value }) =>
              value.kind === 'missing' ? (
                <MissingMark reason={value.reason} note={value.note} />
              ) : (
                figureText(value, claim.unit, language)
              ),
          },
          {
            title: words.method,
            cell: ({ method }) =>
              method === null ? words.notStated : (findEvidenceWord(method, language) ?? method),
          },
          { title: words.period, cell: ({ year }) => year ?? words.notStated },
          { title: words.area, cell: ({ geography }) => geography ?? words.notStated },
          { title: words.beside, cell: ({ definition }) => definition ?? words.notStated },
          {
            title: words.source,
            cell: ({ source }) => <Sources register={context.register} sections={source} />,
          },
        ]}
      />
      <LaterFigures count={claim.later ?? 0} />
      {reasons.length > 0 && (
        <Verdict tone="part" title={words.apart}>
          <ul class="plain">
            {reasons.map((reason) => (
              <li>{words.reasons[reason]}</li>
            ))}
          </ul>
        </Verdict>
      )}
      <p>
        <a href={context.href(indicators.href(claim.id))}>{words.claimSeries}</a>
      </p>
    </Section>
  );
}

function Ours({ kept, context }: Shown) {
  const { language } = context;
  const { page: words } = evidenceTexts(language);
  const { ledgers, since } = kept;
  const figures = ledgers.slice(0, shownLedgers).flatMap(figuresOfLedger);
  return (
    <Section
      title={words.ours}
      id="ours"
      tools={ledgers.length === 0 ? [] : [{ text: words.oursAll, href: context.href(madeUpPath) }]}
    >
      <p>{words.oursWhat}</p>
      {figures.length === 0 ? (
        <EmptyState why={words.oursNone} what={words.oursNoneWhat} who={words.nodeWho} />
      ) : (
        <DataTable<Figure>
          caption={words.ours}
          rows={figures}
          rowHref={({ run }) => runHref(run, kept, context)}
          columns={[
            {
              title: words.figure,
              cell: ({ indicator }) => words.indicators[indicator],
              below: ({ places }) => <small>{places.join(', ')}</small>,
            },
            {
              title: words.value,
              figure: true,
              cell: ({ value, indicator }) => (
                <ValueOf {...{ value, indicator, language }} note={words.twice} />
              ),
              below: ({ mode }) => mode !== null && <small>{modeText(mode, language)}</small>,
            },
            {
              title: words.beside,
              cell: (figure) =>
                figure.beside === null ? (
                  besideText(figure, language)
                ) : (
                  <ValueOf value={figure.beside} indicator={figure.indicator} language={language} />
                ),
              below: (figure) => figure.beside !== null && <small>{besideText(figure, language)}</small>,
            },
            {
              title: words.period,
              cell: ({ days }) => (days === null ? words.notStated : periodText(days, language)),
            },
            { title: words.restsOn, figure: true, cell: ({ count, of }) => words.counts[of](count) },
            { title: words.orders, cell: (figure) => ordersText(figure, language) },
          ]}
        />
      )}
      {ledgers.length > shownLedgers && <p>{words.oursMore({ shown: shownLedgers, of: ledgers.length })}</p>}
      {since > 0 && <p>{words.since(since)}</p>}
    </Section>
  );
}

function Exact({ kept, context }: Shown) {
  const { language } = context;
  const { page: words } = evidenceTexts(language);
  const told = (exactness: Exactness) => (
    <>
      <DataTable<Figure>
        caption={words.exactness}
        rows={figuresOfExactness(exactness)}
        columns={[
          { title: words.figure, cell: ({ indicator }) => words.indicators[indicator] },
          {
            title: words.value,
            figure: true,
            cell: ({ value, indicator }) => <ValueOf {...{ value, indicator, language }} />,
          },
          { title: words.beside, cell: (figure) => besideText(figure, language) },
          { title: words.period, cell: ({ days }) => days !== null && periodText(days, language) },
          { title: words.restsOn, figure: true, cell: ({ count, of }) => words.counts[of](count) },
          { title: words.orders, cell: (figure) => ordersText(figure, language) },
        ]}
      />
      <p>{exactness.isCertified ? words.certified : words.uncertified}</p>
    </>
  );
  return (
    <Section title={words.exactness} id="exactness">
      <p>{words.exactnessWhat}</p>
      {kept.exactness.length === 0 ? (
        <EmptyState why={words.exactnessNone} what={words.exactnessNoneWhat} who={words.nodeWho} />
      ) : (
        kept.exactness.map(told)
      )}
    </Section>
  );
}

type Area = AdequacyEvidence['areas'][number];

function Adequacy({ kept, context }: Shown) {
  const { language } = context;
  const { page: words } = evidenceTexts(language);
  const estimated = (one: Estimated, indicator: 'lole' | 'eens') => (
    <>
      {one.interval === null
        ? amountText(one.value, indicator, language)
        : words.interval({
            value: amountText(one.value, indicator, language),
            low: amountText(one.interval.low, indicator, language),
            high: amountText(one.interval.high, indicator, language),
          })}
      {one.interval === null && <small>{words.noInterval}</small>}
    </>
  );
  const standard = (area: string) => {
    const found = standardOf(area);
    if (found === null) return words.noStandard;
    const hours = number(found.lole, 2, language);
    return found.verified ? words.hours({ hours }) : words.unverified({ hours });
  };
  const told = ({ study, isSynthetic, years, areas }: AdequacyEvidence) => (
    <>
      {isSynthetic && <Note>{words.studyMadeUp({ study })}</Note>}
      <DataTable<Area>
        caption={`${words.adequacy}: ${study}`}
        rows={areas}
        columns={[
          { title: words.area, cell: ({ area }) => area },
          ...(['lole', 'eens'] as const).flatMap((indicator) => [
            {
              title: words.indicators[indicator],
              figure: true,
              cell: ({ shared }: Area) => estimated(shared[indicator], indicator),
            },
            {
              title: words.ifAlone,
              figure: true,
              cell: ({ alone }: Area) =>
                alone === null ? words.nothing : estimated(alone[indicator], indicator),
            },
          ]),
          { title: words.standard, cell: ({ area }) => standard(area) },
          { title: words.restsOn, figure: true, cell: () => words.counts.years(years) },
        ]}
      />
    </>
  );
  return (
    <Section title={words.adequacy} id="adequacy">
      <p>{words.adequacyWhat}</p>
      {kept.adequacy.length === 0 ? (
        <EmptyState why={words.adequacyNone} what={words.adequacyNoneWhat} who={words.nodeWho} />
      ) : (
        kept.adequacy.map(told)
      )}
    </Section>
  );
}

function Times({ exercises, total, context }: Exercises & { readonly context: PageContext }) {
  const { page: words } = evidenceTexts(context.language);
  const { templates } = exerciseTexts(context.language);
  const taken = (one: Taken | undefined) => {
    if (one === undefined) return <StatusMark tone="part" text={words.running} />;
    const { median, longest, known, of } = one;
    return (
      <>
        {words.known({ known, of })}:{' '}
        {median === null || longest === null ? words.never : words.taken({ median, longest })}
      </>
    );
  };
  if (exercises.length === 0) return <EmptyState why={words.exercisesNone} />;
  const rows = exercises.map((exercise) => ({ exercise, times: timesOf(exercise) ?? undefined }));
  return (
    <>
      <p>{words.exercisesWhat}</p>
      <DataTable<(typeof rows)[number]>
        caption={words.exercises}
        rows={rows}
        rowHref={({ exercise: { id } }) => context.href(reportHref(id))}
        columns={[
          {
            title: words.exercise,
            cell: ({ exercise: { scenario } }) => `${templates[scenario.template].title} (${scenario.seed})`,
          },
          { title: words.steps.detect, cell: ({ times }) => taken(times?.detect) },
          { title: words.steps.inform, cell: ({ times }) => taken(times?.inform) },
          { title: words.steps.decide, cell: ({ times }) => taken(times?.decide) },
        ]}
      />
      {total > exercises.length && <p>{words.latest({ shown: exercises.length, of: total })}</p>}
    </>
  );
}
