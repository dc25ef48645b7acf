import { deflateRawSync, deflateSync } from 'node:zlib';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { writeOds, writeXlsx } from 'hucre';
import { docxFile, p } from './adapters/office-files.ts';
import { pdfOf } from './adapters/pdf/draw.ts';
import { foreignPage } from './pages.ts';

/** A file that is made to take too long, to fill the memory or to reach out, and what becomes of it: a kind of refusal, or `read`. */
export interface HostileFile {
  readonly name: string;
  readonly kind: string;
  readonly make: () => Uint8Array | Promise<Uint8Array>;
}

const MB = 1024 * 1024;
const file = (name: string, kind: string, make: HostileFile['make']): HostileFile => ({ name, kind, make });
const text = (content: string): Uint8Array => Buffer.from(content);

const PAGES: readonly HostileFile[] = [
  file('nested-100000.html', 'too-large', () => text('<div>'.repeat(100_000) + foreignPage())),
  file('nested-100000-inline.html', 'too-large', () => text('<b><i><u>'.repeat(33_333) + foreignPage())),
  file('columns-10000.html', 'too-large', () => text(`<table>${`<tr>${'<td>1'.repeat(10_000)}`.repeat(3)}</table>`)),
  file('merge-million.html', 'read', () => text(foreignPage().replaceAll('rowspan="1"', 'rowspan="99999999"'))),
  file('spans-negative-and-text.html', 'read', () =>
    text(foreignPage().replaceAll('rowspan="1" colspan="1"', 'rowspan="-3" colspan="many"')),
  ),
  file('spans-that-overlap.html', 'read', () =>
    text(foreignPage().replace('<table>', `<table>${'<tr><td rowspan=9 colspan=9>甲'.repeat(50)}`)),
  ),
  file('attributes-million.html', 'read', () =>
    text(`<p ${Array.from({ length: 200_000 }, (_, n) => `a${n}=1`).join(' ')}>${foreignPage()}`),
  ),
  file('attribute-20mb.html', 'read', () => text(`<p title="${'甲'.repeat(7_000_000)}">${foreignPage()}`)),
  file('comments-half-open.html', 'read', () => text(`${'<!-- <!'.repeat(200_000)}-->${foreignPage()}`)),
  file('tags-half-open.html', 'read', () => text(`${foreignPage()}${'<a '.repeat(2_000_000)}`)),
  file('entities.html', 'read', () =>
    text(`<!DOCTYPE a [<!ENTITY a "&a;&a;">]>${foreignPage()}<p>${'&a;&#x110000;'.repeat(1000)}`),
  ),
  file('json-deep.html', 'empty', () => text(`${'['.repeat(1_000_000)}"<table>"${']'.repeat(1_000_000)}`)),
  file('parts-million.mhtml', 'too-large', () =>
    text(`Content-Type: multipart/related; boundary=a\r\n\r\n${'--a\r\n\r\n'.repeat(1_000_000)}`),
  ),
  file('base64-40mb.mhtml', 'too-large', () => mhtml('base64', Buffer.alloc(30 * MB, '<b>').toString('base64'))),
  file('parts-in-parts.mhtml', 'too-large', () =>
    text('Content-Type: multipart/related; boundary=a\r\n\r\n--a\r\n'.repeat(20_000)),
  ),
  file('headers-long.mhtml', 'damaged', () => text(`Content-Type: text/html;${' a=b;'.repeat(500_000)}`)),
];

const mhtml = (encoding: string, content: string): Uint8Array =>
  text(
    `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=a\r\n\r\n--a\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${content}\r\n--a--`,
  );

/** Zeros, which pack to a thousandth. */
const zeros = (megabytes: number): Uint8Array => new Uint8Array(megabytes * MB);
const named = (parts: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ) as Zippable,
  );
const ODT = 'application/vnd.oasis.opendocument.text';
const ODS = 'application/vnd.oasis.opendocument.spreadsheet';
const DOCUMENT = 'word/document.xml';

/** One entry by hand: what its header says of its sizes need not be true. */
function entry(name: string, content: Uint8Array, { size = content.length, packed = 0 } = {}): Uint8Array {
  const data = deflateRawSync(content);
  const path = Buffer.from(name);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed || data.length, 18);
  head.writeUInt32LE(size, 22);
  head.writeUInt16LE(path.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed || data.length, 20);
  central.writeUInt32LE(size, 24);
  central.writeUInt16LE(path.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + path.length, 12);
  end.writeUInt32LE(30 + path.length + data.length, 16);
  return Buffer.concat([head, path, data, central, path, end]);
}

