import { dictOf, get, has, isTrue, listOf, nameOf, numberOf, type PdfFile, textIn } from '../pdf-file.ts';
import { type PointGroup, point, unless } from '../point.ts';
import { elementsOf, named } from '../tags.ts';

/** A tag of RFC 3066. */
export const LANGUAGE = /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/;

const hasLanguage = ({ catalog }: PdfFile): boolean => LANGUAGE.test(textIn(get(catalog, 'Lang')) ?? '');

/** Elements with one of these keys whose language nobody says. */
const speechless = (keys: readonly string[]) => (file: PdfFile) =>
  hasLanguage(file)
    ? []
    : elementsOf(file).flatMap((element) => {
        if (!keys.some((key) => has(element.dict, key))) return [];
        for (let one: typeof element | undefined = element; one; one = one.parent) if (has(one.dict, 'Lang')) return [];
        return [named(element)];
      });

const outline = ({ catalog }: PdfFile) => get(dictOf(get(catalog, 'Outlines')), 'First') !== undefined;
const fields = ({ dicts }: PdfFile) => dicts.filter(({ dict }) => has(dict, 'FT') && has(dict, 'TU'));
const encryption = ({ context }: PdfFile) => dictOf(context.lookup(context.trailerInfo.Encrypt));
/** The configurations of optional content; the first is the one that counts at the start. */
const layers = ({ catalog }: PdfFile) => {
  const own = dictOf(get(catalog, 'OCProperties'));
  const others = listOf(get(own, 'Configs')).flatMap((one) => dictOf(catalog.context.lookup(one)) ?? []);
  return { first: own && (dictOf(get(own, 'D')) ?? own), others };
};
const withoutName = (dict: Parameters<typeof get>[0]) => !textIn(get(dict, 'Name'));

export const document: PointGroup = {
  title: { zh: '文件、语言、附件、安全', en: 'Document, language, attached files, security' },
  points: [
    point('06-001', '有 XMP 元数据', 'there is XMP metadata', ({ xmp }) => unless(xmp !== '', 'catalog')),
    point('06-002', 'XMP 里有 PDF/UA 的标识', 'the XMP has the identifier of PDF/UA', ({ xmp }) =>
      unless(/<pdfuaid:part>\s*1\s*</.test(xmp) && xmp.includes('"http://www.aiim.org/pdfua/ns/id/"'), 'XMP'),
    ),
    point('06-003', 'XMP 里有标题', 'the XMP has a title', ({ xmp }) =>
      unless(/<dc:title>[\s\S]*?<rdf:li[^>]*>[^<]+<[\s\S]*?<\/dc:title>/.test(xmp), 'XMP'),
    ),
    point(
      '07-001',
      '写明窗口显示标题（DisplayDocTitle）',
      'it is said whether the window shows the title',
      ({ catalog }) =>
        unless(get(dictOf(get(catalog, 'ViewerPreferences')), 'DisplayDocTitle') !== undefined, 'ViewerPreferences'),
    ),
    point('07-002', '窗口显示标题', 'the window shows the title', ({ catalog }) =>
      unless(isTrue(get(dictOf(get(catalog, 'ViewerPreferences')), 'DisplayDocTitle')), 'ViewerPreferences'),
    ),
    point('11-001', '文字的语言是确定的', 'the language of the text is known', speechless(['K'])),
    point(
      '11-002',
      '替代文字的语言是确定的',
      'the language of alternative texts is known',
      speechless(['Alt', 'ActualText', 'E']),
    ),
    point('11-003', '书签的语言是确定的', 'the language of the bookmarks is known', (file) =>
      unless(!outline(file) || hasLanguage(file), 'Outlines'),
    ),
    point('11-004', '批注和链接说明的语言是确定的', 'the language of the descriptions of links is known', (file) =>
      hasLanguage(file)
        ? []
        : file.pages
            .filter((page) => page.annotations.some((note) => has(note, 'Contents')))
            .map(({ number }) => `page ${number}`),
    ),
    point('11-005', '表单域说明的语言是确定的', 'the language of the descriptions of form fields is known', (file) =>
      hasLanguage(file) ? [] : fields(file).map(({ object }) => `object ${object}`),
    ),
    point('11-006', '元数据的语言是确定的', 'the language of the metadata is known', (file) =>
      unless(file.xmp === '' || hasLanguage(file) || /<dc:language>/.test(file.xmp), 'XMP'),
    ),
    point('20-001', '其他图层设置都有名称', 'every other configuration of layers has a name', (file) =>
      layers(file)
        .others.filter(withoutName)
        .map(() => 'OCProperties/Configs'),
    ),
    point('20-002', '图层设置有名称', 'the configuration of layers has a name', (file) => {
      const { first } = layers(file);
      return unless(!first || !withoutName(first), 'OCProperties/D');
    }),
    point('20-003', '图层不会自己变', 'no layers change by themselves (AS)', (file) => {
      const { first, others } = layers(file);
      return [first, ...others].flatMap((one) => (one && has(one, 'AS') ? ['OCProperties'] : []));
    }),
    point('21-001', '附件有两种文件名（F、UF）', 'attached files have both names (F, UF)', ({ dicts }) =>
      dicts.flatMap(({ dict, object }) =>
        has(dict, 'EF') && !(has(dict, 'F') && has(dict, 'UF')) ? [`object ${object}`] : [],
      ),
    ),
    point('25-001', '没有动态表单（XFA）', 'no dynamic form (XFA)', ({ catalog }) =>
      unless(get(dictOf(get(catalog, 'AcroForm')), 'XFA') === undefined, 'AcroForm'),
    ),
    point('26-001', '加了密的写明允许什么', 'an encrypted file says what is allowed', (file) => {
      const own = encryption(file);
      return unless(!own || has(own, 'P'), 'Encrypt');
    }),
    point('26-002', '加密不拦读屏软件', 'encryption does not stop screen readers', (file) => {
      const own = encryption(file);
      return unless(!own || ((numberOf(get(own, 'P')) ?? -1) & 512) !== 0, 'Encrypt');
    }),
    point('30-001', '没有引用别的文件的页（Ref）', 'no page of another file (Ref)', ({ dicts }) =>
      dicts.flatMap(({ dict, object }) =>
        nameOf(get(dict, 'Subtype')) === 'Form' && has(dict, 'Ref') ? [`object ${object}`] : [],
      ),
    ),
    point('30-002', '带标签的图形只用一次', 'a drawing with tags is used only once', (file) => formsUsedTwice(file)),
  ],
};

function formsUsedTwice({ pages, context }: PdfFile): string[] {
  const uses = new Map<string, number>();
  for (const { dict, operators } of pages) {
    const objects = dictOf(get(dictOf(get(dict, 'Resources')), 'XObject'));
    for (const { name, operands } of operators) {
      if (name !== 'Do') continue;
      const ref = objects?.entries().find(([key]) => `/${key.decodeText()}` === operands[0])?.[1];
      const form = dictOf(context.lookup(ref));
      if (form && has(form, 'StructParents')) uses.set(String(ref), (uses.get(String(ref)) ?? 0) + 1);
    }
  }
  return [...uses].flatMap(([ref, times]) => (times > 1 ? [`${ref}: ${times}`] : []));
}
