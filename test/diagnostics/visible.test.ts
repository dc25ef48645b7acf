import { expect, test } from 'vitest';
import { visible } from '../../src/diagnostics/visible.ts';

const ESCAPE = String.fromCharCode(27);

test('control characters become their pictures, in as many UTF-16 units', () => {
  expect(visible(`a${ESCAPE}[31m\r\u0007`)).toBe('a␛[31m␍␇');
  expect(visible('\u007f\u009b\u202e')).toBe('\ufffd\ufffd\ufffd');
});

test('text stays as it is, with its tabs and lines', () => {
  const text = '一、本年新收\t𠮷 é\n“总计”';
  expect(visible(text)).toBe(text);
});
