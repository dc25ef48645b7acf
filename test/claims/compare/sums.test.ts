import { describe, expect, test } from 'vitest';
import { readReport } from '../../../src/report/report.ts';
import { data, ofKind, verdicts } from '../judged.ts';

test('a whole that its parts do not make up: what was computed', () => {
  const [one] = ofKind('list', '收到申请40件，其中网上申请30件，信函申请9件。');
  expect(one).toMatchObject({ verdict: 'contradicts', value: 40, computed: { zh: '30＋9＝39，总数是 40，相差 1' } });
});

test('both sides of the balance, and the outcomes with the number of the table', () => {
  const computed = (kind: 'flow' | 'outcomes', text: string) => ofKind(kind, text)[0]?.computed;
  expect(computed('flow', '新收申请40件，上年结转3件，办结41件，结转下年度继续办理3件。')).toEqual({
    zh: '新收 40＋上年结转 3＝43，办结 41＋结转下年 3＝44，相差 1',
    en: 'received 40 + carried over 3 = 43; concluded 41 + carried forward 3 = 44; a difference of 1',
  });
  expect(computed('flow', '收到申请43件（含上年结转3件），办结41件，结转下年度继续办理3件。')?.zh).toBe(
    '收到 43，办结 41＋结转下年 3＝44，相差 1',
  );
  const outcomes = '予以公开19件，部分公开5件，不予公开2件，无法提供11件，不予处理1件，其他处理1件。';
  expect(computed('outcomes', outcomes)?.zh).toBe('各类结果 19＋5＋2＋11＋1＋1＝39，表里的“（七）总计”是 41，相差 2');
});

test('outcomes are certainly wrong only if the sentence has their total and it is that of the table', () => {
  const certain = (text: string) => ofKind('outcomes', text)[0]?.certain;
  const outcomes = '予以公开19件，部分公开5件，不予公开2件，无法提供11件，不予处理1件，其他处理1件。';
  expect(certain(outcomes)).toBeUndefined();
  expect(certain(`办结41件，${outcomes}`)).toBe(true);
  expect(certain(`办结39件，${outcomes}`)).toBeUndefined();
});

test('the total of received and carried over can be bound', () => {
  const [sum] = ofKind('list', '新收申请40件，上年结转3件，共43件。');
  expect(sum?.candidates.map(({ value }) => value)).toEqual([43]);
});

test('a list in a new sentence has the parts of a number that it can be the parts of', () => {
  const sums = (text: string) => verdicts(text).filter((one) => one.startsWith('list'));
  expect(sums('新收申请41件，上年结转0件。其中，予以公开31件，不予公开3件，其他处理7件。')).toEqual(['list agrees']);
  expect(sums('新收申请41件，上年结转0件。其中，予以公开31件，不予公开3件，其他处理6件。')).toEqual([
    'list contradicts',
  ]);
});

describe('applications carried forward', () => {
  const rest = '部分公开4件，不予公开3件，无法提供11件，不予处理1件，其他处理1件';
  // Where the table is known, it tells which outcome is wrong.
  const unknown = readReport({ ...data, applications: { ...data.applications, outcomes: null } });
  const sums = (text: string) => ofKind('list', text, unknown);

  test.each(['；结转下年度继续办理2件', '，结转下年2件', '；尚在办理2件'])(
    'are no part of those concluded: %s',
    (forward) => {
      expect(sums(`办结41件，其中予以公开21件，${rest}${forward}。`).map(({ verdict }) => verdict)).toEqual(['agrees']);
      const [wrong] = sums(`办结41件，其中予以公开22件，${rest}${forward}。`);
      expect(wrong?.computed?.zh).toBe('22＋4＋3＋11＋1＋1＝42，总数是 41，相差 1');
    },
  );

  test('can be a part of those received', () => {
    expect(sums(`收到申请43件，其中予以公开21件，${rest}，结转下年2件。`).map(({ computed }) => computed?.zh)).toEqual([
      '21＋4＋3＋11＋1＋1＋2＝43',
    ]);
  });
});