/** A zip file in whose list each entry is named again with the bytes of the first one. */
function overlapping(parts: Record<string, string | Uint8Array>, copies: number): Uint8Array {
  const zip = Buffer.from(named(parts));
  const [end, start] = [zip.length - 22, zip.readUInt32LE(zip.length - 6)];
  const list = zip.subarray(start, end);
  const lists = Array.from({ length: copies }, (_, copy) => {
    const own = Buffer.from(list);
    // The last letter of its first name, so that no two names are the same.
    own[46 + own.readUInt16LE(28) - 1] = 0x61 + copy;
    return own;
  });
  const tail = Buffer.from(zip.subarray(end));
  const count = tail.readUInt16LE(10) * (copies + 1);
  tail.writeUInt16LE(count, 8);
  tail.writeUInt16LE(count, 10);
  tail.writeUInt32LE(list.length * (copies + 1), 12);
  return Buffer.concat([zip.subarray(0, start), list, ...lists, tail]);
}

const PACKED: readonly HostileFile[] = [
  file('bomb.docx', 'too-large', () => named({ [DOCUMENT]: zeros(60) })),
  file('bomb-in-unread-part.docx', 'not-a-report', () =>
    named({ [DOCUMENT]: readable(), 'word/media/a.png': zeros(200) }),
  ),
  file('bomb-nested.docx', 'not-a-report', () =>
    named({ [DOCUMENT]: readable(), 'word/embeddings/a.docx': named({ [DOCUMENT]: zeros(200) }) }),
  ),
  file('says-4-gb.docx', 'too-large', () => entry(DOCUMENT, strToU8('<a/>'), { size: 0xfffffffe })),
  file('says-1-byte.docx', 'damaged', () => entry(DOCUMENT, zeros(100), { size: 1 })),
  file('zip64.docx', 'too-large', () => entry(DOCUMENT, strToU8('<a/>'), { size: 0xffffffff, packed: 0xffffffff })),
  file('nested-100000.docx', 'too-large', () => docxFile('<w:tbl><w:tr><w:tc>'.repeat(33_333))),
  file('tables-in-tables.docx', 'too-large', () =>
    docxFile('<w:tbl><w:tr><w:tc>'.repeat(100) + p('1') + '</w:tc></w:tr></w:tbl>'.repeat(100)),
  ),
  file('laughs.docx', 'unsafe-xml', () => named({ [DOCUMENT]: LAUGHS })),
  file('bomb.odt', 'too-large', () => named({ mimetype: ODT, 'content.xml': zeros(60) })),
  file('laughs.odt', 'unsafe-xml', () => named({ mimetype: ODT, 'content.xml': LAUGHS })),
  file('nested-100000.odt', 'too-large', () =>
    named({
      mimetype: ODT,
      'content.xml': `<office:document-content><office:body><office:text>${'<text:section>'.repeat(100_000)}`,
    }),
  ),
  file('repeated-million.odt', 'too-large', () =>
    named({
      mimetype: ODT,
      'content.xml': `<o:d><o:body><o:text><table:table>${'<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="1000000"><text:p>1</text:p></table:table-cell></table:table-row>'.repeat(3)}</table:table></o:text></o:body></o:d>`,
    }),
  ),
  file('bomb.xlsx', 'too-large', () => named({ 'xl/workbook.xml': zeros(60) })),
  file('says-4-gb.xlsx', 'too-large', () => entry('xl/workbook.xml', strToU8('<a/>'), { size: 0xfffffffe })),
  file('says-1-byte.xlsx', 'damaged', () => entry('xl/workbook.xml', zeros(100), { size: 1 })),
  file('laughs.xlsx', 'unsafe-xml', () => named({ 'xl/workbook.xml': LAUGHS })),
  file('columns-10000.xlsx', 'too-large', () =>
    writeXlsx({
      sheets: [{ name: 's', rows: Array.from({ length: 30 }, () => Array.from({ length: 10_000 }, (_, n) => n)) }],
    }),
  ),
  file('bomb.ods', 'too-large', () => named({ mimetype: ODS, 'content.xml': zeros(60) })),
  file('laughs.ods', 'unsafe-xml', () => named({ mimetype: ODS, 'content.xml': LAUGHS })),
  file('repeated-million.ods', 'damaged', repeatedOds),
  file('entries-overlap.docx', 'damaged', () => overlapping({ [DOCUMENT]: readable() }, 20)),
  file('entries-overlap.xlsx', 'damaged', () => overlapping({ 'xl/workbook.xml': zeros(1) }, 20)),
  file('entries-overlap.ods', 'damaged', () => overlapping({ 'content.xml': zeros(1), mimetype: ODS }, 20)),
];

