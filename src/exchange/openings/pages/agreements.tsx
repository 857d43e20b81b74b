import { ok } from '#kernel/result.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { EmptyState, Figure, FigureRow, Note, Section, Stack } from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { countMissingAgreements, type MissingAgreement } from '../../oversight/store.ts';
import { readSides } from '../../requests/pages/parts.tsx';
import { operationText } from '../../text/words/words.ts';
import { type Opening, type PairOpening, partsOf } from '../rules/openings.ts';
import { isKnownToday, type LoadedOpenings, loadOpenings } from '../store.ts';
import { openingTexts } from '../text/texts.ts';
import {
  agreementsPath,
  articleText,
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

type Shown = { loaded: LoadedOpenings; context: PageContext };

/** Questions of the reader's parties that each agreement would have let through; null: the reader acts for none here. */
type Denials = readonly MissingAgreement[] | null;

/** Which agreement keeps which article closed, for whoever could conclude it: article by article and pair by pair. */
export const agreementsPage: Page = {
  path: agreementsPath,
  navigation: 'practice',
  render: async (context) => {
    const words = openingTexts(context.language);
    const { loaded, today, denials } = await context.read(async (tx) => {
      const sides = [...(await readSides(tx, context)).keys()];
      return {
        loaded: await loadOpenings(tx, context),
        today: await isKnownToday(tx, context),
        denials:
          sides.length === 0
            ? null
            : await countMissingAgreements(tx, { register: context.register.id, sides }),
      };
    });
    return ok({
      title: words.agreements.title,
      lede: words.agreements.lede,
      crumbs: [{ text: words.exchange.title, href: context.href(exchangePath) }],
      exports: ['csv', 'xlsx', 'json'],
      body:
        loaded.openings.size === 0 ? (
          <NothingKnown context={context} today={today} path={agreementsPath} />
        ) : (
          <Board loaded={loaded} denials={denials} context={context} />
        ),
    });
  },
  exportTable: async (context) => {
    const loaded = await context.read((tx) => loadOpenings(tx, context));
    return ok(openingRows('agreements', openingTexts(context.language).agreements.title, loaded, context));
  },
};

function Board({ loaded, denials, context }: Shown & { denials: Denials }) {
  const { agreements: words, moment } = openingTexts(context.language);
  const boards = [...loaded.openings].map(([instrument, held]) => ({ instrument, held, ...partsOf(held) }));
  const needing = boards.flatMap((board) => board.needing);
  const pairs = needing.flatMap((opening) => opening.pairs);
  const count = (state: PairOpening['state']) => pairs.filter((one) => one.state === state).length;
  const [open, missing] = [count('open'), count('agreement_missing')];
  const of = words.figures.of(pairs.length);
  if (needing.length === 0) return <EmptyState why={words.noneNeeding} who={moment.who} />;
  return (
    <Stack>
      {open === 0 && missing === 0 && (
        <Note>
          <a href={todayHref(context, agreementsPath)}>{moment.showToday}</a>
        </Note>
      )}
      <FigureRow>
        <Figure value={missing} label={words.figures.missing} detail={of} />
        <Figure value={open} label={words.figures.open} detail={of} />
        <Figure value={pairs.length - open - missing} label={words.figures.other} detail={of} />
      </FigureRow>
      <MissingList openings={needing} denials={denials} loaded={loaded} context={context} />
      {boards.map(({ instrument, ...board }) => (
        <>
          <Matrix
            id={`needing-${instrument}`}
            title={words.needing(loaded.nameOf('instruments', instrument))}
            instrument={instrument}
            openings={board.needing}
            loaded={loaded}
            context={context}
          />
          <Matrix
            id={`others-${instrument}`}
            title={words.others(loaded.nameOf('instruments', instrument))}
            instrument={instrument}
            openings={board.others}
            loaded={loaded}
            context={context}
          />
        </>
      ))}
    </Stack>
  );
}

/** One line for each agreement that somebody could conclude: between whom, of which article, and what it would open. */
function MissingList(props: Shown & { openings: readonly Opening[]; denials: Denials }) {
  const { openings, denials, loaded, context } = props;
  const { agreements: words, page } = openingTexts(context.language);
  const { language } = context;
  const rows = openings.flatMap((opening) =>
    opening.pairs.filter(({ state }) => state === 'agreement_missing').map((one) => ({ opening, one })),
  );
  return (
    <Section title={words.list} id="missing">
      {rows.length === 0 ? (
        <EmptyState why={words.listNone} what={words.listNoneWhat} />
      ) : (
        <DataTable<(typeof rows)[number]>
          caption={words.list}
          rows={rows}
          rowHref={({ opening, one }) => mayHref(context, opening, one.pair)}
          columns={[
            {
              title: page.article,
              cell: ({ opening, one }) =>
                `${articleText(missingIn(one), language)}, ${loaded.nameOf('instruments', opening.provision.instrument)}`,
            },
            { title: page.between, cell: ({ one }) => pairText(one.pair, loaded.nameOf) },
            {
              title: words.whatOpens,
              cell: ({ opening }) => operationText(opening.provision.operation, language),
            },
            ...(denials === null
              ? []
              : [
                  {
                    title: words.deniedForWant,
                    figure: true,
                    cell: ({ opening, one }: (typeof rows)[number]) => deniedFor(denials, opening, one),
                  },
                ]),
          ]}
        />
      )}
    </Section>
  );
}

function deniedFor(denials: readonly MissingAgreement[], { provision }: Opening, one: PairOpening): number {
  const [first, second] = one.pair.toSorted();
  return denials
    .filter(
      (denied) =>
        denied.instrument === provision.instrument &&
        denied.article === missingIn(one) &&
        denied.one === first &&
        denied.other === second,
    )
    .reduce((sum, { count }) => sum + count, 0);
}

/** The article that asks for the agreement that is missing. */
function missingIn({ standing }: PairOpening): string | null {
  const missing = standing.reasons.find(({ code }) => code === 'no_agreement');
  return missing?.code === 'no_agreement' ? missing.article : null;
}

function Matrix(
  props: Shown & { id: string; title: string; instrument: string; openings: readonly Opening[] },
) {
  const { id, title, instrument, openings, loaded, context } = props;
  const { page: words, agreements } = openingTexts(context.language);
  const { language } = context;
  const pairs = openings[0]?.pairs ?? [];
  if (pairs.length === 0) return null;
  return (
    <Section title={title} id={id}>
      <DataTable<Opening>
        caption={title}
        rows={openings}
        rowHref={({ provision }) => `${context.href(openingsPath(instrument))}#${provision.id}`}
        columns={[
          { title: words.article, cell: ({ provision }) => articleText(provision.article, language) },
          { title: words.what, cell: ({ provision }) => operationText(provision.operation, language) },
          ...pairs.map(({ pair }, index) => ({
            title: pairText(pair, loaded.nameOf),
            cell: (opening: Opening) => {
              const one = opening.pairs[index];
              if (one === undefined) return null;
              const article = missingIn(one);
              return (
                <>
                  <StateMark state={one.state} language={language} />
                  {one.state === 'open' ? (
                    opening.needsAgreement && <small>{periodOf(one, language)}</small>
                  ) : (
                    <small>
                      {one.state === 'agreement_missing' && article !== null
                        ? agreements.missing(article)
                        : reasonsOf(one, language, loaded.nameOf).join('; ')}
                    </small>
                  )}
                </>
              );
            },
          })),
        ]}
      />
    </Section>
  );
}
