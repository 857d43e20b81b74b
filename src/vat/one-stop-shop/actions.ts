import { fail, ok, problem } from '#kernel/result.ts';
import { type Action, defineAction, textsFrom } from '#platform/actions/action.ts';
import { idAmong } from '#platform/actions/field.ts';
import { randomOf } from '#platform/random.ts';
import { inField, partiesIn, takingPartIn } from '../fields/store.ts';
import { madeUpComparison, quarterBefore } from './made-up.ts';
import { oneStopShopPath } from './pages/door.ts';
import { makeUpComparisons } from './permissions.ts';
import { recordComparison } from './store.ts';
import { oneStopShopTexts } from './text/texts.ts';

/** Returns and payments of the last quarter that is over, made up, and compared by the same rules as true ones. */
const makeUp = defineAction({
  name: 'one-stop-shop/make_up',
  permission: makeUpComparisons,
  fields: { party: idAmong(partiesIn('one_stop_shop')) },
  texts: textsFrom(oneStopShopTexts)('make_up'),
  about: null,
  back: () => oneStopShopPath,
  object: (tx, context, { party }) => inField(tx, context, 'one_stop_shop', party),
  participation: takingPartIn('one_stop_shop'),
  perform: async (tx, context, { party }) => {
    const { register, clock, actor } = context;
    if (register.meta.synthetic !== true) return fail(problem('vat_comparisons_not_made_up'));
    // Chance, so that each press makes others.
    const seed = randomOf(4).readUInt32BE();
    const made = madeUpComparison(party, quarterBefore(context.today), seed);
    const by = actor.kind === 'person' ? `person:${actor.id}` : actor.kind;
    await recordComparison(tx, clock, register.id, made, by);
    const subject = `vat_payment_comparisons/${made.id}`;
    return ok({ changes: [], subject, path: oneStopShopPath });
  },
});

export const oneStopShopActions: readonly Action[] = [makeUp];