const LAUGHS = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, n) => `<!ENTITY a${n} "${`&a${n - 1};`.repeat(10)}">`).join('')}]><l>&a19;</l>`;
const readable = (): string => `<w:document><w:body>${p('甲')}</w:body></w:document>`;

async function repeatedOds(): Promise<Uint8Array> {
  const { unzipSync } = await import('fflate');
  const parts = unzipSync(await writeOds({ sheets: [{ name: 's', rows: [['甲', 1]] }] }));
  const content = Buffer.from(parts['content.xml'] ?? []).toString();
  const cell =
    '<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="string" table:number-columns-repeated="16384"><text:p>1</text:p></table:table-cell></table:table-row>';
  return zipSync({ ...parts, 'content.xml': strToU8(content.replace('</table:table>', `${cell}</table:table>`)) });
}

const TEXTS: readonly HostileFile[] = [
  file('line-50mb.csv', 'too-large', () => Buffer.alloc(50 * MB, '1,')),
  file('line-4mb.csv', 'too-large', () => Buffer.alloc(4 * MB, '1,')),
  file('line-390000-cells.csv', 'too-large', () => Buffer.alloc(780_000, '1,')),
  file('lines-390000.csv', 'not-a-report', () => Buffer.alloc(780_000, '1\n')),
  file('quote-open.csv', 'not-a-report', () => Buffer.concat([text('"'), Buffer.alloc(3 * MB, 'a')])),
  file('nested-100000.rtf', 'too-large', () => text(`{\\rtf1 ${'{'.repeat(100_000)}`)),
  file('binary-lies.rtf', 'damaged', () => text('{\\rtf1 \\bin2147483647 a}')),
  file('cells-million.rtf', 'too-large', () =>
    text(`{\\rtf1 \\trowd${'\\cellx1'.repeat(1000)}\\intbl ${'1\\cell '.repeat(1_000_000)}\\row}`),
  ),
  file('edges-million.rtf', 'too-large', () =>
    text(
      `{\\rtf1 ${Array.from({ length: 300 }, (_, row) => `\\trowd${Array.from({ length: 300 }, (_, n) => `\\cellx${n * 300 + row}`).join('')}\\intbl ${'1\\cell '.repeat(300)}\\row`).join('')}}`,
    ),
  ),
];

/** An old office file whose sectors follow each other in a circle. */
function circle(stream: string): Uint8Array {
  const ole = Buffer.alloc(512 * 6, 0xff);
  ole.fill(0, 0, 76);
  ole.write('d0cf11e0a1b11ae1', 'hex');
  ole.writeUInt16LE(0x3e, 24);
  ole.writeUInt16LE(3, 26);
  ole.writeUInt16LE(0xfffe, 28);
  ole.writeUInt16LE(9, 30);
  ole.writeUInt16LE(6, 32);
  ole.writeUInt32LE(1, 44);
  ole.writeUInt32LE(1, 48);
  ole.writeUInt32LE(4096, 56);
  ole.writeUInt32LE(0, 76);
  // Sector 1 has the names, 2 and 3 the content; each of these two follows the other.
  for (const [at, next] of [
    [0, 0xfffffffd],
    [1, 0xfffffffe],
    [2, 3],
    [3, 2],
  ] as const)
    ole.writeUInt32LE(next, 512 + at * 4);
  for (const [index, name, kind] of [
    [0, 'Root Entry', 5],
    [1, stream, 2],
  ] as const) {
    const at = 1024 + index * 128;
    ole.fill(0, at, at + 128);
    ole.write(name, at, 'utf16le');
    ole.writeUInt16LE((name.length + 1) * 2, at + 64);
    ole[at + 66] = kind;
    for (const link of [68, 72, 76]) ole.writeUInt32LE(0xffffffff, at + link);
    ole.writeUInt32LE(2, at + 116);
    ole.writeUInt32LE(2 ** 31 - 1, at + 120);
  }
  ole.writeUInt32LE(1, 1024 + 76);
  ole.writeUInt32LE(0x00100809, 512 * 3);
  ole.writeUInt32LE(0x00050600, 512 * 3 + 4);
  return ole;
}

const OLE: readonly HostileFile[] = [
  file('circle.xls', 'damaged', () => circle('Workbook')),
  file('circle.doc', 'damaged', () => circle('WordDocument')),
];

/** A PDF by its objects; `trailer` has what is behind them. */
function rawPdf(objects: readonly string[], trailer: string): Uint8Array {
  return Buffer.from(
    `%PDF-1.7\n${objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('')}${trailer}`,
    'latin1',
  );
}
const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>';
const TRAILER = 'trailer << /Size 9 /Root 1 0 R >>\nstartxref\n0\n%%EOF';
const stream = (dictionary: string, content: string) =>
  `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`;

const PDFS: readonly HostileFile[] = [
  file('pages-loop.pdf', 'empty', () =>
    rawPdf([CATALOG, '<< /Type /Pages /Count 3 /Kids [2 0 R 2 0 R 2 0 R] >>'], TRAILER),
  ),
  file('pages-count-lies.pdf', 'empty', () =>
    rawPdf(
      [
        CATALOG,
        '<< /Type /Pages /Count 2000000000 /Kids [3 0 R] >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>',
      ],
      TRAILER,
    ),
  ),
  file('xref-loop.pdf', 'empty', () =>
    rawPdf(
      [CATALOG, '<< /Type /Pages /Count 0 /Kids [] >>'],
      'xref\n0 1\n0000000000 65535 f \ntrailer << /Size 3 /Root 1 0 R /Prev 120 >>\nstartxref\n120\n%%EOF',
    ),
  ),
  file('object-stream-in-itself.pdf', 'damaged', () =>
    rawPdf([CATALOG, stream('/Type /ObjStm /N 1 /First 4 /Extends 2 0 R', '2 0 << >>')], TRAILER),
  ),
  file('object-stream-says-a-million.pdf', 'too-large', () =>
    rawPdf([CATALOG, stream('/Type /ObjStm /N 1000000 /First 4', '2 0 << >>')], TRAILER),
  ),
  file('length-of-itself.pdf', 'damaged', () =>
    rawPdf([CATALOG, '<< /Length 2 0 R >>\nstream\nx\nendstream'], TRAILER),
  ),
  file('box-huge.pdf', 'scanned-pdf', () => pdfOf([{ content: '0 0 m 1 1 l S', size: [1e38, 1e38] }])),
  file('matrices-nan.pdf', 'not-a-report', () =>
    pdfOf([`${'1e38 0 0 1e38 0 0 cm '.repeat(50)}0 0 m 9 9 l S BT /F 1e38 Tf (x) Tj ET`]),
  ),
  file('saved-100000-deep.pdf', 'too-large', () => pdfOf(['q '.repeat(100_000)])),
  file('arrays-100000-deep.pdf', 'damaged', () => pdfOf([''], { catalog: `/A ${'['.repeat(100_000)}` })),
  file('bomb.pdf', 'too-large', () => pdfBomb()),
  file('character-map-of-millions.pdf', 'too-large', () => mapped('<000000> <fffffe> <0000>')),
  file('character-map-half-open.pdf', 'too-large', () => mapped('<de00> <de Do\nff> <de00>')),
  file('graphics-states-400000.pdf', 'scanned-pdf', () => pdfOf(['/G gs '.repeat(400_000)])),
  file('operators-unknown-million.pdf', 'scanned-pdf', () => pdfOf(['1 2 x '.repeat(1_200_000)])),
  file('forms-twice-each.pdf', 'too-large', () => formsTwice(40)),
];

function pdfBomb(): Uint8Array {
  const packed = deflateSync(zeros(200)).toString('latin1');
  return rawPdf(
    [
      CATALOG,
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>',
      stream('/Filter /FlateDecode', packed),
    ],
    TRAILER,
  );
}

/** A page with a font whose character map has these ranges. */
function mapped(ranges: string): Uint8Array {
  const map = stream('/CMapName /A', `begincmap 1 beginbfrange ${ranges} endbfrange endcmap`);
  const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 5 0 R >>';
  return rawPdf(
    [
      CATALOG,
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << /Font << /F 4 0 R >> >> /Contents 6 0 R >>',
      font,
      map,
      stream('', 'BT /F 9 Tf (a) Tj ET'),
    ],
    TRAILER,
  );
}

/** Each form draws the next one twice. */
function formsTwice(depth: number): Uint8Array {
  const form = (next: number) =>
    stream(
      `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X ${next} 0 R >> >>`,
      '/X Do /X Do',
    );
  const forms = Array.from({ length: depth }, (_, index) => form(6 + index));
  const last = stream('/Type /XObject /Subtype /Form /BBox [0 0 9 9]', '0 0 m 9 9 l S');
  return rawPdf(
    [
      CATALOG,
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >> /Contents 4 0 R >>',
      stream('', '/X Do /X Do'),
      ...forms,
      last,
    ],
    TRAILER,
  );
}

export const HOSTILE: readonly HostileFile[] = [...PAGES, ...PACKED, ...TEXTS, ...OLE, ...PDFS];
