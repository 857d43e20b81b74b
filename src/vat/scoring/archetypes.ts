/**
 * The eight archetypes as data: conditions over features that together look like one known way of fraud. They are open, so that anybody
 * can see what is asked; a condition on what is not known does not hold. Thresholds are working values, changed with the version.
 */
import type { FeatureName, Words } from './feature-names.ts';

export type Condition = { readonly feature: FeatureName } & (
  | { readonly atLeast: number }
  | { readonly atMost: number }
);

export type Archetype = {
  readonly id: string;
  readonly version: number;
  /** All of these hold, */
  readonly all: readonly Condition[];
  /** and one of these. */
  readonly any: readonly Condition[];
  readonly words: Words;
};

const from = (feature: FeatureName, atLeast: number): Condition => ({ feature, atLeast });
const upTo = (feature: FeatureName, atMost: number): Condition => ({ feature, atMost });

export const archetypes: readonly Archetype[] = [
  {
    ...{ id: 'carousel', version: 1 },
    all: [from('loop_cents', 2_000_000)],
    any: [from('loop_gap', 0.3), from('loop_young', 1)],
    words: {
      nl: 'Carrousel: goederen gaan rond door een staat, langs iemand die niet aangeeft of er pas is',
      fr: "Carrousel : des biens circulent à travers un État, par quelqu'un qui ne déclare pas ou vient d'arriver",
      de: 'Karussell: Waren gehen durch einen Staat im Kreis, über jemanden, der nicht erklärt oder neu ist',
      en: 'Carousel: goods go round through a state, by somebody who does not declare or is new',
    },
  },
  {
    ...{ id: 'acquisition', version: 1 },
    all: [from('gap', 0.5), from('gap_cents', 2_000_000)],
    any: [upTo('age', 400), from('missing_returns', 2), upTo('early_inflow', 60)],
    words: {
      nl: 'Verwervingsfraude: verworven zonder btw, niet aangegeven, en pas ingeschreven of stil',
      fr: "Fraude à l'acquisition : acquis hors TVA, non déclaré, et récent ou silencieux",
      de: 'Erwerbsbetrug: ohne Steuer erworben, nicht erklärt, und neu oder still',
      en: 'Acquisition fraud: acquired free of VAT, not declared, and new or silent',
    },
  },
  {
    ...{ id: 'buffer_chain', version: 1 },
    all: [from('loop_cents', 2_000_000), from('loop_hops', 4)],
    any: [from('loop_gap', 0.1), from('loop_young', 1), from('risky_goods', 1)],
    words: {
      nl: 'Bufferketen: de kring loopt in het binnenland over veel tussenhandelaren',
      fr: "Chaîne d'entreprises tampons : le cycle passe par de nombreux intermédiaires intérieurs",
      de: 'Pufferkette: der Kreis läuft im Inland über viele Zwischenhändler',
      en: 'Buffer chain: the cycle runs over many traders in between at home',
    },
  },
  {
    ...{ id: 'contra', version: 1 },
    all: [from('loop_cents', 2_000_000), from('transit', 0.4), upTo('margin', 0.06)],
    any: [from('loop_gap', 0.1), from('loop_young', 1), from('pass_through', 0.3)],
    words: {
      nl: 'Contrahandel: wie in een kring levert, verrekent dat met een tweede, schone keten',
      fr: 'Opérateur de compensation : qui livre dans un cycle compense par une seconde chaîne, propre',
      de: 'Gegenhandel: wer in einem Kreis liefert, verrechnet es mit einer zweiten, sauberen Kette',
      en: 'Contra trading: who supplies in a cycle sets it off with a second, clean chain',
    },
  },
  {
    ...{ id: 'cross_invoicing', version: 1 },
    all: [from('cycle_cents', 2_000_000), from('cycle_share', 0.4)],
    any: [upTo('margin', 0.03), from('refund_jump', 1_000_000), from('new_partners', 0.5)],
    words: {
      nl: 'Kruisfacturering: het grootste deel van de handel gaat tussen staten rond, zonder marge',
      fr: "Facturation croisée : l'essentiel des échanges tourne entre États, sans marge",
      de: 'Kreuzfakturierung: der größte Teil des Handels geht zwischen Staaten im Kreis, ohne Marge',
      en: 'Cross invoicing: most of the trade goes round between states, without a margin',
    },
  },
  {
    ...{ id: 'detour', version: 1 },
    all: [from('loop_cents', 2_000_000), from('loop_states', 3)],
    any: [from('loop_gap', 0.1), from('loop_young', 1)],
    words: {
      nl: 'Omweg: de kring loopt over een derde staat',
      fr: 'Détour : le cycle passe par un troisième État',
      de: 'Umweg: der Kreis läuft über einen dritten Staat',
      en: 'Detour: the cycle runs over a third state',
    },
  },
  {
    ...{ id: 'procedure_42', version: 1 },
    all: [from('unsourced', 0.5), from('outflow', 2_000_000)],
    any: [from('buyers_gap', 0.3), from('young_buyers', 0.5)],
    words: {
      nl: 'Regeling 42: ingevoerd en vrij doorgeleverd aan wie niet aangeeft of er pas is',
      fr: "Régime 42 : importé et livré en exonération à qui ne déclare pas ou vient d'arriver",
      de: 'Verfahren 42: eingeführt und steuerfrei an jemanden geliefert, der nicht erklärt oder neu ist',
      en: 'Procedure 42: imported and supplied exempt to somebody who does not declare or is new',
    },
  },
  {
    ...{ id: 'dormant_burst', version: 1 },
    all: [from('dormant', 0.7), from('step', 8)],
    any: [from('gap', 0.3), from('resectored', 1), from('missing_returns', 1), from('loop_cents', 2_000_000)],
    words: {
      nl: 'Slapend lichaam: na lange stilte ineens veel handel over de grens',
      fr: 'Coquille dormante : après un long silence, soudain beaucoup d’échanges transfrontaliers',
      de: 'Schlafender Mantel: nach langer Stille plötzlich viel Handel über die Grenze',
      en: 'Dormant shell: after a long silence suddenly much trade across borders',
    },
  },
];

/** NaN where it is not known. */
export type ReadFeature = (feature: FeatureName) => number;

export function holds(condition: Condition, read: ReadFeature): boolean {
  const value = read(condition.feature);
  return 'atLeast' in condition ? value >= condition.atLeast : value <= condition.atMost;
}

/** Features by which it holds; null where it does not. */
export function becauseOf({ all, any }: Archetype, read: ReadFeature): readonly FeatureName[] | null {
  const met = any.filter((condition) => holds(condition, read));
  return met.length > 0 && all.every((condition) => holds(condition, read))
    ? [...all, ...met].map(({ feature }) => feature)
    : null;
}

/** How many of them hold. */
export function countArchetypes(list: readonly Archetype[], read: ReadFeature): number {
  let count = 0;
  for (const one of list) if (becauseOf(one, read) !== null) count++;
  return count;
}
