import type { MissingReason, ObservationValue } from '#kernel/observation-value.ts';

/**
 * Codes of the SDMX code list CL_OBS_STATUS, the weightiest first: of a figure that has several, the first is the one
 * that a format with room for one shows.
 */
export const observationStatuses = ['K', 'M', 'Q', 'O', 'B', 'W', 'D', 'E', 'A'] as const;
export type ObservationStatus = (typeof observationStatuses)[number];

/**
 * O is a figure that is missing, whatever the reason. L (it exists and was not collected) is said of none: no reason of
 * ours claims to know that it exists.
 */
const ofMissing: Readonly<Record<MissingReason, ObservationStatus>> = {
  not_available: 'O',
  not_stated: 'O',
  blank: 'O',
  illegible: 'O',
  not_computable: 'O',
  not_applicable: 'M',
  in_other_category: 'K',
  not_yet_due: 'O',
  overdue: 'O',
  withheld: 'Q',
};

/**
 * The one code of a figure. What is no single number (a range, a bound, words) has none here and is O: the number is
 * missing, not what the source says.
 */
export function observationStatus(
  value: ObservationValue,
  marks: readonly ObservationStatus[],
): ObservationStatus {
  if (value.kind === 'missing') return ofMissing[value.reason];
  if (value.kind !== 'value') return 'O';
  return observationStatuses.find((status) => marks.includes(status)) ?? 'A';
}
