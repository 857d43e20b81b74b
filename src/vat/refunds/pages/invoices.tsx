import { formatDate } from '#kernel/dates.ts';
import type { PageContext } from '#platform/module.ts';
import { pageOf } from '#platform/page/address.ts';
import { EmptyState, Note, Section, StatusMark, type Tone } from '#platform/page/components.tsx';
import { sectionExports } from '#platform/page/section-exports.tsx';
import { DataTable, Pagination } from '#platform/page/table.tsx';
import { claims } from '../kinds.ts';
import type { Claim } from '../model.ts';
import type { PreCheck } from '../rules/pre-check.ts';
import { acceptedOf, type InvoiceVerdict, ofWhole, verdictsOf } from '../rules/verdicts.ts';
import { workTexts } from '../text/work/work-texts.ts';
import { Findings, written } from './parts.tsx';

const pageSize = 50;
const tones: Readonly<Record<InvoiceVerdict['verdict'], Tone>> = {
  accepted: 'good',
  in_part: 'part',
  refused: 'bad',
};

/** What the check found: of the application as a whole, and invoice by invoice with code and reason. */
export function InvoicesSection({
  claim,
  check,
  context,
}: {
  claim: Claim;
  check: PreCheck | null;
  context: PageContext;
}) {
  const { language } = context;
  const { claim: words, verdicts: marks } = workTexts(language);
  if (check === null)
    return (
      <Section title={words.check} id="invoices">
        <EmptyState why={words.noInvoices} what={words.noInvoicesWhat} />
      </Section>
    );
  const verdicts = verdictsOf(check);
  const whole = ofWhole(check);
  const number = pageOf(context.query, 'invoices-page');
  const shown = verdicts.slice((number - 1) * pageSize, number * pageSize);
  const path = claims.href(claim.id);
  const amount = (cents: number | null) => (cents === null ? '–' : written(cents, claim.currency, language));
  return (
    <Section
      title={words.check}
      id="invoices"
      tools={sectionExports(words.tables.invoices, language, (format) =>
        context.href(path, { table: 'invoices', format }),
      )}
    >
      <Note>{words.checkNote}</Note>
      <p>
        {whole.length === 0 ? (
          words.wholeNone
        ) : (
          <>
            {words.whole}: <Findings findings={whole} context={context} />
          </>
        )}
      </p>
      {check.copies > 0 && <p>{words.copies({ count: check.copies })}</p>}
      <DataTable<InvoiceVerdict>
        caption={words.invoices}
        rows={shown}
        columns={[
          { title: words.number, cell: ({ invoice, place }) => invoice.number ?? `[${place + 1}]` },
          { title: words.supplier, cell: ({ invoice }) => invoice.supplier ?? '–' },
          {
            title: words.date,
            cell: ({ invoice }) => (invoice.date === null ? '–' : formatDate(invoice.date, language)),
          },
          {
            title: words.nature,
            cell: ({ invoice: { nature } }) => (nature === null ? '–' : natureText(nature, language)),
          },
          { title: words.vat, figure: true, cell: ({ invoice }) => amount(invoice.vat) },
          { title: words.deductible, figure: true, cell: ({ invoice }) => amount(invoice.deductible) },
          { title: words.stands, figure: true, cell: ({ cents }) => amount(cents) },
          {
            title: words.verdict,
            cell: ({ verdict }) => <StatusMark tone={tones[verdict]} text={marks[verdict]} />,
            below: ({ findings }) =>
              findings.length === 0 ? null : (
                <small>
                  <Findings findings={findings} context={context} />
                </small>
              ),
          },
        ]}
        total={[...[words.total, '', '', '', ''], amount(check.deductible), amount(acceptedOf(verdicts)), '']}
      />
      <Pagination
        number={number}
        size={pageSize}
        total={verdicts.length}
        label={words.invoices}
        hrefOf={(page) => context.href(path, { 'invoices-page': String(page) })}
      />
    </Section>
  );
}

function natureText(nature: string, language: PageContext['language']): string {
  const natures: Readonly<Record<string, string>> = workTexts(language).natures;
  return natures[nature] ?? nature;
}
