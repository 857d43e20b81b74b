import type { DocumentTexts } from './en.ts';

export const de: DocumentTexts = {
  page: {
    title: 'Beigefügte Dokumente',
    lede: 'Dokumente, die zu einem Eintrag gehören, jedes mit seinen Versionen und Sprachen. Wer den Eintrag sehen darf, darf seine Dokumente sehen.',
    all: 'Alle beigefügten Dokumente',
    none: 'Es ist noch kein Dokument beigefügt, das Sie sehen dürfen.',
    noneWhat: 'Öffnen Sie den Eintrag, zu dem es gehört, und wählen Sie „Dokument beifügen“.',
    noneWho:
      'Wer für das Organ oder die Vertragspartei des Eintrags handelt, und das Organ, das die Dokumente verwahrt.',
    search: 'Wörter in Dokumenten',
    document: 'Dokument',
    attachedTo: 'Gehört zu',
    languages: 'Sprachen',
    sideBySide: 'Sprachfassungen nebeneinander',
    noneStands: 'Keine Version gilt mehr.',
    noneStandsWhat: 'Alle wurden zurückgezogen; was hier war und warum es fort ist, steht unten.',
    earlier: 'Alle Versionen',
    aspect: 'Merkmal',
    state: 'Übersetzung',
    authentic: 'Verbindlich',
    isAuthentic: 'Verbindlicher Wortlaut',
    notAuthentic: 'Nicht als verbindlich gekennzeichnet',
    number: 'Version',
    type: 'Dateityp',
    size: 'Größe',
    hash: 'SHA-256',
    name: 'Dateiname',
    added: 'Hinzugefügt',
    addedOn: (day, by) => (by === null ? day : `${day}, von ${by}`),
    download: 'Herunterladen',
    fetch: 'Datei herunterladen',
    notHere: 'Ihre Bytes werden hier nicht verwahrt.',
    excerpt: 'Anfang des Textes',
    noText: 'Kein Text gefunden: Sie wird nicht durchsucht.',
    textCut: (characters) => `Nur die ersten ${characters} Zeichen werden durchsucht.`,
    what: 'Was daraus wurde',
    stands: 'Gilt',
    supersededBy: (number) => `Ersetzt durch Version ${number}`,
    supersedes: 'Ersetzt Version',
    withdrawnOn: (day) => `Zurückgezogen am ${day}`,
    closed: 'Offen für die, die teilnehmen; jedes Herunterladen steht im Protokoll.',
    handedOut: 'Dateien werden mitgegeben und hier nie gezeigt; HTML wird als reiner Text mitgegeben.',
  },
  states: {
    original: 'Original',
    translation_official: 'Amtliche Übersetzung',
    translation_working: 'Arbeitsübersetzung',
    machine: 'Maschinelle Übersetzung',
  },
  types: {
    'application/pdf': 'PDF',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word (DOCX)',
    'text/html': 'HTML, als Text mitgegeben',
    'text/plain': 'Reiner Text',
  },
  fields: {
    id: 'Dokument',
    kind: 'Art des Eintrags',
    record: 'Eintrag',
    file: 'Datei: PDF, Word (DOCX), HTML oder reiner Text, höchstens 5 MB',
    title: 'Titel, in der Sprache der Datei',
    language: 'Sprache der Datei',
    translation: 'Was dieser Text gegenüber den anderen ist',
    name: 'Dateiname, falls ein anderer als ihr eigener',
    version: 'Version',
    reason: 'Grund',
  },
  acts: {
    attach: {
      title: 'Dokument beifügen',
      explain: 'Wer den Eintrag sehen darf, darf das Dokument sehen und findet es an seinen Wörtern.',
    },
    add_language: {
      title: 'Sprachfassung hinzufügen',
      explain: 'Sie steht neben den anderen, in einer Sprache, in der es noch keine gibt.',
    },
    supersede: {
      title: 'Version ersetzen',
      explain: 'Eine neue Datei tritt an ihre Stelle; die frühere bleibt verwahrt und ist weiter zu haben.',
    },
    mark_authentic: {
      title: 'Als verbindlich kennzeichnen',
      explain: 'Diese Sprachfassung ist eine, die rechtlich zählt.',
    },
    withdraw: {
      title: 'Zurückziehen',
      explain:
        'Die Datei wird nicht mehr mitgegeben und nicht mehr an ihren Wörtern gefunden; dass sie hier war, bleibt mit dem Grund stehen.',
    },
  },
  problems: {
    document_empty: () => 'Die Datei ist leer.',
    document_type_refused: () =>
      'Ihrem Inhalt nach ist die Datei weder PDF noch Word (DOCX), HTML oder reiner Text in UTF-8. Wie sie heißt, zählt nicht.',
    document_active: ({ what }) =>
      `Die Datei enthält etwas, das ausgeführt wird oder eine andere Datei verbirgt (${what}).`,
    document_encrypted: () => 'Die PDF-Datei öffnet sich nur mit einem Passwort. Bringen Sie sie ohne.',
    document_broken: ({ detail }) => `Die Datei ist beschädigt: ${detail}`,
    document_unpacks_too_large: ({ megabytes }) =>
      `Entpackt ist die Datei größer als ${megabytes} MB oder hat zu viele Teile.`,
    document_too_costly: ({ seconds }) =>
      `Die Datei konnte nicht in ${seconds} Sekunden und mit dem Speicher gelesen werden, der ihr gegeben ist.`,
    document_kind_refused: ({ kind }) => `Einträgen dieser Art kann nichts beigefügt werden: ${kind}.`,
    document_attached_already: ({ id }) => `Diese Datei ist dem Eintrag schon beigefügt, als Dokument ${id}.`,
    document_language_there: ({ number }) =>
      `In dieser Sprache gibt es schon eine Version: Nummer ${number}. Ersetzen Sie diese.`,
    document_of_another_not_allowed: ({ number, by }) =>
      `Version ${number} hat ${by} eingebracht: Nur dort und bei dem Organ, das Dokumente verwaltet, wird sie ersetzt oder zurückgezogen.`,
    document_version_gone: ({ number }) =>
      number === 0
        ? 'Keine Version gilt mehr.'
        : `Version ${number} gilt nicht: Sie wurde ersetzt oder zurückgezogen, oder es gab sie nie.`,
    document_same_bytes: ({ number }) => `Das ist die Datei, die Version ${number} schon ist.`,
    document_authentic_already: ({ number }) => `Version ${number} ist schon als verbindlich gekennzeichnet.`,
    document_machine_made: ({ number }) =>
      `Version ${number} wurde von einer Maschine gemacht: Sie kann kein verbindlicher Wortlaut sein.`,
    document_file_not_found: () =>
      'Diese Datei ist nicht hier: Sie wurde zurückgezogen, gelöscht, oder es gab sie nie.',
  },
};
