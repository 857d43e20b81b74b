import { Contradictions, cases, dossierTexts, indicators, listDiscrepancies, sectionsOf } from '#evidence';
import { firstDay, formatDate, lastDay, type PartialDate } from '#kernel/dates.ts';
import { localize } from '#kernel/localized-text.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { EmptyState, FieldList, Section, Sources, Stack } from '#platform/page/components.tsx';
import { Lang, MissingMark } from '#platform/page/missing.tsx';
import { DataTable } from '#platform/page/table.tsx';
import type { RecordBody } from '#platform/records/kind.ts';
import { loadNames } from '../../bodies/store.ts';
import { instruments } from '../../law/model.ts';
import { Named, type Names } from '../../names.tsx';
import { DossierTabs } from '../../register/pages/dossier-tabs.tsx';
import { RecordFields } from '../../register/pages/fields.tsx';
import { unionTexts } from '../../text/texts.ts';
import { wordFor } from '../../text/words/words.ts';
import { parliamentItems } from '../model.ts';
import type { Clock } from '../rules/clock.ts';
import { listItems } from '../store.ts';
import { ClockBar, dueText } from './clock-bar.tsx';

async function load(context: PageContext) {
  const { register, knownAt } = context;
  const moment = { register: register.id, asOf: context.asOf, knownAt };
  const id = context.params.id ?? '';
  return context.read(async (tx) => {
    const { items, targetMonths } = await listItems(tx, moment, { ids: [id] });
    const [item] = items;
    if (item === undefined) return null;
    const { body } = item.record;
    return {
      item,
      targetMonths,
      names: await loadNames(tx, moment, [body, item.clocks], [cases, instruments, indicators]),
      titleOf: await dossierTexts(tx, register, knownAt),
      contradictions: await listDiscrepancies(tx, moment, [id], sectionsOf(body)),
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
    const { item, names, targetMonths, titleOf, contradictions } = loaded;
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
          <Sources register={context.register} sections={sectionsOf(body)} />
        </>
      ),
      body: (
        <Stack>
          <DossierTabs context={context} kind={parliamentItems.name} id={item.id} dossier={dossier} />
          {contradictions.length > 0 && <Contradictions items={contradictions} context={context} />}
          <Section title={words.text} id="text">
            <FieldList
              fields={[
                { label: words.text, value: <Lang text={item.title} /> },
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
              <Clocks clocks={item.clocks} tabled={item.tabled} names={names} context={context} />
            )}
            <p>{targetMonths === null ? all.parliament.targetNone : all.parliament.target(targetMonths)}</p>
          </Section>
          <Section title={words.answers} id="answers">
            <Answers body={body} names={names} context={context} />
          </Section>
          {hasMore && (
            <Section title={words.facts} id="facts">
              <RecordFields kind={parliamentItems} body={more} names={names} context={context} />
            </Section>
          )}
        </Stack>
      ),
    });
  },
};

type Shown = { readonly names: Names; readonly context: PageContext };

function Clocks({
  clocks,
  tabled,
  names,
  context,
}: Shown & { clocks: readonly Clock[]; tabled: PartialDate | null }) {
  const words = unionTexts(context.language).parliament;
  return (
    <DataTable<Clock>
      caption={words.clock}
      rows={clocks}
      columns={[
        {
          title: words.addressee,
          cell: (clock) => <Named id={clock.addressee} names={names} context={context} />,
        },
        {
          title: words.clock,
          cell: (clock) => <ClockBar clock={clock} tabled={tabled} day={lastDay(context.asOf)} />,
        },
        { title: words.due, cell: (clock) => dueText(clock, context.language) },
      ]}
    />
  );
}

type Answer = { readonly addressee: string; readonly date: PartialDate; readonly document?: string | null };

/** All answers given by the date asked about, and those of its month or year; one of later had not been given yet. */
function Answers({ body, names, context }: Shown & { body: RecordBody }) {
  const all = unionTexts(context.language);
  const words = all.parliamentItem;
  const given = ((body.answers ?? []) as readonly Answer[]).filter(
    ({ date }) => firstDay(date) <= lastDay(context.asOf),
  );
  if (given.length === 0)
    return <EmptyState why={words.answersNone} what={words.answersNoneWhat} who={all.whoCan.file} />;
  return (
    <DataTable<Answer>
      caption={words.answers}
      rows={given}
      columns={[
        {
          title: all.parliament.addressee,
          cell: (answer) => <Named id={answer.addressee} names={names} context={context} />,
        },
        { title: words.answers, cell: ({ date }) => words.answeredOn(date) },
        {
          title: words.document,
          cell: ({ document }) =>
            document == null ? <span class="missing">{words.documentMissing}</span> : document,
        },
      ]}
    />
  );
}

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
  ]);
  return Object.fromEntries(Object.entries(body).filter(([key]) => !shown.has(key)));
}
