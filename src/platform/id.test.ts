import { expect, test } from 'vitest';
import { fixedClock, systemClock } from '#platform/clock.ts';
import { idOfName, newId } from '#platform/id.ts';

test('An id is a UUID of version 7 and variant 10 that begins with its millisecond', () => {
  // Time of the worked example of RFC 9562, appendix A.6: 0x017F22E279B0.
  const id = newId(fixedClock('2022-02-22T19:22:22Z'));
  expect(id).toMatch(/^017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('Ids of one millisecond stand in the order in which they were made, and none comes twice', () => {
  const clock = fixedClock('2020-05-31T00:00:00Z');
  const ids = Array.from({ length: 20_000 }, () => newId(clock));
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

test('A later millisecond gives a later id', () => {
  const earlier = newId(fixedClock('2020-05-31T00:00:00.001Z'));
  const later = newId(fixedClock('2020-05-31T00:00:00.002Z'));
  expect(later > earlier).toBe(true);
  expect(newId(systemClock) > later).toBe(true);
});

test('the id of a name is the one that RFC 9562 gives as its example (appendix A.4)', () => {
  expect(idOfName('www.example.com', '6ba7b810-9dad-11d1-80b4-00c04fd430c8')).toBe(
    '2ed6657d-e927-568b-95e1-2665a8aea6a2',
  );
  expect(idOfName('benelux/events/EV-001')).toBe(idOfName('benelux/events/EV-001'));
  expect(idOfName('benelux/events/EV-001')).not.toBe(idOfName('benelux/events/EV-002'));
});
