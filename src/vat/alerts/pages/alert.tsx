import { formatDate, type PartialDate } from '#kernel/dates.ts';
import { ok } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { type Offer, offersToMake } from '#platform/actions/offers.ts';
import type { Page, PageContent, PageContext } from '#platform/module.ts';
import {
  BarRow,
  Basis,
  Columns,
  FieldList,
  Note,
  Section,
  Stack,
  StatusMark,
  Verdict,
} from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { closedField, crumbsToVat } from '../../fields/pages/parts.tsx';
import { matchingTexts } from '../../matching/text/texts.ts';
import type { Alert, RowBehind, Run } from '../../runs/model.ts';
import { inputWord } from '../../scoring/input-word.ts';
import type { Input, Reason } from '../../scoring/score.ts';
import { casesOf } from '../cases.ts';
import { alertHref, alertsPath, caseHref, rowsHref } from '../model.ts';
import { bridgesOf, findOpenAlert, loadPictures, monthOf, type OpenAlert } from '../reading.ts';
import { type Cases, seenOf } from '../rules/narrow.ts';
import { asideIn, type SetAside } from '../rules/set-aside.ts';
import { listAsides } from '../set-aside/store.ts';
import { listArchetypes } from '../store.ts';
import { alertTexts } from '../text/texts.ts';
import { caseTones } from './alerts.tsx';
import { archetypeWords, euros, monthWord, percent, points, recordReading, valueWord } from './parts.tsx';
import { TraderPictures } from './pictures.tsx';

/** What there is instead of an alert that is not there or not for the reader; both look alike. */
export const closedAlert = (context: PageContext) =>
  closedField(context, 'cases', alertTexts(context.language).alert.closedWhy);

export const crumbsToAlerts = (context: PageContext, ...more: readonly { text: string; path: string }[]) =>
  crumbsToVat(context, { text: alertTexts(context.language).list.title, path: alertsPath }, ...more);

/** One alert: how likely and why, what would clear the trader, who trades around him, and month by month. */
export const alertPage: Page = {
  path: '/practice/vat/alerts/:run/:trader',
  navigation: 'practice',
  render: async (context) => {
    const { list } = alertTexts(context.language);
    const crumbs = crumbsToAlerts(context);
    const loaded = await context.read(async (tx) => {
      const found = await findOpenAlert(tx, context);
      if (found === null) return null;
      const { run, alert } = found;
      const asides = await listAsides(tx, context.register.id, run.party);
      const now = asideIn(asides, alert.trader, run);
      const aside = now ?? asides.get(alert.trader)?.[0] ?? null;
      const cases = await casesOf(tx, context, run.party);
      const isSetAside = now !== null;
      const acts = [
        ...(cases.has(alert.trader) ? [] : [openCaseAction]),
        ...(isSetAside ? ['vat-alerts/take_up'] : []),
        ...(!isSetAside && seenOf(cases, alert.trader) !== 'open' ? ['vat-alerts/set_aside'] : []),
      ];
      return {
        ...found,
        alerts: await listArchetypes(tx, run.id),
        ...{ cases, aside, isSetAside },
        offers: await offersToMake(tx, context, acts, {
          ...{ party: run.party, run: run.id, trader: alert.trader },
        }),
      };
    });
    if (loaded === null) return ok({ title: list.title, crumbs, body: await closedAlert(context) });
    return async () => ok(await showAlert(loaded, context));
  },
};

type Loaded = OpenAlert & {
  readonly alerts: ReadonlyMap<string, readonly string[]>;
  readonly cases: Cases;
  readonly aside: SetAside | null;
  readonly isSetAside: boolean;
  readonly offers: readonly Offer[];
};

