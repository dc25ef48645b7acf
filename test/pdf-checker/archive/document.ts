import { PDFStream } from '@cantoo/pdf-lib';
import { Parser } from 'htmlparser2';
import { dictOf, get, has, isTrue, listOf, nameOf, type PdfFile, textIn, treeEntries, unpacked } from '../pdf-file.ts';
import { type PointGroup, point, unless } from '../point.ts';
import { elementsOf, named, STANDARD } from '../tags.ts';
import { LANGUAGE } from '../ua/document.ts';

/** Namespaces that PDF/A knows; others have to be explained in the packet. */
const KNOWN = new Set([
  'adobe:ns:meta/',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  'http://purl.org/dc/elements/1.1/',
  'http://ns.adobe.com/xap/1.0/',
  'http://ns.adobe.com/xap/1.0/mm/',
  'http://ns.adobe.com/pdf/1.3/',
  'http://www.aiim.org/pdfa/ns/id/',
  'http://www.aiim.org/pdfa/ns/extension/',
  'http://www.aiim.org/pdfa/ns/schema#',
  'http://www.aiim.org/pdfa/ns/property#',
]);

/** Names of elements that do not pair. */
function unpaired(xml: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  const parser = new Parser(
    {
      onopentagname: (name) => void open.push(name),
      onclosetag: (name, implied) => {
        if (implied || open.pop() !== name) wrong.push(name);
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return [...wrong, ...open];
}

function* unexplained({ xmp }: PdfFile): Generator<string> {
  const explained = new Set([...xmp.matchAll(/<pdfaSchema:namespaceURI>([^<]+)</g)].map(([, uri]) => uri));
  for (const [, , uri = ''] of xmp.matchAll(/xmlns:(\w+)="([^"]+)"/g))
    if (!KNOWN.has(uri) && !explained.has(uri)) yield uri;
}

const property = (xmp: string, name: string) => new RegExp(`<${name}>\\s*([^<]*?)\\s*</${name}>`).exec(xmp)?.[1];

function* wrongFiles({ dicts, catalog, context }: PdfFile): Generator<string> {
  const associated = new Set(dicts.flatMap(({ dict }) => listOf(get(dict, 'AF')).map((one) => context.lookup(one))));
  for (const { dict, object } of dicts) {
    if (!has(dict, 'EF')) continue;
    const wrong = ['F', 'UF', 'AFRelationship', 'Desc'].filter((key) => !has(dict, key));
    if (!associated.has(dict)) wrong.push('AF');
    const stream = get(dictOf(get(dict, 'EF')), 'F');
    const type = stream instanceof PDFStream ? nameOf(get(stream.dict, 'Subtype')) : undefined;
    if (!/^[-\w+.]+\/[-\w+.]+$/.test(type ?? '')) wrong.push('Subtype');
    const params = stream instanceof PDFStream ? dictOf(get(stream.dict, 'Params')) : undefined;
    if (!params || !has(params, 'ModDate')) wrong.push('Params/ModDate');
    if (stream instanceof PDFStream && String(get(params, 'Size')) !== String(unpacked(stream).length))
      wrong.push('Params/Size');
    if (wrong.length > 0) yield `object ${object}: ${wrong.join(', ')}`;
  }
  for (const [name, value] of treeEntries(dictOf(get(dictOf(get(catalog, 'Names')), 'EmbeddedFiles')), 'Names'))
    if (!dictOf(value)) yield name;
}

const layers = ({ catalog }: PdfFile) => has(catalog, 'OCProperties');

export const metadata: PointGroup = {
  title: { zh: '元数据', en: 'Metadata' },
  points: [
    point(
      '6.6.2.1',
      'XMP 是完整的 UTF-8 XML，包头没有 bytes 和 encoding',
      'the XMP is well-formed XML in UTF-8, its header without bytes and encoding',
      ({ xmp, catalog }) => {
        const stream = get(catalog, 'Metadata');
        const header = /^<\?xpacket begin="\ufeff" ([^?]*)\?>/.exec(xmp)?.[1];
        return [
          ...unless(
            stream instanceof PDFStream && nameOf(get(stream.dict, 'Subtype')) === 'XML' && !has(stream.dict, 'Filter'),
            'stream',
          ),
          ...unless(header !== undefined && !/bytes|encoding/.test(header) && xmp.includes('<?xpacket end='), 'header'),
          ...unless(!xmp.includes('\ufffd'), 'UTF-8'),
          ...unpaired(xmp.replace(/<\?xpacket[^?]*\?>/g, '')),
        ];
      },
    ),
    point(
      '6.6.2.3',
      'XMP 里的属性都是标准认识的，或者另有说明',
      'all properties of the XMP are known to the standard or explained',
      unexplained,
    ),
    point(
      '6.6.3',
      '信息字典和 XMP 的内容一样',
      'the information dictionary and the XMP say the same',
      ({ xmp, context }) => {
        const info = dictOf(context.lookup(context.trailerInfo.Info));
        const plain = (text = '') => text.replace(/&(?:amp|lt|gt|quot|#39|apos);/g, (name) => ENTITIES[name] ?? name);
        const item = (name: string) => plain(new RegExp(`<${name}><rdf:\\w+><rdf:li[^>]*>([^<]*)<`).exec(xmp)?.[1]);
        const pairs = [
          ['Title', item('dc:title')],
          ['Author', item('dc:creator')],
          ['Creator', plain(property(xmp, 'xmp:CreatorTool'))],
          ['Producer', plain(property(xmp, 'pdf:Producer'))],
        ] as const;
        const digits = (text = '') => text.replace(/\D/g, '').slice(0, 14);
        return [
          ...pairs.flatMap(([key, value]) =>
            unless((textIn(get(info, key)) ?? '').replace(CONTROL, '') === value, key),
          ),
          ...unless(
            digits(textIn(get(info, 'CreationDate'))) === digits(property(xmp, 'xmp:CreateDate')),
            'CreationDate',
          ),
          ...unless(digits(textIn(get(info, 'ModDate'))) === digits(property(xmp, 'xmp:ModifyDate')), 'ModDate'),
        ];
      },
    ),
    point('6.6.4', 'XMP 里写明 PDF/A 第 3 部分、A 级', 'the XMP says PDF/A part 3, level A', ({ xmp }) => [
      ...unless(property(xmp, 'pdfaid:part') === '3', 'part'),
      ...unless(property(xmp, 'pdfaid:conformance') === 'A', 'conformance'),
      ...unless(xmp.includes('xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"'), 'namespace'),
    ]),
  ],
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&apos;': "'",
};
const CONTROL = /\p{Cc}/gu;

export const structure: PointGroup = {
  title: { zh: '逻辑结构', en: 'Logical structure' },
  points: [
    point('6.7.2', '文件标明带有标签', 'the document is marked as tagged', ({ catalog }) =>
      unless(isTrue(get(dictOf(get(catalog, 'MarkInfo')), 'Marked')), 'MarkInfo'),
    ),
    point(
      '6.7.3',
      '有结构树，标签都对应到标准标签',
      'there is a structure tree, and all roles are mapped to standard ones',
      (file) => [
        ...unless(elementsOf(file).length > 0, 'StructTreeRoot'),
        ...elementsOf(file).flatMap((element) => (STANDARD.has(element.role) ? [] : [named(element)])),
      ],
    ),
    point('6.7.4', '语言都写得正确', 'languages are written as they should', ({ dicts, catalog }) => [
      ...unless(has(catalog, 'Lang'), 'catalog'),
      ...dicts.flatMap(({ dict, object }) =>
        has(dict, 'Lang') && !LANGUAGE.test(textIn(get(dict, 'Lang')) ?? '') ? [`object ${object}`] : [],
      ),
    ]),
  ],
};

export const files: PointGroup = {
  title: { zh: '附件和其他', en: 'Attached files and others' },
  points: [
    point(
      '6.8',
      '附件写明类型、说明、关系、大小和日期，和文件关联',
      'attached files have type, description, relationship, size and date, and are associated with the document',
      wrongFiles,
    ),
    point('6.9', '没有图层，不用检查其设置', 'no layers, whose configuration would have to be checked', (file) =>
      unless(!layers(file), 'OCProperties'),
    ),
    point('6.10', '没有另外的放映方式', 'no other ways of presentation', ({ catalog, pages }) => [
      ...unless(get(dictOf(get(catalog, 'Names')), 'AlternatePresentations') === undefined, 'Names'),
      ...pages.flatMap(({ number, dict }) => (has(dict, 'PresSteps') ? [`page ${number}`] : [])),
    ]),
    point('6.11', '没有对阅读程序的要求', 'no requirements for the reading program', ({ catalog }) =>
      unless(!has(catalog, 'Requirements'), 'Requirements'),
    ),
  ],
};
