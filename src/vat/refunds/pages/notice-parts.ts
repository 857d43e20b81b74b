import { formatDate } from '#kernel/dates.ts';
import type { DocumentContent, DocumentSection, Fact } from '#platform/document/content.ts';
import type { PageContext } from '#platform/module.ts';
import { plainName } from '#union';
import { claims, nameOfNotice } from '../kinds.ts';
import type { Instruction } from '../rules/kept.ts';
import { workTexts } from '../text/work/work-texts.ts';
import type { LoadedClaim } from './claim.tsx';

/** What every notice to the taxpayer has: of which claim it is, who sends it, and what can be done against it. */

/** What of a notice was not recorded, in words; null: nothing is missing. */
export function lackOf({ authority, remedy }: Instruction, { language }: PageContext): string | null {
  const { lacks } = workTexts(language).notice;
  if (authority === null) return remedy === null ? lacks.both : lacks.authority;
  return remedy === null ? lacks.remedy : null;
}

/** Of which claim, to whom and by whom, with the name of the file. */
export function headOf(
  { found: { claim, record, kept }, names }: LoadedClaim,
  { title, about, by, instruction }: { title: string; about: string; by: string; instruction: Instruction },
  { language, register }: PageContext,
): Pick<DocumentContent, 'name' | 'language' | 'title' | 'running' | 'subtitle' | 'preface'> & {
  readonly facts: readonly Fact[];
} {
  const words = workTexts(language).notice;
  const reference = String(record.body.reference);
  const state = plainName(claim.refundState, names, language);
  const { authority } = instruction;
  const added = kept.findLast(({ event }) => event.act === 'add_remedy' && nameOfNotice(event) === about);
  return {
    name: `${register.id}-notice-${reference.replace(/[^A-Za-z0-9-]/g, '_').slice(0, 60)}-${about}`,
    ...{ language, title, running: `${title}, ${reference}` },
    subtitle: { text: words.subtitle({ state, reference }), path: claims.href(claim.id) },
    facts: [
      { label: words.to, value: { text: claim.applicant } },
      { label: words.from, value: { text: plainName(by, names, language) } },
      { label: words.authority, value: { text: authority ?? words.notRecorded } },
      ...(added === undefined
        ? []
        : [{ label: words.added, value: { text: formatDate(added.event.on, language) } }]),
    ],
    preface: register.meta.synthetic === true ? [words.madeUp] : [],
  };
}

/** What can be done against it, in the words of the party that decided: no law is added to them. */
export function remedySection({ remedy }: Instruction, { language }: PageContext): DocumentSection {
  const words = workTexts(language).notice;
  const paragraphs =
    remedy === null ? [words.noRemedy] : remedy.split(/\n+/).filter((one) => one.trim() !== '');
  return {
    ...{ id: 'remedy', title: words.remedy },
    blocks: paragraphs.map((text) => ({ kind: 'paragraph' as const, text })),
  };
}
