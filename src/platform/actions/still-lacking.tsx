import type { PageContext } from '#platform/module.ts';
import { Verdict } from '#platform/page/components.tsx';
import { SaidText } from '#platform/page/missing.tsx';
import { texts } from '#platform/text/texts.ts';
import type { NextStep } from './lacking.ts';

/** What each step that is open still lacks, and the ways to it; nothing where no open step can lack anything. */
export function StillLacking({ steps, context }: { steps: readonly NextStep[]; context: PageContext }) {
  const words = texts(context.language).actions;
  return (
    <>
      {steps.map(({ title, lacks }) =>
        lacks.length === 0 ? (
          <Verdict tone="good" title={words.lackingNone(title)} />
        ) : (
          <Verdict tone="part" title={words.lacking(title)}>
            <ul>
              {lacks.map(({ text, form, records }) => (
                <li>
                  {text}
                  {form !== null && (
                    <>
                      {' '}
                      <a href={form.href}>{form.title}</a>
                    </>
                  )}
                  {records.map((record, index) => (
                    <>
                      {index === 0 ? ' ' : ', '}
                      <a href={record.href}>
                        <SaidText said={record.title} />
                      </a>
                    </>
                  ))}
                </li>
              ))}
            </ul>
          </Verdict>
        ),
      )}
    </>
  );
}
