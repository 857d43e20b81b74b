import type { ImportTexts } from './en.ts';

export const nl: ImportTexts = {
  domain: {
    content: ({ steps, rows, days, hubs }) =>
      `${steps} uren met ${rows} rijen; dagen: ${days}; hubs: ${hubs}`,
  },
  document: {
    series: ({ kind, from, to, day, steps, minutes, least, most }) =>
      `${kind} van ${from} naar ${to}, ${day}: ${steps} stappen van ${minutes} minuten, ${least} tot ${most}`,
  },
  problems: {
    energy_rights_head: ({ head }) => `De eerste regel moet “${head}” zijn.`,
    energy_rights_row: ({ line }) =>
      `Regel ${line}: geef twee verschillende hubs en nul of meer MW, zoals in “BE;FR;400”.`,
    energy_rights_hub: ({ line, hub }) => `Regel ${line}: het domein heeft geen hub ${hub}.`,
    energy_rights_twice: ({ line, from, to }) =>
      `Regel ${line}: rechten van ${from} naar ${to} zijn al gegeven; tel ze op in één regel.`,
    energy_file_missing: ({ file }) => `Er is geen bestand ${file}.`,
    energy_table_empty: () => 'Het bestand is leeg.',
    energy_table_columns: ({ missing }) => `In de kop van het bestand ontbreken de kolommen ${missing}.`,
    energy_row_width: ({ line, found, expected }) =>
      `Regel ${line} heeft ${found} velden, en de kop ${expected}.`,
    energy_row_number: ({ line, column, received }) =>
      `Regel ${line}: “${received}” in ${column} is geen getal met een decimale punt.`,
    energy_row_too_long: ({ line }) => `Regel ${line} is te lang voor een rij.`,
    energy_rows_invalid: ({ count, told }) =>
      `${count} rijen zijn onbruikbaar; de eerste ${told} worden genoemd.`,
    energy_table_order: ({ order }) =>
      `De kolommen staan anders dan in deze indeling: ${order}, met twee of meer hubs. Zoek naar verwisselde kolommen.`,
    energy_hub_twice: ({ hub }) => `De hub ${hub} heeft twee kolommen.`,
    energy_domain_empty: () => 'Het bestand heeft een kop en geen rijen.',
    energy_day_invalid: ({ line, received }) => `Regel ${line}: “${received}” is geen dag.`,
    energy_hour_invalid: ({ line, received }) =>
      `Regel ${line}: ${received} is geen uur van een dag (1 tot 25).`,
    energy_ptdf_spread: ({ line, least, most }) =>
      `Regel ${line}: factoren van ${least} tot ${most} zijn geen aandelen in een uitwisseling. Zoek naar verwisselde kolommen.`,
    energy_ram_negative: ({ line, ram }) =>
      `Regel ${line}: een resterende marge van ${ram} MW is kleiner dan nul: zelfs zonder enige uitwisseling was de rij geschonden.`,
    energy_hour_missing: ({ day, hour, line }) =>
      `Dag ${day} mist uur ${hour}; wat er is, gaat verder of eindigt op regel ${line}.`,
    energy_hour_beyond: ({ day, hour, hours, line }) =>
      `Regel ${line}: dag ${day} heeft in Brussel ${hours} uren, en geen uur ${hour}.`,
    energy_day_25_as_24: ({ day, line }) =>
      `Dag ${day} heeft in Brussel 25 uren en is gegeven als 24; het laatste uur dat er is, begint op regel ${line}.`,
    energy_json_invalid: ({ line }) =>
      `Vanaf regel ${line} is het bestand geen JSON, of langer dan een pagina.`,
    energy_json_shape: () => 'Het bestand is geen lijst van rijen, en geen object met één lijst “data”.',
    energy_page_partial: ({ found, total }) =>
      `De pagina heeft ${found} van ${total} rijen: vraag ook de andere op, of een kortere tijd.`,
    energy_row_hubs: ({ line }) =>
      `Regel ${line}: er zijn minder dan twee hubs (ptdf_…), één staat er twee keer, of het zijn andere dan in de eerste rij.`,
    energy_row_kind: ({ line }) =>
      `Regel ${line}: de rij is geen element, geen grens van één hub en geen som van hubs.`,
    energy_instant_invalid: ({ line, received }) =>
      `Regel ${line}: “${received}” is niet het begin van een uur in UTC.`,
    energy_ptdf_missing: ({ line, hub }) =>
      `Regel ${line}: de rij heeft geen factor voor de hub ${hub}, die andere wel hebben; ontbreken is geen nul.`,
    energy_ram_identity: ({ line, identity, published, computed }) =>
      `Regel ${line}: ${identity} klopt niet: gepubliceerd is ${published} MW, en de uitkomst is ${computed}.`,
    energy_ram_identities: ({ count, told }) =>
      `${count} gelijkheden van marges kloppen niet; de eerste ${told} worden genoemd.`,
    energy_xml_invalid: ({ line, message }) =>
      `Regel ${line}: het bestand is geen XML die wordt gelezen: ${message}.`,
    energy_xml_root: ({ received }) =>
      `Het bestand is geen publicatie van ENTSO-E: het buitenste element is “${received}”.`,
    energy_document_kind: ({ line, received }) =>
      `Regel ${line}: documenten van type “${received}” worden niet gelezen; A44, A65, A61 en A25 met B09 wel.`,
    energy_document_empty: () => 'Het document heeft geen waarden.',
    energy_unit_unknown: ({ line, received, expected }) =>
      `Regel ${line}: de eenheid is “${received}”, en gelezen wordt ${expected}.`,
    energy_curve_unknown: ({ line, received }) =>
      `Regel ${line}: krommen van type “${received}” worden niet gelezen; A01 en A03 wel.`,
    energy_resolution_unknown: ({ line, received }) =>
      `Regel ${line}: “${received}” is geen lengte van een stap die wordt gelezen (PT60M, PT15M).`,
    energy_interval_days: ({ line, received }) =>
      `Regel ${line}: de tijd ${received} loopt niet van middernacht tot middernacht in Brussel.`,
    energy_position_invalid: ({ line, received, steps }) =>
      `Regel ${line}: positie “${received}” is geen van 1 tot ${steps}, of staat er twee keer.`,
    energy_position_missing: ({ line, position, steps }) =>
      `Positie ${position} van ${steps} ontbreekt in de periode die op regel ${line} eindigt.`,
    energy_eic_form: ({ received }) =>
      `“${received}” is geen EIC: die heeft 16 hoofdletters, cijfers en streepjes.`,
    energy_eic_check: ({ received, check }) =>
      `De EIC ${received} is verkeerd getypt: het laatste teken zou ${check} zijn.`,
    energy_eic_unknown: ({ received }) =>
      `De EIC ${received} is goed gevormd, en is van geen gebied dat hier bekend is.`,
    energy_quantity_negative: ({ line }) => `Regel ${line}: een hoeveelheid is kleiner dan nul.`,
    energy_limits_crossed: ({ line }) => `Regel ${line}: de kleinste stroom is groter dan de grootste.`,
    energy_gme_period: ({ line, received }) =>
      `Regel ${line}: ${received} is geen uur van een dag (1 tot 25).`,
    energy_gme_side: ({ received }) => `“${received}” is vraag noch aanbod (demand, supply).`,
    energy_block_differs: ({ block }) =>
      `Het blok ${block} heeft een andere zone, kant of prijs dan in zijn eerste rij.`,
    energy_gme_zone: ({ line, zone, zones }) =>
      `Regel ${line}: “${zone}” is geen van de zones die gekoppeld worden: ${zones}.`,
    energy_gme_day_missing: ({ day, file, line }) =>
      `Regel ${line} noemt dag ${day}, waarvan ${file} geen rij heeft.`,
    energy_gme_row_missing: ({ day, hour, name, line }) =>
      `Dag ${day}, uur ${hour}: er is geen rij van ${name}, die andere uren wel hebben; de rijen ervan gaan verder of eindigen op regel ${line}.`,
    energy_gme_border_price: ({ day, step, border, line }) =>
      `Regel ${line}: de grens ${border} heeft in uur ${step} van ${day} een limiet en geen gepubliceerde prijs.`,
  },
};
