import type { Certainty, PartialDate } from '#kernel/dates.ts';
import { formatDate } from '#kernel/dates.ts';
import { localize } from '#kernel/localized-text.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import { listLacking } from '#platform/actions/lacking.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { listOffers } from '#platform/actions/offers.ts';
import { StillLacking } from '#platform/actions/still-lacking.tsx';
import type { Page, PageContext } from '#platform/module.ts';
import { FieldList, Section, Stack, StatusMark, type Tone, Verdict } from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import type { Kind, RecordBody } from '#platform/records/kind.ts';
import { findRecord } from '#platform/records/records.ts';
import { listStates } from '#platform/records/transitions.ts';
import { groups } from '../../bodies/model.ts';
import { actors, listMembers, loadNames } from '../../bodies/store.ts';
import { Attached, listAttached } from '../../documents/pages/attached.tsx';
import { initiatives } from '../../initiatives/model.ts';
import { Named, type Names } from '../../names.tsx';
import { criteriaSets } from '../../programme/model.ts';
import {
  type AssessmentMoment,
  type AssessmentOutcome,
  type AssessmentState,
  alternatives,
  assessments,
} from '../model.ts';
import { cameTrue, countCameTrue, expectedOf, weigh } from '../rules/outcome.ts';
import { assessmentTexts } from '../text/texts.ts';
import { CriterionText, RuleSaid } from './rule-said.tsx';

export const stateTones: Readonly<Record<AssessmentState, Tone>> = {
  draft: 'none',
  submitted: 'part',
  decided: 'good',
};
const answerTones: Readonly<Record<Certainty, Tone>> = { yes: 'good', no: 'bad', unknown: 'none' };

type Answers = Readonly<
  Record<string, Readonly<Record<string, { readonly met: Certainty; readonly evidence?: string }>>>
>;
type Criterion = RecordBody & { readonly id: string };

async function load(context: PageContext) {
  const moment = { register: context.register.id, asOf: context.asOf, knownAt: context.knownAt };
  const id = context.params.id ?? '';
  return context.read(async (tx) => {
    const record = await findRecord(tx, { ...moment, kind: assessments.name, id });
    if (record === undefined) return null;
    const { previous } = record.body;
    const before =
      typeof previous === 'string'
        ? await findRecord(tx, { ...moment, kind: assessments.name, id: previous })
        : undefined;
    const [state] = await listStates(tx, { ...moment, kind: assessments.name, subjects: [id] });
    const members = (await listMembers(tx, moment)).map((member) => member.id);
    return {
      record,
      before,
      members,
      state: state?.state as AssessmentState | undefined,
      names: await loadNames(tx, moment, [record.body, members], [groups, initiatives, criteriaSets]),
      documents: await listAttached(tx, context, assessments.name, id),
      lacking: await listLacking(tx, context, assessments.name, id),
      offers: await listOffers(tx, context, assessments.name, id),
    };
  });
}

