import { firstDay, lastDay, type PartialDate } from '#kernel/dates.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';
import {
  type Action,
  type ActionContext,
  type Done,
  defineAction,
  textsFrom,
} from '#platform/actions/action.ts';
import { count, date, idAmong, line, oneOf, optional, text } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { Kind, RecordBody } from '#platform/records/kind.ts';
import { allRecords, findRecord } from '#platform/records/records.ts';
import { groups, parties } from '../bodies/model.ts';
import { recordsOf } from '../choices.ts';
import { initiatives } from '../initiatives/model.ts';
import { instruments } from '../law/model.ts';
import { keepBudget } from '../money/actions/shared.ts';
import { dangling, knownOf } from '../named.ts';
import { tableItems } from '../parliament/actions/shared.ts';
import { byParty, byPower, recordInitiatives } from '../powers.ts';
import { events, presidencies, signalFollowups } from '../programme/model.ts';
import {
  accountYears,
  coordinationMeetings,
  parliamentAccounts,
  pilotUptakes,
  prioritiesMeetings,
  type Replaced,
  rhythms,
  uptakes,
} from './model.ts';
import type { SteeringSection } from './rules/standing.ts';
import { steeringTexts } from './text/texts.ts';

/** A state's coordination and what it tells its parliament are its own affair (§3.4, §3.6.1). */
export const steerForParty = {
  code: 'steering.steer',
  audience: 'party',
  summary: 'record the rhythm and meetings of a state’s ministries, and what its parliament was told',
} as const;
export const steeringPermissions = [steerForParty];

const textsOf = textsFrom(steeringTexts);
const partyField = idAmong(recordsOf(parties));
const year = count(1900, 2100);

const done = (kind: Kind, id: string, body: RecordBody): Result<Done> =>
  ok({
    subject: `${kind.name}/${id}`,
    path: kind.href(id),
    changes: [{ kind, id, body: { id, ...body }, steps: [] }],
  });

/** What is done is written down when it is so. */
const lateDays = (
  said: Readonly<Record<string, PartialDate | undefined>>,
  today: string,
): readonly Problem[] =>
  Object.entries(said).flatMap(([field, on]) =>
    on !== undefined && lastDay(on) > today ? [problem('date_in_future', `body.${field}`, { on })] : [],
  );

/** Only what was said. */
const said = (fields: RecordBody): RecordBody =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/**
 * What is recorded beside what stands. What stands is replaced by whoever says why, since whoever writes may not have seen it; it
 * stays on record with that reason. Problem: `recorded_otherwise`, at the form's field.
 */
function besideWhatStands(
  before: RecordBody | undefined,
  news: RecordBody,
  { reason, today, fieldOf = {} }: Correcting,
): Result<RecordBody> {
  const otherwise = Object.entries(news).flatMap(([field, value]) => {
    const stands = before?.[field] ?? value;
    return stands === value ? [] : [{ field, stood: String(stands) }];
  });
  if (otherwise.length === 0) return ok({ ...before, ...news });
  if (reason === undefined)
    return fail(
      ...otherwise.map(({ field, stood }) =>
        problem('recorded_otherwise', `body.${fieldOf[field] ?? field}`, { stands: stood }),
      ),
    );
  const replaced = [
    ...((before?.replaced ?? []) as readonly Replaced[]),
    ...otherwise.map((one) => ({ ...one, on: today, reason })),
  ];
  return ok({ ...before, ...news, replaced });
}
type Correcting = {
  readonly reason: string | undefined;
  readonly today: string;
  /** Where the form calls a field otherwise than the record. */
  readonly fieldOf?: Readonly<Record<string, string>>;
};

const correction = { reason: optional(line) };

/** A fixed rhythm, for example every quarter, is what the evaluation advises (§15.2.1); which one, each state agrees for itself. */
export const agreeRhythm = defineAction({
  name: 'steering/agree_rhythm',
  permission: steerForParty,
  fields: {
    party: partyField,
    per_year: count(1, 366),
    from: date,
    agreement: optional(line),
    ...correction,
  },
  texts: textsOf('agree_rhythm'),
  about: null,
  back: () => '/steering',
  object: byParty,
  perform: async (tx, context, { party, per_year, from, agreement, reason }) => {
    const wanting = await dangling(tx, context, 'party', party, [parties]);
    if (wanting.length > 0) return fail(...wanting);
    const id = `${party}-${from}`;
    const before = await findRecord(tx, { ...knownOf(context), kind: rhythms.name, id });
    const news = said({ party, per_year, from, evidence: agreement });
    const { today } = context;
    const fieldOf = { evidence: 'agreement' };
    const body = besideWhatStands(before?.body, news, { reason, today, fieldOf });
    return body.ok ? done(rhythms, id, body.value) : body;
  },
});

