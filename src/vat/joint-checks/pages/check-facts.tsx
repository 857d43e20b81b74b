import type { ExportTable, PageContext } from '#platform/module.ts';
import { EmptyState, Note, Section } from '#platform/page/components.tsx';
import { sectionExports } from '#platform/page/section-exports.tsx';
import { DataTable } from '#platform/page/table.tsx';
import type { StoredRecord } from '#platform/records/records.ts';
import { texts } from '#platform/text/texts.ts';
import { plainName } from '#union';
import { checkFacts, checkSheets, jointChecks } from '../model.ts';
import type { Fact, Reader, SeenCheck } from '../store.ts';
import { jointCheckTexts } from '../text/texts.ts';
import { PagesOf, type Shown, sliceOf, tableOf } from './check-parts.tsx';
import { amountText, dateText, traderText } from './parts.tsx';

/** What states say of the items of a check, and the sheets that brought it. */

export function Facts({ check, names, context, reader }: Shown & { reader: Reader }) {
  const { language } = context;
  const { page: words, sorts, treatments } = jointCheckTexts(language);
  const { agreed } = check.standing;
  const own = check.states.filter((party) => reader.delegate.includes(party));
  const sees = own.some((party) => agreed.has(party));
  const hidden = check.states.filter((party) => !own.includes(party) && !(sees && agreed.has(party)));
  return (
    <Section
      title={words.factsOf}
      id="facts"
      tools={
        check.facts.length === 0
          ? []
          : sectionExports(words.factsOf, language, (format) =>
              context.href(jointChecks.href(check.id), { table: 'facts', format }),
            )
      }
    >
      {hidden.length > 0 && (
        <Note>
          {words.factsHidden({ parties: hidden.map((one) => plainName(one, names, language)).join(', ') })}
        </Note>
      )}
      {check.facts.length === 0 ? (
        <EmptyState why={words.noFacts} what={words.noFactsWhat} who={words.noFactsWho} />
      ) : (
        <>
          <DataTable<Fact>
            caption={words.factsOf}
            rows={sliceOf(check.facts, 'facts-page', context)}
            rowHref={({ id }) => context.href(checkFacts.href(id))}
            columns={[
              { title: words.item, cell: ({ item }) => item },
              { title: words.sort, cell: ({ sort }) => sorts[sort] },
              { title: words.on, cell: ({ date }) => dateText(date as never, language) },
              { title: words.by, cell: ({ state }) => plainName(state, names, language) },
              {
                title: words.seller,
                cell: (fact) => ofTrade(fact, traderText(fact.seller, language), fact.seller),
              },
              {
                title: words.buyer,
                cell: (fact) => ofTrade(fact, traderText(fact.buyer, language), fact.buyer),
              },
              {
                title: words.amount,
                figure: true,
                cell: (fact) => ofTrade(fact, amountText(fact.cents, language), fact.cents),
              },
              {
                title: words.treatment,
                cell: (fact) =>
                  ofTrade(
                    fact,
                    fact.declared_as === undefined ? words.unknown : treatments[fact.declared_as],
                    fact.declared_as,
                  ),
                below: ({ detail }) => (detail === undefined ? null : <small>{detail}</small>),
              },
            ]}
          />
          <PagesOf
            {...{ check, names, context }}
            name="facts-page"
            total={check.facts.length}
            label={words.factsOf}
          />
        </>
      )}
    </Section>
  );
}

/** Of a movement or an owner nobody asks for what a trade has: a gap there is no unknown. */
function ofTrade({ sort }: Fact, text: string, said: unknown): string {
  return said === undefined && sort !== 'sale' && sort !== 'purchase' ? '–' : text;
}

export function Sheets({ check, context }: Shown) {
  const { page: words } = jointCheckTexts(context.language);
  return (
    <Section title={words.sheets} id="sheets">
      <DataTable<StoredRecord>
        caption={words.sheets}
        rows={check.sheets}
        rowHref={({ id }) => context.href(checkSheets.href(id))}
        columns={[
          { title: words.sheet, cell: ({ body }) => String(body.name) },
          { title: words.rows, cell: ({ body }) => words.rowsLine(body.rows as Record<string, number>) },
        ]}
      />
    </Section>
  );
}

export function factsTable(check: SeenCheck, context: PageContext): ExportTable {
  const { page: words, columns } = jointCheckTexts(context.language);
  const notes = {
    id: texts(context.language).exports.id,
    state: words.by,
    item: words.item,
    fact: words.sort,
    date: columns.day,
    seller: columns.number,
    buyer: columns.number,
    cents: columns.centsOfFact,
    declared_as: words.treatment,
    detail: columns.detail,
  };
  const rows = check.facts.map(
    ({ id, state, item, sort, date, seller, buyer, cents, declared_as, detail }) => ({
      ...{ id, state, item, fact: sort, date, seller: seller ?? null, buyer: buyer ?? null },
      ...{ cents: cents ?? null, declared_as: declared_as ?? null, detail: detail ?? null },
    }),
  );
  return tableOf(context, 'joint-check-facts', words.factsOf, notes, rows);
}
