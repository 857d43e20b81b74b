import { fail, ok, problem } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { listOffers, offersToMake } from '#platform/actions/offers.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { Page, PageContext } from '#platform/module.ts';
import {
  Basis,
  EmptyState,
  FieldList,
  Section,
  Stack,
  StatusMark,
  Timeline,
} from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import type { RecordBody } from '#platform/records/kind.ts';
import { texts } from '#platform/text/texts.ts';
import { instruments, loadNames, Named } from '#union';
import { authorisationTexts } from '../../authorisations/text/texts.ts';
import type { ConsentPurpose } from '../../model.ts';
import { instantOf } from '../../nodes/model.ts';
import { crumbsTo, ExchangeTabs, momentsOf, recordReading, writtenDate } from '../../pages/closed.tsx';
import type { Wanted } from '../../situation/store.ts';
import { type ConsentState, consents } from '../model.ts';
import { placedAt, placeOf, readConsentRows, type ShownConsent } from '../notes.ts';
import { consentTexts } from '../text/texts.ts';
import { placeText, SignedNotes } from './notes.tsx';

const tones = { given: 'good', withdrawn: 'none' } as const;

async function load(context: PageContext, wanted: Wanted = {}) {
  return context.read(async (tx) => {
    const rows = await readConsentRows(tx, context, wanted);
    const moment = { register: context.register.id, knownAt: context.knownAt };
    const shown = rows.map(({ record: { body } }) => [body.supplier, body.receiver, body.instrument]);
    return {
      rows,
      names: await loadNames(tx, moment, shown, [instruments]),
      offers: await offersToMake(tx, context, ['consents/give']),
    };
  });
}

const listed = (rows: readonly ShownConsent[]) =>
  rows.map(({ record, grant }) => [record.id, grant] as const);

function Mark({ state, context }: { state: ConsentState; context: PageContext }) {
  return <StatusMark tone={tones[state]} text={consentTexts(context.language).states[state]} />;
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : null);

/** By which the data were had; a consent from before that had to be said has none. */
function Instrument({
  body,
  names,
  context,
}: {
  body: RecordBody;
  names: Awaited<ReturnType<typeof loadNames>>;
  context: PageContext;
}) {
  const id = textOf(body.instrument);
  return id === null ? '–' : <Named id={id} names={names} context={context} kinds={[instruments]} />;
}

