import type { ComponentChildren } from 'preact';
import type { PartialDate } from '#kernel/dates.ts';
import { languages } from '#kernel/languages.ts';
import { languageNames } from '#platform/text/texts.ts';
import { type Address, datesOf, formatAddress } from './address.ts';
import { useLanguage, useTexts } from './page-language.ts';

/** `system` follows the reader's device. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export type TopBarProps = {
  readonly address: Address;
  readonly registers: readonly { readonly id: string; readonly title: string }[];
  /** Null on a page that no date changes. `horizon` is when the register's source was made. */
  readonly dates: ShownDates | null;
  readonly theme: Theme;
  /** Who is signed in; null for a visitor. */
  readonly person: { readonly name: string; readonly demonstration: boolean } | null;
};

export type ShownDates = {
  readonly asOf: PartialDate;
  readonly knownAt: PartialDate;
  readonly today: PartialDate;
  readonly horizon: PartialDate;
};

export function TopBar({ address, registers, dates, theme, person }: TopBarProps) {
  return (
    <header class="top">
      <Brand address={address} />
      {address.register !== null && <SearchForm address={address} />}
      {dates !== null && <DateMenu address={address} dates={dates} />}
      {registers.length > 1 && <RegisterMenu address={address} registers={registers} />}
      <LanguageLinks address={address} />
      <ThemeMenu address={address} theme={theme} />
      <Account address={address} person={person} />
    </header>
  );
}

function Brand({ address }: { address: Address }) {
  const href =
    address.register === null ? '/' : formatAddress({ ...address, path: '', query: datesOf(address.query) });
  return (
    <a class="brand" href={href}>
      <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true">
        <path d="M13 13V2M13 13l9.5 6M13 13l-9.5 6" />
        <circle cx="13" cy="13" r="3.4" />
      </svg>
      Tripoint
    </a>
  );
}

function SearchForm({ address }: { address: Address }) {
  const words = useTexts().shell;
  return (
    <search class="search">
      <form action={formatAddress({ ...address, path: '/find', query: new URLSearchParams() })} method="get">
        <label class="unseen" for="search">
          {words.search}
        </label>
        <input
          id="search"
          type="search"
          name="q"
          placeholder={words.searchHint}
          value={address.path === '/find' ? (address.query.get('q') ?? '') : ''}
        />
        <HiddenFields query={datesOf(address.query)} />
        <button type="submit">{words.searchSubmit}</button>
      </form>
    </search>
  );
}

/** A menu that opens without script. */
function Menu(props: { kind: string; summary: ComponentChildren; children: ComponentChildren }) {
  return (
    <details class={`menu ${props.kind}`}>
      <summary class="chip">{props.summary}</summary>
      <div class="panel">{props.children}</div>
    </details>
  );
}

function DateMenu({ address, dates }: { address: Address; dates: ShownDates }) {
  const words = useTexts().dates;
  const { asOf, knownAt, today, horizon } = dates;
  const others = new URLSearchParams(
    [...address.query].filter(([name]) => !['as-of', 'known-at', 'page'].includes(name)),
  );
  return (
    <Menu
      kind="dates"
      summary={
        <span>
          <strong>{words.asOf(asOf)}</strong>, {words.known(knownAt)}
          <span class="unseen">. {words.change}</span>
        </span>
      }
    >
      <form action={formatAddress({ ...address, query: new URLSearchParams() })} method="get">
        <HiddenFields query={others} />
        <DateField name="as-of" label={words.asOfLabel} hint={words.asOfHint} value={asOf} />
        <DateField name="known-at" label={words.knownAtLabel} hint={words.knownAtHint} value={knownAt} />
        <button type="submit">{words.show}</button>
      </form>
      <ul>
        <li>
          <a href={formatAddress(address, { query: { 'as-of': today, 'known-at': null, page: null } })}>
            {words.today}
          </a>
        </li>
        <li>
          <a href={formatAddress(address, { query: { 'as-of': horizon, 'known-at': null, page: null } })}>
            {words.horizon(horizon)}
          </a>
        </li>
      </ul>
    </Menu>
  );
}

function DateField(props: { name: string; label: string; hint: string; value: PartialDate }) {
  const { name, label, hint, value } = props;
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <input
        id={name}
        name={name}
        value={value}
        pattern="\d{4}(-\d{2}(-\d{2})?)?"
        inputMode="numeric"
        autocomplete="off"
        aria-describedby={`${name}-hint`}
      />
      <small id={`${name}-hint`}>{hint}</small>
    </div>
  );
}

function RegisterMenu({ address, registers }: Pick<TopBarProps, 'address' | 'registers'>) {
  const words = useTexts().shell;
  const current = registers.find((register) => register.id === address.register);
  return (
    <Menu
      kind="registers"
      summary={
        <span>
          <span class="unseen">{words.register}: </span>
          {current?.title ?? words.register}
        </span>
      }
    >
      <ul>
        {registers.map(({ id, title }) => (
          <li>
            <a
              href={`/${address.language}/${id}`}
              aria-current={id === address.register ? 'true' : undefined}
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </Menu>
  );
}

function LanguageLinks({ address }: { address: Address }) {
  const words = useTexts().shell;
  const current = useLanguage();
  return (
    <nav class="languages" aria-label={words.language}>
      {languages.map((language) => (
        <a
          href={formatAddress(address, { language })}
          hreflang={language}
          lang={language}
          aria-current={language === current ? 'true' : undefined}
        >
          {language.toUpperCase()}
          <span class="unseen"> {languageNames[language]}</span>
        </a>
      ))}
    </nav>
  );
}

function ThemeMenu({ address, theme }: { address: Address; theme: Theme }) {
  const words = useTexts().shell;
  return (
    <Menu
      kind="theme"
      summary={
        <>
          <span class="half" aria-hidden="true" />
          <span class="unseen">{words.theme}</span>
        </>
      }
    >
      <form action="/theme" method="get">
        <p>{words.theme}</p>
        <input type="hidden" name="return" value={formatAddress(address)} />
        {themes.map((choice) => (
          <button type="submit" name="to" value={choice} aria-current={choice === theme ? 'true' : undefined}>
            {words.themes[choice]}
          </button>
        ))}
      </form>
    </Menu>
  );
}

function Account({ address, person }: Pick<TopBarProps, 'address' | 'person'>) {
  const words = useTexts().shell;
  if (person === null) {
    return (
      <a
        class="chip account"
        href={`/sign-in?return=${encodeURIComponent(formatAddress(address))}`}
        rel="nofollow"
      >
        {words.signIn}
      </a>
    );
  }
  return (
    <Menu kind="account" summary={<span>{person.name}</span>}>
      <p>{person.name}</p>
      {person.demonstration && <p>{words.demonstration}</p>}
      <form action="/sign-out" method="post">
        <button type="submit">{words.signOut}</button>
      </form>
    </Menu>
  );
}

function HiddenFields({ query }: { query: URLSearchParams }) {
  return (
    <>
      {[...query].map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
