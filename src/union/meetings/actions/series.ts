import { isPlainDate } from '#kernel/dates.ts';
import { fail, problem } from '#kernel/result.ts';
import { defineAction } from '#platform/actions/action.ts';
import { count, date, idAmong, line, newId, oneOf, optional } from '#platform/actions/field.ts';
import type { Change } from '#platform/records/changes.ts';
import { bodies, groups } from '../../bodies/model.ts';
import { recordsOf } from '../../choices.ts';
import { dangling, knownOf } from '../../named.ts';
import { firstStep } from '../../steps.ts';
import { meetings } from '../model.ts';
import { daysOf, rhythms } from '../rules/series.ts';
import { findMeeting, listWaiting } from '../store.ts';
import { meetingTexts } from '../text/texts.ts';
import {
  byConvener,
  carry,
  convene,
  done,
  given,
  minutesField,
  notYet,
  textsOf,
  timeField,
} from './shared.ts';

/** More is planned again when the first of them have been held. */
const longestSeries = 24;

/** Meetings of a body in a rhythm, each a meeting of its own from then on: it moves, is cancelled and held by itself. */
export const planSeries = defineAction({
  name: 'meetings/plan_series',
  permission: convene,
  fields: {
    id: newId,
    name: line,
    body: idAmong(recordsOf(groups, bodies)),
    first: date,
    every: oneOf(rhythms, (rhythm, language) => meetingTexts(language).rhythms[rhythm]),
    count: count(2, longestSeries),
    starts_at: optional(timeField),
    minutes: minutesField,
    place: optional(line),
    on: date,
  },
  texts: textsOf('plan_series'),
  about: null,
  back: () => '/meetings',
  object: byConvener,
  perform: async (tx, context, { id, name, body, first, every, count: asked, minutes, on, ...said }) => {
    const known = knownOf(context);
    const ids = Array.from({ length: asked }, (_, index) => `${id}-${index + 1}`);
    const taken: string[] = [];
    for (const one of ids) if ((await findMeeting(tx, known, one)) !== undefined) taken.push(one);
    const wanting = [
      ...notYet(context, on),
      ...(isPlainDate(first) ? [] : [problem('series_day_needed', 'body.first', { on: first })]),
      ...(taken.length === 0 ? [] : [problem('id_taken', 'body.id', { id: taken.join(', ') })]),
      ...(await dangling(tx, context, 'body', body, [groups, bodies])),
    ];
    if (wanting.length > 0 || !isPlainDate(first)) return fail(...wanting);
    const key = context.language === 'en' ? 'name' : context.language;
    const planned = daysOf(first, every, asked).map((day, index): Change => {
      const own = ids[index] ?? id;
      const title = { [key]: `${name} (${index + 1}/${asked})` };
      const record = {
        id: own,
        ...title,
        body,
        date: day,
        duration_minutes: minutes,
        series: id,
        ...given(said),
      };
      return { kind: meetings, id: own, body: record, steps: [firstStep('planned', on, {})] };
    });
    const [start] = ids;
    const waiting = await listWaiting(tx, known, body);
    return done(meetings, start ?? id, [...planned, ...carry(waiting, start ?? id, 1)]);
  },
});
