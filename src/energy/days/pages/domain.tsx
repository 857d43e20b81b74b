import { ok, type Problem, type Result } from '#kernel/result.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { ExportTable, Page, PageContext } from '#platform/module.ts';
import { Columns, EmptyState, FieldList, Section, Stack, Verdict } from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { loadSolver } from '../../clearing/solver.ts';
import type { Containment } from '../../domain/containment.ts';
import { domainTexts } from '../../domain/text/texts.ts';
import type { DomainRow } from '../../market/model.ts';
import {
  type DomainPicture,
  domainPicture,
  type Edge,
  readRights,
  type View,
  views,
} from '../domain-picture.ts';
import { dayTexts } from '../text/texts.ts';
import { DomainDrawing } from './domain-drawing.tsx';
import {
  Chooser,
  daysPath,
  findShown,
  headOf,
  hrefOfView,
  number,
  RunHead,
  SelectField,
  type Shown,
  StepField,
  stepLinks,
  stepText,
  zoneAsked,
  zonesOf,
} from './parts.tsx';

/** What the address asks to see of a domain, by the places of zones. */
type Asked = {
  readonly across: number;
  readonly up: number;
  readonly view: View;
  readonly balancing: number | null;
  readonly rights: Float64Array | null;
  /** As it was written. */
  readonly rightsText: string;
};

/** The domain of one step as two zones see it: what they could have had together, where they were cleared, and which element ends it where. */
export const domainPage: Page = {
  path: `${daysPath}/:run/domain`,
  navigation: 'practice',
  render: async (context) => async () => {
    const found = await findShown(context);
    if (!found.ok) return found;
    const shown = found.value;
    const asked = askedOf(shown);
    if (!asked.ok) return asked;
    const { page: words } = dayTexts(context.language);
    const picture = rowsOf(shown).length === 0 ? null : await pictureOf(shown, asked.value);
    return ok({
      ...headOf(shown, 'domain'),
      lede: words.domain.lede,
      exports: picture?.ok === true ? (['csv', 'xlsx', 'json'] as const) : [],
      body: (
        <Stack>
          <RunHead shown={shown} view="domain" />
          {picture === null ? (
            <Section title={words.domain.title} id="domain">
              <EmptyState why={words.domain.none} what={words.domain.noneWhat} />
            </Section>
          ) : (
            <Domain shown={shown} asked={asked.value} picture={picture} />
          )}
        </Stack>
      ),
    });
  },
  exportTable: async (context) => async () => {
    const found = await findShown(context);
    if (!found.ok) return found;
    const asked = askedOf(found.value);
    if (!asked.ok) return asked;
    const picture = await pictureOf(found.value, asked.value);
    return picture.ok ? ok(tableOf(found.value, asked.value, picture.value)) : picture;
  },
};

function askedOf(shown: Shown): Result<Asked> {
  const { query } = shown.context;
  const zones = zonesOf(shown);
  const across = zoneAsked(shown, 'across', 0);
  if (!across.ok) return across;
  const up = zoneAsked(shown, 'up', across.value === 1 ? 0 : 1);
  if (!up.ok) return up;
  // The same zone twice is a line; another stands for it.
  const other = up.value === across.value ? zones.findIndex((_, zone) => zone !== across.value) : up.value;
  const third = zones.findIndex((_, zone) => zone !== across.value && zone !== other);
  const balancing = zoneAsked(shown, 'balancing', third);
  if (!balancing.ok) return balancing;
  const isOther = balancing.value !== across.value && balancing.value !== other;
  const rightsText = (query.get('rights') ?? rightsInRun(shown)).slice(0, 10_000);
  const rights = readRights(rightsText, zones);
  if (!rights.ok) return rights;
  const left = isOther ? balancing.value : third;
  return ok({
    ...{ across: across.value, up: other, rights: rights.value, rightsText },
    view: views.find((view) => view === query.get('view')) ?? 'projection',
    balancing: left < 0 ? null : left,
  });
}

/** Long-term rights beside which the step was cleared, as people write them; empty where there were none. */
function rightsInRun({ run, step }: Shown): string {
  const network = run.clearing.steps[step]?.network;
  if (network?.linksAre !== 'rights') return '';
  const { zones, links } = network;
  return links
    .filter(({ most }) => most > 0)
    .map(({ from, to, most }) => `${zones[from]}>${zones[to]} ${Number(most.toFixed(3))}`)
    .join(', ');
}

async function pictureOf({ run, step }: Shown, asked: Asked): Promise<Result<DomainPicture>> {
  const { steps, result } = run.clearing;
  const [{ network }, cleared] = [steps[step], result.steps[step]] as [
    (typeof steps)[number],
    (typeof result.steps)[number],
  ];
  return domainPicture(await loadSolver(), network, cleared, asked);
}

