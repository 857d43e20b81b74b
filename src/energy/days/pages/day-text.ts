import { formatDate, type PartialDate, parsePartialDate } from '#kernel/dates.ts';
import type { Language } from '#kernel/languages.ts';

/** A day as readers of a language write it; a typical day by its name. */
export const dayText = (day: string, language: Language): string =>
  parsePartialDate(day).ok ? formatDate(day as PartialDate, language) : day;