export const recordCoordination = defineAction({
  name: 'steering/record_coordination',
  permission: steerForParty,
  fields: { party: partyField, on: date, evidence: optional(line) },
  texts: textsOf('record_coordination'),
  about: null,
  back: () => '/steering',
  object: byParty,
  perform: async (tx, context, { party, on, evidence }) => {
    const id = `${party}-${on}`;
    const same = await findRecord(tx, { ...knownOf(context), kind: coordinationMeetings.name, id });
    const wanting = [
      ...lateDays({ on }, context.today),
      ...(await dangling(tx, context, 'party', party, [parties])),
      // Of two meetings of one month the day tells which is which; else the second would replace the first.
      ...(same === undefined ? [] : [problem('coordination_recorded', 'body.on', { on })]),
    ];
    if (wanting.length > 0) return fail(...wanting);
    return done(coordinationMeetings, id, said({ party, date: on, evidence }));
  },
});

/** Parliament asks for it, and knows whether it was held (§6.2.1). */
export const recordPrioritiesMeeting = defineAction({
  name: 'steering/record_priorities_meeting',
  permission: tableItems,
  fields: {
    year,
    asked: optional(date),
    held: optional(date),
    counterpart: optional(line),
    evidence: optional(line),
    ...correction,
  },
  texts: textsOf('record_priorities_meeting'),
  about: null,
  back: () => '/steering',
  object: byPower('table_items'),
  perform: async (tx, context, { year: of, asked, held, counterpart, evidence, reason }) => {
    const id = String(of);
    const before = await findRecord(tx, { ...knownOf(context), kind: prioritiesMeetings.name, id });
    const news = said({ year: of, asked, held, counterpart, evidence });
    const body = besideWhatStands(before?.body, news, { reason, today: context.today });
    const both = { ...before?.body, ...news } as RecordBody;
    const dates = {
      asked: both.asked as PartialDate | undefined,
      held: both.held as PartialDate | undefined,
    };
    const wanting = [
      ...(asked === undefined && held === undefined
        ? [problem('meeting_neither_asked_nor_held', 'body.held')]
        : []),
      ...lateDays({ asked, held }, context.today),
      ...(body.ok ? [] : body.problems),
      ...(dates.asked !== undefined && dates.held !== undefined && lastDay(dates.held) < firstDay(dates.asked)
        ? [problem('held_before_asked', 'body.held', { asked: dates.asked, held: dates.held })]
        : []),
    ];
    if (wanting.length > 0 || !body.ok) return fail(...wanting);
    return done(prioritiesMeetings, id, { ...body.value, ...said({ reason }) });
  },
});

/** The evaluation advises to say there that priorities mainly come from jointly adopted programmes and plans (§15.2.1). */
export const recordAccount = defineAction({
  name: 'steering/record_account',
  permission: steerForParty,
  fields: {
    party: partyField,
    presidency: idAmong(recordsOf(presidencies)),
    on: date,
    chamber: line,
    document: line,
  },
  texts: textsOf('record_account'),
  about: null,
  back: () => '/steering',
  object: byParty,
  perform: async (tx, context, { party, presidency, on, chamber, document }) => {
    const found = await findRecord(tx, { ...knownOf(context), kind: presidencies.name, id: presidency });
    const wanting = [
      ...lateDays({ on }, context.today),
      ...(await dangling(tx, context, 'party', party, [parties])),
      ...(found === undefined
        ? [problem('reference_dangling', 'body.presidency', { id: presidency, kinds: presidencies.name })]
        : found.body.party != null && found.body.party !== party
          ? [problem('presidency_held_by_another', 'body.presidency', { party })]
          : []),
    ];
    const given = await allRecords(tx, {
      ...knownOf(context),
      kinds: [parliamentAccounts.name],
      says: [{ presidency, date: on }],
    });
    if (given.some(({ body }) => body.chamber === chamber && body.document === document))
      wanting.push(problem('account_recorded', 'body.document', { chamber, on }));
    if (wanting.length > 0) return fail(...wanting);
    // Two chambers may be told on one day (Belgium: Chamber and Senate): each account has its own number.
    const first = `${presidency}-${on}`;
    return done(parliamentAccounts, given.length === 0 ? first : `${first}.${given.length + 1}`, {
      party,
      presidency,
      date: on,
      chamber,
      document,
    });
  },
});

