const letters = /[A-Z]/g;

/**
 * Whether a text has the form of an IBAN and its two check digits are right (ISO 13616, mod 97-10 of ISO 7064). That a state gives out numbers of
 * this length is not looked at, and that somebody has the account is another question.
 */
export function isSoundIban(text: string): boolean {
  const signs = text.replaceAll(' ', '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[0-9A-Z]{11,30}$/.test(signs)) return false;
  const check = Number(signs.slice(2, 4));
  // 00, 01 and 99 leave the same rest as 97, 98 and 02, which are those that are given.
  if (check < 2 || check > 98) return false;
  const digits = `${signs.slice(4)}${signs.slice(0, 4)}`.replace(letters, (letter) =>
    String(letter.charCodeAt(0) - 55),
  );
  let rest = 0;
  for (const digit of digits) rest = (10 * rest + Number(digit)) % 97;
  return rest === 1;
}

/** The form of a BIC (ISO 9362): eight signs, or eleven with the branch. */
export const isBic = (text: string): boolean => /^[A-Z]{6}[0-9A-Z]{2}(?:[0-9A-Z]{3})?$/.test(text);
