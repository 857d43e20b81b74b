import { figureText } from '#evidence';
import { formatDate, lastDay, type PartialDate } from '#kernel/dates.ts';
import type { Language } from '#kernel/languages.ts';
import { type LocalizedText, localize } from '#kernel/localized-text.ts';
import type { MissingReason, ObservationValue } from '#kernel/observation-value.ts';
import type { Cell, Phrase } from '#platform/document/content.ts';
import type { StateAt } from '#platform/records/transitions.ts';
import { texts } from '#platform/text/texts.ts';
import { actors, type Name } from '../../bodies/store.ts';
import type { Cell as BoardCell } from '../../law/store.ts';
import { type ReportTexts, reportTexts } from '../../text/report/report-texts.ts';
import { type UnionTexts, unionTexts } from '../../text/texts.ts';
import { groupTones, lawTones } from '../../text/tones.ts';
import type { ReportRows } from '../model.ts';

/** What every section is written with. */
export type Pen = {
  readonly rows: ReportRows;
  readonly language: Language;
  readonly words: ReportTexts;
  readonly union: UnionTexts;
};

export function penFor(rows: ReportRows, language: Language): Pen {
  return { rows, language, words: reportTexts(language), union: unionTexts(language) };
}

/** Words of the source itself, which its record gives in English unless it says otherwise. */
export const ofSource = (text: string): Phrase => ({ text, language: 'en' });

export const nothing: Cell = { text: '' };

export function titlePhrase(title: LocalizedText, { language }: Pen, path?: string): Phrase {
  const found = localize(title, language, ['en']);
  return {
    text: found.text,
    ...(found.language === language ? {} : { language: found.language }),
    ...(path === undefined ? {} : { path }),
  };
}

/** A title, and below it the English one where that is another: original terms are often bare. */
export function titleCell(title: LocalizedText, pen: Pen, path?: string): Cell {
  const phrase = titlePhrase(title, pen, path);
  const english = title.texts.en;
  return english === undefined || english === phrase.text
    ? phrase
    : { ...phrase, details: [{ text: english, language: 'en' }] };
}

/** What an id stands for; the id itself where the register does not know it. */
export function nameCell(id: string, pen: Pen, kinds: readonly { readonly name: string }[] = actors): Phrase {
  const name = kinds
    .map((kind): Name | undefined => pen.rows.names.get(`${kind.name}/${id}`))
    .find((found) => found !== undefined);
  return name === undefined ? { text: id } : titlePhrase(name.title, pen, name.path);
}

export function sourceCell(sections: readonly string[], { language, words }: Pen): Cell {
  return {
    text:
      sections.length === 0
        ? words.noSource
        : texts(language).sources.sections(sections.map((one) => one.replace(/^§\s*/, '')).join(', ')),
  };
}

export function missingCell(reason: MissingReason, pen: Pen, note: string | null = null): Cell {
  return {
    text: texts(pen.language).missing[reason],
    missing: reason,
    ...(note === null ? {} : { details: [ofSource(note)] }),
  };
}

export function figureCell(value: ObservationValue, unit: string | null, pen: Pen): Cell {
  if (value.kind === 'missing') return missingCell(value.reason, pen, value.note);
  const text = figureText(value, unit, pen.language);
  if (value.kind === 'value') return { text, value: value.value };
  return value.kind === 'text' ? { text, language: 'en' } : { text };
}

export function numberCell(value: number, { language }: Pen): Cell {
  return { text: figureText({ kind: 'value', value }, null, language), value };
}

export function dateText(date: PartialDate, { language }: Pen): string {
  return formatDate(date, language);
}

/** The last day of a period: what a year ends on is a day. */
export function endText(date: PartialDate, { language }: Pen): string {
  return formatDate(lastDay(date), language);
}

/** The state of a group, since when, and where it is unknown the next that is known. */
export function stateCell(state: StateAt, pen: Pen): Cell {
  const { union } = pen;
  const name = (code: string) => union.groupStates[code as keyof UnionTexts['groupStates']] ?? code;
  if ('why' in state)
    return {
      text: name('unknown'),
      tone: 'none',
      ...(state.next === null
        ? {}
        : { details: [{ text: union.nextKnown(name(state.next.state), state.next.on) }] }),
    };
  return {
    text: name(state.state),
    tone: groupTones[state.state] ?? 'none',
    ...(state.since === null
      ? {}
      : { details: [{ text: state.observed ? union.seenOn(state.since) : union.since(state.since) }] }),
  };
}

/** What a state's law says of an instrument; what is done in practice stands below, where anything is known of it. */
export function lawCell(cell: BoardCell, { union, words }: Pen): Cell {
  const practice =
    cell.inPractice === 'unknown'
      ? []
      : [{ text: `${words.implementation.inPractice}: ${union.practiceStatuses[cell.inPractice]}` }];
  return { text: union.lawStatuses[cell.inLaw], tone: lawTones[cell.inLaw], details: practice };
}
