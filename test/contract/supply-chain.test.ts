import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Locked = {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
};
type Packages = Readonly<Record<string, Locked>>;

const packageFile = JSON.parse(readFileSync('package.json', 'utf8'));
const locked: Packages = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
const nameOf = (path: string) => path.split('node_modules/').at(-1) ?? '';

/** Packages that run a program of theirs when they are installed. */
function withScripts(packages: Packages): readonly string[] {
  return Object.entries(packages).flatMap(([path, one]) => (one.hasInstallScript ? [nameOf(path)] : []));
}

/** Where the lock file names no place, npm asks the registry. */
const registry = 'https://registry.npmjs.org/';

/** Packages of which it is not written what their bytes are, or that come from elsewhere than the registry. */
function unpinned(packages: Packages): readonly string[] {
  return Object.entries(packages).flatMap(([path, { resolved, integrity }]) =>
    path === '' || (/^sha512-/.test(integrity ?? '') && (resolved ?? registry).startsWith(registry))
      ? []
      : [path],
  );
}

const notExact = (versions: Readonly<Record<string, string>>) =>
  Object.entries(versions).flatMap(([name, version]) =>
    /^\d+\.\d+\.\d+(-[0-9a-z.]+)?$/.test(version) ? [] : [name],
  );

describe('What is installed', () => {
  test('runs no program while it is installed, but for those that package.json allows by name', () => {
    const allowed = Object.keys(packageFile.allowScripts);
    expect(withScripts(locked).toSorted()).toEqual(allowed.toSorted());
    const planted = { ...locked, 'node_modules/a/node_modules/evil': { hasInstallScript: true } };
    expect(withScripts(planted)).toContain('evil');
  });

  test('is of one version and of known bytes, from one registry', () => {
    expect(Object.keys(locked).length).toBeGreaterThan(300);
    expect(unpinned(locked)).toEqual([]);
    const { dependencies, devDependencies, optionalDependencies } = packageFile;
    expect(notExact({ ...dependencies, ...devDependencies, ...optionalDependencies })).toEqual([]);
    const sound = { resolved: `${registry}a`, integrity: 'sha512-a' };
    expect(
      unpinned({
        'node_modules/a': sound,
        'node_modules/b': { ...sound, resolved: 'git+ssh://git@example.org/b.git' },
        'node_modules/c': { resolved: sound.resolved },
      }),
    ).toEqual(['node_modules/b', 'node_modules/c']);
    expect(notExact({ a: '1.0.0', b: '^1.0.0', c: 'latest', d: '>=2' })).toEqual(['b', 'c', 'd']);
  });
});
