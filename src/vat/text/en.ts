type Params = Readonly<Record<string, string | number>>;

export const en = {
  cycles: {
    line: ({ length, count }: Params) => `of ${length} sales: ${count}`,
    truncated: ({ count }: Params) =>
      `Not all: from ${count} first sales the search ended at its budget, and what it had not seen is not counted.`,
    bundles: ({ count, shown }: Params) => `${count} rounds of traders; the ${shown} largest:`,
    bundle: ({ traders, count, volume, first, last }: Params) =>
      `${traders}: ${count} cycles, ${volume} cents, from ${first} to ${last}`,
  },
  graph: ({ file, vertices, edges, seed }: Params) =>
    `${file}: ${edges} made-up sales among ${vertices}, of the seed ${seed}.`,
  problems: {
    vat_window_invalid: ({ given }: Params) =>
      `Write a window as a number and s, m, h or d, such as 30d or 6h, of less than 68 years, instead of ${given}.`,
    vat_margin_invalid: ({ given }: Params) =>
      `Give the margin as a number below 10 such as 0.15 instead of “${given}”.`,
    vat_number_invalid: ({ given, least, most }: Params) =>
      `Give a whole number from ${least} to ${most} instead of “${given}”.`,
    vat_line_invalid: () =>
      'The line is not whole numbers `src dst t`, or `src dst t cents` on every line, the first two not below zero.',
    vat_lines_invalid: ({ count, told }: Params) =>
      `${count} lines are not whole numbers \`src dst t\`, or \`src dst t cents\` on every line; the first ${told} are named.`,
    vat_times_too_far: () =>
      'The times are more than 68 years apart: they must be in seconds, not in thousandths of them.',
    vat_no_edges: () => 'There is no sale in the file.',
    vat_bundle_model_differs: ({ named, given }: Params) =>
      `The bundle names the model ${named}, and the one given is ${given}.`,
    vat_bundle_score_differs: ({ written, made }: Params) =>
      `Made again the score is ${made}, and the bundle says ${written}, or its reasons differ.`,
    vat_file_unwritable: ({ file }: Params) => `The file ${file} cannot be written.`,
  },
};

export type VatTexts = typeof en;
