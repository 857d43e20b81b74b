import { fail, ok, problem } from '#kernel/result.ts';
import type { Transaction } from '#platform/database/database.ts';
import type { ExportTable, Page, PageContext } from '#platform/module.ts';
import { Basis, EmptyState, Figure, FigureRow, Section, Stack } from '#platform/page/components.tsx';
import { instruments, loadNames, plainName } from '#union';
import { improperUses } from '../../authorisations/model.ts';
import { readUses, type UseRow, UsesTable } from '../../authorisations/pages/improper-uses.tsx';
import { authorisationTexts } from '../../authorisations/text/texts.ts';
import { originOf } from '../../nodes/model.ts';
import { findCheckpoint, findSelf } from '../../nodes/store.ts';
import { closedPaths, recordReading } from '../../pages/closed.tsx';
import { namesFor, readSides } from '../../requests/pages/parts.tsx';
import { readSample, type Sample } from '../rules/sample.ts';
import {
  type Chosen,
  countMissingAgreements,
  countOutcomes,
  countReasons,
  type Judged,
  sampleRequests,
} from '../store.ts';
import { oversightTexts } from '../text/texts.ts';
import { AgreementCounts, OutcomeCounts, ReasonCounts } from './counts.tsx';
import { actsHere, OversightTabs, oversightCrumbs, oversightPaths } from './parts.tsx';
import { recordSample, SampleSection } from './sample.tsx';
import { supervisionTable } from './supervision-table.ts';

async function load(tx: Transaction, context: PageContext, sample: Sample | null) {
  const sides = await readSides(tx, context);
  const chosen: Chosen = { register: context.register.id, sides: [...sides.keys()] };
  const outcomes = await countOutcomes(tx, chosen);
  const drawn: readonly Judged[] =
    sample === null ? [] : await sampleRequests(tx, { ...chosen, until: sample.until }, sample);
  const self = await findSelf(tx);
  const uses = await readUses(tx, context);
  const { names, nameOf } = await namesFor(tx, context, drawn);
  const moment = { register: context.register.id, knownAt: context.knownAt };
  const spoken = [
    chosen.sides,
    outcomes.map(({ from, to, instrument }) => [from, to, instrument]),
    uses.map(({ record, steps }) => [record.body, steps.map(({ by }) => by)]),
  ];
  return {
    self,
    sides,
    outcomes,
    reasons: await countReasons(tx, chosen),
    agreements: await countMissingAgreements(tx, chosen),
    sample,
    drawn,
    ofAll: sample === null ? 0 : sum(await countOutcomes(tx, { ...chosen, until: sample.until })),
    newest: self === null ? null : await findCheckpoint(tx, originOf(self.name)),
    uses,
    names: new Map([...(await loadNames(tx, moment, spoken, [instruments])), ...names]),
    nameOf,
  };
}

export type LoadedSupervision = Awaited<ReturnType<typeof load>>;

export const sum = (rows: readonly { readonly count: number }[]) =>
  rows.reduce((total, { count }) => total + count, 0);

/**
 * For whoever supervises a party, and for the party itself: how much was asked and denied and why, and some of it by chance, to
 * be judged. Each drawn request is in the journal before it is shown.
 */
export const supervisionPage: Page = {
  path: oversightPaths.supervision,
  navigation: 'practice',
  render: async (context) => {
    const { supervision: words } = oversightTexts(context.language);
    const sample = readSample(context.query, context.clock.now().epochMilliseconds);
    if (!sample.ok) return sample;
    const loaded = await context.read((tx) => load(tx, context, sample.value));
    const isOpen = loaded.sides.size > 0;
    const { closedWho } = authorisationTexts(context.language).page;
    recordSample(context, loaded);
    recordUses(context, loaded.uses);
    return ok({
      title: words.title,
      lede: words.lede,
      crumbs: oversightCrumbs(context),
      ...(isOpen ? { exports: ['csv', 'xlsx', 'json'] as const } : {}),
      body: (
        <Stack>
          <OversightTabs current="supervision" context={context} />
          {isOpen ? (
            <Open loaded={loaded} context={context} />
          ) : (
            <Section title={words.title} id="supervision">
              {actsHere(context, loaded.self) ? (
                <EmptyState why={words.none} what={words.noneWhat} />
              ) : (
                <EmptyState why={words.closedWhy} what={words.closedWhat} who={closedWho} />
              )}
            </Section>
          )}
          {(isOpen || loaded.uses.length > 0) && <Improper loaded={loaded} context={context} />}
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const sample = readSample(context.query, context.clock.now().epochMilliseconds);
    if (!sample.ok) return sample;
    const loaded = await context.read((tx) => load(tx, context, sample.value));
    if (loaded.sides.size === 0) return fail(problem('supervision_not_allowed'));
    const table: ExportTable = supervisionTable(context, loaded);
    if (context.query.get('table') === 'sample') recordSample(context, loaded);
    return ok(table);
  },
};

function recordUses(context: PageContext, uses: readonly UseRow[]): void {
  recordReading(
    context,
    improperUses.name,
    uses.map(({ record, grant }) => [record.id, grant]),
  );
}

export type Shown = { loaded: LoadedSupervision; context: PageContext };

function Open({ loaded, context }: Shown) {
  const { supervision: words } = oversightTexts(context.language);
  const { sides, outcomes, agreements, uses, names } = loaded;
  const said = [...sides.keys()].map(({ direction, party }) =>
    words.sides[direction](plainName(party, names, context.language)),
  );
  return (
    <>
      <Basis>{words.open(said.join('; '))}</Basis>
      <FigureRow>
        <Figure value={sum(outcomes)} label={words.figures.requests} />
        <Figure
          value={sum(outcomes.filter(({ outcome }) => outcome === 'denied'))}
          label={words.figures.denied}
        />
        <Figure value={sum(agreements)} label={words.figures.missing} />
        <Figure value={uses.length} label={words.figures.improper} />
      </FigureRow>
      <AgreementCounts loaded={loaded} context={context} />
      <OutcomeCounts loaded={loaded} context={context} />
      <ReasonCounts loaded={loaded} context={context} />
      <SampleSection loaded={loaded} context={context} />
    </>
  );
}

function Improper({ loaded, context }: Shown) {
  const { supervision: words } = oversightTexts(context.language);
  const { uses, names } = loaded;
  return (
    <Section
      title={words.improper}
      id="improper"
      tools={[{ text: words.improperAll, href: context.href(closedPaths.uses) }]}
    >
      {uses.length === 0 ? (
        <p>{words.improperNone}</p>
      ) : (
        <UsesTable rows={uses} names={names} context={context} />
      )}
    </Section>
  );
}
