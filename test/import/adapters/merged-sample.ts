import { across, BELOW, cell, docxFile, p, part, RESTART, row, table } from './office-files.ts';

const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
const STYLES = part(
  'styles',
  '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>',
);
const wide = (width: number): string => `<w:tcW w:w="${width}" w:type="dxa"/>`;
const grid = (...widths: number[]): string =>
  `<w:tblPr><w:tblW w:w="${widths.reduce((a, b) => a + b)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${widths.map((one) => `<w:gridCol w:w="${one}"/>`).join('')}</w:tblGrid>`;
const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/></Types>';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const links = (...all: [string, string][]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

/**
 * A whole Word file that other programs can open too: a heading, a note, a deletion, and a table with cells merged across
 * and down. `test/fixtures/import/merged.doc` and `merged.rtf` are this file, saved by LibreOffice.
 */
export const mergedSample = (): Uint8Array =>
  docxFile(
    p('一、概况', '<w:pStyle w:val="1"/>') +
      `<w:p>${run('新收申请')}<w:del w:id="9" w:author="a" w:date="2024-01-01T00:00:00Z"><w:r><w:delText>31</w:delText></w:r></w:del>${run('13件')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('。')}</w:p>` +
      table(
        grid(1000, 1000, 1500, 1500, 1500),
        row(cell('角', wide(2000) + across(2) + RESTART), cell('申请人', wide(4500) + across(3))),
        row(cell('', wide(2000) + across(2) + BELOW), cell('自然人', wide(1500)), cell('法人', wide(3000) + across(2))),
        row(
          cell('结果', wide(1000) + RESTART),
          cell('公开', wide(1000)),
          cell('8', wide(1500)),
          cell('5', wide(1500)),
          cell('', wide(1500)),
        ),
        row(
          cell('', wide(1000) + BELOW),
          `<w:tc><w:tcPr>${wide(1000)}</w:tcPr>${p('部分')}${p('公开')}</w:tc>`,
          cell('0', wide(1500)),
          cell('-', wide(1500)),
          cell('22（其中修订3件）', wide(1500)),
        ),
      ) +
      p('完。') +
      '<w:sectPr/>',
    {
      '[Content_Types].xml': TYPES,
      '_rels/.rels': links(['officeDocument', 'word/document.xml']),
      'word/_rels/document.xml.rels': links(['styles', 'styles.xml'], ['footnotes', 'footnotes.xml']),
      'word/styles.xml': STYLES,
      'word/footnotes.xml': part(
        'footnotes',
        `<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>${run('不含转办件')}</w:p></w:footnote>`,
      ),
    },
  );

/** What it says, whatever the format. */
export const MERGED_TEXTS = ['一、概况', '新收申请13件。', '不含转办件', '完。'];
export const MERGED_CELLS = [
  '0,0 2×2 角',
  '0,2 1×3 申请人',
  '1,2 自然人',
  '1,3 1×2 法人',
  '2,0 2×1 结果',
  '2,1 公开',
  '2,2 8',
  '2,3 5',
  '2,4 ',
  '3,1 部分\n公开',
  '3,2 0',
  '3,3 -',
  '3,4 22（其中修订3件）',
];

const NUMBERING = part(
  'numbering',
  '<w:abstractNum w:abstractNumId="7"><w:multiLevelType w:val="multilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>',
);
const numbered = (text: string, list: number, depth: number): string =>
  p(text, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`);

/** A whole Word file with numbers that Word writes by itself; `test/fixtures/import/numbered.doc` is saved from it. */
export const numberedSample = (): Uint8Array =>
  docxFile(
    `${numbered('概况', 1, 0) + numbered('公开', 1, 1) + numbered('受理', 1, 1) + numbered('其他', 1, 0) + numbered('甲', 2, 0) + p('完。')}<w:sectPr/>`,
    {
      '[Content_Types].xml': TYPES.replaceAll('footnotes', 'numbering'),
      '_rels/.rels': links(['officeDocument', 'word/document.xml']),
      'word/_rels/document.xml.rels': links(['styles', 'styles.xml'], ['numbering', 'numbering.xml']),
      'word/styles.xml': STYLES,
      'word/numbering.xml': NUMBERING,
    },
  );
