/**
 * Whether the database can keep a value of JSON: its texts hold neither U+0000 nor half of a surrogate pair, and
 * its numbers end (`1e999` is read as one that does not). What came from outside is
 * asked before it gets into a transaction, since a database quotes what it refuses.
 */
export function isStorable(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  if (Array.isArray(value)) return value.every(isStorable);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, inner]) => isStorable(key) && isStorable(inner));
}
