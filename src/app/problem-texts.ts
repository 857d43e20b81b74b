import type { Language } from '#kernel/languages.ts';
import type { Problem } from '#kernel/result.ts';
import { modules } from './modules.ts';

/** A problem as a sentence in the reader's language; a code without a text, which the contract test forbids, as itself. */
export function explain(finding: Problem, language: Language): string {
  for (const module of modules) {
    const text = module.problems[language][finding.code];
    if (text !== undefined) return text(finding.params);
  }
  return finding.code;
}
