// Web pages in other files: saved by a browser, or as an answer of a content system.
import { HTML_LAYOUTS } from './html.ts';
import { bytesOf, htmlOf } from './html-markup.ts';
import { CLEANED, OUTSET } from './html-styles.ts';
import type { Layout } from './layout.ts';
import { titleOf } from './page.ts';
import type { MadeReport } from './report.ts';

/** A page as the first part of a message, with a picture after it. */
function mhtml(report: MadeReport, html: string, encoding: 'base64' | 'quoted-printable'): string {
  const body = encoding === 'base64' ? Buffer.from(html).toString('base64').replace(/.{76}/g, '$&\r\n') : quoted(html);
  const subject = `=?utf-8?B?${Buffer.from(titleOf(report)).toString('base64')}?=`;
  return [
    'From: <Saved by Blink>',
    `Snapshot-Content-Location: http://zwgk.example.com/${report.year}/nb.html`,
    `Subject: ${subject}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html"; boundary="----part--x1"',
    '',
    '------part--x1',
    'Content-Type: text/html; charset=utf-8',
    `Content-Transfer-Encoding: ${encoding}`,
    'Content-Location: http://zwgk.example.com/nb.html',
    '',
    body,
    '------part--x1',
    'Content-Type: image/gif',
    'Content-Transfer-Encoding: base64',
    'Content-Location: http://zwgk.example.com/dot.gif',
    '',
    'R0lGODlhAQABAAAAACw=',
    '------part--x1--',
    '',
  ].join('\r\n');
}

function quoted(text: string): string {
  const bytes = [...Buffer.from(text)].map((byte) =>
    byte === 0x0a
      ? '\r\n'
      : byte === 0x3d || byte > 0x7e || byte < 0x20
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
  );
  let width = 0;
  const folded = bytes.map((one) => {
    width = one === '\r\n' ? 0 : width + one.length;
    if (width < 73) return one;
    width = one.length;
    return `=\r\n${one}`;
  });
  return folded.join('');
}

const saved = (
  name: string,
  format: 'mhtml' | 'json',
  tries: string,
  make: (report: MadeReport, html: string) => string,
  style = CLEANED,
): Layout => ({
  ...(HTML_LAYOUTS[0] as Layout),
  name,
  format,
  tries,
  make: (report, options) => bytesOf(make(report, htmlOf(report, options, style))),
});

export const SAVED_LAYOUTS: readonly Layout[] = [
  saved('mhtml', 'mhtml', 'saved by a browser, quoted-printable', (report, html) =>
    mhtml(report, html, 'quoted-printable'),
  ),
  saved('mhtml-base64', 'mhtml', 'saved by a browser, base64', (report, html) => mhtml(report, html, 'base64'), OUTSET),
  saved('answer', 'json', 'the article as HTML in a value of JSON', (report, html) =>
    JSON.stringify({
      code: 200,
      data: { id: 71093, title: titleOf(report), publishTime: report.published, content: html },
    }),
  ),
];
