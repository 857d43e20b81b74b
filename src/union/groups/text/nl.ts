import { wordFor } from '../../text/words/words.ts';
import type { GroupTexts } from './en.ts';

type Params = Readonly<Record<string, string | number>>;

export const nl: GroupTexts = {
  page: {
    reviewDue: (due) => `Te herzien uiterlijk op ${due}`,
    reviewOverdue: (due, days) =>
      days === 1 ? `Herziening verlopen op ${due}: 1 dag` : `Herziening verlopen op ${due}: ${days} dagen`,
  },
  handover: {
    title: (name) => `Overdracht: ${name}`,
    lede: (on) => `Wat op ${on} openstaat, voor wie het overneemt.`,
    link: 'Overdracht en openstaande punten',
    openThen: 'Wat toen openstond',
    note: 'Overdrachtsnotitie',
    notes: 'Wat de werkgroep moet onthouden',
    notesHidden: 'De werkgroep houdt notities bij; ze zijn open voor de partijen die deelnemen.',
    holders: 'Wie het dossier houdt',
    holdersNone: 'Wie dit dossier houdt, is niet vastgelegd.',
    holdersNoneWho: 'Het orgaan dat initiatieven vastlegt, schrijft het op.',
    handovers: 'Overdrachten',
    handoversNone: 'Er is geen overdracht vastgelegd.',
    handoversWhat:
      'Een partij die deelneemt, draagt over op de pagina van de werkgroep, met een notitie voor de opvolger.',
    handoversHidden: 'Overdrachtsnotities zijn open voor de partijen die deelnemen.',
    dossier: 'Hetzelfde voor het hele dossier',
    groups: 'Werkgroepen van het dossier',
    nothing: 'Hiervan staat op die datum niets open, voor zover het register weet.',
    due: 'Wanneer',
    owner: 'Van wie',
    own: 'de werkgroep zelf',
    notStated: 'niet vermeld',
    sections: {
      promises: 'Openstaande toezeggingen',
      questions: 'Vragen van het parlement',
      planItems: 'Punten van jaarplannen',
      meetings: 'Komende vergaderingen',
      reviews: 'Herzieningen en afwegingen',
    },
    columns: {
      section: 'Onderdeel van de lijst',
      on: 'Wanneer het moet of plaatsvindt; leeg: niet vermeld',
      owner: 'Id van wie het moet doen; leeg: de werkgroep zelf, of niet vermeld',
    },
  },
  regions: {
    title: 'Regio’s en waarnemers',
    lede: 'Wie naast de lidstaten deelneemt: waaraan, in welke rol en sinds wanneer, wat zij niet alleen mogen en wat zij zien.',
    link: 'Regio’s en waarnemers',
    region: 'Regio of staat',
    partOf: 'Deel van',
    bodies: 'Neemt deel aan',
    competence: 'Bevoegdheid elders',
    none: 'Het register kent geen partij naast de lidstaten.',
    noneWhat: 'Partijen komen mee met het bestand van het register.',
    part: 'Waaraan zij deelneemt',
    partNone: 'Het register zegt niet dat zij ergens aan deelneemt.',
    partNoneWhat: 'Zij neemt deel vanaf de dag waarop zij in een rol bij een werkgroep komt.',
    body: 'Werkgroep of orgaan',
    role: 'Rol',
    period: 'Van – tot',
    sees: 'Ziet',
    alone: 'Waarom zij niet alleen mag handelen',
    aloneNone: 'Welke hoofdstad welke bevoegdheid heeft, is niet vermeld.',
    aloneWhat: 'De regio zegt op welk terrein zij niet alleen mag beslissen en wie dat doet.',
    field: 'Terrein',
    heldBy: 'Berust bij',
    evidence: 'Bewijs',
    since: 'Vermeld op',
    cannotSign: 'Kan geen partij zijn bij',
    sight: 'Wat zij ziet en niet ziet',
    thing: 'Van een orgaan',
    byRole: { participant: 'Wie deelneemt', observer: 'Waarnemer, gast of geraadpleegde' },
    shown: 'Ziet het',
    hidden: 'Ziet het niet',
    sights: {
      papers: 'alle stukken van de deelnemers',
      open: 'wat voor iedereen open is',
      unknown: 'niet bekend; tot dan wat voor iedereen open is',
      none: 'geen deelname op deze datum',
    },
    things: {
      openPoints: 'Agendapunten die voor iedereen open zijn',
      memberPoints: 'Punten die voor deelnemers open zijn',
      positions: 'Standpunten van de partijen',
      procedures: 'Schriftelijke procedures',
      contactNames: 'Namen van aanspreekpunten',
      notes: 'Wat de werkgroep moet onthouden, en overdrachtsnotities',
    },
    columns: {
      body: 'Soort en id van de werkgroep of het orgaan',
      role: 'Rol; leeg: er is geen deelname vastgelegd',
      from: 'Vanaf wanneer; leeg: niet vermeld',
      to: 'Tot wanneer; leeg: open, of niet vermeld',
      sees: 'papers, open, unknown of none',
    },
  },
  fields: {
    remember: 'Wat niet vergeten mag worden',
    field: 'Terrein waarop zij niet alleen mag beslissen',
    held_by: 'Staat die bevoegd is',
    government: 'Regering of ministerie daar',
    evidence: 'Waaruit dat blijkt',
    id: 'Id, zoals het in adressen komt te staan (kleine letters, cijfers, koppeltekens)',
    name: 'Naam',
    mandate: 'Mandaat: wat de groep tot stand moet brengen',
    parent: 'Aangestuurd door',
    dossier: 'Dossier',
    kind: 'Soort',
    holder: 'Functie die het dossier houdt; geen persoonsnaam',
    initiative: 'Initiatief waaruit zij voortkomt',
    on: 'Vanaf wanneer',
    reason: 'Reden',
    waiver: 'Reden om het zonder sturend orgaan te doen, als het bovenliggende niet stuurt',
    months: 'Aantal maanden waarna zij moet worden herzien',
    into: 'Groep of orgaan dat het mandaat overneemt',
    lives_on: 'Wat van het mandaat elders voortleeft',
    party: 'Staat of regio',
    role: 'Rol',
    organisation: 'Organisatie die aanspreekpunt is; leeg: een open vacature',
    handover: 'Overdracht: wat de opvolger moet weten en wat openstaat',
  },
  acts: {
    remember: {
      title: 'Opschrijven wat onthouden moet worden',
      explain: 'Het blijft bij de werkgroep als mensen vertrekken, en is open voor wie deelneemt.',
    },
    state_competence: {
      title: 'Zeggen wie bevoegd is',
      explain: 'Op welk terrein een regio niet alleen mag handelen, en welke hoofdstad bevoegd is.',
    },
    propose: { title: 'Groep voorstellen', explain: 'Zij doet niets voordat zij wordt geactiveerd.' },
    place: {
      title: 'Onder een ander orgaan plaatsen',
      explain: 'Vanaf nu stuurt een ander orgaan of een andere groep haar.',
    },
    hand_over_dossier: {
      title: 'Dossier overdragen',
      explain:
        'Vanaf een dag houdt een andere functie het dossier; wat die moet weten staat in de notitie, die iedereen kan lezen.',
    },
    activate: {
      title: 'Activeren',
      explain:
        'Vergt een besliste afweging, een bovenliggend orgaan dat stuurt of een vastgelegde ontheffing, en per lidstaat een aanspreekpunt of een open vacature.',
    },
    reject: { title: 'Afwijzen', explain: 'Het voorstel eindigt en blijft met zijn reden op de lijst.' },
    put_to_sleep: {
      title: 'Slapend maken',
      explain: 'Zij mag niet bijeenkomen en moet na haar termijn worden herzien.',
    },
    revive: { title: 'Wekken', explain: 'Zij is weer actief, met het mandaat dat zij had.' },
    abolish: { title: 'Opheffen', explain: 'Zij eindigt voorgoed en blijft met haar reden op de lijst.' },
    merge: {
      title: 'Samenvoegen',
      explain: 'Zij eindigt en een andere neemt het mandaat over: het aantal daalt, het werk niet.',
    },
    convert: { title: 'Omzetten', explain: 'Zij gaat in een andere vorm verder.' },
    correct: {
      title: 'Datum verbeteren',
      explain:
        'De jongste stap gebeurde op een andere dag. Wat eerder bekend was, blijft zoals het toen bekend was.',
    },
    join: {
      title: 'Deelnemen',
      explain: 'Een staat of regio neemt deel, met een aanspreekpunt of een open vacature.',
    },
    admit: {
      title: 'Toelaten',
      explain: 'Een regio of een andere staat neemt deel omdat de unie haar toelaat; leden treden zelf toe.',
    },
    leave: { title: 'Uittreden', explain: 'De deelname eindigt, en wat zij openstelde eindigt mee.' },
    end_part: {
      title: 'Deelname beëindigen',
      explain: 'Wie was toegelaten, neemt niet langer deel, en wat dat openstelde eindigt mee.',
    },
    hand_over: {
      title: 'Overdragen',
      explain: 'Een andere organisatie wordt aanspreekpunt; de notitie blijft bij de groep.',
    },
  },
  problems: {
    party_acts_alone: ({ party }: Params) => `${party} is een lidstaat en handelt zelf.`,
    competence_own: () => 'Wat zij zelf mag, houdt haar nergens van af: noem wie in haar plaats bevoegd is.',
    date_in_future: ({ on }: Params) =>
      `${on} moet nog komen. Wat gedaan is, wordt opgeschreven als het zover is.`,
    state_unknown: ({ on }: Params) =>
      `In welke toestand zij op ${on} was, is niet bekend; daarop kan niets volgen.`,
    state_forbids: ({ state }: Params) =>
      `De toestand is nu: ${wordFor(String(state), 'nl')}. Daarin kan dit niet.`,
    date_too_early: ({ on, state, since }: Params) =>
      `Op ${on} kon dat nog niet: pas sinds ${since} is de toestand: ${wordFor(String(state), 'nl')}. Geef een datum vanaf toen.`,
    group_steers_itself: ({ id }: Params) =>
      `${id} is de groep zelf of valt eronder, en kan haar niet sturen.`,
    handover_missing: () => 'Laat wie het overneemt een notitie na: wat die moet weten, en wat openstaat.',
    holder_began_later: ({ from, on }: Params) =>
      `Het dossier wordt sinds ${from} zo gehouden; ${on} ligt daar niet na.`,
    later_step_contradicts: ({ state, on }: Params) =>
      `Sinds ${on} is bekend: ${wordFor(String(state), 'nl')}. Dat had hier niet op kunnen volgen; verbeter dat eerst.`,
    earlier_step_contradicts: ({ state, on }: Params) =>
      `Sinds ${on} was het: ${wordFor(String(state), 'nl')}. Wat daarop volgde, kan niet eerder zijn.`,
    id_taken: ({ id }: Params) => `${id} is in gebruik. Kies een ander id.`,
    initiative_stopped: ({ id }: Params) =>
      `${id} was toen al stopgezet. Leg een nieuw initiatief vast en laat het afwegen.`,
    assessment_undecided: () => 'Er is geen afweging in haar voordeel beslist. Laat er eerst een beslissen.',
    steering_missing: () =>
      'Het bovenliggende orgaan stuurt op die datum geen groepen aan. Noem er een dat dat doet, of zeg waarom het zonder gaat.',
    contact_missing: ({ party }: Params) => `${party} heeft er geen aanspreekpunt en geen open vacature in.`,
    admission_needed: ({ party }: Params) =>
      `${party} is geen lid van de unie en kan alleen als waarnemer of gast zelf toetreden. Vraag het orgaan dat groepen instelt om toelating.`,
    part_taken: ({ party }: Params) => `${party} neemt dan al deel, of vanaf een latere dag.`,
    part_missing: ({ party }: Params) => `${party} neemt niet deel.`,
    successor_not_standing: ({ id, state, on }: Params) =>
      `Op ${on} was ${id}: ${wordFor(String(state), 'nl')}. Een mandaat gaat verder in wat actief of slapend is.`,
    contact_began_later: ({ on }: Params) =>
      `Het aanspreekpunt is dat sinds ${on} en kan niet eindigen voordat het begon.`,
    merged_into_itself: () => 'Zij kan niet met zichzelf worden samengevoegd.',
  },
};
