import { en, type UnionTexts } from './en.ts';

export const de: UnionTexts = en;
