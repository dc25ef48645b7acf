import type { Text } from '../../../diagnostics/text.ts';

const say = (zh: string, en: string): Text => ({ zh, en });

/** What a document may have beside its text, by kind. */
export const KINDS = {
  hidden: say('里面有隐藏的文字', 'It has hidden text'),
  inserted: say('里面有修订：插入的内容', 'It has tracked changes: something was inserted'),
  deleted: say('里面有修订：删除的内容', 'It has tracked changes: something was deleted'),
  formatted: say('里面有修订：改过的格式', 'It has tracked changes: something was formatted'),
  comment: say('里面有批注', 'It has comments'),
  'text box': say('里面有文本框或图形', 'It has a text box or a shape'),
  pictures: say('里面另有图片', 'It has other pictures'),
  object: say('里面嵌入了别的对象', 'Other objects were embedded in it'),
  alternatives: say(
    '里面有替代内容，不同的程序显示的不同',
    'It has alternative content, which differs from program to program',
  ),
  'other file': say('里面嵌入了另一份文件的内容', 'It has the content of another file'),
  symbol: say('里面有符号字体的字', 'It has characters of a symbol font'),
  field: say('里面加了域', 'It has a field that was added'),
  control: say('里面加了控件', 'It has a control that was added'),
  note: say('里面加了脚注或尾注', 'It has footnotes or endnotes'),
  frame: say('里面有图文框', 'It has a frame'),
  formula: say('里面有公式', 'It has a formula'),
  ruby: say('字的上面注了别的字', 'It has text above other text'),
  shading: say('里面加了底色', 'It has shading that was added'),
  'hidden row': say('表里有隐藏的行', 'A table has hidden rows'),
  'other text': say('页眉、页脚、脚注或批注里的文字不同', 'A header, footer, note or comment has other text'),
  external: say('里面链接到别处', 'It has a link to somewhere else'),
  macro: say('里面有宏', 'It has macros'),
  fonts: say('里面嵌入了字体', 'It has embedded fonts'),
  'oddly written': say('里面有办公软件从来不这样写的内容', 'It is written in a way that no office program writes'),
} as const satisfies Readonly<Record<string, Text>>;

type Kind = keyof typeof KINDS;

/** Kinds that no version of this tool writes. */
export const NEVER: ReadonlySet<Kind> = new Set<Kind>([
  'hidden',
  'inserted',
  'deleted',
  'formatted',
  'comment',
  'object',
  'other file',
  'control',
  'macro',
  'hidden row',
  'oddly written',
]);

const all = (kind: Kind, names: string): [string, Kind][] => names.split(' ').map((name) => [name, kind]);

/** Elements of text, by kind. */
export const ELEMENTS: Readonly<Record<string, Kind>> = Object.fromEntries([
  ...all('hidden', 'w:vanish w:webHidden w:specVanish'),
  ...all('inserted', 'w:ins w:moveTo w:cellIns w:customXmlInsRangeStart'),
  ...all('deleted', 'w:del w:moveFrom w:delText w:cellDel w:delInstrText w:customXmlDelRangeStart'),
  ...all('formatted', 'w:rPrChange w:pPrChange w:tblPrChange w:trPrChange w:tcPrChange w:sectPrChange w:cellMerge'),
  ...all('comment', 'w:commentReference w:commentRangeStart'),
  ...all('text box', 'w:txbxContent v:textbox wps:txbx w:pict v:shape v:rect wpg:wgp wpc:wpc'),
  ...all('pictures', 'w:drawing'),
  ...all('object', 'w:object o:OLEObject'),
  ...all('alternatives', 'mc:AlternateContent'),
  ...all('other file', 'w:altChunk w:subDoc w:contentPart'),
  ...all('symbol', 'w:sym'),
  ...all('control', 'w:sdt w:control w:ffData'),
  ...all('note', 'w:footnoteReference w:endnoteReference'),
  ...all('frame', 'w:framePr'),
  ...all('formula', 'm:oMath m:oMathPara'),
  ...all('ruby', 'w:ruby w:eastAsianLayout'),
  ...all('hidden row', 'w:hidden'),
  ...all('shading', 'w:background'),
]);

/** Parts by the kind of what they are. */
export const FOREIGN_PARTS: readonly (readonly [RegExp, Kind])[] = [
  [/vbaProject|vbaData/iu, 'macro'],
  [/activeX|\/ctrlProps\//iu, 'control'],
  [/^word\/fonts\/|\.odttf$/iu, 'fonts'],
  [/\/embeddings\/|oleObject/iu, 'object'],
  [/afchunk|^word\/[^/]+\.(?:html?|mht|rtf|txt|docx?)$/iu, 'other file'],
];

/** Namespaces by the names that all programs use. */
export const NAMESPACES: Readonly<Record<string, string>> = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  m: 'http://schemas.openxmlformats.org/officeDocument/2006/math',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
};

/** The first of them in the strict form of the standard. */
export const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
