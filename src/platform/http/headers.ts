import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Config } from '#platform/config.ts';
import type { HandedFile } from '#platform/module.ts';

/** On every answer, also errors and files: what the browser may do with our pages. Nothing comes from elsewhere. */
export function securityHeaders(config: Config): Readonly<Record<string, string>> {
  const provider = config.oidc === null ? '' : ` ${new URL(config.oidc.issuer).origin}`;
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      // The sign-in form is answered with a redirect to the identity provider.
      `form-action 'self'${provider}`,
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    ...(config.production ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}

/**
 * Whether a request that changes something comes from a page of this node: browsers say so in Sec-Fetch-Site, older
 * ones in Origin, and no page elsewhere can set either. A request that says neither is refused.
 */
export function comesFromHere(request: FastifyRequest, config: Config): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const here =
    config.baseUrl === null ? `${request.protocol}://${request.host}` : new URL(config.baseUrl).origin;
  return request.headers.origin === here;
}

/** Weak, because what lies between may compress the answer. */
export function entityTag(body: string | Uint8Array): string {
  return `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}

/**
 * For a file that somebody brought: kept and not shown, taken for nothing but what we say, without script, forms or an origin if
 * a browser shows it all the same, and left in no cache, because the next time it may no longer be handed out.
 */
export function attachmentHeaders({ name, type }: HandedFile): Readonly<Record<string, string>> {
  // RFC 6266: a name of plain letters for all, and the whole one for those who read RFC 8187.
  const plain = name.normalize('NFKD').replaceAll(/[^\x20-\x7e]|["\\%]/g, '');
  const whole = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return {
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${whole}`,
    'content-type': type,
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-store',
  };
}
