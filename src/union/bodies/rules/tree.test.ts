import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type TreeNode, treeOf } from './tree.ts';

fc.configureGlobal({ seed: 20200531 });

const keysOf = (nodes: readonly TreeNode[]): readonly string[] =>
  nodes.flatMap(({ key, under }) => [key, ...keysOf(under)]);

test('A group stands under the consultation that watches it, and that under its body', () => {
  const tree = treeOf([
    { key: 'council', parent: null },
    { key: 'fisc-moss', parent: 'fisc-strat' },
    { key: 'fisc-strat', parent: 'council' },
  ]);
  expect(tree).toEqual([
    { key: 'council', under: [{ key: 'fisc-strat', under: [{ key: 'fisc-moss', under: [] }] }] },
  ]);
});

test('What names something unknown stands at the top, and so do those that name one another in a circle', () => {
  const tree = treeOf([
    { key: 'a', parent: 'gone' },
    { key: 'b', parent: 'c' },
    { key: 'c', parent: 'b' },
    { key: 'd', parent: 'c' },
    { key: 'e', parent: 'e' },
  ]);
  expect(tree.map(({ key, under }) => [key, keysOf(under)])).toEqual([
    ['a', []],
    ['b', []],
    ['c', ['d']],
    ['e', []],
  ]);
});

test('Every entry stands in the tree exactly once, whatever names what', () => {
  const entries = fc.uniqueArray(
    fc.record({
      key: fc.integer({ min: 0, max: 30 }).map(String),
      parent: fc.option(fc.nat(35).map(String)),
    }),
    { selector: ({ key }) => key, maxLength: 30, size: 'max' },
  );
  let nested = 0;
  fc.assert(
    fc.property(entries, (all) => {
      const tree = treeOf(all);
      expect([...keysOf(tree)].sort()).toEqual(all.map(({ key }) => key).sort());
      nested += all.length - tree.length;
    }),
    { numRuns: 500 },
  );
  expect(nested).toBeGreaterThan(500);
});
