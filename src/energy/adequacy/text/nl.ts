import type { AdequacyTexts } from './en.ts';

export const nl: AdequacyTexts = {
  copt: ({ hlole, loee, lole }) =>
    `Tekort wordt verwacht in ${hlole} uur per jaar, ter grootte van ${loee} MWh, en op ${lole} dagen per jaar op de piek van de dag.`,
  progress: ({ done, all }) => `${done} van ${all} jaren`,
  synthetic: () => 'Verzonnen: deze cijfers zeggen niets over enige staat.',
  together: () => 'Samen',
  area: ({ area, lole, eens }) => `${area}: LOLE ${lole} uur per jaar, EENS ${eens} MWh per jaar`,
  standard: ({ area, lole }) =>
    `${area}: de betrouwbaarheidsnorm zou ${lole} uur per jaar zijn; uit het geheugen, niet nagegaan.`,
  event: ({ from, hours, energy, down, rows }) =>
    `Vanaf uur ${from}, ${hours} uur, ${energy} MWh; eenheden uit bedrijf: ${down}; in de weg: ${rows}`,
  noRow: () => 'geen rij van het net, er was niet genoeg',
  problems: {
    energy_field_missing: ({ where }) => `${where} ontbreekt.`,
    energy_field_kind: ({ where, expected }) => `${where} moet van de soort “${expected}” zijn.`,
    energy_field_unknown: ({ where, names }) =>
      `Bij ${where} staat iets onbekends: ${names}. Haal het weg of verbeter de naam.`,
    energy_field_value: ({ where }) => `${where} heeft een waarde of een lengte die niet kan.`,
    energy_rts_units_differ: ({ where, kind }) =>
      `${where}: van eenheidssoort ${kind} verschillen grootte, aantal of uitvalkans tussen de twee lijsten van eenheden.`,
    energy_unit_kilowatts: ({ where }) => `${where}: de grootte van een eenheid is in hele kilowatts.`,
    energy_unit_times: ({ where }) =>
      `${where}: een eenheid die hersteld wordt, draait tussen twee storingen; geef uren tot storing boven nul.`,
    energy_maintenance_order: ({ where, from, until }) =>
      `${where}: onderhoud van uur ${from} tot ${until} valt niet binnen het jaar, of niet na het vorige.`,
    energy_name_unknown: ({ where, name }) => `${where}: “${name}” komt verder niet in het bestand voor.`,
    energy_name_twice: ({ where, name }) => `${where}: “${name}” staat er twee keer.`,
    energy_hours_differ: ({ where, found, expected }) =>
      `${where} heeft ${found} uren, en het jaar van de studie heeft er ${expected}.`,
    energy_study_ram_negative: ({ where, ram }) =>
      `${where}: de resterende marge van ${ram} MW is onder nul, zodat zelfs niets uitwisselen niet zou mogen.`,
    energy_storage_efficiency: ({ where }) =>
      `${where}: zeg welk deel van wat deze opslag opneemt, zij teruggeeft.`,
    energy_copt_too_fine: () =>
      'De groottes van de eenheden hebben geen noemenswaardige gemeenschappelijke stap: rond ze af op grotere delen van een megawatt.',
  },
};
