import type { MatchStep } from '../match.ts';
import type { DiscrepancyType } from '../model.ts';

type Params = Readonly<Record<string, string | number>>;

const steps: Readonly<Record<MatchStep, string>> = {
  reading: 'Reading what was declared',
  summing: 'Summing both sides',
  lines: 'Looking at lines and numbers',
  settling: 'Explaining what differs',
};

const types: Readonly<Record<DiscrepancyType, string>> = {
  supply_only: 'supplied, not declared',
  acquisition_only: 'declared, not supplied',
  amount_over: 'more declared than supplied',
  amount_under: 'less declared than supplied',
  period_shift: 'declared in the period next to it',
  kind_mismatch: 'declared as the other kind',
  invalid_acquirer: 'a number that is not sound',
  inactive_acquirer: 'a number that was not valid then',
  non_filer: 'no declaration at all',
  nil_filer_with_inflow: 'declared as nothing',
  triangulation_broken: 'triangulation without the goods that it passes on',
  duplicate_listing: 'listed twice',
  correction_after_query: 'corrected after a question',
  currency_or_rounding: 'rounding or rate of exchange',
  self_supply: 'supplied within one group',
};

export const en = {
  steps,
  types,
  line: ({ level, type, count, euros }: Params) => `level ${level} ${type}: ${count}, ${euros}`,
  agree: ({ agree, all }: Params) => `${agree} of ${all} totals of an acquirer, period and kind agree`,
};

export type MatchingTexts = typeof en;
