import type { Language } from '#kernel/languages.ts';
import type { FileUse } from '#platform/files/stored-files.ts';
import type { MediaType, Version } from '../model.ts';

/**
 * Versions that stand: not withdrawn, and not superseded by one that stands. A withdrawn correction leaves the text as it
 * was before.
 */
export function currentVersions(versions: readonly Version[]): readonly Version[] {
  const standing = versions.filter((version) => version.withdrawn == null);
  const superseded = new Set(standing.map(({ supersedes }) => supersedes));
  return standing.filter(({ number }) => !superseded.has(number));
}

export function currentIn(versions: readonly Version[], language: Language): Version | undefined {
  return currentVersions(versions).find((version) => version.language === language);
}

/**
 * By which files a document is found, and from when until when they were what it said. What is withdrawn finds nothing, in
 * no time.
 */
export function usesOf(versions: readonly Version[]): readonly FileUse[] {
  const standing = versions.filter((version) => version.withdrawn == null);
  return standing
    .filter(({ text }) => text !== 'none')
    .map(({ number, hash, language, added }) => ({
      version: number,
      hash,
      language,
      knownFrom: added as FileUse['knownFrom'],
      knownUntil: (standing.find(({ supersedes }) => supersedes === number)?.added ??
        null) as FileUse['knownUntil'],
    }));
}

const longestName = 120;

/** A file's name as people brought it, without what would be a folder, a hidden file or a trick of the eye. */
export function nameOf(given: string | undefined, fallback: string): string {
  const last = (given ?? '').normalize('NFC').toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const name = last
    // Control signs, and those that turn the direction of writing: `cod.exe` can be made to read `exe.doc`.
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"|?*]/gu, '')
    .replace(/^[.\s]+/, '')
    .trim()
    .slice(0, longestName)
    .trim()
    .toWellFormed();
  return name === '' ? fallback : name;
}

/**
 * What a file ends in when it is handed out. HTML leaves as text: its bytes are what the hash says, so nothing can be taken
 * out of it, and a page from who knows where would run on the reader's own machine.
 */
const endings: Readonly<Record<MediaType, string>> = {
  'application/pdf': '.pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'text/html': '.txt',
  'text/plain': '.txt',
};

/** The name under which a version is handed out: as it was brought, and ending in what it is. */
export function handedName({ name, media_type: type }: Pick<Version, 'name' | 'media_type'>): string {
  const ending = endings[type];
  return name.toLowerCase().endsWith(ending) ? name : `${name}${ending}`;
}
