import { ok } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { type Offer, offersToMake } from '#platform/actions/offers.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { pageOf } from '#platform/page/address.ts';
import { BarRow, EmptyState, Note, Section, Stack, StatusMark } from '#platform/page/components.tsx';
import { DataTable, Pagination } from '#platform/page/table.tsx';
import { number } from '../../days/pages/parts.tsx';
import { resumeStudy, startStudy, stopStudyAction, studiesPath } from '../actions.ts';
import { aboutOfKept, listStudyNames, studiesFolder } from '../kept-studies.ts';
import { listAsked, type MadeStudy } from '../store.ts';
import type { AboutStudy } from '../study-run.ts';
import { adequacyTexts } from '../text/texts.ts';
import { crumbsToStudies } from './parts.tsx';

/** Studies of one page, and those asked for that are looked at. */
const pageSize = 24;
const askedAtMost = 50;
const tones = { waiting: 'none', running: 'part', stopped: 'none', done: 'good', failed: 'bad' } as const;

const load = (context: PageContext) =>
  context.read(async (tx) => {
    const asked = await listAsked(tx, context.register.id, askedAtMost);
    const left = asked.filter(({ state }) => state !== 'done');
    const acts = new Map<string, readonly Offer[]>();
    for (const { id, state } of left) {
      const goesOn = state === 'waiting' || state === 'running';
      const name = goesOn ? stopStudyAction.name : resumeStudy.name;
      acts.set(id, await offersToMake(tx, context, [name], { study: id }));
    }
    return {
      ...{ left, acts },
      isLive: left.some(({ state }) => state === 'waiting' || state === 'running'),
      offers: await offersToMake(tx, context, [startStudy.name]),
    };
  });
type Loaded = Awaited<ReturnType<typeof load>>;

type Row = { readonly name: string; readonly about: AboutStudy | null };

/** Studies that this node keeps, and those that are being made. */
export const studiesPage: Page = {
  path: studiesPath,
  navigation: 'practice',
  render: async (context) => {
    const { language, dataFolder, query } = context;
    const { page: words } = adequacyTexts(language);
    const loaded = await load(context);
    return async () => {
      const folder = studiesFolder(dataFolder);
      const names = await listStudyNames(folder);
      const last = Math.max(1, Math.ceil(names.length / pageSize));
      const shown = Math.min(pageOf(query), last);
      const rows: Row[] = [];
      for (const name of names.slice((shown - 1) * pageSize, shown * pageSize))
        rows.push({ name, about: await aboutOfKept(folder, name) });
      return ok({
        title: words.title,
        lede: words.lede,
        crumbs: crumbsToStudies(context),
        body: (
          <Stack>
            {loaded.isLive && (
              <div data-live="">
                <Note>
                  {words.live} <a href={context.href(studiesPath)}>{words.reload}</a>
                </Note>
              </div>
            )}
            <Offered offers={loaded.offers} context={context} />
            {loaded.left.length > 0 && <BeingMade {...loaded} context={context} />}
            <Section title={words.kept} id="studies">
              {rows.length === 0 ? (
                <EmptyState why={words.none} what={words.noneWhat} who={words.noneWho} />
              ) : (
                <>
                  <DataTable<Row>
                    caption={words.kept}
                    rows={rows}
                    rowHref={({ name, about }) =>
                      about === null ? null : context.href(`${studiesPath}/${name}`)
                    }
                    columns={[
                      { title: words.study, cell: ({ name, about }) => about?.name ?? name },
                      {
                        title: words.source,
                        cell: ({ about }) =>
                          about === null ? words.unreadable : about.isSynthetic ? words.madeUp : about.source,
                      },
                      { title: words.areas, cell: ({ about }) => about?.areas.join(', ') ?? '–' },
                      {
                        title: words.years,
                        figure: true,
                        cell: ({ about }) => (about === null ? '–' : number(about.years, 0, language)),
                      },
                      { title: words.seed, figure: true, cell: ({ about }) => about?.seed ?? '–' },
                    ]}
                  />
                  <Pagination
                    number={shown}
                    size={pageSize}
                    total={names.length}
                    label={words.kept}
                    hrefOf={(page) => context.href(studiesPath, { page: String(page) })}
                  />
                </>
              )}
            </Section>
          </Stack>
        ),
      });
    };
  },
};

function BeingMade({ left, acts, context }: Loaded & { context: PageContext }) {
  const { language } = context;
  const { page: words, problems } = adequacyTexts(language);
  return (
    <Section title={words.asked} id="asked">
      <DataTable<MadeStudy>
        caption={words.asked}
        rows={left}
        columns={[
          { title: words.study, cell: ({ source }) => source },
          {
            title: words.state,
            cell: ({ state }) => <StatusMark tone={tones[state]} text={words.states[state]} />,
          },
          {
            title: words.progress,
            cell: ({ state, done, years, problem }) =>
              state === 'failed' ? (
                problems.energy_study_failed({ message: String(problem?.params?.message ?? problem?.code) })
              ) : (
                <BarRow
                  label={words.of({ done: number(done, 0, language), total: number(years, 0, language) })}
                  share={done / years}
                  text=""
                />
              ),
          },
          { title: words.seed, figure: true, cell: ({ seed }) => seed },
          {
            title: words.what,
            cell: ({ id }) => (acts.get(id) ?? []).map(({ title, href }) => <a href={href}>{title}</a>),
          },
        ]}
      />
    </Section>
  );
}
