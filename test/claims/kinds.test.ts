import { describe, expect, test } from 'vitest';
import { KINDS } from '../../src/claims/kinds/index.ts';
import { readText } from '../../src/prose/read-text.ts';
import { judge } from './judged.ts';

const normalize = (text: string) => readText(text, () => undefined).text;

/** The statements of a text with their words and, if they are not compared, the reason. */
const read = (text: string) => {
  const normalized = normalize(text);
  return judge(text).map(({ statement: { kind, start, end }, verdict, reason }) => ({
    kind,
    words: normalized.slice(start, end),
    verdict,
    reason: reason?.reason,
  }));
};

// The numbers of the examples are those of the report in `judged.ts`, so that a statement that is read also agrees.
describe.each(KINDS.map((kind) => [kind.kind, kind.examples] as const))('%s', (kind, examples) => {
  test('has examples that are read and examples that stay silent', () => {
    expect(examples.filter((one) => 'reads' in one)).not.toEqual([]);
    expect(examples.filter((one) => 'silent' in one)).not.toEqual([]);
  });

  test.each(examples.map((example) => [example.text, example] as const))('%s', (text, example) => {
    const statements = read(text);
    if ('reads' in example) {
      // Of nothing received, the report says the contrary.
      const verdict = kind === 'conclusion' ? expect.stringMatching('agrees|contradicts') : 'agrees';
      expect(statements).toContainEqual({ kind, words: normalize(example.reads), verdict, reason: undefined });
    } else {
      expect(statements.filter((one) => one.kind === kind && one.verdict !== 'open')).toEqual([]);
      if (example.silent) expect(statements.map(({ reason }) => reason)).toContain(example.silent);
    }
  });
});
