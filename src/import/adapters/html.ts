import type { Adapter } from '../adapter.ts';
import { framesBeside, readPage } from './html/read-page.ts';

const TAG =
  /<(?:!doctype\s+html|html|head|body|table|tbody|tr|td|div|p|section|article|span|font|h[1-6]|meta|title|script|frameset|center|ul|br|input)[\s>/]/iu;
/** XML of office programs, which may have elements with the names of HTML. */
const OFFICE_XML = /<(?:\w+:)?(?:Workbook|wordDocument|package|document-content)[\s>]/u;

/** Web pages: saved by a browser, exported by Word, a fragment of an editor, or the answer of a website's interface. */
export const html: Adapter = {
  name: 'html',
  endings: ['html', 'htm', 'shtml', 'xhtml'],
  // The name counts only for a page without any tag.
  recognizes: ({ name, bytes }) => {
    const start = startOf(bytes);
    if (/^(?:PK[^\w\s<]|%PDF|\{\\rtf|\u00d0\u00cf)/u.test(start) || OFFICE_XML.test(start)) return false;
    return (
      TAG.test(start) ||
      (/^\s*[[{]|^[\w$.]+\(/u.test(start) && /<(?:table|p|div)|\\u003c|&lt;(?:table|p|div)\b/iu.test(start)) ||
      /\.s?html?$/iu.test(name)
    );
  },
  read: async ({ bytes, companion }) => readPage({ bytes }, framesBeside(companion)),
};

/** The start of the file, where ASCII can be read; zero bytes are those of UTF-16. */
const startOf = (bytes: Uint8Array): string =>
  new TextDecoder('latin1')
    .decode(bytes.subarray(0, 65_536))
    .replace(/^\u00ef\u00bb\u00bf|^\u00ff\u00fe|^\u00fe\u00ff|\0/gu, '');
