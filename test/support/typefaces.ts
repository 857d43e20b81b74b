import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const spare = readFileSync(
  createRequire(import.meta.url).resolve(
    '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  ),
).toString('base64');

/**
 * Gives the page Source Sans itself, after which the style looks when the product's cut of it lacks a sign, and draws
 * commands with it too: whatever else the style falls back to depends on the machine.
 */
export async function bringSpareFace(page: Page): Promise<void> {
  await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    document.fonts.add(await new FontFace('Source Sans 3', bytes).load());
    const style = new CSSStyleSheet();
    style.replaceSync('code, pre { font-family: "Source Sans 3" }');
    document.adoptedStyleSheets.push(style);
  }, spare);
}

/** Text of one element and of its children, as deep as Chromium looks, and the glyphs that one face drew of it. */
export type Drawn = {
  readonly text: string;
  readonly glyphs: number;
  readonly face: string;
  /** Whether the page brought the face; else it is the machine's. */
  readonly brought: boolean;
};

/** Which face Chromium drew which text with. */
export async function readTypefaces(page: Page): Promise<readonly Drawn[]> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('DOM.enable');
  await devtools.send('CSS.enable');
  const { nodes } = await devtools.send('DOM.getFlattenedDocument', { depth: -1, pierce: false });
  const texts = new Map<number, string>();
  const parentOf = new Map(nodes.map(({ nodeId, parentId }) => [nodeId, parentId]));
  const written = nodes.filter(({ nodeName, nodeValue }) => nodeName === '#text' && nodeValue.trim() !== '');
  const add = (element: number | undefined, text: string) => {
    if (element !== undefined) texts.set(element, `${texts.get(element) ?? ''}${text}`);
  };
  for (const { nodeValue, parentId } of written) add(parentId, nodeValue);
  const withText = new Set(texts.keys());
  for (const { nodeValue, parentId } of written) {
    const above = parentOf.get(parentId ?? 0);
    if (above !== undefined && withText.has(above)) add(above, nodeValue);
  }
  const drawn = await Promise.all(
    [...texts].map(async ([nodeId, text]) => {
      const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId });
      return fonts.map(({ glyphCount, postScriptName, isCustomFont }) => {
        return { text, glyphs: glyphCount, face: postScriptName, brought: isCustomFont };
      });
    }),
  );
  await devtools.detach();
  return drawn.flat();
}
