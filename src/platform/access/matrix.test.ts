import { expect, test } from 'vitest';
import { contains, type PartialDate, type Period, type PlainDate } from '#kernel/dates.ts';
import type { RecordId, RegisterId } from '#kernel/references.ts';
import {
  type AccessObject,
  type Actor,
  audiences,
  decide,
  type Grant,
  type Opening,
  operator,
  type ParticipationPort,
  type Permission,
  type Refusal,
  visitor,
} from './access.ts';

const id = (text: string) => text as RecordId;
const registerId = (text: string) => text as RegisterId;
const from = (start: string | null, end: string | null = null): Period => ({
  from: start as PartialDate | null,
  to: end as PartialDate | null,
});

/** A file of the Netherlands in a group, asked for on one day. */
const object: AccessObject = { register: registerId('benelux'), party: id('NL'), body: id('fisc-fraud') };
const moment = '2019-06-15' as PlainDate;

/** Who is in the group, and since when; `unknown` is a list without dates. */
const parts: Readonly<Record<string, { readonly role: string; readonly period: Period | 'unknown' }>> = {
  NL: { role: 'participant', period: from('2012') },
  BE: { role: 'participant', period: from('2012') },
  LU: { role: 'participant', period: from('2012', '2018') },
  'DE-NI': { role: 'participant', period: 'unknown' },
  'DE-NW': { role: 'observer', period: from('2012') },
};

const participation: ParticipationPort = (register, party, body, day) => {
  const part = parts[party];
  if (register !== object.register || body !== object.body || part?.role !== 'participant') return 'no';
  return part.period === 'unknown' ? 'unknown' : contains(part.period, day);
};

function person(...grants: readonly Partial<Grant>[]): Actor {
  return {
    kind: 'person',
    id: 'p',
    name: 'P',
    session: { hash: '', demonstration: false },
    grants: grants.map((grant) => ({
      register: object.register,
      role: id('contact-point'),
      party: id('NL'),
      body: null,
      period: from(null),
      basis: 'decision M (2012) 4',
      ...grant,
    })),
  };
}

const actors = {
  visitor,
  operator,
  'person without a grant': person(),
  'grant in another register': person({ register: registerId('nordic') }),
  'grant for another party that takes no part': person({ party: id('FR') }),
  'grant for no party': person({ party: null }),
  'own party, before the grant begins': person({ period: from('2019-06-16') }),
  'own party, on the first day': person({ period: from('2019-06-15') }),
  'own party, within': person({ period: from('2018', '2020') }),
  'own party, on the last day': person({ period: from('2018', '2019-06-15') }),
  'own party, after the grant has ended': person({ period: from('2018', '2019-06-14') }),
  'own party, perhaps begun': person({ period: from('2019') }),
  'own party, in another body alone': person({ body: id('waste') }),
  'own party, in this body alone': person({ body: id('fisc-fraud') }),
  'two grants, one of them in force': person({ period: from('2018', '2019') }, { period: from('2010') }),
  'other party that takes part': person({ party: id('BE') }),
  'other party that took part until 2018': person({ party: id('LU') }),
  'other party that perhaps takes part': person({ party: id('DE-NI') }),
  observer: person({ party: id('DE-NW'), role: id('observer') }),
  'the body itself': person({ party: null, body: id('fisc-fraud') }),
  'the body itself, no longer': person({ party: null, body: id('fisc-fraud'), period: from('2018', '2018') }),
  'another body': person({ party: null, body: id('waste') }),
} satisfies Record<string, Actor>;
type ActorName = keyof typeof actors;

const permissions: readonly Permission[] = audiences.map((audience) => ({
  code: `test.${audience}`,
  audience,
  summary: '',
}));

