import { expect, test } from 'vitest';
import { fontFaces, fontStack } from '../../src/fonts/font-face.ts';
import { subsetFonts } from '../../src/fonts/subset.ts';

test('a style sheet holds one rule for every subset, in the same order each time', async () => {
  const { fonts } = await subsetFonts({ kai: '公开', song: '公开' });
  const names = [...fontFaces(fonts).matchAll(/font-family:"([^"]+)"/g)].map(([, name]) => name);
  expect(names).toEqual(['OGI Song', 'OGI Kai']);
});

test('a stack lists the family, then those that its characters may come from', () => {
  expect(fontStack('kai')).toBe('"OGI Kai", "OGI Song", "OGI Hei", serif');
  expect(fontStack('hei')).toBe('"OGI Hei", "OGI Song", "OGI Kai", sans-serif');
  expect(fontStack('title')).toBe('"OGI Title", "OGI Song", "OGI Hei", "OGI Kai", serif');
  expect(fontStack('kai', true)).toMatch(/^"楷体_GB2312", .*"KaiTi", .*"OGI Kai", "OGI Song", "OGI Hei", serif$/u);
});
