import { dossierTitles } from '#evidence';
import { localize } from '#kernel/localized-text.ts';
import { ok } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { offersToMake } from '#platform/actions/offers.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { ExportTable, Page, PageContext } from '#platform/module.ts';
import { pageOf } from '#platform/page/address.ts';
import { Stack } from '#platform/page/components.tsx';
import { countedFacet } from '#platform/page/counted-facet.ts';
import { type Facet, RecordList } from '#platform/page/list.tsx';
import { Lang } from '#platform/page/missing.tsx';
import { texts } from '#platform/text/texts.ts';
import { Named, type Names, plainName } from '../../names.tsx';
import { ProgrammeTabs } from '../../programme/pages/programme-tabs.tsx';
import { NothingKnown } from '../../register/pages/nothing-known.tsx';
import { unionTexts } from '../../text/texts.ts';
import { groupAnswer } from '../answers.ts';
import { type GroupState, groupStates } from '../model.ts';
import { listedParticipants } from '../rules/participation.ts';
import { type Group, type GroupEntry, isKnownAt, listGroupEntries, listGroups, loadNames } from '../store.ts';
import { PartiesByRole } from './participation.tsx';
import { GroupStateMark } from './state.tsx';

const pageSize = 50;
const stateOrder = [...groupStates, 'none', 'unknown'];

const momentOf = ({ register, asOf, knownAt }: PageContext) => ({ register: register.id, asOf, knownAt });

/** One page of the groups that the address asks for, and what all groups can be filtered by. */
async function load(context: PageContext) {
  const moment = momentOf(context);
  const number = pageOf(context.query);
  return context.read(async (tx) => {
    const all = await listGroupEntries(tx, context.register, moment);
    const found = [...chosen(context, all)].sort(
      (a, b) => stateOrder.indexOf(a.state) - stateOrder.indexOf(b.state),
    );
    const ids = found.slice((number - 1) * pageSize, number * pageSize).map(({ id }) => id);
    const byId = new Map((await listGroups(tx, moment, ids)).map((group) => [group.id, group]));
    const rows = ids.flatMap((id) => byId.get(id) ?? []);
    const names = await loadNames(tx, moment, [
      rows.map(({ record: { body } }) => listedParticipants(body)),
      [...new Set(all.map(({ parent }) => parent))],
    ]);
    const titleOf = await dossierTitles(tx, context.register, context.knownAt, context.language);
    const offers = await offersToMake(tx, context, ['groups/propose', 'sheets/upload']);
    return { all, rows, number, total: found.length, names, titleOf, offers };
  });
}

/** The value of `?under=` for groups above which the source names nothing; no id begins so. */
export const underNothing = '-';

/** The filters of the address: a state, a dossier and what stands above, each as often as wanted. */
function chosen(context: PageContext, all: readonly GroupEntry[]): readonly GroupEntry[] {
  const asked = (name: FilterName) => context.query.getAll(name);
  const [states, dossiers, parents] = [asked('state'), asked('dossier'), asked('under')];
  return all.filter(
    ({ state, dossier, parent }) =>
      (states.length === 0 || states.includes(state)) &&
      (dossiers.length === 0 || (dossier !== null && dossiers.includes(dossier))) &&
      (parents.length === 0 || parents.includes(parent ?? underNothing)),
  );
}

