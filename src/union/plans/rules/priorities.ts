import type { RecordBody } from '#platform/records/kind.ts';

/** A presidency's priority with the items that came from it; none is a finding of its own (§15.2.1). */
export type TracedPriority<Item> = {
  readonly presidency: string;
  readonly priority: string;
  readonly items: readonly Item[];
};

/** The priorities of a presidency in its own words. */
export function prioritiesOf(body: RecordBody): readonly string[] {
  return Array.isArray(body.priorities)
    ? body.priorities.filter((one): one is string => typeof one === 'string')
    : [];
}

/** Every priority of these presidencies, traced to the items of a plan; those that led to none stay in the list. */
export function tracePriorities<Item extends { readonly body: RecordBody }>(
  presidencies: readonly { readonly id: string; readonly body: RecordBody }[],
  items: readonly Item[],
): readonly TracedPriority<Item>[] {
  return presidencies.flatMap(({ id, body }) =>
    prioritiesOf(body).map((priority) => ({
      presidency: id,
      priority,
      items: items.filter((item) => item.body.presidency === id && item.body.priority === priority),
    })),
  );
}
