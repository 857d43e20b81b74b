import { formatInstant } from '#kernel/dates.ts';
import { ok } from '#kernel/result.ts';
import { largestUpload } from '#platform/actions/field.ts';
import { actionContextOf } from '#platform/actions/offers.ts';
import { decideAction } from '#platform/actions/perform.ts';
import type { Page, PageContext } from '#platform/module.ts';
import { EmptyState, Note, Section, Stack, StatusMark } from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { type Batch, listBatches } from '#platform/records/batches.ts';
import { uploadSheet } from '../actions.ts';
import { sheetKindNames, sheetKindOf } from '../kinds.ts';
import { mostColumns, mostRows, sheets } from '../model.ts';
import { keptDays, listSheets } from '../store.ts';
import { sheetTexts } from '../text/texts.ts';

async function load(context: PageContext) {
  return context.read(async (tx) => {
    const decision = await decideAction(tx, uploadSheet, actionContextOf(context), {});
    if (!decision.allowed) return null;
    const register = context.register.id;
    return { files: await listSheets(tx, register), batches: await listBatches(tx, register, '') };
  });
}

/** Where spreadsheets come in: bring one, see what was taken in, take it back; or take a list out to edit it. */
export const sheetsPage: Page = {
  path: '/sheets',
  navigation: 'programme',
  render: async (context) => {
    const { page: words, acts, fields } = sheetTexts(context.language);
    const loaded = await load(context);
    if (loaded === null)
      return ok({
        title: words.title,
        lede: words.lede,
        body: <EmptyState why={words.notYours} who={words.notYoursWho} />,
      });
    const { files, batches } = loaded;
    const names = new Map(files.map(({ id, name }) => [id, name]));
    const time = (instant: string) => (
      <time dateTime={instant}>{formatInstant(instant, context.language)} UTC</time>
    );
    return ok({
      title: words.title,
      lede: words.lede,
      body: (
        <Stack>
          <Section title={words.bring} id="bring">
            <form
              method="post"
              action={context.href(`/do/${uploadSheet.name}`)}
              enctype="multipart/form-data"
              class="stack form"
            >
              <div class="field">
                <label for="file">{fields.file}</label>
                <input
                  type="file"
                  id="file"
                  name="file"
                  required
                  accept=".xlsx,.csv"
                  aria-describedby="file-hint"
                />
                <small id="file-hint">
                  {words.bringWhat(largestUpload / 1024 / 1024, mostRows, mostColumns)}
                </small>
              </div>
              <div>
                <button type="submit">{acts.upload.title}</button>
              </div>
            </form>
          </Section>
          <Section title={words.files} id="files">
            {files.length === 0 ? (
              <EmptyState why={words.filesNone} what={words.filesNoneWhat(keptDays)} />
            ) : (
              <DataTable
                caption={words.files}
                rows={files}
                rowHref={({ id }) => context.href(sheets.href(id))}
                columns={[
                  { title: words.name, cell: ({ name }) => name },
                  { title: words.brought, cell: ({ broughtAt }) => time(broughtAt) },
                ]}
              />
            )}
          </Section>
          <Section title={words.imports} id="imports">
            {batches.length === 0 ? (
              <EmptyState why={words.importsNone} what={words.importsNoneWhat} />
            ) : (
              <DataTable<Batch>
                caption={words.imports}
                rows={batches}
                columns={[
                  { title: words.name, cell: ({ id }) => names.get(id.replace(/-\d+$/, '')) ?? id },
                  { title: words.takenIn, cell: ({ recordedAt }) => time(recordedAt) },
                  {
                    title: words.state,
                    cell: ({ undone }) => (
                      <StatusMark
                        tone={undone ? 'none' : 'good'}
                        text={undone ? words.undone : words.stands}
                      />
                    ),
                  },
                  {
                    title: words.undo,
                    cell: ({ id, undone }) =>
                      undone ? null : (
                        <a href={context.href('/do/sheets/undo', { import: id })}>{words.undo}</a>
                      ),
                  },
                ]}
              />
            )}
          </Section>
          <Section title={words.out} id="out">
            <Note>{words.outWhat}</Note>
            <p class="chips">
              {sheetKindNames.map((name) => (
                <a class="chip" href={context.href(`/sheets/out/${name}`, { format: 'xlsx' })}>
                  {sheetKindOf(name).kind.label[context.language].many} (XLSX)
                </a>
              ))}
            </p>
          </Section>
        </Stack>
      ),
    });
  },
};
