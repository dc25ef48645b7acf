import * as facts from '../font-facts.ts';
import { type PointGroup, point } from '../point.ts';

const encoding = (id: string) =>
  point(id, '复合字体只用 Identity 编码', 'composite fonts have the encoding Identity', facts.otherEncodings);
const type1 = (id: string) => point(id, '没有 Type 1 字体', 'no Type 1 fonts', facts.type1);
const simple = (id: string) => point(id, '没有简单的 TrueType 字体', 'no simple TrueType fonts', facts.simpleTrueType);

export const fonts: PointGroup = {
  title: { zh: '字体', en: 'Fonts' },
  points: [
    point('10-001', '每个字形都对应到文字', 'every glyph has its text', facts.withoutText),
    point('17-003', '公式的字形也对应到文字', 'so have the glyphs of formulas', facts.withoutText),
    ...['31-001', '31-002', '31-003'].map(encoding),
    point('31-004', 'CIDToGIDMap 是 Identity 或一个流', 'CIDToGIDMap is Identity or a stream', facts.wrongGlyphMap),
    point('31-005', '有 CIDToGIDMap', 'there is a CIDToGIDMap', facts.noGlyphMap),
    ...['31-006', '31-007', '31-008'].map(encoding),
    point('31-009', '字体都已嵌入', 'all fonts are embedded', facts.notEmbedded),
    point('31-011', '用到的字形都在字体里', 'fonts have all glyphs that are shown', facts.missingGlyphs),
    ...['31-012', '31-013'].map(type1),
    point('31-014', '没有不全的 CIDSet', 'no CIDSet that lacks a glyph', facts.withCidSet),
    point('31-015', '没有多余的 CIDSet', 'no CIDSet that lists too many glyphs', facts.withCidSet),
    point('31-016', '宽度和字体里的一样', 'widths are those of the font', facts.wrongWidths),
    ...['017', '018', '019', '020', '021', '022', '023', '024', '025', '026'].map((id) => simple(`31-${id}`)),
    point('31-027', '字体写明文字（ToUnicode）', 'fonts say their texts (ToUnicode)', facts.withoutMap),
    point('31-028', '文字没有写成 0', 'no text is zero', facts.zeroTexts),
    point('31-029', '文字没有写成字节序标记', 'no text is a mark of the byte order', facts.byteOrderTexts),
    point('31-030', '没有显示缺字字形', 'the glyph for missing characters is never shown', facts.notdefShown),
  ],
};
