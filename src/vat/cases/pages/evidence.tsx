import { indicators } from '#evidence';
import { listLived } from '#exchange';
import { fail, ok, problem } from '#kernel/result.ts';
import { actionContextOf } from '#platform/actions/offers.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { Basis, EmptyState, Note, Section, Stack } from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { allRecords, listKnownVersions, type StoredRecord } from '#platform/records/records.ts';
import { knownOf, loadNames, Named, type Names } from '#union';
import { count as numberText } from '../../alerts/pages/parts.tsx';
import { crumbsToVat, VatTabs } from '../../fields/pages/parts.tsx';
import { coordinatedBy, findField, takesPartIn } from '../../fields/store.ts';
import { readEvidence, vatCases, vatFeedback } from '../model.ts';
import { closingsOf, decidedOf } from '../rules/ended.ts';
import {
  type CaseFigures,
  type Known,
  leastCases,
  type Told,
  tellCases,
  tellInTime,
} from '../rules/figures.ts';
import { caseTexts } from '../text/texts.ts';
import { eurosOf, textOf } from './parts.tsx';

export const evidencePath = '/practice/vat/evidence';

/** What the joint horse checks brought, as the source of the Benelux records it (§12.3). */
const beside = ['VAT-HORSE-CORRECTIONS', 'VAT-HORSE-FINES'];

async function load(context: PageContext) {
  const acting = actionContextOf(context);
  return context.read(async (tx) => {
    const grant = await coordinatedBy(tx, acting, 'cases', readEvidence);
    if (grant === null) return null;
    const known = knownOf(acting);
    const field = await findField(tx, acting, 'cases');
    const taking = (field?.parts ?? [])
      .map(({ party }) => party)
      .filter((party) => field !== undefined && takesPartIn(field, party, acting.today));
    const versions = await listKnownVersions(tx, { ...known, kinds: [vatCases.name] });
    const feedback = await listLived(tx, known, vatFeedback);
    const told = {
      cases: tellCases(closingsOf(versions), taking),
      inTime: tellInTime(decidedOf(feedback, acting.today), taking),
    };
    const spoken = [...told.cases.byParty, ...told.inTime.byParty].map(([party]) => party);
    return {
      ...told,
      grant,
      names: await loadNames(tx, known, spoken),
    };
  });
}

/** For everybody, as the observations themselves are. */
function loadBeside(context: PageContext): Promise<readonly StoredRecord[]> {
  const known = { register: context.register.id, knownAt: context.knownAt };
  return context.read((tx) => allRecords(tx, { ...known, kinds: [indicators.name], ids: beside }));
}

