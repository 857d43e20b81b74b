import { cases, sectionsOf } from '#evidence';
import { isOnOrBefore, lastDay, type PartialDate, type PlainDate } from '#kernel/dates.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { StoredRecord } from '#platform/records/records.ts';
import type { Register } from '#platform/records/registers.ts';
import { listStates } from '#platform/records/transitions.ts';
import { groups } from '../bodies/model.ts';
import { listContactDirectory, listGroups, type Moment } from '../bodies/store.ts';
import { initiatives } from '../initiatives/model.ts';
import { instruments } from '../law/model.ts';
import { budgets } from '../money/model.ts';
import { events, signalFollowups, stopReasons } from '../programme/model.ts';
import { listAccounts, listBureauMeetings, listRhythms } from './coordination.ts';
import { accountYears, pilotUptakes, type Uptake } from './model.ts';
import {
  type Asked,
  dateOrNull,
  isBy,
  listOf,
  nothing,
  replacedIn,
  type Steering,
  type SteeringRow,
  textOrNull,
} from './row.ts';
import {
  accountStanding,
  inStandingOrder,
  type Standing,
  type SteeringSection,
  strategicStanding,
  uptakeOn,
} from './rules/standing.ts';

/** All parts at the moment. What is dated later did not exist yet; what the register does not say is `unknown` in every part. */
export async function loadSteering(tx: Transaction, register: Register, moment: Moment): Promise<Steering> {
  const asked = { tx, register, moment, day: lastDay(moment.asOf) };
  const parts = {
    strategic: await listStrategic(asked),
    contacts: await listContactGaps(asked),
    signals: await listSignals(asked),
    rhythm: await listRhythms(asked),
    bureau: await listBureauMeetings(asked),
    account: await listAccounts(asked),
    pilots: await listPilots(asked),
    arrears: await listArrears(asked),
  };
  return Object.fromEntries(
    Object.entries(parts).map(([section, rows]) => [
      section,
      inStandingOrder(section as SteeringSection, rows),
    ]),
  ) as Steering;
}

/** Each dossier with its strategic consultations: groups of that kind in the dossier, or above one of its groups (§9.2.3). */
async function listStrategic(asked: Asked): Promise<readonly SteeringRow[]> {
  const { tx, moment, day } = asked;
  const all = await listGroups(tx, moment);
  const byId = new Map(all.map((group) => [group.id, group]));
  return (await listOf(asked, cases)).map((dossier) => {
    const own = all.filter(({ record }) => record.body.case === dossier.id);
    const above = own.flatMap(({ record }) => byId.get(String(record.body.parent ?? '')) ?? []);
    const related = [...new Set([...own, ...above])].map((group) => ({
      id: group.id,
      body: group.record.body,
      isStrategic:
        group.record.body.kind === 'strategic' || group.record.body.strategic_consultation === true,
      saysAbsent: saysAbsent(group.record, day),
      state: group.state.state,
    }));
    const telling = related.filter(({ isStrategic, saysAbsent: absent }) => isStrategic || absent === true);
    return {
      ...nothing,
      id: dossier.id,
      subject: `${cases.name}/${dossier.id}`,
      standing: strategicStanding(related),
      said: related.map(({ body }) => textOrNull(body.steering_waiver)).find((said) => said !== null) ?? null,
      links: telling.map(({ id }) => `${groups.name}/${id}`),
      source: [...new Set(telling.flatMap(({ body }) => sectionsOf(body)))],
    };
  });
}

/** Seen at a date; of the time before it says nothing. */
function saysAbsent({ body, knownFrom }: StoredRecord, day: PlainDate): boolean | null {
  if (typeof body.strategic_consultation !== 'boolean') return null;
  const seen = dateOrNull(body.status_as_of) ?? knownFrom;
  return isOnOrBefore(seen, day) === 'yes' ? !body.strategic_consultation : null;
}

/** Contact points that are named and open vacancies, and every group of whose contact points nothing is said. */
async function listContactGaps(asked: Asked): Promise<readonly SteeringRow[]> {
  const { tx, register, moment } = asked;
  const { entries } = await listContactDirectory(tx, register, moment);
  const told = entries.flatMap((entry, index) => {
    const { standing } = entry;
    if (standing === 'not_yet' || standing === 'ended') return [];
    return [
      {
        ...nothing,
        // Not that of the contact point's own record, which is not for everybody.
        id: `${entry.body}-${entry.party}-${index + 1}`,
        subject: `${entry.bodyKind}/${entry.body}`,
        party: entry.party,
        standing,
        on: entry.seenOn,
        source: entry.source,
      },
    ];
  });
  const known = new Set(entries.map(({ body }) => body));
  const silent = (await listOf(asked, groups)).filter(({ id }) => !known.has(id));
  return [
    ...told,
    ...silent.map(({ id, body }) => ({
      ...nothing,
      id,
      subject: `${groups.name}/${id}`,
      standing: 'unknown' as const,
      source: sectionsOf(body),
    })),
  ];
}

