import type { VatTexts } from './en.ts';

export const de: VatTexts = {
  cycles: {
    line: ({ length, count }) => `aus ${length} Verkäufen: ${count}`,
    truncated: ({ count }) =>
      `Nicht alle: Bei ${count} ersten Verkäufen endete die Suche an ihrer Grenze; was sie nicht sah, ist nicht gezählt.`,
    bundles: ({ count, shown }) => `${count} Kreise von Unternehmern; die ${shown} größten:`,
    bundle: ({ traders, count, volume, first, last }) =>
      `${traders}: ${count} Kreisläufe, ${volume} Cent, von ${first} bis ${last}`,
  },
  graph: ({ file, vertices, edges, seed }) =>
    `${file}: ${edges} erfundene Verkäufe unter ${vertices}, aus dem Startwert ${seed}.`,
  problems: {
    vat_window_invalid: ({ given }) =>
      `Schreiben Sie das Fenster als Zahl mit s, m, h oder d, etwa 30d oder 6h, unter 68 Jahren, statt ${given}.`,
    vat_margin_invalid: ({ given }) =>
      `Geben Sie die Spanne als Zahl unter 10 an, etwa 0.15, statt „${given}“.`,
    vat_number_invalid: ({ given, least, most }) =>
      `Geben Sie eine ganze Zahl von ${least} bis ${most} an statt „${given}“.`,
    vat_line_invalid: () =>
      'Die Zeile besteht nicht aus ganzen Zahlen `src dst t` oder in jeder Zeile `src dst t cents`, die ersten zwei nicht unter null.',
    vat_lines_invalid: ({ count, told }) =>
      `${count} Zeilen bestehen nicht aus ganzen Zahlen \`src dst t\` oder in jeder Zeile \`src dst t cents\`; die ersten ${told} sind genannt.`,
    vat_times_too_far: () =>
      'Die Zeiten liegen mehr als 68 Jahre auseinander: Sie müssen in Sekunden sein, nicht in Tausendsteln.',
    vat_no_edges: () => 'In der Datei steht kein Verkauf.',
    vat_bundle_model_differs: ({ named, given }) =>
      `Das Bündel nennt das Modell ${named}, und gegeben ist ${given}.`,
    vat_bundle_score_differs: ({ written, made }) =>
      `Neu gebildet ist die Bewertung ${made}, und das Bündel sagt ${written}, oder die Gründe weichen ab.`,
    vat_file_unwritable: ({ file }) => `Die Datei ${file} kann nicht geschrieben werden.`,
  },
};
