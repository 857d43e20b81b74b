type Params = Readonly<Record<string, string | number>>;

export const en = {
  done: ({ worlds, presets, file }: Params) =>
    `${worlds} worlds of ${presets} measured; the table is in ${file}.`,
  progress: ({ preset, seed, precision, recall }: Params) =>
    `${preset}, seed ${seed}: precision at 100 is ${precision}, euro-weighted recall at 1 % is ${recall}.`,
};
export type EvaluationTexts = typeof en;
