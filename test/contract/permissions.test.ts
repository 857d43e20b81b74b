import { expect, test } from 'vitest';
import type { PartialDate, PlainDate } from '#kernel/dates.ts';
import type { RecordId, RegisterId } from '#kernel/references.ts';
import { type Actor, decide, type Grant, operator, visitor } from '#platform/access/access.ts';
import { modules } from '../../src/app/modules.ts';
import { listedParticipants, takesPart } from '../../src/union/bodies/rules/participation.ts';

/** A group as the import layout describes one: two take part, one observes, one has left. */
const group = {
  participants: ['NL', 'BE'],
  observers: ['DE-NW'],
  former: [{ party: 'GB', from: '2010', until: '2020-01-31' }],
  status_as_of: '2020-05',
};
const parts = listedParticipants(group);
const register = 'benelux' as RegisterId;
const object = { register, party: 'NL' as RecordId, body: 'waste' as RecordId };

function person(...grants: readonly Partial<Grant>[]): Actor {
  const whole = {
    register,
    role: 'contact-point' as RecordId,
    party: 'NL' as RecordId,
    body: null,
    period: { from: '2015' as PartialDate, to: '2020-12-31' as PartialDate },
    basis: 'test',
  };
  const session = { hash: '', demonstration: false };
  return {
    kind: 'person',
    id: 'p',
    name: 'P',
    session,
    grants: grants.map((grant) => ({ ...whole, ...grant })),
  };
}

const other = (party: string) => person({ party: party as RecordId });

/** Who asks, and on which day. */
const askers: Readonly<Record<string, readonly [Actor, string]>> = {
  visitor: [visitor, '2020-06-15'],
  operator: [operator, '2020-06-15'],
  'person without a grant': [person(), '2020-06-15'],
  'grant in another register': [person({ register: 'nordic' as RegisterId }), '2020-06-15'],
  'grant for another body': [person({ body: 'ecmr' as RecordId }), '2020-06-15'],
  'own party, within the interval': [person({}), '2020-06-15'],
  'own party, after the interval': [person({}), '2021-01-01'],
  'own party, before its part is known': [person({}), '2016-06-15'],
  observer: [other('DE-NW'), '2020-06-15'],
  'party that has left': [other('GB'), '2020-06-15'],
  'party that had not yet left': [other('GB'), '2019-06-15'],
  'party that is not there': [other('FR'), '2020-06-15'],
  'the body itself': [person({ party: null, body: object.body }), '2020-06-15'],
  'own party, in the body': [person({ body: object.body }), '2020-06-15'],
  'observer, in the body': [person({ party: 'DE-NW' as RecordId, body: object.body }), '2020-06-15'],
};

