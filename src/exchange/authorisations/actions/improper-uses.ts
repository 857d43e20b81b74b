import { lastDay } from '#kernel/dates.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import type { Permission } from '#platform/access/access.ts';
import { type ActionContext, defineAction } from '#platform/actions/action.ts';
import { date, subject, text } from '#platform/actions/field.ts';
import type { Transaction } from '#platform/database/database.ts';
import { newId } from '#platform/id.ts';
import { firstStep, knownOf } from '#union';
import { ofParties, ownAmong, partiesOf } from '../../readers.ts';
import { type Lived, listLived } from '../../situation/store.ts';
import { authorisations, improperUses } from '../model.ts';
import { bothSides, findNow, missing, ofAuthorisation, textsOf } from './shared.ts';

export const keepImproperUses: Permission = {
  code: 'improper_uses.keep',
  audience: 'party',
  summary: 'record what was found of an improper use of an authorisation, and what was done about it',
};
export const readImproperUses: Permission = {
  code: 'improper_uses.read',
  audience: 'responsible',
  summary: 'read the register of improper use of the authorisations of a party',
};

async function findUse(tx: Transaction, context: Pick<ActionContext, 'register' | 'today'>, id: string) {
  const [found] = await listLived(tx, knownOf(context), improperUses, { ids: [id] });
  return found;
}
const isConcluded = ({ steps }: Lived) => steps.some(({ to }) => to === 'concluded');

/** Of a closed authorisation, too: what is found is often found late. */
export const recordImproperUse = defineAction({
  name: 'improper-uses/record',
  permission: keepImproperUses,
  fields: { id: subject, found: text, on: date },
  texts: textsOf('record_use'),
  about: {
    kind: authorisations,
    isOpen: async (tx, context, id) => (await findNow(tx, context, id)) !== null,
  },
  object: ofAuthorisation(bothSides),
  perform: async (tx, context, { id: authorisation, found: said, on }) => {
    const found = await findNow(tx, context, authorisation);
    const by = context.grant?.party;
    if (found === null || by == null) return missing(authorisation);
    if (lastDay(on) > context.today) return fail(problem('date_in_future', 'body.on', { on }));
    const id = newId(context.clock);
    const { supplier, party } = found.body;
    const body = { id, authorisation, supplier, party, found: said, found_on: on, recorded_by: by };
    const steps = [firstStep('recorded', context.today, { act: 'record', by })];
    return ok({
      subject: `${improperUses.name}/${id}`,
      path: improperUses.href(id),
      changes: [{ kind: improperUses, id, body, steps }],
    });
  },
});

export const concludeImproperUse = defineAction({
  name: 'improper-uses/conclude',
  permission: keepImproperUses,
  fields: { id: subject, done: text },
  texts: textsOf('conclude_use'),
  about: {
    kind: improperUses,
    isOpen: async (tx, context, id) => {
      const found = await findUse(tx, context, id);
      return (
        found !== undefined && !isConcluded(found) && ownAmong(context, partiesOf(found.record)).length > 0
      );
    },
  },
  waits: async (tx, context, party) => {
    if (party === null) return [];
    const all = await listLived(tx, knownOf(context), improperUses);
    return all
      .filter((one) => !isConcluded(one) && partiesOf(one.record).includes(party))
      .map(({ record }) => record.id);
  },
  object: async (tx, context, { id }) => {
    const found = id === undefined ? undefined : await findUse(tx, context, id);
    return found === undefined ? [] : ofParties(context, partiesOf(found.record));
  },
  perform: async (tx, context, { id, done }) => {
    const found = await findUse(tx, context, id);
    const by = context.grant?.party;
    if (found === undefined || by == null) return missing(id);
    if (isConcluded(found)) return fail(problem('improper_use_concluded', 'body.id'));
    const step = {
      axis: 'state',
      from: 'recorded',
      to: 'concluded',
      effectiveOn: context.today,
      observed: false,
      details: { act: 'conclude', by },
    };
    return ok({
      subject: `${improperUses.name}/${id}`,
      path: improperUses.href(id),
      changes: [{ kind: improperUses, id, body: { ...found.record.body, done }, steps: [step] }],
    });
  },
});
