import { sectionsOf } from '#evidence';
import { formatDate, lastDay, type PartialDate } from '#kernel/dates.ts';
import { localize } from '#kernel/localized-text.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { offersToMake } from '#platform/actions/offers.ts';
import type { Transaction } from '#platform/database/database.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { ExportTable, Page, PageContext } from '#platform/module.ts';
import { EmptyState, FieldList, Section, Sources, Stack, StatusMark } from '#platform/page/components.tsx';
import { Lang } from '#platform/page/missing.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { allRecords, type StoredRecord } from '#platform/records/records.ts';
import { texts } from '#platform/text/texts.ts';
import { groupTexts } from '../../groups/text/texts.ts';
import { Named, type Names } from '../../names.tsx';
import { unionTexts } from '../../text/texts.ts';
import { wordFor } from '../../text/words/words.ts';
import { bodies, competences, groups, participations, parties } from '../model.ts';
import { listedParticipants, type PartyInBody, periodOf } from '../rules/participation.ts';
import { type ShownThing, type Sight, shownThings, sightOf } from '../rules/sight.ts';
import { isKnownAt, listMembers, loadNames } from '../store.ts';

/** One part of a party in a group or body, and what it sees of that on the date. */
type Part = {
  readonly body: string;
  readonly kind: string;
  readonly part: PartyInBody;
  readonly sight: Sight;
};
type Region = {
  readonly record: StoredRecord;
  readonly parts: readonly Part[];
  readonly competences: readonly StoredRecord[];
};

/** Every party besides the member states, with all that it takes part in; those of more parts first. */
async function listRegions(tx: Transaction, context: PageContext): Promise<readonly Region[]> {
  const { register, knownAt, asOf } = context;
  const known = { register: register.id, knownAt };
  const day = lastDay(asOf);
  const members = new Set((await listMembers(tx, known)).map(({ id }) => id));
  const described = await allRecords(tx, { ...known, kinds: [groups.name, bodies.name] });
  const recorded = Map.groupBy(await allRecords(tx, { ...known, kinds: [participations.name] }), ({ body }) =>
    String(body.body),
  );
  const held = described.map(({ id, kind, body }) => ({
    body: id,
    kind,
    parts: [
      ...(kind === groups.name ? listedParticipants(body) : []),
      ...(recorded.get(id) ?? []).map(
        (one): PartyInBody => ({
          party: String(one.body.party),
          role: one.body.role as PartyInBody['role'],
          period: periodOf(one.body.from, one.body.to),
          seenOn: null,
        }),
      ),
    ],
  }));
  const told = Map.groupBy(await allRecords(tx, { ...known, kinds: [competences.name] }), ({ body }) =>
    String(body.party),
  );
  const others = (await allRecords(tx, { ...known, kinds: [parties.name] })).filter(
    ({ id }) => !members.has(id),
  );
  return others
    .map((record) => ({
      record,
      parts: held.flatMap(({ body, kind, parts }) => {
        const own = parts.filter(({ party }) => party === record.id);
        const sight = sightOf(parts, record.id, day);
        return own.map((part): Part => ({ body, kind, part, sight }));
      }),
      competences: (told.get(record.id) ?? []).filter(
        ({ body }) => typeof body.from !== 'string' || lastDay(body.from as PartialDate) <= day,
      ),
    }))
    .toSorted((a, b) => b.parts.length - a.parts.length);
}

async function load(context: PageContext, id?: string) {
  return context.read(async (tx) => {
    const all = await listRegions(tx, context);
    const shown = id === undefined ? all : all.filter(({ record }) => record.id === id);
    const ids = shown.map(({ record, parts, competences: told }) => [
      record.body.parent,
      parts.map(({ body }) => body),
      told.map(({ body }) => body.held_by),
    ]);
    const names = await loadNames(tx, { register: context.register.id, knownAt: context.knownAt }, ids);
    const offers = await offersToMake(
      tx,
      context,
      ['regions/state_competence'],
      id === undefined ? {} : { party: id },
    );
    return { shown, names, offers };
  });
}

