import { describe, expect, test } from 'vitest';
import { confirmedBy, openedBy } from './open-cases.ts';

const lived = (body: object, ...steps: readonly (readonly [string, string])[]) =>
  ({
    record: { body: { reference: 'NL-2026-004', traders: ['NL004495445B01'], ...body } },
    steps: steps.map(([to, effectiveOn]) => ({ to, effectiveOn })),
  }) as unknown as Parameters<typeof openedBy>[0];

describe('What a case opens to a gateway', () => {
  test('is its traders for as long as it is open, under its own reference to whom it was told of', () => {
    const closed = lived({}, ['open', '2026-03-01'], ['closed', '2026-04-01']);
    expect(openedBy(closed, ['LU'])).toEqual([
      {
        ...{ reference: 'NL-2026-004', parties: ['LU'], traders: ['NL004495445B01'] },
        ...{ opened: '2026-03-01', until: '2026-04-01' },
      },
    ]);
  });
  test('is to the state itself, whose gateway is asked beside those of others', () => {
    const own = openedBy(lived({ party: 'NL' }, ['open', '2026-03-01']), ['LU', 'NL']);
    expect(own.map(({ parties }) => parties)).toEqual([['NL', 'LU']]);
  });
  test('is under the reference of the other state, too, where that told of it', () => {
    const joined = openedBy(
      lived({ joins: { party: 'BE', reference: 'BE-2026-001' } }, ['open', '2026-03-01']),
      [],
    );
    expect(joined.map(({ reference, parties, until }) => [reference, parties, until])).toEqual([
      ['NL-2026-004', [], null],
      ['BE-2026-001', ['BE'], null],
    ]);
  });
});

describe('Who is confirmed to scores', () => {
  const closed = {
    outcome: 'missing_trader',
    confirmed: ['NL004495445B01'],
    fraud_from: '2026-01-15',
    fraud_until: '2026-02',
  };
  test('is of whom a case that is closed confirmed it, since the day on which it was', () => {
    expect(confirmedBy(lived(closed, ['open', '2026-03-01'], ['closed', '2026-04-01']), 'closed')).toEqual([
      {
        ...{ number: 'NL004495445B01', outcome: 'missing_trader', confirmed: '2026-04-01' },
        ...{ from: '2026-01-15', until: null },
      },
    ]);
  });
  test('is nobody where the case is open again, or came to something else', () => {
    expect(confirmedBy(lived(closed, ['closed', '2026-04-01'], ['open', '2026-05-01']), 'closed')).toEqual(
      [],
    );
    expect(confirmedBy(lived({ outcome: 'honest' }, ['closed', '2026-04-01']), 'closed')).toEqual([]);
  });
});
