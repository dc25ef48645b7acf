import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { ALL_RULES } from '../../src/check/rule-list.ts';
import { sarif } from '../../src/reporters/sarif.ts';
import { findingsOf } from '../harness.ts';
import { diagnostic, EVERYTHING, HOSTILE, OPTIONS, RULE, resultOf, UNABLE } from './samples.ts';

// The schema of the standard is of draft 4; but for the name of its id it means the same in draft 7.
const require = createRequire(import.meta.url);
const { id, $schema: _, ...schema } = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const uri = (text: string) => URL.canParse(text);
const reference = (text: string) => /^[\w\-.~!$&'()*+,;=:@%/?#]*$/.test(text) && URL.canParse(text, 'file:///a/');
const ajv = new Ajv({
  strict: false,
  unicodeRegExp: false,
  allErrors: true,
  formats: { uri, 'uri-reference': reference, 'date-time': true },
});
const validate = ajv.compile({ $id: id, ...schema });

function runOf(...[results, options]: Parameters<typeof sarif>) {
  const log = JSON.parse(sarif(results, options));
  expect(validate(log), JSON.stringify(validate.errors, null, 1)).toBe(true);
  return log.runs[0];
}
const firstOf = (more: Parameters<typeof diagnostic>[0], options = {}) =>
  runOf([resultOf([diagnostic(more)])], { ...OPTIONS, ...options }).results[0];

describe('is what the standard says', () => {
  test.each(['zh', 'en'] as const)('with one of everything, in %s', (language) => {
    for (const verbose of [false, true]) runOf(EVERYTHING, { ...OPTIONS, language, verbose });
  });

  test('with nothing at all', () => {
    expect(runOf([], OPTIONS).results).toEqual([]);
  });

  test('with what could not be checked', () => {
    expect(runOf([], UNABLE).invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [{ level: 'error', message: { text: '找不到\n建议：检查' } }],
      },
    ]);
  });

  test.each(['broken.yaml', 'format.yaml'])('with every rule there is, and the findings of examples/%s', (file) => {
    const text = readFileSync(new URL(`../../examples/${file}`, import.meta.url), 'utf8');
    const tool = { version: '1.2.3', homepage: 'https://example.com/', rules: ALL_RULES };
    const run = runOf([{ ...resultOf(findingsOf(text, file)), file, text }], { ...OPTIONS, tool });
    expect(run.tool.driver.rules).toHaveLength(ALL_RULES.length);
    expect(run.tool.driver.informationUri).toBe('https://example.com/');
  });

  test('and the schema is not one that lets everything pass', () => {
    expect(validate({ version: '2.1.0', runs: [{ tool: { driver: {} } }] })).toBe(false);
  });
});

test('a finding: its rule, words, place, cell and fingerprint', () => {
  expect(firstOf({})).toEqual({
    ruleId: 'sample-rule',
    ruleIndex: 0,
    level: 'error',
    message: { text: '甲不等于乙\n建议：核对' },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'a.yaml', uriBaseId: '%SRCROOT%' },
          region: { startLine: 2, startColumn: 4, endLine: 2, endColumn: 5 },
        },
        logicalLocations: [{ fullyQualifiedName: 'table.row.0' }],
      },
    ],
    relatedLocations: [
      {
        id: 1,
        physicalLocation: {
          artifactLocation: { uri: 'a.yaml', uriBaseId: '%SRCROOT%' },
          region: { startLine: 1, startColumn: 4, endLine: 1, endColumn: 5 },
        },
        logicalLocations: [{ fullyQualifiedName: 'b' }],
        message: { text: '乙：1' },
      },
    ],
    partialFingerprints: { 'ogiReport/v1': 'sample-rule@table.row.0' },
  });
});

test('a rule, as it is shown beside a finding', () => {
  const { driver } = runOf([], { ...OPTIONS, language: 'en' }).tool;
  expect(driver).toMatchObject({ name: 'ogi-report', version: '1.2.3', language: 'en' });
  expect(driver).not.toHaveProperty('informationUri');
  expect(driver.rules).toEqual([
    {
      id: 'sample-rule',
      name: 'SampleRule',
      shortDescription: { text: 'Two numbers are equal' },
      fullDescription: { text: 'They count the same' },
      help: {
        text: "They count the same\n\nFormula: a = b\n\nSource: the form\n\nLast year's report:\n\nc: 0\n\nGood:\n\na: 1\nb: 1\n\nBad:\n\na: 1\nb: 2",
        markdown: expect.stringContaining('Bad:\n\n```yaml\na: 1\nb: 2\n```'),
      },
      defaultConfiguration: { level: 'error' },
      properties: { tags: ['open-government-information', 'year-over-year', 'cannot-be-waived'] },
    },
  ]);
});

test('a rule that speaks only where it is asked to is not enabled', () => {
  const tool = { version: '1', rules: [{ ...RULE, off: true as const }] };
  expect(runOf([], { ...OPTIONS, tool }).tool.driver.rules[0].defaultConfiguration).toEqual({
    enabled: false,
    level: 'error',
  });
});

test('a finding of a rule that nobody described has no index', () => {
  expect(firstOf({ rule: 'unheard-of' })).not.toHaveProperty('ruleIndex');
});

test('levels in the words of SARIF, a consequence with the place of its cause', () => {
  const { results } = runOf(EVERYTHING, { ...OPTIONS, language: 'en' });
  const levels = results.map(({ level }: { level: string }) => level);
  expect(levels).toEqual(['error', 'error', 'warning', 'note', 'error', 'error']);
  expect(results[1].relatedLocations[0].physicalLocation.artifactLocation.uri).toBe('last.yaml');
  expect(results[1].relatedLocations[1].message.text).toBe('Follows from: sample-rule in line 2; correct that first');
});

test('what is waived is suppressed; then every result says whether it is', () => {
  const { results } = runOf(EVERYTHING, OPTIONS);
  const suppressions = results.map((one: { suppressions: unknown }) => one.suppressions);
  expect(suppressions).toEqual([
    [],
    [],
    [],
    [],
    [{ kind: 'inSource', status: 'accepted', justification: '2' }],
    [{ kind: 'external', status: 'accepted' }],
  ]);
  expect(firstOf({})).not.toHaveProperty('suppressions');
});

test('the language of the run and the unit of its columns', () => {
  expect(runOf([], OPTIONS)).toMatchObject({ language: 'zh-CN', columnKind: 'utf16CodeUnits' });
  expect(runOf([], { ...OPTIONS, language: 'en' }).language).toBe('en');
});

describe('hostile reports', () => {
  test('names of files become relative addresses', () => {
    const uriOf = (file: string) => firstOf({ file }).locations[0].physicalLocation.artifactLocation.uri;
    expect(uriOf('报告/2023 年.yaml')).toBe('%E6%8A%A5%E5%91%8A/2023%20%E5%B9%B4.yaml');
    expect(decodeURIComponent(uriOf('报告/a#b?c%.yaml'))).toBe('报告/a#b?c%.yaml');
    expect(uriOf('../other/a.yaml')).toBe('../other/a.yaml');
    expect(uriOf('c:a.yaml')).toBe('c%3Aa.yaml');
    for (const words of HOSTILE) uriOf(words);
  });

  test('a message can not bring a link', () => {
    const text = '[here](https://example.com)';
    expect(firstOf({ message: { zh: text, en: text } }).message.text).toContain('[here\\](https://example.com)');
  });
});
