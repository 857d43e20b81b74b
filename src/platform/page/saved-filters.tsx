import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { filterOf } from '#platform/filters/address.ts';
import { longestName, type SavedFilter } from '#platform/filters/saved-filters.ts';
import { type Address, formatAddress } from './address.ts';
import { EmptyState } from './components.tsx';
import { PageAddress, useTexts } from './page-language.ts';

/** What the reader of a list keeps names for; null for a visitor. */
export type ReaderFilters = {
  readonly filters: readonly SavedFilter[];
  /** Whom filters can be shared with: the name of the party, '' for those who act for none, null for nobody. */
  readonly shareWith: string | null;
};

/** Undefined on pages whose filters have no names. */
export const PageFilters = createContext<ReaderFilters | null | undefined>(undefined);

/** The names that the reader has for filters of this list, and the way to name the one that is chosen. */
export function SavedFilters() {
  const held = useContext(PageFilters);
  const address = useContext(PageAddress);
  const words = useTexts().filters;
  if (held === undefined || address === null) return null;
  const chosen = filterOf(address.query);
  const here = formatAddress(address);
  if (held === null)
    return chosen === '' ? null : (
      <div class="facet" id="saved-filters">
        <h2>{words.title}</h2>
        <p>
          {words.visitor} <a href={`/sign-in?${new URLSearchParams({ return: here })}`}>{words.signIn}</a>
        </p>
      </div>
    );
  const filters = held.filters.filter(({ path }) => path === address.path);
  const kept = filters.filter((one) => !one.removed);
  // Not while its name is in use; of several with one name the last that was taken away.
  const gone = new Map(filters.filter((one) => one.removed).map((one) => [one.name, one]));
  const removed = [...gone.values()].filter(({ name }) => !kept.some((one) => one.own && one.name === name));
  const isNamed = kept.some(({ query, own }) => own && query === chosen);
  if (filters.length === 0 && chosen === '') return null;
  return (
    <div class="facet" id="saved-filters">
      <h2>{words.title}</h2>
      {kept.length > 0 && (
        <ul class="saved">
          {kept.map((filter) => (
            <li>
              <SavedFilterLink filter={filter} address={address} current={filter.query === chosen} />
              {filter.own && (
                <form method="post" action={filterPath(address, `/${filter.id}/remove`)}>
                  <input type="hidden" name="return" value={here} />
                  <button type="submit" class="plain" aria-label={words.removeNamed(filter.name)}>
                    {words.remove}
                  </button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {removed.map((filter) => (
        <form method="post" action={filterPath(address, `/${filter.id}/restore`)} class="removed">
          <input type="hidden" name="return" value={here} />
          <span role="status">{words.removed(filter.name)}</span>{' '}
          <button type="submit" class="plain" aria-label={words.restoreNamed(filter.name)}>
            {words.restore}
          </button>
        </form>
      ))}
      {chosen !== '' && !isNamed && (
        <NewFilter address={address} chosen={chosen} shareWith={held.shareWith} />
      )}
    </div>
  );
}

/** All names that the reader has, whatever their list. */
export function SavedFilterList({ filters }: { filters: readonly SavedFilter[] }) {
  const address = useContext(PageAddress);
  const words = useTexts().filters;
  if (filters.length === 0 || address === null) return <EmptyState why={words.none} what={words.noneWhat} />;
  return (
    <ul class="saved">
      {filters.map((filter) => (
        <li>
          <SavedFilterLink filter={filter} address={address} />
        </li>
      ))}
    </ul>
  );
}

/** A saved filter leads to its list in the reader's language. */
function SavedFilterLink(props: { filter: SavedFilter; address: Address; current?: boolean }) {
  const { filter, address, current = false } = props;
  const words = useTexts();
  const { path, query } = filter;
  return (
    <a
      class={current ? 'choice chosen' : 'choice'}
      href={formatAddress({ ...address, path, query: new URLSearchParams(query) })}
      aria-current={current ? 'page' : undefined}
    >
      <span>{filter.name}</span>
      {filter.shared && <small>{filter.own ? words.filters.shared : words.filters.ofColleague}</small>}
    </a>
  );
}

function NewFilter({
  address,
  chosen,
  shareWith,
}: {
  address: Address;
  chosen: string;
  shareWith: string | null;
}) {
  const words = useTexts().filters;
  return (
    <form method="post" action={filterPath(address, '')} class="field">
      <label for="filter-name">{words.name}</label>
      <div class="joined">
        <input id="filter-name" name="name" required maxLength={longestName} autocomplete="off" />
        <button type="submit">{words.save}</button>
      </div>
      {shareWith !== null && (
        <label class="check">
          <input type="checkbox" name="share" value="yes" />{' '}
          {shareWith === '' ? words.shareWithColleagues : words.shareWith(shareWith)}
        </label>
      )}
      <input type="hidden" name="path" value={address.path} />
      <input type="hidden" name="query" value={chosen} />
      <input type="hidden" name="return" value={formatAddress(address)} />
    </form>
  );
}

const filterPath = (address: Address, below: string) =>
  formatAddress({ ...address, path: `/filters${below}`, query: new URLSearchParams() });
