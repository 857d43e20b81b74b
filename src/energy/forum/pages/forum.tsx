import { lastDay } from '#kernel/dates.ts';
import { ok } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { actionContextOf, listOffers, type Offer, offersToMake } from '#platform/actions/offers.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { Dataset, Page, PageContext, ReadContext } from '#platform/module.ts';
import {
  Basis,
  EmptyState,
  Note,
  Section,
  Stack,
  StatusMark,
  type Tone,
} from '#platform/page/components.tsx';
import { Lang } from '#platform/page/missing.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { groups, loadNames, meetings, Named, NamedList, type Names } from '#union';
import { crumbsToEnergy } from '../../front/pages/crumbs.ts';
import { energyForumPath, forumMatters } from '../model.ts';
import { admissionOf, type Stakeholder, type Subject, stakeholders, subjects } from '../rules/admission.ts';
import type { Presence } from '../rules/attendance.ts';
import type { Kept } from '../rules/cadence.ts';
import {
  type GroupYear,
  listForumGroups,
  listGroupYears,
  listSeenMatters,
  type SeenMatter,
} from '../store.ts';
import { forumTexts } from '../text/texts.ts';

type Shown = { readonly names: Names; readonly context: PageContext };

const loadYears = (context: ReadContext) =>
  context.read(async (tx) => {
    const known = { register: context.register.id, knownAt: context.knownAt };
    const day = lastDay(context.asOf);
    const year = day.slice(0, 4);
    const years = await listGroupYears(tx, known, { day, year });
    return { years, year };
  });

/** The catalogue names the table of how the groups meet, which is for everybody, where there are such groups. */
export async function forumDatasets(context: ReadContext): Promise<readonly Dataset[]> {
  const { page: words } = forumTexts(context.language);
  const { years, year } = await loadYears(context);
  if (years.length === 0) return [];
  return [
    {
      ...{ id: 'energy-forum', title: words.groups, description: words.groupsWhat({ year }) },
      ...{ page: energyForumPath, exports: ['csv', 'xlsx', 'json'], feeds: [], years: [year, year] },
    },
  ];
}

const keptTones: Readonly<Record<Kept, Tone>> = {
  kept: 'good',
  missed: 'bad',
  under_way: 'part',
  not_on_record: 'none',
};

