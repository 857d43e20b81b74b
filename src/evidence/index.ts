export { caveatText, refusalText } from './answers.ts';
export { resultsFeed } from './feeds/results.ts';
export { figureText } from './figure-text.ts';
export {
  CountsTable,
  cases,
  cellStatuses,
  counts,
  discrepancies,
  documents,
  emptyCellStatuses,
  evidenceKinds,
  indicators,
  observations,
  otherCounts,
  statements,
} from './model.ts';
export { evidence } from './module.ts';
export { CountsByYear } from './pages/counts.tsx';
export { drawnPoints } from './pages/drawn-points.ts';
export { LaterFigures } from './pages/figures.tsx';
export { Contradictions } from './pages/indicator.tsx';
export { benefitsOf, instructiveSeries, SeriesWithVerdict } from './pages/overview.tsx';
export { isLater, laterIn } from './rules/as-of.ts';
export type { Figure } from './rules/benefit.ts';
export { type Comparison, comparableYears, compareYears } from './rules/comparability.ts';
export type { Point, Series } from './rules/series.ts';
export {
  allDiscrepancies,
  type Catalogue,
  countFigures,
  type Discrepancy,
  type DossierBenefit,
  dossierTexts,
  dossierTitles,
  listDiscrepancies,
  loadBenefits,
  loadCatalogue,
  loadCountsNotes,
  loadIndicators,
  loadSeries,
  loadTable,
  type Moment,
  sectionsOf,
} from './store.ts';
export { evidenceTexts } from './text/texts.ts';
export { findEvidenceWord } from './text/words.ts';
