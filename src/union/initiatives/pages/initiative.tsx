import { cases } from '#evidence';
import { formatDate } from '#kernel/dates.ts';
import { localize } from '#kernel/localized-text.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import { listLacking } from '#platform/actions/lacking.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { actionContextOf, listOffers, offersToMake } from '#platform/actions/offers.ts';
import { StillLacking } from '#platform/actions/still-lacking.tsx';
import type { Page, PageContext } from '#platform/module.ts';
import {
  EmptyState,
  FieldList,
  Section,
  Stack,
  StatusMark,
  Timeline,
  type Tone,
} from '#platform/page/components.tsx';
import { Lang } from '#platform/page/missing.tsx';
import { DataTable } from '#platform/page/table.tsx';
import type { RecordBody } from '#platform/records/kind.ts';
import { allRecords, findRecord, type StoredRecord } from '#platform/records/records.ts';
import { listTransitions } from '#platform/records/transitions.ts';
import { assessments } from '../../assessments/model.ts';
import { listAssessmentsOf } from '../../assessments/store.ts';
import { groups } from '../../bodies/model.ts';
import { loadNames } from '../../bodies/store.ts';
import { Attached, listAttached } from '../../documents/pages/attached.tsx';
import { failureFactors, stopReasons, successFactors } from '../../programme/model.ts';
import { RecordFields } from '../../register/pages/fields.tsx';
import { type FactorAnswer, type InitiativeState, initiatives } from '../model.ts';
import { consideredOf, unconsidered } from '../rules/factors.ts';
import { initiativeTexts } from '../text/texts.ts';
import { initiativeTones } from './tones.ts';

async function load(context: PageContext) {
  const moment = { register: context.register.id, knownAt: context.knownAt };
  const id = context.params.id ?? '';
  return context.read(async (tx) => {
    const record = await findRecord(tx, { ...moment, kind: initiatives.name, id });
    if (record === undefined) return null;
    return {
      record,
      steps: await listTransitions(tx, { ...moment, kind: initiatives.name, subject: id }),
      assessed: await listAssessmentsOf(tx, actionContextOf(context), [id]),
      reasons: await allRecords(tx, { ...moment, kinds: [stopReasons.name] }),
      begun: await allRecords(tx, { ...moment, kinds: [groups.name], says: [{ initiative: id }] }),
      factors: await allRecords(tx, { ...moment, kinds: [successFactors.name, failureFactors.name] }),
      names: await loadNames(tx, moment, record.body, [cases]),
      lacking: await listLacking(tx, context, initiatives.name, id),
      documents: await listAttached(tx, context, initiatives.name, id),
      offers: [
        ...(await listOffers(tx, context, initiatives.name, id)),
        ...(await offersToMake(tx, context, ['assessments/open'], { subject: id })),
        ...(await offersToMake(tx, context, ['groups/propose'], { initiative: id })),
      ],
    };
  });
}

/** They have a section of their own. */
function withoutFactors({ factors: _, ...body }: RecordBody): RecordBody {
  return body;
}

/** A factor of failure that holds is bad news, one of success is good. */
function factorTone(kind: string, holds: FactorAnswer): Tone {
  if (holds === 'unknown') return 'none';
  return (kind === successFactors.name) === (holds === 'yes') ? 'good' : 'bad';
}

/** One initiative: the signal, each step and its reason, how it was assessed and what came of it. */
export const initiativePage: Page = {
  path: '/initiatives/:id',
  navigation: 'programme',
  render: async (context) => {
    const { page: words, states, factors: factorWords, factorAnswers } = initiativeTexts(context.language);
    const loaded = await load(context);
    if (loaded === null) return fail(problem('record_not_found', '', { id: context.params.id ?? '' }));
    const { record, steps, assessed, reasons, begun, names, offers, factors } = loaded;
    const considered = consideredOf(record.body);
    const open = unconsidered(
      factors.map((factor) => factor.id),
      record.body,
    );
    const consider = offers.find(({ href }) => href.includes('/do/initiatives/consider'));
    const reasonOf = (id: unknown) => reasons.find((reason) => reason.id === id);
    return ok({
      title: localize(initiatives.title(record.body), context.language, ['en']),
      crumbs: [{ text: words.title, href: context.href('/initiatives') }],
      body: (
        <Stack>
          <Offered offers={offers} context={context} />
          <StillLacking steps={loaded.lacking} context={context} />
          <Section title={words.signal} id="signal">
            <RecordFields
              kind={initiatives}
              body={withoutFactors(record.body)}
              names={names}
              context={context}
            />
          </Section>
          <Section title={words.history} id="history">
            <Timeline
              moments={steps
                .filter(({ withdrawn }) => !withdrawn)
                .map((step) => {
                  const { text, report, result, note, reason } = step.details;
                  const stop = reasonOf(reason);
                  const said = [text, report, result, note].filter((one) => typeof one === 'string');
                  return {
                    when: formatDate(step.effectiveOn, context.language),
                    what: states[step.to as InitiativeState] ?? step.to,
                    detail: (
                      <>
                        {stop !== undefined && <Lang text={stopReasons.title(stop.body)} />} {said.join(' ')}
                      </>
                    ),
                    tone: initiativeTones[step.to as InitiativeState] ?? ('none' as const),
                  };
                })}
            />
          </Section>
          {factors.length > 0 && (
            <Section title={factorWords.title} id="factors">
              <p>
                {factorWords.lede}{' '}
                {factorWords.countOf(
                  factors.filter((factor) => considered[factor.id] !== undefined).length,
                  factors.length,
                )}
                {consider !== undefined && open.length > 0 && ` ${factorWords.toPropose(open.length)}`}
              </p>
              {consider !== undefined && (
                <p>
                  <a href={consider.href}>{consider.title}</a>
                </p>
              )}
              <DataTable<StoredRecord>
                caption={factorWords.title}
                rows={factors}
                columns={[
                  {
                    title: factorWords.factor,
                    cell: (factor) => (
                      <Lang
                        text={(factor.kind === successFactors.name ? successFactors : failureFactors).title(
                          factor.body,
                        )}
                      />
                    ),
                    below: (factor) => (
                      <small>
                        {
                          (factor.kind === successFactors.name ? successFactors : failureFactors).label[
                            context.language
                          ].one
                        }
                      </small>
                    ),
                  },
                  {
                    title: factorWords.holds,
                    cell: (factor) => {
                      const said = considered[factor.id];
                      return said === undefined ? (
                        factorWords.notConsidered
                      ) : (
                        <StatusMark
                          tone={factorTone(factor.kind, said.holds)}
                          text={factorAnswers[said.holds]}
                        />
                      );
                    },
                  },
                  {
                    title: factorWords.note,
                    cell: (factor) => considered[factor.id]?.note ?? null,
                  },
                ]}
              />
            </Section>
          )}
          <Section title={words.assessments} id="assessments">
            {assessed.length === 0 ? (
              <EmptyState why={words.assessmentsNone} />
            ) : (
              <ul class="plain">
                {assessed.map((one) => (
                  <li>
                    <a href={context.href(assessments.href(one.id))}>
                      <Lang text={assessments.title(one.body)} />
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </Section>
          {begun.length > 0 && (
            <FieldList
              fields={[
                {
                  label: words.groups,
                  value: begun.map((group) => (
                    <a href={context.href(groups.href(group.id))}>
                      <Lang text={groups.title(group.body)} />
                    </a>
                  )),
                },
              ]}
            />
          )}
          <Attached documents={loaded.documents} context={context} />
        </Stack>
      ),
    });
  },
};
