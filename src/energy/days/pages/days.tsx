import { ok } from '#kernel/result.ts';
import type { Page } from '#platform/module.ts';
import { pageOf } from '#platform/page/address.ts';
import { EmptyState, Section, Stack } from '#platform/page/components.tsx';
import { DataTable, Pagination } from '#platform/page/table.tsx';
import { crumbsToEnergy } from '../../front/pages/crumbs.ts';
import { aboutOf, listRunNames, runsFolder } from '../../runs/kept-runs.ts';
import type { About } from '../../runs/run-file.ts';
import { dayTexts } from '../text/texts.ts';
import { dayText } from './day-text.ts';
import { daysPath } from './parts.tsx';

/** Runs of one page. */
const pageSize = 24;

type Row = { readonly name: string; readonly about: About | null };

/** Days and hours that this node has cleared, newest name first. */
export const daysPage: Page = {
  path: daysPath,
  navigation: 'practice',
  render: async (context) => {
    const { language, dataFolder, query } = context;
    const { page: words } = dayTexts(language);
    return async () => {
      const folder = runsFolder(dataFolder);
      const names = (await listRunNames(folder)).toReversed();
      const last = Math.max(1, Math.ceil(names.length / pageSize));
      const shown = Math.min(pageOf(query), last);
      const rows: Row[] = [];
      for (const name of names.slice((shown - 1) * pageSize, shown * pageSize)) {
        rows.push({ name, about: await aboutOf(folder, name) });
      }
      return ok({
        title: words.days,
        lede: words.lede,
        crumbs: crumbsToEnergy(context),
        body: (
          <Stack>
            <Section title={words.days} id="days">
              {rows.length === 0 ? (
                <EmptyState why={words.none} what={words.noneWhat} who={words.noneWho} />
              ) : (
                <>
                  <DataTable<Row>
                    caption={words.days}
                    rows={rows}
                    rowHref={({ name, about }) =>
                      about === null ? null : context.href(`${daysPath}/${name}`)
                    }
                    columns={[
                      {
                        title: words.day,
                        cell: ({ name, about }) => (about === null ? name : dayText(about.day, language)),
                      },
                      {
                        title: words.mode,
                        cell: ({ about }) => (about === null ? words.unreadable : words.modes[about.mode]),
                      },
                      { title: words.steps, figure: true, cell: ({ about }) => about?.periods.length ?? '–' },
                      {
                        title: words.book,
                        cell: ({ about }) =>
                          about?.isSynthetic === true ? words.madeUp : (about?.book ?? '–'),
                      },
                    ]}
                  />
                  <Pagination
                    number={shown}
                    size={pageSize}
                    total={names.length}
                    label={words.days}
                    hrefOf={(page) => context.href(daysPath, { page: String(page) })}
                  />
                </>
              )}
            </Section>
          </Stack>
        ),
      });
    };
  },
};
