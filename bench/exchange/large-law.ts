import { addDays, type PlainDate } from '#kernel/dates.ts';
import type { RegisterSnapshot } from '#union';
import { firstDay } from '../../src/exchange/fixtures/registers.ts';
import { AccessRequest, type Condition } from '../../src/exchange/model.ts';
import type { Authorisation, Consent, Now } from '../../src/exchange/rules/decide.ts';
import { numbersFrom } from '../../test/support/people-at-work.ts';

export const size = { provisions: 1000, parties: 20, treaties: 100, officers: 20, consents: 20 };

const parties = Array.from({ length: size.parties }, (_, index) => `p${index}`);
const dataSets = ['plates', 'persons', 'vehicles', 'registers'];
const operations = ['ask', 'tell', 'search', 'compare', 'hand-over', 'observe', 'warn', 'train', 'lend'];
const words = {
  purpose: ['search', 'border', 'order', 'safety'],
  service: ['police', 'customs', 'guard'],
  function: ['officer', 'clerk', 'liaison'],
  offence: ['theft', 'murder', 'fraud', 'smuggling'],
} as const;

/** A register, what the one who is asked has on record, and requests without end, all by chance out of a seed. */
export function makeLaw(seed: number) {
  const random = numbersFrom(seed);
  const below = (end: number) => Math.floor(random() * end);
  const pick = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;
  const chance = (likelihood: number) => random() < likelihood;
  const most = <Word>(list: readonly Word[]): Word[] => list.filter(() => chance(0.8));
  const some = <Word>(list: readonly Word[]): Word[] => {
    const found = most(list);
    return found.length === 0 ? [pick(list)] : found;
  };

  const step = (axis: string, to: string, day: number) => ({
    axis,
    to,
    effectiveOn: addDays(firstDay, day),
    observed: false,
    knownOn: firstDay,
    withdrawnOn: null,
  });
  const instrument = (carriesOut: string | null) => ({
    versions: [
      {
        knownOn: firstDay,
        parties: carriesOut === null ? some(parties) : parties,
        boundBy: null,
        basedOn: carriesOut === null ? [] : [carriesOut],
        implements: carriesOut === null ? null : { instrument: carriesOut, articles: ['1', '2', '3'] },
      },
    ],
    steps: [
      step('state', 'draft', 0),
      ...(chance(0.95) ? [step('state', 'in_force', 0)] : []),
      ...(chance(0.05) ? [step('state', 'expired', below(60))] : []),
      ...(chance(0.3) ? [step(`bound/${pick(parties)}`, chance(0.5) ? 'bound' : 'released', below(60))] : []),
    ],
  });
  const treaties = Array.from({ length: size.treaties }, (_, index) => `treaty${index}`);

  const conditions = [
    (): Condition => ({ type: 'purpose', among: some(words.purpose) }),
    (): Condition => ({ type: 'data_set', among: some(dataSets) }),
    (): Condition => ({ type: 'service', among: some(words.service) }),
    (): Condition => ({ type: 'function', among: some(words.function) }),
    (): Condition => ({ type: 'offence', among: some(words.offence) }),
    (): Condition => ({ type: 'stated', what: pick(['urgent', 'individual']) }),
    (): Condition => ({ type: 'case_reference' }),
    (): Condition => ({ type: 'authorisation', reviewed_within_months: pick([1, 2]) }),
    (): Condition => ({ type: 'hours', from: '06:00', until: '23:00' }),
    (): Condition => ({ type: 'quota', per: 'officer', days: 1, at_most: 200 }),
    (): Condition => ({ type: 'consent', to: 'evidence' }),
  ];
  const provision = (index: number) => {
    const article = String(1 + (index % 10));
    const operation = index % 10 === 9 ? '*' : (operations[index % 10] as string);
    // A condition of a whole instrument is one that most meet, or nothing would be open.
    const all =
      operation === '*'
        ? [{ type: 'hours', from: '06:00', until: '23:00' } as const]
        : Array.from({ length: below(4) }, () => pick(conditions)());
    const agreed = Number(article) <= 3 ? [{ type: 'agreement', article } as const] : [];
    return {
      knownOn: firstDay,
      instrument: treaties[Math.floor(index / 10) % treaties.length] as string,
      article,
      operation,
      edition: 1,
      conditions: { all: [...agreed, ...all] },
      from: chance(0.2) ? addDays(firstDay, below(30)) : null,
      until: chance(0.1) ? addDays(firstDay, 30 + below(30)) : null,
    };
  };
  const snapshot: RegisterSnapshot = {
    register: 'r',
    instruments: Object.fromEntries([
      ...treaties.map((id) => [id, instrument(null)]),
      ...treaties.map((id) => [`${id}-agreement`, instrument(id)]),
    ]),
    provisions: Object.fromEntries(
      Array.from({ length: size.provisions }, (_, index) => [`provision${index}`, [provision(index)]]),
    ),
  };

  const officers = Array.from({ length: size.officers }, (_, index) => `o${index}`);
  const cases = ['c1', 'c2', 'c3', 'c4'];
  const authorisations: readonly Authorisation[] = officers.map((officer, index) => ({
    officer,
    party: parties[index % parties.length] as string,
    dataSet: pick(dataSets),
    service: null,
    place: null,
    basis: treaties[index % treaties.length] as string,
    from: addDays(firstDay, -90),
    until: null,
    suspendedOn: chance(0.1) ? addDays(firstDay, below(60)) : null,
    reviewedOn: addDays(firstDay, -below(40)),
    trainedOn: firstDay,
    screenedOn: firstDay,
  }));
  const consents: readonly Consent[] = Array.from({ length: size.consents }, (_, index) => ({
    id: `k${index}`,
    supplier: pick(parties),
    receiver: pick(parties),
    to: 'evidence',
    instrument: treaties[index % treaties.length] as string,
    dataSet: null,
    case: pick(cases),
    from: firstDay,
    until: null,
  }));

  const maybe = <Key extends string, Value>(key: Key, value: Value) =>
    chance(0.9) ? ({ [key]: value } as { readonly [one in Key]: Value }) : {};
  let asked = 0;
  const request = (): AccessRequest => {
    asked += 1;
    const officer = pick(authorisations);
    return AccessRequest.parse({
      id: `q${asked}`,
      from: {
        party: officer.party,
        ...maybe('service', pick(words.service)),
        ...maybe('function', pick(words.function)),
        ...maybe('officer', officer.officer),
      },
      to: pick(parties),
      instrument: pick(treaties),
      operation: pick(operations),
      ...maybe('purpose', pick(words.purpose)),
      ...maybe('data_set', officer.dataSet),
      ...maybe('offence', pick(words.offence)),
      ...maybe('case', pick(cases)),
      stated: most(['urgent', 'individual']),
      consents: [pick(consents).id],
    });
  };
  const now = (day: number): Now => ({ day: addDays(firstDay, day) as PlainDate, minute: below(1440) });
  return { snapshot, authorisations, consents, request, now };
}
