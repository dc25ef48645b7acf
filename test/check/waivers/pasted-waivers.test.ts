import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { ALL_RULES } from '../../../src/check/rule-list.ts';
import { CLAIM_RULES, TEXT_RULES } from '../../../src/check/rules/index.ts';
import { findingsOf, oneLine } from '../../harness.ts';
import { nothingHappened, put, yamlOf } from '../../reports.ts';
import { checkAgainst, checkExample, exampleFile, SHOWN } from '../../rule-examples.ts';

const canBeWaived = ({ id, fixed }: { id: string; fixed?: true }): boolean => !fixed && !id.startsWith('waiver-');
const waivable = SHOWN.filter(canBeWaived);

/** The blocks as a person pastes them: below `waivers:`, each with its reason. */
const paste = (text: string, blocks: readonly string[]): string =>
  `${text}waivers:\n${blocks.map((block) => `${block} 看过，可以不改\n`.replaceAll(/^(?=.)/gmu, '  ')).join('')}`;

describe.each(waivable.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const text = exampleFile(rule, 'bad');
  const found = checkExample(rule, 'bad').diagnostics;
  const blocks = found.map(({ waiver = '' }) => waiver);
  const check = (pasted: readonly string[]) => checkAgainst(rule, paste(text, pasted));

  test('the block of a finding, pasted, lets that finding stand and no other', () => {
    for (const [index, one] of found.entries()) {
      const { diagnostics, waived } = check([blocks[index] ?? '']);
      expect.soft(waived.map(({ diagnostic }) => diagnostic.fingerprint)).toEqual([one.fingerprint]);
      const others = found.filter((other) => other !== one).map(({ fingerprint }) => fingerprint);
      expect.soft(diagnostics.map(({ fingerprint }) => fingerprint)).toEqual(others);
    }
  });

  test('all blocks together leave nothing', () => {
    expect(check(blocks).diagnostics.map(oneLine)).toEqual([]);
  });

  test('any other value in the block makes it void', () => {
    for (const block of blocks) {
      const [{ values = {} }] = parseYaml(block) as [{ values?: Record<string, unknown> }];
      for (const name of Object.keys(values)) {
        const changed = block.replace(new RegExp(`(${name.replaceAll('.', '\\.')}): ("[^"]*"|[^\\s,]+)`), '$1: 987654');
        const rules = check([changed]).diagnostics.map((one) => one.rule);
        expect.soft(rules.sort(), changed).toEqual([...found.map(() => id), 'waiver-void'].sort());
      }
    }
  });

  test('it says what was seen: values, words, or nothing where nothing stands there', () => {
    for (const [index, { path }] of found.entries()) {
      const block = blocks[index] ?? '';
      expect.soft(block).toContain(`at: ${path.join('.')}`);
      // The words of a finding are not said again where they are a value already.
      const [{ words, values }] = parseYaml(block) as [{ words?: string; values?: Record<string, unknown> }];
      expect.soft(Object.values(values ?? {}).map(String)).not.toContain(words);
    }
  });
});

test('the rows of a group are one value, their sum, and no line is longer than the screen', () => {
  const data = put(nothingHappened(), 'overview.text', '全年不予公开3件。');
  put(data, 'applications', 0);
  const [found] = findingsOf(yamlOf(data)).filter(({ rule }) => rule === 'prose-against-tables');
  expect(found?.waiver?.split('\n')).toContain('    sum applications.outcomes.not_disclosed: 0');
  expect(found?.waiver?.split('\n').filter((line) => line.length > 78)).toEqual([]);
  const waived = findingsOf(paste(yamlOf(data), [found?.waiver ?? '']));
  expect(waived.filter(({ rule }) => rule === 'prose-against-tables' || rule.startsWith('waiver-'))).toEqual([]);
  const changed = paste(yamlOf(data), [found?.waiver?.replace('not_disclosed: 0', 'not_disclosed: 4') ?? '']);
  expect(findingsOf(changed).map(({ rule }) => rule)).toContain('waiver-void');
});

test('what cannot be waived offers no waiver', () => {
  const fixed = SHOWN.filter((rule) => !canBeWaived(rule));
  const found = fixed.flatMap((rule) => checkExample(rule, 'bad').diagnostics.filter(({ rule: id }) => id === rule.id));
  expect(found.length).toBeGreaterThan(20);
  expect(found.filter(({ waiver }) => waiver !== undefined).map(oneLine)).toEqual([]);
});

test('most of the rules with numbers can be made void', () => {
  const aboutTexts = new Set([...TEXT_RULES, ...CLAIM_RULES].map(({ id }) => id));
  const withNumbers = waivable.filter(({ id }) => !aboutTexts.has(id));
  const blocks = withNumbers.flatMap((rule) => checkExample(rule, 'bad').diagnostics.map(({ waiver = '' }) => waiver));
  expect(blocks.filter((block) => block.includes('values:')).length).toBeGreaterThan(blocks.length * 0.75);
  expect(waivable.length).toBeLessThan(ALL_RULES.length);
});
