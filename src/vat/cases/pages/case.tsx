import type { LivedStep } from '#exchange';
import { fail, ok, problem } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { actionContextOf, listOffers, type Offer, offerOn } from '#platform/actions/offers.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Page, PageContent, PageContext } from '#platform/module.ts';
import { Basis, EmptyState, FieldList, Note, Section, Stack, Timeline } from '#platform/page/components.tsx';
import { instruments, knownOf, loadNames, Named, type Names } from '#union';
import { listArchetypes } from '../../alerts/store.ts';
import { loadCarousels } from '../../carousels/load.ts';
import { Carousels } from '../../carousels/pages/section.tsx';
import { closedField, crumbsToVat, VatTabs } from '../../fields/pages/parts.tsx';
import { recordReading } from '../../fields/reading.ts';
import { inField } from '../../fields/store.ts';
import { type OpenedCase, openCase } from '../access.ts';
import { namedBy } from '../actions/rows.ts';
import { caseStateOf } from '../actions/shared.ts';
import { caseFilePath } from '../download.ts';
import { alertOf, loadBundle, loadRequests, toldElsewhere } from '../load.ts';
import { atStakeOf, noteAct, type Outcome, vatCaseRequests, vatCases } from '../model.ts';
import { openNamedRows } from '../rows.ts';
import { mostKept } from '../rules/basket.ts';
import { listOpenings, listTaken } from '../store.ts';
import { caseTexts } from '../text/texts.ts';
import { Basket, basketTable } from './basket.tsx';
import { OwedFeedback } from './feedback.tsx';
import {
  CaseMark,
  casesPath,
  dayText,
  eurosOf,
  historyOf,
  NumberList,
  recordAnswers,
  textOf,
} from './parts.tsx';
import { casePictures } from './pictures.tsx';
import { Requests } from './requests.tsx';

async function load(context: PageContext) {
  const { register, dataFolder } = context;
  const acting = actionContextOf(context);
  return context.read(async (tx) => {
    const opened = await openCase(tx, acting, context.params.id ?? '');
    if (opened === null) return null;
    const { id } = opened.record.record;
    const requests = await loadRequests(tx, register.id, opened);
    const named = opened.rows.map(namedBy);
    const taken = await listTaken(tx, register.id, [...new Set(named.map(({ file }) => file))]);
    const isOpening = context.query.get('rows') === 'open';
    const here = { dataFolder, register: register.id, party: opened.party, taken };
    const carousels = await loadCarousels(tx, context, opened, requests);
    const spoken = [
      opened.record.record.body,
      requests.map(({ record: { body }, asked }) => [
        body.party,
        body.to,
        body.instrument,
        asked?.reasons ?? [],
      ]),
      opened.feedback.map(({ record: { body } }) => [body.asker, body.state]),
      carousels.spoken,
    ];
    const bundle = await loadBundle(tx, register.id, opened);
    return {
      opened,
      requests,
      carousels,
      ...{ bundle, alerts: bundle === null ? null : await listArchetypes(tx, bundle.run) },
      // What takes a look into declarations is done when the transaction has ended.
      openRows: isOpening ? () => openNamedRows(here, named.slice(0, mostKept)) : null,
      names: await loadNames(tx, knownOf(acting), spoken, [instruments]),
      offers: await listOffers(tx, context, vatCases.name, id),
      rowOffer: await rowOffer(tx, context, opened),
      requestOffers: await requestOffers(tx, context, opened),
      isAnythingOpened: (await listOpenings(tx, knownOf(acting))).size > 0,
    };
  });
}

/** The way to remove a row, the same for all that are kept: to decide it for each would take as long as there are rows. */
async function rowOffer(
  tx: Transaction,
  context: PageContext,
  { rows, record, party }: OpenedCase,
): Promise<((id: string) => Offer) | null> {
  const [first] = rows;
  if (first === undefined || caseStateOf(record) !== 'open') return null;
  const name = 'vat-case-rows/remove';
  const touched = await inField(tx, actionContextOf(context), 'cases', party);
  const offer = await offerOn(tx, context, name, { given: { id: first.record.id }, touched });
  return offer === null ? null : (id) => ({ ...offer, href: context.href(`/do/${name}`, { id }) });
}

async function requestOffers(tx: Transaction, context: PageContext, { requests }: OpenedCase) {
  const offers = new Map<string, readonly Offer[]>();
  for (const { record } of requests)
    offers.set(record.id, await listOffers(tx, context, vatCaseRequests.name, record.id, 'row'));
  return offers;
}

const crumbsTo = (context: PageContext) =>
  crumbsToVat(context, { text: caseTexts(context.language).page.cases, path: casesPath });

/** One case: its record, rows, requests, feedback and history. What is not there and what is not for the reader look alike. */
export const casePage: Page = {
  path: `${casesPath}/:id`,
  navigation: 'practice',
  render: async (context) => {
    const loaded = await load(context);
    if (loaded === null)
      return ok({
        title: caseTexts(context.language).page.case,
        crumbs: crumbsTo(context),
        body: await closedField(context, 'cases'),
      });
    return async () => ok(await showCase(loaded, context));
  },
  exportTable: async (context) => {
    const loaded = await load(context);
    if (loaded === null) return fail(problem('vat_case_not_found'));
    const { opened } = loaded;
    recordReading(context, vatCases.name, [[opened.record.record.id, opened.grant]]);
    return ok(basketTable(String(opened.record.record.body.reference), opened.rows, context));
  },
};

type LoadedCase = NonNullable<Awaited<ReturnType<typeof load>>>;

