import { formatDate, type PartialDate } from '#kernel/dates.ts';
import { localize } from '#kernel/localized-text.ts';
import { ok } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { offersToMake } from '#platform/actions/offers.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { EmptyState, Section, Stack, StatusMark } from '#platform/page/components.tsx';
import { Lang } from '#platform/page/missing.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { allRecords, type StoredRecord } from '#platform/records/records.ts';
import { listStates } from '#platform/records/transitions.ts';
import { texts } from '#platform/text/texts.ts';
import { groups } from '../../bodies/model.ts';
import { loadNames } from '../../bodies/store.ts';
import { initiatives } from '../../initiatives/model.ts';
import { Named } from '../../names.tsx';
import { ProgrammeTabs } from '../../programme/pages/programme-tabs.tsx';
import {
  type AssessmentMoment,
  type AssessmentOutcome,
  type AssessmentState,
  assessments,
} from '../model.ts';
import { assessmentTexts } from '../text/texts.ts';
import { stateTones } from './assessment.tsx';

type Row = { readonly record: StoredRecord; readonly state: AssessmentState | undefined };

async function load(context: PageContext) {
  const moment = { register: context.register.id, asOf: context.asOf, knownAt: context.knownAt };
  return context.read(async (tx) => {
    const records = await allRecords(tx, { ...moment, kinds: [assessments.name] });
    const states = await listStates(tx, { ...moment, kind: assessments.name });
    const byId = new Map(states.map(({ subject, state }) => [subject, state as AssessmentState]));
    const rows: readonly Row[] = records.map((record) => ({ record, state: byId.get(record.id) }));
    return {
      rows,
      names: await loadNames(
        tx,
        moment,
        records.map(({ body }) => body.subject),
        [groups, initiatives],
      ),
      offers: await offersToMake(tx, context, ['assessments/open', 'criteria/write']),
    };
  });
}

/** Every assessment, of whatever moment, with its outcome. */
export const assessmentsPage: Page = {
  path: '/assessments',
  navigation: 'programme',
  render: async (context) => {
    const { page: words, states, moments, outcomes, fields } = assessmentTexts(context.language);
    const { rows, names, offers } = await load(context);
    return ok({
      title: words.title,
      lede: words.lede,
      exports: ['csv', 'xlsx', 'json'],
      body: (
        <Stack>
          <ProgrammeTabs current="assessments" context={context} />
          <Offered offers={offers} context={context} />
          <Section title={words.title}>
            {rows.length === 0 ? (
              <EmptyState why={words.none} who={words.noneWho} />
            ) : (
              <DataTable<Row>
                caption={words.title}
                rows={rows}
                rowHref={({ record }) => context.href(assessments.href(record.id))}
                columns={[
                  {
                    title: fields.title,
                    cell: ({ record }) => <Lang text={assessments.title(record.body)} />,
                  },
                  {
                    title: words.subject,
                    cell: ({ record }) => (
                      <Named
                        id={String(record.body.subject)}
                        names={names}
                        context={context}
                        kinds={[groups, initiatives]}
                      />
                    ),
                  },
                  {
                    title: fields.moment,
                    cell: ({ record }) => moments[record.body.moment as AssessmentMoment],
                  },
                  {
                    title: words.decision,
                    cell: ({ record, state }) => {
                      const outcome = record.body.outcome as AssessmentOutcome | undefined;
                      if (outcome != null)
                        return (
                          <StatusMark
                            tone={outcome === 'in_favour' ? 'good' : 'bad'}
                            text={outcomes[outcome]}
                          />
                        );
                      return state === undefined ? null : (
                        <StatusMark tone={stateTones[state] ?? 'none'} text={states[state] ?? state} />
                      );
                    },
                  },
                  {
                    title: fields.on,
                    cell: ({ record }) =>
                      typeof record.body.opened === 'string'
                        ? formatDate(record.body.opened as PartialDate, context.language)
                        : null,
                  },
                ]}
              />
            )}
          </Section>
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const { rows } = await load(context);
    const { page: words, fields } = assessmentTexts(context.language);
    const shared = texts(context.language).exports;
    const text = (value: unknown) => (typeof value === 'string' ? value : null);
    return ok({
      name: `${context.register.id}-assessments`,
      title: words.title,
      columns: [
        { key: 'id', title: 'id', note: shared.id },
        { key: 'title', title: 'title', note: shared.title },
        { key: 'subject', title: 'subject', note: fields.subject },
        { key: 'moment', title: 'moment', note: fields.moment },
        { key: 'state', title: 'state', note: words.decision },
        { key: 'outcome', title: 'outcome', note: fields.outcome },
        { key: 'decided', title: 'decided', note: fields.on },
      ],
      rows: rows.map(({ record: { id, body }, state }) => ({
        id,
        title: localize(assessments.title(body), context.language, ['en']).text,
        subject: text(body.subject),
        moment: text(body.moment),
        state: state ?? null,
        outcome: text(body.outcome),
        decided: text(body.decided),
      })),
      notes: exportNotes(context),
    });
  },
};
