import { fail, ok, problem } from '#kernel/result.ts';
import type { Grant } from '#platform/access/access.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { actionContextOf, listOffers } from '#platform/actions/offers.ts';
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
import { knownOf, loadNames, Named, type Names } from '#union';
import { crumbsTo, ExchangeTabs, momentsOf, recordReading, writtenDate } from '../../pages/closed.tsx';
import { openTo } from '../../readers.ts';
import { type Lived, listLived, type Wanted } from '../../situation/store.ts';
import { readImproperUses } from '../actions/improper-uses.ts';
import { authorisations, type ImproperUseState, improperUses } from '../model.ts';
import { authorisationTexts } from '../text/texts.ts';

const tones = { recorded: 'part', concluded: 'good' } as const;

export type UseRow = Lived & { readonly state: ImproperUseState; readonly grant: Grant | null };

/** Those that the reader may see, by what is known today. */
export async function readUses(
  tx: Transaction,
  context: PageContext,
  wanted: Wanted = {},
): Promise<readonly UseRow[]> {
  const acting = actionContextOf(context);
  if (acting.actor.kind !== 'person') return [];
  const all = await listLived(tx, knownOf(acting), improperUses, wanted);
  const opened = await openTo(
    tx,
    acting,
    readImproperUses,
    all.map(({ record }) => record),
  );
  return all.flatMap((one): readonly UseRow[] => {
    const grant = opened.get(one.record);
    const state = one.steps.some(({ to }) => to === 'concluded') ? 'concluded' : 'recorded';
    return grant === undefined ? [] : [{ ...one, state, grant }];
  });
}

type Shown = { names: Names; context: PageContext };

function UseState({ state, context }: { state: ImproperUseState; context: PageContext }) {
  return <StatusMark tone={tones[state]} text={authorisationTexts(context.language).useStates[state]} />;
}

export function UsesTable({ rows, names, context }: Shown & { rows: readonly UseRow[] }) {
  const { uses: words, page } = authorisationTexts(context.language);
  return (
    <DataTable<UseRow>
      caption={words.title}
      rows={rows}
      rowHref={({ record }) => context.href(improperUses.href(record.id))}
      columns={[
        { title: words.found, cell: ({ record }) => String(record.body.found) },
        { title: words.foundOn, cell: ({ record }) => writtenDate(record.body.found_on, context.language) },
        {
          title: page.party,
          cell: ({ record }) => <Named id={String(record.body.party)} names={names} context={context} />,
        },
        {
          title: page.supplier,
          cell: ({ record }) => <Named id={String(record.body.supplier)} names={names} context={context} />,
        },
        { title: page.state, cell: ({ state }) => <UseState state={state} context={context} /> },
        {
          title: words.done,
          cell: ({ record }) => (typeof record.body.done === 'string' ? record.body.done : words.notYet),
        },
      ]}
    />
  );
}

async function load(context: PageContext, wanted: Wanted = {}) {
  return context.read(async (tx) => {
    const rows = await readUses(tx, context, wanted);
    const moment = { register: context.register.id, knownAt: context.knownAt };
    const shown = rows.map(({ record, steps }) => [record.body, steps.map(({ by }) => by)]);
    return { rows, names: await loadNames(tx, moment, shown) };
  });
}

const listed = (rows: readonly UseRow[]) => rows.map(({ record, grant }) => [record.id, grant] as const);

/** The register of improper use: what concerns the reader's party or the party that the reader supervises. */
export const improperUsesPage: Page = {
  path: '/practice/exchange/improper-uses',
  navigation: 'practice',
  render: async (context) => {
    const { uses: words, page } = authorisationTexts(context.language);
    const { rows, names } = await load(context);
    recordReading(context, improperUses.name, listed(rows));
    return ok({
      title: words.title,
      lede: words.lede,
      crumbs: crumbsTo(context),
      ...(rows.length === 0 ? {} : { exports: ['csv', 'xlsx', 'json'] as const }),
      body: (
        <Stack>
          <ExchangeTabs current="uses" context={context} />
          {rows.length > 0 && <Basis>{page.open}</Basis>}
          <Section title={words.title} id="uses">
            {rows.length > 0 ? (
              <UsesTable rows={rows} names={names} context={context} />
            ) : context.actor.kind === 'person' ? (
              <EmptyState why={words.none} what={words.noneWhat} who={words.noneWho} />
            ) : (
              <EmptyState why={words.closedWhy} what={page.closedWhat} who={page.closedWho} />
            )}
          </Section>
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const { uses: words, page } = authorisationTexts(context.language);
    const { rows } = await load(context);
    if (rows.length === 0) return fail(problem('authorisations_not_allowed'));
    recordReading(context, improperUses.name, listed(rows));
    const notes = {
      id: texts(context.language).exports.id,
      authorisation: words.authorisation,
      supplier: page.supplier,
      party: page.party,
      found: words.found,
      foundOn: words.foundOn,
      recordedBy: words.recordedBy,
      state: page.state,
      done: words.done,
    };
    return ok({
      name: `${context.register.id}-improper-uses`,
      title: words.title,
      columns: Object.entries(notes).map(([key, note]) => ({ key, title: key, note })),
      rows: rows.map(({ record: { id, body }, state }) => ({
        id,
        authorisation: String(body.authorisation),
        supplier: String(body.supplier),
        party: String(body.party),
        found: String(body.found),
        foundOn: String(body.found_on),
        recordedBy: String(body.recorded_by),
        state,
        done: typeof body.done === 'string' ? body.done : null,
      })),
      notes: [...exportNotes(context), page.open],
    });
  },
};

/** One entry of it. What is not there and what is not for the reader look alike. */
export const improperUsePage: Page = {
  path: '/practice/exchange/improper-uses/:id',
  navigation: 'practice',
  render: async (context) => {
    const { uses: words, page } = authorisationTexts(context.language);
    const id = context.params.id ?? '';
    const { rows, names } = await load(context, { ids: [id] });
    const crumbs = crumbsTo(context, 'uses');
    const title = improperUses.label[context.language].one;
    const [row] = rows;
    if (row === undefined)
      return ok({
        title,
        crumbs,
        body: <EmptyState why={words.closedWhy} what={page.closedWhat} who={page.closedWho} />,
      });
    recordReading(context, improperUses.name, listed([row]));
    const { body } = row.record;
    const offers = await context.read((tx) => listOffers(tx, context, improperUses.name, id));
    const named = (party: unknown) => <Named id={String(party)} names={names} context={context} />;
    return ok({
      title,
      crumbs,
      body: (
        <Stack>
          <Basis>{page.open}</Basis>
          <Offered offers={offers} context={context} />
          <Section title={words.found} id="found">
            <FieldList
              fields={[
                { label: words.found, value: String(body.found) },
                { label: words.foundOn, value: writtenDate(body.found_on, context.language) },
                { label: words.recordedBy, value: named(body.recorded_by) },
                {
                  label: words.authorisation,
                  value: (
                    <a href={context.href(authorisations.href(String(body.authorisation)))}>
                      {authorisations.label[context.language].one}
                    </a>
                  ),
                },
                { label: page.party, value: named(body.party) },
                { label: page.supplier, value: named(body.supplier) },
                { label: page.state, value: <UseState state={row.state} context={context} /> },
                { label: words.done, value: typeof body.done === 'string' ? body.done : words.notYet },
              ]}
            />
          </Section>
          <Section title={page.history} id="history">
            <Timeline moments={momentsOf(row.steps, page.acts, tones, { names, context })} />
          </Section>
        </Stack>
      ),
    });
  },
};
