import { expect, test } from 'vitest';
import { combine, fail, ok, problem } from './result.ts';

test('a problem is an error of the whole input unless said otherwise', () => {
  expect(problem('a')).toEqual({ code: 'a', path: '', params: {}, severity: 'error' });
  expect(problem('a', 'x[1]', { n: 1 }, 'warning')).toEqual({
    code: 'a',
    path: 'x[1]',
    params: { n: 1 },
    severity: 'warning',
  });
});

test('combine gives all values in order, also values that are undefined', () => {
  expect(combine<[number, string, undefined]>([ok(1), ok('b'), ok(undefined)])).toEqual(
    ok([1, 'b', undefined]),
  );
  expect(combine([])).toEqual(ok([]));
});

test('combine gives the problems of all results in order', () => {
  const [a, b, c] = [problem('a'), problem('b'), problem('c')];
  expect(combine<[number, number, number]>([fail(a, b), ok(1), fail(c)])).toEqual(fail(a, b, c));
});

test('a refusal without a reason is a bug', () => {
  expect(() => fail()).toThrow();
});
