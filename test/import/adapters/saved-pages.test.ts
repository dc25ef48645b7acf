import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { savedBeside } from '../../../src/disk/saved-page.ts';
import { mhtml } from '../../../src/import/adapters/mhtml.ts';
import { brief, read, TABLE, TABLE_ROWS } from './pages.ts';

const shell = (address: string) => `<body><h1>公开</h1><iframe src="${address}"></iframe><p>主办</p></body>`;

describe('frames of a saved page', () => {
  const asked: string[] = [];
  const companion = (name: string) => {
    asked.push(name);
    return name === '年报_files/saved.html' ? Buffer.from(`<p>甲</p>${TABLE}`) : undefined;
  };

  test('are read where they stand', async () => {
    for (const address of ['./%E5%B9%B4%E6%8A%A5_files/saved.html', '年报_files/saved.html?x#y']) {
      const { blocks } = await read(shell(address), companion);
      expect(blocks.map(brief)).toEqual(['# 公开', '甲', TABLE_ROWS, '主办']);
    }
  });

  test('name their own frames from where they are', async () => {
    const files: Record<string, string> = {
      'a_files/one.html': '<p>甲</p><iframe src="./two.html"></iframe>',
      'a_files/two.html': TABLE,
    };
    const { blocks } = await read('<frameset><frame src="a_files/one.html"></frameset>', (name) =>
      files[name] === undefined ? undefined : Buffer.from(files[name]),
    );
    expect(blocks.map(brief)).toEqual(['甲', TABLE_ROWS]);
  });

  test('are read if they are written in the page', async () => {
    const { blocks } = await read(`<iframe srcdoc="&lt;p&gt;甲&lt;/p&gt;"></iframe>${TABLE}`);
    expect(blocks.map(brief)).toEqual(['甲', TABLE_ROWS]);
  });

  test('are never asked for outside the folder', async () => {
    asked.length = 0;
    for (const address of [
      '../secret.html',
      'a/../../b.html',
      '/etc/passwd',
      '//site/x',
      'http://site/x',
      'file:///x',
      'a\\b',
      '%2e%2e/x',
      'a//b',
      '',
    ])
      await read(shell(address) + TABLE, companion);
    expect(asked).toEqual([]);
  });

  test('in frames, and in themselves, come to an end', async () => {
    let reads = 0;
    const again = () => {
      reads++;
      return Buffer.from('<p>甲</p><iframe src="a_files/a.html"></iframe><iframe src="a_files/a.html"></iframe>');
    };
    const { blocks } = await read(`<iframe src="a_files/a.html"></iframe>${TABLE}`, again);
    expect(blocks.length).toBeLessThan(25);
    expect(reads).toBeLessThan(60);
  });
});

describe('the folder of a saved page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'saved-page-'));
  const at = savedBeside(join(folder, 'page.html'));
  beforeAll(() => {
    for (const name of ['page_files', 'other_files', 'page_files/inner']) mkdirSync(join(folder, name));
    for (const name of ['page_files/a.html', 'page_files/inner/b.html', 'other_files/a.html', 'secret.html'])
      writeFileSync(join(folder, name), name);
    symlinkSync(join(folder, 'secret.html'), join(folder, 'page_files/link.html'));
    symlinkSync(join(folder, 'other_files'), join(folder, 'page_files/linked'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(['page_files/a.html', 'page_files/inner/b.html'])('has %s', (name) =>
    expect(Buffer.from(at(name) ?? []).toString()).toBe(name),
  );
  test.each([
    'secret.html',
    'other_files/a.html',
    'page_files/../secret.html',
    'page_files/link.html',
    'page_files/linked/a.html',
    'page_files/inner',
    'page_files',
    'page_files/none',
    'page_files/./a.html',
    '',
  ])('has no %j', (name) => expect(at(name)).toBeUndefined());
});

describe('a page in a single file', () => {
  const part = (headers: string, body: string) => `------=_b\r\n${headers}\r\n\r\n${body}\r\n`;
  const file = (...parts: string[]) =>
    Buffer.from(
      `From: <Saved by a browser>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----=_b"\r\n\r\n\r\n${parts.join('')}------=_b--\r\n`,
      'latin1',
    );
  const quoted = (text: string | Buffer) =>
    [...Buffer.from(text)]
      .map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join('')
      .replace(/(.{72})/gu, '$1=\r\n');
  const outlineOf = async (bytes: Uint8Array) => (await mhtml.read({ name: 'x', bytes })).blocks.map(brief);
  const GBK = Buffer.from('d2bba1a2d7dccce5c7e9bff6', 'hex');

  test('quoted-printable, with a picture and its frame by content id', async () => {
    const bytes = file(
      part(
        'Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://site/a.html',
        quoted(shell('cid:frame-1@x')),
      ),
      part(
        'Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://site/a.png',
        'AAAA',
      ),
      part(
        'Content-Type: text/html\r\nContent-ID: <frame-1@x>\r\nContent-Transfer-Encoding: quoted-printable',
        quoted(`<p>甲</p>${TABLE}`),
      ),
    );
    expect(mhtml.recognizes({ name: 'x', bytes })).toBe(true);
    expect(await outlineOf(bytes)).toEqual(['# 公开', '甲', TABLE_ROWS, '主办']);
  });

  test('base64 in GBK, with its frame by a relative address', async () => {
    const bytes = file(
      part(
        'Content-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: base64\r\nContent-Location: file:///C:/x/a.htm',
        Buffer.concat([Buffer.from('<p>'), GBK, Buffer.from('</p><iframe src="a.files/b.htm"></iframe>')]).toString(
          'base64',
        ),
      ),
      part(
        'Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: file:///C:/x/a.files/b.htm',
        quoted(TABLE),
      ),
    );
    expect(await outlineOf(bytes)).toEqual(['一、总体情况', TABLE_ROWS]);
  });

  test('bytes as they are, and only one part', async () => {
    const page = Buffer.concat([
      Buffer.from('MIME-Version: 1.0\r\nContent-Type: text/html; charset=gbk\r\n\r\n<p>'),
      GBK,
      Buffer.from('</p>'),
    ]);
    expect(mhtml.recognizes({ name: 'x', bytes: page })).toBe(true);
    expect(await outlineOf(page)).toEqual(['一、总体情况']);
  });

  test('a page or plain text is none', () => {
    for (const text of ['<html><p>Content-Type: text/html</p>', 'Note: x\n\ny', 'a: b\n\nContent-Type: text/html\n\n'])
      expect(mhtml.recognizes({ name: 'a.mht', bytes: Buffer.from(text) })).toBe(false);
  });
});
