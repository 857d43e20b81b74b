import { formatDate } from '#kernel/dates.ts';
import { ok, type Result } from '#kernel/result.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { EmptyState, Section, Stack } from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { reportTexts } from '../../text/report/report-texts.ts';
import { type FrozenAnswer, getFrozen } from '../answers.ts';
import type { DatedErratum } from '../frozen.ts';

/** What the frozen report says beside what it would say now; also on the page of the report itself. */
export function ErrataTable({ errata, context }: { errata: readonly DatedErratum[]; context: PageContext }) {
  const words = reportTexts(context.language).frozen;
  if (errata.length === 0) return <EmptyState why={words.errataNone} />;
  return (
    <DataTable<DatedErratum>
      caption={words.errata}
      rows={errata}
      columns={[
        { title: words.section, cell: ({ section }) => section },
        {
          title: words.place,
          cell: ({ where, row, column }) => [where, row, column].filter((one) => one !== null).join(' › '),
        },
        { title: words.was, cell: ({ frozen }) => frozen ?? reportTexts(context.language).none },
        { title: words.now, cell: ({ live }) => live ?? reportTexts(context.language).none },
        { title: words.since, cell: ({ since }) => formatDate(since, context.language) },
      ]}
    />
  );
}

const load = (context: PageContext): Promise<Result<FrozenAnswer>> =>
  getFrozen(context, { year: context.params.year ?? '' });

/** Everything in which a frozen report is overtaken by what became known since, with an export. */
export const errataPage: Page = {
  path: '/report/:year/errata',
  navigation: 'programme',
  render: async (context) => {
    const words = reportTexts(context.language);
    const found = await load(context);
    if (!found.ok) return found;
    const { year } = found.value.frozen;
    return ok({
      title: words.frozen.errata,
      lede: words.frozen.errataLede,
      crumbs: [
        { text: words.list, href: context.href('/report') },
        { text: words.title(year), href: context.href(`/report/${year}`) },
      ],
      exports: ['csv', 'xlsx', 'json'],
      body: (
        <Stack>
          <Section title={words.frozen.errata} id="errata">
            <ErrataTable errata={found.value.errata} context={context} />
          </Section>
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const found = await load(context);
    if (!found.ok) return found;
    const { frozen, errata } = found.value;
    const words = reportTexts(context.language).frozen;
    const keys = ['section', 'where', 'row', 'column', 'frozen', 'live', 'since'] as const;
    return ok({
      name: `${context.register.id}-report-${frozen.year}-errata`,
      title: `${words.errata}: ${frozen.year}`,
      columns: keys.map((key) => ({ key, title: key, note: words.columns[key] })),
      rows: errata,
      notes: exportNotes(context),
    });
  },
};
