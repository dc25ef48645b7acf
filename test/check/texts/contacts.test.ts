import { describe, expect, test } from 'vitest';
import { type ContactKind, contactFault } from '../../../src/check/texts/contacts.ts';

const told = (kind: ContactKind, value: string) => {
  const said = contactFault(kind, value);
  return said && `${said.fault.zh} → ${said.hint.zh}`;
};

describe('numbers that can be dialled', () => {
  test.each([
    '0577-88880000',
    '057788880000',
    '（0577）88880000',
    '(0577) 8888 0000',
    '0577—88880000',
    '010-12345678',
    '0755-1234567',
    '0577-88880000转801',
    '0577-88880000-801',
    '021-12345678-8001',
    '0577-88880000、88880001',
    '0577-88880000/0577-88880001',
    '（0570）5550123、5550124 转 801',
    '办公室 0577-88880000',
    '0577-88880000（工作日）',
    '+86-577-88880000',
    '0086 577 88880000',
    '+86 13800138000',
    '13800138000',
    '400-123-4567',
    '12345',
    '12345转3',
    '110',
    '96345',
  ])('%s', (value) => expect(told('phone', value)).toBeUndefined());
});

describe('numbers that cannot', () => {
  test.each([
    ['88880000', '没有区号，外地打不通 → 前面加上本地的区号，例如 0570-88880000'],
    ['8888000（工作日）', '没有区号，外地打不通 → 前面加上本地的区号，例如 0570-8888000'],
    ['57788880000', '的区号少了开头的 0 → 写成 0577-88880000'],
    ['2112345678', '的区号少了开头的 0 → 写成 021-12345678'],
    ['0577-888', '不是完整的电话号码：区号后面只有 3 位数字 → 写完整的号码，例如 0570-5550123'],
    ['8888', '不是完整的电话号码：只有 4 位数字 → 写完整的号码，例如 0570-5550123'],
    ['1380013800', '不是完整的电话号码：只有 10 位数字 → 写完整的号码，例如 0570-5550123'],
    ['0577-****0000', '被遮盖了，无法使用 → 写完整的号码，例如 0570-5550123'],
    ['０５７７－８８８８００００', '用了全角字符 → 写成 0577-88880000'],
    ['无', '不是联系方式 → 没有就删去这一行'],
  ])('%s', (value, message) => expect(told('phone', value)).toBe(message));
});

describe('postcodes and addresses', () => {
  test.each<[ContactKind, string, string | undefined]>([
    ['postcode', '032500', undefined],
    ['postcode', '325 000', '不是六位数字的邮政编码 → 写成 325000'],
    ['postcode', '３２５０００', '用了全角字符 → 写成 325000'],
    ['postcode', '32500', '不是六位数字的邮政编码 → 写六位数字，例如 325000'],
    ['email', 'jyj@example.cn；b@example.cn', undefined],
    ['email', 'jyj#example.cn（请将#换成@）', undefined],
    ['email', 'jyj＠example.cn', '用了全角字符 → 写成 jyj@example.cn'],
    ['email', 'jyj@example。cn', '不是电子邮箱地址 → 如果是这个邮箱，写成 jyj@example.cn'],
    ['email', 'jyj @example,cn', '不是电子邮箱地址 → 如果是这个邮箱，写成 jyj@example.cn'],
    ['email', 'www.example.cn', '不是电子邮箱地址 → 写完整的邮箱，例如 jyj@example.cn'],
    ['email', '暂无', '不是联系方式 → 没有就删去这一行'],
  ])('%s %s', (kind, value, message) => expect(told(kind, value)).toBe(message));
});
