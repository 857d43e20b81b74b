import { benefitsOf, countFigures, evidenceTexts, instructiveSeries, SeriesWithVerdict } from '#evidence';
import { formatMoney } from '#kernel/money.ts';
import { ok } from '#kernel/result.ts';
import type { Page, PageContext } from '#platform/module.ts';
import {
  Columns,
  FieldList,
  Figure,
  FigureRow,
  Section,
  Sources,
  Stack,
} from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { isKnownAt, listGroupEntries, loadNames } from '../../bodies/store.ts';
import { changesFeed } from '../../feeds/changes.ts';
import { deadlinesFeed } from '../../feeds/deadlines.ts';
import { eventsFeed } from '../../feeds/events.ts';
import { instruments } from '../../law/model.ts';
import { InLaw, InstrumentTitle } from '../../law/pages/cells.tsx';
import { type BoardRow, listBoardRows, outlineBoard } from '../../law/store.ts';
import { openBudgetStates } from '../../money/model.ts';
import { type BudgetYear, listBudgets } from '../../money/store.ts';
import { Named, type Names, plainName } from '../../names.tsx';
import { reportTexts } from '../../text/report/report-texts.ts';
import { unionTexts } from '../../text/texts.ts';
import { listDue } from '../due.ts';
import { Due } from './due.tsx';
import { NothingKnown } from './nothing-known.tsx';

const shownRows = 4;

async function load(context: PageContext) {
  const { register } = context;
  const moment = { register: register.id, asOf: context.asOf, knownAt: context.knownAt };
  return context.read(async (tx) => {
    const board = await outlineBoard(tx, register, moment);
    const rows = await listBoardRows(tx, moment, board.members, board.told.slice(0, shownRows));
    const listed = await listDue(tx, context);
    const due = listed.due.slice(0, shownRows);
    const { years: budgets, later: laterBudgets } = await listBudgets(tx, moment);
    return {
      groups: await listGroupEntries(tx, register, moment),
      laws: listed.instruments,
      board,
      rows,
      due,
      names: await loadNames(tx, moment, [board.members, due, budgets]),
      series: await instructiveSeries(tx, moment),
      benefits: await benefitsOf(tx, context),
      budgets,
      laterBudgets,
      figures: await countFigures(tx, register, moment),
    };
  });
}

/** The public front page: the four questions of the evaluation, each with its answer on the register's date. */
export const overviewPage: Page = {
  path: '',
  navigation: null,
  render: async (context) => {
    const words = unionTexts(context.language);
    const title = context.register.title;
    if (!isKnownAt(context.register, context.knownAt))
      return ok({
        title,
        body: <NothingKnown context={context} />,
      });
    const loaded = await load(context);
    const { groups, laws, board, due, names, series, benefits } = loaded;
    const active = groups.filter((group) => group.state === 'active').length;
    const unknown = groups.filter((group) => group.state === 'unknown').length;
    return ok({
      title,
      lede: words.overview.lede,
      feeds: [{ feed: deadlinesFeed }, { feed: eventsFeed }, { feed: changesFeed }],
      body: (
        <Stack>
          <FigureRow>
            <Figure
              value={active}
              label={
                <a href={context.href('/groups', { state: 'active' })}>
                  {words.overview.groupsActive(active)}
                </a>
              }
              detail={words.overview.groupsUnknown(unknown)}
            />
            <Figure
              value={laws}
              label={<a href={context.href('/law')}>{words.overview.instruments(laws)}</a>}
              detail={
                board.counted.all > 0
                  ? words.overview.implementationKnown(board.counted.known, board.counted.all)
                  : words.law.deficitNone
              }
            />
            <Figure
              value={loaded.figures.stated}
              label={<a href={context.href('/evidence')}>{words.overview.figures(loaded.figures.stated)}</a>}
              detail={figuresDetail(loaded.figures, context)}
            />
          </FigureRow>
          <Columns
            main={
              <>
                {board.ids.length > 0 && (
                  <Section
                    title={words.overview.questionLaw}
                    tools={[{ text: words.law.board, href: context.href('/law') }]}
                  >
                    <BoardPreview
                      rows={loaded.rows}
                      members={board.members}
                      names={names}
                      context={context}
                    />
                  </Section>
                )}
                {series !== null && (
                  <Section
                    title={words.overview.questionEvidence}
                    tools={[{ text: words.law.facts, href: context.href(`/evidence/${series.series.id}`) }]}
                  >
                    <SeriesWithVerdict found={series} context={context} />
                  </Section>
                )}
              </>
            }
            aside={
              <>
                <Section title={words.overview.due}>
                  <Due due={due} names={names} context={context} />
                </Section>
                {benefits}
                <Budget
                  budgets={loaded.budgets}
                  later={loaded.laterBudgets}
                  names={names}
                  context={context}
                />
                <Section title={words.overview.questions}>
                  <ul class="plain">
                    <li>
                      <a href={context.href('/groups')}>{words.overview.questionGroups}</a>
                    </li>
                    <li>
                      <a href={context.href('/brief')}>{words.overview.questionBrief}</a>
                    </li>
                    <li>
                      <a href={context.href('/about')}>{words.overview.questionData}</a>
                    </li>
                    <li>
                      <a href={context.href('/report')}>{reportTexts(context.language).list}</a>
                    </li>
                  </ul>
                </Section>
              </>
            }
          />
        </Stack>
      ),
    });
  },
};

