import type { CarouselTexts } from './en.ts';

export const de: CarouselTexts = {
  acts: {
    draft: {
      title: 'Ein Ersuchen um Brücken entwerfen',
      explain:
        'Dadurch geht nichts hinaus: Ein anderer Beamter muss es freigeben. Dann werden die gewählten Staaten in diesem Fall um Meldungen und um Brücken durch ihr Inneres gebeten, als Token; Kreisläufe über beides werden beim Fall aufbewahrt.',
    },
    release: {
      title: 'Das Ersuchen um Brücken freigeben',
      explain:
        'Lesen Sie unten, was von wem und wozu gefragt wird: Das steht im Protokoll, bevor etwas hinausgeht. Ob geantwortet wird, entscheidet das geltende Recht, hier und dort, und ein Staat, in dem der Fall nicht offen ist, sagt nichts.',
    },
    withdraw: {
      title: 'Den Entwurf des Ersuchens um Brücken zurückziehen',
      explain: 'Er geht nicht hinaus. Dass er entworfen war, bleibt im Protokoll.',
    },
    stop: {
      title: 'Das Fragen nach Brücken anhalten',
      explain:
        'Keine weitere Frage geht hinaus, und nichts von dem, was bisher mitgeteilt wurde, wird beim Fall aufbewahrt. Was hinausging, bleibt im Protokoll und zählt für Kontingente.',
    },
  },
  fields: {
    id: 'Fall',
    states: 'Staaten, die gefragt werden, der eigene dabei, wenn sein Zugang antwortet',
    from: 'Erster Monat',
    until: 'Letzter Monat',
    instrument: 'Instrument, auf das sich die Frage stützt',
    purpose: 'Wozu, in einem Wort, das das Instrument kennt',
    epoch: 'Nummer des Abschnitts der Token, wie die Zugänge ihn vereinbart haben',
    reason: 'Grund',
  },
  title: 'Karusselle über Brücken',
  what: 'Was über Meldungen und über Brücken der gefragten Staaten im Kreis ging. Eine Brücke sagt, dass Waren innerhalb eines Staates von einem Unternehmer zu einem anderen gelangt sein können; deren Verkäufe bleiben dort. Unternehmer anderer sind Token dieses Falls.',
  notOpenWhy: 'Kein erfasstes Instrument öffnet Brücken, sodass kein Staat welche mitteilen darf.',
  notOpenWhat:
    'Sobald ein Vertrag oder Gesetz erfasst ist, das „vat.bridges“ öffnet, können Staaten von hier aus gefragt werden.',
  notOpenWho:
    'Wer das Register führt, erfasst es; wer im Arbeitsbereich der Fälle sitzt, entwirft dann das Ersuchen.',
  noneWhy: 'In diesem Fall wurde kein Staat um Brücken gebeten.',
  noneWhat:
    'Entwerfen Sie ein Ersuchen um Brücken, solange der Fall offen ist: Wählen Sie Staaten und Monate; ein anderer Beamter gibt es frei. Ohne Brücken ist ein Karussell mit inländischer Mitte nicht zu sehen.',
  noneWho: 'Wer für die Partei des Falls im Arbeitsbereich der Fälle sitzt.',
  live: 'Staaten werden gefragt. Laden Sie die Seite neu, um zu sehen, wie weit das ist: von selbst tut sie es nicht, da jede Einsicht in einen Fall festgehalten wird.',
  reload: 'Neu laden',
  asked: ({ day }) => `Gefragt am ${day}`,
  drafted: ({ day }) => `Entworfen am ${day}`,
  draftedByOther:
    'Ein anderer Beamter Ihres Staates hat es entworfen, und nichts ist hinausgegangen. Lesen Sie, was gefragt wird, und geben Sie es frei oder ziehen Sie es zurück.',
  stopped:
    'Jemand hat es angehalten: Nichts von dem, was mitgeteilt wurde, ist aufbewahrt. Entwerfen Sie ein neues Ersuchen, um weiterzumachen; sein Formular enthält, was gefragt wurde.',
  standing: 'Stand',
  states: {
    drafted: 'Entworfen',
    withdrawn: 'Zurückgezogen',
    waiting: 'Wartet',
    running: 'Läuft',
    stopped: 'Angehalten',
    done: 'Fertig',
    failed: 'Fehlgeschlagen',
  },
  operations: {
    'vat.statements': ({ state }) => `${state} wird um Meldungen gebeten`,
    'vat.bridges': ({ state }) => `${state} wird um Brücken gebeten`,
  },
  operationNames: {
    'vat.statements': 'Meldungen',
    'vat.bridges': 'Brücken',
  },
  of: ({ done, total }) => `${done} von ${total} Schritten`,
  askedStates: 'Gefragte Staaten',
  period: 'Monate',
  instrument: 'Instrument',
  purpose: 'Zweck',
  told: 'Was mitgeteilt wurde',
  toldWhat: ({ rows, bridges, pairs }) =>
    `${rows} Zeilen von Meldungen; ${bridges} Brücken, von ${pairs} erfragten Paaren`,
  alone: 'Kreisläufe in Meldungen allein',
  joined: 'Kreisläufe mit Brücken',
  truncated: 'Nicht alle: Die Suche endete an ihrer Grenze.',
  kept: ({ kept, joined }) => `Die ${kept} größten von ${joined} sind aufbewahrt.`,
  expired: ({ count }) =>
    `${count} davon dürfen nicht mehr verwendet werden und sind gelöscht: Ihre Brücken galten für eine Zeit. Fragen Sie erneut.`,
  nothing: 'In dem, was mitgeteilt wurde, geht nichts im Kreis.',
  untold: 'Nicht mitgeteilt',
  untoldOne: ({ state, operation, why }) => `${state}, ${operation}: ${why}`,
  deniedHere: 'hier abgelehnt, nichts ging hinaus:',
  deniedThere: 'dort abgelehnt:',
  refused: {
    query_invalid: 'die Frage hat nicht die Form, die der andere liest',
    token_key_unknown:
      'dort gibt es keinen Tokenschlüssel dieses Abschnitts; sein Zugang macht einen oder lässt ihn sich übergeben',
    no_basis:
      'dieser Fall ist dort nicht offen für den, der fragt; teilen Sie jenem Staat den Fall zuerst mit, durch ein Ersuchen um Rückmeldung',
    purpose_missing: 'die Frage nannte keinen Zweck',
  },
  invalid: 'was geantwortet wurde, ist nicht Sache dieses Staates oder hat nicht die erfragte Form',
  list: 'Karusselle',
  columns: {
    ring: 'Wer, in der Reihenfolge der Waren',
    hops: 'Verkäufe innerhalb von Staaten',
    months: 'Monate',
    ceiling: 'Ging höchstens im Kreis',
    states: 'Staaten',
    usable: 'Verwendbar bis',
  },
  picture: ({ place }) => `Karussell ${place}`,
  pictureSaid: ({ place, count, states, amount }) =>
    `Karussell ${place}: ${count} Unternehmer in ${states}, höchstens ${amount}; die Tabelle darunter sagt dasselbe`,
  legend: { supply: 'Lieferung in einer Meldung', bridge: 'Brücke innerhalb eines Staates' },
  steps: { from: 'Von', to: 'An', what: 'Was', months: 'Monate' },
  supply: 'Lieferung in einer Meldung',
  bridge: ({ hops }) => `Brücke: mindestens ${hops} Verkäufe innerhalb des Staates`,
  hop: ({ hops }) => `${hops} Verkäufe`,
  reveal: ({ state }) => `${state} fragen, wessen Token das sind`,
  pictured: ({ count }) => `Von den ${count} größten gibt es ein Bild.`,
  problems: {
    vat_carousels_month_unreadable: ({ given }) =>
      `„${given}“ ist kein Monat. Schreiben Sie Jahr und Monat mit einem Strich dazwischen, etwa 2019-05.`,
    vat_carousels_months_backwards: ({ from, until }) =>
      `${until} liegt vor ${from}. Schreiben Sie den ersten Monat zuerst.`,
    vat_carousels_months_many: ({ most }) =>
      `Ein Zugang antwortet für höchstens ${most} Monate. Fragen Sie nach weniger, dann nach den übrigen.`,
    vat_carousels_state_outside: ({ state }) =>
      `${state} nimmt heute am Arbeitsbereich der Fälle nicht teil. Lassen Sie diesen Staat weg.`,
    vat_carousels_not_opened: ({ instrument }) =>
      `„${instrument}“ öffnet keine Brücken. Wählen Sie ein Instrument, das es tut; ist keines erfasst, warten Sie, bis eines erfasst ist.`,
    vat_carousels_under_way: () =>
      'In diesem Fall werden bereits Staaten gefragt. Warten Sie, bis das beendet ist, oder halten Sie es an, und entwerfen Sie das Ersuchen dann.',
    vat_carousels_drafted: () =>
      'In diesem Fall ist bereits ein Ersuchen um Brücken entworfen. Lassen Sie es freigeben oder ziehen Sie es zurück, und entwerfen Sie dann ein anderes.',
    vat_carousels_no_draft: () =>
      'In diesem Fall wartet kein Entwurf eines Ersuchens um Brücken: Er wurde freigegeben oder zurückgezogen. Sehen Sie den Fall an, und entwerfen Sie einen, wenn Staaten gefragt werden sollen.',
    vat_carousels_not_running: () =>
      'In diesem Fall werden keine Staaten nach Brücken gefragt: Das ist beendet. Sehen Sie im Fall, was dabei herauskam.',
    vat_carousels_interrupted: () =>
      'Dieser Knoten endete, während er fragte: Nichts von dem, was mitgeteilt wurde, ist aufbewahrt. Was hinausging, bleibt im Protokoll und zählt für Kontingente. Entwerfen Sie das Ersuchen erneut; sein Formular enthält, was gefragt wurde.',
    vat_carousels_failed: ({ message }) =>
      `Die Suche endete mit einem Fehler dieses Knotens: ${message}. Fragen Sie erneut; schlägt sie wieder fehl, sagen Sie es dem Betreiber des Knotens.`,
  },
};
