import { Contradictions, cases, indicators, listDiscrepancies, sectionsOf } from '#evidence';
import { firstDay, formatDate, lastDay } from '#kernel/dates.ts';
import { localize } from '#kernel/localized-text.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { listOffers } from '#platform/actions/offers.ts';
import type { Page, PageContext } from '#platform/module.ts';
import {
  Columns,
  EmptyState,
  FieldList,
  Section,
  Sources,
  Stack,
  StatusMark,
  Timeline,
} from '#platform/page/components.tsx';
import { type MapState, StatesMap } from '#platform/page/map.tsx';
import { Lang, MissingMark } from '#platform/page/missing.tsx';
import { loadPanels } from '#platform/page/panels.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { allRecords, findRecord, type StoredRecord } from '#platform/records/records.ts';
import { listStates } from '#platform/records/transitions.ts';
import { languageNames } from '#platform/text/texts.ts';
import { listMembers, loadNames } from '../../bodies/store.ts';
import { type Commitment, obligationsOf } from '../../commitments/rules/commitment.ts';
import { Attached, listAttached } from '../../documents/pages/attached.tsx';
import { InWalk } from '../../money/pages/in-walk.tsx';
import { placesOfInstrument } from '../../money/walk.ts';
import { Named, NamedList, type Names, onMap } from '../../names.tsx';
import { DossierTabs } from '../../register/pages/dossier-tabs.tsx';
import { RecordFields } from '../../register/pages/fields.tsx';
import { fieldName } from '../../text/fields/fields.ts';
import { unionTexts } from '../../text/texts.ts';
import { checkTones, lawTones } from '../../text/tones.ts';
import { wordFor } from '../../text/words/words.ts';
import { instruments, provisions } from '../model.ts';
import { inForce } from '../rules/in-force.ts';
import { datedFacts } from '../rules/timeline.ts';
import { boardRow, type Cell, loadSnapshotOf } from '../store.ts';
import { lawTexts } from '../text/texts.ts';
import { InLaw, InPractice, InstrumentStateMark, Reasons } from './cells.tsx';
import { Force, Provisions, subjectsOf } from './force.tsx';

const relations = ['implements', 'amends', 'renews', 'repeals', 'to_become_part_of'] as const;

async function load(context: PageContext) {
  const moment = { register: context.register.id, asOf: context.asOf, knownAt: context.knownAt };
  const id = context.params.id ?? '';
  const kinds = [instruments.name];
  return context.read(async (tx) => {
    const record = await findRecord(tx, { ...moment, kind: instruments.name, id });
    if (record === undefined) return null;
    const states = await listStates(tx, { ...moment, kind: instruments.name, subjects: [id] });
    const members = (await listMembers(tx, moment)).map((member) => member.id);
    const parts = await allRecords(tx, { ...moment, kinds: [provisions.name], says: [{ instrument: id }] });
    const snapshot = await loadSnapshotOf(
      tx,
      moment,
      id,
      parts.map((part) => part.id),
    );
    const parties = ((record.body.parties ?? []) as readonly unknown[]).map(String);
    const ask = (kind: 'instruments' | 'provisions', of: string, between: readonly string[]) =>
      inForce(snapshot, { kind, id: of }, between, lastDay(context.asOf), lastDay(context.knownAt));
    const forces = new Map(parties.map((party) => [party, ask('instruments', id, [party])]));
    const held = parts.map((part) => ({ record: part, force: ask('provisions', part.id, parties) }));
    const built = relations.flatMap((relation) => record.body[relation] ?? []).map(String);
    return {
      record,
      above: await allRecords(tx, { ...moment, kinds, ids: built }),
      below: await allRecords(tx, {
        ...moment,
        kinds,
        says: relations.map((relation) => ({ [relation]: id })),
      }),
      row: boardRow(record, states, members),
      state: states.find((one) => one.axis === 'state'),
      states,
      forces,
      held,
      documents: await listAttached(tx, context, instruments.name, id),
      offers: await listOffers(tx, context, instruments.name, id),
      names: await loadNames(
        tx,
        moment,
        [record.body, members, subjectsOf([...forces.values(), ...held.map(({ force }) => force)])],
        [cases, instruments, indicators],
      ),
      contradictions: await listDiscrepancies(tx, moment, [record.id], sectionsOf(record.body)),
      places: await placesOfInstrument(tx, moment, id),
    };
  });
}

