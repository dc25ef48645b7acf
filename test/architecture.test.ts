import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { describe, expect, test } from 'vitest';

/** The allowed imports of each folder. A folder that is not listed can only import from itself. */
const MAY_IMPORT: Record<string, readonly string[] | 'all'> = {
  diagnostics: [],
  writing: [],
  form: ['writing'],
  package: [],
  disk: ['diagnostics'],
  cache: ['diagnostics'],
  source: ['diagnostics'],
  report: ['form', 'diagnostics', 'writing'],
  prose: ['form', 'report', 'diagnostics', 'writing'],
  claims: ['report', 'diagnostics', 'writing'],
  check: ['report', 'prose', 'claims', 'form', 'source', 'diagnostics', 'writing'],
  diff: ['check', 'prose', 'report', 'form', 'source', 'diagnostics'],
  config: ['check', 'claims', 'report', 'source', 'form', 'diagnostics'],
  edit: ['prose', 'report', 'form', 'source', 'diagnostics', 'writing'],
  view: ['report', 'prose', 'form', 'writing'],
  fonts: ['diagnostics'],
  'in-page': [],
  browser: ['in-page', 'cache', 'disk', 'diagnostics', 'writing'],
  render: ['view', 'fonts', 'browser', 'in-page', 'disk', 'diagnostics', 'writing'],
  threads: [],
  import: ['view', 'render', 'report', 'form', 'source', 'threads', 'disk', 'package', 'diagnostics', 'writing'],
  reporters: ['diagnostics', 'form', 'writing'],
  workspace: ['check', 'config', 'edit', 'import', 'form', 'source', 'report', 'disk', 'diagnostics'],
  publish: [
    'workspace',
    'check',
    'view',
    'render',
    'fonts',
    'browser',
    'cache',
    'disk',
    'package',
    'reporters',
    'source',
    'report',
    'diagnostics',
  ],
  batch: ['publish', 'workspace', 'render', 'browser', 'threads', 'disk', 'package', 'diagnostics'],
  queue: [
    'batch',
    'threads',
    'publish',
    'workspace',
    'check',
    'report',
    'render',
    'browser',
    'reporters',
    'source',
    'form',
    'package',
    'diagnostics',
  ],
  verify: ['publish', 'workspace', 'check', 'prose', 'report', 'source', 'render', 'disk', 'diagnostics'],
  cli: 'all',
  api: 'all',
  index: 'all',
};

