import { expect, test } from 'vitest';
import { findFigures } from '../../src/claims/lex/figures.ts';
import { readText } from '../../src/prose/read-text.ts';

/** Each figure as `value unit`, with ~ before what is not exact; what is no quantity is left out. */
const read = (text: string) =>
  findFigures(readText(text, () => undefined).text)
    .filter(({ kind }) => kind !== 'name')
    .map(({ value, unit, about, kind }) => `${about ? '~' : ''}${value} ${kind === 'money' ? '元' : unit}`);

test.each([
  ['收到申请16件', ['16 件']],
  ['１２件，１,２０４件', ['12 件', '1204 件']],
  ['1,204件、240 000次', ['1204 件', '240000 次']],
  ['十二件，一百二十起，两件', ['12 件', '120 起', '2 件']],
  ['十二万余条', ['~120000 条']],
  [
    '14万余条，200余场，4.5万篇，近5000条，约30件，超过1.2亿次',
    ['~140000 条', '~200 场', '45000 篇', '~5000 条', '~30 件', '~120000000 次'],
  ],
  ['30件左右，20件以上', ['~30 件', '~20 件']],
  ['增长12.30%，提高3个百分点，是上年的2倍', ['12.3 %', '3 个百分点', '2 倍']],
  ['收取2950元，合计0.295万元', ['2950 元', '2950 元']],
  [
    '5949.088667万元，18651.064104 万元，0.000001万元，1.23456789亿元',
    ['59490886.67 元', '186510641.04 元', '0.01 元', '123456789 元'],
  ],
  ['一批、一次性、两类、其中一项、第一条、第3件', []],
  ['2023年1月22日，〔2021〕30号，0577-8909 0000，邮编325000，12345热线，2024版，第20条', []],
  ['邮编：223100，邮政编码 : 223100，电话号码为85890000，传真是85890001', []],
  ['条例第二十条', []],
])('%s', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test('digits behind the point are counted as they are written', () => {
  expect(findFigures('占12.30%,占12%').map(({ decimals }) => decimals)).toEqual([2, 0]);
});
