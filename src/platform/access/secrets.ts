import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits for a cookie, in base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a secret: enough to know it again, of no use to who reads it. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
