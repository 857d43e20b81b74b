import { describe, expect, test } from 'vitest';
import { directionsOf } from './borders.ts';
import { hexagon, triangle, triangleHubs } from './fixtures/triangle.ts';
import type { StepDomain } from './model.ts';
import { capacityNetwork } from './network.ts';

const domainOf = (rows: typeof hexagon): StepDomain => ({
  ...{ day: null, typicalDay: 'triangle', period: 1, hubs: triangleHubs },
  rows: rows.map((row, line) => ({
    ...row,
    ...{ kind: 'element', element: row.id, contingency: null, operator: null, line },
  })),
});
function directions(borders: string | null) {
  const found = directionsOf(triangleHubs, borders);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

describe('A line over each border in place of the rows', () => {
  test('lets 300 MW through either way where A and B alone have a border: two thirds of them are the 200 of AB', () => {
    expect(capacityNetwork(domainOf(hexagon), directions('A-B'))).toMatchObject({
      value: {
        links: [{ id: 'A–B', from: 0, to: 1, least: expect.closeTo(-300, 2), most: expect.closeTo(300, 2) }],
        domain: null,
      },
    });
  });

  test('shares AB between the borders that load it: 150 to B and 225 to C first, then 18.75 and 37.5 of its last 25 MW', () => {
    const found = capacityNetwork(domainOf(hexagon), directions('A-B,C-A'));
    if (!found.ok) throw new Error(JSON.stringify(found.problems));
    expect(found.value.links.map(({ id, least, most }) => [id, least, most])).toEqual([
      ['A–B', expect.closeTo(-168.75, 2), expect.closeTo(168.75, 2)],
      ['A–C', expect.closeTo(-262.5, 2), expect.closeTo(262.5, 2)],
    ]);
  });

  test('is none where a direction loads no row', () => {
    expect(capacityNetwork(domainOf(triangle({ AB: 100 })), directions('A-B'))).toMatchObject({
      problems: [{ code: 'energy_atc_unlimited' }],
    });
  });
});

test('Borders that are named twice or from their other side are one', () => {
  expect(directions('A-B,B-A,A-B')).toEqual([
    { from: 0, to: 1 },
    { from: 1, to: 0 },
  ]);
  expect(directionsOf(triangleHubs, 'A-B,A-D,A-A')).toMatchObject({
    problems: [{ params: { border: 'A-D' } }, { params: { border: 'A-A' } }],
  });
});
