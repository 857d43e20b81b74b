import { lastDay } from '#kernel/dates.ts';
import { localize } from '#kernel/localized-text.ts';
import { ok } from '#kernel/result.ts';
import { type AtomEntry, writeAtom } from '#platform/export/atom.ts';
import { exportNotes } from '#platform/export/notes.ts';
import { idOfName } from '#platform/id.ts';
import { listChanges, type RecordedEntry } from '#platform/journal/journal.ts';
import type { Feed, FeedContext } from '#platform/module.ts';
import { pageOf } from '#platform/page/address.ts';
import type { Kind } from '#platform/records/kind.ts';
import { allRecords } from '#platform/records/records.ts';
import { eventName } from '../register/pages/event-name.ts';
import { unionTexts } from '../text/texts.ts';

/** Entries a page; older ones follow by the link `next`. */
const pageSize = 100;

/** What the journal says of records themselves; who read what is nobody's news. */
const changes = ['record.added', 'record.corrected', 'record.restored', 'register.imported'];

/** Records added and corrected, newest first, as the journal has them. */
export const changesFeed: Feed = {
  path: '/changes.atom',
  format: 'atom',
  title: (language) => unionTexts(language).feeds.changes,
  parameters: ['page'],
  answer: async (context) => {
    const { language, register, knownAt } = context;
    const words = unionTexts(language);
    const page = pageOf(context.query);
    const kinds = new Map(
      context.modules
        .flatMap((module) => module.kinds)
        .filter(({ visibility }) => visibility === 'public')
        .map((kind) => [kind.name, kind]),
    );
    const { entries, titles } = await context.read(async (tx) => {
      // One more than is shown says whether there are others.
      const found = await listChanges(tx, {
        register: register.id,
        knownAt,
        told: {
          kinds: [...kinds.keys()],
          events: [...changes, ...context.modules.flatMap(({ actions }) => actions.map(({ name }) => name))],
        },
        limit: pageSize + 1,
        offset: (page - 1) * pageSize,
      });
      const named = found.map((entry) => subjectOf(entry));
      const records = await allRecords(tx, {
        register: register.id,
        knownAt,
        kinds: [...new Set(named.map(({ kind }) => kind))],
        ids: [...new Set(named.map(({ id }) => id))],
      });
      return {
        entries: found,
        titles: new Map(
          records.flatMap(({ kind, id, body }) => {
            const known = kinds.get(kind);
            return known === undefined ? [] : [[`${kind}/${id}`, known.title(body)] as const];
          }),
        ),
      };
    });
    const entryOf = (entry: RecordedEntry): AtomEntry => {
      const subject = subjectOf(entry);
      const kind: Kind | undefined = kinds.get(subject.kind);
      const event = eventName(entry.event, context);
      const title = titles.get(`${subject.kind}/${subject.id}`);
      const said = title === undefined ? null : localize(title, language, ['en']);
      const label = kind === undefined ? words.journal.whole : kind.label[language].one;
      return {
        id: `urn:uuid:${entry.id}`,
        title: {
          text:
            subject.id === ''
              ? `${event}, ${register.title}`
              : words.feeds.change(event, label, said?.text ?? subject.id),
          language,
        },
        updated: entry.recordedAt,
        href: context.address(kind === undefined ? '/about' : kind.href(subject.id)),
        summary:
          entry.effectiveOn === null ? null : words.feeds.knownSince(entry.effectiveOn as typeof knownAt),
        categories: [
          { term: entry.event, label: event },
          ...(kind === undefined ? [] : [{ term: kind.name, label: kind.label[language].one }]),
        ],
      };
    };
    return ok(
      writeAtom({
        ...headOf(context, changesFeed),
        subtitle: words.journal.lede,
        alternate: context.address('/journal'),
        self: context.address(changesFeed.path, page === 1 ? {} : { page: String(page) }),
        next:
          entries.length > pageSize ? context.address(changesFeed.path, { page: String(page + 1) }) : null,
        entries: entries.slice(0, pageSize).map(entryOf),
      }),
    );
  },
};

function subjectOf({ subject }: RecordedEntry): { readonly kind: string; readonly id: string } {
  const [kind = '', ...rest] = (subject ?? '').split('/');
  return { kind, id: rest.join('/') };
}

/** What feeds of one register share. */
export function headOf(context: FeedContext, feed: Feed) {
  const { language, register, knownAt } = context;
  return {
    // By language, since a reader's program may hold both of two.
    id: `urn:uuid:${idOfName(`${register.id}${feed.path}?language=${language}`)}`,
    title: `${feed.title(language)}, ${register.title}`,
    language,
    author: register.title,
    rights: exportNotes(context).join(' '),
    // Of a feed without entries all that is certain is the day that it was asked about.
    updatedWhenEmpty: `${lastDay(knownAt)}T00:00:00Z`,
  };
}