/** What the reader's party has consented to, and what others have consented to for it. */
export const consentsPage: Page = {
  path: '/practice/exchange/consents',
  navigation: 'practice',
  render: async (context) => {
    const { page: words, notes: noted, purposes } = consentTexts(context.language);
    const { rows, names, offers } = await load(context);
    recordReading(context, consents.name, listed(rows));
    const shared = authorisationTexts(context.language).page;
    return ok({
      title: words.title,
      lede: words.lede,
      crumbs: crumbsTo(context),
      ...(rows.length === 0 ? {} : { exports: ['csv', 'xlsx', 'json'] as const }),
      body: (
        <Stack>
          <ExchangeTabs current="consents" context={context} />
          <Offered offers={offers} context={context} />
          {rows.length > 0 && <Basis>{shared.open}</Basis>}
          <Section title={words.title} id="consents">
            {rows.length > 0 ? (
              <DataTable<ShownConsent>
                caption={words.title}
                rows={rows}
                rowHref={({ record }) => context.href(consents.href(record.id))}
                columns={[
                  { title: words.case, cell: ({ record }) => String(record.body.case_reference) },
                  {
                    title: words.purpose,
                    cell: ({ record }) => purposes[record.body.purpose as ConsentPurpose],
                  },
                  {
                    title: words.supplier,
                    cell: ({ record }) => (
                      <Named id={String(record.body.supplier)} names={names} context={context} />
                    ),
                  },
                  {
                    title: words.receiver,
                    cell: ({ record }) => (
                      <Named id={String(record.body.receiver)} names={names} context={context} />
                    ),
                  },
                  {
                    title: words.instrument,
                    cell: ({ record: { body } }) => (
                      <Instrument body={body} names={names} context={context} />
                    ),
                  },
                  {
                    title: words.dataSet,
                    cell: ({ record }) => textOf(record.body.data_set) ?? words.wholly,
                  },
                  { title: words.state, cell: ({ state }) => <Mark state={state} context={context} /> },
                  {
                    title: words.from,
                    cell: ({ record }) => writtenDate(record.body.from, context.language),
                  },
                  {
                    title: words.until,
                    cell: ({ record }) => writtenDate(record.body.until, context.language) ?? '–',
                  },
                  { title: noted.column, cell: (row) => placeText(row, context) },
                ]}
              />
            ) : context.actor.kind === 'person' ? (
              <EmptyState why={words.none} what={words.noneWhat} who={words.noneWho} />
            ) : (
              <EmptyState why={words.closedWhy} what={words.closedWhat} who={shared.closedWho} />
            )}
          </Section>
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const { page: words, columns } = consentTexts(context.language);
    const { rows } = await load(context);
    if (rows.length === 0) return fail(problem('consents_not_allowed'));
    recordReading(context, consents.name, listed(rows));
    const notes = {
      id: texts(context.language).exports.id,
      supplier: words.supplier,
      receiver: words.receiver,
      instrument: words.instrument,
      data_set: columns.dataSet,
      case: words.case,
      purpose: words.purpose,
      conditions: words.conditions,
      state: words.state,
      from: columns.from,
      until: columns.until,
      note: columns.note,
      note_since: columns.noteSince,
    };
    return ok({
      name: `${context.register.id}-consents`,
      title: words.title,
      columns: Object.entries(notes).map(([key, note]) => ({ key, title: key, note })),
      rows: rows.map(({ record: { id, body }, state, notes: signed, self }) => ({
        id,
        supplier: String(body.supplier),
        receiver: String(body.receiver),
        instrument: textOf(body.instrument),
        data_set: textOf(body.data_set),
        case: String(body.case_reference),
        purpose: String(body.purpose),
        conditions: textOf(body.conditions),
        state,
        from: textOf(body.from),
        until: textOf(body.until),
        ...noteColumns(signed.at(-1), self),
      })),
      notes: [...exportNotes(context), authorisationTexts(context.language).page.open],
    });
  },
};

function noteColumns(last: ShownConsent['notes'][number] | undefined, self: ShownConsent['self']) {
  const note = placeOf(last, self);
  return { note, note_since: last === undefined ? null : instantOf(placedAt(last, note)) };
}

/** One consent. What is not there and what is not for the reader look alike. */
export const consentPage: Page = {
  path: '/practice/exchange/consents/:id',
  navigation: 'practice',
  render: async (context) => {
    const { page: words, purposes } = consentTexts(context.language);
    const shared = authorisationTexts(context.language).page;
    const id = context.params.id ?? '';
    const { rows, names } = await load(context, { ids: [id] });
    const crumbs = crumbsTo(context, 'consents');
    const [row] = rows;
    if (row === undefined)
      return ok({
        title: consents.label[context.language].one,
        crumbs,
        body: <EmptyState why={words.closedWhy} what={words.closedWhat} who={shared.closedWho} />,
      });
    recordReading(context, consents.name, listed([row]));
    const { body } = row.record;
    const offers = await context.read((tx) => listOffers(tx, context, consents.name, id));
    return ok({
      title: `${String(body.case_reference)}, ${purposes[body.purpose as ConsentPurpose]}`,
      crumbs,
      body: (
        <Stack>
          <Basis>{shared.open}</Basis>
          <Offered offers={offers} context={context} />
          <Section title={words.said} id="said">
            <FieldList
              fields={[
                { label: words.state, value: <Mark state={row.state} context={context} /> },
                {
                  label: words.supplier,
                  value: <Named id={String(body.supplier)} names={names} context={context} />,
                },
                {
                  label: words.receiver,
                  value: <Named id={String(body.receiver)} names={names} context={context} />,
                },
                {
                  label: words.instrument,
                  value: <Instrument body={body} names={names} context={context} />,
                },
                { label: words.dataSet, value: textOf(body.data_set) ?? words.wholly },
                { label: words.case, value: String(body.case_reference) },
                { label: words.purpose, value: purposes[body.purpose as ConsentPurpose] },
                {
                  label: words.conditions,
                  value: typeof body.conditions === 'string' ? body.conditions : words.noConditions,
                },
                { label: words.from, value: writtenDate(body.from, context.language) },
                { label: words.until, value: writtenDate(body.until, context.language) ?? '–' },
                { label: words.id, value: <code>{id}</code> },
              ]}
            />
          </Section>
          <Section title={words.history} id="history">
            <Timeline moments={momentsOf(row.steps, words.acts, tones, { names, context })} />
          </Section>
          <SignedNotes consent={row} context={context} />
        </Stack>
      ),
    });
  },
};
