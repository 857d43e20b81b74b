import type { MatchingTexts } from './en.ts';

export const nl: MatchingTexts = {
  steps: {
    reading: 'Aangiften lezen',
    summing: 'Beide kanten optellen',
    lines: 'Regels en nummers bekijken',
    settling: 'Verschillen verklaren',
  },
  types: {
    supply_only: 'geleverd, niet aangegeven',
    acquisition_only: 'aangegeven, niet geleverd',
    amount_over: 'meer aangegeven dan geleverd',
    amount_under: 'minder aangegeven dan geleverd',
    period_shift: 'aangegeven in het tijdvak ernaast',
    kind_mismatch: 'aangegeven als de andere soort',
    invalid_acquirer: 'een nummer dat niet klopt',
    inactive_acquirer: 'een nummer dat toen niet geldig was',
    non_filer: 'geen enkele aangifte',
    nil_filer_with_inflow: 'aangegeven als niets',
    triangulation_broken: 'driehoeksverkeer zonder de doorgeleverde goederen',
    duplicate_listing: 'tweemaal vermeld',
    correction_after_query: 'verbeterd na een vraag',
    currency_or_rounding: 'afronding of wisselkoers',
    self_supply: 'geleverd binnen één groep',
  },
  line: ({ level, type, count, euros }) => `niveau ${level} ${type}: ${count}, ${euros}`,
  agree: ({ agree, all }) => `${agree} van ${all} totalen per afnemer, tijdvak en soort komen overeen`,
};
