import { expect, test } from 'vitest';
import { modules } from './modules.ts';

const actions = modules.flatMap((module) => module.actions);
const pages = modules.flatMap((module) => module.pages);

/** `/budget/:year` as what it stands for. */
const asPattern = (path: string) => new RegExp(`^${path.replaceAll(/:[a-z]+/gi, '[^/]+')}$`);

test('Every form that is about no record knows the page that offers it, which is there', () => {
  const lost = actions
    .filter(({ about }) => about === null)
    .filter(({ back, fields }) => {
      const path = back?.(Object.fromEntries(Object.keys(fields).map((name) => [name, 'x']))) ?? '';
      return path === '' || !pages.some((page) => asPattern(page.path).test(path));
    });
  expect(lost.map(({ name }) => name)).toEqual([]);
});
