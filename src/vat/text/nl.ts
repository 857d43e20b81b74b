import type { VatTexts } from './en.ts';

export const nl: VatTexts = {
  cycles: {
    line: ({ length, count }) => `van ${length} verkopen: ${count}`,
    truncated: ({ count }) =>
      `Niet alle: bij ${count} eerste verkopen hield het zoeken op bij zijn grens; wat het niet zag, is niet geteld.`,
    bundles: ({ count, shown }) => `${count} kringen van handelaren; de ${shown} grootste:`,
    bundle: ({ traders, count, volume, first, last }) =>
      `${traders}: ${count} kringlopen, ${volume} cent, van ${first} tot ${last}`,
  },
  graph: ({ file, vertices, edges, seed }) =>
    `${file}: ${edges} verzonnen verkopen tussen ${vertices}, van het startgetal ${seed}.`,
  problems: {
    vat_window_invalid: ({ given }) =>
      `Schrijf een venster als getal met s, m, h of d, bijvoorbeeld 30d of 6h, van minder dan 68 jaar, in plaats van ${given}.`,
    vat_margin_invalid: ({ given }) =>
      `Geef de marge als getal onder 10, bijvoorbeeld 0.15, in plaats van “${given}”.`,
    vat_number_invalid: ({ given, least, most }) =>
      `Geef een geheel getal van ${least} tot ${most} in plaats van “${given}”.`,
    vat_line_invalid: () =>
      'De regel is niet gehele getallen `src dst t`, of op elke regel `src dst t cents`, de eerste twee niet onder nul.',
    vat_lines_invalid: ({ count, told }) =>
      `${count} regels zijn niet gehele getallen \`src dst t\`, of op elke regel \`src dst t cents\`; de eerste ${told} zijn genoemd.`,
    vat_times_too_far: () =>
      'De tijden liggen meer dan 68 jaar uiteen: ze moeten in seconden zijn, niet in duizendsten daarvan.',
    vat_no_edges: () => 'Er staat geen verkoop in het bestand.',
    vat_bundle_model_differs: ({ named, given }) =>
      `De bundel noemt het model ${named}, en gegeven is ${given}.`,
    vat_bundle_score_differs: ({ written, made }) =>
      `Opnieuw gemaakt is de score ${made}, en de bundel zegt ${written}, of de redenen verschillen.`,
    vat_file_unwritable: ({ file }) => `Het bestand ${file} is niet te schrijven.`,
  },
};
