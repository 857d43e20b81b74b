import { parseShare, sharesSumToOne, sumShares } from '#kernel/money.ts';
import { fail, ok, type Problem, problem, type Result } from '#kernel/result.ts';

/** A party, and its share in at most six decimals, so that the number that is stored is the one that was written. */
const entry = /^([A-Za-z0-9][A-Za-z0-9._-]*)[\s:=]+([01](?:\.\d{1,6})?)$/;

/**
 * Reads a key as people write it: `NL 0.53, BE 0.41, LU 0.06`. Every member state has one share and nobody else has, and together
 * they are exactly one. Problems, all at once: `key_entry_invalid`, `key_member_missing`, `key_not_a_member`, `shares_not_one`.
 */
export function readKey(
  text: string,
  members: readonly string[],
  path = '',
): Result<Readonly<Record<string, number>>> {
  const entries = text.split(/[,;\n]/).flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));
  const faults: Problem[] = [];
  const shares = new Map<string, number>();
  for (const one of entries) {
    const [, party, share] = entry.exec(one) ?? [];
    if (party === undefined || share === undefined || shares.has(party))
      faults.push(problem('key_entry_invalid', path, { received: one.slice(0, 80) }));
    else shares.set(party, Number(share));
  }
  const missing = members.filter((member) => !shares.has(member));
  const others = [...shares.keys()].filter((party) => !members.includes(party));
  if (missing.length > 0) faults.push(problem('key_member_missing', path, { list: missing.join(', ') }));
  if (others.length > 0) faults.push(problem('key_not_a_member', path, { list: others.join(', ') }));
  const parsed = [...shares.values()].flatMap((share) => {
    const exact = parseShare(share, path);
    if (!exact.ok) faults.push(...exact.problems);
    return exact.ok ? [exact.value] : [];
  });
  if (parsed.length === entries.length && !sharesSumToOne(parsed))
    faults.push(problem('shares_not_one', path, { sum: sumShares(parsed) }));
  return faults.length > 0 ? fail(...faults) : ok(Object.fromEntries(shares));
}
