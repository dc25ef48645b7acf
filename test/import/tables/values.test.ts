import { describe, expect, test } from 'vitest';
import { movePoint, readValue } from '../../../src/import/tables/values.ts';

const count = { key: 'issued', kind: 'count' } as const;
const change = { key: 'items_change', kind: 'change' } as const;
const wan = { key: 'amount_wan_yuan', kind: 'wan_yuan' } as const;
const amount = { key: 'total_amount', kind: 'amount' } as const;

describe('the text of a cell', () => {
  test.each([
    ['12', '12', 'plain'],
    ['0', '0', 'plain'],
    ['１２', '12', 'rewritten'],
    ['1,234', '1234', 'rewritten'],
    ['1，234，567', '1234567', 'rewritten'],
    ['1\u2009234', '1234', 'rewritten'],
    ['12\u202f345\u202f678', '12345678', 'rewritten'],
    [' 12\u00a0', '12', 'plain'],
    ['12件', '12', 'rewritten'],
    ['2笔', '2', 'rewritten'],
    ['12\n件', '12', 'rewritten'],
    ['12.00', '12', 'rewritten'],
    ['12（件）', '12', 'rewritten'],
    ['\u200b3', '3', 'plain'],
  ])('%j is a count', (text, value, reason) => {
    expect(readValue(text, count)).toEqual({ value, confidence: 'sure', reason });
  });

  test('a remark in brackets is a note', () => {
    expect(readValue('22（其中修订16件）', count)).toEqual({
      value: '22',
      note: '其中修订16件',
      confidence: 'sure',
      reason: 'note',
    });
  });

  test('a sign that refers to a note is kept', () => {
    expect(readValue('54*', count)).toEqual({ value: '54', note: '*', confidence: 'sure', reason: 'note' });
  });

  test('a second number in brackets leaves a doubt', () => {
    expect(readValue('12（13）', count)).toEqual({
      value: '12',
      note: '13',
      confidence: 'doubtful',
      reason: 'ambiguous',
    });
    expect(readValue('12（）', count)).toEqual({ value: '12', confidence: 'sure', reason: 'rewritten' });
  });

  test.each(['', ' ', '\u00a0', '\n', '\u200b'])('%j is blank', (text) => {
    expect(readValue(text, count)).toEqual({ confidence: 'unknown', reason: 'blank' });
  });

  test.each(['/', '-', '—', '——', '－', '–', '无', '\\', '*'])('%j is a dash and not 0', (text) => {
    expect(readValue(text, count)).toEqual({ confidence: 'unknown', reason: 'dash' });
  });

  test.each([
    ['12\n345', '12345'],
    ['1 234', '1234'],
    ['12 345', '12345'],
    ['1\u00a0204', '1204'],
    ['12\n\n345', '12345'],
    ['12.000', '12'],
    ['012', '12'],
    ['05', '5'],
    ['+12', '12'],
  ])('%j may be two numbers or another one', (text, value) => {
    expect(readValue(text, count)).toEqual({ value, confidence: 'doubtful', reason: 'ambiguous' });
  });

  test.each(['①', '²', '½', '⒈', '㈠', '1,23', '1,2345', '12 [3] 4', '12\n3件'])('%j is not sure', (text) => {
    expect(readValue(text, count).confidence).not.toBe('sure');
  });

  test.each([
    ['12①', '12', '①'],
    ['12[1]', '12', '[1]'],
    ['12[①]', '12', '[①]'],
    ['12²', '12', '²'],
    ['15 ［注］', '15', '［注］'],
  ])('%j has a mark', (text, value, note) => {
    expect(readValue(text, count)).toEqual({ value, note, confidence: 'sure', reason: 'note' });
  });

  test.each(['1 2', '3\n4', '12 34', '1 2 3', '十二', '=3+4'])('%j may be a number', (text) => {
    expect(readValue(text, count)).toMatchObject({ confidence: 'doubtful', reason: 'ambiguous' });
  });

  test.each([
    '约12',
    '12.5',
    '-3',
    '1e3',
    '12-15',
    '12/15',
    '见附件',
    '12万元',
    '9'.repeat(40),
    '1'.repeat(300),
    '1.234.567',
  ])('%j is no count', (text) => {
    expect(readValue(text, count)).toEqual({ confidence: 'unknown', reason: 'not-a-number' });
  });

  test.each([
    ['-8', '-8'],
    ['－8', '-8'],
    ['+3', '3'],
    ['减4', '-4'],
    ['增加 12', '12'],
    ['0', '0'],
    ['-0', '0'],
  ])('%j is a change', (text, value) => {
    expect(readValue(text, change)).toMatchObject({ value, confidence: 'sure' });
  });

  test.each([
    ['251000元', '25.1'],
    ['73802895.90\n元', '7380.28959'],
    ['5949.088667', '5949.088667'],
    ['12.50万元', '12.50'],
    ['1,250.5 万元', '1250.5'],
    ['30000元', '3'],
    ['0元', '0'],
    ['0.01元', '0.000001'],
    ['12.34（万元）', '12.34'],
  ])('%j is an amount in 万元', (text, value) => {
    expect(readValue(text, wan)).toMatchObject({ value, confidence: 'sure' });
  });

  test('a header with another unit than the form converts the number', () => {
    expect(readValue('251000', wan, '本年收费金额（单位：元）')).toMatchObject({ value: '25.1', reason: 'rewritten' });
    expect(readValue('25.1', wan, '本年收费金额（单位：万元）')).toMatchObject({ value: '25.1', reason: 'plain' });
  });

  test('a header with a unit that is neither of the two leaves a doubt', () => {
    for (const header of ['收费金额（千元）', '收费金额（单位：百万元）', '金额（亿元）', '金额（元/万元）'])
      expect(readValue('251', wan, header)).toMatchObject({ confidence: 'doubtful', reason: 'ambiguous' });
  });

  test('an amount keeps its unit, or has that of its header', () => {
    expect(readValue('251000元', amount)).toMatchObject({ value: '251000元', confidence: 'sure' });
    expect(readValue('52.15', amount, '采购总金额（万元）')).toMatchObject({ value: '52.15万元', confidence: 'sure' });
    expect(readValue('52.15', amount, '采购总金额')).toMatchObject({ value: '52.15', confidence: 'sure' });
  });
});

test('points are moved in the digits', () => {
  expect(['1', '12345', '10000', '0.5', '0'].map((number) => movePoint(number, -4))).toEqual([
    '0.0001',
    '1.2345',
    '1',
    '0.00005',
    '0',
  ]);
  expect(['1.5', '0.0001', '12'].map((number) => movePoint(number, 4))).toEqual(['15000', '1', '120000']);
});
