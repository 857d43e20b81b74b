import type { MatchingTexts } from './en.ts';

export const de: MatchingTexts = {
  steps: {
    reading: 'Erklärungen lesen',
    summing: 'Beide Seiten summieren',
    lines: 'Zeilen und Nummern ansehen',
    settling: 'Unterschiede erklären',
  },
  types: {
    supply_only: 'geliefert, nicht erklärt',
    acquisition_only: 'erklärt, nicht geliefert',
    amount_over: 'mehr erklärt als geliefert',
    amount_under: 'weniger erklärt als geliefert',
    period_shift: 'im Zeitraum daneben erklärt',
    kind_mismatch: 'als die andere Art erklärt',
    invalid_acquirer: 'eine Nummer, die nicht stimmt',
    inactive_acquirer: 'eine Nummer, die damals nicht gültig war',
    non_filer: 'keine Erklärung',
    nil_filer_with_inflow: 'als nichts erklärt',
    triangulation_broken: 'Dreiecksgeschäft ohne die weitergegebenen Waren',
    duplicate_listing: 'zweimal aufgeführt',
    correction_after_query: 'nach einer Frage berichtigt',
    currency_or_rounding: 'Rundung oder Wechselkurs',
    self_supply: 'innerhalb einer Gruppe geliefert',
  },
  line: ({ level, type, count, euros }) => `Stufe ${level} ${type}: ${count}, ${euros}`,
  agree: ({ agree, all }) => `${agree} von ${all} Summen je Erwerber, Zeitraum und Art stimmen überein`,
};
