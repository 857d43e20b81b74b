import type { ComponentChildren } from 'preact';
import { formatDate, parsePartialDate } from '#kernel/dates.ts';
import { type MissingReason, missingReasons } from '#kernel/observation-value.ts';
import type { PageContext } from '#platform/module.ts';
import { FieldList } from '#platform/page/components.tsx';
import { MissingMark } from '#platform/page/missing.tsx';
import { type Kind, languageKeysOf, type RecordBody } from '#platform/records/kind.ts';
import { RuleSaid } from '../../assessments/pages/rule-said.tsx';
import { parties } from '../../bodies/model.ts';
import { listReferences } from '../../files/references.ts';
import { unknownKeysOf } from '../../files/unknown-keys.ts';
import { Named, type Names } from '../../names.tsx';
import { criteriaSets } from '../../programme/model.ts';
import { fieldName } from '../../text/fields/fields.ts';
import { unionTexts } from '../../text/texts.ts';
import { findWord } from '../../text/words/words.ts';

/** Shown elsewhere on the page, or said of a field by its neighbour. */
const hidden = new Set(['id', 'source']);

/** Keys whose values are coded words of the layout; elsewhere the same word may be the source's own. */
const codedKeys = new Set([
  'kind',
  'level',
  'direction',
  'benefit',
  'status',
  'strength',
  'role',
  'default_role',
  'in_law',
  'in_practice',
  'deficit_counts_kinds',
  'reason',
]);

/**
 * Everything a record says, key by key: what the layout knows first, then what it does not know and keeps. A missing
 * value shows its reason in its place.
 */
export function RecordFields({
  kind,
  body,
  names,
  context,
}: {
  kind: Kind;
  body: RecordBody;
  names: Names;
  context: PageContext;
}) {
  const words = unionTexts(context.language).record;
  const unknown = new Set(unknownKeysOf({ kind, body }, (id) => names.has(`${parties.name}/${id}`)));
  const languages = new Set(languageKeysOf(kind.schema, body));
  const references = new Map(listReferences(kind, body).map(({ path, to }) => [path, to]));
  const keys = Object.keys(kind.schema.shape).filter((key) => key in body && key !== 'note');
  const rest = Object.keys(body).filter((key) => !keys.includes(key));
  const fields = [...keys, ...rest]
    .filter((key) => !hidden.has(key) && !isReason(key, body[key]))
    .flatMap((key) => {
      const value = body[key];
      const reason = reasonFor(body, key);
      if (value === null && reason === null) return [];
      return [
        {
          label: (
            <>
              {fieldName(key, context.language)}
              {unknown.has(key) && <small>{words.unknownKey}</small>}
            </>
          ),
          value:
            kind.name === criteriaSets.name && key === 'operator' && typeof value === 'string' ? (
              <RuleSaid operator={value} criteria={body.criteria} />
            ) : value === null && reason !== null ? (
              <MissingMark reason={reason.reason} note={reason.note} />
            ) : (
              <Value
                value={value}
                path={key}
                references={references}
                language={languages.has(key) ? key : 'en'}
                names={names}
                context={context}
              />
            ),
        },
      ];
    });
  return <FieldList fields={fields} />;
}

/** A list such as `contact_points_missing` is a field of its own, not the reason of another. */
function isReason(key: string, value: unknown): boolean {
  const named = key === 'missing' || key.endsWith('_missing') || key.startsWith('missing_');
  return named && typeof value === 'object' && value !== null && 'reason' in value;
}

/** Whether the path (`implementation.NL.in_law`, `content.in_law[0]`) ends in a key of coded words. */
function isCoded(path: string): boolean {
  return codedKeys.has(/(\w+)(\[\d+\])*$/.exec(path)?.[1] ?? '');
}

/** The declared reason of a field that is null. */
function reasonFor(body: RecordBody, key: string): { reason: MissingReason; note: string | null } | null {
  for (const name of [`${key}_missing`, `missing_${key}`, 'missing']) {
    const said = body[name];
    if (typeof said !== 'object' || said === null || !('reason' in said)) continue;
    const reason = missingReasons.find((known) => known === said.reason);
    if (reason !== undefined)
      return { reason, note: 'note' in said && typeof said.note === 'string' ? said.note : null };
  }
  return null;
}

type ValueProps = {
  value: unknown;
  /** Where it stands in the record, as `listReferences` writes it. */
  path: string;
  /** Kinds that an id at a path may name. */
  references: ReadonlyMap<string, readonly Kind[]>;
  language: string;
  names: Names;
  context: PageContext;
};

/** Any JSON value as people read it: names for ids, dates written out, lists as lists. */
function Value({ value, path, ...shared }: ValueProps): ComponentChildren {
  const { language, references, names, context } = shared;
  const words = unionTexts(context.language).record;
  if (value === null || value === undefined) return words.notTreated;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number')
    return new Intl.NumberFormat(context.language, { useGrouping: Math.abs(value) >= 10_000 }).format(value);
  if (typeof value === 'string') {
    const kinds = references.get(path);
    if (kinds !== undefined) return <Named id={value} names={names} context={context} kinds={kinds} />;
    const word = isCoded(path) ? findWord(value, context.language) : undefined;
    if (word !== undefined) return word;
    const date = /^\d{4}-\d{2}/.test(value) ? parsePartialDate(value) : null;
    if (date?.ok === true) return formatDate(date.value, context.language);
    return language === context.language ? value : <span lang={language}>{value}</span>;
  }
  if (Array.isArray(value))
    return (
      <ul>
        {value.map((item, index) => (
          <li>
            <Value {...shared} value={item} path={`${path}[${index}]`} />
          </li>
        ))}
      </ul>
    );
  if (typeof value !== 'object') return String(value);
  const body = value as RecordBody;
  const isExplained = Object.entries(body).some(
    ([key, inner]) => inner === null && reasonFor(body, key) !== null,
  );
  return (
    <FieldList
      fields={Object.entries(body)
        .filter(([key, inner]) => !isExplained || !isReason(key, inner))
        .map(([key, inner]) => {
          const here = path === '' ? key : `${path}.${key}`;
          const kinds = references.get(here);
          const reason = inner === null ? reasonFor(body, key) : null;
          return {
            label:
              kinds === undefined ? (
                fieldName(key, context.language)
              ) : (
                <Named id={key} names={names} context={context} kinds={kinds} />
              ),
            value:
              reason === null ? (
                <Value
                  {...shared}
                  value={inner}
                  path={here}
                  language={/^[a-z]{2}$/.test(key) ? key : language}
                />
              ) : (
                <MissingMark reason={reason.reason} note={reason.note} />
              ),
          };
        })}
    />
  );
}

/** What a statement of the source says, key by key; its sections stand where the page wants them. */
export function StatementFields({
  content,
  names,
  context,
}: {
  content: RecordBody;
  names: Names;
  context: PageContext;
}) {
  const told = Object.fromEntries(Object.entries(content).filter(([key]) => key !== 'source'));
  return <Value value={told} path="" references={new Map()} language="en" names={names} context={context} />;
}
