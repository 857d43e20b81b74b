import { todayOn } from '#platform/clock.ts';
import type { PageContext } from '#platform/module.ts';
import { EmptyState, Tabs } from '#platform/page/components.tsx';
import { loadNames, Named, NamedList } from '#union';
import { doors } from '../../doors.ts';
import type { FieldName } from '../model.ts';
import { listFields, takesPartIn } from '../store.ts';
import { fieldTexts } from '../text/texts.ts';

/** What the pages of the module share. */

export const vatPath = '/practice/vat';

/** The page of a room, beside those of the others. */
export type Door = {
  readonly path: string;
  readonly title: (context: PageContext) => string;
  readonly what: (context: PageContext) => string;
};

export function VatTabs({ current, context }: { current: string; context: PageContext }) {
  const { tabs } = fieldTexts(context.language);
  const items = [
    { text: tabs.overview, path: vatPath },
    ...doors.map(({ path, title }) => ({ text: title(context), path })),
  ];
  return (
    <Tabs
      label={tabs.label}
      items={items.map(({ text, path }) => ({ text, href: context.href(path), current: path === current }))}
    />
  );
}

/** Crumbs of a page of the module, above them those of its own room. */
export function crumbsToVat(context: PageContext, ...more: readonly { text: string; path: string }[]) {
  const words = fieldTexts(context.language);
  return [
    { text: words.practice, href: context.href('/practice') },
    { text: words.tabs.label, href: context.href(vatPath) },
    ...more.map(({ text, path }) => ({ text, href: context.href(path) })),
  ];
}

/**
 * Instead of what is for delegates of a field alone: which seat opens it, and how one gets it. What is not there and what is not for the
 * reader look alike; `why` says of what this is said.
 */
export async function closedField(context: PageContext, name: FieldName, why?: string) {
  const words = fieldTexts(context.language);
  const { register, knownAt, clock } = context;
  const known = { register: register.id, knownAt };
  const { field, names } = await context.read(async (tx) => {
    const field = (await listFields(tx, known)).find((one) => one.name === name);
    const ids = field === undefined ? [] : [field.body, ...field.parts.map(({ party }) => party)];
    return { field, names: await loadNames(tx, known, [ids]) };
  });
  if (field === undefined) return <EmptyState why={words.none} what={words.noneWhat} who={words.noneWho} />;
  const today = todayOn(clock);
  const takingPart = [...new Set(field.parts.map(({ party }) => party))].filter((party) =>
    takesPartIn(field, party, today),
  );
  return (
    <EmptyState
      why={why ?? words.closedWhy({ field: words.names[name] })}
      what={
        <>
          {words.closedSeat} <Named id={field.body} names={names} context={context} />. {words.closedFor}{' '}
          <NamedList ids={takingPart} names={names} context={context} />. {words.closedParty}
        </>
      }
      who={
        register.meta.synthetic === true ? (
          <a href="/sign-in">{words.closedMadeUp}</a>
        ) : (
          words.closedWho({ body: field.body })
        )
      }
    />
  );
}
