import type { InitiativeTexts } from './en.ts';

export const nl: InitiativeTexts = {
  page: {
    title: 'Initiatieven',
    lede: 'Van signaal tot groep of project, of tot een einde met zijn reden.',
    none: 'Er is nog geen initiatief vastgelegd.',
    noneWho: 'Het orgaan dat initiatieven vastlegt, begint met een signaal.',
    initiative: 'Initiatief',
    state: 'Toestand',
    since: 'Sinds',
    signal: 'Het signaal',
    history: 'Wat ervan kwam',
    assessments: 'Afwegingen',
    assessmentsNone: 'Het is nog niet afgewogen.',
    groups: 'Groepen die eruit voortkwamen',
  },
  factors: {
    title: 'Succes- en faalfactoren',
    lede: 'Wat anderen deed slagen of mislukken, overwogen voor het begint.',
    factor: 'Factor',
    holds: 'Geldt hier',
    note: 'Toelichting',
    notConsidered: 'niet overwogen',
    toPropose: (open) =>
      open === 1
        ? 'Eén factor heeft nog geen antwoord: tot dan kan dit geen voorstel worden en niet worden afgewogen.'
        : `${open} factoren hebben nog geen antwoord: tot dan kan dit geen voorstel worden en niet worden afgewogen.`,
    countOf: (done, all) => `${done} van ${all} overwogen`,
  },
  factorAnswers: { yes: 'Ja', no: 'Nee', unknown: 'Onbekend' },
  states: {
    idea: 'Idee',
    seminar: 'Seminar',
    proposal: 'Voorstel',
    begun: 'Begonnen',
    running: 'Project loopt',
    finished: 'Project afgerond',
    stopped: 'Gestopt',
  },
  forms: {
    group: 'Groep',
    project: 'Project',
  },
  fields: {
    id: 'Id, zoals het in adressen komt te staan (kleine letters, cijfers, koppeltekens)',
    name: 'Naam',
    signal: 'Het signaal: wat is gezien, en waar',
    signalled_by: 'Wie het signaal gaf',
    sector: 'Sector',
    dossier: 'Dossier',
    on: 'Op',
    report: 'Wat het seminar opleverde',
    text: 'Wat wordt voorgesteld',
    form: 'Wat het wordt',
    result: 'Wat het opleverde',
    reason: 'Reden',
    note: 'Toelichting',
    factors: 'Wat anderen deed slagen of mislukken, en of het hier geldt',
  },
  acts: {
    record: { title: 'Signaal vastleggen', explain: 'Een idee dat niet verloren gaat, wat er ook van komt.' },
    hold_seminar: { title: 'Seminar houden', explain: 'De betrokkenen hebben er samen naar gekeken.' },
    propose: { title: 'Tot voorstel maken', explain: 'Het kan nu worden afgewogen.' },
    begin: {
      title: 'Beginnen',
      explain: 'Het wordt een groep of project; vergt een afweging die in zijn voordeel is beslist.',
    },
    finish: { title: 'Project afronden', explain: 'Het eindigt met wat het opleverde, dat bewaard blijft.' },
    stop: { title: 'Stoppen', explain: 'Het eindigt met zijn reden, die bewaard blijft.' },
    consider: {
      title: 'Factoren overwegen',
      explain:
        'Of wat anderen deed slagen of mislukken ook hier geldt; dat het onbekend is, is een antwoord. Wat u openlaat, blijft open.',
    },
  },
  problems: {
    factors_unconsidered: ({ count, factors }) =>
      `Van ${count} succes- of faalfactoren heeft niemand gezegd of ze gelden: ${factors}. Dat het onbekend is, is een antwoord.`,
    factor_without_evidence: () => 'Zeg waaruit dat blijkt; wat niet bekend is, behoeft geen bewijs.',
    initiative_started: () => 'Het is begonnen of gestopt: wat daarvoor is overwogen, blijft zoals het is.',
    initiative_unassessed: () => 'Er is geen afweging in zijn voordeel beslist.',
  },
};