const rowsOf = ({ run, step }: Shown): readonly DomainRow[] => run.clearing.steps[step]?.network.domain ?? [];

/** What people call a row: its element, and what is out when it counts. */
const nameOf = (row: DomainRow | undefined): string =>
  row === undefined ? '–' : [row.element ?? row.id, row.contingency].filter(Boolean).join(' / ');

/** EUR/MWh that one more MW of a row is worth in a step; 0: it is not full. */
const shadowOf = ({ run }: Shown, step: number, row: number): number =>
  run.clearing.result.steps[step]?.shadows.find((one) => one.row === row)?.price ?? 0;

const keptOf = (shown: Shown, { across, up, view, balancing, rightsText }: Asked) => {
  const zones = zonesOf(shown);
  return {
    ...{ step: String(shown.step + 1), across: zones[across] ?? '', up: zones[up] ?? '', view },
    balancing: view === 'slice' && balancing !== null ? (zones[balancing] ?? '') : null,
    rights: rightsText === '' ? null : rightsText,
  };
};

type DomainProps = { readonly shown: Shown; readonly asked: Asked };

function Domain({ shown, asked, picture }: DomainProps & { picture: Result<DomainPicture> }) {
  const { domain: words } = dayTexts(shown.context.language).page;
  const kept = keptOf(shown, asked);
  const zones = zonesOf(shown);
  return (
    <>
      <Section
        title={words.title}
        id="domain"
        tools={stepLinks(shown, 'domain', { ...kept, element: shown.context.query.get('element') })}
      >
        <Fields shown={shown} asked={asked} />
        <p>{stepText(shown)}</p>
        <p>
          {asked.view === 'projection'
            ? words.whatProjection
            : words.whatSlice({ zone: zones[asked.balancing ?? -1] ?? '' })}
        </p>
        {!picture.ok && <Refused shown={shown} problems={picture.problems} />}
        {picture.ok && (
          <Columns
            main={<Plane shown={shown} asked={asked} picture={picture.value} />}
            aside={<Element shown={shown} asked={asked} picture={picture.value} />}
          />
        )}
      </Section>
      {picture.ok && (
        <>
          <Edges shown={shown} asked={asked} picture={picture.value} />
          <Capacities shown={shown} picture={picture.value} />
        </>
      )}
    </>
  );
}

function Fields({ shown, asked }: DomainProps) {
  const { domain: words } = dayTexts(shown.context.language).page;
  const zones = zonesOf(shown);
  const options = zones.map((zone) => ({ value: zone, text: zone }));
  const { across, up, balancing } = asked;
  return (
    <Chooser shown={shown} view="domain">
      <StepField shown={shown} />
      <SelectField name="across" label={words.across} options={options} value={zones[across] ?? ''} />
      <SelectField name="up" label={words.up} options={options} value={zones[up] ?? ''} />
      <SelectField
        name="view"
        label={words.view}
        options={views.map((view) => ({ value: view, text: words.views[view] }))}
        value={asked.view}
      />
      {asked.view === 'slice' && (
        <SelectField
          name="balancing"
          label={words.balancing}
          options={options.filter((_, zone) => zone !== across && zone !== up)}
          value={zones[balancing ?? -1] ?? ''}
        />
      )}
      <div class="field">
        <label for="rights">{words.rightsField}</label>
        <input
          id="rights"
          name="rights"
          value={asked.rightsText}
          placeholder={`${zones[across]}>${zones[up]} 300`}
        />
      </div>
    </Chooser>
  );
}

/** Why there is nothing to draw, in the words of the room of domains. */
function Refused({ shown, problems }: { shown: Shown; problems: readonly Problem[] }) {
  const { language } = shown.context;
  const words = { ...domainTexts(language).problems, ...dayTexts(language).problems };
  return (
    <EmptyState
      why={problems
        .map(({ code, params }) => (code in words ? words[code as keyof typeof words](params) : code))
        .join(' ')}
    />
  );
}

type PictureProps = DomainProps & { readonly picture: DomainPicture };

/** The row that the address names, by its place from 1; else the one of the edges that is worth most here. */
function chosenOf({ shown, picture }: PictureProps): number | null {
  const rows = rowsOf(shown);
  const named = Number(/^[1-9]\d{0,5}$/.exec(shown.context.query.get('element') ?? '')?.[0] ?? 0);
  if (named >= 1 && named <= rows.length) return named - 1;
  const drawn = picture.edges.flatMap((edge) => edge.rows.map(({ row }) => row));
  return (
    drawn.toSorted(
      (one, other) => shadowOf(shown, shown.step, other) - shadowOf(shown, shown.step, one),
    )[0] ?? null
  );
}

const hrefOfRow = (shown: Shown, asked: Asked, row: number) =>
  `${hrefOfView(shown, 'domain', { ...keptOf(shown, asked), element: String(row + 1) })}#element`;

