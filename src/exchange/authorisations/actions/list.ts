import { z } from 'zod';
import { firstDay, lastDay, type PartialDate } from '#kernel/dates.ts';
import { fail, type Problem, problem } from '#kernel/result.ts';
import { type ActionContext, defineAction } from '#platform/actions/action.ts';
import { count, date, idAmong, line, optional, subject, text } from '#platform/actions/field.ts';
import { newId } from '#platform/id.ts';
import { byParty, dangling, firstStep, instruments, knownOf, parties, recordsOf } from '#union';
import { listAuthorisations } from '../../situation/store.ts';
import { authorisations } from '../model.ts';
import { standingOn, suspendedServices } from '../rules/standing.ts';
import {
  done,
  findNow,
  keepAuthorisations,
  missing,
  ofAuthorisation,
  supplierSide,
  textsOf,
} from './shared.ts';

/** As a request says it: no longer than a word of a request may be. */
const word = { ...line, schema: line.schema.pipe(z.string().max(80)) };
/** Ten years: no period of a host is longer. */
const mostDays = 3660;

/** What was done before counts by its last day, which must have come. */
function notYet(
  { today }: ActionContext,
  dates: Readonly<Record<string, PartialDate | undefined>>,
): readonly Problem[] {
  return Object.entries(dates).flatMap(([field, on]) =>
    on !== undefined && lastDay(on) > today ? [problem('date_in_future', `body.${field}`, { on })] : [],
  );
}

export const listOfficer = defineAction({
  name: 'authorisations/list',
  permission: keepAuthorisations,
  fields: {
    party: idAmong(recordsOf(parties)),
    officer_party: idAmong(recordsOf(parties)),
    officer: { ...line, schema: line.schema.pipe(z.string().max(200)) },
    data_set: word,
    service: optional(word),
    place: optional(word),
    basis: idAmong(recordsOf(instruments)),
    trained_on: optional(date),
    screened_on: optional(date),
    from: date,
    until: optional(date),
    dormant_after_days: count(1, mostDays),
  },
  texts: textsOf('list'),
  about: null,
  back: () => '/practice/exchange/authorisations',
  object: byParty,
  perform: async (tx, context, { party: supplier, officer_party: party, ...said }) => {
    const { basis, trained_on, screened_on, from, until } = said;
    const same = { supplier, party, officer: said.officer, data_set: said.data_set, basis };
    const listed = await listAuthorisations(tx, knownOf(context), { says: [same] });
    const ofParty = await listAuthorisations(tx, knownOf(context), { says: [{ party }] });
    const suspended = ofParty.flatMap((one) => suspendedServices(one, context.today, supplier));
    const shut = suspended.find(({ service }) => said.service === undefined || service === said.service);
    const isSame = listed.some(
      (one) =>
        standingOn(one, context.today)?.state !== 'closed' &&
        (['service', 'place'] as const).every((key) => one.body[key] === said[key]),
    );
    const wanting = [
      ...(await dangling(tx, context, 'officer_party', party, [parties])),
      ...(await dangling(tx, context, 'basis', basis, [instruments])),
      ...(party === supplier ? [problem('officer_of_supplier', 'body.officer_party', { party })] : []),
      ...notYet(context, { trained_on, screened_on }),
      ...(until !== undefined && firstDay(until) <= lastDay(from)
        ? [problem('authorisation_never_holds', 'body.until', { from, until })]
        : []),
      // Who is listed anew must not bring back what a suspension closed; it is lifted by the party that made it.
      ...(shut === undefined
        ? []
        : [problem('service_suspended', 'body.service', { service: shut.service, party: shut.by })]),
      ...(isSame ? [problem('authorisation_listed', 'body.officer')] : []),
    ];
    if (wanting.length > 0) return fail(...wanting);
    // Of chance, so that it tells nobody whom it names.
    const id = newId(context.clock);
    const given = Object.entries({ id, supplier, party, ...said }).filter(([, value]) => value !== undefined);
    const steps = [firstStep('listed', context.today, { act: 'list', by: supplier })];
    return done(id, [{ kind: authorisations, id, body: Object.fromEntries(given), steps }]);
  },
});

export const review = defineAction({
  name: 'authorisations/review',
  permission: keepAuthorisations,
  fields: {
    id: subject,
    trained_on: optional(date),
    screened_on: optional(date),
    note: optional(text),
  },
  texts: textsOf('review'),
  about: {
    kind: authorisations,
    isOpen: async (tx, context, id) => {
      const found = await findNow(tx, context, id);
      return found !== null && found.standing.state !== 'closed';
    },
  },
  waits: async (tx, context, party) => {
    if (party === null) return [];
    const held = await listAuthorisations(tx, knownOf(context), { says: [{ supplier: party }] });
    return held.flatMap((one) => {
      const standing = standingOn(one, context.today);
      const isDue = standing !== null && standing.state !== 'closed' && standing.reviewDue <= context.today;
      return isDue ? [one.id] : [];
    });
  },
  object: ofAuthorisation(supplierSide),
  perform: async (tx, context, { id, trained_on, screened_on, note }) => {
    const found = await findNow(tx, context, id);
    if (found === null) return missing(id);
    const { state, closedOn } = found.standing;
    const wanting = [
      ...(state === 'closed' ? [problem('authorisation_closed', 'body.id', { on: closedOn ?? '' })] : []),
      ...notYet(context, { trained_on, screened_on }),
    ];
    if (wanting.length > 0) return fail(...wanting);
    const reviews = (found.body.reviews ?? []) as readonly object[];
    const body = {
      ...found.body,
      ...(trained_on === undefined ? {} : { trained_on }),
      ...(screened_on === undefined ? {} : { screened_on }),
      reviews: [...reviews, { on: context.today, ...(note === undefined ? {} : { note }) }],
    };
    return done(id, [{ kind: authorisations, id, body, steps: [] }]);
  },
});
