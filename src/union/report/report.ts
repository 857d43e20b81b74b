import { lastDay } from '#kernel/dates.ts';
import type { Language } from '#kernel/languages.ts';
import {
  type Block,
  type DocumentContent,
  type Fact,
  mostRows,
  type Phrase,
} from '#platform/document/content.ts';
import { hashOf } from '#platform/hash.ts';
import { register } from '../register/model.ts';
import type { ReportRows } from './model.ts';
import { budgetSection } from './sections/budget.ts';
import { dateText, endText, ofSource, type Pen, penFor, titlePhrase } from './sections/cells.ts';
import { contradictionsSection } from './sections/contradictions.ts';
import { coverageSection } from './sections/coverage.ts';
import { groupsSection } from './sections/groups.ts';
import { implementationSection } from './sections/implementation.ts';
import { parliamentSection } from './sections/parliament.ts';
import { planSections } from './sections/plan.ts';
import { resultsSection } from './sections/results.ts';
import { unrealisedSection } from './sections/unrealised.ts';
import { yearSection } from './sections/year.ts';

/**
 * The annual report of a year, in one language: pure, so that the same rows give the same report, and the same report the
 * same bytes in every format. It bears the date of what it is known from and never the day on which it is printed.
 */
export function buildReport(rows: ReportRows, language: Language): DocumentContent {
  const pen = penFor(rows, language);
  const { words } = pen;
  const title = titlePhrase(register.title(rows.register.meta), pen);
  const sections = [
    resultsSection(pen),
    ...planSections(pen),
    unrealisedSection(pen),
    groupsSection(pen),
    implementationSection(pen),
    parliamentSection(pen),
    budgetSection(pen),
    yearSection(pen),
    contradictionsSection(pen),
    coverageSection(pen),
  ].map((section) => ({ ...section, blocks: section.blocks.flatMap((block) => bounded(block, pen)) }));
  return {
    name: `${rows.register.id}-report-${rows.year}-${language}`,
    language,
    title: words.title(rows.year),
    subtitle: title,
    running: title.text,
    date: lastDay(rows.knowledge),
    facts: [...factsOf(pen, title), { label: words.facts.fingerprint, value: { text: hashOf(sections) } }],
    preface: prefaceOf(pen),
    sections,
  };
}

/** How to read the report, and which days it speaks of. */
function prefaceOf(pen: Pen): readonly string[] {
  const { rows, words } = pen;
  const { closing, later } = rows.period;
  const end = endText(closing, pen);
  return [
    words.preface,
    ...(closing === rows.year ? [] : [words.runningPreface(rows.year, end)]),
    ...(later === null ? [] : [words.laterPreface(end, dateText(later, pen))]),
  ];
}

function factsOf(pen: Pen, title: Phrase): readonly Fact[] {
  const { rows, words } = pen;
  const { meta } = rows.register;
  const said = (key: 'derived_from' | 'perspective'): readonly Fact[] => {
    const text = meta[key];
    return typeof text === 'string' ? [{ label: words.facts[key], value: ofSource(text) }] : [];
  };
  return [
    { label: words.facts.register, value: { ...title, details: [{ text: rows.register.id }] } },
    { label: words.facts.year, value: { text: rows.year, value: Number(rows.year) } },
    { label: words.facts.closing, value: { text: endText(rows.period.closing, pen) } },
    ...(rows.period.later === null
      ? []
      : [{ label: words.facts.asOf, value: { text: dateText(rows.period.later, pen) } }]),
    { label: words.facts.knowledge, value: { text: dateText(rows.knowledge, pen) } },
    ...said('derived_from'),
    ...said('perspective'),
    ...(meta.synthetic === true
      ? [{ label: words.facts.notice, value: { text: words.facts.synthetic, tone: 'part' as const } }]
      : []),
  ];
}

/** A table that would fill a book is cut, and says so: the register's own lists are there for searching. */
function bounded(block: Block, { words }: Pen): readonly Block[] {
  if (block.kind !== 'table' || block.rows.length <= mostRows) return [block];
  return [
    { ...block, rows: block.rows.slice(0, mostRows) },
    { kind: 'paragraph', text: words.cut(mostRows, block.rows.length) },
  ];
}
