import { en, type UnionTexts } from './en.ts';

export const fr: UnionTexts = en;
