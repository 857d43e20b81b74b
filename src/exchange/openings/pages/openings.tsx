import { sectionsOf } from '#evidence';
import { formatDate, lastDay, type PartialDate } from '#kernel/dates.ts';
import { localize } from '#kernel/localized-text.ts';
import { fail, ok, problem } from '#kernel/result.ts';
import { type Offer, offersToMake } from '#platform/actions/offers.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { type Field, FieldList, Note, Section, Sources, Stack } from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { allRecords, findRecord } from '#platform/records/records.ts';
import { instruments, Named, provisions } from '#union';
import type { Read } from '../../rules/law.ts';
import { conditionText, periodText } from '../../text/reasons.ts';
import { operationText } from '../../text/words/words.ts';
import type { Opening, Openings, PairOpening } from '../rules/openings.ts';
import { isKnownToday, type LoadedOpenings, loadOpenings } from '../store.ts';
import { openingTexts } from '../text/texts.ts';
import {
  articleText,
  askHref,
  exchangePath,
  mayHref,
  NothingKnown,
  openingsPath,
  pairText,
  periodOf,
  reasonsOf,
  StateMark,
  todayHref,
} from './parts.tsx';
import { openingRows } from './rows.ts';

async function load(context: PageContext) {
  const moment = { register: context.register.id, knownAt: context.knownAt };
  const id = context.params.instrument ?? '';
  return context.read(async (tx) => {
    const record = await findRecord(tx, { ...moment, kind: instruments.name, id });
    if (record === undefined) return null;
    const loaded = await loadOpenings(tx, context, id);
    const kinds = [provisions.name];
    const said = await allRecords(tx, { ...moment, kinds, says: [{ instrument: id }] });
    return {
      ...loaded,
      record,
      today: loaded.openings.has(id) || (await isKnownToday(tx, context, id)),
      // The form is of today, whatever day the page shows.
      offer: (await offersToMake(tx, context, ['exchange/ask']))[0] ?? null,
      sources: new Map(said.map((one) => [one.id, sectionsOf(one.body)])),
    };
  });
}

type Loaded = LoadedOpenings & {
  readonly sources: ReadonlyMap<string, readonly string[]>;
  /** The way to ask, for who may. */
  readonly offer: Offer | null;
};
type Shown = { loaded: Loaded; context: PageContext };

/** What the articles of one instrument open: who may ask whom for what, on which conditions, and where it is closed and why. */
export const openingsPage: Page = {
  path: openingsPath(':instrument'),
  navigation: 'practice',
  render: async (context) => {
    const words = openingTexts(context.language);
    const loaded = await load(context);
    if (loaded === null)
      return fail(problem('record_not_found', '', { id: context.params.instrument ?? '' }));
    const { record } = loaded;
    const held = loaded.openings.get(record.id);
    const title = localize(instruments.title(record.body), context.language, ['en']).text;
    return ok({
      title: words.page.title(title),
      crumbs: [
        { text: words.exchange.title, href: context.href(exchangePath) },
        { text: title, href: context.href(instruments.href(record.id)) },
      ],
      lede: words.page.lede,
      ...(held === undefined ? {} : { exports: ['csv', 'xlsx', 'json'] as const }),
      body:
        held === undefined ? (
          <NothingKnown context={context} today={loaded.today} ofOne path={openingsPath(record.id)} />
        ) : (
          <Stack>
            <NotYet held={held} path={openingsPath(record.id)} context={context} />
            {held.openings.length > 0 && <Glance held={held} loaded={loaded} context={context} />}
            {held.general.map((provision) => (
              <General provision={provision} loaded={loaded} context={context} />
            ))}
            {held.openings.map((opening) => (
              <Article opening={opening} loaded={loaded} context={context} />
            ))}
            {held.rules.map((provision) => (
              <Rule provision={provision} loaded={loaded} context={context} />
            ))}
          </Stack>
        ),
    });
  },
  exportTable: async (context) => {
    const loaded = await load(context);
    const id = context.params.instrument ?? '';
    if (loaded === null) return fail(problem('record_not_found', '', { id }));
    const { title } = openingTexts(context.language).page;
    return ok(openingRows(`openings-${id}`, title(loaded.nameOf('instruments', id)), loaded, context));
  },
};

