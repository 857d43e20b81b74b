import { lastDay } from '#kernel/dates.ts';
import type { LocalizedText } from '#kernel/localized-text.ts';
import type { Grant } from '#platform/access/access.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { ReadContext } from '#platform/module.ts';
import { allRecords, type StoredRecord } from '#platform/records/records.ts';
import { listStates } from '#platform/records/transitions.ts';
import { assessments } from '../assessments/model.ts';
import { powers } from '../bodies/model.ts';
import { type Group, listGroups, type Moment } from '../bodies/store.ts';
import { agendaItems, meetings } from '../meetings/model.ts';
import { planItems, plans } from '../plans/model.ts';
import { isOpen } from '../plans/rules/items.ts';
import { type Renewal, renewalOf } from './rules/renewal.ts';

/** A group whose assessment runs out or has run out. */
export type GroupToRenew = { readonly group: Group; readonly renewal: Renewal };

/** What does not go on: a point that was put off, or an item of a running plan of which a group at rest is responsible. */
export type HeldUp = {
  readonly title: LocalizedText;
  readonly path: string;
  /** How often it was put off; null for an item of a plan. */
  readonly times: number | null;
  /** The group that is responsible and not at work; null for a point. */
  readonly group: Group | null;
};

/** What the desk of a secretariat shows beside that of a party (product.md: blocked items, mandates that end). */
export type Secretariat = {
  readonly renewals: readonly GroupToRenew[];
  readonly heldUp: readonly HeldUp[];
};

/** Those who establish groups, who prepare what is decided on them, who keep plans, and who convene. */
const asked = ['establish_groups', 'record_initiatives', 'draft_plan', 'convene'] as const;

const atWork = ['active', 'proposed', 'unknown'];
const ended = ['abolished', 'merged', 'converted', 'rejected'];

/** For whoever acts for one of these bodies, that of it which is theirs. */
export async function loadSecretariat(
  tx: Transaction,
  { register, asOf, knownAt }: ReadContext,
  { body }: Pick<Grant, 'body'>,
): Promise<Secretariat> {
  const moment = { register: register.id, asOf, knownAt };
  if (body === null) return { renewals: [], heldUp: [] };
  const held = await allRecords(tx, { ...moment, kinds: [powers.name], ids: asked });
  const may = new Set(held.flatMap((power) => (power.body.body === body ? [power.id] : [])));
  if (may.size === 0) return { renewals: [], heldUp: [] };
  const known = await listGroups(tx, moment);
  return {
    renewals:
      may.has('establish_groups') || may.has('record_initiatives')
        ? await listRenewals(tx, moment, known)
        : [],
    heldUp: [
      ...(may.has('convene') ? await listPutOff(tx, moment) : []),
      ...(may.has('draft_plan') ? await listUncarried(tx, moment, known) : []),
    ],
  };
}

/** Groups that have not ended and whose newest assessment in favour has lapsed or soon does, the earliest first. */
export async function listRenewals(
  tx: Transaction,
  moment: Moment,
  known: readonly Group[],
): Promise<readonly GroupToRenew[]> {
  const day = lastDay(moment.asOf);
  const standing = known.filter(({ state }) => !ended.includes(state.state));
  const says = standing.flatMap((group) => subjectsOf(group).map((subject) => ({ subject })));
  const assessed =
    says.length === 0 ? [] : await allRecords(tx, { ...moment, kinds: [assessments.name], says });
  const bySubject = Map.groupBy(assessed, ({ body }) => String(body.subject));
  return standing
    .flatMap((group) => {
      const own = subjectsOf(group).flatMap((subject) => bySubject.get(subject) ?? []);
      const renewal = renewalOf(own, day);
      return renewal === null ? [] : [{ group, renewal }];
    })
    .toSorted((a, b) => (lastDay(a.renewal.until) < lastDay(b.renewal.until) ? -1 : 1));
}

/** A group is established on an assessment of its own or of the initiative that it comes from. */
function subjectsOf({ id, record }: Group): readonly string[] {
  const { initiative } = record.body;
  return typeof initiative === 'string' ? [id, initiative] : [id];
}

/** Points that were put off and on which no minutes say since that they were decided, noted or escalated. */
async function listPutOff(tx: Transaction, moment: Moment): Promise<readonly HeldUp[]> {
  const items = await allRecords(tx, { ...moment, kinds: [agendaItems.name] });
  const followed = new Set(items.map(({ body }) => body.carried_from));
  return items
    .map((item) => ({ item, times: timesOf(item) }))
    .filter(({ item, times }) => times > 0 && !followed.has(item.id))
    .toSorted((a, b) => b.times - a.times)
    .map(({ item, times }) => ({
      title: agendaItems.title(item.body),
      path: meetings.href(String(item.body.meeting)),
      times,
      group: null,
    }));
}

/** How often a point was put off; 0 once it was treated. */
function timesOf({ body: { carried, outcome } }: StoredRecord): number {
  const before = typeof carried === 'number' ? carried : 0;
  if (outcome === 'deferred') return before + 1;
  return outcome === undefined || outcome === null ? before : 0;
}

/** Open items of plans that run, of which a group is responsible that sleeps or has ended. */
async function listUncarried(
  tx: Transaction,
  moment: Moment,
  known: readonly Group[],
): Promise<readonly HeldUp[]> {
  const years = await listStates(tx, { ...moment, kind: plans.name });
  const says = years.flatMap(({ subject, state }) => (state === 'running' ? [{ plan: subject }] : []));
  if (says.length === 0) return [];
  const items = await allRecords(tx, { ...moment, kinds: [planItems.name], says });
  const subjects = items.map(({ id }) => id);
  const states = await listStates(tx, { ...moment, kind: planItems.name, subjects });
  const open = new Set(states.flatMap(({ subject, state }) => (isOpen(state) ? [subject] : [])));
  const resting = new Map(
    known.flatMap((group) => (atWork.includes(group.state.state) ? [] : [[group.id, group] as const])),
  );
  return items.flatMap(({ id, body }) => {
    const group = resting.get(String(body.responsible));
    if (group === undefined || !open.has(id)) return [];
    return [{ title: planItems.title(body), path: planItems.href(id), times: null, group }];
  });
}
