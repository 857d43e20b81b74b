import type { PageContext } from '#platform/module.ts';
import type { Branch } from '#platform/page/components.tsx';
import { Lang } from '#platform/page/missing.tsx';
import type { StoredRecord } from '#platform/records/records.ts';
import { unionTexts } from '../../text/texts.ts';
import { bodies, groups } from '../model.ts';
import type { TreeNode } from '../rules/tree.ts';
import { type Group, groupKey } from '../store.ts';
import { BodyFacts, GroupStateLine } from './state.tsx';

/** Groups shown under one body or group before the rest is left to the list of groups. */
export const mostUnder = 12;

const isGroup = (node: TreeNode) => node.key.startsWith(groupKey(''));
const idOf = ({ key }: TreeNode) => key.slice(key.indexOf('/') + 1);

/** What is shown of a tree: below each node all bodies and the first groups. */
export function shownUnder(nodes: readonly TreeNode[], most = mostUnder): readonly TreeNode[] {
  const own = nodes.filter(isGroup).slice(0, most);
  return nodes.filter((node) => !isGroup(node) || own.includes(node));
}

/** Ids of the groups that a tree shows. */
export function groupIdsIn(nodes: readonly TreeNode[], most = mostUnder): readonly string[] {
  return shownUnder(nodes, most).flatMap((node) => [
    ...(isGroup(node) ? [idOf(node)] : []),
    ...groupIdsIn(node.under),
  ]);
}

/** The node of a key and the nodes above it, the outermost first; none when the tree does not hold it. */
export function pathTo(nodes: readonly TreeNode[], key: string): readonly TreeNode[] {
  for (const node of nodes) {
    if (node.key === key) return [node];
    const below = pathTo(node.under, key);
    if (below.length > 0) return [node, ...below];
  }
  return [];
}

export type TreeShown = {
  readonly bodies: ReadonlyMap<string, StoredRecord>;
  readonly groups: ReadonlyMap<string, Group>;
  readonly context: PageContext;
  /** Key of the one whose page this is. */
  readonly current?: string;
};

/** A tree of bodies and groups, each with its state on the date; where there are more groups, the way to all of them. */
export function branchesOf(
  nodes: readonly TreeNode[],
  shown: TreeShown,
  more: { readonly under: string; readonly most?: number },
): readonly Branch[] {
  const { context } = shown;
  const visible = shownUnder(nodes, more.most);
  const left = nodes.length - visible.length;
  return [
    ...visible.flatMap((node) => branchOf(node, shown)),
    ...(left === 0
      ? []
      : [
          {
            label: (
              <a href={context.href('/groups', { under: more.under })}>
                {unionTexts(context.language).bodiesPage.more(left)}
              </a>
            ),
          },
        ]),
  ];
}

function branchOf(node: TreeNode, shown: TreeShown): readonly Branch[] {
  const { context } = shown;
  const id = idOf(node);
  const branches = branchesOf(node.under, shown, { under: id });
  const current = node.key === shown.current;
  if (isGroup(node)) {
    const group = shown.groups.get(id);
    if (group === undefined) return [];
    return [
      {
        label: (
          <a href={context.href(groups.href(id))}>
            <Lang text={group.title} />
          </a>
        ),
        detail: <GroupStateLine state={group.state} />,
        current,
        branches,
      },
    ];
  }
  const record = shown.bodies.get(id);
  if (record === undefined) return [];
  return [
    {
      label: (
        <a href={context.href(bodies.href(id))}>
          <Lang text={bodies.title(record.body)} />
        </a>
      ),
      detail: <BodyFacts body={record.body} context={context} />,
      current,
      branches,
    },
  ];
}
