import { fail, problem } from '#kernel/result.ts';
import { defineAction } from '#platform/actions/action.ts';
import { count, idAmong, text } from '#platform/actions/field.ts';
import { allRecords } from '#platform/records/records.ts';
import { parties } from '../../bodies/model.ts';
import { recordsOf } from '../../choices.ts';
import { dangling, knownOf } from '../../named.ts';
import { byPower } from '../../powers.ts';
import { presidencies } from '../../programme/model.ts';
import { planItems } from '../model.ts';
import { prioritiesOf } from '../rules/priorities.ts';
import { done, draftPlan, textsOf } from './shared.ts';

/**
 * What a presidency puts first (§3.5), in its own words, one a line; items of plans name them (§15.2.1). Said again it takes the place
 * of what was said, but for what an item came from. Problems: `presidency_of_another`, `priority_in_use`, `priorities_alike`.
 */
export const putForward = defineAction({
  name: 'presidencies/put_forward',
  permission: draftPlan,
  fields: { year: count(1900, 2200), party: idAmong(recordsOf(parties)), priorities: text },
  texts: textsOf('put_forward'),
  about: null,
  back: () => '/plans',
  object: byPower('draft_plan'),
  perform: async (tx, context, { year, party, priorities }) => {
    const known = knownOf(context);
    const held = await allRecords(tx, { ...known, kinds: [presidencies.name] });
    const before = held.find(({ body }) => String(body.year) === String(year));
    const said = priorities.split('\n').flatMap((line) => line.trim() || []);
    const items = await allRecords(tx, {
      ...known,
      kinds: [planItems.name],
      says: before === undefined ? [] : [{ presidency: before.id }],
    });
    const kept = before === undefined ? [] : items.map(({ body }) => String(body.priority));
    const lost = prioritiesOf(before?.body ?? {}).filter((one) => kept.includes(one) && !said.includes(one));
    const twice = said.filter((one, index) => said.indexOf(one) < index);
    const wanting = [
      ...(await dangling(tx, context, 'party', party, [parties])),
      ...(before?.body.party != null && before.body.party !== party
        ? [problem('presidency_of_another', 'body.party', { year, party: String(before.body.party) })]
        : []),
      ...(lost.length > 0 ? [problem('priority_in_use', 'body.priorities', { list: lost.join('; ') })] : []),
      ...(twice.length > 0
        ? [problem('priorities_alike', 'body.priorities', { list: [...new Set(twice)].join('; ') })]
        : []),
    ];
    if (wanting.length > 0) return fail(...wanting);
    const { missing: _unknown, ...rest } = before?.body ?? {};
    const id = before?.id ?? `presidency-${year}`;
    const body = { ...rest, id, year, party, priorities: said };
    return done(presidencies, id, '/plans', [{ kind: presidencies, id, body, steps: [] }]);
  },
});
