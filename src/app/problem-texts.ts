import type { Language } from '#kernel/languages.ts';
import type { Problem } from '#kernel/result.ts';
import { httpProblemTexts } from '#platform/http/problem-texts.ts';
import type { ProblemTexts } from '#platform/module.ts';
import { modules } from './modules.ts';
import { appTexts } from './text/texts.ts';

/** Every catalogue of problem texts; no code stands in two of them. */
export function problemCatalogues(language: Language): readonly ProblemTexts[] {
  return [
    ...modules.map((module) => module.problems[language]),
    httpProblemTexts[language],
    appTexts[language],
  ];
}

/** A problem as a sentence in the reader's language; a code without a text, which the contract test forbids, as itself. */
export function explain(finding: Problem, language: Language): string {
  for (const texts of problemCatalogues(language)) {
    const text = texts[finding.code];
    if (text !== undefined) return text(finding.params);
  }
  return finding.code;
}
