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
  statements,
} from './model.ts';
export { evidence } from './module.ts';
export { CountsByYear } from './pages/counts.tsx';
export { Contradictions } from './pages/indicator.tsx';
export { benefitsOf, instructiveSeries, SeriesWithVerdict } from './pages/overview.tsx';
export {
  type Catalogue,
  countFigures,
  type Discrepancy,
  dossierTitles,
  listDiscrepancies,
  loadCatalogue,
  loadSeries,
  loadTable,
  type Moment,
  sectionsOf,
} from './store.ts';
export { findEvidenceWord } from './text/words.ts';
