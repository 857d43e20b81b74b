import type { PageContext } from '#platform/module.ts';
import { EmptyState, Note, Section } from '#platform/page/components.tsx';
import { sectionExports } from '#platform/page/section-exports.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { instruments, plainName } from '#union';
import { agreementsPath } from '../../openings/pages/parts.tsx';
import { openingTexts } from '../../openings/text/texts.ts';
import { requestTexts } from '../../requests/text/texts.ts';
import type { Counted, CountedReason, MissingAgreement } from '../store.ts';
import { oversightTexts } from '../text/texts.ts';
import { oversightPaths } from './parts.tsx';
import type { LoadedSupervision, Shown } from './supervision.tsx';

/** What was asked, in numbers. */

export function toolsOf(
  table: string,
  title: string,
  { language, href }: PageContext,
  drawn: Readonly<Record<string, string>> = {},
) {
  return sectionExports(title, language, (format) =>
    href(oversightPaths.supervision, { ...drawn, table, format }),
  );
}

type Names = Pick<LoadedSupervision, 'names'>;

export function pairText(
  { from, to }: { readonly from: string; readonly to: string },
  { names }: Names,
  { language }: PageContext,
): string {
  return `${plainName(from, names, language)} → ${plainName(to, names, language)}`;
}

export function articleText(
  { article, instrument }: { readonly article: string | null; readonly instrument: string },
  { names }: Names,
  { language }: PageContext,
): string {
  const title = plainName(instrument, names, language, [instruments]);
  return article === null ? title : openingTexts(language).page.articleIn(article, title);
}

export function OutcomeCounts({ loaded, context }: Shown) {
  const { supervision: words } = oversightTexts(context.language);
  const { outcomes } = requestTexts(context.language);
  return (
    <Section title={words.outcomes} id="outcomes" tools={toolsOf('outcomes', words.outcomes, context)}>
      <DataTable<Counted>
        caption={words.outcomes}
        rows={loaded.outcomes}
        columns={[
          { title: words.between, cell: (row) => pairText(row, loaded, context) },
          { title: words.direction, cell: ({ direction }) => words.directions[direction] },
          { title: words.article, cell: (row) => articleText(row, loaded, context) },
          { title: words.outcome, cell: ({ outcome }) => outcomes[outcome] },
          { title: words.count, figure: true, cell: ({ count }) => count },
        ]}
      />
    </Section>
  );
}

export function ReasonCounts({ loaded, context }: Shown) {
  const { supervision: words } = oversightTexts(context.language);
  return (
    <Section title={words.reasons} id="reasons" tools={toolsOf('reasons', words.reasons, context)}>
      {loaded.reasons.length === 0 ? (
        <p>{words.reasonsNone}</p>
      ) : (
        <>
          <DataTable<CountedReason>
            caption={words.reasons}
            rows={loaded.reasons}
            columns={[
              { title: words.reason, cell: ({ code }) => words.codes[code] },
              { title: words.between, cell: (row) => pairText(row, loaded, context) },
              { title: words.direction, cell: ({ direction }) => words.directions[direction] },
              { title: words.article, cell: (row) => articleText(row, loaded, context) },
              { title: words.count, figure: true, cell: ({ count }) => count },
            ]}
          />
          <Note>{words.reasonsHint}</Note>
        </>
      )}
    </Section>
  );
}

/** The indicator for ministers: what an agreement between two states would have let through. */
export function AgreementCounts({ loaded, context }: Shown) {
  const { supervision: words } = oversightTexts(context.language);
  const { agreements: page } = openingTexts(context.language);
  return (
    <Section
      title={words.agreements}
      id="agreements"
      tools={[
        { text: page.title, href: context.href(agreementsPath) },
        ...toolsOf('agreements', words.agreements, context),
      ]}
    >
      {loaded.agreements.length === 0 ? (
        <EmptyState
          why={words.agreementsNone}
          what={<a href={context.href(agreementsPath)}>{page.title}</a>}
        />
      ) : (
        <>
          <Note>{words.agreementsWhat}</Note>
          <DataTable<MissingAgreement>
            caption={words.agreements}
            rows={loaded.agreements}
            columns={[
              { title: words.article, cell: (row) => articleText(row, loaded, context) },
              {
                title: words.pair,
                cell: ({ one, other }) =>
                  [one, other].map((id) => plainName(id, loaded.names, context.language)).join(' – '),
              },
              { title: words.month, cell: ({ month }) => month },
              { title: words.count, figure: true, cell: ({ count }) => count },
            ]}
          />
        </>
      )}
    </Section>
  );
}
