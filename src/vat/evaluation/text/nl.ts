import type { EvaluationTexts } from './en.ts';

export const nl: EvaluationTexts = {
  done: ({ worlds, presets, file }) =>
    `${worlds} werelden van ${presets} gemeten; de tabel staat in ${file}.`,
  progress: ({ preset, seed, precision, recall }) =>
    `${preset}, startgetal ${seed}: precisie bij 100 is ${precision}, naar euro gewogen recall bij 1 % is ${recall}.`,
  learning: ({ seed }) => `leert van de verzonnen wereld ${seed}`,
  learned: ({ file, model }) =>
    `${file}: geleerd van verzonnen werelden, niet om op te beslissen; model ${model}`,
};
