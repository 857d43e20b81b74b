import type { CarouselTexts } from './en.ts';

export const de: CarouselTexts = {
  acts: {
    find: {
      title: 'Staaten um Brücken ersuchen',
      explain:
        'Die gewählten Staaten werden in diesem Fall um Meldungen und um Brücken durch ihr Inneres gebeten, als Zeichen; Kreise über beides werden beim Fall aufbewahrt. Wer wen fragt und wozu, steht im Journal, bevor etwas das Haus verlässt. Ob geantwortet wird, entscheidet das geltende Recht, hier und dort, und ein Staat, in dem der Fall nicht offen ist, sagt nichts.',
    },
  },
  fields: {
    id: 'Fall',
    states: 'Staaten, die gefragt werden, der eigene dabei, wenn sein Zugang antwortet',
    from: 'Erster Monat',
    until: 'Letzter Monat',
    instrument: 'Instrument, auf das sich die Frage stützt',
    purpose: 'Wozu, in einem Wort, das das Instrument kennt',
    epoch: 'Nummer des Zeitraums der Zeichen, wie die Zugänge ihn vereinbart haben',
  },
  title: 'Karusselle über Brücken',
  what: 'Was über Meldungen und über Brücken der gefragten Staaten im Kreis ging. Eine Brücke sagt, dass Waren innerhalb eines Staates von einem Händler zu einem anderen gelangt sein können; deren Verkäufe bleiben dort. Händler anderer sind Zeichen dieses Falls.',
  notOpenWhy: 'Kein erfasstes Instrument öffnet Brücken, sodass kein Staat welche mitteilen darf.',
  notOpenWhat:
    'Sobald ein Vertrag oder Gesetz erfasst ist, das „vat.bridges“ öffnet, können Staaten von hier aus gefragt werden.',
  noneWhy: 'In diesem Fall wurde kein Staat um Brücken gebeten.',
  noneWhat:
    'Bitten Sie darum, solange der Fall offen ist: Wählen Sie Staaten und Monate. Ohne Brücken ist ein Karussell mit inländischer Mitte nicht zu sehen.',
  noneWho: 'Wer für die Partei des Falls im Arbeitsbereich der Fälle sitzt.',
  live: 'Staaten werden gefragt. Diese Seite lädt sich neu, bis sie geantwortet haben.',
  reload: 'Jetzt laden',
  asked: ({ day }) => `Gefragt am ${day}`,
  standing: 'Stand',
  states: { waiting: 'Wartet', running: 'Läuft', done: 'Fertig', failed: 'Gescheitert' },
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
  alone: 'Kreise in Meldungen allein',
  joined: 'Kreise mit Brücken',
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
      'dort gibt es keinen Tokenschlüssel dieses Zeitraums; sein Zugang macht einen oder lässt ihn sich übergeben',
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
    `Karussell ${place}: ${count} Händler in ${states}, höchstens ${amount}; die Tabelle darunter sagt dasselbe`,
  legend: { supply: 'Lieferung in einer Meldung', bridge: 'Brücke innerhalb eines Staates' },
  steps: { from: 'Von', to: 'An', what: 'Was', months: 'Monate' },
  supply: 'Lieferung in einer Meldung',
  bridge: ({ hops }) => `Brücke: mindestens ${hops} Verkäufe innerhalb des Staates`,
  hop: ({ hops }) => `${hops} Verkäufe`,
  reveal: ({ state }) => `${state} fragen, wessen Zeichen das sind`,
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
    vat_carousels_under_way: () =>
      'In diesem Fall werden bereits Staaten gefragt. Warten Sie, bis das beendet ist, und fragen Sie dann.',
    vat_carousels_failed: ({ message }) =>
      `Die Suche endete mit einem Fehler dieses Knotens: ${message}. Fragen Sie erneut; scheitert sie wieder, sagen Sie es dem Betreiber des Knotens.`,
  },
};
