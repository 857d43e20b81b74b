import { daysBetween, lastDay, type PlainDate } from '#kernel/dates.ts';
import { ok } from '#kernel/result.ts';
import { grantsOn } from '#platform/access/access.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { type Offer, offersToMake } from '#platform/actions/offers.ts';
import { todayOn } from '#platform/clock.ts';
import type { Transaction } from '#platform/database/database.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { pageOf } from '#platform/page/address.ts';
import { Stack, StatusMark } from '#platform/page/components.tsx';
import { countedFacet } from '#platform/page/counted-facet.ts';
import { type Facet, RecordList } from '#platform/page/list.tsx';
import { SaidText } from '#platform/page/missing.tsx';
import { texts } from '#platform/text/texts.ts';
import { loadNames } from '../../bodies/store.ts';
import { deadlinesFeed } from '../../feeds/deadlines.ts';
import { Named, type Names, plainName } from '../../names.tsx';
import { ProgrammeTabs } from '../../programme/pages/programme-tabs.tsx';
import { commitmentPath, dueText } from '../../register/pages/due.tsx';
import type { Commitment } from '../rules/commitment.ts';
import { type ListedCommitment, listCommitments } from '../store.ts';
import { commitmentTexts } from '../text/texts.ts';
import { commitmentTones } from './tones.ts';

const pageSize = 100;
const filterNames = ['state', 'owner', 'watcher', 'origin', 'overdue'] as const;
type FilterName = (typeof filterNames)[number];

/** The value of a filter for what has no owner or watcher; no id begins so. */
const notStated = '-';

/** Days past the last day on which it can be due; null where it is not owed or has no date. */
export function daysOver({ state, dueLatest }: Commitment, day: PlainDate): number | null {
  return state !== 'open' || dueLatest === null ? null : daysBetween(dueLatest, day);
}

function facetValue(one: Commitment, name: FilterName, day: PlainDate): string {
  switch (name) {
    case 'state':
      return one.state;
    case 'origin':
      return one.madeIn;
    case 'overdue':
      return (daysOver(one, day) ?? 0) > 0 ? 'yes' : 'no';
    case 'owner':
    case 'watcher':
      return one[name] ?? notStated;
  }
}

async function load(context: PageContext) {
  const moment = { register: context.register.id, knownAt: context.knownAt };
  const day = lastDay(context.asOf);
  return context.read(async (tx) => {
    const { commitments } = await listCommitments(tx, context);
    const found = commitments
      .filter(({ one }) =>
        filterNames.every((name) => {
          const asked = context.query.get(name);
          return asked === null || asked === facetValue(one, name, day);
        }),
      )
      .toSorted((a, b) => orderOf(a.one, day) - orderOf(b.one, day));
    return {
      all: commitments,
      found,
      names: await loadNames(
        tx,
        moment,
        commitments.map(({ one }) => [one.owner, one.watcher]),
      ),
      offers: await offersToPromise(tx, context),
    };
  });
}

/** The longest overdue first, then what is due next, what has no date, and what is owed no more. */
function orderOf(one: Commitment, day: PlainDate): number {
  const over = daysOver(one, day);
  if (over !== null) return -over;
  return one.state === 'open' ? 1_000_000 : 2_000_000;
}

/** The way to the form of a promise: for whoever follows commitments, else for the one that the reader acts for. */
async function offersToPromise(tx: Transaction, context: PageContext): Promise<readonly Offer[]> {
  const any = await offersToMake(tx, context, ['commitments/record']);
  if (any.length > 0) return any;
  const grants = grantsOn(context.actor, context.register.id, todayOn(context.clock));
  for (const { party, body } of grants) {
    const owner = party ?? body;
    const own = owner === null ? [] : await offersToMake(tx, context, ['commitments/record'], { owner });
    if (own.length > 0) return own;
  }
  return [];
}

