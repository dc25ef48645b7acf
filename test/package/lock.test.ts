import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const script = String(new URL('../../scripts/check-lock.mjs', import.meta.url));
const { lockFaults } = await import(script);
const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

test('every package of this project comes from the registry, with its hash', () => {
  const lock = json('package-lock.json');
  expect(Object.keys(lock.packages).length).toBeGreaterThan(300);
  expect(lockFaults(lock, json('package.json'))).toEqual([]);
});

const integrity = `sha512-${'A'.repeat(86)}==`;
const good = { version: '1.0.0', integrity };

/** The faults of a lock file with one package at a path. */
const faultsOf = (entry: object, path = 'node_modules/@a/b', manifest: object = {}): string[] =>
  lockFaults({ lockfileVersion: 3, packages: { '': {}, [path]: { ...good, ...entry } } }, manifest);

test.each([
  ['no address', {}],
  ['its address in the registry', { resolved: 'https://registry.npmjs.org/@a/b/-/b-1.0.0.tgz' }],
  ['an alias', { name: 'c', resolved: 'https://registry.npmjs.org/c/-/c-1.0.0.tgz' }],
  [
    'versions, tags and other names as dependencies',
    { dependencies: { x: '^1 || >=2 <3', y: '*', z: 'npm:@w/w@^4', t: 'latest', u: '' } },
  ],
])('is right: %s', (_, entry) => {
  expect(faultsOf(entry)).toEqual([]);
});

describe('is a fault', () => {
  test.each([
    ['no hash', { integrity: undefined }, 'SHA-512'],
    ['a weak hash', { integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }, 'SHA-512'],
    ['a weak hash beside it', { integrity: `sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk= ${integrity}` }, 'SHA-512'],
    ['a hash that is too short', { integrity: 'sha512-AAAA' }, 'SHA-512'],
    ['another host', { resolved: 'https://example.com/@a/b/-/b-1.0.0.tgz' }, 'example.com'],
    ['a host that looks like it', { resolved: 'https://registry.npmjs.org.example.com/@a/b/-/b-1.0.0.tgz' }, 'example'],
    ['a host behind a user name', { resolved: 'https://registry.npmjs.org@example.com/@a/b/-/b-1.0.0.tgz' }, 'example'],
    ['no encryption', { resolved: 'http://registry.npmjs.org/@a/b/-/b-1.0.0.tgz' }, 'http:'],
    ['another package', { resolved: 'https://registry.npmjs.org/c/-/c-1.0.0.tgz' }, '/c/'],
    ['a way back', { resolved: 'https://registry.npmjs.org/@a/b/-/../../../c/-/c-1.0.0.tgz' }, '/c/'],
    ['git', { resolved: 'git+ssh://git@github.com/a/b.git#0123' }, 'git'],
    ['a file', { resolved: 'file:../b.tgz' }, 'file:'],
    ['a version that is an address', { version: 'git+https://example.com/b.git' }, 'version'],
    ['a link', { link: true, resolved: 'b' }, 'folder'],
    ['a package in a package', { inBundle: true }, 'inside'],
    ['an install script', { hasInstallScript: true }, 'install script'],
    ['a dependency in git', { dependencies: { x: 'git+https://example.com/x.git' } }, 'x@git'],
    ['a dependency on GitHub', { dependencies: { x: 'someone/x' } }, 'x@someone/x'],
    ['a dependency on GitHub by its prefix', { dependencies: { x: 'github:someone/x#v1' } }, 'x@github:'],
    ['an optional dependency at an address', { optionalDependencies: { x: 'https://example.com/x.tgz' } }, 'x@https'],
    ['a dependency in a folder', { dependencies: { x: 'file:../x' } }, 'x@file:'],
    ['a dependency in a workspace', { peerDependencies: { x: 'workspace:*' } }, 'x@workspace'],
    ['an alias at an address', { dependencies: { x: 'npm:https://example.com/x.tgz' } }, 'x@npm:https'],
  ])('%s', (_, entry, words) => {
    const faults = faultsOf(entry);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.join('\n')).toContain(words);
  });

  test('a folder of the project as a package', () => {
    expect(faultsOf({}, 'packages/b')).toEqual([expect.stringContaining('folder')]);
  });

  test.each([
    [{ devDependencies: { x: 'git://example.com/x' } }, 'x@git'],
    [{ overrides: { docx: { nanoid: 'file:./nanoid' } } }, 'nanoid@file:'],
    [{ overrides: { nanoid: 'https://example.com/x.tgz' } }, 'example.com'],
  ])('in package.json: %j', (manifest, words) => {
    expect(faultsOf({}, undefined, manifest)).toEqual([expect.stringContaining(words)]);
  });

  test.each([{}, { lockfileVersion: 1, dependencies: {} }, { lockfileVersion: 3 }])('another format: %j', (lock) => {
    expect(lockFaults(lock, {})).toHaveLength(1);
  });
});

test('an install script that was decided on is right', () => {
  expect(faultsOf({ hasInstallScript: true }, undefined, { allowScripts: { '@a/b': false } })).toEqual([]);
});
