import { ok } from '#kernel/result.ts';
import { actionContextOf } from '#platform/actions/offers.ts';
import { todayOn } from '#platform/clock.ts';
import { exportNotes } from '#platform/export/notes.ts';
import type { Dataset, Download, Page, PageContext, ReadContext } from '#platform/module.ts';
import { Note, Section, Stack } from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { plainName } from '#union';
import { crumbsToVat } from '../../fields/pages/parts.tsx';
import { partiesOpen } from '../../fields/store.ts';
import { applicationFilePath, readClaims, refundsPath, samplePath } from '../kinds.ts';
import { type ApplicationField, applicationFields } from '../rules/application-fields.ts';
import { type SampleState, sampleStates, writtenSample } from '../sample-application.ts';
import { applicationTexts, shapeText } from '../text/application/application-texts.ts';
import { workTexts } from '../text/work/work-texts.ts';
import { namesOf } from './parts.tsx';

/** Of which state a sample is for the reader: of his own, whose businesses alone he can register; else of the Netherlands. */
async function sampleStateOf(context: PageContext): Promise<SampleState> {
  const open = await context.read((tx) => partiesOpen(tx, actionContextOf(context), 'refunds', readClaims));
  return sampleStates.find((state) => open.has(state)) ?? 'NL';
}

/** The catalogue names the list of an application's fields, since it is for everybody. */
export async function applicationDatasets({
  language,
}: Pick<ReadContext, 'language'>): Promise<readonly Dataset[]> {
  const words = applicationTexts(language);
  return [
    {
      id: 'vat-refund-application-fields',
      title: words.title,
      description: words.lede,
      page: applicationFilePath,
      exports: ['csv', 'xlsx', 'json'],
      feeds: [],
      years: null,
    },
  ];
}

/** What the file of an application holds, field by field; for everybody, since nothing of a trader is in it. */
export const applicationFilePage: Page = {
  path: applicationFilePath,
  navigation: 'practice',
  render: async (context) => {
    const { language } = context;
    const words = applicationTexts(language);
    const state = await sampleStateOf(context);
    const names = await context.read((tx) => namesOf(tx, context, [state]));
    return ok({
      title: words.title,
      lede: words.lede,
      crumbs: crumbsToVat(context, { text: workTexts(language).door.title, path: refundsPath }),
      exports: ['csv', 'xlsx', 'json'] as const,
      body: (
        <Stack>
          <Section title={words.sampleTitle} id="sample">
            <p>
              <a href={context.href(samplePath)}>{words.sample}</a>
            </p>
            <Note>{words.sampleNote({ state: plainName(state, names, language) })}</Note>
            <p>
              {words.command} <code>vat refund sample --on {todayOn(context.clock)}</code>,{' '}
              <code>vat refund fields</code>
            </p>
          </Section>
          <Section title={words.fields} id="fields">
            <p>{words.notes}</p>
            <p>{words.pathNote}</p>
            <DataTable<ApplicationField>
              caption={words.fields}
              rows={applicationFields}
              columns={[
                { title: words.path, cell: ({ path }) => <code>{path}</code> },
                { title: words.what, cell: ({ path }) => words.meanings[path] },
                { title: words.shape, cell: ({ shape }) => shapeText(shape, language) },
                { title: words.need, cell: ({ need }) => words.needs[need] },
              ]}
            />
          </Section>
        </Stack>
      ),
    });
  },
  exportTable: async (context) => {
    const { language } = context;
    const words = applicationTexts(language);
    const columns = { field: words.pathNote, what: words.what, shape: words.shape, required: words.need };
    return ok({
      name: `${context.register.id}-vat-refund-application-fields`,
      title: words.title,
      columns: Object.entries(columns).map(([key, note]) => ({ key, title: key, note })),
      rows: applicationFields.map(({ path, shape, need }) => ({
        ...{ field: path, what: words.meanings[path] ?? '', shape: shapeText(shape, language) },
        required: words.needs[need],
      })),
      notes: [...exportNotes(context), words.notes],
    });
  },
};

/** A sample, as it could be brought today. */
export const applicationSample: Download = {
  path: samplePath,
  load: async (context) => {
    const on = todayOn(context.clock);
    const text = writtenSample(await sampleStateOf(context), on);
    return ok({
      name: `synthetic-application-${on}.json`,
      type: 'application/json',
      bytes: new TextEncoder().encode(text),
    });
  },
};
