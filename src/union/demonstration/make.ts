import type { Language } from '#kernel/languages.ts';
import type { RegisterId } from '#kernel/references.ts';
import type { RecordBody } from '#platform/records/kind.ts';
import type { Power } from '../powers.ts';

/** A file of the import layout, as `import` takes it. */
export type DemonstrationFile = Readonly<Record<string, unknown>> & {
  readonly meta: Readonly<Record<string, unknown>> & { readonly id: string; readonly synthetic: true };
};

/** The register in which a year can be played; everything in it but the frame of the union is made up. */
export const demonstrationId = 'demo-2020' as RegisterId;

/** Which body holds which power in the demonstration; the sections are where the source describes it for the Benelux. */
const held: Readonly<Record<Power, readonly [body: string, sections: readonly string[]]>> = {
  record_initiatives: ['sg', ['5.2.1']],
  establish_groups: ['council', ['3.3']],
  decide_assessments: ['council', ['4.1']],
  edit_criteria: ['council', ['4.1']],
  draft_plan: ['sg', ['3.5']],
  agree_plan: ['council', ['3.5']],
  adopt_plan: ['com', ['3.5']],
  adopt_programme: ['com', ['3.5']],
  close_year: ['sg', ['3.8']],
  convene: ['sg', ['3.7']],
  follow_commitments: ['sg', ['3.8']],
  keep_instruments: ['sg', ['3.8']],
  adopt_instruments: ['com', ['3.2']],
  table_items: ['parliament', ['6.2.3']],
  assign_items: ['sg', ['6.2.3']],
  keep_budget: ['sg', ['8.2']],
  approve_budget: ['com', ['8.2']],
  keep_documents: ['sg', ['3.7']],
  import_sheets: ['sg', ['3.7']],
};

/** What is decided only once others were heard: those that the source says were heard on a programme. */
const decidedAfterHearing: readonly Power[] = ['agree_plan', 'adopt_programme'];

/** Whom the union consulted on any of its programmes (in the Benelux parliament, §6.2.1, and a region, §7.2.1). */
function consultedIn({ work_programmes: told = [] }: Readonly<Record<string, unknown>>): readonly string[] {
  return [
    ...new Set((told as readonly RecordBody[]).flatMap(({ consulted }) => (consulted ?? []) as string[])),
  ];
}

/** What the frame of a union is: who is in it, how it decides and what it asks itself. */
const frame = [
  'parties',
  'bodies',
  'criteria_sets',
  'stop_reasons',
  'success_factors',
  'failure_factors',
  'research_questions',
  'main_themes',
  'cycles',
  'implementation_note',
] as const;

/** A made-up name in the four languages. */
type Called = Readonly<Record<Language, string>>;

const topics: readonly (readonly [id: string, called: Called])[] = [
  [
    'cycling',
    {
      en: 'Cycle paths across the border',
      nl: 'Fietspaden over de grens',
      fr: 'Pistes cyclables transfrontalières',
      de: 'Radwege über die Grenze',
    },
  ],
  [
    'libraries',
    {
      en: 'Lending between public libraries',
      nl: 'Uitleen tussen openbare bibliotheken',
      fr: 'Prêt entre bibliothèques publiques',
      de: 'Leihverkehr zwischen öffentlichen Bibliotheken',
    },
  ],
  [
    'repair',
    {
      en: 'Repair of household appliances',
      nl: 'Herstel van huishoudtoestellen',
      fr: 'Réparation d’appareils ménagers',
      de: 'Reparatur von Haushaltsgeräten',
    },
  ],
  [
    'orchards',
    {
      en: 'Old orchards and their varieties',
      nl: 'Oude boomgaarden en hun rassen',
      fr: 'Vergers anciens et leurs variétés',
      de: 'Alte Obstgärten und ihre Sorten',
    },
  ],
];
const tasks: readonly Called[] = [
  { en: 'signs', nl: 'borden', fr: 'signalisation', de: 'Schilder' },
  { en: 'data', nl: 'gegevens', fr: 'données', de: 'Daten' },
  { en: 'funding', nl: 'financiering', fr: 'financement', de: 'Finanzierung' },
  { en: 'training', nl: 'opleiding', fr: 'formation', de: 'Schulung' },
  { en: 'standards', nl: 'normen', fr: 'normes', de: 'Normen' },
];
const strategic: Called = {
  en: 'strategic consultation',
  nl: 'strategisch overleg',
  fr: 'concertation stratégique',
  de: 'strategische Konsultation',
};
const usesInAYear: Called = {
  en: 'uses in a year',
  nl: 'keren gebruikt in een jaar',
  fr: 'utilisations par an',
  de: 'Nutzungen im Jahr',
};

/** What it is called, as the layout has it: English under `name`, the others under their own keys. */
const namedAs = ({ en, ...others }: Called) => ({ name: en, ...others });

/** Two names with a colon between them, as each language writes it. */
const both = (one: Called, other: Called): Called => ({
  en: `${one.en}: ${other.en}`,
  nl: `${one.nl}: ${other.nl}`,
  fr: `${one.fr}\u00a0: ${other.fr}`,
  de: `${one.de}: ${other.de}`,
});

/** In which language the made-up mailboxes read. */
const spoken: Readonly<Record<string, string>> = { NL: 'nl', BE: 'fr', LU: 'de' };

