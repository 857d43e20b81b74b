import { ok, type Result } from '#kernel/result.ts';
import { Offered } from '#platform/actions/offered.tsx';
import { offersToMake } from '#platform/actions/offers.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { ExportTable, Page, PageContext } from '#platform/module.ts';
import { EmptyState, FieldList, Note, Section, Stack, StatusMark, Tabs } from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { number } from '../../days/pages/parts.tsx';
import { repeatStudy, studiesPath } from '../actions.ts';
import type { Indices } from '../indices.ts';
import { findStudy, studiesFolder } from '../kept-studies.ts';
import { timesByArea, timesByClock } from '../shortage-times.ts';
import { standardOf } from '../standards.ts';
import type { HardYear } from '../study-result.ts';
import type { StudyRun } from '../study-run.ts';
import { adequacyTexts } from '../text/texts.ts';
import { Events, Why, yearOf } from './events.tsx';
import { Heatmap } from './heatmap.tsx';
import { againstStandard, crumbsToStudies, estimateText, hoursText, monthNames } from './parts.tsx';

/** Of the hardest years, those that the page lists. */
const shownYears = 12;

export type ShownStudy = { readonly run: StudyRun; readonly context: PageContext };

/** One study: its indices beside the standards, when areas are short, and from the years with shortage down to what limited an hour. */
export const studyPage: Page = {
  path: `${studiesPath}/:study`,
  navigation: 'practice',
  render: async (context) => {
    const { language, dataFolder, params } = context;
    const { page: words } = adequacyTexts(language);
    const given = { study: params.study ?? '' };
    const offers = await context.read((tx) => offersToMake(tx, context, [repeatStudy.name], given));
    return async () => {
      const found = await findStudy(studiesFolder(dataFolder), given.study);
      if (!found.ok) return found;
      const shown = { run: found.value, context };
      const { about } = found.value;
      const year = yearOf(shown);
      return ok({
        title: about.name,
        crumbs: crumbsToStudies(context, true),
        exports: ['csv', 'xlsx', 'json'] as const,
        body: (
          <Stack>
            {about.isSynthetic && <Note>{words.synthetic}</Note>}
            <Offered offers={offers} context={context} />
            <Expected {...shown} />
            <When {...shown} />
            <Hardest {...shown} />
            {year !== null && <Events {...year} />}
            {year !== null && <Why {...year} />}
            <More {...shown} />
            <Again {...shown} />
          </Stack>
        ),
      });
    };
  },
  exportTable: async (context) => {
    const { dataFolder, params } = context;
    return async () => {
      const found = await findStudy(studiesFolder(dataFolder), params.study ?? '');
      return found.ok ? tableOf(found.value, context) : found;
    };
  },
};

type AreaRow = { readonly area: string; readonly isAll: boolean; readonly indices: Indices };

function areaRows({ run: { about, result }, context }: ShownStudy): readonly AreaRow[] {
  const { page: words } = adequacyTexts(context.language);
  return result.indices.map((indices, place) => ({
    area: about.areas[place] ?? words.together,
    isAll: place === about.areas.length,
    indices,
  }));
}

const tones = { below: 'good', above: 'bad', untold: 'part' } as const;

function Expected(shown: ShownStudy) {
  const { run, context } = shown;
  const { language } = context;
  const { page: words } = adequacyTexts(language);
  const { years, climateYears } = run.about;
  const ofArea = ({ area, isAll }: AreaRow) => (isAll ? null : standardOf(area));
  return (
    <Section title={words.expected} id="expected">
      <p>{words.expectedNote({ years: number(years, 0, language), climates: climateYears.length })}</p>
      <DataTable<AreaRow>
        caption={words.expected}
        rows={areaRows(shown)}
        columns={[
          { title: words.area, cell: ({ area }) => area },
          {
            title: words.lole,
            figure: true,
            cell: ({ indices }) => estimateText(indices.lole, 2, language),
          },
          {
            title: words.standard,
            cell: (row) => {
              const standard = ofArea(row);
              if (standard === null) return row.isAll ? null : words.noStandard;
              return (
                <>
                  {number(standard.lole, 2, language)}
                  {standard.withLoadShedding !== null && (
                    <small>
                      {words.withShedding({ hours: number(standard.withLoadShedding, 2, language) })}
                    </small>
                  )}
                  {!standard.verified && <small>{words.unverified}</small>}
                </>
              );
            },
          },
          {
            title: words.verdict,
            cell: (row) => {
              const standard = ofArea(row);
              if (standard === null) return null;
              const verdict = againstStandard(row.indices.lole, standard);
              return <StatusMark tone={tones[verdict]} text={words.verdicts[verdict]} />;
            },
          },
          {
            title: words.eens,
            figure: true,
            cell: ({ indices }) => estimateText(indices.eens, 0, language),
          },
        ]}
      />
    </Section>
  );
}

function More(shown: ShownStudy) {
  const { language } = shown.context;
  const { page: words } = adequacyTexts(language);
  const column = (
    title: string,
    of: 'p95Hours' | 'p95Energy' | 'events' | 'longestEvent' | 'energyPerEvent',
    digits: number,
  ) => ({
    title,
    figure: true,
    cell: ({ indices }: AreaRow) => {
      const estimate = indices[of];
      return estimate === null ? '–' : estimateText(estimate, digits, language);
    },
  });
  return (
    <Section title={words.more} id="more">
      <p>{words.moreNote}</p>
      <DataTable<AreaRow>
        caption={words.more}
        rows={areaRows(shown)}
        columns={[
          { title: words.area, cell: ({ area }) => area },
          column(words.p95Hours, 'p95Hours', 0),
          column(words.p95Energy, 'p95Energy', 0),
          column(words.events, 'events', 2),
          column(words.longest, 'longestEvent', 2),
          column(words.perEvent, 'energyPerEvent', 0),
        ]}
      />
    </Section>
  );
}

