import type { ImportTexts } from './en.ts';

export const de: ImportTexts = {
  problems: {
    energy_file_missing: ({ file }) => `Im Ordner fehlt die Datei ${file}.`,
    energy_table_empty: () => 'Die Datei ist leer.',
    energy_table_columns: ({ missing }) => `Im Kopf der Datei fehlen die Spalten ${missing}.`,
    energy_row_width: ({ line, found, expected }) =>
      `Zeile ${line} hat ${found} Felder, und der Kopf hat ${expected}.`,
    energy_row_number: ({ line, column, received }) =>
      `Zeile ${line}: „${received}“ in ${column} ist keine Zahl mit Dezimalpunkt.`,
    energy_row_too_long: ({ line }) => `Zeile ${line} ist zu lang für eine Tabellenzeile.`,
    energy_rows_invalid: ({ count, told }) =>
      `${count} Zeilen sind unbrauchbar; die ersten ${told} werden genannt.`,
    energy_quantity_negative: ({ line }) => `Zeile ${line}: eine Menge ist kleiner als null.`,
    energy_limits_crossed: ({ line }) => `Zeile ${line}: der kleinste Fluss liegt über dem größten.`,
    energy_gme_period: ({ line, received }) =>
      `Zeile ${line}: ${received} ist keine Stunde eines Tages (1 bis 25).`,
    energy_gme_side: ({ received }) => `„${received}“ ist weder Nachfrage noch Angebot (demand, supply).`,
    energy_block_differs: ({ block }) =>
      `Der Block ${block} hat eine andere Zone, Seite oder einen anderen Preis als in seiner ersten Zeile.`,
    energy_gme_hours: ({ day, found }) =>
      `Der Tag ${day} hat ${found} Stunden, oder eine fehlt: ein Tag hat 23, 24 oder 25, von der ersten an.`,
    energy_gme_border_price: ({ border, step }) =>
      `In Stunde ${step} hat die Grenze ${border} eine Schranke und keinen veröffentlichten Preis.`,
  },
};
