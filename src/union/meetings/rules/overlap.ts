/** Something that is being talked about: a point, a group, an instrument, a commitment. */
export type Topic = {
  readonly kind: string;
  readonly id: string;
  /** What it says, as `wordsOf` takes it apart: once, since each is held against many. */
  readonly words: ReadonlySet<string>;
  /** Ids of the records that it is about. */
  readonly about: readonly string[];
};

export type Overlap = { readonly topic: Topic; readonly because: 'same_reference' | 'same_words' };

/** Shorter words say little: articles, prepositions and abbreviations of four languages. */
const shortestWord = 5;
/** One word in common is chance; this many are a hint. */
const fewestWords = 2;

/** The words of a text that say something, as a reader would take them for the same: `Éducation` and `education`. */
export function wordsOf(text: string): ReadonlySet<string> {
  const folded = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe');
  return new Set((folded.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length >= shortestWord));
}

/**
 * What else is about the same: the same record first, then enough of the same words (§9.2.4, §10.4). A hint for who puts an
 * agenda together, not a finding.
 */
export function overlapsOf(topic: Topic, others: readonly Topic[]): readonly Overlap[] {
  const [references, words]: [Overlap[], Overlap[]] = [[], []];
  for (const other of others) {
    if (other.kind === topic.kind && other.id === topic.id) continue;
    const isSameRecord = other.about.some((id) => topic.about.includes(id));
    if (isSameRecord) references.push({ topic: other, because: 'same_reference' });
    else if ([...other.words].filter((word) => topic.words.has(word)).length >= fewestWords)
      words.push({ topic: other, because: 'same_words' });
  }
  return [...references, ...words];
}
