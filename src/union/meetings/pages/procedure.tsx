import { formatDate, type PartialDate } from '#kernel/dates.ts';
import { localize } from '#kernel/localized-text.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { listOffers } from '#platform/actions/offers.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { EmptyState, FieldList, Section, Stack, StatusMark } from '#platform/page/components.tsx';
import { findRecord } from '#platform/records/records.ts';
import { listStates } from '#platform/records/transitions.ts';
import { bodies, groups, parties } from '../../bodies/model.ts';
import { loadNames } from '../../bodies/store.ts';
import { Attached, listAttached } from '../../documents/pages/attached.tsx';
import { Named } from '../../names.tsx';
import { type ProcedureState, writtenProcedures } from '../model.ts';
import { readWrittenProcedures } from '../permissions.ts';
import { findRule } from '../store.ts';
import { meetingTexts } from '../text/texts.ts';
import { ruleText } from './meeting.tsx';
import { openPapers } from './papers.ts';
import { procedureTones } from './tones.ts';

type Objection = { readonly on: PartialDate; readonly reason: string };

async function load(context: PageContext) {
  const known = { register: context.register.id, knownAt: context.knownAt };
  const id = context.params.id ?? '';
  return context.read(async (tx) => {
    const record = await findRecord(tx, { ...known, kind: writtenProcedures.name, id });
    if (record === undefined) return null;
    const bodyId = String(record.body.body);
    const open = await openPapers(tx, context, [bodyId], readWrittenProcedures);
    if (!open.has(bodyId)) return 'closed';
    const [state] = await listStates(tx, {
      ...known,
      asOf: context.asOf,
      kind: writtenProcedures.name,
      subjects: [id],
    });
    return {
      record,
      bodyId,
      state: state === undefined || state.state === 'unknown' ? null : (state.state as ProcedureState),
      rule: await findRule(tx, known, bodyId),
      names: await loadNames(tx, known, record.body),
      documents: await listAttached(tx, context, writtenProcedures.name, id),
      offers: await listOffers(tx, context, writtenProcedures.name, id),
    };
  });
}

/** What was put to a body in writing, until when silence counts as consent, and who has objected. */
export const procedurePage: Page = {
  path: '/procedures/:id',
  navigation: 'programme',
  render: async (context) => {
    const { page: words, procedureStates } = meetingTexts(context.language);
    const loaded = await load(context);
    if (loaded === null) return fail(problem('record_not_found', '', { id: context.params.id ?? '' }));
    if (loaded === 'closed') return fail(problem('written_procedure_not_allowed'));
    const { record, bodyId, state, rule, names, offers } = loaded;
    const { body } = record;
    const objections = Object.entries((body.objections ?? {}) as Readonly<Record<string, Objection>>);
    return ok({
      title: localize(writtenProcedures.title(body), context.language, ['en']),
      crumbs: [{ text: words.title, href: context.href('/meetings') }],
      lede: (
        <>
          {writtenProcedures.label[context.language].one}{' '}
          {state !== null && <StatusMark tone={procedureTones[state]} text={procedureStates[state]} />}
        </>
      ),
      body: (
        <Stack>
          <Offered offers={offers} context={context} />
          <FieldList
            fields={[
              {
                label: words.body,
                value: <Named id={bodyId} names={names} context={context} kinds={[groups, bodies]} />,
              },
              { label: words.proposal, value: String(body.text ?? '') },
              {
                label: words.deadline,
                value: formatDate(body.deadline as PartialDate, context.language),
              },
              ...(rule === null ? [] : [{ label: words.rule, value: ruleText(rule, context) }]),
            ]}
          />
          <Section title={words.objections} id="objections">
            {objections.length === 0 ? (
              <EmptyState why={words.objectionsNone} who={words.agendaEmptyWho} />
            ) : (
              <FieldList
                fields={objections.map(([party, { on, reason }]) => ({
                  label: <Named id={party} names={names} context={context} kinds={[parties]} />,
                  value: (
                    <>
                      {reason} <small>{formatDate(on, context.language)}</small>
                    </>
                  ),
                }))}
              />
            )}
          </Section>
          <Attached documents={loaded.documents} context={context} />
        </Stack>
      ),
    });
  },
};