/** The form of an assessment as it stands: each state's answers side by side, what the rule makes of them, and what was decided. */
export const assessmentPage: Page = {
  path: '/assessments/:id',
  navigation: 'programme',
  render: async (context) => {
    const {
      page: words,
      states,
      moments,
      outcomes,
      answers: answerTexts,
    } = assessmentTexts(context.language);
    const loaded = await load(context);
    if (loaded === null) return fail(problem('record_not_found', '', { id: context.params.id ?? '' }));
    const { record, before, members, state, names, offers } = loaded;
    const { body } = record;
    const weighed = weigh(body, members);
    // The record is as it is known; on a day before it was decided nothing had been.
    const outcome = state === 'decided' ? (body.outcome as AssessmentOutcome | undefined) : undefined;
    const named = (id: unknown, kinds: readonly Kind[] = actors) => (
      <Named id={String(id)} names={names} context={context} kinds={kinds} />
    );
    const mark = (met: Certainty) => <StatusMark tone={answerTones[met]} text={answerTexts[met]} />;
    return ok({
      title: localize(assessments.title(body), context.language, ['en']),
      crumbs: [{ text: words.title, href: context.href('/assessments') }],
      lede: (
        <>
          {moments[body.moment as AssessmentMoment]}{' '}
          {state !== undefined && (
            <StatusMark tone={stateTones[state] ?? 'none'} text={states[state] ?? state} />
          )}
        </>
      ),
      body: (
        <Stack>
          <Offered offers={offers} context={context} />
          <StillLacking steps={loaded.lacking} context={context} />
          <FieldList
            fields={[
              { label: words.subject, value: named(body.subject, [groups, initiatives]) },
              { label: words.set, value: named(body.criteria_set, [criteriaSets]) },
              ...(typeof body.operator === 'string'
                ? [
                    {
                      label: words.rule,
                      value: <RuleSaid operator={body.operator} criteria={body.criteria} />,
                    },
                  ]
                : []),
            ]}
          />
          <Section title={words.criteria} id="criteria">
            <AnswerTable
              body={body}
              before={before?.body}
              members={members}
              names={names}
              context={context}
            />
            {before !== undefined && (
              <Verdict tone="none" title={words.cameTrueTitle}>
                <p>{words.cameTrueCounts(countCameTrue(before.body, body))}</p>
              </Verdict>
            )}
            {outcome == null && (
              <Verdict tone={answerTones[weighed.all]} title={`${words.all}: ${answerTexts[weighed.all]}`}>
                {members.map((party) => (
                  <p>
                    {named(party)} {mark(weighed.byParty.get(party) ?? 'unknown')}
                  </p>
                ))}
              </Verdict>
            )}
          </Section>
          <Weighed body={body} names={names} context={context} />
          {outcome != null && (
            <Section title={words.decision} id="decision">
              <FieldList
                fields={[
                  {
                    label: words.decision,
                    value: (
                      <>
                        <StatusMark
                          tone={outcome === 'in_favour' ? 'good' : 'bad'}
                          text={outcomes[outcome]}
                        />{' '}
                        {formatDate(body.decided as PartialDate, context.language)}
                      </>
                    ),
                  },
                  ...(typeof body.decided_by === 'string'
                    ? [{ label: words.decidedBy, value: named(body.decided_by) }]
                    : []),
                  ...(typeof body.reason === 'string'
                    ? [
                        {
                          label: weighed.all === expectedOf(outcome) ? words.because : words.override,
                          value: body.reason,
                        },
                      ]
                    : []),
                  ...(typeof body.valid_until === 'string'
                    ? [
                        {
                          label: words.validUntil,
                          value: formatDate(body.valid_until as PartialDate, context.language),
                        },
                      ]
                    : []),
                ]}
              />
            </Section>
          )}
          <Attached documents={loaded.documents} context={context} />
        </Stack>
      ),
    });
  },
};

/** A row a criterion, a column a state; at a review what the state answered at the start stands beneath. */
function AnswerTable(props: {
  body: RecordBody;
  before: RecordBody | undefined;
  members: readonly string[];
  names: Names;
  context: PageContext;
}) {
  const { body, before, members, names, context } = props;
  const { page: words, answers: answerTexts } = assessmentTexts(context.language);
  const given = (body.answers ?? {}) as Answers;
  const earlier = (before?.answers ?? {}) as Answers;
  return (
    <DataTable<Criterion>
      caption={words.criteria}
      rows={(body.criteria ?? []) as readonly Criterion[]}
      columns={[
        {
          title: words.criterion,
          cell: (criterion) => (
            <>
              {criterion.id}: <CriterionText criterion={criterion} />
            </>
          ),
        },
        ...members.map((party) => ({
          title:
            names.get(`parties/${party}`) === undefined
              ? party
              : localize(
                  names.get(`parties/${party}`)?.title ?? { texts: { en: party }, authentic: [] },
                  context.language,
                  ['en'],
                ).text,
          cell: ({ id }: Criterion) => {
            const answer = given[id]?.[party];
            const was = earlier[id]?.[party];
            return (
              <>
                {answer === undefined ? (
                  words.notAnswered
                ) : (
                  <StatusMark tone={answerTones[answer.met]} text={answerTexts[answer.met]} />
                )}
                {answer !== undefined && <small>{answer.evidence ?? words.noEvidence}</small>}
                {was !== undefined && (
                  <small>
                    {words.before}: {answerTexts[was.met]}.{' '}
                    {words.cameTrue[cameTrue(was.met, answer?.met ?? 'unknown')]}
                  </small>
                )}
              </>
            );
          },
        })),
      ]}
    />
  );
}

/** Why not another level, and what each state can give. */
function Weighed({ body, names, context }: { body: RecordBody; names: Names; context: PageContext }) {
  const { page: words, alternatives: levels } = assessmentTexts(context.language);
  const weighed = (body.alternatives ?? {}) as Readonly<Record<string, string>>;
  const capacity = Object.entries((body.capacity ?? {}) as Readonly<Record<string, string>>);
  return (
    <>
      {Object.keys(weighed).length > 0 && (
        <Section title={words.alternatives} id="alternatives">
          <FieldList
            fields={alternatives.flatMap((level) =>
              weighed[level] === undefined ? [] : [{ label: levels[level], value: weighed[level] }],
            )}
          />
        </Section>
      )}
      {capacity.length > 0 && (
        <Section title={words.capacity} id="capacity">
          <FieldList
            fields={capacity.map(([party, text]) => ({
              label: <Named id={party} names={names} context={context} />,
              value: text,
            }))}
          />
        </Section>
      )}
    </>
  );
}
