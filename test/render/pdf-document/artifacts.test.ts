import { expect, test } from 'vitest';
import { markArtifacts } from '../../../src/render/pdf-document/artifacts.ts';

const marked = (lines: string[], numbers: number[] = []) =>
  markArtifacts(lines.join('\n'), new Set(numbers)).split('\n');

test('a background is an artifact, a page number one of pagination; a clip draws nothing', () => {
  expect(
    marked([
      'q',
      '0 0 9 9 re',
      'f',
      'Q',
      '0 0 9 9 re',
      'W n',
      'q',
      'BT',
      '<0019> Tj',
      'ET',
      'BT',
      '<0001> Tj',
      'ET',
      'Q',
      '',
    ]),
  ).toEqual([
    'q',
    '/Artifact BMC',
    '0 0 9 9 re',
    'f',
    'EMC',
    'Q',
    '0 0 9 9 re',
    'W n',
    'q',
    '/Artifact <</Type /Pagination /Subtype /Footer >>BDC',
    'BT',
    '<0019> Tj',
    'ET',
    'BT',
    '<0001> Tj',
    'ET',
    'EMC',
    'Q',
    '',
  ]);
});

test('what the structure holds stays; what it no longer holds is an artifact', () => {
  const lines = [
    '/P <</MCID 0 >>BDC',
    'q',
    'BT',
    '<0019> Tj',
    'ET',
    'Q',
    'EMC',
    '/Table <</MCID 1 >>BDC',
    '0 0 9 9 re',
    'f',
    'EMC',
  ];
  expect(marked(lines)).toEqual(lines);
  expect(marked(lines, [1])).toEqual(lines.with(7, '/Artifact BMC'));
});

test('a drawing at the very end is closed', () => {
  expect(marked(['0 0 9 9 re', 'f', ''])).toEqual(['/Artifact BMC', '0 0 9 9 re', 'f', 'EMC', '']);
  expect(marked(['/X1 Do'])).toEqual(['/Artifact BMC', '/X1 Do', 'EMC']);
});
