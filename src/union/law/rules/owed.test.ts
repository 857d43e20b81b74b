import { expect, test } from 'vitest';
import { owedByArticle } from './owed.ts';

const report = { article: '3', who: 'BE', what: 'Report' };
const label = { article: '3', who: 'NL', what: 'Label' };

test('what one article obliges each to stands side by side, with whom it is for', () => {
  expect([...owedByArticle([report, label, { ...label, who: 'LU' }])]).toEqual([
    ['3', 'Report (BE); Label (NL, LU)'],
  ]);
});

test('a party is asked for what it owes itself', () => {
  expect([...owedByArticle([report, label], 'BE')]).toEqual([['3', 'Report']]);
  expect([...owedByArticle([report, label], 'LU')]).toEqual([]);
});

test('what is the same for all is said once, in the order of the articles; what is done or of no article is not owed here', () => {
  expect([
    ...owedByArticle([
      { ...label, article: '5' },
      report,
      { ...report, who: 'LU' },
      { ...label, done: '2020-05-01' },
      { who: 'NL', what: 'Something else' },
      { article: '6', what: 'Meet' },
    ]),
  ]).toEqual([
    ['5', 'Label'],
    ['3', 'Report'],
    ['6', 'Meet'],
  ]);
});
