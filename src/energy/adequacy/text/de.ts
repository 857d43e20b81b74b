import type { AdequacyTexts } from './en.ts';

export const de: AdequacyTexts = {
  copt: ({ hlole, loee, lole }) =>
    `Mangel ist in ${hlole} Stunden im Jahr zu erwarten, im Umfang von ${loee} MWh, und an ${lole} Tagen im Jahr zu deren Spitze.`,
  progress: ({ done, all }) => `${done} von ${all} Jahren`,
  synthetic: () => 'Erfunden: diese Zahlen sagen nichts über irgendeinen Staat.',
  together: () => 'Zusammen',
  area: ({ area, lole, eens }) => `${area}: LOLE ${lole} Stunden im Jahr, EENS ${eens} MWh im Jahr`,
  standard: ({ area, lole }) =>
    `${area}: der Zuverlässigkeitsstandard wäre ${lole} Stunden im Jahr; aus dem Gedächtnis, nicht geprüft.`,
  event: ({ from, hours, energy, down, rows }) =>
    `Ab Stunde ${from}, ${hours} Stunden, ${energy} MWh; ausgefallene Einheiten: ${down}; im Weg: ${rows}`,
  noRow: () => 'keine Zeile des Netzes, es war nicht genug da',
  problems: {
    energy_field_missing: ({ where }) => `${where} fehlt.`,
    energy_field_kind: ({ where, expected }) => `${where} muss von der Art „${expected}“ sein.`,
    energy_field_unknown: ({ where, names }) =>
      `Bei ${where} steht etwas Unbekanntes: ${names}. Nehmen Sie es weg oder berichtigen Sie den Namen.`,
    energy_field_value: ({ where }) => `${where} hat einen Wert oder eine Länge, die nicht sein kann.`,
    energy_rts_units_differ: ({ where, kind }) =>
      `${where}: bei der Art ${kind} unterscheiden sich Größe, Anzahl oder Ausfallrate zwischen den beiden Listen der Einheiten.`,
    energy_unit_kilowatts: ({ where }) => `${where}: die Größe einer Einheit steht in ganzen Kilowatt.`,
    energy_unit_times: ({ where }) =>
      `${where}: eine Einheit, die repariert wird, läuft zwischen zwei Ausfällen; geben Sie Stunden bis zum Ausfall über null an.`,
    energy_maintenance_order: ({ where, from, until }) =>
      `${where}: die Wartung von Stunde ${from} bis ${until} liegt nicht im Jahr oder nicht nach der vorigen.`,
    energy_name_unknown: ({ where, name }) => `${where}: „${name}“ kommt sonst in der Datei nicht vor.`,
    energy_name_twice: ({ where, name }) => `${where}: „${name}“ steht dort zweimal.`,
    energy_hours_differ: ({ where, found, expected }) =>
      `${where} hat ${found} Stunden, und das Jahr der Studie hat ${expected}.`,
    energy_study_ram_negative: ({ where, ram }) =>
      `${where}: die verbleibende Marge von ${ram} MW liegt unter null, so dass nicht einmal erlaubt wäre, nichts auszutauschen.`,
    energy_storage_efficiency: ({ where }) =>
      `${where}: sagen Sie, welchen Teil dessen, was er aufnimmt, dieser Speicher zurückgibt.`,
    energy_copt_too_fine: () =>
      'Die Größen der Einheiten haben keinen nennenswerten gemeinsamen Schritt: runden Sie sie auf größere Teile eines Megawatts.',
  },
};
