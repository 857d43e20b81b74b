import { formatInstant } from '#kernel/dates.ts';
import { ok } from '#kernel/result.ts';
import { exportNotes } from '#platform/export/notes.ts';
import { listJournal, type RecordedEntry } from '#platform/journal/journal.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { pageOf } from '#platform/page/address.ts';
import { RecordList } from '#platform/page/list.tsx';
import { texts } from '#platform/text/texts.ts';
import { changesFeed } from '../../feeds/changes.ts';
import { unionTexts } from '../../text/texts.ts';
import { entryAnswer, publicKinds } from '../answers.ts';
import { eventName } from './event-name.ts';

const pageSize = 50;
const mostExported = 10_000;

type Entry = RecordedEntry & { readonly place: number | null };

async function load(context: PageContext, limit: number, offset: number) {
  const [subject, event] = [context.query.get('subject'), context.query.get('event')];
  // Of a kind that is not for everybody not even whether there are entries on one record.
  const [kind = ''] = (subject ?? '').split('/');
  if (subject !== null && !publicKinds(context).has(kind)) return { entries: [], total: 0 };
  return context.read((tx) =>
    listJournal(tx, {
      register: context.register.id,
      ...(subject === null ? {} : { subject }),
      ...(event === null ? {} : { event }),
      limit,
      offset,
    }),
  );
}

/** What happened to the register, newest first; who did it by role, never by name, for the public. */
export const journalPage: Page = {
  path: '/journal',
  navigation: null,
  render: async (context) => {
    const words = unionTexts(context.language).journal;
    const number = pageOf(context.query);
    const { entries, total } = await load(context, pageSize, (number - 1) * pageSize);
    const kinds = new Map(context.modules.flatMap((module) => module.kinds).map((kind) => [kind.name, kind]));
    const subject = context.query.get('subject');
    return ok({
      title: words.title,
      lede: words.lede,
      exports: ['csv', 'xlsx', 'json'],
      feeds: [{ feed: changesFeed }],
      body: (
        <RecordList<Entry>
          caption={words.title}
          rows={entries}
          columns={[
            {
              title: words.recorded,
              cell: (entry) => (
                <time dateTime={entry.recordedAt}>
                  {formatInstant(entry.recordedAt, context.language)} UTC
                </time>
              ),
            },
            { title: words.event, cell: (entry) => eventName(entry.event, context) },
            {
              title: words.subject,
              cell: (entry) => {
                const [kindName = '', ...rest] = (entry.subject ?? '').split('/');
                const kind = kinds.get(kindName);
                const id = rest.join('/');
                // Of what is no record, or of a kind that is not for everybody, only that there was one.
                if (kind === undefined) return kindName === '' ? words.whole : kindName;
                if (kind.visibility !== 'public') return kind.label[context.language].one;
                return (
                  <>
                    <a href={context.href(kind.href(id))}>{id}</a>{' '}
                    <small>{kind.label[context.language].one}</small>
                  </>
                );
              },
            },
            {
              title: words.actor,
              cell: ({ actor }) =>
                words.actors[actor.startsWith('operator') ? 'operator' : actor] ?? words.person,
            },
            { title: words.place, figure: true, cell: (entry) => entry.place ?? words.placeNone },
            {
              title: words.hash,
              cell: (entry) => <code title={entry.leafHash}>{entry.leafHash.slice(0, 12)}…</code>,
            },
          ]}
          facets={
            subject === null
              ? []
              : [
                  {
                    key: 'subject',
                    label: words.subject,
                    values: [
                      {
                        value: subject,
                        label: subject,
                        count: total,
                        active: true,
                        href: context.href('/journal'),
                      },
                    ],
                  },
                ]
          }
          clearHref={context.href('/journal')}
          empty={{ why: words.empty }}
          page={{
            number,
            size: pageSize,
            total,
            hrefOf: (page) => context.href('/journal', { subject, page: String(page) }),
          }}
        />
      ),
    });
  },
  exportTable: async (context) => {
    const words = unionTexts(context.language).columns;
    const shared = texts(context.language).exports;
    const { entries, total } = await load(context, mostExported, 0);
    const notes = {
      id: shared.id,
      recordedAt: words.recordedAt,
      event: words.event,
      subject: words.subject,
      actor: words.actor,
      place: words.place,
      leafHash: words.leafHash,
    };
    return ok({
      name: `${context.register.id}-journal`,
      title: unionTexts(context.language).journal.title,
      columns: Object.entries(notes).map(([key, note]) => ({ key, title: key, note })),
      rows: entries.map((entry) => entryAnswer(entry, publicKinds(context))),
      notes: exportNotes(context, { rows: entries.length, total }),
    });
  },
};