/** The page, with pictures of declarations that are looked into now. */
async function showAlert(loaded: Loaded, context: PageContext): Promise<PageContent> {
  const { alert: words, list } = alertTexts(context.language);
  const { run, alert, grant, alerts, cases, offers, aside, isSetAside } = loaded;
  const around = { party: run.party, period: run.month, bridges: bridgesOf(alert) };
  const own = await loadPictures(context, { ...around, trader: alert.trader });
  // Nobody is looked up who does not trade around him: the way to a picture of another is the picture of the alert.
  const offered = new Set(own.picture.traders);
  const asked = context.query.get('centre') ?? '';
  const centre = offered.has(asked) ? asked : alert.trader;
  const pictures = centre === alert.trader ? own : await loadPictures(context, { ...around, trader: centre });
  const traders = [...new Set([alert.trader, ...pictures.picture.traders])];
  recordReading(context, grant, { what: 'alerts', run: run.id, traders });
  const here = alertHref(run.id, alert.trader);
  const known = cases.get(alert.trader);
  const seen = seenOf(cases, alert.trader);
  const hrefOf = (trader: string) =>
    alerts.has(trader)
      ? context.href(alertHref(run.id, trader))
      : offered.has(trader)
        ? `${context.href(here, { centre: trader })}#graph`
        : null;
  return {
    title: words.title({ trader: alert.trader }),
    lede: (
      <>
        <StatusMark tone={caseTones[seen]} text={list.cases[seen]} />{' '}
        {known !== undefined && <a href={context.href(caseHref(known.id))}>{words.toCase}</a>}
      </>
    ),
    crumbs: crumbsToAlerts(context),
    body: (
      <Stack>
        <Basis>{list.openTo}</Basis>
        {run.synthetic && <Note>{list.made}</Note>}
        {aside !== null && <Aside aside={aside} now={isSetAside} context={context} />}
        <Offered offers={offers} context={context} />
        <Columns
          main={<Score run={run} alert={alert} context={context} />}
          aside={
            <>
              <LooksLike run={run} alert={alert} context={context} />
              <Clearing alert={alert} context={context} />
            </>
          }
        />
        <Reasons run={run} alert={alert} context={context} />
        <TraderPictures
          pictures={pictures}
          alerts={alerts}
          hrefOf={hrefOf}
          {...(centre === alert.trader
            ? {}
            : { back: { trader: alert.trader, href: `${context.href(here)}#graph` } })}
          context={context}
        />
        <Differs alert={alert} context={context} />
        <MadeOf run={run} alert={alert} context={context} />
      </Stack>
    ),
  };
}

/** That somebody set an alert on him aside, of this run or of another. */
function Aside({ aside, now, context }: { aside: SetAside; now: boolean; context: PageContext }) {
  const { alert: words, list } = alertTexts(context.language);
  const day = formatDate(aside.on as PartialDate, context.language);
  const month = monthWord(monthOf(aside.month), context);
  return (
    <Verdict tone="none" title={now ? words.asideNow({ day }) : words.asideBefore({ day, month })}>
      {now ? list.asideWhy : words.asideReason}: {aside.reason}
      {aside.by !== null && <small> {list.by({ who: aside.by })}</small>}
    </Verdict>
  );
}

/** Of the room of cases. */
const openCaseAction = 'vat-cases/open_from_alert';

type Shown = { readonly run: Run; readonly alert: Alert; readonly context: PageContext };

function Score({ run, alert, context }: Shown) {
  const { alert: words } = alertTexts(context.language);
  const { probability, least, most, atStakeCents } = alert;
  const said = { probability: percent(probability, context) };
  const bounds = { least: percent(least, context), most: percent(most, context) };
  return (
    <Section title={words.score} id="score">
      <p>
        <strong>{words.scoreLine({ ...said, ...bounds })}</strong>
      </p>
      <BarRow label={words.bar} share={probability} text={said.probability} />
      <BarRow label={words.lower} share={least} text={bounds.least} faint />
      <BarRow label={words.upper} share={most} text={bounds.most} faint />
      <FieldList
        fields={[
          {
            label: words.expected,
            value: (
              <>
                {euros(atStakeCents, context)} <small>{words.expectedWhat}</small>
              </>
            ),
          },
          { label: words.month, value: monthWord(monthOf(run.month), context) },
        ]}
      />
      <Verdict tone="none" title={words.decides}>
        {words.decidesWhat}
      </Verdict>
    </Section>
  );
}

/** Rows that are behind an input, and how many there are with those that are not named. */
function behindOf(
  alert: Alert,
  input: string,
): { readonly rows: readonly RowBehind[]; readonly all: number } {
  const rows = alert.bundle.rows[input as Input] ?? [];
  return { rows, all: rows.length + (alert.bundle.leftOut[input as Input] ?? 0) };
}

function RowsLink({ run, alert, input, context }: Shown & { input: string }) {
  const { alert: words } = alertTexts(context.language);
  const { rows, all } = behindOf(alert, input);
  if (rows.length === 0) return <small>{words.noRows}</small>;
  return <a href={context.href(rowsHref(run.id, alert.trader, input))}>{words.rowCount({ count: all })}</a>;
}

