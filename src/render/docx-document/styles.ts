import { type FaceId, fontXml } from './faces.ts';
import { TEXT_SIZES } from './text-sizes.ts';

const MILLIMETRE = 1440 / 25.4;
/** Millimetres in twips. */
export const millimetres = (length: number): number => Math.round(length * MILLIMETRE);

/** The height of the text of a page in twips. */
export const PAGE_HEIGHT: number = millimetres(225);
/** The height of a line in twips: 22 on a page. */
export const LINE: number = Math.floor(PAGE_HEIGHT / 22);
/** The width of a character in twips: 28 in a line of 156 mm. */
const CHARACTER = millimetres(156) / 28;
/** 三号 in half points. */
const SIZE = 32;

/**
 * In twips. The same layout as the PDF: A4, a grid of 28 characters by 22 lines. `charSpace` is what is added to a character
 * of the text, in 4096ths of a point. The dash of the page number is 7 mm below the text.
 */
export const PAGE = {
  size: { width: millimetres(210), height: millimetres(297) },
  margin: {
    top: millimetres(37),
    right: millimetres(26),
    bottom: millimetres(35),
    left: millimetres(28),
    header: millimetres(20),
    // The dash is a little below the middle of its line of 20 pt.
    footer: millimetres(35 - 7 + 0.6) - 200,
  },
};
export const GRID = {
  type: 'linesAndChars',
  linePitch: LINE,
  charSpace: Math.floor((CHARACTER / 20 - SIZE / 2) * 4096),
} as const;
/** The width between the margins, in twips. */
const TEXT_WIDTH: number = millimetres(156);
/** The width of a table: its borders are within the width of the text. */
export const TABLE_WIDTH: number = TEXT_WIDTH - 30;

/** The width of a chart: 120 mm as in the PDF, in pixels at 96 per inch. */
export const CHART_WIDTH: number = Math.round((120 / 25.4) * 96);

/** The indent of the text of a list item, in twips: three characters a level, as on the page. */
export const listIndent = (level: number): number => Math.round(3 * CHARACTER) * (level + 1);

/** By how much the note of a cell is wider than the text of the cell, on each side, in twips. */
export const NOTE_OUTSIDE = 20;

/** The space between the mark of a list item and its text, in twips. */
export const MARK_GAP = 120;

interface Look {
  readonly basedOn?: string;
  readonly next?: string;
  readonly face?: FaceId;
  /** In half points. */
  readonly size?: number;
  readonly keepNext?: true;
  /** All its lines are on one page. */
  readonly keepLines?: true;
  /** In the size of the text: 28 characters fill a line. Others are not on the grid of the page. */
  readonly onGrid?: true;
  /** The height of a line in twips. */
  readonly line?: number;
  /** The space above and below in twips. */
  readonly above?: number;
  readonly below?: number;
  /** Indents the first line by two characters. */
  readonly indented?: boolean;
  /** Indents both sides by as many twips. */
  readonly sides?: number;
  readonly align?: 'both' | 'center' | 'left' | 'right';
  /** From 0. */
  readonly outline?: number;
}

const OFF_GRID = '<w:snapToGrid w:val="0"/>';
/**
 * Only Word makes characters narrower because of the grid. This much narrower, 28 fit in a line everywhere; full lines are
 * spread to the same width.
 */
const CONDENSED = '<w:spacing w:val="-5"/>';

/**
 * A paragraph style. Lines have an exact height, because LibreOffice gives a character of 16 pt two cells of the grid.
 * The order of the elements is that of the schema; Word refuses any other.
 */
