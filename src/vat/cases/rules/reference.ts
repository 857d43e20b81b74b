/** The next reference of a party in a year, as people say it on the telephone: `BE-2026-001`. Numbers are not used twice. */
export function nextReference(party: string, year: string, given: readonly string[]): string {
  const begin = `${party}-${year}-`;
  const numbers = given.flatMap((one) =>
    one.startsWith(begin) && /^\d+$/.test(one.slice(begin.length)) ? [Number(one.slice(begin.length))] : [],
  );
  return `${begin}${String(Math.max(0, ...numbers) + 1).padStart(3, '0')}`;
}
