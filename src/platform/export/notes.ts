import type { ReadContext } from '#platform/module.ts';
import { texts } from '#platform/text/texts.ts';

/** What every exported table says of itself: its register, its dates, how much of it is there, and under which terms. */
export function exportNotes(
  { register, asOf, knownAt, language }: Pick<ReadContext, 'register' | 'asOf' | 'knownAt' | 'language'>,
  part?: { readonly rows: number; readonly total: number },
): readonly string[] {
  const words = texts(language).exports;
  return [
    words.register(register.title),
    words.asOf(asOf, knownAt),
    ...syntheticNote({ register, language }),
    ...(part !== undefined && part.rows < part.total ? [words.part(part.rows, part.total)] : []),
    words.terms,
  ];
}

/** That a register is made up, where it is: on everything that leaves the node. */
export function syntheticNote({
  register,
  language,
}: Pick<ReadContext, 'register' | 'language'>): readonly string[] {
  return register.meta.synthetic === true ? [texts(language).exports.synthetic] : [];
}
