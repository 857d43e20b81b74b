import { Contradictions, listDiscrepancies, sectionsOf } from '#evidence';
import { localize } from '#kernel/localized-text.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import { listLacking } from '#platform/actions/lacking.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { listOffers, offersToMake } from '#platform/actions/offers.ts';
import { StillLacking } from '#platform/actions/still-lacking.tsx';
import type { Page, PageContext } from '#platform/module.ts';
import { EmptyState, Section, Sources, Stack } from '#platform/page/components.tsx';
import { allRecords, findRecord } from '#platform/records/records.ts';
import { listStates, listTransitions } from '#platform/records/transitions.ts';
import { loadNames } from '../../bodies/store.ts';
import { Attached, listAttached } from '../../documents/pages/attached.tsx';
import { workProgrammes } from '../../programme/model.ts';
import { RecordFields } from '../../register/pages/fields.tsx';
import { planItems, plans } from '../model.ts';
import { listConsultations } from '../store.ts';
import { planTexts } from '../text/texts.ts';
import { Consultation, listAnswers, Way } from './draft.tsx';
import { PlanMark } from './plans.tsx';

async function load(context: PageContext) {
  const moment = { register: context.register.id, asOf: context.asOf, knownAt: context.knownAt };
  const id = context.params.id ?? '';
  const kind = workProgrammes.name;
  return context.read(async (tx) => {
    const record = await findRecord(tx, { ...moment, kind, id });
    if (record === undefined) return null;
    const [found] = await listStates(tx, { ...moment, kind, subjects: [id] });
    const state = found === undefined || 'why' in found ? 'unknown' : found.state;
    const told = await listConsultations(tx, moment, id);
    return {
      record,
      state,
      told,
      held: await allRecords(tx, { ...moment, kinds: [plans.name], says: [{ programme: id }] }),
      steps: await listTransitions(tx, { ...moment, kind, subject: id }),
      names: await loadNames(tx, moment, [record.body, told.map(({ body }) => body)], [planItems]),
      answers: await listAnswers(tx, context, told),
      documents: await listAttached(tx, context, kind, id),
      lacking: await listLacking(tx, context, kind, id),
      contradictions: await listDiscrepancies(tx, moment, [id], sectionsOf(record.body)),
      offers: [
        ...(await listOffers(tx, context, kind, id)),
        ...(state === 'drafted' || state === 'in_consultation'
          ? await offersToMake(tx, context, ['consultations/record'], { plan: id })
          : []),
        ...(await offersToMake(tx, context, ['plans/draft'], { programme: id })),
      ],
    };
  });
}

/** A programme: what is said of it, its yearly plans, who was heard on its draft, and the way that it went. */
export const workProgrammePage: Page = {
  path: '/programmes/:id',
  navigation: 'programme',
  render: async (context) => {
    const words = planTexts(context.language).page;
    const loaded = await load(context);
    if (loaded === null) return fail(problem('record_not_found', '', { id: context.params.id ?? '' }));
    const { record, state, steps, told, held, names, contradictions } = loaded;
    return ok({
      title: localize(workProgrammes.title(record.body), context.language, ['en']),
      lede: (
        <>
          <PlanMark state={state} context={context} />{' '}
          <Sources register={context.register} sections={sectionsOf(record.body)} />
        </>
      ),
      crumbs: [{ text: words.title, href: context.href('/plans') }],
      body: (
        <Stack>
          <Offered offers={loaded.offers} context={context} />
          <StillLacking steps={loaded.lacking} context={context} />
          {contradictions.length > 0 && <Contradictions items={contradictions} context={context} />}
          <Section title={words.programme} id="fields">
            <RecordFields kind={workProgrammes} body={record.body} names={names} context={context} />
          </Section>
          <Section title={words.title} id="plans">
            {held.length === 0 ? (
              <EmptyState why={words.none} who={words.noneWho} />
            ) : (
              <ul class="plain">
                {held.map(({ id }) => (
                  <li>
                    <a href={context.href(plans.href(id))}>{words.planOf(id)}</a>
                  </li>
                ))}
              </ul>
            )}
          </Section>
          <Consultation told={told} answers={loaded.answers} names={names} context={context} />
          <Section title={words.wayOfProgramme} id="way">
            {steps.length === 0 ? (
              <EmptyState why={words.wayUnknown} />
            ) : (
              <Way steps={steps} context={context} />
            )}
          </Section>
          <Attached documents={loaded.documents} context={context} />
        </Stack>
      ),
    });
  },
};
