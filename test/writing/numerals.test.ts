import { expect, test } from 'vitest';
import { withoutNumber } from '../../src/writing/numerals.ts';

test.each([
  ['三、收到和处理政府信息公开申请情况', '收到和处理政府信息公开申请情况'],
  ['（十二）平台建设', '平台建设'],
  ['一是加强领导', '一是加强领导'],
])('%s', (heading, words) => expect(withoutNumber(heading)).toBe(words));
