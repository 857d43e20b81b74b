import { type EmptyReason, EmptyState } from './components.tsx';
import { useTexts } from './page-language.ts';
import { SavedFilters } from './saved-filters.tsx';
import { DataTable, type PageOfRows, Pagination, type TableProps } from './table.tsx';

/** One way to narrow a list. A filter is an address, so each value is a link that switches it on or off. */
export type Facet = {
  /** The filter's name in the address, for example `dossier`. */
  readonly key: string;
  readonly label: string;
  readonly values: readonly FacetValue[];
};

export type FacetValue = {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly active: boolean;
  /** Address of the list with this value switched the other way. */
  readonly href: string;
};

/** Words to search for within the list; `kept` are the other parameters of the address. */
export type ListSearch = {
  readonly action: string;
  readonly text: string;
  readonly kept: readonly (readonly [name: string, value: string])[];
};

type Narrowing = {
  readonly facets: readonly Facet[];
  readonly search?: ListSearch | undefined;
  /** Address of the list without any filter. */
  readonly clearHref: string;
};

export type RecordListProps<Row> = TableProps<Row> &
  Narrowing & {
    readonly page: PageOfRows;
    /** What to say when there are no rows; absent, the list explains itself by its filters. */
    readonly empty?: EmptyReason | undefined;
  };

/** The one list: Find and every list of records. Rows first, then the filters, at their right on a wide screen. */
export function RecordList<Row>(props: RecordListProps<Row>) {
  const words = useTexts().list;
  const { page, empty, facets, search, clearHref, ...table } = props;
  const narrowing = { facets, search, clearHref };
  const filtered = activeValues(facets).length > 0 || (search?.text ?? '') !== '';
  const offersFilters = search !== undefined || facets.some((facet) => facet.values.length > 0);
  return (
    <div class={offersFilters ? 'list' : 'list unfiltered'}>
      <div class="sheet list-rows">
        <div class="list-head">
          <p role="status">
            <strong>{words.results(page.total)}</strong>
          </p>
          {offersFilters && (
            <a class="to-filters" href="#filters">
              {words.filter}
            </a>
          )}
        </div>
        <ActiveFilters {...narrowing} />
        {table.rows.length > 0 ? (
          <DataTable {...table} />
        ) : (
          <EmptyState
            {...(empty ??
              (filtered
                ? { why: words.empty.filtered, what: words.empty.filteredWhat }
                : { why: words.empty.none, what: words.empty.noneWhat }))}
          />
        )}
        <Pagination {...page} />
      </div>
      {offersFilters && <FilterPanel {...narrowing} />}
    </div>
  );
}

/** How many values a facet shows before the rest is folded away. */
const shownValues = 8;

export function FilterPanel({ facets, search }: Narrowing) {
  const words = useTexts().list;
  return (
    <section class="filters" id="filters" aria-label={words.filter}>
      {search !== undefined && (
        <form class="field" action={search.action} method="get">
          <label for="list-search">{words.search}</label>
          <div class="joined">
            <input id="list-search" type="search" name="q" value={search.text} />
            <button type="submit">{words.searchSubmit}</button>
          </div>
          {search.kept.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
        </form>
      )}
      {facets
        .filter((facet) => facet.values.length > 0)
        .map((facet) => (
          <div class="facet">
            <h2>{facet.label}</h2>
            <FacetValues values={facet.values.slice(0, shownValues)} />
            {facet.values.length > shownValues && (
              <details open={facet.values.slice(shownValues).some((value) => value.active)}>
                <summary>{words.more(facet.values.length - shownValues)}</summary>
                <FacetValues values={facet.values.slice(shownValues)} />
              </details>
            )}
          </div>
        ))}
      <SavedFilters />
    </section>
  );
}

function FacetValues({ values }: { values: readonly FacetValue[] }) {
  const words = useTexts().list;
  return (
    <ul>
      {values.map(({ label, count, active, href }) => (
        <li>
          <a class={active ? 'choice chosen' : 'choice'} href={href} rel="nofollow">
            <span>
              {label}
              {active && <span class="unseen"> ({words.chosen})</span>}
            </span>
            <span class="count">{count}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function ActiveFilters({ facets, search, clearHref }: Narrowing) {
  const words = useTexts().list;
  const active = activeValues(facets);
  if (active.length === 0 && (search?.text ?? '') === '') return null;
  return (
    <ul class="active-filters" aria-label={words.active}>
      {active.map(({ facet, value }) => (
        <li>
          <a class="chip" href={value.href} aria-label={words.remove(`${facet.label}: ${value.label}`)}>
            <span>
              {facet.label}: {value.label}
            </span>
            <span class="cross" aria-hidden="true" />
          </a>
        </li>
      ))}
      {search !== undefined && search.text !== '' && (
        <li>
          <span class="chip">“{search.text}”</span>
        </li>
      )}
      <li>
        <a href={clearHref}>{words.clear}</a>
      </li>
    </ul>
  );
}

function activeValues(facets: readonly Facet[]) {
  return facets.flatMap((facet) =>
    facet.values.filter((value) => value.active).map((value) => ({ facet, value })),
  );
}
