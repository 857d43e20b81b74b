import type { ForumTexts } from './en.ts';

export const de: ForumTexts = {
  yesNo: { no: 'Nein', yes: 'Ja: die Plattform der Marktteilnehmer wird nicht eingeladen' },
  subjects: {
    market_integration: 'Marktintegration (SG1)',
    security_of_supply: 'Versorgungssicherheit (SG2)',
    flexibility: 'Flexibilität (SG3)',
  },
  stakeholders: {
    state: 'Staaten: Ministerien',
    system_operator: 'Übertragungsnetzbetreiber',
    regulator: 'Regulierungsbehörden',
    commission: 'Europäische Kommission',
    market_platform: 'Plattform der Marktteilnehmer',
    exchange: 'Börsen',
    renewables: 'Erzeuger erneuerbarer Energie',
    demand_response: 'Lastmanagement',
    large_consumers: 'Großverbraucher',
    distribution: 'Verteilnetzbetreiber',
  },
  admissions: { sits: 'Sitzt darin', by_invitation: 'Auf Einladung', no: 'Nein' },
  notWhenSensitive: 'nicht, wenn marktsensibel',
  levels: { group: 'Gruppe', director_general: 'Generaldirektoren', minister: 'Minister' },
  kept: {
    kept: 'Eingehalten',
    missed: 'Nicht eingehalten',
    under_way: 'Jahr läuft noch',
    not_on_record: 'Keine Sitzung verzeichnet',
  },
  page: {
    door: 'Forum',
    doorWhat: 'Unterstützungsgruppen, wie oft sie tagen, wer wozu eingeladen ist und wer fehlte.',
    title: 'Pentalaterales Energieforum',
    lede: 'Gruppen des Registers, die an Energie arbeiten: wie oft sie tagen sollen und tagten, wer erwartet wird und wer fehlte.',
    groups: 'Gruppen und wie oft sie tagen',
    groupsWhat: ({ year }) =>
      `Sitzungen von ${year}, die laut Register stattfanden. Eine Sitzung zählt für die höchste Ebene, auf der jemand da war.`,
    group: 'Gruppe',
    chair: ({ who }) => `Den Vorsitz der Arbeitsgruppen hat ${who}.`,
    expected: 'Erwartet',
    ofAbove: 'das Register nennt niemanden; gezeigt werden die der Gruppe darüber',
    nobody: 'Das Register sagt nicht, wer.',
    rhythm: 'Soll tagen',
    times: ({ level, least }) => `${level}: mindestens ${least} im Jahr`,
    held: 'Getagt',
    standing: 'Eingehalten?',
    noRhythm: 'Das Register sagt nicht, wie oft.',
    none: 'Das Register enthält keine Gruppe, die an Energie arbeitet.',
    noneWhat: 'Eine Gruppe arbeitet an Energie, wenn sie zu diesem Dossier gehört.',
    noneWho: 'Wer das Register führt.',
    gaps: 'Wer fehlte',
    gapsWhat: ({ year }) => `Aus den Protokollen der Sitzungen von ${year}, die stattfanden.`,
    noGaps: 'Keine Lücke ist verzeichnet.',
    noGapsWhat: 'Anwesenheit kommt aus den Protokollen; ohne Sitzungen ist nichts bekannt.',
    party: 'Partei',
    there: 'Da',
    absent: 'Nicht vertreten',
    unsaid: 'Im Protokoll nicht genannt',
    told: 'Die Evaluierung nennt eine Lücke: im Projekt zum grenzüberschreitenden Ausgleich zwischen den Niederlanden und Belgien (zweite Phase, 2014) fehlten luxemburgische Parteien (§13.2.2, §13.2.4).',
    rule: 'Wer wozu kommt',
    ruleWhat:
      'Nach der Evaluierung, §13.2.1. Wer nicht genannt ist, kommt nicht und sieht nichts von dem, was einer Gruppe vorgelegt wird.',
    who: 'Wer',
    matters: 'Themen und Papiere',
    mattersWhat: 'Sie sehen Themen, zu denen Ihre Partei eingeladen ist, durch Ihren Sitz in der Gruppe.',
    noMatters: 'Hier steht Ihnen kein Thema offen.',
    noMattersWhat:
      'Es öffnet sich mit einem Sitz in der Gruppe für eine Partei, die eingeladen ist. Wozu Sie nicht eingeladen sind, wird nicht gesagt.',
    noMattersWho: 'Wer für die Gruppe handelt, legt Themen vor und lädt ein.',
    noField:
      'Das Register sagt nicht, in welchen Gruppen die Gebiete des Forums bearbeitet werden; darum kann ihnen nichts vorgelegt werden.',
    matter: 'Thema',
    subject: 'Gebiet',
    sensitive: 'Marktsensibel',
    notSensitive: 'Offen für alle, die hier sitzen',
    meeting: 'Sitzung',
    invited: 'Eingeladen',
    paper: 'Papier',
    columns: {
      group: 'Kennung der Gruppe.',
      level: 'group, director_general oder minister.',
      least: 'Kleinste Zahl von Sitzungen im Jahr.',
      held: 'Sitzungen des Jahres auf dieser Ebene, die stattfanden.',
      kept: 'kept, missed, under_way oder not_on_record: das Register enthält keine Sitzung dieses Jahres.',
      missing: 'Parteien, die nicht vertreten waren oder die Protokolle nicht nennen, und wie oft.',
    },
  },
  acts: {
    put: {
      title: 'Einer Gruppe ein Thema vorlegen',
      explain:
        'Wer in der Gruppe sitzt, ist eingeladen und sieht es. Ist es marktsensibel, ist die Plattform der Marktteilnehmer es nicht und erfährt nichts davon.',
    },
    call_sensitive: {
      title: 'Als marktsensibel bezeichnen',
      explain:
        'Von jetzt an ist die Plattform der Marktteilnehmer nicht eingeladen und sieht nichts davon. Das lässt sich nicht zurücknehmen.',
    },
    invite: {
      title: 'Dazu einladen',
      explain: 'Die nur auf Einladung kommen: sie sehen von da an das Thema und sein Papier.',
    },
  },
  fields: {
    id: 'Thema',
    body: 'Gruppe',
    title: 'Worum es geht',
    sensitive: 'Marktsensibel?',
    meeting: 'Sitzung',
    paper: 'Papier',
    invited: 'Eingeladen außer denen, die in der Gruppe sitzen',
    reason: 'Warum',
  },
  problems: {
    energy_forum_market_sensitive: ({ party }) =>
      `${party} wird nicht eingeladen: das Thema ist marktsensibel. Wählen Sie andere, oder legen Sie den Teil, der es nicht ist, gesondert vor.`,
    energy_forum_sits_already: ({ party }) =>
      `${party} sitzt in dieser Gruppe und ist schon eingeladen. Lassen Sie die Partei weg.`,
    energy_forum_without_part: ({ party, body }) =>
      `${party} nimmt heute nicht an ${body} teil. Lassen Sie die Teilnahme zuerst eintragen.`,
    energy_forum_not_of_group: ({ party, body }) =>
      `${party} kommt nicht zu ${body}: die Regel des Forums nennt die Partei dort nicht. Wählen Sie unter denen, die angeboten werden.`,
    energy_forum_sensitive_already: () => 'Es ist schon marktsensibel: es bleibt nichts zu tun.',
  },
};
