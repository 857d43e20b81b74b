import type { Language } from '#kernel/languages.ts';
import type { KernelProblemCode } from '#kernel/problems.ts';
import type { Problem } from '#kernel/result.ts';
import type { configProblems } from '#platform/config.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

/** `date_invalid` stands with the texts of `union`, whose files it is mostly about. */
type Code = Exclude<KernelProblemCode, 'date_invalid'> | keyof typeof configProblems | 'journal_differs';

/** Problems of the kernel, of the settings and of the journal, as sentences: their owners below have no catalogue. */
export type AppTexts = Readonly<Record<Code, (params: Problem['params']) => string>>;

export const appTexts: Readonly<Record<Language, AppTexts>> = { nl, fr, de, en };
