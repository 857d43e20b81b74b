/** Arrays and objects in one another: what is deeper overflows the stack of who writes it out. */
const deepest = 64;

/**
 * Whether the database can keep a value of JSON: its texts hold neither U+0000 nor half of a surrogate pair, its numbers end
 * (`1e999` is read as one that does not), and it is no deeper than anybody writes. What came from outside is asked before it gets
 * into a transaction, since a database quotes what it refuses.
 */
export function isStorable(value: unknown): boolean {
  // What is open, from the outside in: whoever sends the value chooses how deep, so that no call may stand for a level.
  const open: Iterator<unknown>[] = [[value].values()];
  for (let inner = open.at(-1); inner !== undefined; inner = open.at(-1)) {
    const next = inner.next();
    if (next.done === true) {
      open.pop();
      continue;
    }
    if (!isStorableWord(next.value)) return false;
    const parts = partsOf(next.value);
    if (parts === null) continue;
    if (open.length > deepest) return false;
    open.push(parts.values());
  }
  return true;
}

function isStorableWord(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value !== 'string' || (value.isWellFormed() && !value.includes('\0'));
}

/** What an array holds, or an object, keys and all; null: nothing is in it. */
function partsOf(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  return typeof value === 'object' && value !== null ? Object.entries(value).flat() : null;
}
