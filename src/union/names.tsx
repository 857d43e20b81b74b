import type { ComponentChildren } from 'preact';
import { localize } from '#kernel/localized-text.ts';
import type { PageContext } from '#platform/module.ts';
import { Lang } from '#platform/page/missing.tsx';
import type { Kind } from '#platform/records/kind.ts';
import { stateCodeOf } from './bodies/model.ts';
import { actors, type Name } from './bodies/store.ts';

/** What the pages of a request call things, by `kind/id`. */
export type Names = ReadonlyMap<string, Name>;

export function findName(id: string, names: Names, kinds: readonly Kind[] = actors): Name | undefined {
  return kinds.map((kind) => names.get(`${kind.name}/${id}`)).find((name) => name !== undefined);
}

type NamedProps = { names: Names; context: PageContext; kinds?: readonly Kind[] };

/** The name of what an id stands for, as a link to its page; the id itself where the register does not know it. */
export function Named({ id, names, context, kinds = actors }: NamedProps & { id: string }) {
  const name = findName(id, names, kinds);
  if (name === undefined) return <>{id}</>;
  return (
    <a href={context.href(name.path)}>
      <Lang text={name.title} />
    </a>
  );
}

export function NamedList({ ids, ...shared }: NamedProps & { ids: readonly string[] }) {
  const items: ComponentChildren[] = ids.map((id) => <Named id={id} {...shared} />);
  return <>{items.flatMap((item, index) => (index === 0 ? [item] : [', ', item]))}</>;
}

/** A party as a map knows it. */
export function onMap(
  id: string,
  names: Names,
  language: string,
): { readonly code: string | null; readonly name: string } {
  const name = findName(id, names);
  return {
    code: name === undefined ? null : stateCodeOf(id, name.title),
    name: plainName(id, names, language),
  };
}

/** The name in plain text, for exports and labels. */
export function plainName(
  id: string,
  names: Names,
  language: string,
  kinds: readonly Kind[] = actors,
): string {
  const name = findName(id, names, kinds);
  return name === undefined ? id : localize(name.title, language, ['en']).text;
}
