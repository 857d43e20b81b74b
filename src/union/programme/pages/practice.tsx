import { cases, indicators } from '#evidence';
import { lastDay } from '#kernel/dates.ts';
import { ok } from '#kernel/result.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { EmptyState, Section, Stack } from '#platform/page/components.tsx';
import { Lang } from '#platform/page/missing.tsx';
import { loadPanels } from '#platform/page/panels.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { allRecords, countRecords, type StoredRecord } from '#platform/records/records.ts';
import { remember } from '#platform/records/remember.ts';
import { groups } from '../../bodies/model.ts';
import { instruments } from '../../law/model.ts';
import { unionTexts } from '../../text/texts.ts';

/** The practical cooperations, each with what the register holds of it. */
export const practicePage: Page = {
  path: '/practice',
  navigation: 'practice',
  key: 'r',
  render: async (context) => {
    const words = unionTexts(context.language);
    const moment = { register: context.register.id, knownAt: context.knownAt };
    const { rows, counts } = await context.read(async (tx) => ({
      rows: await allRecords(tx, { ...moment, kinds: [cases.name] }),
      counts: await countByDossier(tx, context),
    }));
    const of = (kind: string, dossier: string) => counts[kind]?.[dossier] ?? 0;
    const link = (kind: string, record: StoredRecord) => (
      <a href={context.href('/find', { kind, dossier: record.id })}>{of(kind, record.id)}</a>
    );
    return ok({
      title: words.practice.title,
      lede: words.practice.lede,
      body: (
        <Stack>
          {rows.length === 0 ? (
            <EmptyState why={words.record.notTreated} />
          ) : (
            <Section title={words.overview.dossiers}>
              <DataTable<StoredRecord>
                caption={words.overview.dossiers}
                rows={rows}
                rowHref={(record) => context.href(cases.href(record.id))}
                columns={[
                  {
                    title: words.practice.dossier,
                    cell: (record) => <Lang text={cases.title(record.body)} />,
                  },
                  {
                    title: words.practice.groups,
                    figure: true,
                    cell: (record) => link(groups.name, record),
                  },
                  {
                    title: words.practice.instruments,
                    figure: true,
                    cell: (record) => link(instruments.name, record),
                  },
                  {
                    title: words.practice.figures,
                    figure: true,
                    cell: (record) => link(indicators.name, record),
                  },
                ]}
              />
            </Section>
          )}
          {await loadPanels(practicePage, context)}
        </Stack>
      ),
    });
  },
};

const counted = [groups.name, instruments.name, indicators.name];

/** How many records of each counted kind a dossier has. */
function countByDossier(tx: Transaction, { register, knownAt }: PageContext) {
  return remember(register, ['by-dossier', lastDay(knownAt)], async () => {
    const counts: Record<string, Readonly<Record<string, number>>> = {};
    for (const kind of counted) {
      const { facets } = await countRecords(tx, { register: register.id, knownAt, kinds: [kind] });
      counts[kind] = facets.dossier ?? {};
    }
    return counts;
  });
}
