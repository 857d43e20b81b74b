import { cases, dossierTexts, sectionsOf } from '#evidence';
import { firstDay, formatDate, lastDay, type PartialDate } from '#kernel/dates.ts';
import { localize } from '#kernel/localized-text.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { EmptyState, FieldList, Section, Sources, Stack } from '#platform/page/components.tsx';
import { Lang, MissingMark } from '#platform/page/missing.tsx';
import type { Kind } from '#platform/records/kind.ts';
import { allRecords, type StoredRecord } from '#platform/records/records.ts';
import { groups } from '../../bodies/model.ts';
import { instruments } from '../../law/model.ts';
import { NamedList } from '../../names.tsx';
import { unionTexts } from '../../text/texts.ts';
import { wordFor } from '../../text/words/words.ts';
import { parliamentItems } from '../model.ts';
import { answeredItemOf } from '../store.ts';
import { parliamentTexts } from '../text/texts.ts';
import { Drafts } from './drafts.tsx';
import { loadItem } from './item.tsx';
import { Answers, Assignments, Clocks, History, ItemStateMark, Lines } from './item-parts.tsx';

async function load(context: PageContext) {
  const { register, knownAt, params } = context;
  const moment = { register: register.id, knownAt };
  return context.read(async (tx) => {
    const loaded = await loadItem(tx, context, params.id ?? '');
    if (loaded === null) return null;
    const dossier = loaded.item.record.body.case;
    // What certainly began later was not there yet.
    const ofDossier = async (kind: Kind, began: 'adopted' | 'created') => {
      if (typeof dossier !== 'string') return [];
      const all = await allRecords(tx, { ...moment, kinds: [kind.name], says: [{ case: dossier }] });
      const isLater = (on: unknown) =>
        typeof on === 'string' && firstDay(on as PartialDate) > lastDay(context.asOf);
      return all.filter(({ body }) => !isLater(body[began]));
    };
    return {
      ...loaded,
      dossier: typeof dossier === 'string' ? dossier : null,
      titleOf: await dossierTexts(tx, register, knownAt),
      laws: await ofDossier(instruments, 'adopted'),
      working: await ofDossier(groups, 'created'),
    };
  });
}

/** One item on paper before a committee or plenary speaks of it: what was asked, the clocks, the answer as far as it is (§6.2). */
export const factSheetPage: Page = {
  path: '/parliament/:id/fact-sheet',
  navigation: 'parliament',
  render: async (context) => {
    const all = unionTexts(context.language);
    const { factSheet: words, item: said } = parliamentTexts(context.language);
    const loaded = await load(context);
    if (loaded === null) return fail(problem('record_not_found', '', { id: context.params.id ?? '' }));
    const { item, names, targetMonths, state, steps, drafted, dossier, titleOf, laws, working } = loaded;
    const { body } = item.record;
    const shown = { names, context };
    const name = localize(item.title, context.language, ['en']).text;
    return ok({
      title: words.title(name),
      crumbs: [
        { text: all.parliament.title, href: context.href('/parliament') },
        { text: name, href: context.href(parliamentItems.href(item.id)) },
      ],
      lede: words.lede,
      body: (
        <Stack>
          <Section title={words.asked} id="asked">
            <FieldList
              fields={[
                {
                  label: all.parliamentItem.text,
                  value: (
                    <>
                      <Lang text={item.title} />{' '}
                      <Sources register={context.register} sections={sectionsOf(body)} />
                      {typeof body.text === 'string' && <Lines text={body.text} />}
                    </>
                  ),
                },
                {
                  label: all.parliamentItem.kind,
                  value:
                    typeof body.kind === 'string' ? (
                      wordFor(body.kind, context.language)
                    ) : (
                      <MissingMark reason="not_stated" />
                    ),
                },
                {
                  label: said.number,
                  value: typeof body.number === 'string' ? body.number : <MissingMark reason="not_stated" />,
                },
                {
                  label: all.parliament.tabled,
                  value:
                    item.tabled === null ? (
                      <MissingMark reason="not_stated" />
                    ) : (
                      formatDate(item.tabled, context.language)
                    ),
                },
                {
                  label: all.parliament.addressee,
                  value: <NamedList ids={answeredItemOf(body).addressees} {...shown} />,
                },
                ...(state === undefined
                  ? []
                  : [{ label: said.state, value: <ItemStateMark state={state} context={context} /> }]),
              ]}
            />
          </Section>
          <Section title={all.parliamentItem.clocks} id="clocks">
            {item.clocks.length === 0 ? (
              <EmptyState why={all.parliamentItem.clocksNone} what={all.parliamentItem.clocksNoneWhat} />
            ) : (
              <Clocks clocks={item.clocks} {...shown} />
            )}
            <p>{targetMonths === null ? all.parliament.targetNone : all.parliament.target(targetMonths)}</p>
          </Section>
          <Section title={all.parliamentItem.answers} id="answers">
            <Answers body={body} {...shown} />
          </Section>
          <Assignments body={body} {...shown} />
          <Drafts loaded={drafted} {...shown} />
          <History steps={steps} {...shown} />
          <Section title={words.related} id="related">
            {dossier === null ? (
              <EmptyState why={words.noDossier} who={words.noDossierWho} />
            ) : (
              <FieldList
                fields={[
                  {
                    label: all.groups.dossier,
                    value: (
                      <a href={context.href(cases.href(dossier))}>
                        <Lang text={titleOf(dossier)} />
                      </a>
                    ),
                  },
                  ...related(words.instruments, instruments, laws, context),
                  ...related(words.groups, groups, working, context),
                ]}
              />
            )}
            {dossier !== null && laws.length + working.length === 0 && <p>{words.nothing}</p>}
          </Section>
        </Stack>
      ),
    });
  },
};

function related(label: string, kind: Kind, records: readonly StoredRecord[], context: PageContext) {
  if (records.length === 0) return [];
  const value = (
    <ul class="plain">
      {records.map(({ id, body }) => (
        <li>
          <a href={context.href(kind.href(id))}>
            <Lang text={kind.title(body)} />
          </a>
        </li>
      ))}
    </ul>
  );
  return [{ label, value }];
}
