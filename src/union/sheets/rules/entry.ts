import type { PartialDate, PlainDate } from '#kernel/dates.ts';
import { type Problem, problem } from '#kernel/result.ts';
import { groups } from '../../bodies/model.ts';
import { promises } from '../../commitments/model.ts';
import { promiseFaults } from '../../commitments/rules/promise.ts';
import { parliamentItems } from '../../parliament/model.ts';
import type { SheetKind } from '../model.ts';

/** The body that brings sheets and what else it may do, by the union's own data. */
export type Bringer = {
  readonly body: string | null;
  /** Groups are its to establish (§3.3), questions its to table (§6.2.3), commitments its to record for any owner (§3.8). */
  readonly establishes: boolean;
  readonly tables: boolean;
  readonly follows: boolean;
};

/** What is read of a row, and where each of it stands. */
type Row = {
  readonly values: Readonly<Record<string, unknown>>;
  readonly places: Readonly<Record<string, string>>;
};

/**
 * What is with a new row because of who brings it: a sheet does nothing that its bringer could not do by an action. What others
 * decide is taken as seen (warnings); what would make others owe something, or is no promise, is refused (errors).
 */
export function entryFindings(
  { kind }: SheetKind,
  { values, places }: Row,
  bringer: Bringer,
  today: PlainDate,
): readonly Problem[] {
  const { created, tabled } = values;
  if (kind === groups && typeof created === 'string' && !bringer.establishes)
    return [problem('sheet_group_only_seen', places.created ?? '', { date: created }, 'warning')];
  if (kind === parliamentItems && typeof tabled === 'string' && !bringer.tables)
    return [problem('sheet_item_only_listed', places.tabled ?? '', { date: tabled }, 'warning')];
  return kind === promises ? faultsOfPromise({ values, places }, bringer, today) : [];
}

function faultsOfPromise({ values, places }: Row, bringer: Bringer, today: PlainDate): readonly Problem[] {
  const { owner, watcher, due, made } = values;
  if (typeof owner !== 'string' || typeof watcher !== 'string' || typeof due !== 'string') return [];
  // Of a promise without a date nobody can say that it was due before; a day to come is told by its own cell.
  const on = (typeof made === 'string' ? made : due) as PartialDate;
  const said = promiseFaults({ owner, watcher, due: due as PartialDate, on, today });
  return [
    ...(bringer.follows || owner === bringer.body
      ? []
      : [problem('sheet_owner_not_yours', places.owner ?? '', { owner })]),
    ...said
      .filter(({ path }) => path !== 'body.on')
      .map((one) => ({ ...one, path: places[one.path.replace('body.', '')] ?? '' })),
  ];
}
