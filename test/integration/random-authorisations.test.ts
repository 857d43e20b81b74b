import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, type PlainDate } from '#kernel/dates.ts';
import { loadSituations } from '../../src/exchange/index.ts';
import { listAuthorisations } from '../../src/exchange/situation/store.ts';
import { acting, openWorld, patience, register, steps, type World } from '../support/random-acts.ts';

/** What two parties and a stranger do to named authorisations at random, held against a model that knows no dates but days. */

const firstDay = '2026-12-01' as PlainDate;
/** An instrument of the demonstration is made by nobody: this one is. */
const basis = 'synthetic-agreement';
const of = { NL: acting({ party: 'NL' }), BE: acting({ party: 'BE' }), LU: acting({ party: 'LU' }) };
type Party = keyof typeof of;

let world: World;
beforeAll(async () => {
  world = await openWorld(firstDay, 3);
  await world.done(acting({ body: 'sg' }), 'instruments/draft', {
    id: basis,
    title: 'Agreement (synthetic)',
    kind: 'treaty',
    on: firstDay,
  });
});
afterAll(() => world.database.close());

type Model = { readonly by: Set<Party>; closed: boolean };
const acts = ['suspend', 'resume', 'close'] as const;

/** What is wrong with an act, by what was done before. */
function expected({ by, closed }: Model, act: (typeof acts)[number], party: Party): readonly string[] {
  if (party === 'LU') return ['action_not_allowed'];
  if (closed) return ['authorisation_closed'];
  if (act === 'suspend' && by.has(party)) return ['authorisation_suspended'];
  if (act === 'resume' && by.size === 0) return ['authorisation_not_suspended'];
  if (act === 'resume' && !by.has(party)) return ['suspension_of_another'];
  return [];
}

function apply(model: Model, act: (typeof acts)[number], party: Party): void {
  if (act === 'suspend') model.by.add(party);
  else if (act === 'resume') model.by.delete(party);
  else model.closed = true;
}

test(
  `${steps / 5} acts at random leave open what the model leaves open, day by day`,
  async () => {
    const listed = await (async () => {
      for (const number of [1, 2, 3])
        await world.done(of.BE, 'authorisations/list', {
          party: 'BE',
          officer_party: 'NL',
          officer: `synthetic-officer-${number}`,
          data_set: 'registers',
          basis,
          from: firstDay,
          dormant_after_days: '3000',
        });
      return world.database.read((tx) => listAuthorisations(tx, { register, knownAt: firstDay }));
    })();
    const models = new Map<string, Model>(
      listed.map(({ id }) => [id, { by: new Set<Party>(), closed: false }]),
    );
    const chosen = fc.sample(
      fc.record({
        which: fc.nat({ max: 2 }),
        // Closed for good, so seldom.
        act: fc.oneof(
          { weight: 30, arbitrary: fc.constantFrom('suspend' as const, 'resume' as const) },
          { weight: 1, arbitrary: fc.constant('close' as const) },
        ),
        party: fc.constantFrom<Party>('NL', 'BE', 'BE', 'NL', 'LU'),
        days: fc.nat({ max: 1 }),
      }),
      { numRuns: steps / 5, seed: 20231001 },
    );
    const seen = new Set<string>();
    for (const { which, act, party, days } of chosen) {
      world.setDay(addDays(world.today(), days));
      const one = listed[which];
      const model = models.get(one?.id ?? '');
      if (one === undefined || model === undefined) throw new Error('It was listed');
      const wrong = expected(model, act, party);
      expect(
        await world.act(of[party], `authorisations/${act}`, { id: one.id, reason: 'At random' }),
      ).toEqual(wrong);
      if (wrong.length === 0) apply(model, act, party);
      seen.add(wrong[0] ?? act);
      const day = world.today();
      const request = {
        from: { party: 'NL', officer: String(one.body.officer) },
        to: 'BE',
        consents: [],
      };
      const wanted = [{ register, request, named: true }];
      const [held] = await world.database.read((tx) => loadSituations(tx, wanted, day));
      const [found] = held?.authorisations ?? [];
      const isOpen =
        found !== undefined &&
        (found.suspendedOn === null || day < found.suspendedOn) &&
        (found.until === null || day < found.until);
      expect(isOpen).toBe(!model.closed && model.by.size === 0);
    }
    expect(seen.size, [...seen].join(', ')).toBeGreaterThan(6);
  },
  patience,
);
