import { formatDate, type PartialDate } from '#kernel/dates.ts';
import { type Language, localeOf } from '#kernel/languages.ts';
import { StatusMark, type Tone } from '#platform/page/components.tsx';
import { useLanguage } from '#platform/page/page-language.ts';
import type { TranslationState, Version } from '../model.ts';
import { currentVersions } from '../rules/versions.ts';
import { documentTexts } from '../text/texts.ts';

const tones: Readonly<Record<TranslationState, Tone>> = {
  original: 'good',
  translation_official: 'good',
  translation_working: 'part',
  machine: 'part',
};

export function TranslationMark({ state }: { state: TranslationState }) {
  return <StatusMark tone={tones[state]} text={documentTexts(useLanguage()).states[state]} />;
}

/** `12 kB`: as people count, in thousands. */
export function sizeText(size: number, language: Language): string {
  const [value, unit] = size < 1_000_000 ? [size / 1_000, 'kilobyte'] : [size / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(localeOf(language), {
    style: 'unit',
    unit,
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}

/** What became of a version: it stands, another took its place, or it was withdrawn, with the reason. */
export function fateOf(version: Version, all: readonly Version[], language: Language) {
  const { page: words } = documentTexts(language);
  const { withdrawn, number } = version;
  if (withdrawn != null)
    return {
      tone: 'bad' as const,
      text: words.withdrawnOn(formatDate(withdrawn.on as PartialDate, language)),
      detail: withdrawn.reason,
    };
  if (currentVersions(all).includes(version))
    return { tone: 'good' as const, text: words.stands, detail: null };
  const by = all.find((one) => one.withdrawn == null && one.supersedes === number);
  return { tone: 'none' as const, text: words.supersededBy(by?.number ?? number), detail: null };
}
