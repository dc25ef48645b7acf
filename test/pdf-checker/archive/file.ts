import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { dictOf, get, has, keysOf, listOf, nameOf, type PdfFile, raw } from '../pdf-file.ts';
import { type PointGroup, point, unless } from '../point.ts';

const FILTERS = new Set(
  'ASCIIHexDecode ASCII85Decode FlateDecode RunLengthDecode CCITTFaxDecode JBIG2Decode DCTDecode JPXDecode'.split(' '),
);
const MOST_OBJECTS = 8_388_607;
const LONGEST_STRING = 32_767;
const LONGEST_NAME = 127;
const DEEPEST = 28;

/** The text of the file without the contents of streams, in which anything may stand. */
function withoutStreams({ text }: PdfFile): string {
  return text.replace(/(\bstream\r?\n)[\s\S]*?(\r?\n?endstream)/g, '$1$2');
}

function* wrongLengths({ text, context, streams }: PdfFile): Generator<string> {
  for (const { stream, object } of streams) {
    if (!(stream instanceof PDFRawStream)) continue;
    const start = new RegExp(`(?:^|[\\r\\n])${object} 0 obj\\b`).exec(text)?.index ?? -1;
    const begin = /\bstream(\r\n|\n|)/g;
    begin.lastIndex = start;
    const keyword = begin.exec(text);
    const length = Number(String(context.lookup(raw(stream.dict, 'Length'))));
    const end = (keyword?.index ?? 0) + (keyword?.[0].length ?? 0) + length;
    if (!keyword?.[1] || !/^(?:\r\n|\n|\r)endstream/.test(text.slice(end, end + 12))) yield `object ${object}`;
  }
}

/** Everything in the objects of the file. */
function* values({ context }: PdfFile): Generator<{ value: PDFObject; object: number }> {
  function* within(value: PDFObject): Generator<PDFObject> {
    yield value;
    if (value instanceof PDFArray) for (const one of value.asArray()) yield* within(one);
    const dict = dictOf(value);
    if (dict instanceof PDFDict) for (const [key, one] of dict.entries()) yield* [key, ...within(one)];
  }
  for (const [ref, object] of context.enumerateIndirectObjects())
    for (const value of within(object)) yield { value, object: ref.objectNumber };
}

function* tooLarge(file: PdfFile): Generator<string> {
  if (file.context.enumerateIndirectObjects().length > MOST_OBJECTS) yield 'number of objects';
  for (const { value, object } of values(file)) {
    if (value instanceof PDFNumber && Math.abs(value.asNumber()) > 2 ** 31 - 1) yield `object ${object}: ${value}`;
    if (value instanceof PDFName && value.asString().length - 1 > LONGEST_NAME) yield `object ${object}: a name`;
    const isString = value instanceof PDFString || value instanceof PDFHexString;
    if (isString && value.asBytes().length > LONGEST_STRING) yield `object ${object}: a string`;
  }
  for (const { number, dict, operators } of file.pages) {
    let [depth, deepest] = [0, 0];
    for (const { name } of operators) {
      depth += name === 'q' ? 1 : name === 'Q' ? -1 : 0;
      deepest = Math.max(deepest, depth);
    }
    if (deepest > DEEPEST) yield `page ${number}: ${deepest} graphics states inside each other`;
    const [left, lower, right, upper] = listOf(get(dict, 'MediaBox')).map((one) => Number(String(one)));
    const sizes = [(right ?? 0) - (left ?? 0), (upper ?? 0) - (lower ?? 0)];
    if (sizes.some((size) => size < 3 || size > 14_400)) yield `page ${number}: its size`;
  }
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });
function isUtf8(name: string): boolean {
  try {
    return UTF8.decode(Buffer.from(name, 'latin1')) !== undefined;
  } catch {
    return false;
  }
}

