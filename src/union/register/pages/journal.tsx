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
import { entryAnswer, publicKinds, toldToAll } from '../answers.ts';
import { eventName } from './event-name.ts';

const pageSize = 50;
const mostExported = 10_000;

type Entry = RecordedEntry & { readonly place: number | null };

async function load(context: PageContext, limit: number, offset: number) {
  const [subject, event] = [context.query.get('subject'), context.query.get('event')];
  return context.read((tx) =>
    listJournal(tx, {
      register: context.register.id,
      ...(subject === null ? {} : { subject }),
      ...(event === null ? {} : { event }),
      limit,
      offset,
      told: toldToAll(context),
    }),
  );
}

/**
 * What happened to the register, newest first; who did it by role, never by name, for the public. Whoever looks: what was done with
 * records that are not for everybody is not in it, and not in any count of it.
 */
export const journalPage: Page = {
  path: '/journal',
  navigation: null,
  render: async (context) => {
    const words = unionTexts(context.language).journal;
    const number = pageOf(context.query);
    const { entries, total } = await load(context, pageSize, (number - 1) * pageSize);
    const kinds = publicKinds(context);
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
                if (kind === undefined) return words.whole;
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
      rows: entries.map(entryAnswer),
      notes: exportNotes(context, { rows: entries.length, total }),
    });
  },
};
