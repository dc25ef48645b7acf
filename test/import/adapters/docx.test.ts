import { describe, expect, test } from 'vitest';
import {
  across,
  BELOW,
  cell,
  cellsOf,
  docxFile,
  gridsOf,
  p,
  part,
  RESTART,
  read,
  row,
  table,
  textsOf,
} from './office-files.ts';

const level = (n: number): string => `<w:outlineLvl w:val="${n}"/>`;
const numbered = (list: number, depth = 0): string =>
  `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`;

const NUMBERING = part(
  'numbering',
  `<w:abstractNum w:abstractNumId="7">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
  </w:abstractNum>
  <w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
  <w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl></w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="9"/></w:num>
  <w:num w:numId="4"><w:abstractNumId w:val="8"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`,
);
const STYLES = part(
  'styles',
  `<w:style w:styleId="a1"><w:name w:val="标题 1"/></w:style>
   <w:style w:styleId="a2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
   <w:style w:styleId="own"><w:name w:val="公文标题"/><w:basedOn w:val="a2"/></w:style>
   <w:style w:styleId="toc"><w:name w:val="toc 1"/></w:style>`,
);
const styled = (id: string): string => `<w:pStyle w:val="${id}"/>`;

describe('headings and lists', () => {
  test('a heading has the level of its style, of the style it is based on, or its own outline level', async () => {
    const body = p('甲', styled('a1')) + p('乙', styled('own')) + p('丙', level(2)) + p('丁', styled('a1') + level(9));
    const { blocks } = await read(docxFile(body, { 'word/styles.xml': STYLES }));
    expect(blocks.map((block) => block.kind === 'text' && block.level)).toEqual([1, 2, 3, undefined]);
  });

  test('numbers that Word writes by itself are part of the text', async () => {
    const body =
      p('概况', numbered(1)) +
      p('公开', numbered(1, 1)) +
      p('受理', numbered(1, 1)) +
      p('表格', numbered(1)) +
      p('其他', numbered(1, 1));
    const texts = textsOf(await read(docxFile(body, { 'word/numbering.xml': NUMBERING })));
    expect(texts).toEqual(['一、概况', '（一）公开', '（二）受理', '二、表格', '（一）其他']);
  });

  test('plain numbers and bullets make items of a list; a start that is set anew counts', async () => {
    const body =
      p('甲', numbered(2)) + p('乙', numbered(3)) + table(row(cell('x'), `<w:tc>${p('丙', numbered(4))}</w:tc>`));
    const document = await read(docxFile(body, { 'word/numbering.xml': NUMBERING }));
    expect(document.blocks.slice(0, 2)).toMatchObject([
      { text: '甲', item: { ordered: true, depth: 0 } },
      { text: '乙', item: { ordered: false, depth: 0 } },
    ]);
    expect(cellsOf(gridsOf(document)[0])).toEqual(['0,0 x', '0,1 5.丙']);
  });

  test('entries of a table of contents are furniture', async () => {
    const { blocks } = await read(docxFile(p('一、概况 3', styled('toc')) + p('文'), { 'word/styles.xml': STYLES }));
    expect(blocks.map((block) => block.kind === 'text' && block.furniture)).toEqual([true, undefined]);
  });
});

