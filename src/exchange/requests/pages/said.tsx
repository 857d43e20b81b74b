import type { PageContext } from '#platform/module.ts';
import type { Field } from '#platform/page/components.tsx';
import { exchangeWord } from '../../text/words/words.ts';
import type { Asked, Said } from '../store.ts';
import { requestTexts } from '../text/texts.ts';
import { keptText } from './parts.tsx';

/** What the form calls a field, without what explains it there. */
function labelOf(name: string, { language }: Pick<PageContext, 'language'>): string {
  const labels: Readonly<Record<string, string>> = requestTexts(language).fields;
  return labels[name]?.split(/[,:;(]/)[0]?.trim() ?? name;
}

/**
 * All that a request said besides by whom and whom it asked, under the names that the form has for it. Of one whose log entry has
 * been erased, what the node keeps of every request.
 */
export function saidFields(asked: Asked, said: Said | null, context: PageContext): readonly Field[] {
  const { page: words, one } = requestTexts(context.language);
  const given = said?.request ?? {};
  const { from, offence, place, stated = [], consents = [] } = given;
  const word = (value: string | null | undefined) =>
    value == null ? (said === null ? one.saidErased : words.notStated) : value.replaceAll('_', ' ');
  const kept = (value: string | null) => value?.replaceAll('_', ' ') ?? words.notStated;
  const listed = (values: readonly string[]) =>
    values.length === 0 ? (
      word(null)
    ) : (
      <ul class="plain">
        {values.map((value) => (
          <li>{value}</li>
        ))}
      </ul>
    );
  return [
    { label: words.case, value: keptText(asked.caseReference, asked, context) },
    {
      label: words.purpose,
      value:
        asked.purpose === null ? words.notStated : exchangeWord('purposes', asked.purpose, context.language),
    },
    { label: labelOf('wanted', context), value: <Sought said={said} context={context} /> },
    { label: labelOf('data_set', context), value: kept(asked.dataSet) },
    { label: labelOf('offence', context), value: word(offence) },
    { label: labelOf('place', context), value: word(place) },
    { label: labelOf('service', context), value: keptText(asked.service, asked, context) },
    { label: labelOf('function', context), value: word(from?.function) },
    { label: words.officer, value: keptText(asked.officer, asked, context) },
    {
      label: labelOf('stated', context),
      value: listed(stated.map((what) => exchangeWord('statements', what, context.language))),
    },
    { label: labelOf('consents', context), value: listed(consents) },
  ];
}

function Sought({ said, context }: { said: Said | null; context: PageContext }) {
  const { one } = requestTexts(context.language);
  if (said === null) return <>{one.saidErased}</>;
  if (!('sought' in said)) return <>{one.soughtHashed}</>;
  // The form has one line for it; programs ask with whatever the other's service reads.
  const leaves = leavesOf(said.sought, '');
  const [only] = leaves;
  if (leaves.length === 1 && only?.[0] === 'wanted') return <>{only[1]}</>;
  return (
    <ul class="plain">
      {leaves.map(([path, value]) => (
        <li>{path === '' ? value : `${path}: ${value}`}</li>
      ))}
    </ul>
  );
}

/** Deeper than any service answers. */
const deepest = 8;

/** Fields of fields, each by its path. */
export function leavesOf(
  value: unknown,
  path: string,
  depth = 0,
): readonly (readonly [path: string, value: string])[] {
  if (typeof value !== 'object' || value === null || depth >= deepest) return [[path, String(value)]];
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesOf(inner, path === '' ? key : `${path}.${key}`, depth + 1),
  );
}
