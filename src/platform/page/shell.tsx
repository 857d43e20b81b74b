import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { compareForOrder, type PartialDate } from '#kernel/dates.ts';
import { languages } from '#kernel/languages.ts';
import { feedFormats } from '#platform/export/format.ts';
import {
  type ExportFormat,
  type FeedLink,
  feedPath,
  type NavigationEntry,
  navigationEntries,
  type PageContent,
} from '#platform/module.ts';
import { type Address, datesOf, formatAddress } from './address.ts';
import { assetHref } from './assets.ts';
import { footKeys, KeysButton, KeysDialog } from './keys-dialog.tsx';
import { SaidText } from './missing.tsx';
import { PageAddress, PageLanguage, useLanguage, useTexts } from './page-language.ts';
import { PageFilters, type ReaderFilters } from './saved-filters.tsx';
import { type ShownDates, TopBar, type TopBarProps } from './top-bar.tsx';

export type NavigationLink = {
  readonly entry: NavigationEntry;
  readonly href: string;
  /** Letter after `g` that leads here. */
  readonly key?: string | undefined;
  /** Items that wait for the reader there. */
  readonly count?: number | undefined;
};

export type PageShellProps = TopBarProps &
  Pick<PageContent, 'title' | 'lede' | 'crumbs' | 'exports' | 'feeds'> & {
    /** Title of the register that the page belongs to. */
    readonly registerTitle: string | null;
    /** The register is made up. */
    readonly synthetic?: boolean | undefined;
    /** In any order; the shell puts them in the fixed one. Visitors get no desk. */
    readonly navigation: readonly NavigationLink[];
    readonly current: NavigationEntry | null;
    /** Calm for citizens and inspectors, dense for those who work with lists all day. */
    readonly density?: 'calm' | 'dense' | undefined;
    /** Names that the reader has for filters; undefined on a page that has none. */
    readonly filters?: ReaderFilters | null | undefined;
    /** What the reader has just done. */
    readonly notice?: string | undefined;
    readonly version: string;
    readonly children: ComponentChildren;
  };

/** The document that every page stands in. */
export function PageShell(props: PageShellProps) {
  const { address, theme, density = 'calm' } = props;
  return (
    <PageLanguage.Provider value={address.language}>
      <PageAddress.Provider value={address}>
        <html
          lang={address.language}
          data-theme={theme === 'system' ? undefined : theme}
          data-density={density}
        >
          <Head {...props} />
          <body>
            <SkipLink />
            <TopBar {...props} />
            <div class={props.navigation.length > 0 ? 'shell' : 'shell alone'}>
              {props.navigation.length > 0 && <Navigation {...props} />}
              <div class="page">
                <main id="content" tabIndex={-1}>
                  {props.notice !== undefined && (
                    <p class="note" role="status">
                      {props.notice}
                    </p>
                  )}
                  <PageHead {...props} />
                  {props.dates !== null && <DateNotice {...props} dates={props.dates} />}
                  <PageFilters.Provider value={props.filters}>{props.children}</PageFilters.Provider>
                </main>
                <Footer {...props} />
              </div>
            </div>
            <KeysDialog navigation={orderedNavigation(props)} />
          </body>
        </html>
      </PageAddress.Provider>
    </PageLanguage.Provider>
  );
}

/** The page as the reader's browser gets it. */
export function renderDocument(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}

/** Media types of the tables that pages offer. */
export const exportTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** The feed in the page's language, at the dates that the reader chose. */
function feedHref(address: Address, link: FeedLink): string {
  const dated = { ...address, path: feedPath(link), query: datesOf(address.query) };
  return formatAddress(dated, { query: link.query ?? {} });
}

function Head({ address, title, registerTitle, exports = [], feeds = [] }: PageShellProps) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>
        {[typeof title === 'string' ? title : title.text, registerTitle, 'Tripoint']
          .filter((part) => part !== null)
          .join(' · ')}
      </title>
      <link rel="icon" href={assetHref('mark.svg')} type="image/svg+xml" />
      <link
        rel="preload"
        href={assetHref('latin.woff2')}
        as="font"
        type="font/woff2"
        crossorigin="anonymous"
      />
      <link rel="stylesheet" href={assetHref('style.css')} />
      <script type="module" src={assetHref('client.js')} />
      {languages.map((language) => (
        <link rel="alternate" hreflang={language} href={formatAddress(address, { language })} />
      ))}
      {exports.map((format) => (
        <link
          rel="alternate"
          type={exportTypes[format]}
          href={formatAddress(address, { query: { format } })}
        />
      ))}
      {feeds.map((link) => (
        <link
          rel="alternate"
          type={feedFormats[link.feed.format].type}
          title={link.title ?? link.feed.title(address.language)}
          href={feedHref(address, link)}
        />
      ))}
    </head>
  );
}