const signalStandings: Readonly<Record<string, Standing>> = {
  idea: 'waiting',
  seminar: 'waiting',
  proposal: 'waiting',
  begun: 'begun',
  running: 'begun',
  finished: 'begun',
  stopped: 'stopped',
};

/** Initiatives with what became of each (§5.2.1), and what the source itself tells of signals (§12.2.2). */
async function listSignals(asked: Asked): Promise<readonly SteeringRow[]> {
  const { tx, moment, day } = asked;
  const raised = (await listOf(asked, initiatives)).filter(
    ({ body }) => dateOrNull(body.raised) === null || isBy(body.raised, day),
  );
  const states = new Map(
    (await listStates(tx, { ...moment, kind: initiatives.name })).map((state) => [state.subject, state]),
  );
  const begun = Map.groupBy(await listOf(asked, groups), ({ body }) => textOrNull(body.initiative));
  return [
    ...raised.map(({ id, body }) => {
      const state = states.get(id);
      const known = state !== undefined && !('why' in state) ? state : null;
      const reason = textOrNull(known?.details.reason);
      return {
        ...nothing,
        id,
        subject: `${initiatives.name}/${id}`,
        standing: signalStandings[known?.state ?? ''] ?? ('unknown' as const),
        on: known?.since ?? null,
        who: [body.sector, body.signalled_by].map(textOrNull).find((one) => one !== null) ?? null,
        said: textOrNull(known?.details.note),
        links: [
          ...(begun.get(id) ?? []).map((group) => `${groups.name}/${group.id}`),
          ...(reason === null ? [] : [`${stopReasons.name}/${reason}`]),
        ],
        source: sectionsOf(body),
      };
    }),
    ...(await listOf(asked, signalFollowups)).map(({ id, body }) => ({
      ...nothing,
      id,
      subject: `${signalFollowups.name}/${id}`,
      standing: 'told' as const,
      said: textOrNull(body.outcome),
      source: sectionsOf(body),
    })),
  ];
}

/**
 * Pilots and what the European level made of them (§15.1.3): groups that are one, instruments that launched one, and whatever else
 * an uptake is recorded of.
 */
async function listPilots(asked: Asked): Promise<readonly SteeringRow[]> {
  const { day } = asked;
  const said = Map.groupBy(await listOf(asked, pilotUptakes), ({ body }) => String(body.pilot));
  const possible = await listOf(asked, groups, instruments, initiatives, events, signalFollowups);
  return possible
    .filter(
      ({ kind, id, body }) =>
        said.has(id) || (kind === groups.name ? body.kind === 'pilot' : isBy(body.pilot_launched, day)),
    )
    .map(({ kind, id, body }): SteeringRow => {
      const known = uptakeOn(
        (said.get(id) ?? []).map(({ body: told }) => ({
          uptake: told.uptake as Uptake,
          date: told.date as PartialDate,
          evidence: String(told.evidence),
          earlier: replacedIn(told),
        })),
        day,
      );
      return {
        ...nothing,
        id,
        subject: `${kind}/${id}`,
        standing: known?.uptake ?? 'unknown',
        on: known?.date ?? null,
        said: known?.evidence ?? null,
        earlier: known?.earlier ?? [],
        source: sectionsOf(body),
      };
    });
}

/** The accounts of each year that has a budget or accounts on record, once it is over (§8.1). */
async function listArrears(asked: Asked): Promise<readonly SteeringRow[]> {
  const { day } = asked;
  const recorded = new Map((await listOf(asked, accountYears)).map((one) => [one.id, one.body]));
  const budgeted = new Map((await listOf(asked, budgets)).map((one) => [String(one.body.year), one.body]));
  return [...new Set([...recorded.keys(), ...budgeted.keys()])]
    .filter((year) => lastDay(year as PartialDate) < day)
    .toSorted((a, b) => b.localeCompare(a))
    .map((year): SteeringRow => {
      const body = recorded.get(year) ?? {};
      const dates = { due: dateOrNull(body.due), presented: dateOrNull(body.presented) };
      const standing = accountStanding(dates, day);
      return {
        ...nothing,
        id: year,
        year,
        standing,
        on: standing === 'presented' ? dates.presented : dates.due,
        said: textOrNull(body.evidence),
        earlier: replacedIn(body),
        source: sectionsOf(budgeted.get(year) ?? {}),
      };
    });
}
