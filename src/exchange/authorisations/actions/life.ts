import { fail, ok, problem } from '#kernel/result.ts';
import { defineAction } from '#platform/actions/action.ts';
import { idAmong, line, subject, text } from '#platform/actions/field.ts';
import { byParty, knownOf, parties, recordsOf } from '#union';
import { listAuthorisations } from '../../situation/store.ts';
import { authorisations } from '../model.ts';
import { standingOn } from '../rules/standing.ts';
import {
  about,
  bothSides,
  done,
  faultsOf,
  findNow,
  keepAuthorisations,
  missing,
  ofAuthorisation,
  stepOf,
  textsOf,
} from './shared.ts';

/** One officer, by one of both parties: at once, with its reason. */
function lifeAct(act: 'suspend' | 'resume' | 'close') {
  return defineAction({
    name: `authorisations/${act}`,
    permission: keepAuthorisations,
    fields: { id: subject, reason: text },
    texts: textsOf(act),
    about: about(act, bothSides),
    object: ofAuthorisation(bothSides),
    perform: async (tx, context, { id, reason }) => {
      const found = await findNow(tx, context, id);
      const by = context.grant?.party;
      if (found === null || by == null) return missing(id);
      const faults = faultsOf(found.standing, act, by);
      if (faults.length > 0) return fail(...faults);
      return done(id, [
        { kind: authorisations, id, steps: [stepOf(found.standing, act, by, context, { reason })] },
      ]);
    },
  });
}

export const suspend = lifeAct('suspend');
export const resume = lifeAct('resume');
export const close = lifeAct('close');

/**
 * All officers of a service at once: by the supplier at its own data, or by their own party wherever they are listed. Whoever is
 * listed for no service could ask as that one, and is suspended with it.
 */
export const suspendService = defineAction({
  name: 'authorisations/suspend_service',
  permission: keepAuthorisations,
  fields: {
    party: idAmong(recordsOf(parties)),
    officer_party: idAmong(recordsOf(parties)),
    service: line,
    reason: text,
  },
  texts: textsOf('suspend_service'),
  about: null,
  back: () => '/practice/exchange/authorisations',
  object: byParty,
  perform: async (tx, context, { party: by, officer_party: party, service, reason }) => {
    const says = { party, ...(by === party ? {} : { supplier: by }) };
    const held = await listAuthorisations(tx, knownOf(context), { says: [says] });
    const mayAskAsIt = held.filter(({ body }) => body.service == null || body.service === service);
    const steps = mayAskAsIt.flatMap((one) => {
      const standing = standingOn(one, context.today);
      return standing === null || faultsOf(standing, 'suspend', by).length > 0
        ? []
        : [{ id: one.id, step: stepOf(standing, 'suspend', by, context, { reason, service }) }];
    });
    if (steps.length === 0)
      return fail(problem('service_has_no_officer', 'body.service', { service, party }));
    return ok({
      subject: `${authorisations.name}/${steps[0]?.id}`,
      path: '/practice/exchange/authorisations',
      changes: steps.map(({ id, step }) => ({ kind: authorisations, id, steps: [step] })),
    });
  },
});
