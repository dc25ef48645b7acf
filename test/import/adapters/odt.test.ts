import { describe, expect, test } from 'vitest';
import { adapterOf, cellsOf, gridsOf, read, refusalOf, textsOf, zipOf } from './office-files.ts';

const NS =
  'xmlns:office="o" xmlns:text="t" xmlns:table="tb" xmlns:style="s" xmlns:fo="f" xmlns:draw="d" xmlns:xlink="x" xmlns:meta="m" xmlns:dc="c"';
const MIME = 'application/vnd.oasis.opendocument.text';
const content = (body: string, styles = ''): string =>
  `<?xml version="1.0"?><office:document-content ${NS}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
const odt = (body: string, styles = '', parts: Record<string, string> = {}): Uint8Array =>
  zipOf({ mimetype: MIME, 'content.xml': content(body, styles), ...parts });
const p = (text: string, style = ''): string => `<text:p text:style-name="${style}">${text}</text:p>`;
const cell = (text: string, attributes = ''): string => `<table:table-cell ${attributes}>${p(text)}</table:table-cell>`;
const covered = (times = 1): string => `<table:covered-table-cell table:number-columns-repeated="${times}"/>`;
const across = (columns: number) => `table:number-columns-spanned="${columns}"`;
const down = (rows: number) => `table:number-rows-spanned="${rows}"`;
const table = (...rows: string[]): string =>
  `<table:table>${rows.map((row) => `<table:table-row>${row}</table:table-row>`).join('')}</table:table>`;

describe('OpenDocument texts', () => {
  test('cells are merged across and down', async () => {
    const document = await read(
      odt(
        table(
          cell('角', `${across(2)} ${down(2)}`) + covered() + cell('人', across(2)) + covered(),
          covered(2) + cell('自') + cell('法'),
          cell('组', down(2)) + cell('甲') + cell('1') + cell('2'),
          covered() + cell('乙') + cell('3') + cell(''),
        ),
      ),
      'a.odt',
    );
    expect(document.adapter).toBe('odt');
    expect(cellsOf(gridsOf(document)[0])).toEqual([
      '0,0 2×2 角',
      '0,2 1×2 人',
      '1,2 自',
      '1,3 法',
      '2,0 2×1 组',
      '2,1 甲',
      '2,2 1',
      '2,3 2',
      '3,1 乙',
      '3,2 3',
      '3,3 ',
    ]);
  });

  test('headings by outline and by style, lists, links, bold, notes; deleted text is left out', async () => {
    const styles =
      '<style:style style:name="P1" style:parent-style-name="Heading_20_2"/><style:style style:name="Heading_20_2"/><style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style>';
    const body =
      '<text:tracked-changes><text:changed-region>' +
      p('旧文') +
      '</text:changed-region></text:tracked-changes>' +
      '<text:h text:outline-level="1">概况</text:h>' +
      p('公开', 'P1') +
      '<text:list><text:list-item>' +
      p('甲') +
      '<text:list><text:list-item>' +
      p('乙') +
      '</text:list-item></text:list></text:list-item></text:list>' +
      p(
        `见<text:a xlink:href="https://example.gov.cn/">栏目</text:a><text:span text:style-name="T1">重点</text:span><text:s/>行<text:line-break/>二<text:note><text:note-citation>1</text:note-citation><text:note-body>${p('注文')}</text:note-body></text:note>`,
      );
    const { blocks } = await read(odt(body, styles), 'a.odt');
    expect(blocks).toMatchObject([
      { text: '概况', level: 1 },
      { text: '公开', level: 2 },
      { text: '甲', item: { depth: 0 } },
      { text: '乙', item: { depth: 1 } },
      { text: '见栏目重点 行\n二', markdown: '见[栏目](https://example.gov.cn/)**重点** 行\n二' },
      { text: '注文' },
    ]);
  });

  test('one flat file is read too', async () => {
    const flat = `<?xml version="1.0"?><office:document ${NS} office:mimetype="${MIME}"><office:meta><dc:title>年报</dc:title></office:meta><office:body><office:text>${p('文')}</office:text></office:body></office:document>`;
    const document = await read(Buffer.from(flat), 'a.fodt');
    expect([document.adapter, document.properties.title, textsOf(document)]).toEqual(['odt', '年报', ['文']]);
  });

  test('a table in a layout table is read as a table', async () => {
    const document = await read(
      odt(table(`<table:table-cell>${p('前')}${table(cell('甲') + cell('1'))}</table:table-cell>`)),
    );
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['text', 'grid']);
  });

  test('a password, repeats without end, and a file without content are refused', async () => {
    const manifest = '<m:manifest xmlns:m="m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>';
    expect(await refusalOf(odt(p('文'), '', { 'META-INF/manifest.xml': manifest }))).toBe('encrypted');
    const many = 'table:number-columns-repeated="1000000"';
    expect(await refusalOf(odt(table(cell('1', many))))).toBe('too-large');
    expect(await refusalOf(odt(p('')))).toBe('empty');
    expect(adapterOf(odt(p('文')), 'a.doc')?.name).toBe('odt');
  });
});

describe('Word documents as one XML file', () => {
  const W = 'xmlns:w="w" xmlns:pkg="p" xmlns:aml="a"';

  test('Word 2003 XML', async () => {
    const xml = `<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument ${W}><w:body><w:sect><w:p><w:r><w:t>共</w:t></w:r><aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:delText>1</w:delText></w:r></aml:content></aml:annotation><w:r><w:t>2件</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:tcPr><w:vmerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vmerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>3</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:sect></w:body></w:wordDocument>`;
    const document = await read(Buffer.from(xml), 'a.doc');
    expect([document.adapter, textsOf(document)]).toEqual(['word-xml', ['共2件']]);
    expect(cellsOf(gridsOf(document)[0])).toEqual(['0,0 2×1 甲', '0,1 ', '1,1 3']);
  });

  test('flat Office Open XML', async () => {
    const xml = `<?xml version="1.0"?><pkg:package ${W}><pkg:part pkg:name="/word/document.xml"><pkg:xmlData><w:document><w:body><w:p><w:r><w:t>文</w:t></w:r></w:p></w:body></w:document></pkg:xmlData></pkg:part></pkg:package>`;
    const document = await read(Buffer.from(xml), 'a.xml');
    expect([document.adapter, textsOf(document)]).toEqual(['word-xml', ['文']]);
  });
});
