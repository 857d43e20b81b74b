import type { Language } from '#kernel/languages.ts';
import type { Said } from '#kernel/localized-text.ts';
import { feedFormats } from './format.ts';
import { element, writeXml } from './xml.ts';

export type AtomEntry = {
  /** An IRI that never changes: `urn:uuid:…`. */
  readonly id: string;
  readonly title: Said;
  /** Instant at which the record, or what happened to it, was taken in. */
  readonly updated: string;
  readonly href: string;
  readonly summary: string | null;
  readonly categories: readonly { readonly term: string; readonly label: string }[];
};

export type AtomFeed = {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly language: Language;
  /** Who answers for the feed (RFC 4287, section 4.1.1: a feed must name one where its entries do not). */
  readonly author: string;
  readonly rights: string;
  /** Address of this feed, and of the page that shows the same. */
  readonly self: string;
  readonly alternate: string;
  /** Address of older entries (RFC 5005, section 3); null: there are none. */
  readonly next: string | null;
  /** For a feed without entries; of others the newest entry says it. */
  readonly updatedWhenEmpty: string;
  readonly entries: readonly AtomEntry[];
};

/** RFC 4287, entries in the order given. */
export function writeAtom(feed: AtomFeed): string {
  const updated = feed.entries.map((entry) => entry.updated).sort();
  const link = (rel: string, href: string, type: string) => element('link', { rel, href, type });
  return writeXml(
    element('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language }, [
      element('id', {}, [feed.id]),
      element('title', {}, [feed.title]),
      element('subtitle', {}, [feed.subtitle]),
      element('updated', {}, [updated.at(-1) ?? feed.updatedWhenEmpty]),
      element('author', {}, [element('name', {}, [feed.author])]),
      element('rights', {}, [feed.rights]),
      link('self', feed.self, feedFormats.atom.type),
      link('alternate', feed.alternate, 'text/html'),
      feed.next === null ? null : link('next', feed.next, feedFormats.atom.type),
      ...feed.entries.map((entry) =>
        element('entry', { 'xml:lang': entry.title.language }, [
          element('id', {}, [entry.id]),
          element('title', {}, [entry.title.text]),
          element('updated', {}, [entry.updated]),
          link('alternate', entry.href, 'text/html'),
          ...entry.categories.map(({ term, label }) => element('category', { term, label })),
          entry.summary === null ? null : element('summary', { 'xml:lang': feed.language }, [entry.summary]),
        ]),
      ),
    ]),
  );
}
