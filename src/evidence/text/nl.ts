import { type EvidenceTexts, en } from './en.ts';

export const nl: EvidenceTexts = en;