function SkipLink() {
  const words = useTexts().shell;
  return (
    <a class="skip" href="#content">
      {words.skip}
    </a>
  );
}

function orderedNavigation({ navigation, person }: PageShellProps): readonly NavigationLink[] {
  return navigationEntries
    .filter((entry) => entry !== 'desk' || person !== null)
    .flatMap((entry) => navigation.filter((link) => link.entry === entry));
}

function Navigation(props: PageShellProps) {
  const words = useTexts().shell;
  return (
    <nav class="entries" aria-label={words.navigation}>
      {orderedNavigation(props).map(({ entry, href, key, count }) => (
        <a href={href} data-key={key} aria-current={entry === props.current ? 'page' : undefined}>
          <span>{words.entries[entry]}</span>
          {count !== undefined && count > 0 && <small>{count}</small>}
        </a>
      ))}
    </nav>
  );
}

function PageHead({ address, crumbs = [], title, lede, exports = [], feeds = [] }: PageShellProps) {
  const words = useTexts().shell;
  return (
    <div class="page-head">
      {crumbs.length > 0 && (
        <nav class="crumbs" aria-label={words.crumbs}>
          <ol>
            {crumbs.map((crumb) => (
              <li>
                <a href={crumb.href}>{crumb.text}</a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div class="title-row">
        <h1>{typeof title === 'string' ? title : <SaidText said={title} />}</h1>
        {exports.length > 0 && (
          <div class="tools">
            {exports.map((format) => (
              <a
                href={formatAddress(address, { query: { format } })}
                aria-label={words.exportAs(words.exports[format])}
                download
              >
                {words.exports[format]}
              </a>
            ))}
            <span>{words.print}</span>
          </div>
        )}
      </div>
      {lede !== undefined && <p class="lede">{lede}</p>}
      {feeds.length > 0 && (
        <ul class="tools" aria-label={words.feeds}>
          {feeds.map((link) => (
            <li>
              <FeedAnchor link={link} address={address} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** A calendar and a newsreader come back by themselves; the other formats are taken once. */
function FeedAnchor({ link, address }: { link: FeedLink; address: Address }) {
  const words = useTexts().shell;
  const { name, subscribed } = feedFormats[link.feed.format];
  const title = link.title ?? link.feed.title(address.language);
  return (
    <a href={feedHref(address, link)}>{subscribed ? words.subscribe(title, name) : `${title} (${name})`}</a>
  );
}

/** Under every title: which moment the page shows, and the way to another (rule 5 of the house). */
function DateNotice({
  address,
  registerTitle,
  dates,
  synthetic = false,
}: PageShellProps & { dates: ShownDates }) {
  const { dates: words, exports } = useTexts();
  const { asOf, knownAt, today, horizon } = dates;
  const to = (date: PartialDate) => formatAddress(address, { query: { 'as-of': date, page: null } });
  // A register in which people work stands at today; to say so of every page would be noise.
  if (asOf === today && horizon === today && !synthetic)
    return (
      <p class="printed">
        {registerTitle}. {words.asOf(asOf)}, {words.known(knownAt)}
      </p>
    );
  const [text, href, link] =
    asOf === horizon
      ? [words.standsAt(horizon), to(today), words.showToday]
      : [
          compareForOrder(asOf, horizon) > 0 ? words.later(horizon) : words.earlier(asOf, horizon),
          to(horizon),
          words.showHorizon(horizon),
        ];
  return (
    <p class="notice">
      {synthetic && <strong>{exports.synthetic} </strong>}
      {horizon !== today && (
        <>
          {text} <a href={href}>{link}</a>
        </>
      )}
      {horizon === today && asOf !== today && <a href={to(today)}>{words.showToday}</a>}
      <span class="printed">
        {registerTitle}. {words.asOf(asOf)}, {words.known(knownAt)}
      </span>
    </p>
  );
}

function Footer({ address, version }: PageShellProps) {
  const words = useTexts().shell;
  const language = useLanguage();
  const to = (path: string) => formatAddress({ ...address, path, query: datesOf(address.query) });
  return (
    <footer class="foot">
      {address.register !== null && (
        <>
          <a href={to('/about')} data-key={footKeys.about}>
            {words.about}
          </a>
          <a href={to('/journal')} data-key={footKeys.journal}>
            {words.journal}
          </a>
        </>
      )}
      <a href={`/docs?language=${language}`}>{words.documentation}</a>
      <a href={`/docs/api?language=${language}`}>{words.api}</a>
      <KeysButton />
      <span>{words.licence}</span>
      <span>{words.version(version)}</span>
    </footer>
  );
}
