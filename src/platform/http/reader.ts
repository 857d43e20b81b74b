import type { FastifyRequest } from 'fastify';
import { isLanguage, type Language } from '#kernel/languages.ts';
import type { Config } from '#platform/config.ts';
import { type Theme, themes } from '#platform/page/top-bar.tsx';

/**
 * The language of the address, else the one asked for with `?language=`, else the last one chosen, else the browser's
 * first that we have, else English.
 */
export function languageOf(request: FastifyRequest): Language {
  const [path = '', query] = request.url.split('?', 2);
  const first = path.split('/', 2)[1] ?? '';
  const asked = new URLSearchParams(query).get('language') ?? '';
  const chosen = lastPlaceOf(request).language ?? '';
  const candidates = [first, asked, chosen, ...acceptedLanguages(request.headers['accept-language'] ?? '')];
  return candidates.find(isLanguage) ?? 'en';
}

/** Primary subtags of Accept-Language, the most wanted first (RFC 9110, section 12.5.4). */
export function acceptedLanguages(header: string): readonly string[] {
  return header
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return { language: tag.split('-', 1)[0] ?? '', weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ language }) => language);
}

/** Cookie with the language and the register seen last: `nl/benelux`. */
export const placeCookie = 'place';

export function lastPlaceOf(request: FastifyRequest): {
  readonly language?: string;
  readonly register?: string;
} {
  const [language, register] = (request.cookies[placeCookie] ?? '').split('/', 2);
  return { ...(language === undefined ? {} : { language }), ...(register === undefined ? {} : { register }) };
}

export const themeCookie = 'theme';

export function themeOf(request: FastifyRequest): Theme {
  return themes.find((theme) => theme === request.cookies[themeCookie]) ?? 'system';
}

/** Where readers reach this node, without a path. */
export function baseUrlOf({ baseUrl, port }: Config): string {
  return baseUrl ?? `http://localhost:${port}`;
}

/** Only a browser on the node's own machine may do without TLS. */
export function isSecure(config: Config): boolean {
  const { protocol, hostname } = new URL(baseUrlOf(config));
  return !(protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
}

/** A preference that no secret hangs on, kept for a year. */
export function preferenceCookie(config: Config) {
  return {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(config),
    maxAge: 365 * 24 * 60 * 60,
  } as const;
}

/** `path` when it is an address on this node, else null: nobody is sent elsewhere by a link of ours. */
export function localPath(path: string): string | null {
  // No second slash, backslash or control character: browsers read `/\host` and `/\t/host` as another host.
  return /^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/.test(path) ? path : null;
}
