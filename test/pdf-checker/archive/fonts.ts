import * as facts from '../font-facts.ts';
import { fontsOf } from '../fonts.ts';
import { get, nameOf, type PdfFile } from '../pdf-file.ts';
import { type PointGroup, point } from '../point.ts';

const TYPES = new Set(['Type0', 'Type1', 'MMType1', 'TrueType', 'Type3']);
const both =
  (...parts: ((file: PdfFile) => string[])[]) =>
  (file: PdfFile) =>
    parts.flatMap((part) => part(file));
const wrongDicts = (file: PdfFile) =>
  fontsOf(file).flatMap(({ dict, name, subtype }) =>
    nameOf(get(dict, 'Type')) === 'Font' && TYPES.has(subtype) && (name !== '?' || subtype === 'Type3') ? [] : [name],
  );

export const fonts: PointGroup = {
  title: { zh: '字体', en: 'Fonts' },
  points: [
    point('6.2.11.2', '字体字典完整', 'font dictionaries are complete', wrongDicts),
    point(
      '6.2.11.3',
      '复合字体的编码是 Identity，有 CIDToGIDMap',
      'composite fonts have the encoding Identity and a CIDToGIDMap',
      both(facts.otherEncodings, facts.noGlyphMap, facts.wrongGlyphMap),
    ),
    point(
      '6.2.11.4.1',
      '字体都已嵌入，有用到的全部字形',
      'fonts are embedded and have all glyphs that are shown',
      both(facts.notEmbedded, facts.missingGlyphs),
    ),
    point('6.2.11.4.2', '没有列字形的 CIDSet', 'no CIDSet that lists the glyphs', facts.withCidSet),
    point('6.2.11.5', '宽度和字体里的一样', 'widths are those of the font', facts.wrongWidths),
    point('6.2.11.6', '没有简单的 TrueType 字体', 'no simple TrueType fonts', facts.simpleTrueType),
    point(
      '6.2.11.7.2',
      '每个字形都对应到文字，不是 0 或字节序标记',
      'every glyph has its text, which is not zero or a mark of the byte order',
      both(facts.withoutMap, facts.withoutText, facts.zeroTexts, facts.byteOrderTexts),
    ),
    point(
      '6.2.11.7.3',
      '自造字都写明代表什么（ActualText）',
      'characters for private use say what they stand for (ActualText)',
      facts.privateTexts,
    ),
    point('6.2.11.8', '没有显示缺字字形', 'the glyph for missing characters is never shown', facts.notdefShown),
  ],
};
