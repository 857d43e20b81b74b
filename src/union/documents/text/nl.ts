import type { DocumentTexts } from './en.ts';

export const nl: DocumentTexts = {
  page: {
    title: 'Bijgevoegde documenten',
    lede: 'Documenten die bij een stuk horen, elk met zijn versies en talen. Wie het stuk mag zien, mag de documenten zien.',
    all: 'Alle bijgevoegde documenten',
    none: 'Er is nog geen document bijgevoegd dat u mag zien.',
    noneWhat: 'Open het stuk waar het bij hoort en kies “Document bijvoegen”.',
    noneWho:
      'Wie optreedt voor het orgaan of de partij van het stuk, en het orgaan dat de documenten bewaart.',
    search: 'Woorden in documenten',
    document: 'Document',
    attachedTo: 'Hoort bij',
    languages: 'Talen',
    sideBySide: 'Taalversies naast elkaar',
    noneStands: 'Geen enkele versie geldt nog.',
    noneStandsWhat: 'Alle zijn ingetrokken; wat er was en waarom het weg is, staat hieronder.',
    earlier: 'Alle versies',
    aspect: 'Kenmerk',
    state: 'Vertaling',
    authentic: 'Authentiek',
    isAuthentic: 'Authentieke tekst',
    notAuthentic: 'Niet als authentiek aangemerkt',
    number: 'Versie',
    type: 'Bestandstype',
    size: 'Grootte',
    hash: 'SHA-256',
    name: 'Bestandsnaam',
    added: 'Toegevoegd',
    addedOn: (day, by) => (by === null ? day : `${day}, door ${by}`),
    download: 'Downloaden',
    fetch: 'Bestand downloaden',
    notHere: 'De bytes worden hier niet bewaard.',
    excerpt: 'Begin van de tekst',
    noText: 'Geen tekst gevonden: er wordt niet in gezocht.',
    textCut: (characters) => `Alleen in de eerste ${characters} tekens wordt gezocht.`,
    what: 'Wat ervan geworden is',
    stands: 'Geldt',
    supersededBy: (number) => `Vervangen door versie ${number}`,
    supersedes: 'Vervangt versie',
    withdrawnOn: (day) => `Ingetrokken op ${day}`,
    closed: 'Open voor wie deelneemt; elke download wordt in het logboek geschreven.',
    handedOut: 'Bestanden worden meegegeven en hier nooit getoond; HTML gaat mee als platte tekst.',
  },
  states: {
    original: 'Origineel',
    translation_official: 'Officiële vertaling',
    translation_working: 'Werkvertaling',
    machine: 'Machinevertaling',
  },
  types: {
    'application/pdf': 'PDF',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word (DOCX)',
    'text/html': 'HTML, meegegeven als tekst',
    'text/plain': 'Platte tekst',
  },
  fields: {
    id: 'Document',
    kind: 'Soort stuk',
    record: 'Stuk',
    file: 'Bestand: PDF, Word (DOCX), HTML of platte tekst, hoogstens 5 MB',
    title: 'Titel, in de taal van het bestand',
    language: 'Taal van het bestand',
    translation: 'Wat deze tekst is ten opzichte van de andere',
    name: 'Bestandsnaam, als die anders moet zijn',
    version: 'Versie',
    reason: 'Reden',
  },
  acts: {
    attach: {
      title: 'Document bijvoegen',
      explain: 'Wie het stuk mag zien, mag het document zien en vindt het op zijn woorden.',
    },
    add_language: {
      title: 'Taalversie toevoegen',
      explain: 'Ze komt naast de andere te staan, in een taal waarin er nog geen is.',
    },
    supersede: {
      title: 'Versie vervangen',
      explain: 'Een nieuw bestand komt in de plaats; het eerdere blijft bewaard en op te vragen.',
    },
    mark_authentic: {
      title: 'Als authentiek aanmerken',
      explain: 'Deze taalversie is er een die in rechte telt.',
    },
    withdraw: {
      title: 'Intrekken',
      explain:
        'Het bestand wordt niet meer meegegeven en niet meer op zijn woorden gevonden; dat het er was, blijft met de reden staan.',
    },
  },
  problems: {
    document_empty: () => 'Het bestand is leeg.',
    document_type_refused: () =>
      'Naar zijn inhoud is het bestand geen PDF, Word (DOCX), HTML of platte tekst in UTF-8. Hoe het heet, telt niet.',
    document_active: ({ what }) =>
      `Het bestand bevat iets dat uitgevoerd wordt of verbergt een ander bestand (${what}).`,
    document_encrypted: () => 'De PDF gaat alleen open met een wachtwoord. Lever hem aan zonder.',
    document_broken: ({ detail }) => `Het bestand is beschadigd: ${detail}`,
    document_unpacks_too_large: ({ megabytes }) =>
      `Uitgepakt is het bestand groter dan ${megabytes} MB of telt het te veel delen.`,
    document_too_costly: ({ seconds }) =>
      `Het bestand kon niet worden gelezen binnen ${seconds} seconden en het geheugen dat ervoor is.`,
    document_kind_refused: ({ kind }) => `Bij stukken van deze soort kan niets worden gevoegd: ${kind}.`,
    document_attached_already: ({ id }) => `Dit bestand is al bij dit stuk gevoegd, als document ${id}.`,
    document_language_there: ({ number }) =>
      `In deze taal is er al een versie: nummer ${number}. Vervang die.`,
    document_of_another_not_allowed: ({ number, by }) =>
      `Versie ${number} is aangebracht door ${by}: alleen die, en het orgaan dat documenten beheert, vervangt of trekt haar in.`,
    document_version_gone: ({ number }) =>
      number === 0
        ? 'Geen enkele versie geldt nog.'
        : `Versie ${number} geldt niet: ze is vervangen of ingetrokken, of is er nooit geweest.`,
    document_same_bytes: ({ number }) => `Dit is het bestand dat versie ${number} al is.`,
    document_authentic_already: ({ number }) => `Versie ${number} is al als authentiek aangemerkt.`,
    document_machine_made: ({ number }) =>
      `Versie ${number} is door een machine gemaakt: dat kan geen authentieke tekst zijn.`,
    document_file_not_found: () => 'Dit bestand is er niet: het is ingetrokken, gewist, of er nooit geweest.',
  },
};
