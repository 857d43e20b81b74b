import type { Grant } from '#platform/access/access.ts';
import type { PageContext } from '#platform/module.ts';

/** Has it journalled that records are about to leave: one entry for each grant that opens some. */
export function recordReading(
  context: PageContext,
  kind: string,
  opened: readonly (readonly [id: string, grant: Grant | null])[],
): void {
  for (const [grant, some] of Map.groupBy(opened, ([, by]) => by))
    context.record({
      event: `${kind}.read`,
      register: context.register.id,
      subject: some.length === 1 ? `${kind}/${some[0]?.[0]}` : null,
      party: grant?.party ?? null,
      purpose: grant?.basis ?? null,
      payload: { records: some.map(([id]) => id) },
    });
}
