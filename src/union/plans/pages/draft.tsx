import { formatDate, type PartialDate } from '#kernel/dates.ts';
import { listOffers, type Offer } from '#platform/actions/offers.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { PageContext } from '#platform/module.ts';
import { EmptyState, Section, StatusMark, Timeline } from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import type { StoredRecord } from '#platform/records/records.ts';
import type { listTransitions } from '#platform/records/transitions.ts';
import { Named, type Names } from '../../names.tsx';
import { planTones } from '../../text/tones.ts';
import { wordFor } from '../../text/words/words.ts';
import { type AdviceOutcome, consultations, type PlanState, planItems } from '../model.ts';
import { planTexts } from '../text/texts.ts';

/** What the pages of a year's plan and of a programme show alike: who was heard on the draft, and the way that it went. */

type Answers = ReadonlyMap<string, readonly Offer[]>;

/** The ways to say what became of each point, for whoever may. */
export async function listAnswers(
  tx: Transaction,
  context: PageContext,
  told: readonly StoredRecord[],
): Promise<Answers> {
  const answers = new Map<string, readonly Offer[]>();
  for (const { id } of told) answers.set(id, await listOffers(tx, context, consultations.name, id, 'row'));
  return answers;
}

export function Way({
  steps,
  context,
}: {
  steps: Awaited<ReturnType<typeof listTransitions>>;
  context: PageContext;
}) {
  return (
    <Timeline
      moments={steps
        .filter(({ withdrawn }) => !withdrawn)
        .map(({ to, effectiveOn, details }) => ({
          when: formatDate(effectiveOn, context.language),
          what: wordFor(to, context.language),
          detail: [details.note, details.reason].filter((one) => typeof one === 'string').join(' '),
          tone: planTones[to as PlanState] ?? ('none' as const),
        }))}
    />
  );
}

/** Who was heard, what they said, what was taken over and what not, and why (§6.2.1, §7.2.1). */
export function Consultation({
  told,
  answers,
  names,
  context,
}: {
  told: readonly StoredRecord[];
  answers: Answers;
  names: Names;
  context: PageContext;
}) {
  const { page: words, outcomes } = planTexts(context.language);
  const tones = { taken_over: 'good', partly: 'part', not_taken_over: 'none' } as const;
  return (
    <Section title={words.consultation} id="consultation">
      {told.length === 0 ? (
        <EmptyState why={words.consultationNone} who={words.consultationNoneWho} />
      ) : (
        <DataTable<StoredRecord>
          caption={words.consultation}
          rows={told}
          columns={[
            {
              title: words.consulted,
              cell: ({ body }) => <Named id={String(body.consulted)} names={names} context={context} />,
            },
            {
              title: words.held,
              cell: ({ body }) =>
                typeof body.held === 'string' ? formatDate(body.held as PartialDate, context.language) : null,
            },
            {
              title: words.point,
              cell: ({ body }) => (typeof body.point === 'string' ? body.point : words.pointNone),
            },
            {
              title: words.outcome,
              cell: ({ id, body }) => {
                const outcome = body.outcome as AdviceOutcome | undefined;
                const [way] = answers.get(id) ?? [];
                return (
                  <>
                    {outcome !== undefined && outcome !== null ? (
                      <StatusMark tone={tones[outcome]} text={outcomes[outcome]} />
                    ) : typeof body.point === 'string' ? (
                      words.answerOpen
                    ) : null}
                    {typeof body.reason === 'string' && <small>{body.reason}</small>}
                    {typeof body.item === 'string' && (
                      <small>
                        <Named id={body.item} names={names} context={context} kinds={[planItems]} />
                      </small>
                    )}
                    {way !== undefined && (
                      <small>
                        <a href={way.href}>{words.answer}</a>
                      </small>
                    )}
                  </>
                );
              },
            },
          ]}
        />
      )}
    </Section>
  );
}