const partsText = (parts: readonly Part[]) => new Set(parts.map(({ body }) => body)).size;

/** Regions, neighbours and observers (§7, §10.2.3): in what they take part, and who is competent where they are not. */
export const regionsPage: Page = {
  path: '/regions',
  navigation: 'programme',
  render: async (context) => {
    const { regions: words } = groupTexts(context.language);
    const all = unionTexts(context.language);
    const isKnown = isKnownAt(context.register, context.knownAt);
    const { shown, names } = isKnown ? await load(context) : { shown: [], names: new Map() as Names };
    return ok({
      title: words.title,
      lede: words.lede,
      crumbs: [
        { text: all.programme.title, href: context.href('/programme') },
        { text: all.bodiesPage.title, href: context.href('/bodies') },
      ],
      exports: ['csv', 'xlsx', 'json'],
      body:
        shown.length === 0 ? (
          <EmptyState why={words.none} what={words.noneWhat} who={all.whoCan.file} />
        ) : (
          <Section title={words.title} id="regions">
            <DataTable<Region>
              caption={words.title}
              rows={shown}
              rowHref={({ record }) => context.href(`/regions/${record.id}`)}
              columns={[
                {
                  title: words.region,
                  cell: ({ record }) => <Lang text={parties.title(record.body)} />,
                },
                {
                  title: words.partOf,
                  cell: ({ record: { body } }) =>
                    typeof body.parent === 'string' && (
                      <Named id={body.parent} names={names} context={context} kinds={[parties]} />
                    ),
                },
                { title: words.bodies, cell: ({ parts }) => partsText(parts), figure: true },
                { title: words.competence, cell: ({ competences: told }) => told.length, figure: true },
                {
                  title: texts(context.language).sources.label,
                  cell: ({ record }) => (
                    <Sources register={context.register} sections={sectionsOf(record.body)} />
                  ),
                },
              ]}
            />
          </Section>
        ),
    });
  },
  exportTable: async (context) => {
    const { regions: words } = groupTexts(context.language);
    const shared = texts(context.language).exports;
    const { shown } = await load(context);
    const notes = { party: shared.party, ...words.columns };
    return ok({
      name: `${context.register.id}-regions`,
      title: words.title,
      columns: Object.entries(notes).map(([key, note]) => ({ key, title: key, note })),
      rows: shown.flatMap(({ record, parts }): ExportTable['rows'] =>
        parts.length === 0
          ? [{ party: record.id, body: null, role: null, from: null, to: null, sees: 'none' }]
          : parts.map(({ kind, body, part, sight }) => ({
              party: record.id,
              body: `${kind}/${body}`,
              role: part.role,
              from: part.period?.from ?? null,
              to: part.period?.to ?? null,
              sees: sight,
            })),
      ),
      notes: exportNotes(context),
    });
  },
};

/** One of them: each part with its role and interval, why it may not act alone, and what it sees and does not see. */
export const regionPage: Page = {
  path: '/regions/:id',
  navigation: 'programme',
  render: async (context) => {
    const id = context.params.id ?? '';
    const { regions: words } = groupTexts(context.language);
    const { shown, names, offers } = await load(context, id);
    const [region] = shown;
    if (region === undefined) return fail(problem('record_not_found', '', { id }));
    const { body } = region.record;
    return ok({
      title: localize(parties.title(body), context.language, ['en']),
      lede: (
        <>
          {typeof body.kind === 'string' && wordFor(body.kind, context.language)}{' '}
          <Sources register={context.register} sections={sectionsOf(body)} />
        </>
      ),
      crumbs: [{ text: words.title, href: context.href('/regions') }],
      body: (
        <Stack>
          <Offered offers={offers} context={context} />
          <Section title={words.part} id="part">
            <Parts region={region} names={names} context={context} />
          </Section>
          <Section title={words.alone} id="alone">
            <Alone region={region} names={names} context={context} />
          </Section>
          <Section title={words.sight} id="sight">
            <WhatIsSeen context={context} />
          </Section>
        </Stack>
      ),
    });
  },
};

