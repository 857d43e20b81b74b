import { createHmac } from 'node:crypto';
import { stateOf, type VatNumber } from '../vat-number.ts';
import { type Token, TokenText } from './model.ts';

/**
 * Under which a number becomes a token: of one instrument and epoch, and only gateways have it. Made by chance and not from another key:
 * who comes to know that of one epoch knows nothing of any other.
 */
export type TokenKey = {
  readonly instrument: string;
  readonly epoch: number;
  /** 32 bytes. */
  readonly secret: Buffer;
  /** Days of the epoch: the first, and the first that is not of it any more. */
  readonly from: string;
  readonly until: string;
};

/**
 * HMAC-SHA-256 (RFC 2104), 132 bits of it. Keyed, since numbers can be counted through: a state has no more than 10^10, and whoever hashes
 * them all without a key, or with a salt that is known, has everybody's name within a day.
 */
export function tokenOf({ secret, instrument, epoch }: TokenKey, number: VatNumber): Token {
  const made = createHmac('sha256', secret)
    .update(`tripoint vat token/1\n${instrument}\n${epoch}\n${number}`)
    .digest('base64url');
  return TokenText.parse(`${stateOf(number)}.${made.slice(0, 22)}`);
}

/** By it two gateways find out that they do not have the same key. */
export function keyIdOf({ secret, instrument, epoch }: TokenKey): string {
  return createHmac('sha256', secret)
    .update(`tripoint vat token key/1\n${instrument}\n${epoch}`)
    .digest('base64url')
    .slice(0, 11);
}

/** Tokens of many numbers, both ways. */
export type Tokens = {
  readonly of: (number: VatNumber) => Token;
  readonly numberOf: (token: Token) => VatNumber | null;
};

export function tokensOf(key: TokenKey, numbers: Iterable<VatNumber>): Tokens {
  const made = new Map<VatNumber, Token>();
  const read = new Map<Token, VatNumber>();
  for (const number of numbers) {
    const token = tokenOf(key, number);
    made.set(number, token);
    read.set(token, number);
  }
  return {
    of: (number) => made.get(number) ?? tokenOf(key, number),
    numberOf: (token) => read.get(token) ?? null,
  };
}