/** A register that opens at the date of its source shows a treaty of later as closed: that is said, with the way to today. */
function NotYet({ held, path, context }: { held: Openings; path: string; context: PageContext }) {
  const words = openingTexts(context.language).moment;
  const pairs = held.openings.flatMap((opening) => opening.pairs);
  if (pairs.length === 0 || pairs.some(({ state }) => state === 'open')) return null;
  const first = pairs.flatMap(({ next }) => next ?? []).toSorted()[0];
  const day = (date: PartialDate) => formatDate(date, context.language);
  return (
    <Note>
      <strong>{words.nothingOpen(day(lastDay(context.asOf)))}</strong>{' '}
      {first !== undefined && `${words.opens(day(first))} `}
      <a href={todayHref(context, path)}>{words.showToday}</a>
    </Note>
  );
}

function Glance({ held, loaded, context }: Shown & { held: Openings }) {
  const { language } = context;
  const { page: words } = openingTexts(language);
  const pairs = held.openings[0]?.pairs ?? [];
  return (
    <Section title={words.atAGlance} id="glance">
      <DataTable<Opening>
        caption={words.atAGlance}
        rows={held.openings}
        rowHref={({ provision }) => `#${provision.id}`}
        columns={[
          { title: words.article, cell: ({ provision }) => articleText(provision.article, language) },
          { title: words.what, cell: ({ provision }) => operationText(provision.operation, language) },
          ...pairs.map(({ pair }, index) => ({
            title: pairText(pair, loaded.nameOf),
            cell: (opening: Opening) => {
              const state = opening.pairs[index]?.state;
              return state === undefined ? null : <StateMark state={state} language={language} />;
            },
          })),
        ]}
      />
    </Section>
  );
}

function General({ provision, loaded, context }: Shown & { provision: Read }) {
  const { page: words } = openingTexts(context.language);
  return (
    <Section
      title={words.titled(words.general, articleText(provision.article, context.language))}
      id={provision.id}
    >
      <p>{words.generalWhat}</p>
      <FieldList fields={fieldsOf(provision, loaded, context)} />
    </Section>
  );
}

/** What nobody asks for: it says how the parties act by the other articles. */
function Rule({ provision, loaded, context }: Shown & { provision: Read }) {
  const { language } = context;
  const { page: words } = openingTexts(language);
  const article = articleText(provision.article, language);
  return (
    <Section title={words.titled(article, operationText(provision.operation, language))} id={provision.id}>
      <p>{words.ruleWhat}</p>
      <FieldList fields={fieldsOf(provision, loaded, context)} />
    </Section>
  );
}

/** One provision: between whom it is open and since when, or why not; what a request must meet; what follows from it. */
function Article({ opening, loaded, context }: Shown & { opening: Opening }) {
  const { provision, pairs } = opening;
  const { adds } = provision;
  const { language } = context;
  const { page: words } = openingTexts(language);
  const what = operationText(provision.operation, language);
  return (
    <Section
      title={words.titled(articleText(provision.article, language), what)}
      id={provision.id}
      tools={
        adds === null
          ? [
              {
                text: (
                  <>
                    {words.ask}
                    <span class="unseen"> ({what})</span>
                  </>
                ),
                href: mayHref(context, opening, pairs[0]?.pair),
              },
              ...(loaded.offer !== null && pairs.some(({ state }) => state === 'open')
                ? [
                    {
                      text: (
                        <>
                          {loaded.offer.title}
                          <span class="unseen"> ({what})</span>
                        </>
                      ),
                      href: askHref(context, provision),
                    },
                  ]
                : []),
            ]
          : []
      }
    >
      {pairs.length === 0 ? (
        <p>{words.noPairs}</p>
      ) : (
        <DataTable<readonly PairOpening[]>
          caption={what}
          rows={alike(pairs, loaded, context)}
          columns={[
            {
              title: words.between,
              cell: (group) => (
                <ul class="plain">
                  {group.map(({ pair }) => (
                    <li>{pairText(pair, loaded.nameOf)}</li>
                  ))}
                </ul>
              ),
            },
            {
              title: words.state,
              cell: ([one]) =>
                one !== undefined && (
                  <>
                    <StateMark state={one.state} language={language} />
                    <small>{reasonsOf(one, language, loaded.nameOf).join('; ')}</small>
                  </>
                ),
            },
            { title: words.period, cell: ([one]) => one !== undefined && periodOf(one, language) },
          ]}
        />
      )}
      <FieldList
        fields={[
          ...(adds === null
            ? []
            : [
                {
                  label: words.adds,
                  value: (
                    <a href={context.href(openingsPath(adds.instrument))}>
                      {words.articleIn(adds.article ?? '', loaded.nameOf('instruments', adds.instrument))}
                    </a>
                  ),
                },
              ]),
          ...fieldsOf(provision, loaded, context, furtherOf(opening, loaded, context)),
        ]}
      />
    </Section>
  );
}

