import type { MatchingTexts } from './en.ts';

export const fr: MatchingTexts = {
  steps: {
    reading: 'Lecture des déclarations',
    summing: 'Somme des deux côtés',
    lines: 'Examen des lignes et des numéros',
    settling: 'Explication des écarts',
  },
  types: {
    supply_only: 'livré, non déclaré',
    acquisition_only: 'déclaré, non livré',
    amount_over: 'déclaré plus que livré',
    amount_under: 'déclaré moins que livré',
    period_shift: 'déclaré dans la période voisine',
    kind_mismatch: 'déclaré sous l’autre nature',
    invalid_acquirer: 'un numéro qui n’est pas valable',
    inactive_acquirer: 'un numéro non valable à ce moment',
    non_filer: 'aucune déclaration',
    nil_filer_with_inflow: 'déclaré comme néant',
    triangulation_broken: 'opération triangulaire sans les biens qu’elle transmet',
    duplicate_listing: 'mentionné deux fois',
    correction_after_query: 'corrigé après une question',
    currency_or_rounding: 'arrondi ou cours de change',
    self_supply: 'livré au sein d’un groupe',
  },
  line: ({ level, type, count, euros }) => `niveau ${level} ${type} : ${count}, ${euros}`,
  agree: ({ agree, all }) => `${agree} totaux sur ${all} par acquéreur, période et nature concordent`,
};
