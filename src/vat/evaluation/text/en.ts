type Params = Readonly<Record<string, string | number>>;

export const en = {
  done: ({ worlds, presets, file }: Params) =>
    `${worlds} worlds of ${presets} measured; the table is in ${file}.`,
  progress: ({ preset, seed, precision, recall }: Params) =>
    `${preset}, seed ${seed}: precision at 100 is ${precision}, euro-weighted recall at 1 % is ${recall}.`,
  learning: ({ seed }: Params) => `learning from the made-up world ${seed}`,
  learned: ({ file, model }: Params) =>
    `${file}: learned from made-up worlds, not for decisions; model ${model}`,
};
export type EvaluationTexts = typeof en;
