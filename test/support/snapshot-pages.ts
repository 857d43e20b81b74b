import { type Language, languages } from '#kernel/languages.ts';

/** Twelve pages that between them use every part of the product, below the register. None shows an id or a time that chance made. */
const paths = {
  overview: '',
  find: '/find?q=fiscale',
  groups: '/groups',
  group: '/groups/fisc-strat',
  law: '/law',
  instrument: '/law/eow-paper',
  evidence: '/evidence',
  series: '/evidence/working_groups_total?from=2013&to=2018',
  about: '/about',
  programme: '/programme',
  parliament: '/parliament',
  brief: '/brief?party=NL',
};

export type SnapshotPage = { readonly name: string; readonly language: Language; readonly address: string };

/** Each in the next language. */
export const snapshotPages: readonly SnapshotPage[] = Object.entries(paths).map(([name, path], index) => {
  const language = languages[index % languages.length] ?? 'en';
  return { name, language, address: `/${language}/benelux${path}` };
});

/** What they are looked at on; `print` is a sheet of A4 at 96 dpi. The height is where a picture ends. */
export const surfaces = {
  desktop: { media: 'screen', width: 1280, height: 900 },
  phone: { media: 'screen', width: 360, height: 1100 },
  print: { media: 'print', width: 794, height: 1123 },
} as const;
