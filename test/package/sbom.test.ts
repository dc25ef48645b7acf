import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, describe, expect, test } from 'vitest';

const scripts = new URL('../../scripts/', import.meta.url);
const { sbom } = await import(String(new URL('sbom.mjs', scripts)));
const { sizesTable } = await import(String(new URL('sizes.mjs', scripts)));
const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

interface Component {
  readonly 'bom-ref': string;
  readonly group?: string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly scope: string;
  readonly licenses: readonly object[];
  readonly hashes: readonly { readonly alg: string; readonly content: string }[];
  readonly properties: readonly { readonly name: string }[];
  readonly components?: readonly Component[];
}
const nameOf = ({ group, name }: Component) => (group ? `${group}/${name}` : name);
const isBundled = ({ properties }: Component) => properties.some(({ name }) => name === 'cdx:npm:package:bundled');

/** The official schema of CycloneDX 1.6. It names formats such as iri-reference, which Ajv does not know. */
const schemas = 'node_modules/@cyclonedx/cyclonedx-library/res/schema';
const ajv = new Ajv({ strict: false, validateFormats: false });
for (const name of ['spdx.SNAPSHOT.schema.json', 'jsf-0.82.SNAPSHOT.schema.json']) {
  ajv.addSchema(json(`${schemas}/${name}`), `http://cyclonedx.org/schema/${name}`);
}
const validate = ajv.compile(json(`${schemas}/bom-1.6.SNAPSHOT.schema.json`));

describe('the bill of materials of the package', () => {
  const bom = json('dist/sbom.cdx.json');
  const components: readonly Component[] = bom.components;
  const locked: Record<string, { dev?: boolean; integrity: string; version: string }> =
    json('package-lock.json').packages;

  test('is valid, and the schema would find a mistake', () => {
    validate(bom);
    expect(validate.errors).toBe(null);
    expect(validate({ ...bom, components: [{ name: 'a' }] })).toBe(false);
    expect(
      validate({ ...bom, components: [{ type: 'library', name: 'a', licenses: [{ license: { id: 'BSD' } }] }] }),
    ).toBe(false);
  });

  test('has the bundled packages of the notices and no others', () => {
    const notices = readFileSync('dist/THIRD-PARTY-NOTICES.txt', 'utf8');
    const named = [...notices.matchAll(/^(\S+) (\d\S*) \(.+\)$/gm)].map(([, name, version]) => `${name}@${version}`);
    const copied = [...notices.matchAll(/^(\S+), in (\S+) \d/gm)].map(([, name, holder]) => `${name} in ${holder}`);
    const bundled = components.filter(isBundled);
    expect(new Set(bundled.map((one) => `${nameOf(one)}@${one.version}`))).toEqual(new Set(named));
    const copies = bundled.flatMap((one) => (one.components ?? []).map(({ name }) => `${name} in ${nameOf(one)}`));
    expect(copies.sort()).toEqual(copied.sort());
    expect(copies).toContain('rxjs in puppeteer-core');
  });

  test('has everything that npm installs with the package, and nothing for developers only', () => {
    const installed = Object.keys(locked).filter((path) => path !== '' && !locked[path]?.dev);
    expect(installed).toContain('node_modules/@sparticuz/chromium');
    const refs = components.map((one) => one['bom-ref']);
    expect(installed.filter((path) => !refs.includes(path))).toEqual([]);
    expect(components.filter((one) => !isBundled(one) && !installed.includes(one['bom-ref']))).toEqual([]);
    expect(refs).not.toContain('node_modules/vitest');
    expect(components.find(({ name }) => name === 'chromium')?.scope).toBe('optional');
    expect(components.find(({ name }) => name === 'yaml')?.scope).toBe('required');
  });

  test('has the licence, the hash of the lock file and the package URL of each', () => {
    for (const one of components) {
      const { version, integrity } = locked[one['bom-ref']] ?? { version: '', integrity: '' };
      const [hash] = one.hashes;
      expect.soft(`sha512-${Buffer.from(hash?.content ?? '', 'hex').toString('base64')}`).toBe(integrity);
      expect.soft(one.purl).toBe(`pkg:npm/${nameOf(one).replace('@', '%40')}@${version}`);
      expect.soft(one.licenses).toHaveLength(1);
    }
  });

  test('has the way from the package to every other', () => {
    const edges = new Map<string, readonly string[]>(
      bom.dependencies.map(({ ref, dependsOn }: { ref: string; dependsOn: string[] }) => [ref, dependsOn]),
    );
    const reached = new Set<string>();
    const visit = (ref: string): void => {
      if (reached.has(ref)) return;
      reached.add(ref);
      edges.get(ref)?.forEach(visit);
    };
    visit('.');
    expect(components.map((one) => one['bom-ref']).filter((ref) => !reached.has(ref))).toEqual([]);
  });

  test('says nothing of the time or machine of the build', () => {
    expect(bom).not.toHaveProperty('serialNumber');
    expect(bom.metadata).not.toHaveProperty('timestamp');
    expect(JSON.stringify(bom)).not.toContain(process.cwd());
    expect(readdirSync('dist')).toContain('sbom.cdx.json');
  });
});

