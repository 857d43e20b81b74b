import { type EvidenceTexts, en } from './en.ts';

export const fr: EvidenceTexts = en;
