import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';

/** A file that every page needs, read once at start. Its name holds a hash of its bytes, so that it may be kept for ever. */
export type Asset = {
  readonly path: string;
  readonly type: string;
  readonly body: Uint8Array;
  readonly immutable: true;
};

const fontPackage = '@fontsource-variable/source-sans-3';
const styles = [
  'tokens',
  'base',
  'shell',
  'components',
  'list',
  'chart',
  'map',
  'flows',
  'market',
  'prose',
  'document',
  'print',
];

const fonts = {
  'latin.woff2': asset('latin.woff2', 'font/woff2', readFont('latin')),
  'latin-ext.woff2': asset('latin-ext.woff2', 'font/woff2', readFont('latin-ext')),
};

const assets = {
  ...fonts,
  'style.css': asset('style.css', 'text/css; charset=utf-8', readStyle()),
  'client.js': asset('client.js', 'text/javascript; charset=utf-8', readScript()),
  'mark.svg': asset('mark.svg', 'image/svg+xml', readOwn('style/mark.svg')),
};

export type AssetName = keyof typeof assets;

export function assetHref(name: AssetName): string {
  return assets[name].path;
}

/** What the server hands out, each at its own path below `/assets/`. */
export function listAssets(): readonly Asset[] {
  return Object.values(assets);
}

function asset(name: string, type: string, body: Uint8Array | string): Asset {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  return { path: `/assets/${name.replace('.', `.${hash}.`)}`, type, body: bytes, immutable: true };
}

function readOwn(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}

function readFont(subset: 'latin' | 'latin-ext'): Uint8Array {
  const find = createRequire(import.meta.url);
  return readFileSync(find.resolve(`${fontPackage}/files/source-sans-3-${subset}-wght-normal.woff2`));
}

/** The style of the pages with its typefaces in it, for a file that is opened where there is no server. */
export function standaloneStyle(): string {
  return readStyle(({ type, body }) => `data:${type};base64,${Buffer.from(body).toString('base64')}`);
}

function readStyle(addressOf = ({ path }: Asset): string => path): string {
  const style = styles.map((name) => readOwn(`style/${name}.css`)).join('\n');
  return Object.entries(fonts).reduce(
    (text, [name, font]) => text.replace(`url("${name}")`, `url("${addressOf(font)}")`),
    style,
  );
}

function readScript(): string {
  return stripTypeScriptTypes(readOwn('client.ts'));
}