/** The whole table, by hand: for each audience and actor why it is open, or why not. */
const expected: Readonly<Record<string, Partial<Record<ActorName, Opening | Refusal>>>> = {
  'test.public': Object.fromEntries(Object.keys(actors).map((name) => [name, 'public'])),
  'test.signed-in': {
    ...Object.fromEntries(Object.keys(actors).map((name) => [name, 'signed_in'])),
    visitor: 'not_signed_in',
  },
  'test.operator': {
    ...Object.fromEntries(Object.keys(actors).map((name) => [name, 'operator_only'])),
    visitor: 'not_signed_in',
    operator: 'operator',
  },
  'test.party': {
    visitor: 'not_signed_in',
    operator: 'no_grant',
    'person without a grant': 'no_grant',
    'grant in another register': 'no_grant',
    'grant for another party that takes no part': 'no_grant',
    'grant for no party': 'no_grant',
    'own party, before the grant begins': 'grant_not_in_force',
    'own party, on the first day': 'own_party',
    'own party, within': 'own_party',
    'own party, on the last day': 'own_party',
    'own party, after the grant has ended': 'grant_not_in_force',
    'own party, perhaps begun': 'grant_not_in_force',
    'own party, in another body alone': 'no_grant',
    'own party, in this body alone': 'own_party',
    'two grants, one of them in force': 'own_party',
    'other party that takes part': 'no_grant',
    'other party that took part until 2018': 'no_grant',
    'other party that perhaps takes part': 'no_grant',
    observer: 'no_grant',
    'the body itself': 'no_grant',
    'the body itself, no longer': 'no_grant',
    'another body': 'no_grant',
  },
  // The object is a party's: its body does not act for it.
  'test.responsible': {
    ...Object.fromEntries(Object.keys(actors).map((name) => [name, 'no_grant'])),
    visitor: 'not_signed_in',
    'own party, before the grant begins': 'grant_not_in_force',
    'own party, on the first day': 'own_party',
    'own party, within': 'own_party',
    'own party, on the last day': 'own_party',
    'own party, after the grant has ended': 'grant_not_in_force',
    'own party, perhaps begun': 'grant_not_in_force',
    'own party, in this body alone': 'own_party',
    'two grants, one of them in force': 'own_party',
  },
  'test.participant': {
    visitor: 'not_signed_in',
    operator: 'no_grant',
    'person without a grant': 'no_grant',
    'grant in another register': 'no_grant',
    'grant for another party that takes no part': 'no_participation',
    'grant for no party': 'no_grant',
    'own party, before the grant begins': 'grant_not_in_force',
    'own party, on the first day': 'takes_part',
    'own party, within': 'takes_part',
    'own party, on the last day': 'takes_part',
    'own party, after the grant has ended': 'grant_not_in_force',
    'own party, perhaps begun': 'grant_not_in_force',
    'own party, in another body alone': 'no_grant',
    'own party, in this body alone': 'takes_part',
    'two grants, one of them in force': 'takes_part',
    'other party that takes part': 'takes_part',
    'other party that took part until 2018': 'no_participation',
    'other party that perhaps takes part': 'participation_unknown',
    observer: 'no_participation',
    'the body itself': 'no_grant',
    'the body itself, no longer': 'no_grant',
    'another body': 'no_grant',
  },
  'test.delegate': {
    ...Object.fromEntries(Object.keys(actors).map((name) => [name, 'no_grant'])),
    visitor: 'not_signed_in',
    'own party, in this body alone': 'takes_part',
  },
  'test.body': {
    ...Object.fromEntries(Object.keys(actors).map((name) => [name, 'no_grant'])),
    visitor: 'not_signed_in',
    'the body itself': 'own_body',
    'the body itself, no longer': 'grant_not_in_force',
  },
};
const openings: readonly string[] = [
  'public',
  'signed_in',
  'own_party',
  'takes_part',
  'own_body',
  'operator',
] satisfies Opening[];

const pairs = permissions.flatMap((permission) =>
  Object.entries(actors).map(([name, actor]) => ({ code: permission.code, name, permission, actor })),
);

test.each(pairs)('$code for $name', ({ code, name, permission, actor }) => {
  const because = expected[code]?.[name as ActorName];
  expect(because, 'a pair that nobody has thought about').toBeDefined();
  const decision = decide(permission, actor, object, moment, participation);
  expect(decision.because).toBe(because);
  expect(decision.allowed).toBe(openings.includes(String(because)));
});

test.each(['party', 'participant', 'delegate', 'body', 'responsible'] as const)(
  'an object that names no party and no body is closed to a %s',
  (audience) => {
    const nothing = { register: object.register };
    const actor = actors['own party, within'];
    expect(decide({ code: '', audience, summary: '' }, actor, nothing, moment, () => 'yes').allowed).toBe(
      false,
    );
  },
);

test('for what is a body’s own acts who acts for that body, and no party that takes part in it', () => {
  const permission: Permission = { code: '', audience: 'responsible', summary: '' };
  const own: AccessObject = { register: object.register, party: null, body: id('fisc-fraud') };
  const because = (actor: Actor) => decide(permission, actor, own, moment, participation).because;
  expect(because(actors['the body itself'])).toBe('own_body');
  expect(because(actors['the body itself, no longer'])).toBe('grant_not_in_force');
  expect(because(actors['own party, in this body alone'])).toBe('no_grant');
  expect(because(actors['another body'])).toBe('no_grant');
});

test('who sits in a body for a party acts there for that party alone, on days of his grant and of its part', () => {
  const permission: Permission = { code: '', audience: 'delegate', summary: '' };
  const body = id('fisc-fraud');
  const because = (party: string, seat: Partial<Grant>, of = party) =>
    decide(
      permission,
      person({ party: id(party), body, ...seat }),
      { ...object, party: id(of) },
      moment,
      participation,
    ).because;
  expect(because('BE', {})).toBe('takes_part');
  expect(because('BE', {}, 'NL')).toBe('no_grant');
  expect(because('BE', { body: id('waste') })).toBe('no_grant');
  expect(because('BE', { period: from('2010', '2018') })).toBe('grant_not_in_force');
  expect(because('LU', {})).toBe('no_participation');
  expect(because('DE-NI', {})).toBe('participation_unknown');
  expect(because('DE-NW', { role: id('observer') })).toBe('no_participation');
});

test('no role opens anything: the same grant with any role is decided alike', () => {
  for (const { permission } of pairs)
    for (const role of ['observer', 'file-holder', 'presidency', 'administrator'])
      expect(
        decide(permission, person({ party: null, role: id(role) }), object, moment, participation),
      ).toEqual(decide(permission, person({ party: null }), object, moment, participation));
});

test('what opens it names the grant, for the banner', () => {
  const decision = decide(
    { code: '', audience: 'party', summary: '' },
    actors['two grants, one of them in force'],
    object,
    moment,
    participation,
  );
  expect(decision).toMatchObject({ allowed: true, grant: { period: { from: '2010', to: null } } });
});
