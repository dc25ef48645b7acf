import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeFonts } from '../../src/fonts/describe.ts';

test('the bundled families are described as they are installed', () => {
  const fonts = describeFonts();
  expect(fonts.map(({ label }) => label)).toEqual(['宋体', '黑体', '楷体', '标题']);
  for (const { found, version, path } of fonts) {
    expect(found).toBe(true);
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(existsSync(path ?? '')).toBe(true);
  }
});