const pilotKinds = [groups, instruments, initiatives, events, signalFollowups];

/** Who signals also follows what becomes of what was tried (§5.2.1, §15.1.3). */
export const recordUptake = defineAction({
  name: 'steering/record_uptake',
  permission: recordInitiatives,
  fields: {
    pilot: idAmong(recordsOf(...pilotKinds)),
    uptake: oneOf(uptakes, (uptake, language) => steeringTexts(language).uptakes[uptake]),
    on: date,
    evidence: text,
    ...correction,
  },
  texts: textsOf('record_uptake'),
  about: null,
  back: () => '/steering',
  object: byPower('record_initiatives'),
  perform: async (tx, context, { pilot, uptake, on, evidence, reason }) => {
    const wanting = [
      ...lateDays({ on }, context.today),
      ...(await dangling(tx, context, 'pilot', pilot, pilotKinds)),
    ];
    if (wanting.length > 0) return fail(...wanting);
    // What is known of another day stands beside it; of the same day it replaces what was said.
    const id = `${pilot}-${on}`;
    const before = await findRecord(tx, { ...knownOf(context), kind: pilotUptakes.name, id });
    const news = { pilot, uptake, date: on, evidence };
    const body = besideWhatStands(before?.body, news, { reason, today: context.today });
    return body.ok ? done(pilotUptakes, id, body.value) : body;
  },
});

/** What is said of the accounts of a year, beside what was said before. Problems: `account_year_running`, `recorded_otherwise`. */
async function accountOf(
  tx: Transaction,
  context: ActionContext,
  of: number,
  [field, on]: readonly [string, PartialDate],
  change: RecordBody,
  reason: string | undefined,
): Promise<Result<Done>> {
  const id = String(of);
  if (firstDay(on) <= lastDay(id as PartialDate))
    return fail(problem('account_year_running', `body.${field}`, { year: of }));
  const before = await findRecord(tx, { ...knownOf(context), kind: accountYears.name, id });
  const news = { year: of, ...said(change) };
  const { today } = context;
  const body = besideWhatStands(before?.body, news, { reason, today, fieldOf: { presented: 'on' } });
  return body.ok ? done(accountYears, id, body.value) : body;
}

export const setAccountDue = defineAction({
  name: 'steering/set_account_due',
  permission: keepBudget,
  fields: { year, due: date, ...correction },
  texts: textsOf('set_account_due'),
  about: null,
  back: () => '/steering',
  object: byPower('keep_budget'),
  perform: (tx, context, { year: of, due, reason }) =>
    accountOf(tx, context, of, ['due', due], { due }, reason),
});

export const presentAccount = defineAction({
  name: 'steering/present_account',
  permission: keepBudget,
  fields: { year, on: date, evidence: line, ...correction },
  texts: textsOf('present_account'),
  about: null,
  back: () => '/steering',
  object: byPower('keep_budget'),
  perform: async (tx, context, { year: of, on, evidence, reason }) => {
    const late = lateDays({ on }, context.today);
    return late.length > 0
      ? fail(...late)
      : accountOf(tx, context, of, ['on', on], { presented: on, evidence }, reason);
  },
});

export const steeringActions: readonly Action[] = [
  agreeRhythm,
  recordCoordination,
  recordPrioritiesMeeting,
  recordAccount,
  recordUptake,
  setAccountDue,
  presentAccount,
];

/** What can be done about each part, by name; those of other rooms stand there. */
export const actsOfSection: Readonly<Record<SteeringSection, readonly string[]>> = {
  strategic: ['groups/propose'],
  contacts: [],
  signals: ['initiatives/record'],
  rhythm: [agreeRhythm.name, recordCoordination.name],
  bureau: [recordPrioritiesMeeting.name],
  account: [recordAccount.name],
  pilots: [recordUptake.name],
  arrears: [setAccountDue.name, presentAccount.name],
};