/** Pairs of which the same is to be said stand in one row. */
function alike(
  pairs: readonly PairOpening[],
  { nameOf }: Loaded,
  { language }: PageContext,
): readonly (readonly PairOpening[])[] {
  const said = (one: PairOpening) =>
    JSON.stringify([one.state, periodOf(one, language), reasonsOf(one, language, nameOf)]);
  return [...Map.groupBy(pairs, said).values()];
}

/** `further` stands below what the article itself asks. */
function fieldsOf(
  { id, said, from, until }: Read,
  { sources }: Loaded,
  context: PageContext,
  further: readonly Field[] = [],
): readonly Field[] {
  const { language, register } = context;
  const { page: words } = openingTexts(language);
  const own = (texts: readonly string[]) => (
    <ul>
      {texts.map((text) => (
        <li lang="en">{text}</li>
      ))}
    </ul>
  );
  const listed = (texts: readonly string[]) => (
    <ul>
      {texts.map((text) => (
        <li>{text}</li>
      ))}
    </ul>
  );
  const source = sources.get(id) ?? [];
  const day = (date: PartialDate | null) => (date === null ? '…' : formatDate(date, language));
  return [
    {
      label: words.must,
      value:
        said === null
          ? words.unreadable
          : said.all.length === 0
            ? words.mustNothing
            : listed(said.all.map((condition) => conditionText(condition, language))),
    },
    ...further,
    ...(said === null || said.duties.length === 0 ? [] : [{ label: words.duties, value: own(said.duties) }]),
    ...(said === null || said.timers.length === 0
      ? []
      : [{ label: words.periods, value: listed(said.timers.map((timer) => periodText(timer, language))) }]),
    ...(said?.retention_days === undefined
      ? []
      : [{ label: words.retention, value: words.retentionDays(said.retention_days) }]),
    ...(said === null || said.prose.length === 0 ? [] : [{ label: words.prose, value: own(said.prose) }]),
    ...(from === null && until === null
      ? []
      : [{ label: words.from, value: `${day(from)} – ${day(until)}` }]),
    ...(source.length === 0
      ? []
      : [{ label: words.source, value: <Sources register={register} sections={source} /> }]),
  ];
}

/** What an agreement between two of the parties asks besides; it differs from pair to pair. */
function furtherOf({ provision, pairs }: Opening, loaded: Loaded, context: PageContext) {
  const { page: words } = openingTexts(context.language);
  return pairs.flatMap(({ pair, standing }) =>
    standing.paths.flatMap(({ basis, demands }) =>
      basis
        .filter((id) => id !== provision.instrument)
        .map((agreement) => {
          const further = demands.filter(
            (one) => loaded.law.provision.get(one.provision)?.instrument === agreement,
          );
          return {
            label: `${words.further} (${pairText(pair, loaded.nameOf)})`,
            value: (
              <>
                <Named id={agreement} names={loaded.names} context={context} kinds={[instruments]} />
                {further.length > 0 && (
                  <ul>
                    {further.map(({ condition }) => (
                      <li>{conditionText(condition, context.language)}</li>
                    ))}
                  </ul>
                )}
              </>
            ),
          };
        }),
    ),
  );
}
