import type { Grant } from '#platform/access/access.ts';
import type { PageContext } from '#platform/module.ts';

/** What is about to leave, as the journal has it: `subject` is one record, or null where several leave at once. */
export type Opened = {
  readonly event: string;
  readonly subject: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
};

/** Has it journalled, for the party whose grant opens it, that something is about to leave. */
export function recordOpening(
  { register, record }: Pick<PageContext, 'register' | 'record'>,
  grant: Grant | null,
  opened: Opened,
): void {
  const [party, purpose] = [grant?.party ?? null, grant?.basis ?? null];
  record({ ...opened, register: register.id, party, purpose });
}

/** Has it journalled that records are about to leave: one entry for each grant that opens some; `more` says what else of them. */
export function recordReading(
  context: Pick<PageContext, 'register' | 'record'>,
  kind: string,
  opened: readonly (readonly [id: string, grant: Grant | null])[],
  more: Readonly<Record<string, unknown>> = {},
): void {
  for (const [grant, some] of Map.groupBy(opened, ([, by]) => by))
    recordOpening(context, grant, {
      event: `${kind}.read`,
      subject: some.length === 1 ? `${kind}/${some[0]?.[0]}` : null,
      payload: { records: some.map(([id]) => id), ...more },
    });
}
