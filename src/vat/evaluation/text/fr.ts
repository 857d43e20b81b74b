import type { EvaluationTexts } from './en.ts';

export const fr: EvaluationTexts = {
  done: ({ worlds, presets, file }) =>
    `${worlds} mondes de ${presets} mesurés ; le tableau est dans ${file}.`,
  progress: ({ preset, seed, precision, recall }) =>
    `${preset}, graine ${seed} : précision à 100 de ${precision}, rappel pondéré en euros à 1 % de ${recall}.`,
  learning: ({ seed }) => `apprend du monde fictif ${seed}`,
  learned: ({ file, model }) => `${file} : appris de mondes fictifs, pas pour décider ; modèle ${model}`,
};
