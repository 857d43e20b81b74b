type Params = Readonly<Record<string, string | number>>;

export const en = {
  copt: ({ hlole, loee, lole }: Params) =>
    `Shortage is expected in ${hlole} hours a year, of ${loee} MWh, and on ${lole} days a year at their peak.`,
  progress: ({ done, all }: Params) => `${done} of ${all} years`,
  synthetic: () => 'Made up: these figures say nothing about any state.',
  together: () => 'Together',
  area: ({ area, lole, eens }: Params) => `${area}: LOLE ${lole} hours a year, EENS ${eens} MWh a year`,
  standard: ({ area, lole }: Params) =>
    `${area}: its reliability standard would be ${lole} hours a year; from memory, not verified.`,
  event: ({ from, hours, energy, down, rows }: Params) =>
    `From hour ${from}, ${hours} hours, ${energy} MWh; units down: ${down}; in the way: ${rows}`,
  noRow: () => 'no row of the grid, there was not enough',
  problems: {
    energy_field_missing: ({ where }: Params) => `${where} is missing.`,
    energy_field_kind: ({ where, expected }: Params) => `${where} has to be of the kind “${expected}”.`,
    energy_field_unknown: ({ where, names }: Params) =>
      `At ${where} stands what is not known: ${names}. Take it out or mend its name.`,
    energy_field_value: ({ where }: Params) => `${where} has a value or a length that cannot be.`,
    energy_rts_units_differ: ({ where, kind }: Params) =>
      `${where}: of unit kind ${kind} size, number or outage rate differ between the two lists of units.`,
    energy_unit_kilowatts: ({ where }: Params) => `${where}: the size of a unit is in whole kilowatts.`,
    energy_unit_times: ({ where }: Params) =>
      `${where}: a unit that is repaired runs between two failures; give hours to failure above zero.`,
    energy_maintenance_order: ({ where, from, until }: Params) =>
      `${where}: maintenance from hour ${from} until ${until} is not within the year, or not after the one before.`,
    energy_name_unknown: ({ where, name }: Params) =>
      `${where}: “${name}” is named nowhere else in the file.`,
    energy_name_twice: ({ where, name }: Params) => `${where}: “${name}” stands there twice.`,
    energy_hours_differ: ({ where, found, expected }: Params) =>
      `${where} has ${found} hours, and the year of the study has ${expected}.`,
    energy_study_ram_negative: ({ where, ram }: Params) =>
      `${where}: the remaining margin of ${ram} MW is below zero, so that not even staying at home would be allowed.`,
    energy_storage_efficiency: ({ where }: Params) =>
      `${where}: say what share of what it takes this storage gives back.`,
    energy_copt_too_fine: () =>
      'The sizes of the units have no common step to speak of: round them to larger parts of a megawatt.',
  },
};

export type AdequacyTexts = typeof en;