/** One instrument: what each state did with it on both axes, what it obliges to, and what hangs together with it. */
export const instrumentPage: Page = {
  path: '/law/:id',
  navigation: 'law',
  render: async (context) => {
    const words = unionTexts(context.language);
    const loaded = await load(context);
    if (loaded === null) return fail(problem('record_not_found', '', { id: context.params.id ?? '' }));
    const { record, above, below, row, state, states, forces, held, offers, names, contradictions } = loaded;
    const { body } = record;
    const panels = await loadPanels(instrumentPage, context);
    const followed = row.cells.some((cell) => cell.recorded);
    const reminded = (body.yearly_reminder_to ?? []) as readonly string[];
    const obligations = obligationsOf(record);
    const articles = Object.entries((body.key_articles ?? {}) as Readonly<Record<string, string>>);
    const articleLanguages = (body.article_languages ?? {}) as Readonly<Record<string, string>>;
    const title = localize(row.title, context.language, ['en']);
    return ok({
      title,
      crumbs: [{ text: words.law.title, href: context.href('/law') }],
      lede: (
        <>
          {title.text !== row.title.texts.en && row.title.texts.en !== undefined && (
            <span lang="en">{row.title.texts.en}. </span>
          )}
          <InstrumentState state={state} context={context} />{' '}
          {wordFor(String(body.kind ?? ''), context.language)}
          {typeof body.number === 'string' && `, ${body.number}`}{' '}
          <Sources register={context.register} sections={sectionsOf(body)} />
        </>
      ),
      body: (
        <Stack>
          <DossierTabs
            context={context}
            kind={instruments.name}
            id={record.id}
            dossier={typeof body.case === 'string' ? body.case : null}
          />
          <Offered offers={offers} context={context} />
          {contradictions.length > 0 && <Contradictions items={contradictions} context={context} />}
          <Columns
            main={
              <>
                <Section title={words.law.board} id="implementation">
                  {followed && (
                    <StatesMap
                      title={words.law.boardInLaw}
                      states={row.cells.map((cell) => onMapIn(cell, names, context))}
                    />
                  )}
                  {followed ? (
                    <DataTable<Cell>
                      caption={words.law.board}
                      rows={row.cells}
                      columns={[
                        {
                          title: words.law.state,
                          cell: (cell) => <Named id={cell.party} names={names} context={context} />,
                        },
                        { title: words.law.inLaw, cell: (cell) => <InLaw cell={cell} /> },
                        { title: words.law.inPractice, cell: (cell) => <InPractice cell={cell} /> },
                        { title: words.law.reason, cell: (cell) => <Reasons cell={cell} /> },
                        ...(row.cells.every(({ check }) => check === 'none')
                          ? []
                          : [
                              {
                                title: lawTexts(context.language).page.checked,
                                cell: (cell: Cell) => <Checked cell={cell} names={names} context={context} />,
                              },
                            ]),
                      ]}
                    />
                  ) : (
                    <EmptyState
                      why={words.law.notRecorded}
                      what={words.lawList.notRecordedWhat}
                      who={words.whoCan.file}
                    />
                  )}
                  {reminded.length > 0 && (
                    <p>
                      {words.law.reminded}: <NamedList ids={reminded} names={names} context={context} />
                    </p>
                  )}
                </Section>
                {(forces.size > 0 || held.length > 0) && (
                  <Force record={record} states={states} forces={forces} names={names} context={context} />
                )}
                {panels}
                <Provisions rows={held} names={names} context={context} />
                {obligations.length > 0 && (
                  <Section title={words.law.obligations} id="obligations">
                    <DataTable<Commitment>
                      caption={words.law.obligations}
                      rows={obligations}
                      columns={[
                        {
                          title: words.law.obligation,
                          cell: (one) => <span lang={one.language}>{one.text}</span>,
                        },
                        {
                          title: words.law.who,
                          cell: (one) => <Person id={one.owner} names={names} context={context} />,
                        },
                        {
                          title: words.law.watcher,
                          cell: (one) => <Person id={one.watcher} names={names} context={context} />,
                        },
                        {
                          title: words.law.due,
                          cell: (one) => (
                            <>
                              {one.dueLatest === null ? (
                                <MissingMark reason="not_stated" />
                              ) : (
                                formatDate(one.stated ?? one.dueLatest, context.language)
                              )}
                              {one.words !== null && <small>{words.overview.words(one.words)}</small>}
                              {one.doneOn !== null && <small>{words.feeds.doneOn(one.doneOn)}</small>}
                            </>
                          ),
                        },
                      ]}
                    />
                  </Section>
                )}
                {articles.length > 0 && (
                  <Section title={words.lawList.articles} id="articles">
                    <FieldList
                      fields={articles.map(([number, text]) => ({
                        label: <span id={`article-${number}`}>{words.lawList.article(number)}</span>,
                        value: <span lang={articleLanguages[number] ?? 'en'}>{text}</span>,
                      }))}
                    />
                  </Section>
                )}
                <Section title={words.lawList.timeline} id="timeline">
                  <InTime body={body} context={context} />
                </Section>
                <Section title={words.law.facts} id="facts">
                  <RecordFields
                    kind={instruments}
                    body={withoutShown(body)}
                    names={names}
                    context={context}
                  />
                  <InWalk places={loaded.places} context={context} />
                </Section>
              </>
            }
            aside={
              <>
                <Section title={words.law.texts} id="texts">
                  <FieldList
                    fields={context.register.languages.map((language) => ({
                      label:
                        language in languageNames
                          ? languageNames[language as keyof typeof languageNames]
                          : language,
                      value:
                        row.title.texts[language] === undefined ? (
                          <span class="missing">{words.law.titleMissing}</span>
                        ) : (
                          <span lang={language}>{row.title.texts[language]}</span>
                        ),
                    }))}
                  />
                </Section>
                <Section title={words.law.basedOn} id="based-on">
                  <Related
                    labelled="before"
                    items={relations.flatMap((relation) =>
                      relatedTo(record, relation, above, words.law.relations[relation]),
                    )}
                    context={context}
                  />
                </Section>
                <Section title={words.law.depends} id="depends">
                  <Related
                    labelled="after"
                    items={below.flatMap((other) =>
                      relations
                        .filter((relation) => other.body[relation] === record.id)
                        .map((relation) => ({ label: words.law.relations[relation], record: other })),
                    )}
                    context={context}
                  />
                </Section>
              </>
            }
          />
          <Attached documents={loaded.documents} context={context} />
        </Stack>
      ),
    });
  },
};

