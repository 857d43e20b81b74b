import type { Language } from '#kernel/languages.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import { type Action, defineAction } from '#platform/actions/action.ts';
import { subject } from '#platform/actions/field.ts';
import { knownNow } from '#platform/records/registers.ts';
import { closeYear } from '../plans/actions/shared.ts';
import { frozenReports, plans } from '../plans/model.ts';
import { loadPlan } from '../plans/store.ts';
import { planTexts } from '../plans/text/texts.ts';
import { byPower } from '../powers.ts';
import { stateOn } from '../steps.ts';
import { freezeReport } from './frozen.ts';
import { formatYears } from './rules/years.ts';
import { findFrozen, loadReport } from './store.ts';

const textsOf = (language: Language) => {
  const { acts, fields } = planTexts(language);
  return { ...acts.freeze, fields };
};

/** The report of a closed year is said once: as of the day on which the year was closed, by what is known when it is frozen. */
export const freezeYear = defineAction({
  name: 'reports/freeze',
  permission: closeYear,
  fields: { id: subject },
  texts: textsOf,
  about: {
    kind: plans,
    isOpen: async (tx, context, id) => {
      const { register, today } = context;
      const moment = { register: register.id, asOf: today, knownAt: knownNow(register, today) };
      return (
        (await stateOn(tx, context, plans, id, today)) === 'closed' &&
        (await findFrozen(tx, moment, id)) === undefined
      );
    },
  },
  object: byPower('close_year'),
  perform: async (tx, { register, today }, { id }) => {
    const moment = { register: register.id, asOf: today, knownAt: knownNow(register, today) };
    const plan = await loadPlan(tx, moment, id);
    if (plan?.state !== 'closed' || plan.since === null)
      return fail(problem('year_not_closed', 'body.id', { year: id }));
    const before = await findFrozen(tx, moment, id);
    if (before !== undefined)
      return fail(problem('report_frozen_already', 'body.id', { year: id, on: before.frozen }));
    const found = await loadReport(tx, register, { ...moment, asOf: plan.since }, id);
    if (!found.known)
      return fail(
        problem('report_not_found', 'body.id', { year: id, known: formatYears(found.years) || '–' }),
      );
    const { asOf, frozen, hash, hashes, documents } = freezeReport(found.rows, plan.since, today);
    const body = { id, year: Number(id), as_of: asOf, frozen, hash, hashes, documents };
    return ok({
      subject: `${frozenReports.name}/${id}`,
      path: frozenReports.href(id),
      changes: [{ kind: frozenReports, id, body, steps: [] }],
    });
  },
});

export const reportActions: readonly Action[] = [freezeYear];
