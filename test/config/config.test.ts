import { describe, expect, test } from 'vitest';
import { ALL_RULES } from '../../src/check/rule-list.ts';
import { readConfig } from '../../src/config/config.ts';
import { decode } from '../../src/source/decode.ts';
import { parse, unreadable } from '../../src/source/parse.ts';

const read = (content: string | Uint8Array) => {
  const text = decode(Buffer.from(content));
  return readConfig(typeof text === 'string' ? parse(text, 'c') : unreadable('c', text));
};

/** Each fault in one line: `2:18 message → hint`. */
function faultsOf(content: string | Uint8Array): string[] {
  const config = read(content);
  if (!('length' in config)) return [];
  return config.map(({ range, message, hint }) => `${range.line}:${range.column} ${message.en} → ${hint.en}`);
}

describe('what may be set', () => {
  test('severities, deadlines, output folder and formats', () => {
    const text = `rules: { published-late: error, fee-in-tens: off }
deadlines: { department: 01-25, township: 02-29 }
build: { out: ../public, formats: [html], source: false }`;
    expect(read(text)).toEqual({
      settings: {
        severities: { 'published-late': 'error', 'fee-in-tens': 'off' },
        deadlines: { department: '01-25', township: '02-29' },
      },
      out: '../public',
      formats: ['html'],
      source: false,
    });
  });

  test.each([
    ['an empty file', ''],
    ['nothing but comments', '# rules:\n#   published-late: off\n'],
    ['a document without content', '---\n'],
    ['an empty map', '{}'],
    ['empty sections', 'rules: {}\ndeadlines: {}\nbuild: {}'],
  ])('nothing, by %s', (_, text) => {
    expect(read(text)).toEqual({
      settings: { severities: {}, deadlines: {} },
      out: undefined,
      formats: undefined,
      source: undefined,
    });
  });

  test('every rule that is not fixed, and no other', () => {
    for (const { id, fixed } of ALL_RULES) {
      expect.soft(faultsOf(`rules: { ${id}: info }`).length, id).toBe(fixed ? 1 : 0);
    }
  });
});

describe('what is wrong is named with its line, its column and what was meant', () => {
  test.each([
    [
      'a misspelt rule',
      'rules:\n  published-lat: off',
      '2:3 There is no rule "published-lat" → Did you mean published-late?',
    ],
    ['no rule at all', 'rules:\n  x: off', '2:3 There is no rule "x" → report explain lists all rules'],
    [
      'a rule that cannot be changed',
      'rules:\n  outcomes-total: off',
      '2:3 The severity of rule "outcomes-total" cannot be changed → Syntax, numbers, unknown cells and the sums of the tables are always errors: remove the line',
    ],
    [
      'a severity',
      'rules:\n  published-late: warn',
      '2:19 rules.published-late cannot be "warn" → One of: error, warning, info, off',
    ],
    [
      'a severity that is none',
      'rules:\n  published-late: false',
      '2:19 rules.published-late cannot be "false" → One of: error, warning, info, off',
    ],
    [
      'a list of severities',
      'rules:\n  published-late: [off]',
      '2:3 rules.published-late cannot be "{}" → One of: error, warning, info, off',
    ],
    ['a key', 'rule:\n  published-late: off', '1:1 There is no key "rule" here → Did you mean rules?'],
    ['a key of build', 'build: { output: x }', '1:10 There is no key "output" here → One of: out, formats, source'],
    [
      'a publisher',
      'deadlines:\n  departments: 01-31',
      '2:3 There is no key "departments" here → Did you mean department?',
    ],
    [
      'a day in another order',
      'deadlines: { department: 31-01 }',
      '1:26 "31-01" in deadlines.department is not a month and day → Write it as 01-28',
    ],
    [
      'a day with its year',
      'deadlines: { department: 2024-01-31 }',
      '1:26 "2024-01-31" in deadlines.department is not a month and day → Write it as 01-28',
    ],
    [
      'a day that is a number',
      'deadlines: { department: 131 }',
      '1:26 "131" in deadlines.department is not a month and day → Write it as 01-28',
    ],
    [
      'a day of no calendar',
      'deadlines: { department: 02-30 }',
      '1:26 "02-30" in deadlines.department is not a month and day → Write it as 01-28',
    ],
    [
      'a month too short',
      'deadlines: { department: 04-31 }',
      '1:26 "04-31" in deadlines.department is not a month and day → Write it as 01-28',
    ],
    ['a section without content', 'rules:\n', '1:1 rules must be a map of keys → Check the indentation and quotes'],
    ['a section that is a text', 'build: html', '1:8 build must be a map of keys → Check the indentation and quotes'],
    [
      'formats in one text',
      'build: { formats: "html,pdf" }',
      '1:19 build.formats must be a list → Check the indentation and quotes',
    ],
    ['no format', 'build: { formats: [] }', '1:10 build.formats is empty → Write a value, or remove the key too'],
    [
      'a format that is a number',
      'build: { formats: [html, 1] }',
      '1:26 build.formats.1 must be text → Check the indentation and quotes',
    ],
    [
      'a text where true or false is asked for',
      'build: { source: no }',
      '1:18 build.source must be true or false → Check the indentation and quotes',
    ],
    [
      'a source without a value',
      'build: { source: }',
      '1:10 build.source must be true or false → Check the indentation and quotes',
    ],
    ['an empty folder', 'build: { out: " " }', '1:15 build.out is empty → Write a value, or remove the key too'],
    [
      'a prototype',
      '__proto__: { x: 1 }',
      '1:1 There is no key "__proto__" here → One of: rules, deadlines, prose, build',
    ],
    [
      'a rule that is a prototype',
      'rules: { __proto__: off }',
      '1:10 There is no rule "__proto__" → report explain lists all rules',
    ],
    [
      'a constructor',
      'rules: { constructor: off }',
      '1:10 There is no rule "constructor" → report explain lists all rules',
    ],
    ['a list', '- rules', '1:1 report.config.yaml must be a map of keys → Check the indentation and quotes'],
  ])('%s', (_, text, fault) => {
    expect(faultsOf(text)).toEqual([fault]);
  });

  test('all of them', () => {
    expect(faultsOf('rules: { a: off, b: off }\nbuild: 1')).toHaveLength(3);
  });
});

describe('a file that is no plain YAML', () => {
  test.each([
    ['with an anchor', 'rules: &a { published-late: off }', /^1:11 A YAML anchor/],
    ['with a key twice', 'rules: {}\nrules: {}', /^2:1 /],
    ['with a bracket left open', 'rules: { published-late: off', /^1:/],
    ['in GBK', Uint8Array.from([0x23, 0xc7, 0xe5, 0x0a]), /^1:1 .*GBK.* → The settings file is a short YAML text file/],
    [
      'that is a Word file',
      Uint8Array.from([0x50, 0x4b, 3, 4]),
      /Word.* → The settings file is a short YAML text file/,
    ],
    ['of 50 MB', new Uint8Array(50 * 1024 * 1024).fill(0x20), /50\.0 MB.* → The settings file is/],
  ])('%s', (_, content, fault) => {
    expect(faultsOf(content)[0]).toMatch(fault);
  });
});
