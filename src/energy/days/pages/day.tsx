import { basename } from 'node:path';
import type { Language } from '#kernel/languages.ts';
import { formatMoney, parseCurrency } from '#kernel/money.ts';
import { ok, type Result } from '#kernel/result.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { ExportTable, Page, PageContext } from '#platform/module.ts';
import { Columns, EmptyState, Section, Stack, Verdict } from '#platform/page/components.tsx';
import { StatesMap } from '#platform/page/map.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { certify } from '../../certification/certify.ts';
import type { ZoneAccount } from '../../comparison/account.ts';
import { type Compared, compare } from '../../comparison/compare.ts';
import type { Block } from '../../market/model.ts';
import { aboutOf, findRun, listRunNames, runsFolder } from '../../runs/kept-runs.ts';
import type { Run } from '../../runs/read-runs.ts';
import { runTexts } from '../../runs/text/texts.ts';
import { type BlockStanding, blockStanding } from '../block-standing.ts';
import { splitPrices } from '../price-split.ts';
import { dayTexts } from '../text/texts.ts';
import {
  Chooser,
  daysPath,
  findShown,
  headOf,
  number,
  RunHead,
  type Shown,
  StepField,
  stepLinks,
  stepText,
  zonesOf,
} from './parts.tsx';

/** Blocks that a page shows: those that would gain first. */
const shownBlocks = 60;

/** One run: prices of a step on a map and as a table, what limited trade and by how much, what that cost, blocks, and the certificate. */
export const dayPage: Page = {
  path: `${daysPath}/:run`,
  navigation: 'practice',
  render: async (context) => async () => {
    const found = await findShown(context);
    if (!found.ok) return found;
    const shown = found.value;
    const compared = await twinOf(runsFolder(context.dataFolder), shown.run);
    return ok({
      ...headOf(shown, 'step'),
      exports: ['csv', 'xlsx', 'json'] as const,
      body: (
        <Stack>
          <RunHead shown={shown} view="step" />
          <Prices {...shown} />
          <Columns main={<Limiting {...shown} />} aside={<Split {...shown} />} />
          <Ledger compared={compared} context={context} />
          <Blocks {...shown} />
          <Certificate {...shown} />
        </Stack>
      ),
    });
  },
  exportTable: async (context) => async () => {
    const found = await findShown(context);
    return found.ok ? tableOf(found.value) : found;
  },
};

/** This run beside one of the same orders in which the grid limits nothing; null: there is none, or this is it. */
async function twinOf(folder: string, run: Run): Promise<Compared | null> {
  if (run.about.mode === 'copper') return null;
  const { day, periods, book } = run.about;
  const start = run.file.slice(folder.length + 1).split(`-${run.about.mode}-`)[0] ?? '';
  for (const name of await listRunNames(folder)) {
    if (!name.startsWith(`${start}-copper-`)) continue;
    const about = await aboutOf(folder, name);
    if (about?.day !== day || about.book !== book || about.periods.length !== periods.length) continue;
    const other = await findRun(folder, name);
    if (!other.ok) continue;
    const compared = compare([{ name: day, actual: run.clearing, counterfactual: other.value.clearing }]);
    if (compared.ok) return compared.value;
  }
  return null;
}

function Prices(shown: Shown) {
  const { run, context, step } = shown;
  const { language } = context;
  const { page: words } = dayTexts(language);
  const { result } = run.clearing;
  const zones = zonesOf(shown);
  const { prices, positions, accepted } = result.steps[step] as (typeof result.steps)[number];
  const mean = prices.reduce((sum, price) => sum + price, 0) / zones.length;
  const rows = zones.map((zone, place) => ({ zone, place }));
  const megawatts = (taken: Float64Array | undefined) => number(total(taken), 0, language);
  return (
    <Section title={words.prices} id="prices" tools={stepLinks(shown, 'step')}>
      <Chooser shown={shown} view="step">
        <StepField shown={shown} />
      </Chooser>
      <p>{stepText(shown)}</p>
      <StatesMap
        title={words.prices}
        states={rows.flatMap(({ zone, place }) =>
          statesOf(zone).map((code) => ({
            ...{
              code,
              name: zone,
              tone: (prices[place] as number) > mean ? ('fact' as const) : ('faint' as const),
            },
            word: words.priceWord({ price: number(prices[place] as number, 2, language) }),
          })),
        )}
      />
      <DataTable<(typeof rows)[number]>
        caption={words.prices}
        rows={rows}
        columns={[
          { title: words.zone, cell: ({ zone }) => zone },
          {
            title: words.price,
            figure: true,
            cell: ({ place }) => number(prices[place] as number, 2, language),
          },
          {
            title: words.position,
            figure: true,
            cell: ({ place }) => number(positions[place] as number, 0, language),
          },
          { title: words.demand, figure: true, cell: ({ place }) => megawatts(accepted[place]?.demand) },
          { title: words.supply, figure: true, cell: ({ place }) => megawatts(accepted[place]?.supply) },
        ]}
      />
    </Section>
  );
}

