import type { PageContext } from '#platform/module.ts';
import { texts } from '#platform/text/texts.ts';

/** What every exported table says of itself: its register, its dates, how much of it is there, and under which terms. */
export function exportNotes(
  { register, asOf, knownAt, language }: Pick<PageContext, 'register' | 'asOf' | 'knownAt' | 'language'>,
  part?: { readonly rows: number; readonly total: number },
): readonly string[] {
  const words = texts(language).exports;
  return [
    words.register(register.title),
    words.asOf(asOf, knownAt),
    ...(register.meta.synthetic === true ? [words.synthetic] : []),
    ...(part !== undefined && part.rows < part.total ? [words.part(part.rows, part.total)] : []),
    words.terms,
  ];
}
