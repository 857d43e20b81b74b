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

/**
 * Within a case tokens are others: what is told exactly of whom the case is about then says nothing of the tokens that everybody has, nor
 * of those of another case. Gateways that have the key of the epoch have that of each case.
 */
export function keyOfCase(key: TokenKey, reference: string): TokenKey {
  const secret = createHmac('sha256', key.secret)
    .update(`tripoint vat token key of a case/1\n${reference}`)
    .digest();
  return { ...key, secret };
}

/** Tokens of some numbers, and which of these a token is; null: of none of them. */
export type Tokens = {
  readonly of: (number: VatNumber) => Token;
  readonly numberOf: (token: Token) => VatNumber | null;
};

export function tokensOf(key: TokenKey, numbers: Iterable<VatNumber>): Tokens {
  const read = new Map([...numbers].map((number) => [tokenOf(key, number), number]));
  return { of: (number) => tokenOf(key, number), numberOf: (token) => read.get(token) ?? null };
}