/** States of a zone, by the codes in its name: `DE_LU` is of two. */
const statesOf = (zone: string) => zone.split(/[_-]/).filter((part) => /^[A-Z]{2}$/.test(part));

function total(taken: Float64Array | undefined): number {
  let sum = 0;
  for (const one of taken ?? []) sum += one;
  return sum;
}

function Limiting({ run, context, step }: Shown) {
  const { language } = context;
  const { page: words } = dayTexts(language);
  const { steps, result } = run.clearing;
  const { domain } = (steps[step] as (typeof steps)[number]).network;
  const rows = (result.steps[step]?.shadows ?? []).map(({ row, price }) => ({ held: domain?.[row], price }));
  return (
    <Section title={words.limiting} id="limiting">
      {rows.length === 0 ? (
        <p>{words.nothingLimits}</p>
      ) : (
        <DataTable<(typeof rows)[number]>
          caption={words.limiting}
          rows={rows.toSorted((one, other) => other.price - one.price)}
          columns={[
            {
              title: words.element,
              cell: ({ held }) =>
                words.full({ element: held?.id ?? '', ram: number(held?.ram ?? 0, 0, language) }),
            },
            { title: words.shadow, figure: true, cell: ({ price }) => number(price, 2, language) },
          ]}
        />
      )}
    </Section>
  );
}

function Split({ run, context, step }: Shown) {
  const { language } = context;
  const { page: words } = dayTexts(language);
  const { steps, result } = run.clearing;
  const { network } = steps[step] as (typeof steps)[number];
  const cleared = result.steps[step] as (typeof result.steps)[number];
  const [dear, cheap] = [Math.max(...cleared.prices), Math.min(...cleared.prices)].map((price) =>
    cleared.prices.indexOf(price),
  ) as [number, number];
  const parts = splitPrices(cleared, network, dear, cheap);
  if (parts.length === 0) return null;
  const by = (cleared.prices[dear] as number) - (cleared.prices[cheap] as number);
  return (
    <Section title={words.split} id="split">
      <p>
        {words.splitNote({
          ...{ dear: network.zones[dear] ?? '', cheap: network.zones[cheap] ?? '' },
          by: number(by, 2, language),
        })}
      </p>
      <DataTable<(typeof parts)[number]>
        caption={words.split}
        rows={parts}
        columns={[
          { title: words.element, cell: ({ id }) => id },
          { title: words.part, figure: true, cell: ({ part }) => number(part, 2, language) },
        ]}
        total={[words.welfare, number(by, 2, language)]}
      />
    </Section>
  );
}

function Ledger({ compared, context }: { compared: Compared | null; context: PageContext }) {
  const { language } = context;
  const { page: words } = dayTexts(language);
  if (compared === null)
    return (
      <Section title={words.ledger} id="ledger">
        <EmptyState why={words.noTwin} what={words.noneWhat} />
      </Section>
    );
  const { actual, counterfactual, difference } = compared;
  const together = (zone: Pick<ZoneAccount, 'consumers' | 'producers' | 'rent'>) =>
    zone.consumers + zone.producers + zone.rent;
  return (
    <Section title={words.ledger} id="ledger">
      <p>{words.ledgerNote}</p>
      <DataTable<ZoneAccount>
        caption={words.ledger}
        rows={difference.zones}
        columns={[
          { title: words.zone, cell: ({ zone }) => zone },
          { title: words.consumers, figure: true, cell: ({ consumers }) => euros(consumers, language) },
          { title: words.producers, figure: true, cell: ({ producers }) => euros(producers, language) },
          { title: words.grid, figure: true, cell: ({ rent }) => euros(rent, language) },
          { title: words.welfare, figure: true, cell: (zone) => euros(together(zone), language) },
        ]}
        total={[
          words.all,
          ...[difference.consumers, difference.producers, difference.rent, difference.welfare].map((amount) =>
            euros(amount, language),
          ),
        ]}
      />
      <p>
        {words.spread({
          actual: number(actual.meanSpread, 2, language),
          counterfactual: number(counterfactual.meanSpread, 2, language),
          ...{ converged: actual.converged, steps: actual.steps },
        })}
      </p>
    </Section>
  );
}

