import { expect, test } from 'vitest';
import { readPdfFile } from '../../../../src/import/adapters/pdf/read-pdf-file.ts';
import { lattice, pdfOf, text } from './draw.ts';

const columns = [60, 160, 178, 196];
const upper =
  lattice(columns, [200, 180, 160]) +
  text(62, 185, '行政强制') +
  text(162, 185, '7') +
  text(62, 165, '行政处罚') +
  text(163, 165, '93') +
  text(183, 165, '4');
const cells = async (lower: string): Promise<string[][]> => {
  const { blocks } = await readPdfFile(pdfOf([upper, lattice(columns, [800, 780, 760]) + lower]));
  return blocks.flatMap((block) => (block.kind === 'grid' ? [block.cells.map((cell) => cell.text)] : []));
};

test('a number that goes on below the page break is one number', async () => {
  expect(await cells(text(163, 785, '2'))).toEqual([
    ['行政强制', '7', '', '行政处罚', '932', '4'],
    ['', '', '', '', '', ''],
  ]);
});

test('with words beside it, it may be the number of another row: the cell has both', async () => {
  expect(await cells(text(62, 785, '收费') + text(163, 785, '2'))).toEqual([
    ['行政强制', '7', '', '行政处罚', '93\n2', '4'],
    ['收费', '2', '', '', '', ''],
  ]);
});

test('below the rest of a label, numbers are those of the next row', async () => {
  expect((await cells(text(62, 785, '案件') + text(62, 765, '收费') + text(163, 765, '2')))[0]).toEqual([
    '行政强制',
    '7',
    '',
    '行政处罚',
    '93',
    '4',
  ]);
});
