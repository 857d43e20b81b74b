export {
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
export {
  type Catalogue,
  type Discrepancy,
  findSeries,
  listDiscrepancies,
  loadCatalogue,
  type Moment,
  sectionsOf,
} from './store.ts';
