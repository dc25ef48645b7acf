import { expect, test } from 'vitest';
import { withSplitRanges } from '../../../src/render/pdf-document/unicode-ranges.ts';

const map = (...ranges: string[]) =>
  `1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n${ranges.length} beginbfrange\n${ranges.join('\n')}\nendbfrange\nendcmap\n`;

test('a range that would count beyond the last byte is split, also in the second half of a pair', () => {
  const source = map('<0001> <0003> <4E00>', '<00C3> <00C5> <5EFF>', '<0100> <0101> <D842DFFF>');
  expect(withSplitRanges(source)).toBe(
    map('<0001> <0003> <4E00>', '<00C3> <00C3> <5EFF>', '<0100> <0100> <D842DFFF>').replace(
      'endcmap',
      '1 beginbfrange\n<00C4> <00C5> <5F00>\nendbfrange\n1 beginbfrange\n<0101> <0101> <D843DC00>\nendbfrange\nendcmap',
    ),
  );
});

test('other maps stay as they are', () => {
  const source = map('<0001> <0100> <4E00>', '<0101> <0101> <5EFF>');
  expect(withSplitRanges(source)).toBe(source);
});
