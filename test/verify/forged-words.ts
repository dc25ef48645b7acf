import { strFromU8, strToU8, type Unzipped, unzipSync, zipSync } from 'fflate';
import type { Forgery } from './forged-pages.ts';

type WordForgery = Forgery<Uint8Array> & {
  /** What is said of it. */
  readonly said: RegExp;
};

export const MAIN = 'word/document.xml';

/** A change of the parts of a document, by name; undefined adds a part. */
export const inParts =
  (changes: Readonly<Record<string, (xml: string) => string>>) =>
  (bytes: Uint8Array): Uint8Array => {
    const files: Unzipped = unzipSync(bytes);
    for (const [name, change] of Object.entries(changes)) {
      const before = strFromU8(files[name] ?? new Uint8Array());
      const after = change(before);
      if (after === before) throw new Error(`${name} was not changed`);
      files[name] = strToU8(after);
    }
    return zipSync(files, { level: 1, mtime: new Date(1980, 0, 1) });
  };

const put = (from: string | RegExp, to: string) => (xml: string) => xml.replace(from, () => to);
const inText = (from: string | RegExp, to: string) => inParts({ [MAIN]: put(from, to) });
/** The document as an office program that only saves it again would leave it. */
export const savedBy = (program: string) =>
  inParts({ 'docProps/app.xml': (xml) => xml.replace(/\/>$/u, `><Application>${program}</Application></Properties>`) });

const CELL = /<w:t xml:space="preserve">16<\/w:t>/u;
/** The look of the first 16, total of the applications. */
const look = (properties: string) =>
  inParts({
    [MAIN]: (xml) => {
      const at = xml.search(CELL);
      const run = xml.lastIndexOf('<w:r>', at);
      return `${xml.slice(0, run)}<w:r><w:rPr>${properties}</w:rPr>${xml.slice(at)}`;
    },
  });
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const paragraph = (inner: string) => inText('<w:body>', `<w:body><w:p>${inner}</w:p>`);
const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
const BOX = '<w:pict><v:shape><v:textbox><w:txbxContent><w:p/></w:txbxContent></v:textbox></v:shape></w:pict>';
const LINK = (type: string) =>
  `<Relationship Id="x" Type="${type}" Target="https://a.test/" TargetMode="External"/></Relationships>`;

const designer: [string, WordForgery['change'], '✗' | '?', RegExp][] = [
  [
    'a number in the colour of the paper',
    look('<w:sz w:val="18"/><w:color w:val="FFFFFF"/>'),
    '?',
    /总计：“16”的颜色不同：文件里是“FFFFFF”/u,
  ],
  ['a number too small to see', look('<w:sz w:val="2"/>'), '?', /“16”的字号（半磅）不同：文件里是“2”，应为“\d+”/u],
  [
    'a number in a font of symbols',
    look('<w:rFonts w:ascii="Wingdings"/>'),
    '?',
    /“16”的字体不同：文件里是“Wingdings”/u,
  ],
  ['a number that is struck out', look('<w:strike/>'), '?', /“16”的删除线不同/u],
  ['a hidden number', look('<w:vanish/>'), '✗', /里面有隐藏的文字/u],
  [
    'a style for all cells',
    inParts({
      'word/styles.xml': put(
        /(?<=w:styleId="CellMatrix".{0,2000}?)<\/w:style>/su,
        '<w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>',
      ),
    }),
    '?',
    /的颜色不同/u,
  ],
  ['a text box', paragraph(`<w:r>${BOX}</w:r>`), '?', /里面有文本框或图形/u],
  ['a fallback', paragraph('<mc:AlternateContent><mc:Fallback/></mc:AlternateContent>'), '?', /里面有替代内容/u],
  [
    'text in a merged cell',
    inText(/(?<=<w:vMerge w:val="continue"\/>.{0,200}?<\/w:pPr>)(?=<\/w:p>)/u, run('61')),
    '?',
    /合并的单元格里藏着/u,
  ],
  ['a footer', inParts({ 'word/footer1.xml': put('— ', '61 — ') }), '?', /页眉、页脚、脚注或批注里的文字不同：61——/u],
];

const programmer: [string, WordForgery['change'], '✗' | '?', RegExp][] = [
  ['macros', inParts({ 'word/vbaProject.bin': () => 'x' }), '✗', /里面有宏/u],
  ['embedded fonts', inParts({ 'word/fonts/font1.odttf': () => 'x' }), '?', /里面嵌入了字体/u],
  ['another file', inText('<w:sectPr', '<w:altChunk r:id="x"/><w:sectPr'), '✗', /里面嵌入了另一份文件的内容/u],
  [
    'a template elsewhere',
    inParts({ 'word/_rels/document.xml.rels': put('</Relationships>', LINK('attachedTemplate')) }),
    '?',
    /里面链接到别处：https:\/\/a\.test/u,
  ],
  ['a field', paragraph(`<w:fldSimple w:instr=" = 8 + 8 ">${run('')}</w:fldSimple>`), '?', /里面加了域：=/u],
  [
    'text under another prefix',
    inText('<w:body>', `<w:body xmlns:q="${W}"><q:p><q:r><q:t>61</q:t></q:r></q:p>`),
    '✗',
    /从来不这样写/u,
  ],
  ['another main part', inParts({ '_rels/.rels': put(MAIN, 'word/other.xml') }), '✗', /从来不这样写/u],
  [
    'other data',
    inParts({ 'customXml/item1.xml': put('"issued": 9', '"issued": 8') }),
    '?',
    /里面附的数据（JSON）和报告不同/u,
  ],
  ['packed again', inParts({ 'docProps/app.xml': (xml) => `${xml} ` }), '?', /改动过：docProps\/app\.xml/u],
];

const clerk: [string, WordForgery['change'], '✗' | '?', RegExp][] = [
  ['a digit in a cell', inText(CELL, '<w:t>19</w:t>'), '✗', /2023\.yaml:\d+:\d+.*总计：文件里是“19”，应为“16”/su],
  ['a digit in a sentence', inText('1701条', '1710条'), '✗', /> \d+ \|.*1701条[^^]*\^{4}/su],
  ['an insertion', inText(/<w:r>(?=(?:(?!<w:r>).)*?16<)/u, '<w:ins w:id="1"/><w:r>'), '✗', /修订：插入的内容/u],
  ['a deletion', paragraph('<w:del w:id="1"><w:r><w:delText>61</w:delText></w:r></w:del>'), '✗', /修订：删除的内容/u],
  ['a comment', paragraph('<w:r><w:commentReference w:id="1"/></w:r>'), '✗', /里面有批注/u],
  [
    'another title',
    inParts({ 'docProps/core.xml': put(/<dc:title>[^<]*/u, '<dc:title>报告') }),
    '✗',
    /标题或作者不对/u,
  ],
];

const listOf = (by: WordForgery['by'], list: typeof clerk): WordForgery[] =>
  list.map(([what, change, otherVersion, said]) => ({ by, what, change, otherVersion, said }));

export const WORD_FORGERIES: readonly WordForgery[] = [
  ...listOf('designer', designer),
  ...listOf('programmer', programmer),
  ...listOf('clerk', clerk),
];

/** The document with another receipt. */
export const withProperty = (from: string | RegExp, to: string) => inParts({ 'docProps/custom.xml': put(from, to) });
