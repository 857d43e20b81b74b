import { sectionsOf } from '#evidence';
import { ok } from '#kernel/result.ts';
import type { Page } from '#platform/module.ts';
import { EmptyState, Section, Sources, Stack } from '#platform/page/components.tsx';
import { Lang, MissingMark } from '#platform/page/missing.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { allRecords, type StoredRecord } from '#platform/records/records.ts';
import { loadNames } from '../../bodies/store.ts';
import { eventsFeed } from '../../feeds/events.ts';
import { Named } from '../../names.tsx';
import { reportTexts } from '../../text/report/report-texts.ts';
import { unionTexts } from '../../text/texts.ts';
import { presidencies, themes, workProgrammes } from '../model.ts';

/** Work programmes, the themes of each year and who presided. */
export const programmePage: Page = {
  path: '/programme',
  navigation: 'programme',
  key: 'p',
  render: async (context) => {
    const words = unionTexts(context.language).programme;
    const moment = { register: context.register.id, knownAt: context.knownAt };
    const { records, names } = await context.read(async (tx) => {
      const kinds = [workProgrammes.name, themes.name, presidencies.name];
      const all = await allRecords(tx, { ...moment, kinds });
      return {
        records: all,
        names: await loadNames(
          tx,
          moment,
          all.map(({ body }) => body.party),
        ),
      };
    });
    const of = (kind: string) => records.filter((record) => record.kind === kind);
    const list = (values: unknown) =>
      Array.isArray(values) ? <span lang="en">{values.join(', ')}</span> : null;
    return ok({
      title: words.title,
      lede: words.lede,
      feeds: [{ feed: eventsFeed }],
      body: (
        <Stack>
          {records.length === 0 && <EmptyState why={unionTexts(context.language).record.notTreated} />}
          <p>
            <a class="chip" href={context.href('/groups')}>
              {words.groups}
            </a>{' '}
            <a class="chip" href={context.href('/report')}>
              {reportTexts(context.language).list}
            </a>
          </p>
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
};

/** A theme has no kind of its own: its languages are all its two-letter keys. */
function themeTitle(theme: Readonly<Record<string, unknown>>) {
  const texts = Object.fromEntries(
    Object.entries(theme).flatMap(([key, value]) =>
      /^[a-z]{2}$/.test(key) && typeof value === 'string' ? [[key, value]] : [],
    ),
  );
  return { texts: Object.keys(texts).length > 0 ? texts : { en: String(theme.order ?? '') }, authentic: [] };
}
