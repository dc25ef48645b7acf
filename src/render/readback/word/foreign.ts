import type { Text } from '../../../diagnostics/text.ts';
import { visible } from '../blocks.ts';
import { ELEMENTS, FOREIGN_PARTS, KINDS, NAMESPACES, NEVER, STRICT } from './kinds.ts';
import { isOn, MAIN, readText, readXml, STYLES, type WordParts, xmlIn } from './parts.ts';

/** Kinds of content with what was found of each, such as the address of a link. */
type Found = ReadonlyMap<keyof typeof KINDS, readonly string[]>;

/**
 * What a document has that the expected one does not, apart from its text: what is hidden, tracked, drawn or embedded, runs or
 * leads elsewhere. One sentence for each kind. `isOtherVersion`: only what no version writes.
 */
export function foreignInWord(parts: WordParts, expected: WordParts, { isOtherVersion = false } = {}): Text[] {
  const ours = contentOf(expected);
  return [...contentOf(parts)].flatMap(([kind, found]) => {
    if (isOtherVersion && !NEVER.has(kind)) return [];
    const left = [...(ours.get(kind) ?? [])];
    const others = found.filter((one) => {
      const at = left.indexOf(one);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
    const [example] = others;
    if (example === undefined) return [];
    const { zh, en } = KINDS[kind];
    const quoted = example === '' ? undefined : example.slice(0, QUOTED);
    return [quoted === undefined ? { zh, en } : { zh: `${zh}：${quoted}`, en: `${en}: ${quoted}` }];
  });
}

const QUOTED = 60;
/** More of a kind say nothing new. */
const MOST = 1000;

function contentOf(parts: WordParts): Found {
  const found = new Map<keyof typeof KINDS, string[]>();
  const add = (kind: keyof typeof KINDS, what = '') => {
    const all = found.get(kind) ?? [];
    if (all.length < MOST) all.push(what);
    found.set(kind, all);
  };
  for (const [name, bytes] of parts) {
    const kind = FOREIGN_PARTS.find(([pattern]) => pattern.test(name))?.[1];
    if (kind) add(kind);
    if (name.endsWith('.rels')) readRelations(name, xmlIn(parts, name), add);
    else if (name.endsWith('.xml') && name.startsWith('word/')) readStory(name, xmlIn(parts, name), add);
    if (/\.(?:xml|rels)$/u.test(name) && isOtherEncoding(bytes)) add('oddly written');
  }
  return found;
}

type Add = (kind: keyof typeof KINDS, what?: string) => void;

/** Addresses outside the document; and where its main part and styles are, which other readers could look for elsewhere. */
function readRelations(name: string, xml: string, add: Add): void {
  const base = name === '_rels/.rels' ? '' : 'word/';
  readXml(xml, {
    open(tag, { Type = '', Target = '', TargetMode }) {
      if (tag === 'Relationships') return;
      if (TargetMode === 'External') add('external', Target);
      const kind = Type.split('/').at(-1) ?? '';
      const own = { officeDocument: MAIN, styles: STYLES }[kind];
      if (own !== undefined && !name.includes('glossary') && `/${base}${Target}` !== `/${own}` && Target !== `/${own}`)
        add('oddly written');
    },
  });
}

/** A part with text, or with styles. */
function readStory(name: string, xml: string, add: Add): void {
  let [text, instruction] = ['', ''];
  readText(xml, {
    open(tag, attributes) {
      if (tag === 'wp:docPr') add('pictures', attributes.descr);
      if (tag === 'w:fldSimple') addField(attributes['w:instr'] ?? '', add);
      const kind = ELEMENTS[tag];
      if (kind && name !== STYLES && isOn(attributes)) add(kind);
      for (const [key, value] of Object.entries(attributes)) if (isOdd(key, value)) add('oddly written');
    },
    shown(own) {
      text += own;
    },
    instruction(own) {
      instruction += own;
    },
    close(tag) {
      if (tag !== 'w:fldChar' && tag !== 'w:p') return;
      if (instruction.trim() !== '') addField(instruction, add);
      instruction = '';
    },
  });
  // The number of a page is the result of a field, which our own files leave to the program that shows them.
  const shown = visible(text).replace(/^—\d*—$/u, '——');
  if (name !== MAIN && shown !== '') add('other text', shown);
}

/** A link may be written as a field; its address is compared with those of our own links. */
function addField(instruction: string, add: Add): void {
  const [, address] = /^\s*HYPERLINK\s+"([^"]*)"/iu.exec(instruction) ?? [];
  if (address !== undefined) add('external', address);
  else add('field', instruction.trim().split(/\s+/u)[0]?.toUpperCase());
}

/** One of the known namespaces under another name, or the reverse. */
function isOdd(key: string, value: string): boolean {
  if (key !== 'xmlns' && !key.startsWith('xmlns:')) return false;
  const known = NAMESPACES[key.slice('xmlns:'.length)];
  if (known === undefined) return value === STRICT || Object.values(NAMESPACES).includes(value);
  return known !== value && !value.startsWith('http://purl.oclc.org/ooxml/');
}

/** Word reads UTF-16 too; we read UTF-8, as all programs write it. */
const isOtherEncoding = (bytes: Uint8Array): boolean => {
  const start = bytes.subarray(0, 200);
  return start.includes(0) || /^\s*<\?xml[^>]*encoding=["'](?!utf-8["'])/iu.test(Buffer.from(start).toString('latin1'));
};
