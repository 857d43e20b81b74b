import { ok } from '#kernel/result.ts';
import { DocumentView } from '#platform/document/view.tsx';
import { documentFormats } from '#platform/document/write.ts';
import type { Page } from '#platform/module.ts';
import { reportTexts } from '../../text/report/report-texts.ts';
import { unionTexts } from '../../text/texts.ts';
import { getReport } from '../answers.ts';

/** The annual report of one year, with the way to the other years and to its other formats. */
export const reportPage: Page = {
  path: '/report/:year',
  navigation: 'programme',
  render: async (context) => {
    const words = reportTexts(context.language);
    const found = await getReport(context, { year: context.params.year ?? '' });
    if (!found.ok) return found;
    const { report, years } = found.value;
    return ok({
      title: report.title,
      lede: <span lang={report.subtitle.language}>{report.subtitle.text}</span>,
      crumbs: [
        { text: unionTexts(context.language).programme.title, href: context.href('/programme') },
        { text: words.list, href: context.href('/report') },
      ],
      exports: documentFormats,
      body: (
        <>
          <DocumentView content={report} hrefOf={(path) => context.href(path)} />
          <nav class="years" aria-label={words.otherYears}>
            {years
              .filter((year) => year !== context.params.year)
              .map((year) => (
                <a class="chip" href={context.href(`/report/${year}`)}>
                  {words.title(year)}
                </a>
              ))}
          </nav>
        </>
      ),
    });
  },
  exportDocument: async (context) => {
    const found = await getReport(context, { year: context.params.year ?? '' });
    return found.ok ? ok(found.value.report) : found;
  },
};
