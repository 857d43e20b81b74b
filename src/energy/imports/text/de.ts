import type { ImportTexts } from './en.ts';

export const de: ImportTexts = {
  problems: {
    energy_file_missing: ({ file }) => `Es gibt keine Datei ${file}.`,
    energy_table_empty: () => 'Die Datei ist leer.',
    energy_table_columns: ({ missing }) => `Im Kopf der Datei fehlen die Spalten ${missing}.`,
    energy_row_width: ({ line, found, expected }) =>
      `Zeile ${line} hat ${found} Felder, und der Kopf hat ${expected}.`,
    energy_row_number: ({ line, column, received }) =>
      `Zeile ${line}: „${received}“ in ${column} ist keine Zahl mit Dezimalpunkt.`,
    energy_row_too_long: ({ line }) => `Zeile ${line} ist zu lang für eine Tabellenzeile.`,
    energy_rows_invalid: ({ count, told }) =>
      `${count} Zeilen sind unbrauchbar; die ersten ${told} werden genannt.`,
    energy_table_order: ({ order }) =>
      `Die Spalten stehen anders als in diesem Format: ${order}, mit zwei Hubs oder mehr. Suchen Sie nach vertauschten Spalten.`,
    energy_hub_twice: ({ hub }) => `Der Hub ${hub} hat zwei Spalten.`,
    energy_domain_empty: () => 'Die Datei hat einen Kopf und keine Zeilen.',
    energy_day_invalid: ({ line, received }) => `Zeile ${line}: „${received}“ ist kein Tag.`,
    energy_hour_invalid: ({ line, received }) =>
      `Zeile ${line}: ${received} ist keine Stunde eines Tages (1 bis 25).`,
    energy_ptdf_spread: ({ line, least, most }) =>
      `Zeile ${line}: Faktoren von ${least} bis ${most} sind keine Anteile an einem Austausch. Suchen Sie nach vertauschten Spalten.`,
    energy_ram_negative: ({ line, ram }) =>
      `Zeile ${line}: eine verbleibende Marge von ${ram} MW liegt unter null: selbst ganz ohne Austausch wäre die Zeile verletzt.`,
    energy_hour_missing: ({ day, hour, line }) =>
      `Dem Tag ${day} fehlt die Stunde ${hour}; was da ist, geht bei Zeile ${line} weiter oder endet dort.`,
    energy_hour_beyond: ({ day, hour, hours, line }) =>
      `Zeile ${line}: der Tag ${day} hat in Brüssel ${hours} Stunden und keine Stunde ${hour}.`,
    energy_day_25_as_24: ({ day, line }) =>
      `Der Tag ${day} hat in Brüssel 25 Stunden und ist als 24 gegeben; die letzte Stunde, die da ist, beginnt bei Zeile ${line}.`,
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
