import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { assetHref, listAssets } from './assets.ts';

const assetAt = (path: string) => listAssets().find((asset) => asset.path === path);
const textAt = (path: string) => Buffer.from(assetAt(path)?.body ?? []).toString('utf8');

test('each asset carries the hash of its bytes in its name, so that it can be kept for ever', () => {
  expect(listAssets().length).toBe(5);
  for (const { path, body } of listAssets()) {
    const hash = createHash('sha256').update(body).digest('hex').slice(0, 16);
    expect(path).toMatch(new RegExp(`^/assets/[a-z-]+\\.${hash}\\.[a-z0-9]+$`));
  }
});

test('the style sheet asks for nothing but our own fonts', () => {
  const addresses = [...textAt(assetHref('style.css')).matchAll(/url\("?([^")]+)"?\)/g)].map(
    (match) => match[1] ?? '',
  );
  expect(addresses.sort()).toEqual([assetHref('latin-ext.woff2'), assetHref('latin.woff2')].sort());
  expect(textAt(assetHref('style.css'))).not.toContain('@import');
});

test('fonts are woff2', () => {
  for (const name of ['latin.woff2', 'latin-ext.woff2'] as const) {
    expect(
      Buffer.from(assetAt(assetHref(name))?.body ?? [])
        .subarray(0, 4)
        .toString('latin1'),
    ).toBe('wOF2');
  }
});

test('the script is plain JavaScript of at most 5 kB gzip', () => {
  const script = textAt(assetHref('client.js'));
  expect(() => new Function(script)).not.toThrow();
  expect(script).not.toMatch(/querySelector</);
  expect(gzipSync(script).length).toBeLessThanOrEqual(5_000);
});
