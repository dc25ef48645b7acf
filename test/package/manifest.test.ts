import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';

const { satisfies, minVersion } = createRequire(import.meta.url)('semver');
const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const manifest = json('package.json');

// npm warns of packages with such scripts; of prepare where a tarball is installed.
test('installing the package runs no script of ours', () => {
  const scripts = ['preinstall', 'install', 'postinstall', 'prepublish', 'preprepare', 'prepare', 'postprepare'];
  expect(Object.keys(manifest.scripts).filter((name) => scripts.includes(name))).toEqual([]);
  // npm compiles a package with this file, even without a script.
  expect([existsSync('binding.gyp'), manifest.gypfile]).toEqual([false, undefined]);
});

test('nothing that is installed with the package runs a script', () => {
  const packages: [string, { readonly dev?: boolean; readonly hasInstallScript?: boolean }][] = Object.entries(
    json('package-lock.json').packages,
  );
  expect(packages.filter(([, { dev, hasInstallScript }]) => hasInstallScript && !dev).map(([path]) => path)).toEqual(
    [],
  );
});

interface Locked {
  readonly engines?: { readonly node?: string };
  readonly optional?: boolean;
  readonly deprecated?: string;
}

// npm warns of both. It leaves out optional packages that don't fit, without a word.
test('all that npm ci installs is for every Node that we support, and nothing is deprecated', () => {
  const oldest = manifest.engines.node.split('||').map((range: string) => minVersion(range));
  expect(oldest.map(String)).toEqual(['20.19.0', '22.12.0']);
  const packages: [string, Locked][] = Object.entries(json('package-lock.json').packages);
  expect(packages.length).toBeGreaterThan(300);
  const odd = packages.filter(
    ([, { engines, optional, deprecated }]) =>
      deprecated || (!optional && oldest.some((node: string) => !satisfies(node, engines?.node ?? '*'))),
  );
  expect(odd.map(([path]) => path)).toEqual([]);
});