/** Mulberry32: the same seed gives the same numbers, between 0 and `below`. */
function drawing(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/**
 * A year to play, from a seed: the frame of a union as its file has it, and made-up dossiers, groups, a budget and a programme of
 * that year. Marked synthetic as a whole, so that every page and export says so.
 */
export function makeDemonstration(union: Readonly<Record<string, unknown>>, seed: number): DemonstrationFile {
  const draw = drawing(seed);
  const parties = (union.parties ?? []) as readonly RecordBody[];
  const members = parties.filter(({ kind }) => String(kind).startsWith('member')).map(({ id }) => String(id));
  const source = ['demonstration'];
  const pick = <T>(list: readonly T[]): T => list[draw(list.length)] as T;

  const groups = topics.flatMap(([topic, called]) => {
    const lead = {
      id: `${topic}-strategy`,
      ...namedAs(both(called, strategic)),
      kind: 'strategic',
      parent: 'council',
      case: topic,
      status: 'active',
      status_as_of: '2019-12-31',
      created: `20${10 + draw(9)}`,
      participants: members,
      contact_points_missing: draw(2) === 0 ? [pick(members)] : [],
      source,
    };
    const count = 1 + draw(2);
    const below = Array.from({ length: count }, (_, index) => {
      const task = tasks[(index * 2 + draw(2)) % tasks.length] as Called;
      const state = draw(4) === 0 ? 'dormant' : 'active';
      return {
        id: `${topic}-${task.en}`,
        ...namedAs(both(called, task)),
        parent: lead.id,
        case: topic,
        status: state,
        status_as_of: '2019-12-31',
        created: `20${12 + draw(7)}-0${1 + draw(9)}`,
        participants: members,
        ...(draw(2) === 0 ? { observers: ['DE-NW'] } : {}),
        source,
      };
    });
    return [lead, ...below.filter((one, index) => below.findIndex(({ id }) => id === one.id) === index)];
  });
  const amount = 1_000_000 + draw(50) * 10_000;

  return {
    meta: {
      id: demonstrationId,
      title: 'Demonstration year 2020 (made up)',
      nl: 'Demonstratiejaar 2020 (verzonnen)',
      fr: 'Année de démonstration 2020 (fictive)',
      de: 'Demonstrationsjahr 2020 (erfunden)',
      known_from: '2019-12-31',
      language: 'en',
      languages: ['nl', 'fr', 'de', 'en'],
      synthetic: true,
      demonstration: true,
      opens: 'today',
      seed,
      derived_from: 'The frame of the first union; everything else is made up from a seed',
    },
    ...Object.fromEntries(frame.flatMap((key) => (union[key] === undefined ? [] : [[key, union[key]]]))),
    // The frame's recommendations are those of the evaluation that the first register comes from.
    recommendations: ((union.recommendations ?? []) as readonly RecordBody[]).map((one) => ({
      evaluation: 2020,
      ...one,
    })),
    roles: [
      { id: 'player', name: 'Player', nl: 'Speler', fr: 'Joueur', de: 'Spieler', source },
      ...((union.roles ?? []) as readonly RecordBody[]),
    ],
    powers: Object.entries(held).map(([id, [body, sections]]) => ({
      id,
      body,
      ...(decidedAfterHearing.some((power) => power === id) ? { hears: consultedIn(union) } : {}),
      source: sections,
    })),
    parliament_cycle: { answer_target_months: 12, presidency_years: 2, source },
    parliament_items: [
      {
        id: 'question-libraries-2019',
        kind: 'written_question',
        subject: 'Lending between public libraries (made up)',
        nl: 'Uitleen tussen openbare bibliotheken (verzonnen)',
        fr: 'Prêt entre bibliothèques publiques (fictif)',
        de: 'Leihverkehr zwischen öffentlichen Bibliotheken (erfunden)',
        case: 'libraries',
        tabled: '2019-11-18',
        addressees: members,
        source,
      },
    ],
    // How bodies decide and how long a silence lasts are made up: the source does not tell them.
    decision_rules: ['council', 'com'].map((body) => ({
      id: `${body}-rule`,
      body,
      form: 'unanimity',
      voters: 'members',
      abstention: 'allows',
      silence_days: 21,
      source,
    })),
    reminder_addresses: [...members, 'council', 'sg'].map((id) => ({
      id,
      address: `${id.toLowerCase()}-reminders@example.org`,
      language: spoken[id] ?? 'en',
      source,
    })),
    cases: topics.map(([id, called]) => ({ id, ...namedAs(called), source })),
    working_groups: groups,
    work_programmes: [
      {
        id: 'programme-2017-2020',
        title: 'Programme 2017-2020 (made up)',
        nl: 'Programma 2017-2020 (verzonnen)',
        fr: 'Programme 2017-2020 (fictif)',
        de: 'Programm 2017-2020 (erfunden)',
        start: 2017,
        end: 2020,
        plans: 4,
        source,
      },
    ],
    presidencies: [
      {
        id: 'presidency-2020',
        year: 2020,
        party: members[0] ?? null,
        priorities: ['cycling', 'repair'],
        source,
      },
    ],
    finance: {
      budget: [{ year: 2020, amount, currency: 'EUR', source }],
      contribution_key: [
        {
          year: 2020,
          ...Object.fromEntries(
            members.map((id, index) => [id, index === 0 ? 0.5 : 0.5 / Math.max(1, members.length - 1)]),
          ),
          basis: 'made up',
          source,
        },
      ],
      source,
    },
    indicators: topics.map(([topic, called]) => ({
      id: `${topic}-uses`,
      ...namedAs(both(called, usesInAYear)),
      unit: 'uses',
      level: 'outcome',
      direction: 'up',
      case: topic,
      definition: 'Made up for the demonstration',
      source,
    })),
    observations: topics.map(([topic]) => ({
      id: `${topic}-uses-2019`,
      indicator: `${topic}-uses`,
      period: '2019',
      value: 100 + draw(900),
      status: 'reported',
      source,
    })),
  };
}