async function showCase(loaded: LoadedCase, context: PageContext): Promise<PageContent> {
  const words = caseTexts(context.language);
  const { opened, requests, bundle, alerts, names } = loaded;
  const rows = loaded.openRows === null ? null : await loaded.openRows();
  const { id, body } = opened.record.record;
  const about = { party: opened.party, reference: String(body.reference) };
  const feedback = [...opened.feedback, ...toldElsewhere(requests, opened.feedback, about)];
  recordReading(context, vatCases.name, [[id, opened.grant]], {
    ...{ rows: rows?.size ?? 0, carousels: loaded.carousels.shown },
  });
  recordAnswers(requests, opened.grant, context);
  const pictures =
    bundle === null || alerts === null ? null : await casePictures(bundle, { ...opened, alerts }, context);
  const all = [opened.record, ...opened.rows, ...requests, ...feedback].flatMap((one) => one.steps);
  const [notes, steps] = [
    all.filter(({ act }) => act === noteAct).toReversed(),
    all.filter(({ act }) => act !== noteAct),
  ];
  return {
    title: String(body.reference),
    crumbs: crumbsTo(context),
    ...(opened.rows.length === 0 ? {} : { exports: ['csv', 'xlsx', 'json'] as const }),
    body: (
      <Stack>
        <VatTabs current={casesPath} context={context} />
        <Basis>{words.page.open}</Basis>
        {bundle?.synthetic === true && <Note>{words.page.synthetic}</Note>}
        <Offered offers={loaded.offers} context={context} />
        <Said opened={opened} names={names} context={context} />
        <Notes notes={notes} names={names} context={context} />
        {pictures}
        <Basket
          rows={opened.rows}
          values={rows}
          offer={loaded.rowOffer}
          href={`${vatCases.href(id)}`}
          context={context}
        />
        <Requests
          requests={requests}
          offers={loaded.requestOffers}
          isAnythingOpened={loaded.isAnythingOpened}
          names={names}
          context={context}
        />
        <Carousels
          {...loaded.carousels}
          href={context.href(vatCases.href(id))}
          names={names}
          context={context}
        />
        <OwedFeedback feedback={feedback} names={names} context={context} />
        <Section title={words.page.history} id="history">
          <Timeline moments={historyOf(steps, { names, context })} />
        </Section>
      </Stack>
    ),
  };
}

/** What officials noted, the last first. */
function Notes({
  notes,
  names,
  context,
}: {
  notes: readonly LivedStep[];
  names: Names;
  context: PageContext;
}) {
  const { page: words, basket } = caseTexts(context.language);
  return (
    <Section title={words.notes} id="notes">
      {notes.length === 0 ? (
        <EmptyState why={words.noNotes} what={words.noNotesWhat} who={basket.noneWho} />
      ) : (
        <Timeline moments={historyOf(notes, { names, context })} />
      )}
    </Section>
  );
}

function Said({ opened, names, context }: { opened: OpenedCase; names: Names; context: PageContext }) {
  const { page: words, outcomes } = caseTexts(context.language);
  const { id, body } = opened.record.record;
  const isClosed = caseStateOf(opened.record) === 'closed';
  const alert = alertOf(opened.record);
  const joins = body.joins as { readonly party: string; readonly reference: string } | null | undefined;
  const ended = [
    { label: words.outcome, value: outcomes[(body.outcome ?? 'unknown') as Outcome] },
    { label: words.confirmed, value: <NumberList numbers={body.confirmed} /> },
    { label: words.stopped, value: eurosOf(body.stopped, context) },
    { label: words.days, value: typeof body.days === 'number' ? body.days : words.unknown },
    { label: words.cost, value: eurosOf(body.cost, context) },
    {
      label: words.fraud,
      value: `${dayText(body.fraud_from, context.language)} – ${dayText(body.fraud_until, context.language)}`,
    },
  ];
  return (
    <Section
      title={words.said}
      id="case"
      tools={[{ text: words.bundle, href: context.href(caseFilePath(id)) }]}
    >
      <FieldList
        fields={[
          { label: words.state, value: <CaseMark state={caseStateOf(opened.record)} context={context} /> },
          { label: words.party, value: <Named id={opened.party} names={names} context={context} /> },
          { label: words.traders, value: <NumberList numbers={body.traders} /> },
          { label: words.opened, value: dayText(body.opened_on, context.language) },
          {
            label: words.origin,
            value:
              alert !== null ? (
                <a href={context.href(alertPath(alert))}>
                  {words.alert({ run: alert.run.slice(0, 8), trader: alert.trader })}
                </a>
              ) : joins == null ? (
                words.tip
              ) : (
                <>
                  <Named id={joins.party} names={names} context={context} />:{' '}
                  {words.joined({ reference: joins.reference })}
                </>
              ),
          },
          ...(alert === null ? [] : [{ label: words.bundleHash, value: <code>{alert.bundle}</code> }]),
          { label: words.expected, value: eurosOf(atStakeOf(body), context) },
          { label: words.analyst, value: textOf(body.analyst) ?? words.nobody },
          ...(isClosed ? ended : []),
          { label: words.id, value: <code>{id}</code> },
        ]}
      />
      <Note>{words.acts}</Note>
    </Section>
  );
}

/** The page of the alert, as the room of alerts has it. */
const alertPath = ({ run, trader }: { readonly run: string; readonly trader: string }) =>
  `/practice/vat/alerts/${encodeURIComponent(run)}/${encodeURIComponent(trader)}`;
