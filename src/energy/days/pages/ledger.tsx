import { ok, type Result } from '#kernel/result.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { ExportTable, Page } from '#platform/module.ts';
import { EmptyState, Section, Stack, Verdict } from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { certify } from '../../certification/certify.ts';
import { accountOf, type ZoneAccount } from '../../comparison/account.ts';
import type { Compared } from '../../comparison/compare.ts';
import { comparisonTexts } from '../../comparison/text/texts.ts';
import { runsFolder } from '../../runs/kept-runs.ts';
import type { Run } from '../../runs/read-runs.ts';
import { compareWith, firstComparable, listOthers, type Other } from '../counterfactual.ts';
import { dayTexts } from '../text/texts.ts';
import {
  Chooser,
  daysPath,
  euros,
  findShown,
  headOf,
  hrefOfView,
  number,
  RunHead,
  SelectField,
  type Shown,
} from './parts.tsx';

/** EUR by which what zones come to may be off the certified sum: its last digits, added in another order. */
const counted = (welfare: number) => 0.01 + 1e-9 * Math.abs(welfare);

/** A run beside which this one stands; null: there is none of the same orders. */
type Beside = { readonly name: string; readonly other: Run; readonly compared: Compared } | null;

/** Who gained what on the day, adding up to what was certified; and what that is less than another run of the same orders, by its name. */
export const ledgerPage: Page = {
  path: `${daysPath}/:run/ledger`,
  navigation: 'practice',
  render: async (context) => async () => {
    const found = await findShown(context);
    if (!found.ok) return found;
    const shown = found.value;
    const { page: words } = dayTexts(context.language);
    const others = await listOthers(runsFolder(context.dataFolder), shown.name, shown.run);
    const beside = await besideOf(shown, others);
    if (!beside.ok) return beside;
    return ok({
      ...headOf(shown, 'ledger'),
      lede: words.account.lede,
      exports: ['csv', 'xlsx', 'json'] as const,
      body: (
        <Stack>
          <RunHead shown={shown} view="ledger" />
          <Gained shown={shown} />
          <Difference shown={shown} others={others} beside={beside.value} />
        </Stack>
      ),
    });
  },
  exportTable: async (context) => async () => {
    const found = await findShown(context);
    if (!found.ok) return found;
    const others = await listOthers(runsFolder(context.dataFolder), found.value.name, found.value.run);
    const beside = await besideOf(found.value, others);
    return beside.ok ? ok(tableOf(found.value, beside.value)) : beside;
  },
};

/** The run that the address names, else the first of the same orders. Problems: those of `compareWith`. */
async function besideOf({ run, context }: Shown, others: readonly Other[]): Promise<Result<Beside>> {
  const folder = runsFolder(context.dataFolder);
  const asked = context.query.get('against') ?? '';
  if (asked === '') return ok(await firstComparable(folder, run, others));
  const found = await compareWith(folder, run, others, asked);
  return found.ok ? ok({ name: asked, ...found.value }) : found;
}

const together = ({ consumers, producers, rent }: Pick<ZoneAccount, 'consumers' | 'producers' | 'rent'>) =>
  consumers + producers + rent;

function sumOf(zones: readonly ZoneAccount[]) {
  const sum = (of: (zone: ZoneAccount) => number) => zones.reduce((all, zone) => all + of(zone), 0);
  return {
    consumers: sum((one) => one.consumers),
    producers: sum((one) => one.producers),
    rent: sum((one) => one.rent),
  };
}

