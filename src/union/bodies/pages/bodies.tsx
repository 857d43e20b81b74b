import { sectionsOf } from '#evidence';
import { localize } from '#kernel/localized-text.ts';
import { ok } from '#kernel/result.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { ExportTable, Page, PageContext } from '#platform/module.ts';
import {
  BarRow,
  Columns,
  EmptyState,
  Figure,
  FigureRow,
  Section,
  Stack,
  Tree,
} from '#platform/page/components.tsx';
import { texts } from '#platform/text/texts.ts';
import { ProgrammeTabs } from '../../programme/pages/programme-tabs.tsx';
import { NothingKnown } from '../../register/pages/nothing-known.tsx';
import { steeringTool } from '../../steering/pages/steering.tsx';
import { unionTexts } from '../../text/texts.ts';
import { bodies, type GroupState, groupStates, groups } from '../model.ts';
import { bodyTree, groupKey, isKnownAt, listBodies, listGroupEntries, listGroups } from '../store.ts';
import { underNothing } from './groups.tsx';
import { regionsTool } from './regions.tsx';
import { branchesOf, groupIdsIn } from './tree.tsx';

/** Groups without a body above them that the page shows before the rest is left to the list of groups. */
const mostRootless = 40;

const stateOrder = [...groupStates, 'none', 'unknown'] as const;

const momentOf = ({ register, asOf, knownAt }: PageContext) => ({ register: register.id, asOf, knownAt });

async function load(context: PageContext) {
  const moment = momentOf(context);
  return context.read(async (tx) => {
    const described = await listBodies(tx, moment);
    const entries = await listGroupEntries(tx, context.register, moment);
    const tree = bodyTree(described, entries);
    const rooted = tree.filter(({ key }) => !key.startsWith(groupKey('')));
    const rootless = tree.filter((node) => !rooted.includes(node));
    const ids = [...groupIdsIn(rooted), ...groupIdsIn(rootless, mostRootless)];
    return {
      described,
      entries,
      rooted,
      rootless,
      groups: new Map((await listGroups(tx, moment, ids)).map((group) => [group.id, group])),
    };
  });
}

/** All bodies as a tree with the groups under them, and the groups of which nobody knows under whom they stand. */
export const bodiesPage: Page = {
  path: '/bodies',
  navigation: 'programme',
  render: async (context) => {
    const all = unionTexts(context.language);
    const words = all.bodiesPage;
    if (!isKnownAt(context.register, context.knownAt))
      return ok({
        title: words.title,
        body: <NothingKnown context={context} />,
      });
    const { described, entries, rooted, rootless, groups: shownGroups } = await load(context);
    const shown = {
      bodies: new Map(described.map((record) => [record.id, record])),
      groups: shownGroups,
      context,
    };
    const deciding = described.filter(({ body }) => body.decides === true).length;
    const known = entries.filter(({ state }) => state !== 'unknown').length;
    const byState = Map.groupBy(entries, ({ state }) => state);
    const largest = Math.max(...[...byState.values()].map((some) => some.length));
    return ok({
      title: words.title,
      lede: words.lede,
      crumbs: [{ text: all.programme.title, href: context.href('/programme') }],
      exports: ['csv', 'xlsx', 'json'],
      body: (
        <Stack>
          <ProgrammeTabs current="bodies" context={context} />
          <FigureRow>
            <Figure
              value={described.length}
              label={words.bodies(described.length)}
              detail={words.deciding(deciding)}
            />
            <Figure
              value={entries.length}
              label={<a href={context.href('/groups')}>{words.groups(entries.length)}</a>}
              detail={words.groupsKnown(known)}
            />
            <Figure
              value={rootless.length}
              label={
                <a href={context.href('/groups', { under: underNothing })}>
                  {words.rootless(rootless.length)}
                </a>
              }
              detail={words.rootlessDetail}
            />
          </FigureRow>
          <Columns
            main={
              <Section title={words.tree} id="tree" tools={[steeringTool(context), regionsTool(context)]}>
                {described.length === 0 ? (
                  <EmptyState why={words.empty} what={words.emptyWhat} who={all.whoCan.file} />
                ) : (
                  <Tree branches={branchesOf(rooted, shown, { under: underNothing })} />
                )}
              </Section>
            }
            aside={
              entries.length > 0 && (
                <Section title={words.byState} id="states">
                  {stateOrder.flatMap((state) => {
                    const count = byState.get(state)?.length;
                    if (count === undefined) return [];
                    return [
                      <BarRow
                        label={
                          <a href={context.href('/groups', { state })}>
                            {all.groupStates[state as GroupState]}
                          </a>
                        }
                        share={count / largest}
                        text={count}
                        faint={state === 'unknown'}
                      />,
                    ];
                  })}
                </Section>
              )
            }
          />
          <Section title={words.rootlessTitle} id="rootless">
            {rootless.length === 0 ? (
              <p>{words.rootlessNone}</p>
            ) : (
              <Tree
                wide
                branches={branchesOf(rootless, shown, { under: underNothing, most: mostRootless })}
              />
            )}
          </Section>
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const moment = momentOf(context);
    const found = await context.read(async (tx) => ({
      described: await listBodies(tx, moment),
      groups: await listGroups(tx, moment),
    }));
    return ok(bodiesTable(context, found));
  },
};

function bodiesTable(
  context: PageContext,
  found: {
    readonly described: Awaited<ReturnType<typeof listBodies>>;
    readonly groups: Awaited<ReturnType<typeof listGroups>>;
  },
): ExportTable {
  const words = unionTexts(context.language).bodiesPage;
  const shared = texts(context.language).exports;
  const notes = {
    kind: words.columns.kind,
    id: shared.id,
    title: shared.title,
    type: words.columns.type,
    parent: words.columns.parent,
    state: words.columns.state,
    source: shared.source,
  };
  const rows = [
    ...found.described.map((record) => ({ record, kind: bodies, state: null })),
    ...found.groups.map(({ record, state }) => ({ record, kind: groups, state: state.state })),
  ];
  return {
    name: `${context.register.id}-bodies`,
    title: words.tree,
    columns: Object.entries(notes).map(([key, note]) => ({ key, title: key, note })),
    rows: rows.map(({ record: { id, body }, kind, state }) => ({
      kind: kind.name,
      id,
      title: localize(kind.title(body), context.language, ['en']).text,
      type: typeof body.kind === 'string' ? body.kind : null,
      parent: typeof body.parent === 'string' ? body.parent : null,
      state,
      source: sectionsOf(body).join(', ') || null,
    })),
    notes: exportNotes(context),
  };
}