describe('tables', () => {
  test('cells are merged across and down', async () => {
    const document = await read(
      docxFile(
        table(
          row(cell('角', across(2) + RESTART), cell('人', across(3))),
          row(cell('', across(2) + BELOW), cell('自'), cell('法', across(2))),
          row(cell('组', RESTART), cell('甲'), cell('1'), cell('2'), cell('3')),
          row(cell('', BELOW), cell('乙'), cell('4'), cell('5'), cell('6')),
          row(cell('组', RESTART), cell('丙'), cell('7'), cell('8'), cell('')),
        ),
      ),
    );
    const [grid] = gridsOf(document);
    expect(grid).toMatchObject({ rows: 5, columns: 5, place: { table: 1 } });
    expect(cellsOf(grid)).toEqual([
      '0,0 2×2 角',
      '0,2 1×3 人',
      '1,2 自',
      '1,3 1×2 法',
      '2,0 2×1 组',
      '2,1 甲',
      '2,2 1',
      '2,3 2',
      '2,4 3',
      '3,1 乙',
      '3,2 4',
      '3,3 5',
      '3,4 6',
      '4,0 组',
      '4,1 丙',
      '4,2 7',
      '4,3 8',
      '4,4 ',
    ]);
  });

  test('a row can begin further right, and a merge that has no beginning is a cell', async () => {
    const late = `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('乙')}</w:tr>`;
    const document = await read(docxFile(table(row(cell('甲', BELOW), cell('x')), late)));
    expect(cellsOf(gridsOf(document)[0])).toEqual(['0,0 甲', '0,1 x', '1,1 乙']);
  });

  test('a merge does not go on under a cell of another width', async () => {
    const document = await read(
      docxFile(table(row(cell('甲', RESTART), cell('x')), row(cell('乙', across(2) + BELOW)))),
    );
    expect(cellsOf(gridsOf(document)[0])).toEqual(['0,0 甲', '0,1 x', '1,0 1×2 乙']);
  });

  test('paragraphs and line breaks in a cell are lines', async () => {
    const content = `<w:tc>${p('社会')}<w:p><w:r><w:t>公益</w:t><w:br w:type="textWrapping"/><w:t>组织</w:t></w:r></w:p></w:tc>`;
    const document = await read(docxFile(table(row(content, cell(' 1  2 ')))));
    expect(cellsOf(gridsOf(document)[0])).toEqual(['0,0 社会\n公益\n组织', '0,1 1 2']);
  });

  test('a table that holds other tables in place is read as what it holds', async () => {
    const inner = table(row(cell('甲'), cell('1')));
    const document = await read(docxFile(table(row(`<w:tc>${p('前')}${inner}${p('后')}</w:tc>`))));
    expect(document.blocks.map((block) => block.kind)).toEqual(['text', 'grid', 'text']);
    expect(gridsOf(document)).toMatchObject([{ place: { table: 1 } }]);
  });

  test('rows and cells in content controls are read', async () => {
    const wrapped = (content: string) => `<w:sdt><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const document = await read(docxFile(wrapped(table(wrapped(row(cell('甲'), wrapped(cell('1'))))))));
    expect(cellsOf(gridsOf(document)[0])).toEqual(['0,0 甲', '0,1 1']);
  });
});

describe('what is printed', () => {
  const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;

  test('tracked insertions are read, deletions are not', async () => {
    const gone = `<w:del><w:r><w:delText>12</w:delText></w:r></w:del>`;
    const body =
      `<w:p>${run('共')}${gone}<w:ins>${run('15')}</w:ins><w:moveFrom>${run('旧')}</w:moveFrom>${run('件')}</w:p>` +
      table(`<w:tr><w:trPr><w:del/></w:trPr>${cell('9')}</w:tr>`, row(cell('8'))) +
      `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('前')}</w:p><w:p>${run('后')}</w:p>`;
    const document = await read(docxFile(body));
    expect(textsOf(document)).toEqual(['共15件', '前后']);
    expect(cellsOf(gridsOf(document)[0])).toEqual(['0,0 8']);
  });

  test('the raised number of a footnote is no digit, and a number that is struck out is not read in a table', async () => {
    const inCell = (...runs: string[]) => `<w:tc><w:tcPr/><w:p>${runs.join('')}</w:p></w:tc>`;
    const marked = inCell(run('11'), run('1', '<w:vertAlign w:val="superscript"/>'));
    const struck = inCell(run('14', '<w:strike/>'), run('12'));
    const document = await read(docxFile(table(row(marked, struck))));
    expect(cellsOf(gridsOf(document)[0])).toEqual(['0,0 11[1]', '0,1 12']);
  });

  test('hidden text and codes of fields are not read', async () => {
    const field = '<w:r><w:instrText>PAGE</w:instrText></w:r>';
    const body = `<w:p>${run('看得见')}${run('看不见', '<w:vanish/>')}${run('的', '<w:vanish w:val="0"/>')}${field}</w:p>`;
    expect(textsOf(await read(docxFile(body)))).toEqual(['看得见的']);
  });

  test('a text box is read once', async () => {
    const box = `<w:txbxContent>${p('框里')}</w:txbxContent>`;
    const body = `<w:p>${run('框外')}<w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    expect(textsOf(await read(docxFile(body)))).toEqual(['框外', '框里']);
  });

  test('footnotes follow the paragraph or table that they belong to, without their numbers', async () => {
    const mark = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const body = `<w:p>${run('收费12')}${mark(2)}${run('万元')}</w:p>${table(row(`<w:tc><w:p>${run('3')}${mark(3)}</w:p></w:tc>`))}${p('末')}`;
    const notes = part(
      'footnotes',
      `<w:footnote w:id="2">${p('到账数')}</w:footnote><w:footnote w:id="3">${p('二审')}</w:footnote>`,
    );
    const document = await read(docxFile(body, { 'word/footnotes.xml': notes }));
    expect(textsOf(document)).toEqual(['收费12万元', '到账数', '二审', '末']);
    expect(cellsOf(gridsOf(document)[0])).toEqual(['0,0 3']);
  });

  test('a note that refers to itself ends', async () => {
    const body = `<w:p>${run('文')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`;
    const notes = part(
      'footnotes',
      `<w:footnote w:id="2"><w:p>${run('注')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p></w:footnote>`,
    );
    expect(textsOf(await read(docxFile(body, { 'word/footnotes.xml': notes })))).toEqual(['文', '注']);
  });

  test('page headers and footers are furniture', async () => {
    const links =
      '<Relationships><Relationship Id="r1" Type="http://x/header" Target="header1.xml"/><Relationship Id="r2" Type="http://x/footer" Target="footer1.xml"/></Relationships>';
    const { blocks } = await read(
      docxFile(p('正文'), {
        'word/_rels/document.xml.rels': links,
        'word/header1.xml': part('hdr', p('内部资料')),
        'word/footer1.xml': part('ftr', p('— 3 —')),
      }),
    );
    expect(blocks.map((block) => block.kind === 'text' && [block.text, block.furniture])).toEqual([
      ['内部资料', true],
      ['正文', undefined],
      ['— 3 —', true],
    ]);
  });

  test('links and what is bold among other text are told as Markdown', async () => {
    const links =
      '<Relationships><Relationship Id="r1" Type="x/hyperlink" Target="https://example.gov.cn/a" TargetMode="External"/><Relationship Id="r2" Type="x/hyperlink" Target="javascript:x()" TargetMode="External"/></Relationships>';
    const link = (id: string, text: string) => `<w:hyperlink r:id="${id}">${run(text)}</w:hyperlink>`;
    const body = `<w:p>${run('见')}${link('r1', '栏目')}${link('r2', '别处')}${run('重', '<w:b/>')}${run('点', '<w:b/>')}</w:p><w:p>${run('全是', '<w:b/>')}</w:p>`;
    const { blocks } = await read(docxFile(body, { 'word/_rels/document.xml.rels': links }));
    expect(blocks).toMatchObject([
      { text: '见栏目别处重点', markdown: '见[栏目](https://example.gov.cn/a)别处**重点**' },
      { text: '全是' },
    ]);
    expect(blocks[1]).not.toHaveProperty('markdown');
  });

  test('properties: title, date of the last change, and the creator if it is a body', async () => {
    const core = (creator: string) =>
      `<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>年报</dc:title><dc:creator>${creator}</dc:creator><dcterms:modified>2024-01-05T00:00:00Z</dcterms:modified></cp:coreProperties>`;
    const of = async (creator: string) =>
      (await read(docxFile(p('文'), { 'docProps/core.xml': core(creator) }))).properties;
    expect(await of('青山县水利局')).toEqual({
      title: '年报',
      publisher: '青山县水利局',
      date: '2024-01-05T00:00:00Z',
    });
    expect(await of('张三')).not.toHaveProperty('publisher');
    expect(await of('Administrator')).not.toHaveProperty('publisher');
  });
});