describe('made from', () => {
  const root = mkdtempSync(join(tmpdir(), 'report-sbom-'));
  afterAll(() => rmSync(root, { recursive: true }));
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  const integrity = `sha512-${Buffer.alloc(64, 7).toString('base64')}`;
  const lock = (packages: Record<string, object>) => write('package-lock.json', JSON.stringify({ packages }));
  const self = { name: 'self', version: '1.0.0', license: 'MIT' };
  write('package.json', JSON.stringify({ ...self, dependencies: { a: '1' }, devDependencies: { b: '1' } }));
  const bundledIn = (...names: string[]) =>
    new Map(names.map((name) => [resolve(root, 'node_modules', name), new Set([join(root, 'code.js')])]));

  test('the same packages in any order, the same bytes; the nearest copy of a dependency counts', () => {
    write('code.js', '// node_modules/copied/x.js\n');
    lock({
      '': self,
      'node_modules/a': { version: '1.0.0', license: 'MIT OR ISC', integrity, dependencies: { c: '2', d: '1' } },
      'node_modules/a/node_modules/c': { version: '2.0.0', license: 'ISC', integrity },
      'node_modules/b': { version: '1.0.0', license: 'ISC', integrity, dev: true, dependencies: { c: '1' } },
      'node_modules/c': { version: '1.0.0', license: 'ISC', integrity, dev: true },
      'node_modules/e': { version: '1.0.0', license: 'ISC', integrity, dev: true },
    });
    const made = sbom(root, bundledIn('b', 'c'));
    expect(JSON.stringify(sbom(root, bundledIn('c', 'b')))).toBe(JSON.stringify(made));
    expect(made.dependencies).toEqual([
      { ref: '.', dependsOn: ['node_modules/a', 'node_modules/b'] },
      { ref: 'node_modules/a', dependsOn: ['node_modules/a/node_modules/c'] },
      { ref: 'node_modules/a/node_modules/c', dependsOn: [] },
      { ref: 'node_modules/b', dependsOn: ['node_modules/c'] },
      { ref: 'node_modules/c', dependsOn: [] },
    ]);
    validate(made);
    expect(validate.errors).toBe(null);
  });

  test.each(['integrity', 'license'])('a package without %s stops the build', (key) => {
    const entry = { version: '1.0.0', license: 'ISC', integrity, [key]: undefined };
    lock({ '': self, 'node_modules/a': entry });
    expect(() => sbom(root, new Map())).toThrow(`node_modules/a has no ${key}`);
  });
});

test('the sizes of packages in the bundles, the largest first, parts of the same file together', () => {
  const all = [
    { bundle: 'dist/light.cjs', folder: '/x/node_modules/@a/b', bytes: 1024 },
    { bundle: 'dist/light.cjs', folder: '/x/node_modules/@a/b', bytes: 512 },
    { bundle: 'dist/light.cjs', folder: undefined, bytes: 2048 },
    { bundle: 'src/check/validators.js', folder: '/x/node_modules/ajv', bytes: 4096 },
  ];
  expect(sizesTable(all)).toBe('     2.0 KB  dist/light.cjs  (own code)\n     1.5 KB  dist/light.cjs  @a/b\n');
});
