import { sectionsOf } from '#evidence';
import type { PageContext } from '#platform/module.ts';
import { EmptyState, Section, Sources } from '#platform/page/components.tsx';
import { Lang } from '#platform/page/missing.tsx';
import { type Column, DataTable } from '#platform/page/table.tsx';
import type { StoredRecord } from '#platform/records/records.ts';
import { findings, researchQuestions } from '../../programme/model.ts';
import { type EvaluationCounts, followUps } from '../rules/follow-up.ts';
import { commitmentTexts } from '../text/texts.ts';

/** Evaluations beside one another: what each recommended and what became of it. */
export function SideBySide({ rows, context }: { rows: readonly EvaluationCounts[]; context: PageContext }) {
  const { recommendations: words, followUps: called } = commitmentTexts(context.language);
  return (
    <Section title={words.beside} id="evaluations">
      <p>{words.besideNote}</p>
      <DataTable<EvaluationCounts>
        caption={words.beside}
        rows={rows}
        columns={[
          { title: words.evaluation, cell: ({ evaluation }) => evaluation },
          { title: words.recommendations, cell: (row) => row.recommendations, figure: true },
          ...followUps.map((followUp) => ({
            title: called[followUp],
            cell: (row: EvaluationCounts) => row[followUp],
            figure: true,
          })),
          { title: words.findings, cell: (row) => row.findings, figure: true },
        ]}
      />
    </Section>
  );
}

/** The questions with what each evaluation found; what answers none of them stands last. */
export function Findings(props: {
  questions: readonly StoredRecord[];
  found: readonly StoredRecord[];
  evaluations: readonly number[];
  context: PageContext;
}) {
  const { questions, found, evaluations, context } = props;
  const { recommendations: words } = commitmentTexts(context.language);
  const asked = new Set(questions.map(({ id }) => id));
  const isOf = ({ body }: StoredRecord, question: string | null) =>
    question === null ? !asked.has(String(body.question)) : body.question === question;
  const rows: readonly (StoredRecord | null)[] = [
    ...questions,
    ...(found.some((one) => isOf(one, null)) ? [null] : []),
  ];
  const columns: readonly Column<StoredRecord | null>[] = [
    {
      title: words.question,
      cell: (row) => (row === null ? words.noQuestion : <Lang text={researchQuestions.title(row.body)} />),
    },
    ...evaluations.map((evaluation) => ({
      title: String(evaluation),
      cell: (row: StoredRecord | null) => {
        const own = found.filter((one) => one.body.evaluation === evaluation && isOf(one, row?.id ?? null));
        if (own.length === 0) return <span class="missing">{words.noFinding}</span>;
        return (
          <ul class="plain">
            {own.map(({ id, body }) => (
              <li>
                <a href={context.href(findings.href(id))}>
                  <Lang text={findings.title(body)} />
                </a>{' '}
                <Sources register={context.register} sections={sectionsOf(body)} />
              </li>
            ))}
          </ul>
        );
      },
    })),
  ];
  return (
    <Section title={words.findings} id="findings">
      {found.length === 0 ? (
        <EmptyState why={words.findingsNone} what={words.findingsWhat} who={words.findingsWho} />
      ) : (
        <DataTable<StoredRecord | null> caption={words.findings} rows={rows} columns={columns} />
      )}
    </Section>
  );
}