const root = new URL('../', import.meta.url);
const source = new URL('src/', root);
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .sort();
const textOf = (file: string) => readFileSync(new URL(file, source), 'utf8');
const folderOf = (file: string) => (file.includes('/') ? (file.split('/')[0] ?? '') : file.replace(/\.ts$/, ''));

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const IMPORT = /(?:^|\n)\s*(import|export)(\s+type)?[^;'"]*?\bfrom\s*'(\.[^']+)'|\bimport\s*\(\s*'(\.[^']+)'/gu;
const imports: Import[] = files.flatMap((from) =>
  [...textOf(from).matchAll(IMPORT)].map((match) => ({
    from,
    to: posix.join(dirname(from), match[3] ?? match[4] ?? ''),
    typeOnly: match[2] !== undefined,
  })),
);

describe('who imports whom', () => {
  test('every folder of src stands in the table', () => {
    expect(imports.length).toBeGreaterThan(150);
    expect([...new Set(files.map(folderOf))].filter((folder) => !(folder in MAY_IMPORT))).toEqual([]);
  });

  test('nobody imports what the table does not grant', () => {
    const breaches = imports.flatMap(({ from, to }) => {
      const granted = MAY_IMPORT[folderOf(from)] ?? [];
      const own = folderOf(from) === folderOf(to);
      const outside = to.startsWith('../');
      return own || outside || granted === 'all' || granted.includes(folderOf(to)) ? [] : [`${from} -> ${to}`];
    });
    expect(breaches).toEqual([]);
  });

  test('reporters know of the form only how a schema is written', () => {
    const known = imports.filter(({ from, to }) => folderOf(from) === 'reporters' && folderOf(to) === 'form');
    expect(known.every(({ to, typeOnly }) => typeOnly && to === 'form/schema-types.ts')).toBe(true);
  });

  test('nobody below the command line imports it', () => {
    const upward = imports.filter(({ from, to }) => folderOf(to) === 'cli' && folderOf(from) !== 'cli');
    expect(upward.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });
});

/**
 * The edges of a graph for each folder: for every import, the file or subfolder that imports and the one that is
 * imported, within the folder that contains both. If no graph has a circle, neither files nor folders import each other
 * in a circle.
 */
const steps = imports.flatMap(({ from, to }): [string, string][] => {
  const [one, other] = [from.split('/'), to.split('/')];
  const depth = one.findIndex((name, index) => name !== other[index]);
  return to.startsWith('../') || depth < 0 ? [] : [[pathTo(one, depth), pathTo(other, depth)]];
});
function pathTo(names: readonly string[], depth: number): string {
  return names.slice(0, depth + 1).join('/');
}

/** Finds a circle in a graph and returns its names, `[a, b, a]`; undefined if there is none. */
function circleIn(edges: readonly (readonly [string, string])[]): string[] | undefined {
  const next = new Map<string, string[]>();
  for (const [from, to] of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const walk = (name: string, way: readonly string[]): string[] | undefined => {
    if (way.includes(name)) return [...way.slice(way.indexOf(name)), name];
    if (done.has(name)) return undefined;
    for (const other of next.get(name) ?? []) {
      const circle = walk(other, [...way, name]);
      if (circle) return circle;
    }
    done.add(name);
    return undefined;
  };
  for (const name of next.keys()) {
    const circle = walk(name, []);
    if (circle) return circle;
  }
  return undefined;
}

describe('src/README.md', () => {
  const readme = textOf('README.md');

  test('has the table of allowed imports', () => {
    const rows = readme.matchAll(/^\| `([\w-]+)(?:\/|\.ts)` \|.*\|([^|]*)\|$/gm);
    const table = [...rows].map(([, folder, names = '']) => [folder, names.match(/[\w-]+/g) ?? []]);
    const allowed = Object.entries(MAY_IMPORT).map(([folder, names]) => [folder, [names].flat()]);
    expect(Object.fromEntries(table)).toEqual(Object.fromEntries(allowed));
  });

  test('names only paths that exist', () => {
    const spans = [...readme.matchAll(/`([\w./-]+(?:\/|\.(?:ts|js|mjs|cjs|css|hbs|md)))`/g)].map(
      ([, path = '']) => path,
    );
    const paths = spans.filter((path) => !path.includes('NAME'));
    expect(paths.length).toBeGreaterThan(100);
    const missing = paths.filter((path) => ![source, root].some((base) => existsSync(new URL(path, base))));
    expect(missing).toEqual([]);
  });

  test.each([
    ['From a report to its files', /\((\d+) files\)/],
    ['From a rule to the terminal', /\((\d+) files\)/],
    ['From a sentence to its verdict', /\((\d+) files\)/],
    ['From a published file to a report file', /\((\d+) files\)/],
  ])('counts the files under "%s"', (title, count) => {
    const section = readme.split(/^## /m).find((text) => text.startsWith(title)) ?? '';
    const named = new Set([...section.matchAll(/`([\w./-]+\.(?:ts|js))`/g)].map(([, path]) => path));
    expect(named.size).toBe(Number(count.exec(section)?.[1]));
  });
});

describe('circles', () => {
  test('a circle is found, and named', () => {
    const edges = ['ab', 'bc', 'cd', 'db', 'ae'].map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]);
    expect(circleIn(edges)).toEqual(['b', 'c', 'd', 'b']);
    expect(circleIn(edges.filter(([from]) => from !== 'd'))).toBeUndefined();
  });

  test('neither files nor folders import each other in a circle, types included', () => {
    expect(steps.length).toBeGreaterThan(500);
    expect(circleIn(steps)).toBeUndefined();
  });
});

describe('habits', () => {
  const core = files.filter((file) => folderOf(file) !== 'cli');

  test('the terminal and the end of the process belong to src/cli', () => {
    const found = core.filter((file) =>
      /\bconsole\.|\bprocess\.(exit\b|exitCode|stdout|stderr|stdin|argv)/.test(textOf(file)),
    );
    expect(found).toEqual([]);
  });

  test('src/cli itself writes through its IO; only the file that makes it of a process may end that process', () => {
    const writers = files.filter((file) => /\bconsole\.|\bprocess\.exit\b/.test(textOf(file)));
    expect(writers).toEqual(['cli/process.ts']);
  });

  test('diagnostics, forms, checks, edits and views touch no disk, clock, environment or network', () => {
    const pure = /^(diagnostics|form|source|report|prose|check|config|edit|view|reporters)\//;
    const impure = /from 'node:(?!buffer)|\bprocess\.|\bDate\.now\(|\bnew Date\(\)|\bfetch\(/;
    expect(files.filter((file) => pure.test(file) && impure.test(textOf(file)))).toEqual([]);
  });

  test('the name of an exported type means one thing', () => {
    const types = files.flatMap((file) =>
      [...textOf(file).matchAll(/^export (?:interface|type|(?:abstract )?class) (\w+)/gmu)].map(
        ([, name = '']) => name,
      ),
    );
    expect(types.length).toBeGreaterThan(150);
    expect(types.filter((name, index) => types.indexOf(name) !== index)).toEqual([]);
  });

  test('no file is longer than 300 lines', () => {
    const long = files.filter((file) => textOf(file).split('\n').length > 301);
    expect(long).toEqual([]);
  });
});
