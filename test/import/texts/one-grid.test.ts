import { expect, test } from 'vitest';
import type { ImportedCell } from '../../../src/import/reading.ts';
import { readTables } from '../../../src/import/tables/read-tables.ts';
import { piecesOf } from '../../../src/import/texts/pieces.ts';
import { rowTextsOf } from '../../../src/import/texts/row-texts.ts';
import { grid } from './reading.ts';

const ROWS = [
  ['一、总体情况'],
  ['全年公开工作平稳有序。'],
  ['二、主动公开政府信息情况'],
  ['规章', '1'],
  ['三、收到和处理政府信息公开申请情况'],
  ['总计', '2'],
  ['注：含网上收到的申请，全年一次统计。'],
  ['四、政府信息公开行政复议、行政诉讼情况'],
  ['0', '0'],
  ['五、存在的主要问题及改进情况'],
];
const cell = (path: string, row: number): [string, ImportedCell] => [
  path,
  { path, value: '1', text: '1', place: { table: 1, row, column: 2 }, confidence: 'sure', reason: 'plain' },
];

test('three tables and their headings in one grid stay in order', () => {
  const document = { blocks: [grid(ROWS)], properties: {} };
  const tables = {
    ...readTables({ blocks: [], properties: {} }),
    used: new Map([[0, 'reconsideration_and_litigation']]),
    cells: new Map([
      cell('reconsideration_and_litigation.total', 9),
      cell('applications.received.total', 6),
      cell('active_disclosure.rules', 4),
    ]),
  };
  const pieces = piecesOf(document, tables, rowTextsOf(document, tables).rowTexts);
  expect(pieces.map((piece) => (piece.kind === 'text' ? piece.text : piece.kind === 'form' && piece.table))).toEqual([
    '一、总体情况',
    '全年公开工作平稳有序。',
    '二、主动公开政府信息情况',
    'active_disclosure',
    '三、收到和处理政府信息公开申请情况',
    'applications',
    '注：含网上收到的申请，全年一次统计。',
    '四、政府信息公开行政复议、行政诉讼情况',
    'reconsideration_and_litigation',
    '五、存在的主要问题及改进情况',
  ]);
});
