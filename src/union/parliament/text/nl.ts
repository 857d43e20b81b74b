import { countingIn } from '#platform/text/counting.ts';
import type { ParliamentTexts } from './en.ts';

type Params = Readonly<Record<string, string | number>>;

const { counted, figure } = countingIn('nl');

export const nl: ParliamentTexts = {
  kinds: { recommendation: 'Aanbeveling', written_question: 'Schriftelijke vraag' },
  states: {
    tabled: 'Ingediend',
    assigned: 'Toegewezen',
    partly_answered: 'Deels beantwoord',
    answered: 'Beantwoord',
    retabled: 'Opnieuw geagendeerd',
    closed: 'Afgesloten',
    withdrawn: 'Ingetrokken',
  },
  forms: { partial: 'Eén regering voor zichzelf', joint: 'Gezamenlijk antwoord, door alle afgetekend' },
  presences: { yes: 'Aanwezig', no: 'Afwezig', unknown: 'Onbekend' },
  item: {
    state: 'Toestand',
    stateNote:
      'Wat er tot de gevraagde datum met het stuk is gedaan. Leeg: daarvan is niets vastgelegd, er is alleen de bron.',
    number: 'Nummer',
    history: 'Wat er is gedaan',
    form: 'Vorm',
    drafts: 'Ontwerp van het gezamenlijke antwoord',
    draftNone: 'Er is geen gezamenlijk antwoord ontworpen.',
    draftNoneWho: 'Elke regering aan wie het is gevraagd, kan er een beginnen.',
    draftsClosed: 'Ontwerpen zijn van de regeringen zelf totdat zij antwoord zijn.',
    draftsClosedWhat: 'Wat als antwoord is gegeven, staat hierboven.',
    draftsClosedWho: 'De gevraagde regeringen en het orgaan dat toewijst, kunnen ze lezen.',
    draft: 'Tekst',
    draftedBy: 'Ontworpen door',
    round: (n) => `Ronde: ${figure(n)}`,
    signOffs: 'Afgetekend',
    signedOn: (on) => `Afgetekend op ${on}`,
    notSigned: 'Niet afgetekend',
    complete: 'Elke regering heeft het afgetekend: het kan worden gegeven.',
    lacking: (n) =>
      `${counted(n, 'regering heeft', 'regeringen hebben')} het niet afgetekend: het is nog geen antwoord.`,
    given: (on) => `Als gezamenlijk antwoord gegeven op ${on}`,
    preparedBy: 'Voorbereid door',
    assignments: 'Waar de antwoorden worden voorbereid',
    factSheet: 'Fiche',
  },
  times: {
    figures: {
      owed: 'Verschuldigde antwoorden op stukken met een datum, één per geadresseerde.',
      answered: 'Daarvan beantwoord.',
      open: 'Daarvan open.',
      withdrawn: 'Daarvan onbeantwoord ingetrokken.',
      undated: 'Verschuldigde antwoorden op stukken zonder datum; in geen cijfer.',
      medianLeast: 'Mediane dagen tot een antwoord, op zijn minst; leeg: er is niets verschuldigd.',
      medianMost: 'Hetzelfde op zijn hoogst; leeg: de mediaan valt op een open antwoord.',
      lateLeast:
        'Antwoorden over hun termijn, op zijn minst; leeg: niets verschuldigd of geen termijn gesteld.',
      lateMost: 'Hetzelfde op zijn hoogst.',
    },
    title: 'Hoe lang antwoorden duren',
    lede: 'Over elk verschuldigd antwoord: die er kwamen en die er niet kwamen.',
    median: 'Mediane tijd tot een antwoord, in dagen',
    atLeast: (n) => `ten minste ${figure(n)}`,
    range: (least, most) => `${figure(least)} tot ${figure(most)}`,
    medianOf: (owed, answered, open, withdrawn) =>
      `Over ${figure(owed)} verschuldigde: ${figure(answered)} beantwoord, ${figure(open)} open, ${figure(withdrawn)} onbeantwoord ingetrokken`,
    late: 'Antwoorden over hun termijn',
    lateOf: (late, owed) => `${late} van ${figure(owed)}`,
    share: (least, most) =>
      least === most ? `${figure(least)} %` : `${figure(least)} tot ${figure(most)} %`,
    how: 'Wat nog open is, telt met ten minste de tijd dat het open is, zodat wat nooit wordt beantwoord niet uit het cijfer verdwijnt. ‘Ten minste’ staat er als de mediaan op een open antwoord valt. Er wordt niets geschat.',
    lateHow:
      'Wat open is en nog binnen de termijn, kan nog te laat komen: waar dat zo is, is het aandeel een bereik.',
    undated: (n) =>
      `${counted(n, 'antwoord hoort', 'antwoorden horen')} bij een stuk zonder datum en telt in geen cijfer mee.`,
    none: 'Er is geen antwoord verschuldigd op een stuk met een datum.',
    noTerm: 'Er is geen termijn gesteld, dus kan er niets overheen gaan.',
    columns: {
      takenLeast:
        'Dagen van indiening tot antwoord, op zijn minst; bij wat open is de leeftijd. Leeg: niet gedateerd.',
      takenMost:
        'Hetzelfde op zijn hoogst. Leeg: open of ingetrokken, zodat er geen hoogste is; of niet gedateerd.',
    },
  },
  factSheet: {
    title: (name) => `Fiche: ${name}`,
    lede: 'Wat van één stuk bekend is voordat het parlement erover spreekt, om af te drukken.',
    asked: 'Wat er is gevraagd',
    related: 'Waar het aan raakt',
    instruments: 'Rechtsinstrumenten van hetzelfde dossier',
    groups: 'Groepen van hetzelfde dossier',
    noDossier: 'Het stuk noemt geen dossier, dus is daarmee niets te vinden.',
    noDossierWho: 'Wie een stuk indient, kan het dossier noemen.',
    nothing: 'Verder staat er niets van dit dossier in het register.',
  },
  attendance: {
    columns: {
      plenary: 'Datum van de plenaire vergadering.',
      party: 'Id van de staat.',
      present:
        'Of er een minister was: ja (yes), nee (no) of als onbekend vastgelegd (unknown); leeg: niet vastgelegd, wat niet afwezig is.',
    },
    title: 'Ministers in de plenaire vergadering',
    none: 'Op deze datum is niets vastgelegd over ministers in de plenaire vergadering.',
    noneWhat: 'Niet vastgelegd is niet afwezig: het is onbekend.',
    noneWho: 'Het orgaan dat stukken indient, legt vast wie er was.',
    plenary: 'Plenaire vergadering',
    notRecorded: 'Niet vastgelegd',
    all: 'Alle vastgelegde aanwezigheid',
  },
  presidency: {
    title: (from, to) => `Voorzitterschap van het parlement van ${from} tot ${to}`,
    link: 'Overzicht van een voorzitterschap',
    lede: (years) => `Wat er in ${counted(years, 'jaar', 'jaar')} gebeurde: stukken, antwoorden, ministers.`,
    tabled: 'Ingediende stukken',
    answers: 'Antwoorden die kwamen',
    overdue: 'Antwoorden te laat aan het einde, of op de gevraagde datum',
    plenaries: 'Plenaire vergaderingen met vastgelegde aanwezigheid',
    items: 'Stukken die in deze jaren zijn ingediend',
    none: 'Voor zover op deze datum bekend is in deze jaren geen stuk ingediend.',
    unknown: 'Wat niet bekend is',
    unknownUndated: (n) =>
      `${counted(n, 'stuk heeft', 'stukken hebben')} geen datum, of een te vage om te zeggen of het in deze jaren valt.`,
    unknownAttendance: (n) =>
      `Op ${counted(n, 'plaats', 'plaatsen')} in de tabel van ministers is niets vastgelegd, of onbekend vastgelegd.`,
    unknownPlenaries: 'Er is geen plenaire vergadering van deze jaren vastgelegd.',
    unknownHolder: 'Wie dit voorzitterschap van het parlement bekleedde, zegt het register niet.',
    earlier: 'Vorig voorzitterschap',
    later: 'Volgend voorzitterschap',
  },
  fields: {
    id: 'Id, zoals het in adressen komt te staan (kleine letters, cijfers, koppeltekens)',
    kind: 'Soort',
    subject: 'Onderwerp',
    text: 'Tekst',
    number: 'Nummer dat het parlement eraan gaf',
    dossier: 'Dossier',
    items: 'Punten van jaarplannen waarnaar het vraagt',
    instruments: 'Instrumenten waarnaar het vraagt',
    addressees: 'Aan wie het is gevraagd: staten en organen',
    addressee: 'Geadresseerde',
    group: 'Groep die het antwoord voorbereidt',
    office: 'Dienst die het antwoord voorbereidt',
    on: 'Op',
    party: 'Staat',
    document: 'Document',
    committee: 'Commissie',
    reason: 'Reden',
    plenary: 'Dag van de plenaire vergadering',
    present: 'Was er een minister?',
  },
  acts: {
    table: {
      title: 'Stuk indienen',
      explain:
        'Een aanbeveling of schriftelijke vraag; de termijn van elke geadresseerde gaat op haar datum in.',
    },
    assign: { title: 'Toewijzen', explain: 'Zegt waar het antwoord van één geadresseerde wordt voorbereid.' },
    draft_answer: {
      title: 'Gezamenlijk antwoord ontwerpen',
      explain: 'Het is geen antwoord voordat elke gevraagde regering het heeft afgetekend.',
    },
    revise_draft: {
      title: 'Ontwerp wijzigen',
      explain: 'Er is afgetekend voor de tekst zoals die was: alle handtekeningen vervallen.',
    },
    sign_off: {
      title: 'Aftekenen',
      explain: 'Uw regering stemt in met deze tekst als gezamenlijk antwoord.',
    },
    answer_for_itself: {
      title: 'Antwoorden voor één staat',
      explain: 'Eén regering antwoordt voor zichzelf; de andere zijn het hunne nog verschuldigd.',
    },
    give_answer: {
      title: 'Gezamenlijk antwoord geven',
      explain: 'Het ontwerp wordt het antwoord van alle, zodra elk het heeft afgetekend.',
    },
    retable: {
      title: 'Opnieuw agenderen',
      explain: 'Het antwoord komt terug op de agenda van een commissie en wordt opnieuw gevraagd.',
    },
    close: { title: 'Afsluiten', explain: 'Het parlement neemt genoegen met het antwoord.' },
    withdraw: {
      title: 'Intrekken',
      explain: 'Het parlement neemt het terug; er is geen antwoord meer verschuldigd.',
    },
    record_attendance: {
      title: 'Aanwezigheid vastleggen',
      explain:
        'Of er een minister van een staat in de plenaire vergadering was. Opnieuw vastgelegd geldt het nieuwste.',
    },
  },
  problems: {
    addressee_not_asked: ({ id, asked }: Params) =>
      `Aan ${id} is het niet gevraagd. Gevraagd is het aan: ${asked}.`,
    party_not_asked: ({ party, asked }: Params) =>
      `${party} heeft geen deel aan dit antwoord. Wie antwoorden: ${asked}.`,
    draft_exists: ({ id }: Params) => `Er is al een ontwerp: ${id}. Wijzig dat.`,
    draft_missing: () => 'Er is nog geen gezamenlijk antwoord ontworpen.',
    draft_given: ({ on }: Params) => `Het is op ${on} als antwoord gegeven en blijft zoals het is.`,
    draft_later: ({ on }: Params) =>
      `De tekst, of een handtekening eronder, is van ${on}. Wat daarop volgt, kan niet eerder zijn.`,
    signed_off_before: ({ party }: Params) => `${party} heeft deze tekst al afgetekend.`,
    answer_not_signed_off: ({ lacking }: Params) =>
      `Het is nog niet het antwoord van alle. Niet afgetekend door: ${lacking}.`,
    answered_before: ({ party }: Params) => `${party} heeft al geantwoord.`,
    plenary_day_needed: ({ on }: Params) => `${on} is geen dag. Een plenaire vergadering heeft haar dag.`,
  },
};
