import type { PlainDate } from '#kernel/dates.ts';
import type { Language } from '#kernel/languages.ts';
import type { MissingReason } from '#kernel/observation-value.ts';
import type { Tone } from '#platform/page/components.tsx';

/**
 * A document as a value: what is said, in the reader's language, and nothing of how it looks. Every format is written
 * from this value alone, and the value itself is one of the formats (canonical JSON).
 */
export type DocumentContent = {
  /** Stem of the file name, without extension. */
  readonly name: string;
  readonly language: Language;
  readonly title: string;
  readonly subtitle: Phrase;
  /** Stands at the head of every page after the first. */
  readonly running: string;
  /** Date that the file itself bears: of what is said, never of the day of printing, so that bytes are equal. */
  readonly date: PlainDate;
  /** What the title page states. */
  readonly facts: readonly Fact[];
  /** How to read the document, before its sections. */
  readonly preface: readonly string[];
  readonly sections: readonly DocumentSection[];
};

export type DocumentSection = {
  /** Target of links within the document. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
};

/** Words that may be in another language than the document's, and may have a page in the register. */
export type Phrase = {
  readonly text: string;
  /** ISO 639-1; absent: the document's. */
  readonly language?: string;
  /** Path below the register of the page that shows it: `/law/eow-paper`. */
  readonly path?: string;
};

export type Cell = Phrase & {
  /** The number behind a figure, for programs. Absent where there is none; never zero for a gap. */
  readonly value?: number;
  /** Why there is no figure; the text then says it in words. */
  readonly missing?: MissingReason;
  readonly tone?: Tone;
  /** Smaller lines below. */
  readonly details?: readonly Phrase[];
};

export type Fact = { readonly label: string; readonly value: Cell };

/** What a column holds: what names the row, words, figures (at the right), a status, or where it is written. */
export type ColumnKind = 'name' | 'text' | 'figure' | 'status' | 'source';

export type DocumentColumn = { readonly title: string; readonly kind: ColumnKind };

export type ChartPoint = {
  readonly year: number;
  /** Null where the year is missing; `reason` then says why in a few words. */
  readonly value: number | null;
  readonly reason?: string;
};

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly language?: string }
  | { readonly kind: 'list'; readonly items: readonly Phrase[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | {
      readonly kind: 'table';
      /** What the table holds, for those who do not see where it stands. */
      readonly caption: string;
      readonly columns: readonly DocumentColumn[];
      readonly rows: readonly (readonly Cell[])[];
      /** A line of totals below the rows. */
      readonly total?: readonly Cell[];
    }
  | {
      readonly kind: 'chart';
      readonly title: string;
      readonly unit: string;
      readonly points: readonly ChartPoint[];
      /** All that the picture says, for those who do not see it. */
      readonly alternative: string;
    }
  | {
      readonly kind: 'note';
      readonly tone: Tone;
      readonly title: string;
      readonly paragraphs: readonly Phrase[];
    };

/** Shares of the width that columns get where the medium does not find them itself. */
export const columnWeights: Readonly<Record<ColumnKind, number>> = {
  name: 3,
  text: 2.4,
  figure: 1.4,
  status: 2,
  source: 1.3,
};

/** A table longer than this is a list to be searched and not a page to be read. */
export const mostRows = 200;
