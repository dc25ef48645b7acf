import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readPublished } from '../../../src/import/read-published.ts';
import { textOf } from '../../render/drafts.ts';

const latin = (text: string) => Buffer.from(text.padEnd(400, '\0'), 'latin1');

test.each([
  ['empty-file', '0 字节', Buffer.alloc(0)],
  ['picture', 'PNG', latin('\x89PNG\r\n\x1a\n')],
  ['picture', 'JPEG', latin('\xff\xd8\xff\xe0')],
  ['picture', 'GIF', latin('GIF89a')],
  ['picture', 'TIFF', latin('II*\0')],
  ['picture', 'BMP', latin('BM\x36')],
  ['picture', 'WebP', latin('RIFF\x10\0\0\0WEBPVP8 ')],
  ['archive', '压缩包', gzipSync('报告')],
  ['archive', '压缩包', latin(`${'a.html'.padEnd(257, '\0')}ustar`)],
  ['report-file', '已经是报告文件', Buffer.from(textOf('examples/wenzhou-hrss-2023.yaml'))],
  ['unknown-format', '不是网页', Buffer.from('随便写的几个字')],
])('%s (%s) is told by its first bytes, whatever its name', async (kind, words, bytes) => {
  const names = kind === 'unknown-format' ? ['a.pdf'] : ['a.pdf', 'a.html', 'a.csv', 'a'];
  for (const name of names)
    await expect(readPublished({ name, bytes })).rejects.toMatchObject({
      kind,
      words: { zh: expect.stringContaining(words) },
    });
});