function Plane(props: PictureProps) {
  const { shown, asked, picture } = props;
  const rows = rowsOf(shown);
  const first = (edge: Edge) => edge.rows[0]?.row ?? -1;
  return (
    <DomainDrawing
      shown={shown}
      picture={picture}
      across={asked.across}
      up={asked.up}
      chosen={chosenOf(props)}
      nameOf={(edge) => edge.rows.map(({ row }) => nameOf(rows[row])).join(' + ')}
      hrefOf={(edge) => (edge.rows.length === 0 ? null : hrefOfRow(shown, asked, first(edge)))}
      isFull={(edge) => edge.rows.some(({ row }) => shadowOf(shown, shown.step, row) > 0)}
    />
  );
}

/** All that is known of one critical element in this step and on this day. */
function Element(props: PictureProps) {
  const { shown } = props;
  const { language } = shown.context;
  const { page } = dayTexts(language);
  const { domain: words } = page;
  const place = chosenOf(props);
  const row = place === null ? undefined : rowsOf(shown)[place];
  if (place === null || row === undefined) return null;
  const { result } = shown.run.clearing;
  const positions = result.steps[shown.step]?.positions ?? new Float64Array();
  const flow = row.ptdf.reduce((sum, factor, zone) => sum + factor * (positions[zone] ?? 0), 0);
  const shadow = shadowOf(shown, shown.step, place);
  const fullSteps = result.steps.filter(({ shadows }) => shadows.some((one) => one.row === place)).length;
  const mw = (value: number) => words.megawatts({ value: number(value, 0, language) });
  return (
    <div id="element">
      <h3>{nameOf(row)}</h3>
      <FieldList
        fields={[
          { label: words.row, value: row.id },
          { label: words.contingency, value: row.contingency ?? words.notSaid },
          { label: words.ram, value: mw(row.ram) },
          { label: words.flow, value: mw(flow) },
          {
            label: page.shadow,
            value: shadow > 0 ? number(shadow, 2, language) : words.notFull,
          },
          { label: words.fullIn, value: words.fullSteps({ count: fullSteps, steps: result.steps.length }) },
          ...zonesOf(shown).map((zone, at) => ({
            label: words.ptdfOf({ zone }),
            value: number(row.ptdf[at] ?? 0, 3, language),
          })),
        ]}
      />
    </div>
  );
}

/** One row of an edge: in a projection several rows may make one together. */
type EdgeRow = {
  readonly edge: number;
  readonly from: Edge['from'];
  readonly to: Edge['to'];
  readonly row: number;
  readonly weight: number;
};

const edgeRows = (picture: DomainPicture): readonly EdgeRow[] =>
  picture.edges.flatMap(({ from, to, rows }, place) => {
    const all = rows.reduce((sum, { price }) => sum + price, 0);
    return rows.map(({ row, price }) => ({ ...{ edge: place + 1, from, to, row }, weight: price / all }));
  });

/** A line for each edge: what counts most in it, and beneath what makes it with that. */
function Edges({ shown, asked, picture }: PictureProps) {
  const { language } = shown.context;
  const { page } = dayTexts(language);
  const { domain: words } = page;
  const rows = rowsOf(shown);
  const zones = zonesOf(shown);
  const lines = [...Map.groupBy(edgeRows(picture), ({ edge }) => edge).values()];
  const at = ([x, y]: Edge['from']) => `${number(x, 0, language)} | ${number(y, 0, language)}`;
  const share = ({ weight }: EdgeRow) => words.share({ share: number(100 * weight, 0, language) });
  type Line = readonly EdgeRow[];
  const of = (line: Line) => line[0] as EdgeRow;
  const held = (line: Line) => rows[of(line).row];
  return (
    <Section title={words.edges} id="edges">
      <p>{words.edgesNote}</p>
      <DataTable<Line>
        caption={words.edges}
        rows={lines}
        rowHref={(line) => hrefOfRow(shown, asked, of(line).row)}
        columns={[
          {
            title: words.edge,
            cell: (line) =>
              words.edgeOf({ edge: of(line).edge, element: held(line)?.element ?? held(line)?.id ?? '' }),
            below: (line) =>
              line.length > 1 && (
                <small>
                  {share(of(line))}
                  {line.slice(1).map((one) => (
                    <>
                      {' + '}
                      <a href={hrefOfRow(shown, asked, one.row)}>{nameOf(rows[one.row])}</a> {share(one)}
                    </>
                  ))}
                </small>
              ),
          },
          { title: words.contingency, cell: (line) => held(line)?.contingency ?? words.notSaid },
          { title: words.ram, figure: true, cell: (line) => number(held(line)?.ram ?? 0, 0, language) },
          ...[asked.across, asked.up].map((zone) => ({
            title: words.ptdfOf({ zone: zones[zone] ?? '' }),
            figure: true,
            cell: (line: Line) => number(held(line)?.ptdf[zone] ?? 0, 3, language),
          })),
          {
            title: page.shadow,
            figure: true,
            cell: (line) => {
              const shadow = shadowOf(shown, shown.step, of(line).row);
              return shadow > 0 ? number(shadow, 2, language) : words.notFull;
            },
          },
          { title: words.from, figure: true, cell: (line) => at(of(line).from) },
          { title: words.to, figure: true, cell: (line) => at(of(line).to) },
        ]}
      />
    </Section>
  );
}

