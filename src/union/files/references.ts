import { cases, counts, indicators, observations, statements } from '#evidence';
import type { Kind, RecordBody } from '#platform/records/kind.ts';
import { assessments } from '../assessments/model.ts';
import { bodies, groups, parties } from '../bodies/model.ts';
import { initiatives } from '../initiatives/model.ts';
import { instruments } from '../law/model.ts';
import { parliamentItems } from '../parliament/model.ts';
import {
  criteriaSets,
  cycles,
  events,
  failureFactors,
  mainThemes,
  successFactors,
  workProgrammes,
} from '../programme/model.ts';
import { isObject } from './layout.ts';

/** A reference in a record: where it stands in the body, what it names, and of which kinds that may be. */
export type FoundReference = { readonly path: string; readonly id: string; readonly to: readonly Kind[] };

type Rule = {
  readonly to: readonly Kind[];
  /** Where in the body: `parent`, `participants[]` (each of a list), `implementation{}` (each key), `former[].party`. */
  readonly at: readonly string[];
};

/** Field names mean the same in every kind; what a source tells in words where an id could stand is not a reference. */
const rules: Readonly<Record<string, readonly Rule[]>> = {
  parties: [{ to: [parties], at: ['parent'] }],
  bodies: [
    { to: [bodies], at: ['parent'] },
    { to: [parties], at: ['party'] },
  ],
  initiatives: [
    { to: [cases], at: ['case'] },
    { to: [successFactors, failureFactors], at: ['factors{}'] },
  ],
  assessments: [
    { to: [groups, initiatives], at: ['subject'] },
    { to: [criteriaSets], at: ['criteria_set'] },
    { to: [assessments], at: ['previous'] },
    { to: [bodies], at: ['decided_by'] },
    { to: [parties], at: ['capacity{}'] },
  ],
  promises: [
    { to: [bodies, groups, parties], at: ['owner', 'watcher', 'handovers[].from', 'handovers[].to'] },
    { to: [cases], at: ['case'] },
  ],
  reminder_addresses: [{ to: [bodies, groups, parties], at: ['id'] }],
  powers: [{ to: [bodies], at: ['body'] }],
  working_groups: [
    { to: [groups, bodies], at: ['parent'] },
    { to: [groups], at: ['successor'] },
    {
      to: [parties],
      at: [
        'participants[]',
        'partly[]',
        'observers[]',
        'regular_guests[]',
        'area[]',
        'contact_points_missing[]',
        'observer_since{}',
      ],
    },
    { to: [cases], at: ['case'] },
  ],
  participations: [
    { to: [groups, bodies], at: ['body'] },
    { to: [parties], at: ['party'] },
  ],
  contacts: [
    { to: [groups, bodies], at: ['body'] },
    { to: [parties], at: ['party'] },
  ],
  presidencies: [{ to: [parties], at: ['party'] }],
  instruments: [
    {
      to: [bodies, groups, parties],
      at: ['issuer', 'yearly_reminder_to[]', 'obligations[].who', 'obligations[].watcher'],
    },
    { to: [groups], at: ['working_group'] },
    { to: [instruments], at: ['implements', 'amends', 'renews', 'repeals', 'to_become_part_of'] },
    { to: [parties], at: ['party', 'parties[]', 'implementation{}'] },
    { to: [cases], at: ['case'] },
  ],
  events: [{ to: [cases], at: ['case'] }],
  parliament_items: [
    { to: [bodies, groups, parties], at: ['addressee', 'addressees[]', 'answers[].addressee'] },
    { to: [cases], at: ['case'] },
  ],
  indicators: [{ to: [cases], at: ['case'] }],
  observations: [{ to: [indicators], at: ['indicator'] }],
  counts: [{ to: [counts], at: ['cells{}.covers[]'] }],
  discrepancies: [
    {
      to: [
        ...[bodies, groups, parties, instruments, parliamentItems],
        ...[cases, counts, indicators, observations, statements],
        ...[cycles, events, mainThemes, workProgrammes],
      ],
      at: ['about[]'],
    },
  ],
  derived_contributions: [{ to: [parties], at: ['amounts{}'] }],
};

/** All references of a record. A value with a space in it is a name in words (`NL Second Chamber`), not an id. */
export function listReferences(kind: Kind, body: RecordBody): readonly FoundReference[] {
  return (rules[kind.name] ?? []).flatMap((rule) =>
    rule.at.flatMap((at) =>
      valuesAt(body, at.split('.'), '')
        .filter(({ value }) => !value.includes(' '))
        .map(({ path, value }) => ({ path, id: value, to: rule.to })),
    ),
  );
}

function valuesAt(
  value: unknown,
  steps: readonly string[],
  path: string,
): readonly { path: string; value: string }[] {
  const [step, ...rest] = steps;
  if (step === undefined) return typeof value === 'string' ? [{ path, value }] : [];
  if (!isObject(value)) return [];
  const name = step.replace(/(\[\]|\{\})$/, '');
  const inner = value[name];
  const here = path === '' ? name : `${path}.${name}`;
  if (step.endsWith('[]'))
    return (Array.isArray(inner) ? inner : []).flatMap((item, index) =>
      valuesAt(item, rest, `${here}[${index}]`),
    );
  if (step.endsWith('{}'))
    return Object.entries(isObject(inner) ? inner : {}).flatMap(([key, item]) =>
      rest.length === 0 ? [{ path: `${here}.${key}`, value: key }] : valuesAt(item, rest, `${here}.${key}`),
    );
  return valuesAt(inner, rest, here);
}
