import type { PageContext } from '#platform/module.ts';
import { Tabs } from '#platform/page/components.tsx';
import { assessmentTexts } from '../../assessments/text/texts.ts';
import { commitmentTexts } from '../../commitments/text/texts.ts';
import { initiativeTexts } from '../../initiatives/text/texts.ts';
import { meetingTexts } from '../../meetings/text/texts.ts';
import { planTexts } from '../../plans/text/texts.ts';
import { reportTexts } from '../../text/report/report-texts.ts';
import { unionTexts } from '../../text/texts.ts';

const parts = [
  'programme',
  'plans',
  'initiatives',
  'assessments',
  'commitments',
  'groups',
  'meetings',
  'bodies',
  'contacts',
  'budget',
  'report',
] as const;
type ProgrammePart = (typeof parts)[number];

/** The way between the pages of the programme: what is planned, by whom, with whom and with what money. */
export function ProgrammeTabs({ current, context }: { current: ProgrammePart; context: PageContext }) {
  const words = {
    ...unionTexts(context.language).programmeParts,
    report: reportTexts(context.language).list,
    plans: planTexts(context.language).page.title,
    initiatives: initiativeTexts(context.language).page.title,
    commitments: commitmentTexts(context.language).page.title,
    assessments: assessmentTexts(context.language).page.title,
    meetings: meetingTexts(context.language).page.title,
  };
  return (
    <Tabs
      label={words.label}
      items={parts.map((part) => ({
        text: words[part],
        href: context.href(`/${part}`),
        current: part === current,
      }))}
    />
  );
}
