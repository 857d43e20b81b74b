import type { Brand } from '#kernel/brand.ts';
import { fail, ok, problem, type Result } from '#kernel/result.ts';

/** An energy identification code whose check character holds: 16 signs, of which the third says what it names (Y: an area). */
export type Eic = Brand<string, 'Eic'>;

/** Areas that the market is cut into here, by their codes (facts on energy, section 2: read, and their check characters tried). */
export const areas = {
  NL: '10YNL----------L',
  BE: '10YBE----------2',
  FR: '10YFR-RTE------C',
  'DE-LU': '10Y1001A1001A82H',
  'DE-AT-LU': '10Y1001A1001A63L',
  AT: '10YAT-APG------L',
  CH: '10YCH-SWISSGRIDZ',
  LU: '10YLU-CEGEDEL-NQ',
  CWE: '10YDOM-REGION-1V',
} as const;
export type Area = keyof typeof areas;

const areaOf: ReadonlyMap<string, Area> = new Map(
  Object.entries(areas).map(([area, code]) => [code, area as Area]),
);

const signs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-';

/** Problems: `energy_eic_form` (not 16 capitals, digits and hyphens), `energy_eic_check` (its last sign is not that of the others). */
export function parseEic(text: string, path = ''): Result<Eic> {
  if (!/^[0-9A-Z-]{15}[0-9A-Z]$/.test(text))
    return fail(problem('energy_eic_form', path, { received: text.slice(0, 40) }));
  const check = checkOf(text);
  return text.endsWith(check)
    ? ok(text as Eic)
    : fail(problem('energy_eic_check', path, { received: text, check }));
}

/** The sixteenth sign: of values 0 to 36 of the first fifteen, with weights from 16 down to 2 (facts on energy, section 2). */
function checkOf(text: string): string {
  let sum = 0;
  for (let place = 0; place < 15; place++) sum += signs.indexOf(text.charAt(place)) * (16 - place);
  // A sum of zero counts as one of 37: the sign is then that of 0.
  return signs.charAt(36 - ((sum + 36) % 37));
}

/** The area of a code. Problems: those of `parseEic`; `energy_eic_unknown`: a code that holds, of an area that is not among `areas`. */
export function parseArea(text: string, path = ''): Result<Area> {
  const eic = parseEic(text, path);
  if (!eic.ok) return eic;
  const area = areaOf.get(eic.value);
  return area === undefined ? fail(problem('energy_eic_unknown', path, { received: eic.value })) : ok(area);
}
