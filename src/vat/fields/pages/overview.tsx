import { ok } from '#kernel/result.ts';
import { grantsOn } from '#platform/access/access.ts';
import { todayOn } from '#platform/clock.ts';
import type { Page, PageContext, Panel } from '#platform/module.ts';
import { EmptyState, FieldList, Section, Stack } from '#platform/page/components.tsx';
import { DataTable } from '#platform/page/table.tsx';
import { loadNames, Named, NamedList, type Names, PartiesByRole } from '#union';
import { doors } from '../../doors.ts';
import { type Field, listFields } from '../store.ts';
import { fieldTexts } from '../text/texts.ts';
import { crumbsToVat, VatTabs, vatPath } from './parts.tsx';

/** The front page: in which field which states work together and where, and the way to what the reader can do. */
export const overviewPage: Page = {
  path: vatPath,
  navigation: 'practice',
  render: async (context) => {
    const words = fieldTexts(context.language);
    const known = { register: context.register.id, knownAt: context.knownAt };
    const { fields, names } = await context.read(async (tx) => {
      const fields = await listFields(tx, known);
      const named = fields.flatMap(({ body, parts }) => [body, ...parts.map(({ party }) => party)]);
      return { fields, names: await loadNames(tx, known, [named]) };
    });
    return ok({
      title: words.title,
      lede: words.lede,
      crumbs: crumbsToVat(context).slice(0, 1),
      body: (
        <Stack>
          <VatTabs current={vatPath} context={context} />
          <Section title={words.fields} id="fields">
            {fields.length === 0 ? (
              <EmptyState why={words.none} what={words.noneWhat} who={words.noneWho} />
            ) : (
              <DataTable<Field>
                caption={words.fields}
                rows={fields}
                columns={[
                  { title: words.field, cell: ({ name }) => words.names[name] },
                  {
                    title: words.body,
                    cell: ({ body }) => <Named id={body} names={names} context={context} />,
                  },
                  {
                    title: words.parts,
                    cell: ({ parts }) =>
                      parts.length === 0 ? (
                        words.nobody
                      ) : (
                        <PartiesByRole parts={parts} names={names} context={context} />
                      ),
                  },
                  {
                    title: words.you,
                    cell: (field) => <OwnPart field={field} names={names} context={context} />,
                  },
                ]}
              />
            )}
          </Section>
          {doors.length > 0 && <Doors context={context} />}
        </Stack>
      ),
    });
  },
};

function Doors({ context }: { context: PageContext }) {
  return (
    <FieldList
      fields={doors.map(({ path, title, what }) => ({
        label: <a href={context.href(path)}>{title(context)}</a>,
        value: what(context),
      }))}
    />
  );
}

/** For whom the reader sits in a field, or that he coordinates it. */
function OwnPart({ field, names, context }: { field: Field; names: Names; context: PageContext }) {
  const words = fieldTexts(context.language);
  if (context.actor.kind === 'visitor') return words.visitor;
  const held = grantsOn(context.actor, context.register.id, todayOn(context.clock)).filter(
    ({ body }) => body === field.body,
  );
  const parties = [...new Set(held.flatMap(({ party }) => party ?? []))];
  if (parties.length > 0)
    return (
      <>
        {words.yes} <NamedList ids={parties} names={names} context={context} />
      </>
    );
  return held.length > 0 ? words.coordinator : words.no;
}

/** On the page of the practical cooperations: the way here. */
export const practicePanel: Panel = {
  page: '/practice',
  render: async (context) => {
    const words = fieldTexts(context.language);
    return (
      <Section title={words.tabs.label} id="vat" tools={[{ text: words.title, href: context.href(vatPath) }]}>
        <FieldList
          fields={[
            { label: <a href={context.href(vatPath)}>{words.tabs.overview}</a>, value: words.lede },
            ...doors.map(({ path, title, what }) => ({
              label: <a href={context.href(path)}>{title(context)}</a>,
              value: what(context),
            })),
          ]}
        />
      </Section>
    );
  },
};
