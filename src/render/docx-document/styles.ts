import { AlignmentType, type IStylesOptions, LineRuleType } from 'docx';
import { FAMILIES, type FamilyId } from '../../fonts/families.ts';

/** The font names in Word and WPS. Latin letters and digits use the same fonts. */
export function fontOf(id: FamilyId) {
  const name = FAMILIES.find((family) => family.id === id)?.label ?? '宋体';
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name };
}

const MILLIMETRE = 1440 / 25.4;
const twips = (millimetres: number): number => Math.round(millimetres * MILLIMETRE);

/** In twips. The same layout as the PDF: A4, 28 characters per line, 22 lines per page. */
export const PAGE = {
  size: { width: twips(210), height: twips(297) },
  margin: { top: twips(37), right: twips(26), bottom: twips(35), left: twips(28), footer: twips(28) },
};
/** The width between the margins, in twips. */
export const TEXT_WIDTH: number = twips(156);

/** The width of a chart: 120 mm as in the PDF, in pixels at 96 per inch. */
export const CHART_WIDTH: number = Math.round((120 / 25.4) * 96);

/** 三号 in half points. */
const SIZE = 32;
const LINE = { line: Math.round((225 / 22) * MILLIMETRE), lineRule: LineRuleType.EXACT };
const INDENT = { firstLine: 2 * 10 * SIZE, firstLineChars: 200 };
const BODY = {
  spacing: { ...LINE, before: 0, after: 0 },
  indent: INDENT,
  alignment: AlignmentType.BOTH,
};
const NO_INDENT = { firstLine: 0, firstLineChars: 0 };

const heading = (id: FamilyId) => ({
  run: { font: fontOf(id), size: SIZE, bold: false, color: '000000' },
  paragraph: { ...BODY, keepNext: true },
});

export const STYLES: IStylesOptions = {
  default: {
    document: { run: { font: fontOf('song'), size: SIZE, language: { value: 'zh-CN', eastAsia: 'zh-CN' } } },
    title: {
      run: { font: fontOf('hei'), size: 44, bold: false },
      paragraph: {
        spacing: { after: LINE.line / 2 },
        alignment: AlignmentType.CENTER,
        indent: NO_INDENT,
      },
    },
    heading1: heading('hei'),
    heading2: heading('kai'),
    heading3: heading('hei'),
    heading4: heading('hei'),
    heading5: heading('hei'),
    heading6: heading('hei'),
  },
  paragraphStyles: [
    { id: 'Body', name: '正文段落', basedOn: 'Normal', quickFormat: true, paragraph: BODY },
    {
      id: 'Fact',
      name: '发布日期',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { ...BODY, indent: NO_INDENT, alignment: AlignmentType.CENTER },
    },
    {
      id: 'Cell',
      name: '表格文字',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: {
        alignment: AlignmentType.CENTER,
        indent: NO_INDENT,
        spacing: { before: 0, after: 0 },
      },
    },
    {
      id: 'Footnote',
      name: '表注',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: 24 },
      paragraph: { indent: NO_INDENT, spacing: { line: 360, lineRule: LineRuleType.EXACT, before: 40, after: 0 } },
    },
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      run: { size: 28 },
      paragraph: {
        alignment: AlignmentType.CENTER,
        indent: NO_INDENT,
        spacing: { line: 400, lineRule: LineRuleType.EXACT, before: 80, after: 200 },
      },
    },
    {
      id: 'Footer',
      name: 'footer',
      basedOn: 'Normal',
      run: { size: 28 },
      paragraph: { alignment: AlignmentType.CENTER },
    },
  ],
};