/** How the forum meets, who is missing, who comes to what; and for who sits in a group the matters to which he is invited. */
export const forumPage: Page = {
  path: energyForumPath,
  navigation: 'practice',
  render: async (context) => {
    const { page: words } = forumTexts(context.language);
    const { years, year } = await loadYears(context);
    const seen = await context.read(async (tx) => {
      const known = { register: context.register.id, knownAt: context.knownAt };
      const matters = await listSeenMatters(tx, actionContextOf(context));
      const shown = [
        years.map(({ id, parent, chairOfGroups, expected }) => [id, parent, chairOfGroups, expected]),
        matters.map(({ body, comes, meeting }) => [body, comes, meeting]),
      ];
      const offersOf = new Map<string, readonly Offer[]>();
      for (const { id } of matters)
        offersOf.set(id, await listOffers(tx, context, forumMatters.name, id, 'row'));
      return {
        matters,
        offersOf,
        hasGroups: (await listForumGroups(tx, known)).length > 0,
        names: await loadNames(tx, known, shown, [meetings]),
        offers: await offersToMake(tx, context, ['energy-forum/put']),
      };
    });
    const shared = { names: seen.names, context };
    // Each reading is written down for the grant that opens it.
    for (const { id, grant } of seen.matters)
      context.record({
        ...{ event: `${forumMatters.name}.read`, subject: `${forumMatters.name}/${id}` },
        ...{ register: context.register.id, party: grant?.party ?? null, purpose: grant?.basis ?? null },
        payload: { records: [id] },
      });
    return ok({
      title: words.title,
      lede: words.lede,
      crumbs: crumbsToEnergy(context),
      ...(years.length === 0 ? {} : { exports: ['csv', 'xlsx', 'json'] as const }),
      body: (
        <Stack>
          <Offered offers={seen.offers} context={context} />
          <Groups years={years} year={year} {...shared} />
          <Gaps years={years} year={year} {...shared} />
          <Section title={words.matters} id="matters">
            {seen.matters.length > 0 ? (
              <>
                <Basis>{words.mattersWhat}</Basis>
                <Matters matters={seen.matters} offersOf={seen.offersOf} {...shared} />
              </>
            ) : seen.hasGroups ? (
              <EmptyState why={words.noMatters} what={words.noMattersWhat} who={words.noMattersWho} />
            ) : (
              <EmptyState why={words.noField} who={words.noneWho} />
            )}
          </Section>
          <Rule context={context} />
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const { page: words } = forumTexts(context.language);
    const { years, year } = await loadYears(context);
    return ok({
      name: `${context.register.id}-energy-forum-${year}`,
      title: words.groups,
      columns: Object.entries(words.columns).map(([key, note]) => ({ key, title: key, note })),
      rows: years.flatMap(({ id, rhythms, gaps }) =>
        rhythms.map(({ rhythm, held, kept }) => ({
          ...{ group: id, level: rhythm.level, least: rhythm.least, held, kept },
          missing: gaps.map(({ party, absent, unsaid }) => `${party} ${absent + unsaid}`).join(', '),
        })),
      ),
      notes: [...exportNotes(context), words.groupsWhat({ year })],
    });
  },
};

function Groups({ years, year, names, context }: Shown & { years: readonly GroupYear[]; year: string }) {
  const { page: words, levels, kept: keptWords } = forumTexts(context.language);
  if (years.length === 0)
    return (
      <Section title={words.groups} id="groups">
        <EmptyState why={words.none} what={words.noneWhat} who={words.noneWho} />
      </Section>
    );
  return (
    <Section title={words.groups} id="groups">
      <Note>{words.groupsWhat({ year })}</Note>
      <DataTable<GroupYear>
        caption={words.groups}
        rows={years}
        rowHref={({ id }) => context.href(groups.href(id))}
        columns={[
          {
            title: words.group,
            cell: ({ record }) => <Lang text={groups.title(record.body)} />,
            below: ({ chairOfGroups: chair }) =>
              chair !== null && (
                <div>
                  {words.chair({
                    who: names.get(`parties/${chair}`)?.title.texts[context.language] ?? chair,
                  })}
                </div>
              ),
          },
          {
            title: words.expected,
            cell: ({ expected }) =>
              expected.length === 0 ? (
                words.nobody
              ) : (
                <NamedList ids={expected} names={names} context={context} />
              ),
            below: ({ isOwnList, expected }) =>
              !isOwnList && expected.length > 0 && <div>({words.ofAbove})</div>,
          },
          {
            title: words.rhythm,
            cell: ({ rhythms }) =>
              rhythms.length === 0
                ? words.noRhythm
                : rhythms.map(({ rhythm: { level, least } }) => (
                    <div>{words.times({ level: levels[level], least })}</div>
                  )),
          },
          { title: words.held, figure: true, cell: ({ held }) => held },
          {
            title: words.standing,
            cell: ({ rhythms }) =>
              rhythms.length === 0
                ? '–'
                : rhythms.map(({ kept, held, rhythm: { level } }) => (
                    <div>
                      {levels[level]}: <StatusMark tone={keptTones[kept]} text={keptWords[kept]} />
                      {kept === 'not_on_record' ? '' : ` (${held})`}
                    </div>
                  )),
          },
        ]}
      />
    </Section>
  );
}

function Gaps({ years, year, names, context }: Shown & { years: readonly GroupYear[]; year: string }) {
  const { page: words } = forumTexts(context.language);
  const rows = years.flatMap(({ id, gaps }) => gaps.map((gap) => ({ id, ...gap })));
  return (
    <Section title={words.gaps} id="gaps">
      {rows.length === 0 ? (
        <EmptyState why={words.noGaps} what={words.noGapsWhat} />
      ) : (
        <>
          <Note>{words.gapsWhat({ year })}</Note>
          <DataTable<Presence & { readonly id: string }>
            caption={words.gaps}
            rows={rows}
            columns={[
              { title: words.group, cell: ({ id }) => <Named id={id} names={names} context={context} /> },
              {
                title: words.party,
                cell: ({ party }) => <Named id={party} names={names} context={context} />,
              },
              { title: words.there, figure: true, cell: ({ there }) => there },
              { title: words.absent, figure: true, cell: ({ absent }) => absent },
              { title: words.unsaid, figure: true, cell: ({ unsaid }) => unsaid },
            ]}
          />
        </>
      )}
      {years.length > 0 && <Note>{words.told}</Note>}
    </Section>
  );
}

function Matters({
  matters,
  offersOf,
  names,
  context,
}: Shown & { matters: readonly SeenMatter[]; offersOf: ReadonlyMap<string, readonly Offer[]> }) {
  const { page: words } = forumTexts(context.language);
  return (
    <DataTable<SeenMatter>
      caption={words.matters}
      rows={matters}
      columns={[
        {
          title: words.matter,
          cell: ({ title }) => title,
          below: ({ paper }) => paper !== null && <div>{paper}</div>,
        },
        { title: words.group, cell: ({ body }) => <Named id={body} names={names} context={context} /> },
        {
          title: words.sensitive,
          cell: ({ isSensitive }) => (
            <StatusMark
              tone={isSensitive ? 'bad' : 'good'}
              text={isSensitive ? words.sensitive : words.notSensitive}
            />
          ),
        },
        {
          title: words.meeting,
          cell: ({ meeting }) =>
            meeting === null ? (
              '–'
            ) : (
              <Named id={meeting} names={names} context={context} kinds={[meetings]} />
            ),
        },
        {
          title: words.invited,
          cell: ({ comes }) => <NamedList ids={comes} names={names} context={context} />,
          below: ({ id }) =>
            (offersOf.get(id) ?? []).map(({ title, href }) => (
              <div>
                <a href={href}>{title}</a>
              </div>
            )),
        },
      ]}
    />
  );
}

/** The rule itself, made from the function that decides. */
function Rule({ context }: { context: PageContext }) {
  const words = forumTexts(context.language);
  const cell = (who: Stakeholder, subject: Subject) => {
    const admission = admissionOf(who, subject, false);
    const isKept = admissionOf(who, subject, true) === admission;
    return isKept ? words.admissions[admission] : `${words.admissions[admission]}, ${words.notWhenSensitive}`;
  };
  return (
    <Section title={words.page.rule} id="rule">
      <Note>{words.page.ruleWhat}</Note>
      <DataTable<Stakeholder>
        caption={words.page.rule}
        rows={stakeholders}
        columns={[
          { title: words.page.who, cell: (who) => words.stakeholders[who] },
          ...subjects.map((subject) => ({
            title: words.subjects[subject],
            cell: (who: Stakeholder) => cell(who, subject),
          })),
        ]}
      />
    </Section>
  );
}