function figuresDetail({ missing, later }: { missing: number; later: number }, { language }: PageContext) {
  const said = unionTexts(language).overview.figuresMissing(missing);
  return later === 0 ? said : `${said}. ${evidenceTexts(language).page.later(later)}`;
}

type Shown = { readonly names: Names; readonly context: PageContext };

function BoardPreview({
  rows,
  members,
  names,
  context,
}: Shown & { rows: readonly BoardRow[]; members: readonly string[] }) {
  const words = unionTexts(context.language).law;
  return (
    <DataTable<BoardRow>
      caption={words.board}
      rows={rows}
      rowHref={(row) => context.href(instruments.href(row.id))}
      columns={[
        { title: words.instrument, cell: (row) => <InstrumentTitle title={row.title} /> },
        ...members.map((party) => ({
          title: plainName(party, names, context.language),
          cell: (row: BoardRow) => {
            const cell = row.cells.find((one) => one.party === party);
            return cell === undefined ? null : <InLaw cell={cell} />;
          },
        })),
      ]}
    />
  );
}

function Budget({
  budgets,
  later,
  names,
  context,
}: Shown & { budgets: readonly BudgetYear[]; later: number }) {
  const words = unionTexts(context.language).overview;
  // What is only proposed is not yet what the year may cost.
  const stated = budgets.findLast(
    ({ amount, state }) => amount !== null && !openBudgetStates.includes(state ?? ''),
  );
  const missing = budgets.filter((year) => year.amount === null).map((year) => year.year);
  const laterYears = later > 0 && unionTexts(context.language).budget.later(later);
  if (stated?.amount == null)
    return laterYears === false ? null : (
      <Section title={unionTexts(context.language).budget.title} id="budget">
        <p>{laterYears}</p>
      </Section>
    );
  return (
    <Section
      title={words.budget(stated.year)}
      id="budget"
      tools={[{ text: unionTexts(context.language).budget.amounts, href: context.href('/budget') }]}
    >
      <FieldList
        fields={[
          { label: words.budget(stated.year), value: formatMoney(stated.amount, context.language) },
          ...(stated.contributions ?? []).map((part) => ({
            label: <Named id={part.party} names={names} context={context} />,
            value: formatMoney(part.amount, context.language),
          })),
        ]}
      />
      <p>
        {missing.length > 0 && words.budgetMissing(missing.join(', '))} {laterYears}
        {laterYears !== false && ' '}
        <Sources register={context.register} sections={stated.source} />
      </p>
    </Section>
  );
}
