import { readFileSync } from 'node:fs';

/** Colours of the pages in their light theme, by token, for what is drawn outside a style sheet: `ink`, `good-ink`. */
export const lightColours: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...readFileSync(new URL('style/tokens.css', import.meta.url), 'utf8').matchAll(
      /--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), /g,
    ),
  ].map(([, name, light]) => [name, light]),
);
