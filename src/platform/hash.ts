import { hash } from 'node:crypto';
import { canonicalJson } from '#kernel/canonical-json.ts';

/** SHA-256 in hexadecimal over the canonical JSON (RFC 8785) of a value. */
export function hashOf(value: unknown): string {
  return hash('sha256', canonicalJson(value));
}
