import { describe, expect, test } from 'vitest';
import { findingsOf, oneLine } from '../harness.ts';
import { nothingHappened, yamlOf } from '../reports.ts';

const sound = yamlOf(nothingHappened());
const bytes = (...values: number[]) => Uint8Array.from(values);
const join = (...parts: (Uint8Array | string)[]) => Buffer.concat(parts.map((part) => Buffer.from(part as string)));
// 清溪县 in GBK
const GBK = bytes(0xc7, 0xe5, 0xcf, 0xaa, 0xcf, 0xd8);
const found = (content: Uint8Array | string) => findingsOf(content).map(oneLine);

describe('a file that is read', () => {
  test('with a byte order mark', () => {
    expect(found(join(bytes(0xef, 0xbb, 0xbf), sound))).toEqual([]);
    const wrong = join(bytes(0xef, 0xbb, 0xbf), 'year: 2018\n');
    expect(found(wrong)[0]).toMatch(/^1:/);
  });

  test('with the line ends of Windows, at the same lines and columns', () => {
    expect(found(sound.replaceAll('\n', '\r\n'))).toEqual([]);
    const wrong = sound.replace('applications: 0', 'applications: 3');
    expect(found(wrong.replaceAll('\n', '\r\n'))).toEqual(found(wrong));
    expect(found(wrong)).toHaveLength(1);
  });

  test('of just under 5 MB', () => {
    expect(found(`${sound}# ${'x'.repeat(5 * 1024 * 1024 - Buffer.byteLength(sound) - 3)}\n`)).toEqual([]);
  });
});

describe('a file that is none', () => {
  test.each([
    ['empty', '', 'file-empty 文件是空的 → 用 report init FILE'],
    ['only blanks and line ends', ' \n\t\r\n', 'file-empty'],
    ['only comments', '# 一、总体情况\n', 'file-empty'],
    ['a document without content', '---\n', 'file-empty'],
    [
      'UTF-16, little end first',
      join(bytes(0xff, 0xfe), Buffer.from(sound, 'utf16le')),
      'file-binary 文件是 UTF-16 编码',
    ],
    ['UTF-16, big end first', join(bytes(0xfe, 0xff), 'x'), 'file-binary 文件是 UTF-16 编码'],
    ['DOCX', join('PK', bytes(3, 4), 'x'), 'file-binary 这是 Word、Excel 或 zip 文件，不是 YAML → zip 先解压'],
    ['DOC', join(bytes(0xd0, 0xcf, 0x11, 0xe0), 'x'), 'file-binary 这是旧版 Word 或 WPS 文件'],
    ['PDF', '%PDF-1.7\n', 'file-binary 这是 PDF 文件'],
    ['holding a zero byte', join('year: 2023\n', bytes(0), 'x'), 'file-binary 这不是文本文件'],
    ['over 5 MB', Buffer.alloc(5 * 1024 * 1024 + 1, 'x'), 'file-too-large 文件有 5.0 MB，超过 5 MB 的上限'],
  ])('%s', (_, content, message) => {
    expect(found(content)).toEqual([expect.stringMatching(new RegExp(`^1:\\d+ error ${message}`))]);
  });

  test('GBK: the first line that can not be read, and what to do', () => {
    expect(found(join('year: 2023\nagency:\n  name: ', GBK, '\n'))).toEqual([
      '3:1 error file-encoding 文件是 GBK（ANSI）编码，不是 UTF-8；从第 3 行起不能读 → 在编辑器里另存为 UTF-8 编码',
    ]);
  });

  test('neither UTF-8 nor GBK', () => {
    expect(found(join('year: 2023\n', bytes(0xff), '\n'))).toEqual([expect.stringMatching(/^2:1 error file-encoding/)]);
  });
});
