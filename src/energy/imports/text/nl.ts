import type { ImportTexts } from './en.ts';

export const nl: ImportTexts = {
  problems: {
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
    energy_quantity_negative: ({ line }) => `Regel ${line}: een hoeveelheid is kleiner dan nul.`,
    energy_limits_crossed: ({ line }) => `Regel ${line}: de kleinste stroom is groter dan de grootste.`,
    energy_gme_period: ({ line, received }) =>
      `Regel ${line}: ${received} is geen uur van een dag (1 tot 25).`,
    energy_gme_side: ({ received }) => `“${received}” is vraag noch aanbod (demand, supply).`,
    energy_block_differs: ({ block }) =>
      `Het blok ${block} heeft een andere zone, kant of prijs dan in zijn eerste rij.`,
    energy_gme_hours: ({ day, found }) =>
      `De dag ${day} heeft ${found} uren, of er ontbreekt er een: een dag heeft er 23, 24 of 25, vanaf het eerste.`,
    energy_gme_border_price: ({ border, step }) =>
      `In uur ${step} heeft de grens ${border} een limiet en geen gepubliceerde prijs.`,
  },
};