/** The one list of everything that somebody owes. */
export const commitmentsPage: Page = {
  path: '/commitments',
  navigation: 'programme',
  filters: true,
  render: async (context) => {
    const { page: words, states, recommendations } = commitmentTexts(context.language);
    const { all, found, names, offers } = await load(context);
    const day = lastDay(context.asOf);
    const number = pageOf(context.query);
    return ok({
      title: words.title,
      lede: (
        <>
          {words.lede} <a href={context.href('/recommendations')}>{recommendations.title}</a>
        </>
      ),
      exports: ['csv', 'xlsx', 'json'],
      feeds: [{ feed: deadlinesFeed }],
      body: (
        <Stack>
          <ProgrammeTabs current="commitments" context={context} />
          <Offered offers={offers} context={context} />
          <RecordList<ListedCommitment>
            caption={words.title}
            rows={found.slice((number - 1) * pageSize, number * pageSize)}
            rowHref={({ one }) => context.href(commitmentPath(one))}
            columns={[
              {
                title: words.commitment,
                cell: ({ one }) => <SaidText said={{ text: one.text, language: one.language }} />,
                below: ({ one }) => (one.reviews === true ? <small>{words.review}</small> : null),
              },
              {
                title: words.owner,
                cell: ({ one }) => <Holder id={one.owner} names={names} context={context} />,
              },
              {
                title: words.watcher,
                cell: ({ one }) => <Holder id={one.watcher} names={names} context={context} />,
              },
              {
                title: words.due,
                cell: ({ one }) => dueText(one, context) || words.notStated,
                below: ({ one }) => {
                  const over = daysOver(one, day);
                  return over === null || over <= 0 ? null : <small>{words.daysLate(over)}</small>;
                },
              },
              {
                title: words.state,
                cell: ({ one }) => <StatusMark tone={commitmentTones[one.state]} text={states[one.state]} />,
                below: ({ one }) => (one.reason === null ? null : <small>{one.reason}</small>),
              },
            ]}
            facets={facetsOf(context, all, names, day)}
            clearHref={context.href('/commitments')}
            empty={
              all.length === 0 ? { why: words.none, what: words.noneWhat, who: words.noneWho } : undefined
            }
            page={{
              number,
              size: pageSize,
              total: found.length,
              hrefOf: (page) => context.href('/commitments', { ...filters(context), page: String(page) }),
            }}
          />
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const { found } = await load(context);
    const words = commitmentTexts(context.language).page;
    const shared = texts(context.language).exports;
    const day = lastDay(context.asOf);
    const notes = {
      id: shared.id,
      commitment: words.commitment,
      language: shared.titleLanguage,
      state: words.state,
      owner: words.owner,
      watcher: words.watcher,
      due: words.due,
      daysOver: words.overdueNote,
      doneOn: words.doneOn,
      origin: words.origin,
      record: words.said,
      reason: words.reasonNote,
    };
    return ok({
      name: `${context.register.id}-commitments`,
      title: words.title,
      columns: Object.entries(notes).map(([key, note]) => ({ key, title: key, note })),
      rows: found.map(({ uid, one }) => ({
        id: uid,
        commitment: one.text,
        language: one.language,
        state: one.state,
        owner: one.owner,
        watcher: one.watcher,
        due: one.stated ?? one.dueLatest,
        daysOver: daysOver(one, day),
        doneOn: one.doneOn,
        origin: one.madeIn,
        record: `${one.origin.kind}/${one.origin.id}`,
        reason: one.reason,
      })),
      notes: exportNotes(context),
    });
  },
};

function Holder({ id, names, context }: { id: string | null; names: Names; context: PageContext }) {
  if (id === null) return <span class="missing">{commitmentTexts(context.language).page.notStated}</span>;
  return <Named id={id} names={names} context={context} />;
}

/** The address's own filters; `href` takes one value a name, and the list offers one of each. */
function filters(context: PageContext): Readonly<Record<string, string | null>> {
  return Object.fromEntries(filterNames.map((name) => [name, context.query.get(name)]));
}

function facetsOf(
  context: PageContext,
  all: readonly ListedCommitment[],
  names: Names,
  day: PlainDate,
): readonly Facet[] {
  const { page: words, states, origins } = commitmentTexts(context.language);
  const nameOf = (id: string) =>
    id === notStated ? words.notStated : plainName(id, names, context.language);
  const told: Readonly<Record<FilterName, (value: string) => string | undefined>> = {
    state: (value) => states[value as keyof typeof states],
    owner: nameOf,
    watcher: nameOf,
    origin: (value) => origins[value as keyof typeof origins],
    overdue: (value) => (value === 'yes' ? words.yes : words.no),
  };
  return filterNames.map((key) => {
    const facet = countedFacet(
      context,
      { key, label: words[key] },
      all.map(({ one }) => facetValue(one, key, day)),
      {
        labelOf: told[key],
        hrefOf: (value) => context.href('/commitments', { ...filters(context), [key]: value }),
      },
    );
    return { ...facet, values: facet.values.toSorted((a, b) => b.count - a.count) };
  });
}
