import { sectionsOf, statements } from '#evidence';
import { compareForOrder, type PartialDate } from '#kernel/dates.ts';
import { allRecords, type StoredRecord } from '#platform/records/records.ts';
import { bodies } from '../bodies/model.ts';
import { listMembers } from '../bodies/store.ts';
import { planItems, plans } from '../plans/model.ts';
import { prioritiesOf, tracePriorities } from '../plans/rules/priorities.ts';
import { presidencies } from '../programme/model.ts';
import { coordinationMeetings, parliamentAccounts, prioritiesMeetings, rhythms } from './model.ts';
import {
  type Asked,
  dateOrNull,
  isBy,
  listOf,
  nothing,
  replacedIn,
  type SteeringRow,
  textOrNull,
} from './row.ts';
import { rhythmOf, rhythmStanding } from './rules/standing.ts';

/** What one state has on record of the meetings of its ministries. */
type Coordination = {
  readonly counted: ReadonlyMap<string, number>;
  readonly said: string | null;
  readonly source: readonly string[];
};

/** A state's own body of coordination as the source describes it: meetings by year, and what was advised. */
function coordinationOf(party: string, described: readonly StoredRecord[]): Coordination {
  const own = described.filter(({ body }) => body.party === party && body.kind === 'national_coordination');
  const counted = own.flatMap(({ body }) =>
    Object.entries((body.meetings_counted ?? {}) as Record<string, number>),
  );
  return {
    counted: new Map(counted),
    said: own.map(({ body }) => textOrNull(body.recommended_frequency)).find((said) => said !== null) ?? null,
    source: [...new Set(own.flatMap(({ body }) => sectionsOf(body)))],
  };
}

/**
 * Meetings of each state's ministries by year against what it agreed (§3.4). Where the source counted and people recorded as well,
 * the larger of the two: neither saw less than it says. A state of which nothing is on record has one row that says so.
 */
export async function listRhythms(asked: Asked): Promise<readonly SteeringRow[]> {
  const { tx, moment, day } = asked;
  const described = await listOf(asked, bodies);
  const held = (await listOf(asked, coordinationMeetings)).filter(({ body }) => isBy(body.date, day));
  const said = (await listOf(asked, rhythms)).filter(({ body }) => isBy(body.from, day));
  return (await listMembers(tx, moment)).flatMap(({ id: party }): readonly SteeringRow[] => {
    const coordination = coordinationOf(party, described);
    const recorded = Map.groupBy(
      held.filter(({ body }) => body.party === party),
      ({ body }) => String(body.date).slice(0, 4),
    );
    const own = said.filter(({ body }) => body.party === party);
    const agreed = own.map(({ body }) => ({
      perYear: Number(body.per_year),
      from: body.from as PartialDate,
    }));
    const starts = [
      ...coordination.counted.keys(),
      ...recorded.keys(),
      ...agreed.map(({ from }) => from.slice(0, 4)),
    ];
    const now = Number(day.slice(0, 4));
    const first = Math.min(...starts.map(Number));
    const shared = { ...nothing, party, subject: null, said: coordination.said, source: coordination.source };
    if (!(first <= now)) return [{ ...shared, id: party, standing: 'unknown' }];
    return Array.from({ length: now - first + 1 }, (_, index) => String(now - index)).map((year) => {
      const count = mostOf(coordination.counted.get(year), recorded.get(year)?.length);
      const rhythm = rhythmOf(year, agreed);
      const because = own.find(({ body }) => body.from === rhythm?.from);
      return {
        ...shared,
        id: `${party}-${year}`,
        year,
        count,
        agreed: rhythm?.perYear ?? null,
        said: textOrNull(because?.body.evidence) ?? coordination.said,
        earlier: replacedIn(because?.body),
        standing: rhythmStanding({ year, count, agreed: rhythm, day }),
        source: rhythm === null || coordination.counted.has(year) ? coordination.source : [],
      };
    });
  });
}

const mostOf = (...counts: readonly (number | undefined)[]) => {
  const known = counts.filter((one) => one !== undefined);
  return known.length === 0 ? null : Math.max(...known);
};

type ToldMeeting = { readonly year?: unknown; readonly with?: unknown; readonly status?: unknown };

