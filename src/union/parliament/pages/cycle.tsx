import { sectionsOf } from '#evidence';
import type { PageContext } from '#platform/module.ts';
import { EmptyState, Figure, FigureRow, Section, Sources } from '#platform/page/components.tsx';
import { Lang, MissingMark } from '#platform/page/missing.tsx';
import type { RecordBody } from '#platform/records/kind.ts';
import type { StoredRecord } from '#platform/records/records.ts';
import { bodies } from '../../bodies/model.ts';
import { membersOf } from '../../bodies/rules/members.ts';
import type { Names } from '../../names.tsx';
import { StatementFields } from '../../register/pages/fields.tsx';
import { fieldName } from '../../text/fields/fields.ts';
import { unionTexts } from '../../text/texts.ts';

/** Kind of a body in the layout that is a parliament. */
export const parliamentKind = 'parliament';

const sessionFields = ['plenary_per_year', 'committee_meetings_per_year'] as const;

/** Who sits there, how often it meets and within what time it wants an answer, each with where that is written. */
export function ParliamentFigures({
  records,
  targetMonths,
  content,
  context,
}: {
  records: readonly StoredRecord[];
  targetMonths: number | null;
  /** The source's own words on the cycle, which set the target. */
  content: RecordBody | null;
  context: PageContext;
}) {
  const words = unionTexts(context.language);
  return (
    <FigureRow>
      {records.flatMap(({ id, body }) => {
        const { sum, total, parts } = membersOf(body);
        const members = (
          <Figure
            value={total ?? (parts.length === 0 ? <MissingMark reason="not_stated" /> : sum)}
            label={
              <a href={context.href(bodies.href(id))}>
                {fieldName('members', context.language)}: <Lang text={bodies.title(body)} />
              </a>
            }
            detail={
              <>
                {parts.map(({ party, count }) => `${party} ${count}`).join(', ')}{' '}
                <Sources register={context.register} sections={sectionsOf(body)} />
              </>
            }
          />
        );
        const sessions = sessionFields.flatMap((key) =>
          typeof body[key] === 'number'
            ? [
                <Figure
                  value={body[key]}
                  label={fieldName(key, context.language)}
                  detail={<Sources register={context.register} sections={sectionsOf(body)} />}
                />,
              ]
            : [],
        );
        return [members, ...sessions];
      })}
      <Figure
        value={targetMonths ?? <MissingMark reason="not_stated" />}
        label={fieldName('answer_target_months', context.language)}
        detail={
          targetMonths === null ? (
            words.parliament.targetNone
          ) : (
            <Sources register={context.register} sections={sectionsOf(content ?? {})} />
          )
        }
      />
    </FigureRow>
  );
}

/** What the source says of the way in which parliament works, as it says it. */
export function ParliamentWays({
  content,
  names,
  context,
}: {
  content: RecordBody | null;
  names: Names;
  context: PageContext;
}) {
  const words = unionTexts(context.language);
  return (
    <Section title={words.parliamentItem.cycle} id="cycle">
      {content === null ? (
        <EmptyState why={words.parliamentItem.cycleNone} who={words.whoCan.file} />
      ) : (
        <>
          <StatementFields content={content} names={names} context={context} />
          <p>
            <Sources register={context.register} sections={sectionsOf(content)} />
          </p>
        </>
      )}
    </Section>
  );
}