type Shown = { readonly region: Region; readonly names: Names; readonly context: PageContext };

function Parts({ region, names, context }: Shown) {
  const { regions: words } = groupTexts(context.language);
  const all = unionTexts(context.language);
  const date = (day: PartialDate | null) => (day === null ? '…' : formatDate(day, context.language));
  if (region.parts.length === 0) return <EmptyState why={words.partNone} what={words.partNoneWhat} />;
  return (
    <DataTable<Part>
      caption={words.part}
      rows={region.parts}
      columns={[
        {
          title: words.body,
          cell: ({ body, kind }) => (
            <Named
              id={body}
              names={names}
              context={context}
              kinds={[kind === groups.name ? groups : bodies]}
            />
          ),
        },
        { title: words.role, cell: ({ part }) => all.participationRoles[part.role] },
        {
          title: words.period,
          cell: ({ part }) =>
            part.period !== null
              ? `${date(part.period.from)} – ${date(part.period.to)}`
              : part.seenOn !== null && all.groups.periodUnknown(part.seenOn),
        },
        { title: words.sees, cell: ({ sight }) => words.sights[sight] },
      ]}
    />
  );
}

/** What the source says it cannot be a party to, what it is a part of, and which capital is competent instead (§7.2.1, §7.4). */
function Alone({ region, names, context }: Shown) {
  const { regions: words } = groupTexts(context.language);
  const { body } = region.record;
  const facts = [
    ...(typeof body.parent === 'string'
      ? [
          {
            label: words.partOf,
            value: <Named id={body.parent} names={names} context={context} kinds={[parties]} />,
          },
        ]
      : []),
    ...(typeof body.cannot_be_party_to === 'string'
      ? [{ label: words.cannotSign, value: <span lang="en">{body.cannot_be_party_to}</span> }]
      : []),
  ];
  return (
    <>
      {facts.length > 0 && <FieldList fields={facts} />}
      {region.competences.length === 0 ? (
        <EmptyState why={words.aloneNone} what={words.aloneWhat} />
      ) : (
        <DataTable<StoredRecord>
          caption={words.alone}
          rows={region.competences}
          columns={[
            {
              title: words.field,
              cell: ({ body: told }) => String(told.field),
              below: ({ body: told }) => <Sources register={context.register} sections={sectionsOf(told)} />,
            },
            {
              title: words.heldBy,
              cell: ({ body: told }) => (
                <>
                  <Named id={String(told.held_by)} names={names} context={context} kinds={[parties]} />
                  {typeof told.government === 'string' && <small>{told.government}</small>}
                </>
              ),
            },
            {
              title: words.evidence,
              cell: ({ body: told }) => (typeof told.evidence === 'string' ? told.evidence : null),
            },
            {
              title: words.since,
              cell: ({ body: told }) =>
                typeof told.from === 'string' && formatDate(told.from as PartialDate, context.language),
            },
          ]}
        />
      )}
    </>
  );
}

/** The rule itself, for whoever takes part and for whoever sits at the table. */
function WhatIsSeen({ context }: { context: PageContext }) {
  const { regions: words } = groupTexts(context.language);
  const mark = (isSeen: boolean) => (
    <StatusMark tone={isSeen ? 'good' : 'none'} text={isSeen ? words.shown : words.hidden} />
  );
  return (
    <DataTable<{ readonly thing: ShownThing; readonly to: 'everybody' | 'participants' }>
      caption={words.sight}
      rows={shownThings}
      columns={[
        { title: words.thing, cell: ({ thing }) => words.things[thing] },
        { title: words.byRole.participant, cell: () => mark(true) },
        { title: words.byRole.observer, cell: ({ to }) => mark(to === 'everybody') },
      ]}
    />
  );
}

/** A way to them from the pages of bodies. */
export function regionsTool(context: PageContext) {
  return { text: groupTexts(context.language).regions.link, href: context.href('/regions') };
}
