import { expect, test } from 'vitest';
import { drawnBoxes } from '../../../src/render/pdf-document/drawn-boxes.ts';

test('what is drawn within a mark, in the units of the page and without what is clipped away', () => {
  const content = [
    ...['.5 0 0 -.5 0 100 cm', 'q', '0 0 100 50 re', 'W* n', '/Figure <</MCID 4 >>BDC', '10 20 400 10 re', 'f', 'EMC'],
    ...['/P <</MCID 5 >>BDC', '0 0 9 9 re', 'f', 'EMC', 'Q', '/Figure <</MCID 6 >>BDC', 'BT', '/F4 10 Tf'],
    ...['1 0 0 -1 20 40 Tm', '<00110012> Tj', 'ET', '1 2 m', '3 4 l', 'S', 'EMC', ''],
  ].join('\n');
  expect([...drawnBoxes(content, new Set([4, 6]))]).toEqual([
    [4, [5, 85, 50, 90]],
    [6, [0.5, 78.75, 20, 99]],
  ]);
});
