import type { ForumTexts } from './en.ts';

export const nl: ForumTexts = {
  yesNo: { no: 'Nee', yes: 'Ja: het platform van marktpartijen wordt niet uitgenodigd' },
  subjects: {
    market_integration: 'Marktintegratie (SG1)',
    security_of_supply: 'Leveringszekerheid (SG2)',
    flexibility: 'Flexibiliteit (SG3)',
  },
  stakeholders: {
    state: 'Staten: ministeries',
    system_operator: 'Netbeheerders',
    regulator: 'Toezichthouders',
    commission: 'Europese Commissie',
    market_platform: 'Platform van marktpartijen',
    exchange: 'Beurzen',
    renewables: 'Producenten van hernieuwbare energie',
    demand_response: 'Vraagrespons',
    large_consumers: 'Grootverbruikers',
    distribution: 'Distributienetbeheerders',
  },
  admissions: { sits: 'Zit erin', by_invitation: 'Indien uitgenodigd', no: 'Nee' },
  notWhenSensitive: 'niet indien marktgevoelig',
  levels: { group: 'Groep', director_general: 'Directeuren-generaal', minister: 'Ministers' },
  kept: {
    kept: 'Gehaald',
    missed: 'Niet gehaald',
    under_way: 'Jaar loopt nog',
    not_on_record: 'Geen vergadering bekend',
  },
  page: {
    door: 'Forum',
    doorWhat: 'Steungroepen, hoe vaak zij bijeenkomen, wie waarvoor wordt uitgenodigd en wie ontbrak.',
    title: 'Pentalateraal Energieforum',
    lede: 'Groepen van het register die aan energie werken: hoe vaak zij moeten bijeenkomen en dat deden, wie verwacht wordt en wie ontbrak.',
    groups: 'Groepen en hoe vaak zij bijeenkomen',
    groupsWhat: ({ year }) =>
      `Vergaderingen van ${year} die volgens het register gehouden zijn. Een vergadering telt voor het hoogste niveau waarop iemand aanwezig was.`,
    group: 'Groep',
    chair: ({ who }) => `Werkgroepen worden voorgezeten door ${who}.`,
    expected: 'Verwacht',
    ofAbove: 'het register noemt niemand; getoond worden die van de groep erboven',
    nobody: 'Het register zegt niet wie.',
    rhythm: 'Moet bijeenkomen',
    times: ({ level, least }) => `${level}: ten minste ${least} per jaar`,
    held: 'Gehouden',
    standing: 'Gehaald?',
    noRhythm: 'Het register zegt niet hoe vaak.',
    none: 'Het register bevat geen groep die aan energie werkt.',
    noneWhat: 'Een groep werkt aan energie als zij tot dat dossier behoort.',
    noneWho: 'Wie het register bijhoudt.',
    gaps: 'Wie ontbrak',
    gapsWhat: ({ year }) => `Uit de notulen van vergaderingen van ${year} die gehouden zijn.`,
    noGaps: 'Er is geen afwezigheid bekend.',
    noGapsWhat: 'Aanwezigheid komt uit de notulen van vergaderingen; zonder vergaderingen is niets bekend.',
    party: 'Partij',
    there: 'Aanwezig',
    absent: 'Niet vertegenwoordigd',
    unsaid: 'Niet in de notulen genoemd',
    told: 'De evaluatie noemt één leemte: in het project over grensoverschrijdende balancering tussen Nederland en België (tweede fase, 2014) ontbraken Luxemburgse partijen (§13.2.2, §13.2.4).',
    rule: 'Wie waarbij komt',
    ruleWhat:
      'Volgens de evaluatie, §13.2.1. Wie niet genoemd is, komt niet en ziet niets van wat aan een groep wordt voorgelegd.',
    who: 'Wie',
    matters: 'Onderwerpen en stukken',
    mattersWhat: 'U ziet onderwerpen waarvoor uw partij is uitgenodigd, door uw zetel in de groep.',
    noMatters: 'Er is hier geen onderwerp dat voor u openstaat.',
    noMattersWhat:
      'Het opent met een zetel in de groep voor een partij die is uitgenodigd. Waarvoor u niet bent uitgenodigd, wordt niet gezegd.',
    noMattersWho: 'Wie voor de groep optreedt, legt onderwerpen voor en nodigt uit.',
    noField:
      'Het register zegt niet in welke groepen aan de onderwerpen van het forum wordt gewerkt; er kan dus niets worden voorgelegd.',
    matter: 'Onderwerp',
    subject: 'Gebied',
    sensitive: 'Marktgevoelig',
    notSensitive: 'Open voor allen die hier zitten',
    meeting: 'Vergadering',
    invited: 'Uitgenodigd',
    paper: 'Stuk',
    columns: {
      group: 'Id van de groep.',
      level: 'group, director_general of minister.',
      least: 'Kleinste aantal vergaderingen per jaar.',
      held: 'Gehouden vergaderingen van het jaar op dat niveau.',
      kept: 'kept, missed, under_way, of not_on_record: het register bevat geen vergadering van dat jaar.',
      missing: 'Partijen die niet vertegenwoordigd waren of die de notulen niet noemen, en hoe vaak.',
    },
  },
  acts: {
    put: {
      title: 'Leg een onderwerp voor aan een groep',
      explain:
        'Wie in de groep zit, is uitgenodigd en ziet het. Is het marktgevoelig, dan is het platform van marktpartijen dat niet, en krijgt het er niets van te zien.',
    },
    call_sensitive: {
      title: 'Noem het marktgevoelig',
      explain:
        'Vanaf nu is het platform van marktpartijen niet uitgenodigd en ziet het er niets van. Dit kan niet worden teruggenomen.',
    },
    invite: {
      title: 'Nodig ervoor uit',
      explain: 'Wie alleen op uitnodiging komt: die ziet het onderwerp en het stuk vanaf dan.',
    },
  },
  fields: {
    id: 'Onderwerp',
    body: 'Groep',
    title: 'Waar het over gaat',
    sensitive: 'Marktgevoelig?',
    meeting: 'Vergadering',
    paper: 'Stuk',
    invited: 'Uitgenodigd naast wie in de groep zit',
    reason: 'Waarom',
  },
  problems: {
    energy_forum_market_sensitive: ({ party }) =>
      `${party} wordt niet uitgenodigd: het onderwerp is marktgevoelig. Kies anderen, of leg het deel dat niet gevoelig is apart voor.`,
    energy_forum_sits_already: ({ party }) =>
      `${party} zit in deze groep en is al uitgenodigd. Laat deze partij weg.`,
    energy_forum_without_part: ({ party, body }) =>
      `${party} neemt vandaag niet deel aan ${body}. Laat de deelname eerst vastleggen.`,
    energy_forum_not_of_group: ({ party, body }) =>
      `${party} komt niet bij ${body}: de regel van het forum noemt deze partij daar niet. Kies uit wie wordt aangeboden.`,
    energy_forum_sensitive_already: () => 'Het is al marktgevoelig: er is niets meer te doen.',
  },
};
