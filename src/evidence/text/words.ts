import type { Language } from '#kernel/languages.ts';
import { texts } from '#platform/text/texts.ts';
import { evidenceTexts } from './texts.ts';

const en = {
  output: 'Output',
  outcome: 'Outcome',
  impact: 'Impact',
  context: 'Context',
  parameter: 'Parameter',
  up: 'Up',
  down: 'Down',
  potential: 'Potential',
  realised: 'Realised',
  share: 'Share',
  // How a figure was made. Small letters, like the reasons for a missing one: both stand in sentences too.
  exact: 'exact',
  rounded: 'rounded',
  approximate: 'approximate',
  estimate: 'estimate',
  upper_bound: 'upper bound',
  reported: 'reported',
  missing: 'missing',
  ex_ante: 'expected beforehand',
  ex_post: 'measured afterwards',
  ex_post_missing: 'not measured afterwards',
  qualitative: 'qualitative',
  none_yet: 'none yet',
  stated_by_secretariat: 'stated by the secretariat',
  derived: 'derived',
  reported_merged: 'reported in a merged cell',
  covered_by_merged_cell: 'part of a merged cell',
};

type EvidenceWords = Readonly<Record<keyof typeof en, string>>;

const nl: EvidenceWords = {
  output: 'Prestatie',
  outcome: 'Resultaat',
  impact: 'Maatschappelijk effect',
  context: 'Achtergrond',
  parameter: 'Rekengrootheid',
  up: 'Omhoog',
  down: 'Omlaag',
  potential: 'Mogelijk',
  realised: 'Bereikt',
  share: 'Aandeel',
  exact: 'precies',
  rounded: 'afgerond',
  approximate: 'bij benadering',
  estimate: 'raming',
  upper_bound: 'bovengrens',
  reported: 'opgegeven',
  missing: 'ontbreekt',
  ex_ante: 'vooraf verwacht',
  ex_post: 'achteraf gemeten',
  ex_post_missing: 'achteraf niet gemeten',
  qualitative: 'kwalitatief',
  none_yet: 'nog geen',
  stated_by_secretariat: 'verklaring van het secretariaat',
  derived: 'afgeleid',
  reported_merged: 'opgegeven in een samengevoegde cel',
  covered_by_merged_cell: 'deel van een samengevoegde cel',
};

const fr: EvidenceWords = {
  output: 'Réalisation',
  outcome: 'Résultat',
  impact: 'Impact',
  context: 'Contexte',
  parameter: 'Paramètre',
  up: 'À la hausse',
  down: 'À la baisse',
  potential: 'Possible',
  realised: 'Obtenu',
  share: 'Part',
  exact: 'exact',
  rounded: 'arrondi',
  approximate: 'approximatif',
  estimate: 'estimation',
  upper_bound: 'borne supérieure',
  reported: 'communiqué',
  missing: 'manquant',
  ex_ante: 'attendu au préalable',
  ex_post: 'mesuré a posteriori',
  ex_post_missing: 'non mesuré a posteriori',
  qualitative: 'qualitatif',
  none_yet: 'aucun à ce jour',
  stated_by_secretariat: 'déclaration du secrétariat',
  derived: 'déduit',
  reported_merged: 'communiqué dans une cellule fusionnée',
  covered_by_merged_cell: 'compris dans une cellule fusionnée',
};

const de: EvidenceWords = {
  output: 'Leistung',
  outcome: 'Ergebnis',
  impact: 'Wirkung',
  context: 'Rahmenbedingung',
  parameter: 'Rechengröße',
  up: 'Steigend',
  down: 'Sinkend',
  potential: 'Möglich',
  realised: 'Erreicht',
  share: 'Anteil',
  exact: 'genau',
  rounded: 'gerundet',
  approximate: 'ungefähr',
  estimate: 'Schätzung',
  upper_bound: 'Obergrenze',
  reported: 'gemeldet',
  missing: 'fehlt',
  ex_ante: 'vorab erwartet',
  ex_post: 'im Nachhinein gemessen',
  ex_post_missing: 'im Nachhinein nicht gemessen',
  qualitative: 'qualitativ',
  none_yet: 'bislang keine',
  stated_by_secretariat: 'Angabe des Sekretariats',
  derived: 'abgeleitet',
  reported_merged: 'in einer verbundenen Zelle gemeldet',
  covered_by_merged_cell: 'Teil einer verbundenen Zelle',
};

function wordsIn(language: Language, words: EvidenceWords): ReadonlyMap<string, string> {
  return new Map(Object.entries({ ...texts(language).missing, ...words }));
}

const words: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  nl: wordsIn('nl', nl),
  fr: wordsIn('fr', fr),
  de: wordsIn('de', de),
  en: wordsIn('en', en),
};

/** A coded word of indicators and figures (level, direction, status, reason why missing); undefined when it is none. */
export function findEvidenceWord(value: string, language: Language): string | undefined {
  return words[language].get(value);
}

/** The same for a place that must show something: the source's own words show themselves. */
export function evidenceWordFor(value: string, language: Language): string {
  return findEvidenceWord(value, language) ?? value.replaceAll('_', ' ');
}

/** A unit as people read it after a figure; another union's own units show themselves. */
export function unitName(unit: string, language: Language): string {
  return evidenceTexts(language).units[unit] ?? unit;
}
