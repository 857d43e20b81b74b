import { countingIn } from '#platform/text/counting.ts';
import { wordFor } from '../../text/words/words.ts';
import type { MoneyTexts } from './en.ts';

const { counted } = countingIn('nl');

export const nl: MoneyTexts = {
  bases: { timesheet: 'Urenregistratie', estimate: 'Raming' },
  year: {
    title: (year) => `Begroting ${year}`,
    lede: 'Wat het jaar mag kosten en wie het betaalt, naar welke activiteiten het geld ging en wat er overbleef.',
    unknown: (year) => `Er is geen begroting voor ${year} vastgelegd.`,
    unknownWhat: 'Over een deel ervan valt dus niets te zeggen. Een onbekende begroting is niet nul.',
    amount: 'Bedrag',
    state: 'Status',
    stated: 'Zoals de bron haar vermeldt; of en wanneer zij is goedgekeurd, staat er niet bij',
    key: 'Grondslag van de verdeelsleutel',
    keyNone:
      'De bijdragen zijn niet te berekenen: daarvoor zijn een bedrag en een sleutel met elk aandeel nodig.',
    keyNoneWho: 'Het orgaan dat de begroting bijhoudt, bepaalt de sleutel voordat zij wordt goedgekeurd.',
    allocations: 'Waar het geld naartoe ging',
    allocationsLede:
      'De bijdragen zijn niet geoormerkt. Wat een activiteit kostte, blijkt uit urenregistratie of is geraamd; de rest staat er als niet toegedeeld en wordt niet over de activiteiten verdeeld.',
    allocationsNone: 'Er is niets aan een activiteit toegedeeld.',
    allocationsNoneWho:
      'Het orgaan dat de begroting bijhoudt, zegt welk bedrag naar welk punt van het plan ging, en of dat uit urenregistratie blijkt of geraamd is.',
    activity: 'Activiteit',
    basis: 'Grondslag',
    allocated: 'Toegedeeld',
    unallocated: 'Niet toegedeeld',
    ofBudget: (share) => `${share} van de begroting`,
    over: 'Er is meer toegedeeld dan de begroting bevat.',
    unallocatedUnknown: 'onbekend, omdat de begroting dat is',
    partOfUnknown: 'Van een onbekende begroting kan niemand zeggen welk deel niet is toegedeeld.',
    change: 'Wijzigen',
    surplus: 'Overschot',
    surplusNone: (year) => `Over een overschot in ${year} is niets vastgelegd.`,
    surplusNoneWhat: 'Of er een was, is niet bekend.',
    surplusNoneWho:
      'Het orgaan dat de begroting bijhoudt, legt het met de reden vast als het jaar voorbij is.',
    reason: 'Waarom het overbleef',
    decision: 'Wat ermee gebeurt',
    decisionNone: 'Nog niet besloten',
    decidedBy: 'Besloten door',
    decided: 'Besloten op',
    way: 'Wat ervan werd',
    walk: 'De weg van de euro',
    plan: 'Het plan van het jaar',
    ofAll: 'Wat naar activiteiten ging, per jaar',
    columns: {
      id: 'Id van de toedeling. Leeg: de rest die niet is toegedeeld.',
      year: 'Jaar van de begroting.',
      planItem: 'Id van het punt van het plan. Leeg: de rest die naar geen activiteit leidt.',
      title: 'Titel van het punt. Leeg: de rest die naar geen activiteit leidt.',
      currency: 'Valuta van de bedragen, ISO 4217.',
      amount:
        'In hele eenheden van de valuta. Leeg: onbekend, omdat de begroting dat is; nooit nul voor een leemte.',
      basis: 'timesheet: uren zijn opgeschreven; estimate: iemand heeft het geraamd; not_allocated: de rest.',
      note: 'Toelichting. Leeg: die is niet gegeven.',
    },
  },
  walk: {
    title: (year) => `De weg van de euro, ${year}`,
    lede: 'Van het geld naar de activiteit, naar wat haar meet, naar het instrument en naar de vraag van het parlement, en terug. Elk onderdeel leidt naar zijn pagina; waar een verband ontbreekt, staat dat er.',
    there: 'Van de euro naar de vraag',
    back: 'Van de vraag terug naar de euro',
    euro: 'Euro',
    activity: 'Activiteit',
    indicator: 'Indicator',
    instrument: 'Rechtsinstrument',
    question: 'Vraag van het parlement',
    planNone: (year) =>
      `Er is geen plan voor ${year} vastgelegd, dus geen activiteit waar geld naartoe kan leiden.`,
    planEmpty: (year) => `Het plan voor ${year} heeft geen punten.`,
    planNoneWho: 'Het orgaan dat plannen opstelt, schrijft het.',
    moneyNone: 'Er is geen geld aan toegedeeld',
    indicatorNone: 'Aan geen indicator gekoppeld',
    target: (value) => `doel: ${value}`,
    targetNone: 'geen doel',
    last: (when, value) => `laatste waarneming (${when}): ${value}`,
    lastNone: 'nog niet waargenomen',
    reached: { yes: 'Doel bereikt', no: 'Doel gemist', unknown: 'Niet beoordeeld' },
    instrumentNone: 'Geen instrument',
    questionNone: 'Geen vraag heeft ernaar gevraagd',
    activityNone: 'Leidt naar geen activiteit van dit plan',
    moneyOfNothing: 'Geen geld, want geen activiteit',
    ties: {
      named: '',
      instrument: 'via het instrument',
      dossier: 'alleen via hetzelfde dossier',
    },
    more: (n) => `${counted(n, 'ander staat', 'andere staan')} in hetzelfde dossier`,
    unallocated: 'leidt naar geen activiteit',
    unallocatedUnknown: 'Onbekend wat naar geen activiteit leidt: de begroting is niet bekend',
    questionsNone: (year) =>
      `In ${year} is geen vraag ingediend, en geen enkele vraagt naar een activiteit of instrument van het plan.`,
    questionsNoneWho: 'Het orgaan dat stukken van het parlement indient, kan noemen waarnaar zij vragen.',
    link: 'In de weg van de euro',
    columns: {
      direction: 'there: van de euro naar de vraag; back: van de vraag naar de euro; rest: niet toegedeeld.',
      year: 'Jaar van de begroting en het plan.',
      amount:
        'Aan de activiteit toegedeeld, samen, in hele eenheden van de valuta. Leeg: er is niets toegedeeld.',
      currency: 'Valuta van het bedrag, ISO 4217. Leeg: geen bedrag.',
      basis: 'Waaruit het blijkt: timesheet, estimate of beide. Leeg: er is niets toegedeeld.',
      activity: 'Id van het punt van het plan. Leeg: geen.',
      indicator: 'Id van de indicator. Leeg: aan geen gekoppeld.',
      target: 'Waarde die de indicator in het jaar moet bereiken. Leeg: die is niet bepaald.',
      observed: 'Laatste waarneming. Leeg: geen.',
      observedIn: 'Wanneer dat is waargenomen. Leeg: geen, of niet gedateerd.',
      reached: 'Of een waarneming van het jaar het doel bereikt: yes, no, unknown. Leeg: geen indicator.',
      instruments: 'Id’s van rechtsinstrumenten. Leeg: geen.',
      instrumentsBy:
        'Hoe elk ermee verbonden is: genoemd (named), of alleen via hetzelfde dossier (dossier).',
      questions: 'Id’s van vragen en aanbevelingen van het parlement. Leeg: geen heeft ernaar gevraagd.',
      questionsBy:
        'Hoe elk ermee verbonden is: genoemd (named), via een instrument (instrument), of alleen via hetzelfde dossier (dossier).',
    },
  },
  fields: {
    id: 'Id, zoals het in adressen komt te staan (kleine letters, cijfers, koppeltekens)',
    year: 'Jaar',
    amount: 'Bedrag, in hele eenheden van de valuta: 1250.50',
    currency: 'Valuta, ISO 4217: EUR',
    on: 'Op',
    note: 'Toelichting',
    reason: 'Reden',
    shares: 'Aandeel van elke lidstaat, samen precies 1: NL 0.53, BE 0.41, LU 0.06',
    basis: 'Grondslag',
    item: 'Punt van het plan van dat jaar',
    decision: 'Wat ermee gebeurt',
  },
  acts: {
    propose: {
      title: 'Begroting voorstellen',
      explain: 'Eén per jaar. Er wordt aan geschreven tot het bevoegde orgaan haar goedkeurt.',
    },
    amend: {
      title: 'Wijzigen',
      explain: 'Zij wordt opnieuw voorgesteld met dit bedrag; wat zij eerder was, blijft bewaard.',
    },
    set_key: {
      title: 'Verdeelsleutel bepalen',
      explain: 'Elke lidstaat heeft één aandeel, en samen zijn ze precies 1.',
    },
    approve: { title: 'Goedkeuren', explain: 'Vanaf hier liggen bedrag en sleutel vast.' },
    return: { title: 'Terugsturen', explain: 'Zij kan worden gewijzigd en wordt opnieuw voorgesteld.' },
    allocate: {
      title: 'Geld toedelen',
      explain: 'Welk deel van het geld van het jaar naar een punt van het plan ging, en waaruit dat blijkt.',
    },
    change: {
      title: 'Toedeling wijzigen',
      explain: 'Wat eerder is gezegd, blijft bewaard, met de reden van de wijziging.',
    },
    withdraw: {
      title: 'Toedeling intrekken',
      explain: 'Het bedrag is weer niet toegedeeld; dat het dat was, blijft bewaard.',
    },
    record: {
      title: 'Overschot vastleggen',
      explain: 'Wat er van het jaar overbleef en waarom; nul zegt dat er niets overbleef.',
    },
    correct: { title: 'Overschot verbeteren', explain: 'Zolang niet is besloten wat ermee gebeurt.' },
    decide: {
      title: 'Over het overschot besluiten',
      explain: 'Wat ermee gebeurt. Vanaf hier ligt het vast.',
    },
  },
  problems: {
    amount_zero: () => 'Niets is geen bedrag. Laat het dan weg.',
    budget_exists: ({ year }) => `${year} heeft al een begroting. Een jaar heeft er één.`,
    budget_fixed: ({ year }) =>
      `Aan de begroting van ${year} wordt niet geschreven: de sleutel wordt bepaald zolang zij is voorgesteld of teruggestuurd.`,
    budget_without_key: () =>
      'Zij heeft nog geen sleutel, dus niemand zou weten wie wat betaalt. Bepaal eerst de sleutel.',
    budget_not_approved: ({ year, state }) =>
      `De status van de begroting van ${year} is nu: ${wordFor(String(state), 'nl')}. Geld wordt toegedeeld zodra zij is goedgekeurd.`,
    budget_amount_unknown: ({ year }) =>
      `Het bedrag van de begroting van ${year} is niet bekend, dus er kan geen deel van worden toegedeeld.`,
    allocation_exceeds_budget: ({ year, budget, left, currency }) =>
      `De begroting van ${year} is ${budget} ${currency}; daarvan is nog maar ${left} niet toegedeeld.`,
    allocation_of_another_year: ({ year, plan }) =>
      `Dat punt hoort bij het plan voor ${plan}. Geld van ${year} gaat naar punten van het plan voor ${year}.`,
    key_entry_invalid: ({ received }) =>
      `“${received}” is geen lidstaat met zijn aandeel, elk één keer: NL 0.53.`,
    key_member_missing: ({ list }) => `De sleutel heeft geen aandeel voor ${list}.`,
    key_not_a_member: ({ list }) => `Alleen lidstaten betalen volgens de sleutel, niet ${list}.`,
    surplus_exists: ({ year }) => `Het overschot van ${year} is al vastgelegd. Verbeter dat.`,
    surplus_exceeds_budget: ({ year, budget, currency }) =>
      `Van ${year} kan niet meer overblijven dan de begroting: ${budget} ${currency}.`,
    surplus_nil: ({ year }) => `Van ${year} bleef niets over, dus er valt niets te besluiten.`,
  },
};
