import { formatDate } from '#kernel/dates.ts';
import { localize } from '#kernel/localized-text.ts';
import { ok } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { offersToMake } from '#platform/actions/offers.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { EmptyState, Section, Stack, StatusMark } from '#platform/page/components.tsx';
import { Lang } from '#platform/page/missing.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { allRecords, type StoredRecord } from '#platform/records/records.ts';
import { listStates, type StateAt } from '#platform/records/transitions.ts';
import { texts } from '#platform/text/texts.ts';
import { ProgrammeTabs } from '../../programme/pages/programme-tabs.tsx';
import { type InitiativeState, initiatives } from '../model.ts';
import { initiativeTexts } from '../text/texts.ts';
import { initiativeTones } from './tones.ts';

type Row = { readonly record: StoredRecord; readonly state: StateAt | undefined };

async function load(context: PageContext) {
  const moment = { register: context.register.id, asOf: context.asOf, knownAt: context.knownAt };
  return context.read(async (tx) => {
    const records = await allRecords(tx, { ...moment, kinds: [initiatives.name] });
    const states = await listStates(tx, { ...moment, kind: initiatives.name });
    const byId = new Map(states.map((state) => [state.subject, state]));
    const rows: readonly Row[] = records.map((record) => ({ record, state: byId.get(record.id) }));
    return { rows, offers: await offersToMake(tx, context, ['initiatives/record']) };
  });
}

/** Every signal, and what became of it. */
export const initiativesPage: Page = {
  path: '/initiatives',
  navigation: 'programme',
  render: async (context) => {
    const { page: words, states } = initiativeTexts(context.language);
    const { rows, offers } = await load(context);
    return ok({
      title: words.title,
      lede: words.lede,
      exports: ['csv', 'xlsx', 'json'],
      body: (
        <Stack>
          <ProgrammeTabs current="initiatives" context={context} />
          <Offered offers={offers} context={context} />
          <Section title={words.title}>
            {rows.length === 0 ? (
              <EmptyState why={words.none} who={words.noneWho} />
            ) : (
              <DataTable<Row>
                caption={words.title}
                rows={rows}
                rowHref={({ record }) => context.href(initiatives.href(record.id))}
                columns={[
                  {
                    title: words.initiative,
                    cell: ({ record }) => <Lang text={initiatives.title(record.body)} />,
                  },
                  {
                    title: words.state,
                    cell: ({ state }) =>
                      state === undefined ? null : (
                        <StatusMark
                          tone={initiativeTones[state.state as InitiativeState] ?? 'none'}
                          text={states[state.state as InitiativeState] ?? state.state}
                        />
                      ),
                  },
                  {
                    title: words.since,
                    cell: ({ state }) =>
                      state !== undefined && 'since' in state && state.since !== null
                        ? formatDate(state.since, context.language)
                        : null,
                  },
                ]}
              />
            )}
          </Section>
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const { rows } = await load(context);
    const words = initiativeTexts(context.language).page;
    const shared = texts(context.language).exports;
    return ok({
      name: `${context.register.id}-initiatives`,
      title: words.title,
      columns: [
        { key: 'id', title: 'id', note: shared.id },
        { key: 'title', title: 'title', note: shared.title },
        { key: 'state', title: 'state', note: words.state },
        { key: 'since', title: 'since', note: words.since },
      ],
      rows: rows.map(({ record, state }) => ({
        id: record.id,
        title: localize(initiatives.title(record.body), context.language, ['en']).text,
        state: state?.state ?? null,
        since: state !== undefined && 'since' in state ? state.since : null,
      })),
      notes: exportNotes(context),
    });
  },
};
