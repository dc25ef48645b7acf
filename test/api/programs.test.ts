import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EXAMPLES } from '../../scripts/api-page.ts';
import { type Folder, folderWith } from '../cli/run.ts';
import { ENVIRONMENT, installPrinting, ROOT, runIn } from '../hooks/repository.ts';

/** The expected output of each program of examples/api, in the order they run: some read files that others wrote. */
const PRINTED: Readonly<Record<string, RegExp>> = {
  validate: /^✓ 1 report, nothing found\n$/,
  'check-text': /^\d+:7 error wrong-type at year: /m,
  build: /→ out\/2023\.html\n→ out\/2023\.pdf\n/,
  'build-to-bytes': /2023\.yaml pdf: \d{5,} bytes\n.*2023\.yaml json: \d{4,} bytes\n/,
  draft: /^\[ 'out\/2024\.draft\.html' \]\n$/,
  verify: /^out\/2023\.html: is\nout\/2023\.pdf: is\n$/,
  'fix-text': /^[1-9]\d* changes, \d{3,} characters\n$/,
  fix: /^rough\/2023\.yaml:\d+ .*: filled in \d+\n/m,
  claims: /^agrees: .*\n.*\[95件\]/m,
  statements: /^contradicts: .*17件\nopen: .*3件 \(.*another body/m,
  explain: /equals[\s\S]*^holds {2}.*: \d+ = \d+$/m,
  sarif: /^\{\n {2}"version": 1,/,
  numbers: /^reports\/2023\.yaml 16 0\n$/,
  bind: /^line \d+: .* → \{\{/m,
};

let folder: Folder;
beforeAll(async () => {
  folder = await folderWith({ 'report.config.yaml': '' });
  await installTarball(folder.path);
  const example = readFileSync(join(ROOT, 'examples/wenzhou-hrss-2023.yaml'), 'utf8');
  const rough = example.replace(/, total: 16 \}/, ' }');
  expect(rough).not.toBe(example);
  expect(example).toMatch(/^# previous: /m);
  await folder.write({
    'reports/2023.yaml': example.replace(/^# previous: .*$/m, 'previous: ../last-year/2022.yaml'),
    'rough/2023.yaml': rough,
    'last-year/2022.yaml': readFileSync(join(ROOT, 'examples/wenzhou-hrss-2022.yaml')),
  });
  cpSync(join(ROOT, 'examples/api'), folder.path, { recursive: true });
});
afterAll(() => folder.remove());

/** Packs the package and installs it like npm does; its dependencies are linked. */
async function installTarball(path: string): Promise<void> {
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', path], { cwd: ROOT, stdio: 'ignore' });
  const [tarball] = readdirSync(path).filter((name) => name.endsWith('.tgz'));
  const target = join(path, 'node_modules/ogi-report');
  mkdirSync(target, { recursive: true });
  execFileSync('tar', ['-xzf', join(path, tarball ?? ''), '--strip-components=1', '-C', target]);
  await installPrinting(path);
}

test('every program is on the page of the interface, and tried here', () => {
  const files = readdirSync(join(ROOT, 'examples/api')).map((file) => file.replace(/\.mjs$/, ''));
  expect(EXAMPLES.map(([file]) => file).sort()).toEqual(files.sort());
  expect(Object.keys(PRINTED).sort()).toEqual(files.sort());
  for (const file of files) {
    const code = readFileSync(join(ROOT, `examples/api/${file}.mjs`), 'utf8');
    expect(code.trimEnd().split('\n').length, file).toBeLessThanOrEqual(16);
  }
});

test.each(Object.entries(PRINTED))('%s.mjs', async (file, printed) => {
  const { code, stdout, stderr } = await runIn(folder.path, ENVIRONMENT)('node', `${file}.mjs`);
  expect(stderr).toBe('');
  expect(stdout).toMatch(printed);
  expect(code).toBe(0);
});

test('the first two commands of the README: a complete report is written, checked and built', async () => {
  const report = (...argv: string[]) =>
    runIn(folder.path, ENVIRONMENT)('node', 'node_modules/ogi-report/bin/report.js', ...argv);
  expect((await report('init', 'example.yaml', '--example')).code).toBe(0);
  const [first] = readFileSync(join(folder.path, 'example.yaml'), 'utf8').split('\n');
  expect(first).toBe('# yaml-language-server: $schema=node_modules/ogi-report/schemas/2021/report.schema.json');
  const { code, stdout } = await report('build', 'example.yaml');
  expect([code, stdout]).toEqual([0, expect.stringMatching(/→ out\/example\.html\n→ out\/example\.pdf\n/)]);
});

test('a strict TypeScript program compiles against the packed types, its libraries checked', async () => {
  await folder.write({
    'typed.mts': `import { checkFiles, openPublisher, openVerifier, type Built, type Diagnostic } from 'ogi-report';
const { checked } = await checkFiles(['reports'], { against: 'last-year' });
const found: readonly Diagnostic[] = checked.flatMap(({ diagnostics }) => diagnostics);
const publisher = await openPublisher({ formats: ['pdf'] });
const built: Built[] = [];
for (const report of checked) built.push(await publisher.build(report));
await publisher.close();
const verifier = await openVerifier({ source: checked[0] });
export { built, found, verifier };
`,
  });
  // What a project in TypeScript has besides.
  for (const name of ['@types', 'yaml', 'undici-types']) {
    symlinkSync(join(ROOT, 'node_modules', name), join(folder.path, 'node_modules', name));
  }
  const options = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2022', '--types', 'node'];
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
  const { code, stdout } = await runIn(folder.path, ENVIRONMENT)('node', compiler, ...options, 'typed.mts');
  expect([code, stdout]).toEqual([0, '']);
});

test('what the programs were to write is there', () => {
  const written = ['out/2023.html', 'out/2023.pdf', 'out/2024.draft.html', 'report.sarif', 'report.xml'];
  expect(written.filter((file) => !existsSync(join(folder.path, file)))).toEqual([]);
  expect(readFileSync(join(folder.path, 'rough/2023.yaml'), 'utf8')).toContain('total: 16');
  expect(readFileSync(join(folder.path, 'reports/2023.yaml'), 'utf8')).toContain('{{active_disclosure.');
});