/** By permission of the manifests: who is let in. Everybody else is not. */
const ofTheBody = ['the body itself'];
const ofTheParty = [
  'own party, within the interval',
  'own party, before its part is known',
  'own party, in the body',
];
/** Who sits in the body for the party that takes part. */
const ofTheSeat = ['own party, in the body'];
const expected: Readonly<Record<string, readonly string[]>> = {
  'contacts.read': [...ofTheSeat, 'own party, within the interval', 'party that had not yet left'],
  'group_notes.read': [...ofTheSeat, 'own party, within the interval', 'party that had not yet left'],
  'regions.tell': ofTheParty,
  'assessments.answer': ofTheParty,
  'groups.take_part': ofTheParty,
  'instruments.consent': ofTheParty,
  'instruments.implement': ofTheParty,
  'instruments.keep_obligation': ofTheParty,
  'power.keep_instruments': ofTheBody,
  'power.adopt_instruments': ofTheBody,
  'parliament.answer': ofTheParty,
  'answer_drafts.read': ofTheParty,
  'power.table_items': ofTheBody,
  'power.assign_items': ofTheBody,
  'commitments.answer_for': ofTheParty,
  'reminder_addresses.read': ofTheParty,
  'power.record_initiatives': ofTheBody,
  'power.decide_assessments': ofTheBody,
  'power.edit_criteria': ofTheBody,
  'power.establish_groups': ofTheBody,
  'power.draft_plan': ofTheBody,
  'power.agree_plan': ofTheBody,
  'power.adopt_plan': ofTheBody,
  'power.adopt_programme': ofTheBody,
  'power.close_year': ofTheBody,
  'power.convene': ofTheBody,
  'agenda.take_part': ofTheParty,
  'agenda_items.read': [...ofTheSeat, 'own party, within the interval', 'party that had not yet left'],
  'written_procedures.read': [...ofTheSeat, 'own party, within the interval', 'party that had not yet left'],
  'power.import_sheets': ofTheBody,
  'power.keep_budget': ofTheBody,
  'power.approve_budget': ofTheBody,
  'steering.steer': ofTheParty,
  'documents.attach': ofTheParty,
  'power.keep_documents': ofTheBody,
  'authorisations.keep': ofTheParty,
  'authorisations.read': ofTheParty,
  'improper_uses.keep': ofTheParty,
  'improper_uses.read': ofTheParty,
  'consents.give': ofTheParty,
  'consents.read': ofTheParty,
  'exchange.nodes': [
    'operator',
    'person without a grant',
    'grant in another register',
    'grant for another body',
    'own party, within the interval',
    'own party, after the interval',
    'own party, before its part is known',
    'observer',
    'party that has left',
    'party that had not yet left',
    'party that is not there',
    'the body itself',
    'own party, in the body',
    'observer, in the body',
  ],
  'exchange.ask': ofTheParty,
  'exchange.read': ofTheParty,
  'vat_alerts.read': ofTheSeat,
  'vat_runs.keep': ofTheSeat,
  'vat_alerts.keep': ofTheSeat,
  'vat_joint_checks.read': ofTheSeat,
  'vat_joint_checks.take_part': ofTheSeat,
  'vat_joint_checks.coordinate': ofTheBody,
  'vat_joint_check_facts.read': ofTheSeat,
  'vat_joint_check_sheets.read': ofTheSeat,
  'vat_payment_comparisons.read': ofTheSeat,
  'vat_payment_comparisons.make_up': ofTheSeat,
  'vat_cases.read': ofTheSeat,
  'vat_cases.keep': ofTheSeat,
  'vat_case_rows.read': ofTheSeat,
  'vat_case_requests.read': ofTheSeat,
  'vat_feedback.read': ofTheSeat,
  'vat_evidence.read': ofTheBody,
  'vat_claims.keep': ofTheSeat,
  'vat_claims.read': ofTheSeat,
  'vat_debts.keep': ofTheSeat,
  'vat_debts.read': ofTheSeat,
  'energy_forum_matters.read': ofTheSeat,
  'energy_forum_matters.keep': ofTheBody,
  'energy_exercises.lead': ofTheBody,
  'energy_exercises.take_part': ofTheSeat,
  'energy_studies.make': ofTheBody,
  'attachments.read': [...ofTheSeat, 'own party, within the interval', 'party that had not yet left'],
};

const permissions = modules.flatMap((module) => module.permissions);

test('every permission of the manifests stands in the matrix, and nothing else does', () => {
  expect(permissions.map(({ code }) => code).sort()).toEqual(Object.keys(expected).sort());
  expect(permissions.length).toBeGreaterThan(0);
});

test('every action asks for a permission of the manifests', () => {
  const actions = modules.flatMap((module) => module.actions);
  expect(actions.length).toBeGreaterThan(0);
  for (const { name, permission } of actions) expect(permissions, name).toContain(permission);
});

for (const permission of permissions)
  for (const [asker, [actor, day]] of Object.entries(askers))
    test(`${permission.code}: ${asker}`, () => {
      const decision = decide(permission, actor, object, day as PlainDate, (_register, party, _body, on) =>
        takesPart(parts, party, on),
      );
      expect(decision.allowed).toBe(expected[permission.code]?.includes(asker));
    });

test('kinds that only participants may see have a permission that opens them', () => {
  const closed = modules
    .flatMap((module) => module.kinds)
    .filter((kind) => kind.visibility === 'participants');
  expect(closed.length).toBeGreaterThan(0);
  for (const kind of closed) expect(permissions.map(({ code }) => code)).toContain(`${kind.name}.read`);
});
