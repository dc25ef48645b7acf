import { expect, test } from 'vitest';
import { numberOf, withoutNumber } from '../../src/writing/numerals.ts';

test.each([
  ['三、收到和处理政府信息公开申请情况', '收到和处理政府信息公开申请情况'],
  ['（十二）平台建设', '平台建设'],
  ['一是加强领导', '一是加强领导'],
])('%s', (heading, words) => expect(withoutNumber(heading)).toBe(words));

test.each([
  ['零', 0],
  ['〇', 0],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['廿三', 23],
  ['一百', 100],
  ['一百零二', 102],
  ['一百二十', 120],
  ['一百一十五', 115],
  ['两千三百', 2300],
  ['三千零五', 3005],
  ['一万二千', 12_000],
  ['十一万二千', 112_000],
  ['壹拾贰', 12],
  ['一百二', undefined],
  ['一二三', undefined],
  ['二〇二六', undefined],
  ['百', undefined],
  ['十百', undefined],
  ['', undefined],
  ['若干', undefined],
])('%s is %s', (written, number) => expect(numberOf(written)).toBe(number));
