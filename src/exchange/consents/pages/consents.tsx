import { fail, ok, problem } from '#kernel/result.ts';
import type { Grant } from '#platform/access/access.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { actionContextOf, listOffers, offersToMake } from '#platform/actions/offers.ts';
import type { Transaction } from '#platform/database/database.ts';
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
import { texts } from '#platform/text/texts.ts';
import { knownOf, loadNames, Named } from '#union';
import { authorisationTexts } from '../../authorisations/text/texts.ts';
import type { ConsentPurpose } from '../../model.ts';
import { crumbsTo, ExchangeTabs, momentsOf, recordReading, writtenDate } from '../../pages/closed.tsx';
import { openTo } from '../../readers.ts';
import { type Lived, listLived, type Wanted } from '../../situation/store.ts';
import { readConsents } from '../actions.ts';
import { type ConsentState, consents } from '../model.ts';
import { consentStateOn } from '../rules/standing.ts';
import { consentTexts } from '../text/texts.ts';

const tones = { given: 'good', withdrawn: 'none' } as const;

type Row = Lived & { readonly state: ConsentState; readonly grant: Grant | null };

/** Those that the reader may see, as they stand today by what is known today. */
async function readRows(tx: Transaction, context: PageContext, wanted: Wanted): Promise<readonly Row[]> {
  const acting = actionContextOf(context);
  if (acting.actor.kind !== 'person') return [];
  const all = await listLived(tx, knownOf(acting), consents, wanted);
  const opened = await openTo(
    tx,
    acting,
    readConsents,
    all.map(({ record }) => record),
  );
  return all.flatMap((one): readonly Row[] => {
    const grant = opened.get(one.record);
    const standing = consentStateOn(one, acting.today);
    return grant === undefined || standing === null ? [] : [{ ...one, state: standing.state, grant }];
  });
}

async function load(context: PageContext, wanted: Wanted = {}) {
  return context.read(async (tx) => {
    const rows = await readRows(tx, context, wanted);
    const moment = { register: context.register.id, knownAt: context.knownAt };
    const shown = rows.map(({ record }) => [record.body.supplier, record.body.receiver]);
    return {
      rows,
      names: await loadNames(tx, moment, shown),
      offers: await offersToMake(tx, context, ['consents/give']),
    };
  });
}

const listed = (rows: readonly Row[]) => rows.map(({ record, grant }) => [record.id, grant] as const);

function Mark({ state, context }: { state: ConsentState; context: PageContext }) {
  return <StatusMark tone={tones[state]} text={consentTexts(context.language).states[state]} />;
}

/** What the reader's party has consented to, and what others have consented to for it. */
export const consentsPage: Page = {
  path: '/practice/exchange/consents',
  navigation: 'practice',
  render: async (context) => {
    const { page: words, purposes } = consentTexts(context.language);
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
              <DataTable<Row>
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
                  { title: words.state, cell: ({ state }) => <Mark state={state} context={context} /> },
                  {
                    title: words.from,
                    cell: ({ record }) => writtenDate(record.body.from, context.language),
                  },
                  {
                    title: words.until,
                    cell: ({ record }) => writtenDate(record.body.until, context.language) ?? '–',
                  },
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
      case: words.case,
      purpose: words.purpose,
      conditions: words.conditions,
      state: words.state,
      from: columns.from,
      until: columns.until,
    };
    const textOf = (value: unknown) => (typeof value === 'string' ? value : null);
    return ok({
      name: `${context.register.id}-consents`,
      title: words.title,
      columns: Object.entries(notes).map(([key, note]) => ({ key, title: key, note })),
      rows: rows.map(({ record: { id, body }, state }) => ({
        id,
        supplier: String(body.supplier),
        receiver: String(body.receiver),
        case: String(body.case_reference),
        purpose: String(body.purpose),
        conditions: textOf(body.conditions),
        state,
        from: textOf(body.from),
        until: textOf(body.until),
      })),
      notes: [...exportNotes(context), authorisationTexts(context.language).page.open],
    });
  },
};

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
                { label: words.case, value: String(body.case_reference) },
                { label: words.purpose, value: purposes[body.purpose as ConsentPurpose] },
                {
                  label: words.conditions,
                  value: typeof body.conditions === 'string' ? body.conditions : words.noConditions,
                },
                { label: words.from, value: writtenDate(body.from, context.language) },
                { label: words.until, value: writtenDate(body.until, context.language) ?? '–' },
              ]}
            />
          </Section>
          <Section title={words.history} id="history">
            <Timeline moments={momentsOf(row.steps, words.acts, tones, { names, context })} />
          </Section>
        </Stack>
      ),
    });
  },
};
