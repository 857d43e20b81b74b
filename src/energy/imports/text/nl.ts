import type { ImportTexts } from './en.ts';

export const nl: ImportTexts = {
  problems: {
    energy_file_missing: ({ file }) => `In de map ontbreekt het bestand ${file}.`,
    energy_table_empty: () => 'Het bestand is leeg.',
    energy_table_columns: ({ missing }) => `In de kop van het bestand ontbreken de kolommen ${missing}.`,
    energy_row_width: ({ line, found, expected }) =>
      `Regel ${line} heeft ${found} velden, en de kop ${expected}.`,
    energy_row_number: ({ line, column, received }) =>
      `Regel ${line}: “${received}” in ${column} is geen getal met een decimale punt.`,
    energy_row_too_long: ({ line }) => `Regel ${line} is te lang voor een rij.`,
    energy_rows_invalid: ({ count, told }) =>
      `${count} rijen zijn onbruikbaar; de eerste ${told} worden genoemd.`,
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