/** Names that are texts: of fonts and of roles. */
function* wrongNames({ dicts }: PdfFile): Generator<string> {
  for (const { dict, object } of dicts) {
    const names = [raw(dict, 'BaseFont'), has(dict, 'P') ? raw(dict, 'S') : undefined];
    for (const name of names) {
      const bytes = String(name ?? '').replace(/#(..)/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      );
      if (name instanceof PDFName && !isUtf8(bytes)) yield `object ${object}`;
    }
  }
}

export const structureOfFile: PointGroup = {
  title: { zh: '文件结构', en: 'Structure of the file' },
  points: [
    point(
      '6.1.2',
      '文件以 %PDF-1.n 开头，第二行是四个以上大于 127 的字节',
      'the file begins with %PDF-1.n and a line of four or more bytes above 127',
      ({ text }) => unless(/^%PDF-1\.[0-7](?:\r\n|\n|\r)%[\x80-\xff]{4}/.test(text), 'byte 0'),
    ),
    point(
      '6.1.3',
      '有文件标识，没有加密，结尾之后没有别的',
      'there is an identifier, no encryption, and nothing behind the end',
      ({ text, context }) => [
        ...unless(listOf(context.lookup(context.trailerInfo.ID)).length === 2, 'ID'),
        ...unless(context.trailerInfo.Encrypt === undefined, 'Encrypt'),
        ...unless(/%%EOF(?:\r\n|\n|\r)?$/.test(text), 'end'),
      ],
    ),
    point('6.1.4', '交叉引用表的写法', 'the cross-reference table is written as it should', (file) =>
      unless(/(?:^|[\r\n])xref(?:\r\n|\n|\r)\d+ \d+ ?[\r\n]/.test(withoutStreams(file)), 'xref'),
    ),
    point('6.1.6', '十六进制字符串由成对的数字组成', 'strings in hexadecimal digits have pairs of digits', (file) => [
      ...hexIn(withoutStreams(file)).map((string) => `file: ${string.slice(0, 20)}`),
      ...file.pages.flatMap(({ number, operators }) =>
        operators.flatMap(({ operands }) =>
          operands.filter(isOddHex).map((string) => `page ${number}: ${string.slice(0, 20)}`),
        ),
      ),
    ]),
    point(
      '6.1.7.1',
      '流的长度和关键字的写法；没有放在外面的流',
      'length and keywords of streams; no stream outside of the file',
      (file) => [
        ...wrongLengths(file),
        ...file.streams.flatMap(({ stream: { dict }, object }) =>
          ['F', 'FFilter', 'FDecodeParms'].some((key) => has(dict, key)) ? [`object ${object}`] : [],
        ),
      ],
    ),
    point(
      '6.1.7.2',
      '只用标准的压缩方式，不用 LZW 和 Crypt',
      'only standard filters, neither LZW nor Crypt',
      ({ streams, context }) =>
        streams.flatMap(({ stream: { dict }, object }) => {
          const filter = get(dict, 'Filter');
          const names = [nameOf(filter), ...listOf(filter).map((one) => nameOf(context.lookup(one)))];
          return names.some((name) => name !== undefined && !FILTERS.has(name)) ? [`object ${object}`] : [];
        }),
    ),
    point('6.1.8', '字体和标签的名称是 UTF-8', 'names of fonts and roles are UTF-8', wrongNames),
    point('6.1.9', '对象的写法', 'objects are written as they should', (file) => {
      const text = withoutStreams(file);
      const all = text.match(/\bobj\b/g)?.length ?? 0;
      const right = text.match(/(?:^|[\r\n])\d+[ \t\r\n]\d+[ \t\r\n]obj[\r\n][\s\S]*?[\r\n]endobj[\r\n]/g)?.length ?? 0;
      return unless(all === right, `${all - right} of ${all}`);
    }),
    point('6.1.12', '没有 DocMDP、UR3 以外的权限', 'no permissions other than DocMDP and UR3', ({ catalog }) => {
      const perms = dictOf(get(catalog, 'Perms'));
      return perms ? keysOf(perms).filter((key) => key !== 'DocMDP' && key !== 'UR3') : [];
    }),
    point(
      '6.1.13',
      '数、名称、字符串、页面和嵌套不超过限度',
      'numbers, names, strings, pages and nesting within limits',
      tooLarge,
    ),
  ],
};

/** Strings in digits that are none, or not in pairs. Strings in brackets are left out. */
function hexIn(text: string): string[] {
  const plain = text
    .replace(/\((?:[^()\\]|\\[\s\S])*\)/g, '()')
    .replace(/^%.*$/gm, '')
    .replace(/<<|>>/g, ' ');
  return (plain.match(/<[^>]*>/g) ?? []).filter(isOddHex);
}

const isOddHex = (string: string): boolean =>
  /^<[^<]/.test(string) && !/^<(?:\s*[0-9A-Fa-f]\s*[0-9A-Fa-f]\s*)*>$/.test(string);