/** The map shows what a state's law says; what is known of practice is said where the pointer rests. */
function onMapIn(cell: Cell, names: Names, context: PageContext): MapState {
  const words = unionTexts(context.language);
  const word = words.lawStatuses[cell.inLaw];
  const practice = `${words.law.inPractice}: ${words.practiceStatuses[cell.inPractice]}`;
  return {
    ...onMap(cell.party, names, context.language),
    tone: lawTones[cell.inLaw],
    word,
    text: `${words.law.inLaw}: ${word}. ${practice}`,
  };
}

/** Whether a state says it itself, and who looked at that. */
function Checked({ cell, names, context }: { cell: Cell; names: Names; context: PageContext }) {
  const { checks } = lawTexts(context.language);
  return (
    <>
      <StatusMark tone={checkTones[cell.check]} text={checks[cell.check]} />
      {cell.checkedBy !== null && cell.check !== 'asserted' && (
        <small>
          <Named id={cell.checkedBy} names={names} context={context} />
        </small>
      )}
    </>
  );
}

function InstrumentState({
  state,
  context,
}: {
  state: Awaited<ReturnType<typeof listStates>>[number] | undefined;
  context: PageContext;
}) {
  const words = unionTexts(context.language);
  if (state === undefined || 'why' in state) return <InstrumentStateMark state="unknown" />;
  return (
    <>
      <InstrumentStateMark state={state.state} /> {state.since !== null && `${words.since(state.since)}, `}
    </>
  );
}

