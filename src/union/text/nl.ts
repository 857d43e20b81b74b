import { en, type UnionTexts } from './en.ts';

export const nl: UnionTexts = en;