function Beside({ found, context }: { found: readonly StoredRecord[]; context: PageContext }) {
  const { evidence: words } = caseTexts(context.language);
  if (found.length === 0) return null;
  return (
    <Section title={words.beside} id="beside">
      <p>{words.besideWhat}</p>
      <ul class="plain">
        {found.map(({ id, body }) => (
          <li>
            <a href={context.href(`/evidence/${id}`)} lang="en">
              {textOf(body.name) ?? id}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function recordLook(
  context: PageContext,
  grant: NonNullable<Awaited<ReturnType<typeof load>>>['grant'],
): void {
  context.record({
    event: 'vat_evidence.read',
    register: context.register.id,
    subject: null,
    party: null,
    purpose: grant.basis,
    payload: {},
  });
}

/** What came of cases over all states, for who coordinates the field: counts, and none of few. */
export const evidencePage: Page = {
  path: evidencePath,
  navigation: 'practice',
  render: async (context) => {
    const { evidence: words } = caseTexts(context.language);
    const loaded = await load(context);
    const besides = await loadBeside(context);
    const shared = { title: words.title, lede: words.lede, crumbs: crumbsToVat(context) };
    if (loaded === null)
      return ok({
        ...shared,
        body: (
          <Stack>
            <VatTabs current={evidencePath} context={context} />
            <EmptyState why={words.closedWhy} what={words.closedWhat} />
            <Beside found={besides} context={context} />
          </Stack>
        ),
      });
    const { cases, inTime, names, grant } = loaded;
    recordLook(context, grant);
    return ok({
      ...shared,
      exports: ['csv', 'xlsx', 'json'] as const,
      body: (
        <Stack>
          <VatTabs current={evidencePath} context={context} />
          <Basis>{words.closedWhy}</Basis>
          <Note>{words.floor({ least: leastCases })}</Note>
          <Section title={words.table} id="cases">
            {cases.byParty.length === 0 ? (
              <EmptyState why={words.none} what={words.noneWhat} />
            ) : (
              <CasesTable told={cases} names={names} context={context} />
            )}
          </Section>
          <Section title={words.feedback} id="feedback">
            {inTime.byParty.length === 0 ? (
              <EmptyState why={words.noFeedback} what={words.noneWhat} />
            ) : (
              <DataTable<Row<Known>>
                caption={words.feedback}
                rows={rowsOf(inTime)}
                columns={[
                  partyColumn(names, context),
                  {
                    title: words.inTime,
                    figure: true,
                    cell: ([, figure]) => (
                      <Cell figure={figure} text={(value) => percent(value, context)} context={context} />
                    ),
                  },
                ]}
              />
            )}
          </Section>
          <Note>{words.onNode}</Note>
          <Beside found={besides} context={context} />
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const { evidence: words } = caseTexts(context.language);
    const loaded = await load(context);
    if (loaded === null) return fail(problem('vat_evidence_not_allowed'));
    recordLook(context, loaded.grant);
    const line = (party: string | null, figure: string, known: Known | null) => ({
      ...{ party, figure, value: known?.value ?? null, known: known?.known ?? null, of: known?.of ?? null },
      withheld: known === null,
    });
    const counted = (count: number): Known => ({ value: count, known: count, of: count });
    const ofCases = rowsOf(loaded.cases).flatMap(([party, figures]) =>
      figures === null
        ? [line(party, 'cases', null)]
        : [
            line(party, 'cases', counted(figures.cases)),
            line(party, 'stopped', figures.stopped),
            line(party, 'days', figures.days),
            line(party, 'hit_rate', figures.hitRate),
            line(party, 'cost', figures.cost),
          ],
    );
    return ok({
      name: `${context.register.id}-vat-evidence`,
      title: words.title,
      columns: Object.entries(words.columns).map(([key, note]) => ({ key, title: key, note })),
      rows: [
        ...ofCases,
        ...rowsOf(loaded.inTime).map(([party, figure]) => line(party, 'feedback_in_time', figure)),
      ],
      notes: [...exportNotes(context), words.floor({ least: leastCases }), words.onNode],
    });
  },
};

type Row<Figure> = readonly [party: string | null, figure: Figure | null];
const rowsOf = <Figure,>({ all, byParty }: Told<Figure>): readonly Row<Figure>[] => [
  ...byParty,
  ...(byParty.length > 1 ? [[null, all] as const] : []),
];

const partyColumn = (names: Names, context: PageContext) => ({
  title: caseTexts(context.language).evidence.party,
  cell: ([party]: readonly [party: string | null, unknown]) =>
    party === null ? (
      caseTexts(context.language).evidence.all
    ) : (
      <Named id={party} names={names} context={context} />
    ),
});

const percent = (share: number, { language }: Pick<PageContext, 'language'>) =>
  new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share);

type CasesProps = { told: Told<CaseFigures>; names: Names; context: PageContext };

function CasesTable({ told, names, context }: CasesProps) {
  const { evidence: words } = caseTexts(context.language);
  const count = (key: 'cases' | 'confirmed') => (row: Row<CaseFigures>) => row[1]?.[key] ?? words.withheld;
  return (
    <DataTable<Row<CaseFigures>>
      caption={words.table}
      rows={rowsOf(told)}
      columns={[
        partyColumn(names, context),
        { title: words.cases, figure: true, cell: count('cases') },
        { title: words.confirmed, figure: true, cell: count('confirmed') },
        {
          title: words.hitRate,
          figure: true,
          cell: ([, one]) => (
            <Cell figure={one?.hitRate ?? null} text={(value) => percent(value, context)} context={context} />
          ),
        },
        {
          title: words.stopped,
          figure: true,
          cell: ([, one]) => (
            <Cell figure={one?.stopped ?? null} text={(value) => eurosOf(value, context)} context={context} />
          ),
        },
        {
          title: words.days,
          figure: true,
          cell: ([, one]) => (
            <Cell figure={one?.days ?? null} text={(value) => numberText(value, context)} context={context} />
          ),
        },
        {
          title: words.cost,
          figure: true,
          cell: ([, one]) => (
            <Cell figure={one?.cost ?? null} text={(value) => eurosOf(value, context)} context={context} />
          ),
        },
      ]}
    />
  );
}

type CellProps = { figure: Known | null; text: (value: number) => string; context: PageContext };

function Cell({ figure, text, context }: CellProps) {
  const { evidence: words } = caseTexts(context.language);
  if (figure === null) return <>{words.withheld}</>;
  const { value, known, of } = figure;
  return (
    <>
      {value === null ? words.unknown : text(value)} <small>{words.known({ known, of })}</small>
    </>
  );
}
