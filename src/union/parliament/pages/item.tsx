import { Contradictions, cases, dossierTexts, indicators, listDiscrepancies, sectionsOf } from '#evidence';
import { formatDate } from '#kernel/dates.ts';
import { localize } from '#kernel/localized-text.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import { listLacking } from '#platform/actions/lacking.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { listOffers } from '#platform/actions/offers.ts';
import { StillLacking } from '#platform/actions/still-lacking.tsx';
import type { Transaction } from '#platform/database/database.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { EmptyState, FieldList, Section, Sources, Stack } from '#platform/page/components.tsx';
import { Lang, MissingMark } from '#platform/page/missing.tsx';
import type { RecordBody } from '#platform/records/kind.ts';
import { listStates, listTransitions } from '#platform/records/transitions.ts';
import { loadNames } from '../../bodies/store.ts';
import { Attached, listAttached } from '../../documents/pages/attached.tsx';
import { instruments } from '../../law/model.ts';
import { InWalk } from '../../money/pages/in-walk.tsx';
import { placesOfQuestion } from '../../money/walk.ts';
import { planItems } from '../../plans/model.ts';
import { DossierTabs } from '../../register/pages/dossier-tabs.tsx';
import { RecordFields } from '../../register/pages/fields.tsx';
import { unionTexts } from '../../text/texts.ts';
import { wordFor } from '../../text/words/words.ts';
import { parliamentItems } from '../model.ts';
import { listItems } from '../store.ts';
import { parliamentTexts } from '../text/texts.ts';
import { Drafts, loadDrafts } from './drafts.tsx';
import { Answers, Assignments, Clocks, History, ItemStateMark, Lines } from './item-parts.tsx';

/** What an item's page and its fact sheet are made of. */
export async function loadItem(tx: Transaction, context: PageContext, id: string) {
  const moment = { register: context.register.id, asOf: context.asOf, knownAt: context.knownAt };
  const { items, targetMonths } = await listItems(tx, moment, { ids: [id] });
  const [item] = items;
  if (item === undefined) return null;
  const asked = { ...moment, kind: parliamentItems.name };
  const [state] = await listStates(tx, { ...asked, subjects: [id] });
  const steps = await listTransitions(tx, { ...asked, subject: id });
  const drafted = await loadDrafts(tx, context, item.record);
  const shown = [item.record.body, item.clocks, drafted.signatories, drafted.drafts, steps];
  return {
    item,
    targetMonths,
    state,
    steps,
    drafted,
    names: await loadNames(tx, moment, shown, [cases, instruments, indicators, planItems]),
  };
}

async function load(context: PageContext) {
  const { register, knownAt } = context;
  const moment = { register: register.id, asOf: context.asOf, knownAt };
  const id = context.params.id ?? '';
  return context.read(async (tx) => {
    const loaded = await loadItem(tx, context, id);
    if (loaded === null) return null;
    const { body } = loaded.item.record;
    return {
      ...loaded,
      documents: await listAttached(tx, context, parliamentItems.name, id),
      lacking: await listLacking(tx, context, parliamentItems.name, id),
      offers: [...(await listOffers(tx, context, parliamentItems.name, id)), ...loaded.drafted.offers],
      titleOf: await dossierTexts(tx, register, knownAt),
      contradictions: await listDiscrepancies(tx, moment, [id], sectionsOf(body)),
      places: await placesOfQuestion(tx, moment, loaded.item.record),
    };
  });
}

