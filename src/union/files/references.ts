import { cases, counts, evidenceKinds, indicators, observations, statements } from '#evidence';
import type { Kind, RecordBody } from '#platform/records/kind.ts';
import { assessments } from '../assessments/model.ts';
import { bodies, groups, parties } from '../bodies/model.ts';
import { promises } from '../commitments/model.ts';
import { initiatives } from '../initiatives/model.ts';
import { instruments } from '../law/model.ts';
import { agendaItems, decisionRules, meetings } from '../meetings/model.ts';
import { parliamentItems } from '../parliament/model.ts';
import { planItems, plans } from '../plans/model.ts';
import {
  criteriaSets,
  cycles,
  events,
  failureFactors,
  mainThemes,
  presidencies,
  signalFollowups,
  successFactors,
  workProgrammes,
} from '../programme/model.ts';
import { isObject, unionKinds } from './layout.ts';

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
  plans: [{ to: [workProgrammes], at: ['programme'] }],
  plan_items: [
    { to: [plans], at: ['plan'] },
    { to: [bodies, groups, parties], at: ['responsible', 'proposed_by'] },
    { to: [mainThemes], at: ['theme'] },
    { to: [cases], at: ['case'] },
    { to: [presidencies], at: ['presidency'] },
    { to: [indicators], at: ['indicator'] },
    { to: [instruments], at: ['instruments[]'] },
    { to: [planItems], at: ['deferred_from'] },
  ],
  consultations: [
    { to: [plans, workProgrammes], at: ['plan'] },
    { to: [bodies, parties], at: ['consulted'] },
    { to: [planItems], at: ['item'] },
  ],
  promises: [
    {
      to: [bodies, groups, parties],
      at: ['owner', 'watcher', 'offered.to', 'handovers[].from', 'handovers[].to'],
    },
    { to: [cases], at: ['case'] },
  ],
  meetings: [
    { to: [groups, bodies], at: ['body'] },
    { to: [parties], at: ['attendance{}'] },
  ],
  agenda_items: [
    { to: [meetings], at: ['meeting'] },
    { to: [promises, instruments, parliamentItems, initiatives], at: ['origin'] },
    { to: [groups, bodies], at: ['escalated_to'] },
    { to: [groups, bodies, parties], at: ['put_by'] },
    { to: [parties], at: ['positions{}'] },
    { to: [agendaItems], at: ['carried_from'] },
    { to: [promises], at: ['promise'] },
  ],
  decision_rules: [{ to: [groups, bodies], at: ['body'] }],
  written_procedures: [
    { to: [groups, bodies], at: ['body'] },
    { to: [decisionRules], at: ['rule'] },
    { to: [parties], at: ['objections{}'] },
  ],
  reminder_addresses: [{ to: [bodies, groups, parties], at: ['id'] }],
  powers: [
    { to: [bodies, groups], at: ['body'] },
    { to: [bodies, parties], at: ['hears[]'] },
  ],
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
  group_notes: [
    { to: [groups, bodies], at: ['body'] },
    { to: [parties], at: ['party'] },
  ],
  competences: [{ to: [parties], at: ['party', 'held_by'] }],
  presidencies: [{ to: [parties], at: ['party'] }],
  instruments: [
    {
      to: [bodies, groups, parties],
      at: ['issuer', 'yearly_reminder_to[]', 'obligations[].who', 'obligations[].watcher'],
    },
    { to: [groups], at: ['working_group'] },
    {
      to: [instruments],
      at: ['implements', 'amends', 'renews', 'repeals', 'to_become_part_of', 'superseded_by', 'based_on[]'],
    },
    { to: [parties], at: ['party', 'parties[]', 'implementation{}'] },
    { to: [cases], at: ['case'] },
  ],
  provisions: [{ to: [instruments], at: ['instrument'] }],
  events: [{ to: [cases], at: ['case'] }],
  parliament_items: [
    {
      to: [bodies, groups, parties],
      at: ['addressee', 'addressees[]', 'answers[].addressee', 'assignments[].addressee'],
    },
    { to: [groups], at: ['assignments[].group'] },
    { to: [cases], at: ['case'] },
    { to: [planItems], at: ['plan_items[]'] },
    { to: [instruments], at: ['instruments[]'] },
  ],
  answer_drafts: [
    { to: [parliamentItems], at: ['item'] },
    { to: [parties], at: ['drafted_by', 'sign_offs[].party'] },
  ],
  plenary_attendance: [{ to: [parties], at: ['party'] }],
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
  allocations: [{ to: [planItems], at: ['plan_item'] }],
  surpluses: [{ to: [bodies], at: ['decided_by'] }],
  agreed_rhythms: [{ to: [parties], at: ['party'] }],
  coordination_meetings: [{ to: [parties], at: ['party'] }],
  parliament_accounts: [
    { to: [parties], at: ['party'] },
    { to: [presidencies], at: ['presidency'] },
  ],
  pilot_uptakes: [{ to: [groups, instruments, initiatives, events, signalFollowups], at: ['pilot'] }],
  attachments: [
    { to: [...unionKinds, ...evidenceKinds], at: ['attached_to'] },
    { to: [bodies, groups, parties], at: ['versions[].added_by'] },
  ],
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