/** The yearly meeting of the presidency with the bureau of parliament (§6.2.1): as recorded, else as the source tells it. */
export async function listBureauMeetings(asked: Asked): Promise<readonly SteeringRow[]> {
  const { tx, moment, day } = asked;
  const [cycle] = await allRecords(tx, { ...moment, kinds: [statements.name], ids: ['parliament_cycle'] });
  const content = (cycle?.body.content ?? {}) as Readonly<Record<string, unknown>>;
  const told = (
    Array.isArray(content.yearly_priorities_meeting) ? content.yearly_priorities_meeting : []
  ) as readonly ToldMeeting[];
  const recorded = await listOf(asked, prioritiesMeetings);
  const presided = await listOf(asked, presidencies);
  const years = new Set(
    [...told, ...recorded.map(({ body }) => body), ...presided.map(({ body }) => body)].map(({ year }) =>
      String(year),
    ),
  );
  return [...years]
    .filter((year) => year <= day.slice(0, 4))
    .toSorted((a, b) => b.localeCompare(a))
    .map((year): SteeringRow => {
      const record = recorded.find(({ body }) => String(body.year) === year);
      const source = told.find((one) => String(one.year) === year);
      const presidency = presided.find(({ body }) => String(body.year) === year);
      const isHeld =
        isBy(record?.body.held, day) ||
        (record === undefined && source !== undefined && source.status == null);
      const isAsked = isBy(record?.body.asked, day) || source !== undefined;
      return {
        ...nothing,
        id: year,
        subject: presidency === undefined ? null : `${presidencies.name}/${presidency.id}`,
        party: textOrNull(presidency?.body.party),
        year,
        standing: isHeld ? 'held' : isAsked ? 'asked' : 'unknown',
        on: isHeld ? dateOrNull(record?.body.held) : dateOrNull(record?.body.asked),
        who: textOrNull(record?.body.counterpart) ?? textOrNull(source?.with),
        said: textOrNull(record?.body.evidence),
        earlier: replacedIn(record?.body),
        source: source === undefined ? [] : sectionsOf(content),
      };
    });
}

const dateIn = ({ body }: StoredRecord) => body.date as PartialDate;

/** Each priority of each presidency: from which plan it came (§15.2.1), and whether a national parliament was told (§3.6.1). */
export async function listAccounts(asked: Asked): Promise<readonly SteeringRow[]> {
  const { day } = asked;
  const presided = (await listOf(asked, presidencies)).filter(
    ({ body }) => String(body.year) <= day.slice(0, 4),
  );
  const items = await listOf(asked, planItems);
  const planned = new Set((await listOf(asked, plans)).map(({ id }) => id));
  const accounts = (await listOf(asked, parliamentAccounts)).filter(({ body }) => isBy(body.date, day));
  return presided
    .toSorted((a, b) => String(b.body.year).localeCompare(String(a.body.year)))
    .flatMap((presidency): readonly SteeringRow[] => {
      const all = accounts.filter(({ body }) => body.presidency === presidency.id);
      const given = all.toSorted((a, b) => compareForOrder(dateIn(a), dateIn(b))).at(-1);
      // Two chambers may be told on one day.
      const newest = all.filter(({ body }) => body.date === given?.body.date);
      const shared = {
        ...nothing,
        subject: `${presidencies.name}/${presidency.id}`,
        party: textOrNull(presidency.body.party),
        year: String(presidency.body.year),
        standing: given === undefined ? ('unknown' as const) : ('told' as const),
        on: dateOrNull(given?.body.date),
        who:
          newest
            .map(({ body }) => [body.chamber, body.document].map(textOrNull).filter((one) => one !== null))
            .map((told) => told.join(', '))
            .join('; ') || null,
        source: sectionsOf(presidency.body),
      };
      if (prioritiesOf(presidency.body).length === 0)
        return [{ ...shared, id: presidency.id, why: 'no_priorities' as const }];
      return tracePriorities([presidency], items).map(({ priority, items: found }, index) => ({
        ...shared,
        id: `${presidency.id}-${index + 1}`,
        said: priority,
        links: found.map(({ id }) => `${planItems.name}/${id}`),
        why: found.length > 0 ? null : planned.has(shared.year) ? ('no_item' as const) : ('no_plan' as const),
      }));
    });
}
