import { expect, test } from 'vitest';
import { looks } from '../../src/render/readback/blocks.ts';
import { plainCharacter } from '../../src/writing/lookalikes.ts';

test.each([
  ['⼈', '人'],
  ['⼾', '户'],
  ['⺠', '民'],
  ['⻄', '西'],
  ['⻙', '韦'],
  ['\uf9d0', '類'],
])('%s is found in a text, and looks like %s in a file', (char, plain) => {
  expect(plainCharacter(char)).toBe(plain);
  expect(looks(char)).toBe(looks(plain));
});