function Reasons({ run, alert, context }: Shown) {
  const { alert: words } = alertTexts(context.language);
  const { reasons } = alert.bundle.score;
  const most = Math.max(...reasons.map(({ weight }) => weight), 0.001);
  return (
    <Section title={words.reasons} id="reasons">
      <DataTable<Reason>
        caption={words.reasons}
        rows={reasons}
        columns={[
          { title: words.reason, cell: ({ input }) => inputWord(input, context.language) },
          { title: words.value, figure: true, cell: ({ input, value }) => valueWord(input, value, context) },
          {
            title: words.weight,
            cell: ({ weight }) => <BarRow label="" share={weight / most} text={points(weight, context)} />,
          },
          { title: words.rows, cell: ({ input }) => <RowsLink {...{ run, alert, input, context }} /> },
        ]}
      />
      <p>
        <small>{words.weightWhat}</small>
      </p>
    </Section>
  );
}

function LooksLike({ run, alert, context }: Shown) {
  const { alert: words } = alertTexts(context.language);
  const { archetypes } = alert.bundle.score;
  return (
    <Section title={words.archetypes} id="archetypes">
      {archetypes.length === 0 ? (
        <p>{words.noArchetypes}</p>
      ) : (
        <FieldList
          fields={archetypes.map(({ id, because }) => {
            const { name, whole, version } = archetypeWords(id, context);
            return {
              label: name,
              value: (
                <>
                  {whole.slice(name.length).replace(/^\s*:\s*/, '')}
                  <small>
                    {words.because}:{' '}
                    {because.map((input, place) => (
                      <>
                        {place > 0 && '; '}
                        {inputWord(input, context.language)}{' '}
                        {valueWord(input, alert.bundle.values[input] ?? null, context)} (
                        <RowsLink {...{ run, alert, input, context }} />)
                      </>
                    ))}
                    {version !== null && `. ${words.version({ version })}`}
                  </small>
                </>
              ),
            };
          })}
        />
      )}
    </Section>
  );
}

function Clearing({ alert, context }: Omit<Shown, 'run'>) {
  const { alert: words } = alertTexts(context.language);
  const { score, threshold: bound } = alert.bundle;
  const threshold = percent(bound, context);
  const { clearing } = score;
  if (alert.probability < bound) return null;
  return (
    <Section title={words.clearing} id="clearing">
      <p>
        {clearing === null
          ? words.clearings.none
          : clearing.kind === 'returns_filed'
            ? words.clearings.returns_filed({ threshold })
            : words.clearings.features({
                threshold,
                features: clearing.features.map((input) => inputWord(input, context.language)).join('; '),
              })}
      </p>
    </Section>
  );
}

/** Discrepancies that are shown; the others are behind the reasons. */
const mostShown = 20;

function Differs({ alert, context }: Omit<Shown, 'run'>) {
  const { alert: words } = alertTexts(context.language);
  const { discrepancies } = alert.bundle;
  if (discrepancies.length === 0) return null;
  const { types } = matchingTexts(context.language);
  return (
    <Section title={words.differs} id="discrepancies">
      <DataTable<Alert['bundle']['discrepancies'][number]>
        caption={words.differs}
        rows={discrepancies.slice(0, mostShown)}
        columns={[
          { title: words.differs, cell: ({ type }) => types[type] },
          {
            title: words.period,
            cell: ({ from, to }) =>
              from === to
                ? monthWord(from, context)
                : `${monthWord(from, context)} – ${monthWord(to, context)}`,
          },
          {
            title: words.partner,
            cell: ({ acquirer, supplier }) =>
              [supplier, acquirer].filter((one) => one !== null && one !== alert.trader).join(', ') || '–',
          },
          { title: words.supplied, figure: true, cell: ({ cents }) => euros(cents, context) },
        ]}
      />
    </Section>
  );
}

function MadeOf({ run, alert, context }: Shown) {
  const { alert: words } = alertTexts(context.language);
  return (
    <section class="sheet" id="made-of">
      <details>
        <summary>{words.made}</summary>
        <FieldList
          fields={[
            { label: words.model, value: <code>{run.model}</code> },
            { label: words.snapshot, value: <code>{run.snapshot}</code> },
            { label: words.run, value: <code>{run.id}</code> },
            { label: words.threshold, value: percent(alert.bundle.threshold, context) },
          ]}
        />
        <p>
          <small>{words.hash}</small>
        </p>
      </details>
    </section>
  );
}