/** What the source dates, in time; what lies after the date asked about is marked so and not left out. */
function InTime({ body, context }: { body: StoredRecord['body']; context: PageContext }) {
  const all = unionTexts(context.language);
  const facts = datedFacts(body);
  const { in_force, expired } = all.instrumentStates;
  const stateOf: Readonly<Record<string, string>> = { in_force, in_force_until: expired };
  const day = lastDay(context.asOf);
  if (facts.length === 0) return <EmptyState why={all.lawList.timelineNone} who={all.whoCan.source} />;
  return (
    <Timeline
      moments={facts.map(({ field, on }) => ({
        when: formatDate(on, context.language),
        what: stateOf[field] ?? fieldName(field, context.language),
        ...(firstDay(on) > day ? { detail: all.lawList.later, tone: 'none' } : { tone: 'good' }),
      }))}
    />
  );
}

function Person({
  id,
  names,
  context,
}: {
  id: string | null;
  names: Parameters<typeof Named>[0]['names'];
  context: PageContext;
}) {
  return id === null ? (
    <MissingMark reason="not_stated" />
  ) : (
    <Named id={id} names={names} context={context} />
  );
}

type RelatedItem = { readonly label: string; readonly record: StoredRecord };

function relatedTo(
  record: StoredRecord,
  relation: string,
  all: readonly StoredRecord[],
  label: string,
): readonly RelatedItem[] {
  const other = all.find((one) => one.id === record.body[relation]);
  return other === undefined ? [] : [{ label, record: other }];
}

/** What this instrument does to others reads before their titles; what others do to it, after. */
function Related({
  items,
  labelled,
  context,
}: {
  items: readonly RelatedItem[];
  labelled: 'before' | 'after';
  context: PageContext;
}) {
  const words = unionTexts(context.language);
  if (items.length === 0)
    return labelled === 'before' ? (
      <p>{words.lawList.basedOnNone}</p>
    ) : (
      <EmptyState why={words.law.dependsNone} what={words.lawList.dependsWhat} who={words.whoCan.file} />
    );
  return (
    <ul class="plain">
      {items.map(({ label, record }) => (
        <li>
          {labelled === 'before' && `${label} `}
          <a href={context.href(instruments.href(record.id))}>
            <Lang text={instruments.title(record.body)} />
          </a>
          {labelled === 'after' && <small> {label}</small>}
        </li>
      ))}
    </ul>
  );
}

/** What the page shows in sections of its own. */
function withoutShown(body: StoredRecord['body']): StoredRecord['body'] {
  const shown = new Set<string>([
    'implementation',
    'obligations',
    'yearly_reminder_to',
    'reasons',
    'key_articles',
    'article_languages',
    ...(Array.isArray(body.parties) ? ['bound_by', 'based_on', 'superseded_by', 'end_reason'] : []),
    ...relations,
  ]);
  // A date that is missing stays among the facts, with its reason.
  const dated = new Set<string>(datedFacts(body).map(({ field }) => field));
  return Object.fromEntries(Object.entries(body).filter(([key]) => !shown.has(key) && !dated.has(key)));
}