function Ledger({ shown, caption, zones }: { shown: Shown; caption: string; zones: readonly ZoneAccount[] }) {
  const { language } = shown.context;
  const { page: words } = dayTexts(language);
  const all = sumOf(zones);
  return (
    <DataTable<ZoneAccount>
      caption={caption}
      rows={zones}
      columns={[
        { title: words.zone, cell: ({ zone }) => zone },
        { title: words.consumers, figure: true, cell: ({ consumers }) => euros(consumers, language) },
        { title: words.producers, figure: true, cell: ({ producers }) => euros(producers, language) },
        { title: words.grid, figure: true, cell: ({ rent }) => euros(rent, language) },
        { title: words.welfare, figure: true, cell: (zone) => euros(together(zone), language) },
      ]}
      total={[
        words.all,
        ...[all.consumers, all.producers, all.rent, together(all)].map((amount) => euros(amount, language)),
      ]}
    />
  );
}

function Gained({ shown }: { shown: Shown }) {
  const { language } = shown.context;
  const { account: words } = dayTexts(language).page;
  const { clearing } = shown.run;
  const { zones } = accountOf(clearing);
  const certified = together(clearing.result.welfare);
  const holds = certify(clearing).every((check) => check.holds);
  const isEqual = Math.abs(together(sumOf(zones)) - certified) <= counted(certified);
  return (
    <Section title={words.gained} id="gained">
      <p>{words.parties}</p>
      <Ledger shown={shown} caption={words.gained} zones={zones} />
      <p>{words.gridNote}</p>
      <Verdict
        tone={isEqual && holds ? 'good' : 'bad'}
        title={isEqual && holds ? words.equal : words.unequal}
      >
        {words.certified({ amount: euros(certified, language) })}
      </Verdict>
    </Section>
  );
}

function Difference({ shown, others, beside }: { shown: Shown; others: readonly Other[]; beside: Beside }) {
  const { language } = shown.context;
  const { page } = dayTexts(language);
  const { account: words } = page;
  if (beside === null)
    return (
      <Section title={words.beside} id="beside">
        <EmptyState why={page.noTwin} what={page.noneWhat} />
      </Section>
    );
  const { actual, counterfactual, difference } = beside.compared;
  const otherName = page.modes[beside.other.about.mode];
  const label = ({ name, about }: Other) => `${page.modes[about.mode]} (${name.slice(-6)})`;
  return (
    <Section title={words.beside} id="beside">
      <Chooser shown={shown} view="ledger">
        <SelectField
          name="against"
          label={words.against}
          options={others.map((one) => ({ value: one.name, text: label(one) }))}
          value={beside.name}
        />
      </Chooser>
      <p>
        {words.less({ mode: page.modes[shown.run.about.mode], other: otherName })}{' '}
        <a href={hrefOfView({ context: shown.context, name: beside.name }, 'step')}>{words.otherRun}</a>
      </p>
      <Ledger shown={shown} caption={words.beside} zones={difference.zones} />
      <p>
        {words.spread({
          actual: number(actual.meanSpread, 2, language),
          counterfactual: number(counterfactual.meanSpread, 2, language),
          ...{ converged: actual.converged, steps: actual.steps, other: otherName },
        })}
      </p>
      {shown.run.about.isSynthetic && <p>{comparisonTexts(language).synthetic}</p>}
    </Section>
  );
}

/** EUR of each zone and party, and less the other run. */
function tableOf({ run, name, context }: Shown, beside: Beside): ExportTable {
  const { page: words, columns } = dayTexts(context.language);
  const { zones } = accountOf(run.clearing);
  const parties = ['consumers', 'producers', 'rent'] as const;
  const keys = ['zone', 'party', 'amount', 'difference', 'against'] as const;
  return {
    name: `energy-${name}-ledger`,
    title: words.titleOfView({ view: words.views.ledger, title: run.about.day }),
    columns: keys.map((key) => ({ key, title: key, note: columns[key] })),
    rows: zones.flatMap((zone, place) =>
      parties.map((party) => ({
        ...{ zone: zone.zone, party, amount: zone[party] },
        difference: beside?.compared.difference.zones[place]?.[party] ?? null,
        against: beside?.name ?? null,
      })),
    ),
    notes: [...exportNotes(context), ...(run.about.isSynthetic ? [words.synthetic] : [])],
  };
}
