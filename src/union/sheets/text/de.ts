import { fieldName } from '../../text/fields/fields.ts';
import { wordFor } from '../../text/words/words.ts';
import type { SheetTexts } from './en.ts';

export const de: SheetTexts = {
  page: {
    title: 'Aus der Tabelle',
    lede: 'Listen, die in Excel oder als CSV geführt werden, kommen hier herein: erst Zelle für Zelle angesehen, dann als Ganzes übernommen und als Ganzes zurückgenommen, wenn es ein Versehen war.',
    bring: 'Eine Datei einbringen',
    bringWhat: (megabytes, rows, columns) =>
      `XLSX oder CSV, höchstens ${megabytes} MB, ${rows} Zeilen und ${columns} Spalten. Nur Werte: Formeln werden nicht ausgeführt. Nichts wird geschrieben, bevor Sie gesehen haben, was.`,
    file: 'Datei',
    notYours: 'Tabellen bringt das Organ ein, dem die Union diese Befugnis gegeben hat.',
    notYoursWho: 'Wer für dieses Organ handelt, kann sich anmelden und es tun.',
    files: 'Eingebrachte Dateien',
    filesNone: 'In den letzten Tagen wurde keine Datei eingebracht.',
    filesNoneWhat: (days) =>
      `Eine Datei wird ${days} Tage aufbewahrt, weil darin Personen genannt sein können.`,
    name: 'Datei',
    brought: 'Eingebracht',
    imports: 'Was übernommen wurde',
    importsNone: 'Aus einer Tabelle wurde noch nichts übernommen.',
    importsNoneWhat: 'Bringen Sie eine Datei ein, sehen Sie an, was daraus würde, und übernehmen Sie sie.',
    takenIn: 'Übernommen',
    state: 'Zustand',
    stands: 'Steht',
    undone: 'Zurückgenommen',
    undo: 'Zurücknehmen',
    out: 'Eine Liste mitnehmen, bearbeiten, zurückbringen',
    outWhat:
      'Die Liste hat feste Kennungen. Zurückgebracht ändert sich nur, was bearbeitet wurde. Eine leere Zelle ändert nichts, und Namen von Personen bleiben hier.',
    reading: 'Wie sie gelesen wird',
    readingWhat: {
      chosen: 'Die Spalten werden gelesen wie gewählt.',
      remembered:
        'Die Spalten werden gelesen wie beim letzten Mal, als eine Datei diese Überschriften hatte.',
      guessed: 'Was die Spalten sind, wurde aus ihren Überschriften erraten. Prüfen Sie es.',
    },
    kind: 'Sie enthält',
    table: 'Blatt',
    header: 'Letzte Zeile des Kopfes',
    column: (letters, title) => `Spalte ${letters}: ${title}`,
    notRead: 'Nicht übernehmen',
    both: (first, second) => `${first} und ${second} in einer Zelle`,
    show: 'So lesen',
    left: 'Nicht übernommen',
    leftColumn: (column, title, cells) => `Spalte ${column} (${title}): ${cells} Zellen`,
    preview: 'Was daraus würde',
    counts: (rows) => `${rows} Zeilen unter dem Kopf`,
    takeIn: 'Übernehmen',
    takeInWhat: (added, changed) =>
      `Neu: ${added}. Geändert: ${changed}. Zeilen in Quarantäne bleiben draußen; nehmen Sie sie mit den Gründen daneben mit, berichtigen Sie sie und bringen Sie sie wieder.`,
    nothing:
      'Es gibt nichts zu schreiben: Jede Zeile, die übernommen werden kann, sagt, was das Register sagt.',
    row: 'Zeile',
    what: 'Worum es geht',
    outcome: 'Ergebnis',
    why: 'Berichtigt, oder warum nicht',
    change: 'Vorher und jetzt',
    rowsNone: 'Keine Zeile hat dieses Ergebnis.',
    all: 'Alle Zeilen',
    before: 'Vorher',
    now: 'Jetzt',
    noValue: 'nichts, oder nicht gezeigt',
    reasons: 'Gründe',
    quarantineOut: 'Zeilen in Quarantäne als XLSX',
  },
  outcomes: {
    accepted: 'Angenommen',
    corrected: 'Berichtigt',
    quarantined: 'In Quarantäne',
    blank: 'Leer',
  },
  effects: { added: 'Neu', changed: 'Geändert', unchanged: 'Wie zuvor', repeated: 'Schon gesagt' },
  fields: {
    file: 'Datei (XLSX oder CSV)',
    name: 'Name der Datei',
    sheet: 'Eingebrachte Datei',
    kind: 'Was sie enthält',
    table: 'Name des Blatts in der Mappe; leer: das erste mit einer Tabelle',
    header: 'Letzte Zeile des Kopfes; leer: sie wird gesucht',
    mapping: 'Spalten, je Zeile eine wie A=id; leer: wie gemerkt, sonst erraten',
    plan: 'Was angesehen wurde; leer: was jetzt auch daraus wird',
    import: 'Was übernommen wurde',
  },
  acts: {
    upload: {
      title: 'Tabelle einbringen',
      explain: 'Sie wird gelesen und eine Zeit lang aufbewahrt. Ins Register wird nichts geschrieben.',
    },
    take_in: {
      title: 'Tabelle übernehmen',
      explain:
        'Alle angenommenen und berichtigten Zeilen werden zusammen geschrieben; die in Quarantäne bleiben draußen.',
    },
    undo: {
      title: 'Import zurücknehmen',
      explain: 'Das Register ist wie zuvor, außer wenn inzwischen darauf aufgebaut wurde.',
    },
  },
  problems: {
    sheet_broken: ({ detail }) => `Die Datei ist nicht lesbar: ${detail}`,
    sheet_type_unknown: () =>
      'Das ist weder XLSX noch CSV. Speichern Sie es als XLSX ohne Kennwort und bringen Sie es wieder.',
    sheet_empty: () => 'In der Datei steht nichts.',
    sheet_unpacks_too_large: ({ megabytes }) =>
      `Entpackt ist die Datei größer als ${megabytes} MB oder hat zu viele Teile.`,
    sheet_too_costly: ({ seconds }) =>
      `Die Datei zu lesen braucht mehr als ${seconds} Sekunden oder zu viel Speicher.`,
    sheet_rows_too_many: ({ most, table }) =>
      `${table} hat mehr als ${most} Zeilen. Bringen Sie es in Teilen ein.`,
    sheet_columns_too_many: ({ most, table }) => `${table} hat mehr als ${most} Spalten.`,
    sheet_tables_too_many: ({ most }) => `Die Mappe hat mehr als ${most} Blätter.`,
    sheet_not_found: ({ id }) => `Eine Datei ${id} wird nicht aufbewahrt. Bringen Sie sie wieder.`,
    sheet_table_unknown: ({ name }) => `Die Mappe hat kein Blatt ${name}.`,
    sheet_header_missing: ({ table }) =>
      `${table} hat dort, wo gesucht wurde, keine Zeile mit Namen von Spalten.`,
    sheet_mapping_unreadable: ({ line }) => `„${line}“ nennt keine Spalte der Datei.`,
    sheet_target_unknown: ({ target }) => `Eine Spalte kann nicht als „${target}“ gelesen werden.`,
    sheet_target_twice: ({ field }) => `Zwei Spalten werden als ${fieldName(String(field), 'de')} gelesen.`,
    sheet_plan_differs: () =>
      'Das Register hat sich geändert, seit Sie nachgesehen haben: Jetzt würde etwas anderes daraus. Sehen Sie es noch einmal an.',
    sheet_nothing_to_write: ({ quarantined }) =>
      `Es gibt nichts zu schreiben. Zeilen in Quarantäne: ${quarantined}.`,
    sheet_undo_named: ({ records }) =>
      `Was übernommen wurde, wird hierin genannt, und das würde dann nichts mehr nennen: ${records}.`,
    sheet_spaces_removed: () => 'Überflüssige Leerzeichen oder unsichtbare Zeichen wurden entfernt.',
    sheet_merged_read: () => 'Aus der verbundenen Zelle gelesen.',
    sheet_date_from_serial: ({ text, date }) => `Die Zahl ${text} wurde als Datum ${date} gelesen.`,
    sheet_date_from_text: ({ text, date }) => `„${text}“ wurde als Datum ${date} gelesen.`,
    sheet_word_read: ({ text, code }) => `„${text}“ wurde als ${code} gelesen.`,
    sheet_name_read: ({ name, id }) => `„${name}“ wurde als ${id} gelesen.`,
    sheet_languages_split: ({ languages }) => `Eine Zelle wurde als zwei Sprachen gelesen: ${languages}.`,
    sheet_row_repeated: ({ row }) => `Sagt dasselbe wie Zeile ${row} und wird einmal geschrieben.`,
    sheet_cell_error: ({ error }) => `In der Zelle steht der Fehler ${error}.`,
    sheet_text_too_long: ({ most }) => `Der Text hat mehr als ${most} Zeichen.`,
    sheet_date_unreadable: ({ text }) => `„${text}“ ist nicht sicher ein Datum. Schreiben Sie 2014-03-12.`,
    sheet_date_in_future: ({ date }) => `${date} ist noch nicht gekommen.`,
    sheet_year_unreadable: ({ text }) => `„${text}“ ist kein Jahr.`,
    sheet_number_unreadable: ({ text }) => `„${text}“ ist nicht sicher eine Zahl. Schreiben Sie 12.5.`,
    sheet_plan_fixed: ({ year, state }) =>
      `Der Plan von ${year} ist jetzt: ${wordFor(String(state), 'de')}. Kein Punkt davon wird noch durch eine Tabelle geschrieben oder herausgenommen.`,
    sheet_yes_no_unreadable: ({ text }) => `„${text}“ ist weder Ja noch Nein.`,
    sheet_choice_unknown: ({ text, choices }) => `„${text}“ ist keines von: ${choices}.`,
    sheet_reference_unknown: ({ name }) => `Das Register kennt nichts, das „${name}“ heißt.`,
    sheet_reference_ambiguous: ({ name, ids }) =>
      `„${name}“ kann mehreres sein: ${ids}. Schreiben Sie die Kennung.`,
    sheet_languages_unclear: ({ text, languages }) =>
      `„${text}“ sind nicht zwei Texte mit einem Strich dazwischen (${languages}).`,
    sheet_id_invalid: ({ text }) =>
      `„${text}“ ist keine Kennung: Buchstaben, Ziffern, Punkt, Unterstrich, Bindestrich.`,
    sheet_id_taken: ({ id }) =>
      `Die aus dem Titel gebildete Kennung ${id} ist vergeben. Fügen Sie eine Spalte mit Kennungen hinzu.`,
    sheet_record_ambiguous: ({ ids }) => `Das kann mehreres sein: ${ids}. Schreiben Sie die Kennung.`,
    sheet_title_missing: () =>
      'Die Zeile hat weder eine Kennung noch einen Titel, aus dem eine gebildet werden kann.',
    sheet_field_missing: ({ field }) => `Es fehlt: ${fieldName(String(field), 'de')}.`,
    sheet_rows_contradict: ({ rows }) =>
      `Sagt anderes über dasselbe als diese Zeilen: ${rows}. Was ist richtig?`,
    sheet_row_needs_other: ({ name }) => `Nennt ${name}, dessen Zeile in Quarantäne ist.`,
    sheet_lifecycle_differs: ({ field }) =>
      `${fieldName(String(field), 'de')} ist im Register anders. Das ändert dort, wer darüber entscheidet.`,
    sheet_group_only_seen: ({ date }) =>
      `Gegründet ${date} ist, was die Liste sagt. Die Gruppe wird übernommen, wie sie gesehen wurde, nicht als damals eingesetzt: Das entscheidet, wer Gruppen einsetzt.`,
    sheet_item_only_listed: ({ date }) =>
      `Eingebracht ${date} ist, was die Liste sagt. Die Frage wird verzeichnet, nicht eingebracht: Das tut das Parlament.`,
    sheet_owner_not_yours: ({ owner }) =>
      `${owner} hat dies nicht zugesagt: Das hält ${owner} selbst fest oder das Organ, das Zusagen verfolgt.`,
    sheet_record_invalid: ({ field }) => `Das kann so nicht sein: ${fieldName(String(field), 'de')}.`,
  },
};
