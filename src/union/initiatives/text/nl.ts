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
    groups: 'Groepen die eruit voortkwamen',
  },
  states: {
    idea: 'Idee',
    seminar: 'Seminar',
    proposal: 'Voorstel',
    begun: 'Begonnen',
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
    reason: 'Reden',
    note: 'Toelichting',
  },
  acts: {
    record: { title: 'Signaal vastleggen', explain: 'Een idee dat niet verloren gaat, wat er ook van komt.' },
    hold_seminar: { title: 'Seminar houden', explain: 'De betrokkenen hebben er samen naar gekeken.' },
    propose: { title: 'Tot voorstel maken', explain: 'Het kan nu worden afgewogen.' },
    begin: {
      title: 'Beginnen',
      explain: 'Het wordt een groep of project; vergt een afweging die in zijn voordeel is beslist.',
    },
    stop: { title: 'Stoppen', explain: 'Het eindigt met zijn reden, die bewaard blijft.' },
  },
  problems: {
    initiative_unassessed: () => 'Er is geen afweging in zijn voordeel beslist.',
  },
};