function euros(amount: number, language: Language): string {
  const euro = parseCurrency('EUR');
  const cents = BigInt(Math.round(amount)) * 100n;
  return euro.ok ? formatMoney({ currency: euro.value, minor: cents }, language) : String(amount);
}

type BlockRow = { readonly block: Block; readonly standing: BlockStanding };
const order: readonly BlockStanding[] = ['paradox', 'accepted', 'rejected'];

function Blocks({ run, context }: Shown) {
  const { language } = context;
  const { page: words } = dayTexts(language);
  const { blocks, result, steps, hours } = run.clearing;
  const zones = steps[0]?.network.zones ?? [];
  const rows = blocks
    .map(
      (block, place): BlockRow => ({
        block,
        standing: blockStanding(block, result.blocks[place] as number, result.steps),
      }),
    )
    .toSorted((one, other) => order.indexOf(one.standing) - order.indexOf(other.standing));
  return (
    <Section title={words.blocks} id="blocks">
      {rows.length === 0 ? (
        <p>{words.noBlocks}</p>
      ) : (
        <>
          <p>
            {words.blocksNote} {words.status}: {words[result.status]}.
          </p>
          <DataTable<BlockRow>
            caption={words.blocks}
            rows={rows.slice(0, shownBlocks)}
            columns={[
              { title: words.block, cell: ({ block }) => block.id },
              { title: words.zone, cell: ({ block }) => zones[block.zone] ?? '' },
              { title: words.side, cell: ({ block }) => words.sides[block.side] },
              {
                title: words.limitPrice,
                figure: true,
                cell: ({ block }) => number(block.price, 2, language),
              },
              {
                title: words.volume,
                figure: true,
                cell: ({ block }) => number(total(block.quantities) * hours, 0, language),
              },
              { title: words.decision, cell: ({ standing }) => words[standing] },
            ]}
          />
        </>
      )}
    </Section>
  );
}

function Certificate({ run, context }: Shown) {
  const { language } = context;
  const { page: words } = dayTexts(language);
  const { invariants } = runTexts(language);
  const checks = certify(run.clearing);
  const broken = checks.filter(({ holds }) => !holds).length;
  return (
    <Section title={words.certificate} id="certificate">
      <Verdict
        tone={broken === 0 ? 'good' : 'bad'}
        title={broken === 0 ? words.holds({ count: checks.length }) : words.broken({ count: broken })}
      >
        {words.file}: <code>energy certify {basename(run.file)}</code>
      </Verdict>
      <details>
        <summary>{words.invariant}</summary>
        <DataTable<(typeof checks)[number]>
          caption={words.certificate}
          rows={checks}
          columns={[
            { title: words.invariant, cell: ({ invariant }) => invariants[invariant] },
            { title: words.worst, figure: true, cell: ({ worst }) => worst.toExponential(1) },
            { title: words.let, figure: true, cell: ({ tolerance }) => tolerance.toExponential(1) },
          ]}
        />
      </details>
    </Section>
  );
}

/** Prices of all steps and zones. */
function tableOf({ run: { about, clearing }, name, context }: Shown): Result<ExportTable> {
  const { page: words, columns } = dayTexts(context.language);
  const keys = ['step', 'zone', 'price', 'position', 'demand', 'supply'] as const;
  return ok({
    name: `energy-${name}`,
    title: words.title({ day: about.day, mode: words.modes[about.mode] }),
    columns: keys.map((key) => ({ key, title: key, note: columns[key] })),
    rows: clearing.result.steps.flatMap(({ prices, positions, accepted }, step) =>
      (clearing.steps[step]?.network.zones ?? []).map((zone, place) => ({
        ...{ step: step + 1, zone, price: prices[place] as number, position: positions[place] as number },
        ...{ demand: total(accepted[place]?.demand), supply: total(accepted[place]?.supply) },
      })),
    ),
    notes: [...exportNotes(context), ...(about.isSynthetic ? [words.synthetic] : [])],
  });
}
