import type { Language } from '#kernel/languages.ts';
import { localize } from '#kernel/localized-text.ts';
import { fail, ok, problem, type Result } from '#kernel/result.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { ReadContext } from '#platform/module.ts';
import { allRecords, findRecord, type StoredRecord } from '#platform/records/records.ts';
import type { MeetingAnswer, MeetingDossier, MeetingList, PointAnswer } from './contract.ts';
import { type AttendanceLevel, agendaItems, type MeetingState, meetings } from './model.ts';
import { dateOf, findMeeting, inOrder, listItems, meetingStatesOn } from './store.ts';

const momentOf = ({ register, asOf, knownAt }: ReadContext) => ({ register: register.id, asOf, knownAt });

const isForAll = ({ body }: StoredRecord) => body.open_to === 'all';

export async function listMeetingAnswers(
  context: ReadContext,
  { body }: { readonly body?: string | undefined } = {},
): Promise<Result<MeetingList>> {
  const moment = momentOf(context);
  return context.read(async (tx) => {
    const records = await allRecords(tx, { ...moment, kinds: [meetings.name] });
    const asked = inOrder(records).filter((one) => body === undefined || one.body.body === body);
    return ok({ ...moment, meetings: await answersOf(tx, context, asked) });
  });
}

async function answersOf(
  tx: Transaction,
  context: ReadContext,
  records: readonly StoredRecord[],
): Promise<MeetingAnswer[]> {
  const moment = momentOf(context);
  const ids = records.map(({ id }) => id);
  const states = await meetingStatesOn(tx, moment, ids);
  const items = Map.groupBy(await listItems(tx, moment, ids), ({ body }) => String(body.meeting));
  return records.map((record) =>
    meetingAnswer(record, states.get(record.id) ?? null, items.get(record.id) ?? [], context.language),
  );
}

function meetingAnswer(
  record: StoredRecord,
  state: MeetingState | null,
  items: readonly StoredRecord[],
  language: Language,
): MeetingAnswer {
  const points = items.filter(isForAll).length;
  return {
    id: record.id,
    title: localize(meetings.title(record.body), language, ['en']).text,
    body: String(record.body.body),
    date: dateOf(record),
    minutes: Number(record.body.duration_minutes),
    state,
    points,
    closedPoints: items.length - points,
  };
}

const textOrNull = (value: unknown) => (typeof value === 'string' ? value : null);

function pointAnswer({ id, body }: StoredRecord, language: Language): PointAnswer {
  return {
    id,
    meeting: String(body.meeting),
    number: Number(body.number),
    title: localize(agendaItems.title(body), language, ['en']).text,
    point: body.point as PointAnswer['point'],
    minutes: Number(body.duration_minutes),
    openTo: body.open_to as PointAnswer['openTo'],
    origin: textOrNull(body.origin),
    carried: Number(body.carried ?? 0),
    outcome: (body.outcome ?? null) as PointAnswer['outcome'],
    conclusion: textOrNull(body.conclusion),
    commitment: textOrNull(body.promise),
  };
}

/** Problem: `record_not_found`. */
export async function getMeetingDossier(
  context: ReadContext,
  { id }: { readonly id: string },
): Promise<Result<MeetingDossier>> {
  const moment = momentOf(context);
  return context.read(async (tx) => {
    const record = await findMeeting(tx, moment, id);
    if (record === undefined) return fail(problem('record_not_found', 'id', { id }));
    const [meeting] = await answersOf(tx, context, [record]);
    if (meeting === undefined) return fail(problem('record_not_found', 'id', { id }));
    const items = (await listItems(tx, moment, [id])).filter(isForAll);
    return ok({
      ...moment,
      meeting,
      agenda: items.map((item) => pointAnswer(item, context.language)),
      attendance: { ...((record.body.attendance ?? {}) as Readonly<Record<string, AttendanceLevel>>) },
    });
  });
}

/** Problems: `record_not_found`; `agenda_item_not_allowed`, since a route is for everybody and knows nobody. */
export async function getPoint(
  context: ReadContext,
  { id }: { readonly id: string },
): Promise<Result<PointAnswer>> {
  const { register, knownAt } = momentOf(context);
  const item = await context.read((tx) => findRecord(tx, { register, knownAt, kind: agendaItems.name, id }));
  if (item === undefined) return fail(problem('record_not_found', 'id', { id }));
  return isForAll(item)
    ? ok(pointAnswer(item, context.language))
    : fail(problem('agenda_item_not_allowed', 'id'));
}
