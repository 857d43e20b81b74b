import { fail, problem } from '#kernel/result.ts';
import { defineAction } from '#platform/actions/action.ts';
import { count, date, line, newId, optional } from '#platform/actions/field.ts';
import { byPower } from '../../powers.ts';
import { programmeLifecycle, workProgrammes } from '../../programme/model.ts';
import { firstStep } from '../../steps.ts';
import { plans } from '../model.ts';
import { lacksHearing, pathOf } from './path.ts';
import { adoptProgramme, done, draftPlan, findNow, future, textsOf } from './shared.ts';

/** A programme says itself which years it runs and how many plans it holds; its draft begins on a day, or today. */
export const writeProgramme = defineAction({
  name: 'programmes/write',
  permission: draftPlan,
  fields: {
    id: newId,
    name: line,
    start: count(1900, 2200),
    years: count(1, 20),
    plans: count(1, 20),
    on: optional(date),
  },
  texts: textsOf('write'),
  about: null,
  back: () => '/plans',
  object: byPower('draft_plan'),
  perform: async (tx, context, { id, name, start, years, plans: held, on = context.today }) => {
    // What is said of a draft names its id alone, so that a programme is not called as a year's plan is.
    const taken = (await findNow(tx, context, workProgrammes, id)) ?? (await findNow(tx, context, plans, id));
    const wanting = [
      ...future(context, on),
      ...(taken === undefined ? [] : [problem('id_taken', 'body.id', { id })]),
    ];
    if (wanting.length > 0) return fail(...wanting);
    const title = context.language === 'en' ? 'title' : context.language;
    const body = { id, [title]: name, start, end: start + years - 1, plans: held };
    const steps = [firstStep('drafted', on, {})];
    return done(workProgrammes, id, workProgrammes.href(id), [{ kind: workProgrammes, id, body, steps }]);
  },
});

const programme = pathOf({ kind: workProgrammes, room: 'programmes', lifecycle: programmeLifecycle });

/** The draft goes to the members of parliament and to regions (§6.2.1, §7.2.1). */
export const consultOnProgramme = programme.step('consult', ['draft_plan', draftPlan], {
  words: 'consult_programme',
});
export const returnProgramme = programme.sendBack('return', ['adopt_programme', adoptProgramme]);
/** It is put to the ministers (§3.5) once those that the union's data name have been heard on it. */
export const adoptAProgramme = programme.step('adopt', ['adopt_programme', adoptProgramme], {
  words: 'adopt_programme',
  lacking: lacksHearing('adopt_programme'),
});
