import { ok } from '#kernel/result.ts';
import { documentFormats } from '#platform/document/write.ts';
import type { Page } from '#platform/module.ts';
import { EmptyState, Section, Stack } from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { texts } from '#platform/text/texts.ts';
import { isKnownAt } from '../../bodies/store.ts';
import { ProgrammeTabs } from '../../programme/pages/programme-tabs.tsx';
import { reportTexts } from '../../text/report/report-texts.ts';
import { unionTexts } from '../../text/texts.ts';
import { listReportYears } from '../answers.ts';

/** The years that the source reports on, each with its report in every format. */
export const reportsPage: Page = {
  path: '/report',
  navigation: 'programme',
  render: async (context) => {
    const words = reportTexts(context.language);
    const { exports, exportAs } = texts(context.language).shell;
    const years = await listReportYears(context);
    return ok({
      title: words.list,
      lede: words.listLede,
      crumbs: [{ text: unionTexts(context.language).programme.title, href: context.href('/programme') }],
      body: (
        <Stack>
          <ProgrammeTabs current="report" context={context} />
          <Section title={words.list}>
            {years.length === 0 ? (
              <EmptyState
                why={
                  isKnownAt(context.register, context.knownAt)
                    ? words.listEmpty
                    : unionTexts(context.language).nothingKnown(context.knownAt, context.register.knownFrom)
                }
              />
            ) : (
              <DataTable<string>
                caption={words.list}
                rows={years.toReversed()}
                rowHref={(year) => context.href(`/report/${year}`)}
                columns={[
                  { title: words.year, cell: (year) => words.title(year) },
                  {
                    title: words.formats,
                    cell: (year) => (
                      <span class="years">
                        {documentFormats.map((format) => (
                          <a
                            class="chip"
                            href={context.href(`/report/${year}`, { format })}
                            aria-label={`${words.title(year)}: ${exportAs(exports[format])}`}
                            download
                          >
                            {exports[format]}
                          </a>
                        ))}
                      </span>
                    ),
                  },
                ]}
              />
            )}
          </Section>
        </Stack>
      ),
    });
  },
};
