import type { ImportTexts } from './en.ts';

export const de: ImportTexts = {
  domain: {
    content: ({ steps, rows, days, hubs }) =>
      `${steps} Stunden mit ${rows} Zeilen; Tage: ${days}; Hubs: ${hubs}`,
  },
  document: {
    series: ({ kind, from, to, day, steps, minutes, least, most }) =>
      `${kind} von ${from} nach ${to}, ${day}: ${steps} Schritte von ${minutes} Minuten, ${least} bis ${most}`,
  },
  problems: {
    energy_rights_head: ({ head }) => `Die erste Zeile muss “${head}” sein.`,
    energy_rights_row: ({ line }) =>
      `Zeile ${line}: Geben Sie zwei verschiedene Hubs und null oder mehr MW an, wie in “BE;FR;400”.`,
    energy_rights_hub: ({ line, hub }) => `Zeile ${line}: Die Domäne hat keinen Hub ${hub}.`,
    energy_rights_twice: ({ line, from, to }) =>
      `Zeile ${line}: Rechte von ${from} nach ${to} wurden schon angegeben; zählen Sie sie in einer Zeile zusammen.`,
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
    energy_json_invalid: ({ line }) =>
      `Ab Zeile ${line} ist die Datei kein JSON, oder länger als eine Seite.`,
    energy_json_shape: () =>
      'Die Datei ist keine Liste von Zeilen und kein Objekt mit einer einzigen Liste „data“.',
    energy_page_partial: ({ found, total }) =>
      `Die Seite hat ${found} von ${total} Zeilen: rufen Sie auch die anderen ab, oder eine kürzere Zeit.`,
    energy_row_hubs: ({ line }) =>
      `Zeile ${line}: es gibt weniger als zwei Hubs (ptdf_…), einer steht zweimal da, oder es sind andere als in der ersten Zeile.`,
    energy_row_kind: ({ line }) =>
      `Zeile ${line}: sie ist weder ein Element, noch die Grenze eines Hubs, noch eine Summe von Hubs.`,
    energy_instant_invalid: ({ line, received }) =>
      `Zeile ${line}: „${received}“ ist nicht der Beginn einer Stunde in UTC.`,
    energy_ptdf_missing: ({ line, hub }) =>
      `Zeile ${line}: sie hat keinen Faktor für den Hub ${hub}, den andere haben; was fehlt, ist nicht null.`,
    energy_ram_identity: ({ line, identity, published, computed }) =>
      `Zeile ${line}: ${identity} gilt nicht: veröffentlicht sind ${published} MW, und es ergibt sich ${computed}.`,
    energy_ram_identities: ({ count, told }) =>
      `${count} Gleichungen von Margen gelten nicht; die ersten ${told} werden genannt.`,
    energy_xml_invalid: ({ line, message }) =>
      `Zeile ${line}: die Datei ist kein XML, das gelesen wird: ${message}.`,
    energy_xml_root: ({ received }) =>
      `Die Datei ist keine Veröffentlichung von ENTSO-E: ihr äußerstes Element ist „${received}“.`,
    energy_document_kind: ({ line, received }) =>
      `Zeile ${line}: Dokumente der Art „${received}“ werden nicht gelesen; A44, A65, A61 und A25 mit B09 schon.`,
    energy_document_empty: () => 'Das Dokument hat keine Werte.',
    energy_unit_unknown: ({ line, received, expected }) =>
      `Zeile ${line}: die Einheit ist „${received}“, und gelesen wird ${expected}.`,
    energy_curve_unknown: ({ line, received }) =>
      `Zeile ${line}: Kurven der Art „${received}“ werden nicht gelesen; A01 und A03 schon.`,
    energy_resolution_unknown: ({ line, received }) =>
      `Zeile ${line}: „${received}“ ist keine Länge eines Schritts, die gelesen wird (PT60M, PT15M).`,
    energy_interval_days: ({ line, received }) =>
      `Zeile ${line}: die Zeit ${received} geht nicht von Mitternacht bis Mitternacht in Brüssel.`,
    energy_position_invalid: ({ line, received, steps }) =>
      `Zeile ${line}: die Stelle „${received}“ ist keine von 1 bis ${steps}, oder steht zweimal da.`,
    energy_position_missing: ({ line, position, steps }) =>
      `Die Stelle ${position} von ${steps} fehlt in dem Zeitraum, der bei Zeile ${line} endet.`,
    energy_eic_form: ({ received }) =>
      `„${received}“ ist kein EIC: er hat 16 Großbuchstaben, Ziffern und Bindestriche.`,
    energy_eic_check: ({ received, check }) =>
      `Der EIC ${received} ist vertippt: sein letztes Zeichen wäre ${check}.`,
    energy_eic_unknown: ({ received }) =>
      `Der EIC ${received} ist wohlgeformt, und gehört zu keinem Gebiet, das hier bekannt ist.`,
    energy_quantity_negative: ({ line }) => `Zeile ${line}: eine Menge ist kleiner als null.`,
    energy_limits_crossed: ({ line }) => `Zeile ${line}: der kleinste Fluss liegt über dem größten.`,
    energy_gme_period: ({ line, received }) =>
      `Zeile ${line}: ${received} ist keine Stunde eines Tages (1 bis 25).`,
    energy_gme_side: ({ received }) => `„${received}“ ist weder Nachfrage noch Angebot (demand, supply).`,
    energy_block_differs: ({ block }) =>
      `Der Block ${block} hat eine andere Zone, Seite oder einen anderen Preis als in seiner ersten Zeile.`,
    energy_gme_zone: ({ line, zone, zones }) =>
      `Zeile ${line}: „${zone}“ ist keine der Zonen, die gekoppelt werden: ${zones}.`,
    energy_gme_day_missing: ({ day, file, line }) =>
      `Zeile ${line} nennt den Tag ${day}, von dem ${file} keine Zeile hat.`,
    energy_gme_row_missing: ({ day, hour, name, line }) =>
      `Tag ${day}, Stunde ${hour}: es gibt keine Zeile von ${name}, die andere Stunden haben; seine Zeilen gehen bei Zeile ${line} weiter oder enden dort.`,
    energy_gme_border_price: ({ day, step, border, line }) =>
      `Zeile ${line}: die Grenze ${border} hat in Stunde ${step} von ${day} eine Schranke und keinen veröffentlichten Preis.`,
  },
};