/** Capacities by direction, the rule by which they come about, and whether all that they allow keeps all rows. */
function Capacities({ shown, picture }: { shown: Shown; picture: DomainPicture }) {
  const { language } = shown.context;
  const { domain: words } = dayTexts(language).page;
  const { capacities, rights, directions } = picture;
  const zones = zonesOf(shown).map((zone, place) => ({ zone, place }));
  const between = (megawatts: Float64Array, from: number, to: number) => {
    const place = directions.findIndex((one) => one.from === from && one.to === to);
    return place < 0 ? '–' : number(megawatts[place] ?? 0, 0, language);
  };
  const table = (caption: string, megawatts: Float64Array) => (
    <DataTable<(typeof zones)[number]>
      caption={caption}
      captionShown
      rows={zones}
      columns={[
        { title: words.fromZone, cell: ({ zone }) => zone },
        ...zones.map((to) => ({
          title: words.toZone({ zone: to.zone }),
          figure: true,
          cell: ({ place }: (typeof zones)[number]) => between(megawatts, place, to.place),
        })),
      ]}
    />
  );
  return (
    <Section title={words.capacities} id="capacities">
      <p>{words.rule({ start: rights === null ? words.fromZero : words.fromRights })}</p>
      <p>{words.unverified}</p>
      {capacities.ok ? (
        <>
          {table(words.signs.box, capacities.value.megawatts)}
          <Contained shown={shown} containment={capacities.value.containment} />
        </>
      ) : (
        <Refused shown={shown} problems={capacities.problems} />
      )}
      {rights === null ? (
        <p>{words.noRights}</p>
      ) : (
        <>
          {table(words.signs.rights, rights.megawatts)}
          <p>{words.rightsNote}</p>
          <Contained shown={shown} containment={rights.containment} />
        </>
      )}
    </Section>
  );
}

function Contained({ shown, containment }: { shown: Shown; containment: Containment }) {
  const { language } = shown.context;
  const { domain: words } = dayTexts(language).page;
  if (containment.isInside) return <Verdict tone="good" title={words.inside} />;
  const { row, flow, ram } = containment;
  return (
    <Verdict tone="bad" title={words.outside}>
      {words.outsideAt({
        ...{
          row: nameOf(rowsOf(shown)[row]),
          flow: number(flow, 0, language),
          ram: number(ram, 0, language),
        },
      })}
    </Verdict>
  );
}

/** A row for each edge and element that makes it. */
function tableOf(shown: Shown, asked: Asked, picture: DomainPicture): ExportTable {
  const { context, run, name } = shown;
  const { page: words, columns } = dayTexts(context.language);
  const rows = rowsOf(shown);
  const zones = zonesOf(shown);
  const [across, up] = [zones[asked.across] ?? '', zones[asked.up] ?? ''];
  const keys = [
    ...['step', 'edge', 'across', 'up', 'from_across', 'from_up', 'to_across', 'to_up', 'row', 'element'],
    ...['contingency', 'weight', 'ram', 'ptdf_across', 'ptdf_up', 'shadow'],
  ] as const;
  return {
    name: `energy-${name}-domain-${shown.step + 1}`,
    title: words.titleOfView({ view: words.views.domain, title: run.about.day }),
    columns: keys.map((key) => ({ key, title: key, note: columns[key as keyof typeof columns] })),
    rows: edgeRows(picture).map(({ edge, from, to, row, weight }) => ({
      ...{ step: shown.step + 1, edge, across, up, weight, row: rows[row]?.id ?? '' },
      ...{ from_across: from[0], from_up: from[1], to_across: to[0], to_up: to[1] },
      ...{ element: rows[row]?.element ?? null, contingency: rows[row]?.contingency ?? null },
      ...{ ram: rows[row]?.ram ?? null, ptdf_across: rows[row]?.ptdf[asked.across] ?? null },
      ptdf_up: rows[row]?.ptdf[asked.up] ?? null,
      shadow: shadowOf(shown, shown.step, row),
    })),
    notes: notesOf(shown, context),
  };
}

/** Terms of the export, and that it is made up. */
const notesOf = ({ run }: Shown, context: PageContext): readonly string[] => [
  ...exportNotes(context),
  ...(run.about.isSynthetic ? [dayTexts(context.language).page.synthetic] : []),
];
