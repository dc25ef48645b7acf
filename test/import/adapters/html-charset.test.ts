import { describe, expect, test } from 'vitest';
import { html } from '../../../src/import/adapters/html.ts';
import { outline, read, TABLE, TABLE_ROWS } from './pages.ts';

/** 一、总体情况 in GBK and Big5; 㐀 in GB18030 only. */
const GBK = Buffer.from('d2bba1a2d7dccce5c7e9bff6', 'hex');
const BIG5 = Buffer.from('a440a142c160c5e9b1a1aa70', 'hex');
const GB18030 = Buffer.from('8139ee39', 'hex');
const page = (charset: string | undefined, text: Buffer) =>
  Buffer.concat([
    Buffer.from(`<html><head>${charset ? `<meta charset="${charset}">` : ''}</head><body><p>`),
    text,
    Buffer.from('</p>'),
  ]);
const utf16 = (text: string, order: 'le' | 'be', mark = true) => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return order === 'be' ? bytes.swap16() : bytes;
};

describe('charset', () => {
  test.each<[string, Buffer, string]>([
    ['UTF-8 declared GBK', page('gbk', Buffer.from('一、总体情况')), '一、总体情况'],
    ['UTF-8 with a byte order mark', Buffer.from('\ufeff<p>总体</p>'), '总体'],
    ['GBK declared UTF-8', page('utf-8', GBK), '一、总体情况'],
    ['GBK declared GB2312', page('gb2312', GBK), '一、总体情况'],
    ['GBK that declares nothing', page(undefined, GBK), '一、总体情况'],
    ['GBK that declares what nobody knows', page('x-wps', GBK), '一、总体情况'],
    ['a character of GB18030 only', page('gb2312', GB18030), '㐀'],
    ['Big5', page('big5', BIG5), '一、總體情況'],
    ['UTF-16', utf16('<p>总体</p>', 'le'), '总体'],
    ['UTF-16, the other order', utf16('<p>总体</p>', 'be'), '总体'],
    ['UTF-16 without a mark', utf16('<p>总体</p>', 'le', false), '总体'],
    [
      'UTF-8 that was cut inside a character',
      page('utf-8', Buffer.concat([Buffer.from('情'.repeat(100)), Buffer.from([0xe6])])),
      `${'情'.repeat(100)}\ufffd`,
    ],
  ])('%s', async (_, bytes, text) => {
    expect(html.recognizes({ name: 'x', bytes })).toBe(true);
    expect(await outline(bytes)).toEqual([text]);
  });
});

describe('kinds of pages', () => {
  test.each<[string, string, unknown[]]>([
    ['a fragment', `<p>甲</p>${TABLE}`, ['甲', TABLE_ROWS]],
    ['rows without their table', TABLE.replace('<table>', '').replace('</table>', ''), [TABLE_ROWS]],
    ['rows that end wrongly', TABLE.replaceAll('</td></tr>', '</tr></td>'), [TABLE_ROWS]],
    [
      'XHTML with elements that end in their start tag',
      `<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="a.js"/></head><body><p/><a id="x"/><p>甲</p>${TABLE}</body></html>`,
      ['甲', TABLE_ROWS],
    ],
    [
      'the answer of an interface',
      JSON.stringify({ code: 200, data: [{ id: 1, title: '青溪局报告', content: `<p>甲</p>${TABLE}` }] }),
      ['甲', TABLE_ROWS],
    ],
    [
      'the same, called as a function',
      `call(${JSON.stringify({ a: '<p>短</p>', body: `<div>甲</div>${TABLE}` })});`,
      ['甲', TABLE_ROWS],
    ],
    ['an answer in an answer', JSON.stringify({ data: JSON.stringify({ html: TABLE }) }), [TABLE_ROWS]],
    [
      'an answer that is escaped twice',
      JSON.stringify({ html: TABLE.replaceAll('<', '&lt;').replaceAll('>', '&gt;') }),
      [TABLE_ROWS],
    ],
  ])('%s', async (_, text, blocks) => {
    expect(html.recognizes({ name: 'x', bytes: Buffer.from(text) })).toBe(true);
    expect(await outline(text)).toEqual(blocks);
  });

  test.each([
    ['PDF', '%PDF-1.7\n<p>'],
    ['RTF', '{\\rtf1 <p>x</p>'],
    ['a zip', 'PK\u0003\u0004<p>'],
    ['a workbook in XML', '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><p>'],
    ['plain text', '一、总体情况'],
    ['data', '{"agency":"青溪局"}'],
  ])('%s is no page', (_, text) => expect(html.recognizes({ name: 'x', bytes: Buffer.from(text) })).toBe(false));
});

describe('properties', () => {
  const head = (inside: string) => read(`<head>${inside}</head><body><p>甲</p>${TABLE}</body>`);
  test('what the page says of itself', async () => {
    const meta =
      '<meta name="ArticleTitle" content="青溪局报告"><meta name="PubDate" content="2024-01-22 09:00"><meta name="ContentSource" content="青溪局">';
    expect((await head(`<title>青溪局报告_某网站</title>${meta}`)).properties).toEqual({
      title: '青溪局报告',
      date: '2024-01-22 09:00',
      publisher: '青溪局',
    });
  });
  test('the title alone; the author only if it is a body', async () => {
    expect((await head('<title> 青溪局 </title><meta name="author" content="李四">')).properties).toEqual({
      title: '青溪局',
    });
    expect((await head('<meta name="author" content="青溪县财政局">')).properties).toEqual({
      publisher: '青溪县财政局',
    });
  });
  test('a second title in the body is not shown and does not count', async () => {
    const document = await read(
      `<title>一</title><body><div><meta name="SiteName" content="x"><title>二</title></div>${TABLE}`,
    );
    expect(document.properties).toEqual({ title: '一' });
    expect(document.blocks).toHaveLength(1);
  });
});
