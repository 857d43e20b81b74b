import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { languages } from '#kernel/languages.ts';
import { listAssets } from '#platform/page/assets.ts';
import { galleryPages, renderGallery } from '#platform/page/gallery.tsx';

const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'";

/** The gallery at `/PAGE/LANGUAGE/THEME`, under the content security policy of the product's own server. */
export async function startGallery(): Promise<{ readonly url: string; close(): void }> {
  const assets = new Map(listAssets().map((asset) => [asset.path, asset]));
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const asset = assets.get(path);
    if (asset !== undefined) return response.setHeader('content-type', asset.type).end(asset.body);
    const [, name, language, theme] = path.split('/');
    const page = galleryPages.find((candidate) => candidate === name);
    if (page === undefined) return response.writeHead(404).end();
    return response
      .setHeader('content-type', 'text/html; charset=utf-8')
      .setHeader('content-security-policy', contentSecurityPolicy)
      .end(
        renderGallery(
          page,
          languages.find((known) => known === language) ?? 'en',
          theme === 'dark' ? 'dark' : 'light',
        ),
      );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => void server.close(),
  };
}