export const groupsPage: Page = {
  path: '/groups',
  navigation: 'programme',
  filters: true,
  render: async (context) => {
    const words = unionTexts(context.language);
    if (!isKnownAt(context.register, context.knownAt))
      return ok({
        title: words.groups.title,
        body: <NothingKnown context={context} />,
      });
    const { all, rows, number, total, names, titleOf, offers } = await load(context);
    return ok({
      title: words.groups.title,
      lede: words.groups.lede,
      crumbs: [{ text: words.programme.title, href: context.href('/programme') }],
      exports: ['csv', 'xlsx', 'json'],
      body: (
        <Stack>
          <ProgrammeTabs current="groups" context={context} />
          <Offered offers={offers} context={context} />
          <RecordList<Group>
            caption={words.groups.title}
            rows={rows}
            rowHref={(group) => context.href(`/groups/${group.id}`)}
            columns={[
              {
                title: words.groups.group,
                cell: (group) => (
                  <>
                    <Lang text={group.title} />
                    {typeof group.record.body.code === 'string' && <small>{group.record.body.code}</small>}
                  </>
                ),
              },
              {
                title: words.groups.state,
                cell: (group) => (
                  <GroupStateMark state={group.state} missing={group.record.body.status_missing} />
                ),
              },
              {
                title: words.groups.parent,
                cell: (group) =>
                  typeof group.record.body.parent === 'string' ? (
                    <Named id={group.record.body.parent} names={names} context={context} />
                  ) : null,
              },
              {
                title: words.groups.parties,
                cell: (group) => (
                  <PartiesByRole
                    parts={listedParticipants(group.record.body)}
                    names={names}
                    context={context}
                  />
                ),
              },
            ]}
            facets={facetsOf(context, all, titleOf, names)}
            clearHref={context.href('/groups')}
            page={{
              number,
              size: pageSize,
              total,
              hrefOf: (page) => context.href('/groups', { ...filters(context), page: String(page) }),
            }}
          />
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const moment = momentOf(context);
    const found = await context.read(async (tx) => {
      const entries = await listGroupEntries(tx, context.register, moment);
      const ids = chosen(context, entries).map(({ id }) => id);
      return listGroups(tx, moment, ids);
    });
    return ok(groupsTable(context, found));
  },
};

type FilterName = 'state' | 'dossier' | 'under';

/** The address's own filters; `href` takes one value a name, and the list offers one of each. */
function filters(context: PageContext): Readonly<Record<FilterName, string | null>> {
  const asked = (name: FilterName) => context.query.get(name);
  return { state: asked('state'), dossier: asked('dossier'), under: asked('under') };
}

function facetsOf(
  context: PageContext,
  all: readonly GroupEntry[],
  titleOf: (dossier: string) => string,
  names: Names,
): readonly Facet[] {
  const words = unionTexts(context.language);
  const facet = (
    key: FilterName,
    label: string,
    valueFor: (group: GroupEntry) => string | null,
    labelOf: (value: string) => string,
  ): Facet =>
    countedFacet(
      context,
      { key, label },
      all.flatMap((group) => valueFor(group) ?? []),
      {
        labelOf,
        hrefOf: (value) => context.href('/groups', { ...filters(context), [key]: value }),
      },
    );
  return [
    facet(
      'state',
      words.groups.state,
      (group) => group.state,
      (value) => words.groupStates[value as GroupState] ?? value,
    ),
    facet('dossier', words.groups.dossier, (group) => group.dossier, titleOf),
    facet(
      'under',
      words.groups.parent,
      (group) => group.parent ?? underNothing,
      (value) =>
        value === underNothing
          ? texts(context.language).missing.not_stated
          : plainName(value, names, context.language),
    ),
  ];
}

function groupsTable(context: PageContext, all: readonly Group[]): ExportTable {
  const words = unionTexts(context.language).columns;
  const shared = texts(context.language).exports;
  const notes = {
    id: shared.id,
    title: shared.title,
    state: words.state,
    since: words.since,
    why: words.why,
    next: words.next,
    parent: words.parent,
    source: shared.source,
  };
  return {
    name: `${context.register.id}-groups`,
    title: unionTexts(context.language).groups.title,
    columns: Object.entries(notes).map(([key, note]) => ({ key, title: key, note })),
    rows: all.map((group) => {
      const answer = groupAnswer(group, context.language);
      const unknown = 'why' in group.state ? group.state : null;
      return {
        id: group.id,
        title: localize(group.title, context.language, ['en']).text,
        state: group.state.state,
        since: answer.since ?? ('seenOn' in answer ? (answer.seenOn ?? null) : null),
        why: unknown?.why ?? null,
        next: unknown?.next == null ? null : `${unknown.next.state} ${unknown.next.on}`,
        parent: typeof group.record.body.parent === 'string' ? group.record.body.parent : null,
        source: Array.isArray(group.record.body.source) ? group.record.body.source.join(', ') : null,
      };
    }),
    notes: exportNotes(context),
  };
}