function When({ run, context }: ShownStudy) {
  const { language, query } = context;
  const { page: words } = adequacyTexts(language);
  const { about, result } = run;
  const isByClock = query.get('by') === 'clock';
  const names = [...about.areas, words.together];
  const asked = about.areas.indexOf(query.get('area') ?? '');
  const area = asked < 0 ? about.areas.length : asked;
  const rows = isByClock ? Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0')) : names;
  const values = isByClock
    ? timesByClock(result.shortIn[area] as (typeof result.shortIn)[number], about)
    : timesByArea(result, about);
  const title = isByClock ? `${words.byClock}: ${names[area]}` : words.byMonth;
  const months = monthNames(language);
  const path = `${studiesPath}/${context.params.study}`;
  const most = Math.max(0, ...values.flatMap((row) => [...row]));
  const cell = (hours: number) => (hours === 0 ? '' : hoursText(hours, language));
  return (
    <Section title={words.when} id="when">
      <p>{words.whenNote}</p>
      <Tabs
        label={words.when}
        items={[
          { text: words.byMonth, href: `${context.href(path)}#when`, current: !isByClock },
          { text: words.byClock, href: `${context.href(path, { by: 'clock' })}#when`, current: isByClock },
        ]}
      />
      {isByClock && (
        <form method="get" class="inline" action={`${context.href(path)}#when`}>
          <input type="hidden" name="by" value="clock" />
          <label for="area">{words.area}</label>{' '}
          <select id="area" name="area">
            {names.map((name, place) => (
              <option value={about.areas[place] ?? ''} selected={place === area}>
                {name}
              </option>
            ))}
          </select>{' '}
          <button type="submit">{words.show}</button>
        </form>
      )}
      <Heatmap {...{ title, rows, columns: months, values, language }} />
      <p>{words.darkest({ hours: number(most, 2, language) })}</p>
      <details>
        <summary>{words.inFigures}</summary>
        <DataTable<number>
          caption={title}
          rows={[...rows.keys()]}
          columns={[
            { title: isByClock ? words.clock : words.area, cell: (row) => rows[row] },
            ...months.map((month, column) => ({
              title: month,
              figure: true,
              cell: (row: number) => cell(values[row]?.[column] ?? 0),
            })),
            {
              title: words.sum,
              figure: true,
              cell: (row: number) => number(sumOf(values[row] ?? new Float64Array()), 2, language),
            },
          ]}
        />
      </details>
    </Section>
  );
}

const sumOf = (row: Float64Array) => row.reduce((sum, hours) => sum + hours, 0);

function Hardest({ run, context }: ShownStudy) {
  const { language } = context;
  const { page: words } = adequacyTexts(language);
  const { hardest } = run.result;
  const path = `${studiesPath}/${context.params.study}`;
  return (
    <Section title={words.hardest} id="hardest">
      {hardest.length === 0 ? (
        <EmptyState why={words.noShortage} what={words.noShortageWhat} />
      ) : (
        <>
          <p>{words.hardestNote}</p>
          <DataTable<HardYear>
            caption={words.hardest}
            rows={hardest.slice(0, shownYears)}
            rowHref={({ year }) => `${context.href(path, { year: String(year) })}#events`}
            columns={[
              { title: words.year, cell: ({ year }) => words.yearNumber({ year }) },
              { title: words.hours, figure: true, cell: ({ hours }) => number(hours, 0, language) },
              { title: words.energy, figure: true, cell: ({ energy }) => number(energy, 0, language) },
            ]}
          />
        </>
      )}
    </Section>
  );
}

function Again({ run, context }: ShownStudy) {
  const { page: words } = adequacyTexts(context.language);
  const { source, climateYears, seed, years } = run.about;
  return (
    <Section title={words.again} id="again">
      <FieldList
        fields={[
          { label: words.source, value: source },
          { label: words.weather, value: climateYears.join(', ') },
          { label: words.years, value: number(years, 0, context.language) },
          { label: words.seed, value: seed },
        ]}
      />
      <p>{words.againNote}</p>
      <pre>npm run -s tripoint -- energy adequacy recompute {context.params.study}</pre>
    </Section>
  );
}

/** All indices of all areas, one a row. */
function tableOf({ about, result }: StudyRun, context: PageContext): Result<ExportTable> {
  const { page: words, columns } = adequacyTexts(context.language);
  const keys = ['area', 'index', 'value', 'low', 'high', 'standard', 'standard_verified'] as const;
  return ok({
    name: `energy-study-${context.params.study}`,
    title: about.name,
    columns: keys.map((key) => ({ key, title: key, note: columns[key] })),
    rows: result.indices.flatMap((indices, place) => {
      const area = about.areas[place] ?? null;
      return Object.entries(indices).flatMap(([index, estimate]) => {
        if (estimate === null || typeof estimate === 'number') return [];
        const standard = area !== null && index === 'lole' ? standardOf(area) : null;
        return {
          ...{ area, index, value: estimate.value },
          ...{ low: estimate.interval?.low ?? null, high: estimate.interval?.high ?? null },
          ...{ standard: standard?.lole ?? null, standard_verified: standard?.verified ?? null },
        };
      });
    }),
    notes: [...exportNotes(context), ...(about.isSynthetic ? [words.synthetic] : [])],
  });
}
