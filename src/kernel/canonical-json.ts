import canonicalize from 'canonicalize';

/**
 * The canonical text of a JSON value (RFC 8785): the same for every order of keys, so that it can be hashed and signed.
 * Throws on what JSON cannot hold (undefined as the whole value, NaN, infinities, bigint, lone surrogates, cycles).
 * As in JSON.stringify, a key whose value is undefined is left out; a Map or Set is `{}`, so turn it into an object first.
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError(`JSON cannot hold a value of type ${typeof value}`);
  return text;
}
