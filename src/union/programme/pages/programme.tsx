import {
  CountsByYear,
  instructiveSeries,
  LaterFigures,
  laterIn,
  loadTable,
  SeriesWithVerdict,
  sectionsOf,
} from '#evidence';
import { type LocalizedText, localize } from '#kernel/localized-text.ts';
import { ok } from '#kernel/result.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { ExportTable, Page, PageContext } from '#platform/module.ts';
import { EmptyState, Section, Sources, Stack } from '#platform/page/components.tsx';
import { Lang, MissingMark } from '#platform/page/missing.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { allRecords, type StoredRecord } from '#platform/records/records.ts';
import { texts } from '#platform/text/texts.ts';
import { isKnownAt, loadNames } from '../../bodies/store.ts';
import { eventsFeed } from '../../feeds/events.ts';
import { Named } from '../../names.tsx';
import { NothingKnown } from '../../register/pages/nothing-known.tsx';
import { unionTexts } from '../../text/texts.ts';
import { presidencies, themes, themeTitle, workProgrammes } from '../model.ts';
import { ProgrammeTabs } from './programme-tabs.tsx';

/** Work programmes, the themes of each year and who presided. */
export const programmePage: Page = {
  path: '/programme',
  navigation: 'programme',
  key: 'p',
  render: async (context) => {
    const words = unionTexts(context.language).programme;
    const moment = { register: context.register.id, asOf: context.asOf, knownAt: context.knownAt };
    const all = unionTexts(context.language);
    if (!isKnownAt(context.register, context.knownAt))
      return ok({
        title: words.title,
        body: <NothingKnown context={context} />,
      });
    const { records, names, table, series } = await context.read(async (tx) => {
      const kinds = [workProgrammes.name, themes.name, presidencies.name];
      const found = await allRecords(tx, { ...moment, kinds });
      return {
        records: found,
        table: await loadTable(tx, moment),
        series: await instructiveSeries(tx, moment),
        names: await loadNames(
          tx,
          moment,
          found.map(({ body }) => body.party),
        ),
      };
    });
    const evidenceTitle = texts(context.language).shell.entries.evidence;
    const of = (kind: string) => records.filter((record) => record.kind === kind);
    const list = (values: unknown) =>
      Array.isArray(values) ? (
        <span lang="en">{values.join(', ')}</span>
      ) : (
        <MissingMark reason="not_stated" />
      );
    return ok({
      title: words.title,
      lede: words.lede,
      feeds: [{ feed: eventsFeed }],
      exports: ['csv', 'xlsx', 'json'],
      body: (
        <Stack>
          <ProgrammeTabs current="programme" context={context} />
          {records.length === 0 && (
            <EmptyState
              why={all.programmeParts.empty}
              what={all.programmeParts.emptyWhat}
              who={all.whoCan.file}
            />
          )}
          {of(workProgrammes.name).length > 0 && (
            <Section title={words.programmes} id="programmes">
              <DataTable<StoredRecord>
                caption={words.programmes}
                rows={of(workProgrammes.name)}
                rowHref={(record) => context.href(workProgrammes.href(record.id))}
                columns={[
                  {
                    title: words.programmes,
                    cell: (record) => <Lang text={workProgrammes.title(record.body)} />,
                  },
                  {
                    title: words.period,
                    cell: (record) => `${record.body.start ?? '…'}–${record.body.end ?? '…'}`,
                  },
                  { title: words.priorities, cell: (record) => list(record.body.focal_points) },
                ]}
              />
            </Section>
          )}
          <Section
            title={all.programmeParts.counts}
            id="counts"
            tools={table.length === 0 ? [] : [{ text: evidenceTitle, href: context.href('/evidence') }]}
          >
            {table.length === 0 ? (
              <EmptyState
                why={all.programmeParts.countsNone}
                what={all.programmeParts.countsNoneWhat}
                who={all.whoCan.source}
              />
            ) : (
              <>
                {series !== null && <SeriesWithVerdict found={series} />}
                <CountsByYear table={table} judged context={context} />
                <LaterFigures count={laterIn(table)} />
                {table.some(({ points }) =>
                  points.some(({ flags }) => flags.includes('includes_other_category')),
                ) && <p>{all.programmeParts.mergedNote}</p>}
                <p>
                  <Sources
                    register={context.register}
                    sections={[
                      ...new Set(table.flatMap(({ points }) => points.flatMap(({ source }) => source))),
                    ]}
                  />
                </p>
              </>
            )}
          </Section>
          {of(themes.name).length > 0 && (
            <Section title={words.themes} id="themes">
              <DataTable<StoredRecord>
                caption={words.themes}
                rows={of(themes.name)}
                rowHref={(record) => context.href(themes.href(record.id))}
                columns={[
                  { title: words.year, cell: (record) => record.id },
                  {
                    title: words.themes,
                    cell: (record) => (
                      <ol>
                        {(record.body.themes as readonly Readonly<Record<string, unknown>>[]).map((theme) => (
                          <li>
                            <Lang text={themeTitle(theme)} />
                          </li>
                        ))}
                      </ol>
                    ),
                  },
                ]}
              />
            </Section>
          )}
          {of(presidencies.name).length > 0 && (
            <Section title={words.presidencies} id="presidencies">
              <DataTable<StoredRecord>
                caption={words.presidencies}
                rows={of(presidencies.name)}
                rowHref={(record) => context.href(presidencies.href(record.id))}
                columns={[
                  { title: words.year, cell: (record) => String(record.body.year ?? record.id) },
                  {
                    title: words.party,
                    cell: (record) =>
                      typeof record.body.party === 'string' ? (
                        <Named id={record.body.party} names={names} context={context} />
                      ) : (
                        <MissingMark reason="not_stated" />
                      ),
                  },
                  { title: words.priorities, cell: (record) => list(record.body.priorities) },
                  {
                    title: '§',
                    cell: (record) => (
                      <Sources register={context.register} sections={sectionsOf(record.body)} />
                    ),
                  },
                ]}
              />
            </Section>
          )}
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const moment = { register: context.register.id, asOf: context.asOf, knownAt: context.knownAt };
    const kinds = [workProgrammes.name, themes.name, presidencies.name];
    return ok(programmeTable(context, await context.read((tx) => allRecords(tx, { ...moment, kinds }))));
  },
};

/** Work programmes, the themes of each year one by one, and presidencies. The counts are an export of Evidence. */
function programmeTable(context: PageContext, records: readonly StoredRecord[]): ExportTable {
  const words = unionTexts(context.language);
  const shared = texts(context.language).exports;
  const { kind, year, until, order, party, priorities } = words.programmeParts.columns;
  const notes = {
    kind,
    id: shared.id,
    year,
    until,
    order,
    title: shared.title,
    party,
    missing: shared.missing,
    priorities,
    source: shared.source,
  };
  const listed = (value: unknown) => (Array.isArray(value) ? value.join('; ') : null);
  const numberOf = (value: unknown) => (typeof value === 'number' ? value : null);
  const titleOf = (text: LocalizedText) => localize(text, context.language, ['en']).text;
  const empty = { until: null, order: null, title: null, party: null, missing: null, priorities: null };
  return {
    name: `${context.register.id}-programme`,
    title: words.programme.title,
    columns: Object.entries(notes).map(([key, note]) => ({ key, title: key, note })),
    rows: records.flatMap(({ kind: name, id, body }): ExportTable['rows'] => {
      const base = { kind: name, id, ...empty, source: sectionsOf(body).join(', ') || null };
      if (name === workProgrammes.name)
        return [
          {
            ...base,
            year: numberOf(body.start),
            until: numberOf(body.end),
            title: titleOf(workProgrammes.title(body)),
            priorities: listed(body.focal_points),
          },
        ];
      if (name === presidencies.name) {
        const missing = body.missing as { readonly reason?: string } | null | undefined;
        return [
          {
            ...base,
            year: numberOf(body.year),
            party: typeof body.party === 'string' ? body.party : null,
            missing: typeof body.party === 'string' ? null : (missing?.reason ?? 'not_stated'),
            priorities: listed(body.priorities),
          },
        ];
      }
      const list = (body.themes ?? []) as readonly Readonly<Record<string, unknown>>[];
      return list.map((theme) => ({
        ...base,
        year: Number(id),
        order: numberOf(theme.order),
        title: titleOf(themeTitle(theme)),
      }));
    }),
    notes: exportNotes(context),
  };
}
