import { basename } from 'node:path';
import type { Language } from '#kernel/languages.ts';
import { formatMoney, parseCurrency } from '#kernel/money.ts';
import { ok, type Result } from '#kernel/result.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { ExportTable, Page, PageContext } from '#platform/module.ts';
import { Columns, EmptyState, Note, Section, Stack, Verdict } from '#platform/page/components.tsx';
import { StatesMap } from '#platform/page/map.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { certify } from '../../certification/certify.ts';
import { limitingOf } from '../../clearing/limiting.ts';
import { netPositions } from '../../clearing/net-positions.ts';
import type { ZoneAccount } from '../../comparison/account.ts';
import { type Compared, compare } from '../../comparison/compare.ts';
import type { Block } from '../../market/model.ts';
import { aboutOf, findRun, listRunNames, runsFolder } from '../../runs/kept-runs.ts';
import type { Run } from '../../runs/read-runs.ts';
import type { About } from '../../runs/run-file.ts';
import { runTexts } from '../../runs/text/texts.ts';
import { type BlockStanding, blockStanding } from '../block-standing.ts';
import { splitPrices } from '../price-split.ts';
import { dayTexts } from '../text/texts.ts';
import { dayText } from './days.tsx';
import { clockOf, crumbsToDays, daysPath, number } from './parts.tsx';

/** Blocks that a page shows: those that would gain first. */
const shownBlocks = 60;

type Shown = { readonly run: Run; readonly context: PageContext; readonly step: number };

/** One run: prices of a step on a map and as a table, what limited trade and by how much, what that cost, blocks, and the certificate. */
export const dayPage: Page = {
  path: `${daysPath}/:run`,
  navigation: 'practice',
  render: async (context) => {
    const { language, dataFolder, params } = context;
    const { page: words } = dayTexts(language);
    return async () => {
      const folder = runsFolder(dataFolder);
      const found = await findRun(folder, params.run ?? '');
      if (!found.ok) return found;
      const run = found.value;
      const shown = { run, context, step: stepOf(context, run) };
      const compared = await twinOf(folder, run);
      const notes = notesOf(run.about, language);
      return ok({
        title: words.title({ day: dayText(run.about.day, language), mode: words.modes[run.about.mode] }),
        crumbs: crumbsToDays(context, { text: words.days, path: daysPath }),
        exports: ['csv', 'xlsx', 'json'] as const,
        body: (
          <Stack>
            {notes.length > 0 && <Note>{notes.join(' ')}</Note>}
            <Prices {...shown} />
            <Columns main={<Limiting {...shown} />} aside={<Split {...shown} />} />
            <Ledger compared={compared} context={context} />
            <Blocks {...shown} />
            <Certificate {...shown} />
          </Stack>
        ),
      });
    };
  },
  exportTable: async (context) => {
    const { dataFolder, params } = context;
    return async () => {
      const found = await findRun(runsFolder(dataFolder), params.run ?? '');
      return found.ok ? tableOf(found.value, params.run ?? '', context) : found;
    };
  },
};

/** What whoever reads the run has to know first: what is made up, and what of the way it was made is not verified. */
function notesOf({ isSynthetic, unverified, borders }: About, language: Language): readonly string[] {
  const words = runTexts(language);
  return [
    ...(isSynthetic ? [dayTexts(language).page.synthetic] : []),
    ...unverified.map((way) => words.unverified[way]),
    ...(borders === null ? [] : [words.borders[borders]]),
  ];
}

/** The step that the address asks for; else the one in which prices stand furthest apart. */
function stepOf({ query }: PageContext, { clearing: { result } }: Run): number {
  const asked = Number(/^[1-9]\d{0,3}$/.exec(query.get('step') ?? '')?.[0] ?? 0);
  if (asked >= 1 && asked <= result.steps.length) return asked - 1;
  const spreads = result.steps.map(({ prices }) => Math.max(...prices) - Math.min(...prices));
  return spreads.indexOf(Math.max(...spreads));
}

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

function Prices({ run, context, step }: Shown) {
  const { language } = context;
  const { page: words } = dayTexts(language);
  const { steps, result, hours } = run.clearing;
  const { zones } = (steps[step] as (typeof steps)[number]).network;
  const cleared = result.steps[step] as (typeof result.steps)[number];
  const { prices, accepted } = cleared;
  const positions = netPositions((steps[step] as (typeof steps)[number]).network, cleared);
  const mean = prices.reduce((sum, price) => sum + price, 0) / zones.length;
  const hrefOf = (to: number) => context.href(`${daysPath}/${context.params.run}`, { step: String(to) });
  const rows = zones.map((zone, place) => ({ zone, place }));
  const megawatts = (taken: Float64Array | undefined) => number(total(taken), 0, language);
  return (
    <Section
      title={words.prices}
      id="prices"
      tools={[
        ...(step > 0 ? [{ text: words.before, href: hrefOf(step) }] : []),
        ...(step + 1 < steps.length ? [{ text: words.after, href: hrefOf(step + 2) }] : []),
      ]}
    >
      <form method="get" class="inline">
        <label for="step">{words.chooseStep}</label>{' '}
        <input type="range" id="step" name="step" min="1" max={steps.length} value={step + 1} />{' '}
        <button type="submit">{words.show}</button>
      </form>
      <p>
        {words.step({
          ...{ step: step + 1, steps: steps.length },
          ...clockOf(run.about.day, hours, step, language),
        })}
      </p>
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
  const rows = limitingOf(
    (steps[step] as (typeof steps)[number]).network,
    result.steps[step] as (typeof result.steps)[number],
  );
  return (
    <Section title={words.limiting} id="limiting">
      {rows.length === 0 ? (
        <p>{words.nothingLimits}</p>
      ) : (
        <DataTable<(typeof rows)[number]>
          caption={words.limiting}
          rows={rows}
          columns={[
            {
              title: words.element,
              cell: ({ id, room }) => words.full({ element: id, ram: number(room, 0, language) }),
            },
            { title: words.shadow, figure: true, cell: ({ worth }) => number(worth, 2, language) },
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
function tableOf({ about, clearing }: Run, name: string, context: PageContext): Result<ExportTable> {
  const { page: words, columns } = dayTexts(context.language);
  const keys = ['step', 'zone', 'price', 'position', 'demand', 'supply'] as const;
  return ok({
    name: `energy-${name}`,
    title: words.title({ day: about.day, mode: words.modes[about.mode] }),
    columns: keys.map((key) => ({ key, title: key, note: columns[key] })),
    rows: clearing.result.steps.flatMap((cleared, step) => {
      const { network } = clearing.steps[step] as (typeof clearing.steps)[number];
      const positions = netPositions(network, cleared);
      return network.zones.map((zone, place) => ({
        ...{ step: step + 1, zone, price: cleared.prices[place] as number },
        position: positions[place] as number,
        ...{
          demand: total(cleared.accepted[place]?.demand),
          supply: total(cleared.accepted[place]?.supply),
        },
      }));
    }),
    notes: [...exportNotes(context), ...notesOf(about, context.language)],
  });
}