function style(id: string, name: string, look: Look): string {
  const { basedOn = 'Normal', next, face, size, keepNext, keepLines, onGrid, line, above = 0, below = 0 } = look;
  const { indented, sides, align, outline } = look;
  const spacing = `<w:spacing w:before="${above}" w:after="${below}"${line ? ` w:line="${line}" w:lineRule="exact"` : ''}/>`;
  const indents = [
    sides ? ` w:left="${sides}" w:right="${sides}"` : '',
    indented ? ` w:firstLine="${2 * 10 * SIZE}" w:firstLineChars="200"` : '',
  ].join('');
  const paragraph = [
    keepNext ? '<w:keepNext/>' : '',
    keepNext || keepLines ? '<w:keepLines/>' : '',
    OFF_GRID,
    spacing,
    indents && `<w:ind${indents}/>`,
    align ? `<w:jc w:val="${align}"/>` : '',
    outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`,
  ].join('');
  const run = [
    face ? fontXml(face) : '',
    onGrid ? CONDENSED : OFF_GRID,
    size ? `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>` : '',
  ].join('');
  // Word's own styles have English names.
  const custom = /^[a-z]/iu.test(name) ? '' : ' w:customStyle="1"';
  return (
    `<w:style w:type="paragraph"${custom} w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${basedOn}"/>` +
    `${next ? `<w:next w:val="${next}"/>` : ''}<w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`
  );
}

const heading = (level: number): string =>
  style(`Heading${level}`, `heading ${level}`, {
    next: 'Body',
    face: level === 2 ? 'kai' : 'hei',
    onGrid: true,
    keepNext: true,
    line: LINE,
    indented: true,
    outline: level - 1,
  });

const STYLE_LIST = [
  style('Title', 'Title', {
    next: 'Body',
    face: 'title',
    size: 44,
    line: LINE,
    below: Math.floor(LINE / 2),
    align: 'center',
  }),
  ...[1, 2, 3, 4, 5, 6].map(heading),
  style('Body', '正文段落', { onGrid: true, line: LINE, indented: true, align: 'both' }),
  style('Item', '列表项目', { onGrid: true, line: LINE, align: 'both' }),
  style('Quote', '引文', { onGrid: true, line: LINE, indented: true, sides: Math.round(2 * CHARACTER), align: 'both' }),
  style('Fact', '发布日期', { onGrid: true, next: 'Body', line: LINE, align: 'center' }),
  style('Cell', '表格文字', { face: 'table', ...TEXT_SIZES.Cell, align: 'center' }),
  style('CellBlocks', '表格文字（表二）', { basedOn: 'Cell', ...TEXT_SIZES.CellBlocks }),
  style('CellMatrix', '表格文字（表三）', { basedOn: 'Cell', ...TEXT_SIZES.CellMatrix }),
  style('CellMatrixTight', '表格文字（表三，紧）', { basedOn: 'CellMatrix', line: TEXT_SIZES.CellMatrixTight.line }),
  style('CellNote', '表格内说明', { basedOn: 'Cell', ...TEXT_SIZES.CellNote, sides: -NOTE_OUTSIDE }),
  style('Footnote', '表注', { keepLines: true, ...TEXT_SIZES.Footnote }),
  style('Note', '草稿附注', { keepLines: true, size: 24, line: 360, below: 120, align: 'left' }),
  style('Gap', '表后空行', TEXT_SIZES.Gap),
  style('Picture', '图', { keepNext: true, above: Math.floor(LINE / 2), align: 'center' }),
  style('Caption', 'caption', {
    ...TEXT_SIZES.Caption,
    below: Math.ceil(LINE / 2),
    align: 'center',
  }),
  style('Header', 'header', { size: 28, align: 'center' }),
  style('Footer', 'footer', { face: 'table', size: 28, line: 400 }),
];

/**
 * `word/styles.xml`. Latin letters are not set apart from Chinese characters and punctuation does not hang, as in the PDF, so
 * that lines have the same text.
 */
export const STYLES: string =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
  `<w:docDefaults><w:rPrDefault><w:rPr>${fontXml('text')}<w:sz w:val="${SIZE}"/><w:szCs w:val="${SIZE}"/>` +
  '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl/>' +
  '<w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:jc w:val="both"/></w:pPr>' +
  // The grid is counted from the size of this style.
  `<w:rPr><w:sz w:val="${SIZE}"/><w:szCs w:val="${SIZE}"/></w:rPr></w:style>` +
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>' +
  '<w:uiPriority w:val="1"/><w:semiHidden/></w:style>' +
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>' +
  '<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>' +
  '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
  '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>' +
  `${STYLE_LIST.join('')}</w:styles>`;
