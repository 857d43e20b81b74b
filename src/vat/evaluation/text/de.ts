import type { EvaluationTexts } from './en.ts';

export const de: EvaluationTexts = {
  done: ({ worlds, presets, file }) =>
    `${worlds} Welten von ${presets} gemessen; die Tabelle steht in ${file}.`,
  progress: ({ preset, seed, precision, recall }) =>
    `${preset}, Startwert ${seed}: Genauigkeit bei 100 ist ${precision}, nach Euro gewichtete Trefferquote bei 1 % ist ${recall}.`,
  learning: ({ seed }) => `lernt von der erfundenen Welt ${seed}`,
  learned: ({ file, model }) =>
    `${file}: von erfundenen Welten gelernt, nicht zum Entscheiden; Modell ${model}`,
};
