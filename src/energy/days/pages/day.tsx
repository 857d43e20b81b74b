import { basename } from 'node:path';
import { ok, type Result } from '#kernel/result.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { ExportTable, Page } from '#platform/module.ts';
import { Section, Stack, Verdict } from '#platform/page/components.tsx';
import { StatesMap } from '#platform/page/map.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { certify } from '../../certification/certify.ts';
import { limitingOf } from '../../clearing/limiting.ts';
import { netPositions } from '../../clearing/net-positions.ts';
import { runsFolder } from '../../runs/kept-runs.ts';
import type { Run } from '../../runs/read-runs.ts';
import { runTexts } from '../../runs/text/texts.ts';
import { type BlockOutcome, blockOutcomes } from '../block-standing.ts';
import { firstComparable, listOthers } from '../counterfactual.ts';
import { dayTexts } from '../text/texts.ts';
import { BlockCounts, BlockTable } from './block-table.tsx';
import { Exchanges } from './exchanges.tsx';
import {
  Chooser,
  daysPath,
  findShown,
  headOf,
  notesOf,
  number,
  RunHead,
  type Shown,
  StepField,
  stepLinks,
  stepText,
  zoneAsked,
  zonesOf,
} from './parts.tsx';
import { PricesChart } from './prices-chart.tsx';
import { Waterfall } from './waterfall.tsx';

/** Blocks that a page shows: those that would gain first. */
const shownBlocks = 60;

/** One run: prices of a step over the day and on a map, what was exchanged and what limited it, why a zone has its price, blocks, the certificate. */
export const dayPage: Page = {
  path: `${daysPath}/:run`,
  navigation: 'practice',
  render: async (context) => async () => {
    const found = await findShown(context);
    if (!found.ok) return found;
    const shown = found.value;
    const zone = zoneAsked(shown, 'zone', dearestOf(shown));
    if (!zone.ok) return zone;
    const folder = runsFolder(context.dataFolder);
    const others = await listOthers(folder, shown.name, shown.run);
    const twin = await firstComparable(
      folder,
      shown.run,
      others.filter(({ about }) => about.mode === 'copper'),
    );
    return ok({
      ...headOf(shown, 'step'),
      exports: ['csv', 'xlsx', 'json'] as const,
      body: (
        <Stack>
          <RunHead shown={shown} view="step" />
          <Prices {...shown} />
          <Exchanges shown={shown} />
          <Limiting {...shown} />
          <Waterfall shown={shown} zone={zone.value} without={priceIn(twin, shown, zone.value)} />
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

/** The zone in which a step is dearest: there is most to explain. */
function dearestOf({ run, step }: Shown): number {
  const prices = run.clearing.result.steps[step]?.prices ?? new Float64Array();
  return Math.max(0, prices.indexOf(Math.max(...prices)));
}

/** The price of a zone in the run in which the grid limits nothing. */
function priceIn(twin: { readonly name: string; readonly other: Run } | null, { step }: Shown, zone: number) {
  const price = twin?.other.clearing.result.steps[step]?.prices[zone];
  return twin === null || price === undefined ? null : { price, name: twin.name };
}

function Prices(shown: Shown) {
  const { run, context, step } = shown;
  const { language } = context;
  const { page: words } = dayTexts(language);
  const { steps, result } = run.clearing;
  const zones = zonesOf(shown);
  const cleared = result.steps[step] as (typeof result.steps)[number];
  const { prices, accepted } = cleared;
  const positions = netPositions((steps[step] as (typeof steps)[number]).network, cleared);
  const mean = prices.reduce((sum, price) => sum + price, 0) / zones.length;
  const rows = zones.map((zone, place) => ({ zone, place }));
  // Whose price is explained below stays so from step to step.
  const zoneKept = context.query.get('zone');
  const megawatts = (taken: Float64Array | undefined) => number(total(taken), 0, language);
  return (
    <Section title={words.prices} id="prices" tools={stepLinks(shown, 'step', { zone: zoneKept })}>
      <Chooser shown={shown} view="step">
        {zoneKept !== null && <input type="hidden" name="zone" value={zoneKept} />}
        <StepField shown={shown} />
      </Chooser>
      <p>{stepText(shown)}</p>
      <PricesChart shown={shown} />
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
  const { network } = steps[step] as (typeof steps)[number];
  const rows = limitingOf(network, result.steps[step] as (typeof result.steps)[number]);
  const labelOf = (id: string) => network.domain?.find((row) => row.id === id)?.element ?? id;
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
              cell: ({ id, room }) => words.full({ element: labelOf(id), ram: number(room, 0, language) }),
            },
            { title: words.shadow, figure: true, cell: ({ worth }) => number(worth, 2, language) },
          ]}
        />
      )}
    </Section>
  );
}

function Blocks({ run, context, step }: Shown) {
  const { page: words } = dayTexts(context.language);
  const { blocks, result, steps, hours } = run.clearing;
  const outcomes = blockOutcomes(blocks, result.blocks, result.steps);
  return (
    <Section title={words.blocks} id="blocks">
      {outcomes.length === 0 ? (
        <p>{words.noBlocks}</p>
      ) : (
        <>
          <p>
            {words.blocksNote} {words.status}: {words[result.status]}.
          </p>
          <BlockCounts outcomes={outcomes} context={context} />
          <BlockTable
            {...{ hours, step, context }}
            outcomes={shownOf(outcomes)}
            zones={steps[0]?.network.zones ?? []}
          />
        </>
      )}
    </Section>
  );
}

/** Those that would gain and were rejected, then what gained most. */
const shownOf = (outcomes: readonly BlockOutcome[]): readonly BlockOutcome[] =>
  outcomes
    .toSorted(
      (one, other) =>
        Number(other.standing === 'paradox') - Number(one.standing === 'paradox') ||
        other.margin - one.margin,
    )
    .slice(0, shownBlocks);

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
    rows: clearing.result.steps.flatMap((cleared, step) => {
      const { network } = clearing.steps[step] as (typeof clearing.steps)[number];
      const positions = netPositions(network, cleared);
      const { prices, accepted } = cleared;
      return network.zones.map((zone, place) => ({
        ...{ step: step + 1, zone, price: prices[place] as number, position: positions[place] as number },
        ...{ demand: total(accepted[place]?.demand), supply: total(accepted[place]?.supply) },
      }));
    }),
    notes: [...exportNotes(context), ...notesOf(about, context.language)],
  });
}