/** One question or recommendation: what was asked of whom, how far each clock has run, and what was answered. */
export const parliamentItemPage: Page = {
  path: '/parliament/:id',
  navigation: 'parliament',
  render: async (context) => {
    const all = unionTexts(context.language);
    const words = all.parliamentItem;
    const loaded = await load(context);
    if (loaded === null) return fail(problem('record_not_found', '', { id: context.params.id ?? '' }));
    const { item, names, targetMonths, titleOf, contradictions, state, steps, drafted, offers } = loaded;
    const said = parliamentTexts(context.language).item;
    const { body } = item.record;
    const more = withoutShown(body);
    const hasMore = Object.keys(more).some((key) => !['id', 'source', 'missing'].includes(key));
    const dossier = typeof body.case === 'string' ? body.case : null;
    return ok({
      title: localize(item.title, context.language, ['en']),
      crumbs: [{ text: all.parliament.title, href: context.href('/parliament') }],
      lede: (
        <>
          {typeof body.kind === 'string' ? wordFor(body.kind, context.language) : words.kindMissing}{' '}
          <ItemStateMark state={state} context={context} />{' '}
          <Sources register={context.register} sections={sectionsOf(body)} />
        </>
      ),
      body: (
        <Stack>
          <DossierTabs context={context} kind={parliamentItems.name} id={item.id} dossier={dossier} />
          <Offered offers={offers} context={context} />
          <StillLacking steps={loaded.lacking} context={context} />
          {contradictions.length > 0 && <Contradictions items={contradictions} context={context} />}
          <Section
            title={words.text}
            id="text"
            tools={[
              { text: said.factSheet, href: context.href(`${parliamentItems.href(item.id)}/fact-sheet`) },
            ]}
          >
            <FieldList
              fields={[
                {
                  label: words.text,
                  value: (
                    <>
                      <Lang text={item.title} />
                      {typeof body.text === 'string' && <Lines text={body.text} />}
                    </>
                  ),
                },
                ...(typeof body.number === 'string' ? [{ label: said.number, value: body.number }] : []),
                {
                  label: all.parliament.tabled,
                  value:
                    item.tabled === null ? (
                      <MissingMark reason="not_stated" />
                    ) : (
                      formatDate(item.tabled, context.language)
                    ),
                },
                ...(dossier === null
                  ? []
                  : [
                      {
                        label: all.groups.dossier,
                        value: (
                          <a href={context.href(cases.href(dossier))}>
                            <Lang text={titleOf(dossier)} />
                          </a>
                        ),
                      },
                    ]),
                ...(typeof body.status === 'string'
                  ? [{ label: words.statusSaid, value: wordFor(body.status, context.language) }]
                  : []),
              ]}
            />
            <InWalk places={loaded.places} context={context} />
          </Section>
          <Section
            title={words.clocks}
            id="clocks"
            tools={[
              {
                text: all.journal.title,
                href: context.href('/journal', { subject: `${parliamentItems.name}/${item.id}` }),
              },
            ]}
          >
            {item.clocks.length === 0 ? (
              <EmptyState
                why={words.clocksNone}
                what={words.clocksNoneWhat}
                who={unionTexts(context.language).whoCan.file}
              />
            ) : (
              <Clocks clocks={item.clocks} names={names} context={context} />
            )}
            <p>{targetMonths === null ? all.parliament.targetNone : all.parliament.target(targetMonths)}</p>
          </Section>
          <Section title={words.answers} id="answers">
            <Answers body={body} names={names} context={context} />
          </Section>
          <Assignments body={body} names={names} context={context} />
          {item.clocks.length > 0 && steps.length > 0 && (
            <Drafts loaded={drafted} names={names} context={context} />
          )}
          <History steps={steps} names={names} context={context} />
          {hasMore && (
            <Section title={words.facts} id="facts">
              <RecordFields kind={parliamentItems} body={more} names={names} context={context} />
            </Section>
          )}
          <Attached documents={loaded.documents} context={context} />
        </Stack>
      ),
    });
  },
};

/** What the page shows in sections of its own. */
function withoutShown(body: RecordBody): RecordBody {
  const shown = new Set([
    'subject',
    'tabled',
    'year',
    'case',
    'status',
    'answers',
    'kind',
    'addressee',
    'addressees',
    'text',
    'number',
    'assignments',
    'round',
    'withdrawn',
  ]);
  return Object.fromEntries(Object.entries(body).filter(([key]) => !shown.has(key)));
}
