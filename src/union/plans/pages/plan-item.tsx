import { cases, indicators, observations } from '#evidence';
import { firstDay, formatDate, lastDay } from '#kernel/dates.ts';
import { localize } from '#kernel/localized-text.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { listOffers } from '#platform/actions/offers.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { Section, Stack, Timeline } from '#platform/page/components.tsx';
import { listTransitions } from '#platform/records/transitions.ts';
import { loadNames } from '../../bodies/store.ts';
import { Attached, listAttached } from '../../documents/pages/attached.tsx';
import { instruments } from '../../law/model.ts';
import { InWalk } from '../../money/pages/in-walk.tsx';
import { itemAnchor } from '../../money/walk.ts';
import { Named } from '../../names.tsx';
import { mainThemes, presidencies } from '../../programme/model.ts';
import { RecordFields } from '../../register/pages/fields.tsx';
import { planItemTones } from '../../text/tones.ts';
import { type PlanItemState, planItems, plans } from '../model.ts';
import { listPlanItems } from '../store.ts';
import { planTexts } from '../text/texts.ts';
import { ItemMark, itemWord } from './plan.tsx';

async function load(context: PageContext) {
  const moment = { register: context.register.id, asOf: context.asOf, knownAt: context.knownAt };
  const { year = '', id = '' } = context.params;
  return context.read(async (tx) => {
    const item = (await listPlanItems(tx, moment, year)).find((one) => one.id === id);
    if (item === undefined) return null;
    const steps = await listTransitions(tx, { ...moment, kind: planItems.name, subject: id });
    const shown = [item.body, steps.map(({ details }) => details)];
    return {
      item,
      // What was certainly done later had not been done yet.
      steps: steps.filter(
        ({ withdrawn, effectiveOn }) => !withdrawn && firstDay(effectiveOn) <= lastDay(context.asOf),
      ),
      names: await loadNames(tx, moment, shown, [
        ...[plans, planItems, mainThemes, presidencies],
        ...[cases, indicators, observations, instruments],
      ]),
      documents: await listAttached(tx, context, planItems.name, id),
      offers: await listOffers(tx, context, planItems.name, id),
    };
  });
}

/** One promise of a plan: what is expected, who is responsible, where it comes from, and what became of it on what evidence. */
export const planItemPage: Page = {
  path: '/plans/:year/items/:id',
  navigation: 'programme',
  render: async (context) => {
    const words = planTexts(context.language).page;
    const loaded = await load(context);
    if (loaded === null) return fail(problem('record_not_found', '', { id: context.params.id ?? '' }));
    const { item, steps, names, offers } = loaded;
    const year = String(item.body.plan);
    const linked = (id: unknown, kinds: readonly (typeof planItems)[], before: string) =>
      typeof id === 'string' && (
        <>
          {' '}
          {before} <Named id={id} names={names} context={context} kinds={kinds} />
        </>
      );
    return ok({
      title: localize(planItems.title(item.body), context.language, ['en']),
      lede: <ItemMark state={item.state} context={context} />,
      crumbs: [
        { text: words.title, href: context.href('/plans') },
        { text: words.planOf(year), href: context.href(plans.href(year)) },
      ],
      body: (
        <Stack>
          <Offered offers={offers} context={context} />
          <Section title={words.about} id="about">
            <RecordFields kind={planItems} body={item.body} names={names} context={context} />
            <InWalk places={[{ year, anchor: itemAnchor(item.id) }]} context={context} />
          </Section>
          <Section title={words.history} id="history">
            <Timeline
              moments={steps.map(({ to, effectiveOn, details }) => ({
                when: formatDate(effectiveOn, context.language),
                what: itemWord(to, context.language),
                detail: (
                  <>
                    {typeof details.reason === 'string' ? details.reason : null}
                    {typeof details.evidence === 'string' && ` ${words.evidence}: ${details.evidence}`}
                    {linked(details.observation, [observations], `${words.evidence}:`)}
                    {linked(details.deferred_to, [planItems], words.deferredTo)}
                    {linked(details.deferred_from, [planItems], words.deferredFrom)}
                  </>
                ),
                tone: planItemTones[to as PlanItemState] ?? ('none' as const),
              }))}
            />
          </Section>
          <Attached documents={loaded.documents} context={context} />
        </Stack>
      ),
    });
  },
};
