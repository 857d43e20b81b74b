import { type EvidenceTexts, en } from './en.ts';

export const de: EvidenceTexts = en;
