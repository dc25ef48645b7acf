import { strFromU8, strToU8, type Unzipped } from 'fflate';
import { readXml, type WordParts, xmlIn } from '../readback/word/parts.ts';
import type { Receipt } from '../receipt.ts';

/** The receipt of a Word document; `browser` drew its charts. */
export type WordReceipt = Receipt & { readonly browser?: string | undefined };

/** The names of its entries as properties of the document: a person sees them there, and each holds at most 255 characters. */
const NAMES = {
  tool: '生成程序',
  form: '表式',
  template: '模板校验值',
  name: '报告文件',
  hash: '报告文件校验值',
  base: '文件名',
  formats: '一起生成的格式',
  draft: '草稿',
  systemFonts: '本机字体',
  browser: '浏览器',
} as const;
type Entries = { readonly [Key in keyof typeof NAMES]: string | undefined };

const YES = '是';

/** The receipt as custom properties of a document. */
export function receiptProperties(receipt: WordReceipt): { name: string; value: string }[] {
  const { tool, form, template, source, base, formats, draft, systemFonts, browser } = receipt;
  const flags = { draft: draft && YES, systemFonts: systemFonts && YES };
  const entries: Entries = {
    tool,
    form,
    template,
    ...source,
    name: source.name,
    base,
    formats: formats.join(' '),
    ...flags,
    browser,
  };
  return Object.entries(NAMES).flatMap(([key, name]) => {
    const value = entries[key as keyof Entries];
    return value === undefined ? [] : [{ name, value }];
  });
}

const CUSTOM = 'docProps/custom.xml';
const DATA = 'customXml/item1.xml';
/** Characters. */
const LONGEST = 100_000;

/** The receipt in the parts of a document as the JSON that a page has; undefined if an entry is there twice. */
export function receiptJson(parts: WordParts): string | undefined {
  const found = entriesIn(xmlIn(parts, CUSTOM));
  if (!found) return undefined;
  const of = (key: keyof Entries): string | undefined => found.get(NAMES[key])?.trim();
  return JSON.stringify({
    tool: of('tool'),
    form: of('form'),
    template: of('template'),
    base: of('base'),
    browser: of('browser'),
    source: { name: of('name'), hash: of('hash') },
    formats: of('formats')?.split(' '),
    draft: of('draft') === YES,
    systemFonts: of('systemFonts') === YES,
  });
}

function entriesIn(xml: string): Map<string, string> | undefined {
  if (xml.length > LONGEST) return undefined;
  const found = new Map<string, string>();
  let [name, isTwice] = ['', false];
  readXml(xml, {
    open(tag, attributes) {
      if (tag !== 'property') return;
      name = attributes.name ?? '';
      isTwice ||= found.has(name);
      found.set(name, '');
    },
    text: (text) => found.set(name, (found.get(name) ?? '') + text),
  });
  return isTwice ? undefined : found;
}

const NAMESPACE = 'urn:ogi-report:data';

/** Adds the data of the report as a custom XML part with its properties: Word keeps it and shows it nowhere. */
export function withData(files: Unzipped, data: string): Unzipped {
  const added = (part: string, end: string, more: string) => ({
    [part]: strToU8(strFromU8(files[part] ?? new Uint8Array()).replace(end, more + end)),
  });
  const link = `<Relationship Id="data" Type="${OFFICE}/customXml" Target="../${DATA}"/>`;
  const properties = `<Relationship Id="rId1" Type="${OFFICE}/customXmlProps" Target="itemProps1.xml"/>`;
  return {
    ...files,
    ...added('[Content_Types].xml', '</Types>', TYPE),
    ...added('word/_rels/document.xml.rels', '</Relationships>', link),
    [DATA]: strToU8(`${HEAD}<report xmlns="${NAMESPACE}">${escaped(data)}</report>`),
    [PROPERTIES]: strToU8(
      `${HEAD}<ds:datastoreItem ds:itemID="${ITEM}" xmlns:ds="${CUSTOM_XML}"><ds:schemaRefs>` +
        `<ds:schemaRef ds:uri="${NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
    ),
    'customXml/_rels/item1.xml.rels': strToU8(
      `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${properties}</Relationships>`,
    ),
  };
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CUSTOM_XML = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
const PROPERTIES = 'customXml/itemProps1.xml';
/** The data has the same id in every document. */
const ITEM = '{6F1D2B5A-3C47-4E0B-9A58-20E7C4D19B36}';
const TYPE = `<Override ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml" PartName="/${PROPERTIES}"/>`;

/** XML cannot have U+FFFE and U+FFFF, which JSON can write as numbers. */
const escaped = (json: string): string =>
  json.replace(
    /[<>&\u{fffe}\u{ffff}]/gu,
    (char) => ENTITIES[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };

/** The data of the report in the parts of a document, as JSON; other programs may have given its part another number. */
export function dataIn(parts: WordParts): string | undefined {
  const names = [...parts.keys()].filter((name) => /^customXml\/item\d+\.xml$/u.test(name));
  const own = names.map((name) => xmlIn(parts, name)).filter((xml) => xml.includes(NAMESPACE));
  const [xml] = own;
  if (xml === undefined || own.length > 1) return undefined;
  let text = '';
  readXml(xml, {
    text(more) {
      text += more;
    },
  });
  return text;
}
