import { MOST_PAGES, type PdfContent, PdfReading } from '../pdf-reading.ts';
import { PageContents } from './content.ts';
import { type PdfObjects, readObjects } from './file.ts';
import { StructureTree } from './structure.ts';
import { isName, onlyKeys, ours, type PdfDict, PdfName, PdfRef, PdfStream, type PdfValue, textOf } from './values.ts';

/**
 * Reads a PDF as `build` writes it, from its bytes alone and about 30 times faster than pdf.js. Returns the same content as
 * pdf.js, or undefined if the file has anything that such PDFs do not have: nothing is guessed. Never throws.
 */
export function quickRead(bytes: Uint8Array): PdfContent | undefined {
  try {
    return contentOf(readObjects(bytes));
  } catch {
    // Also what a library throws, such as for a damaged stream: pdf.js then says what is wrong.
    return undefined;
  }
}

// A key that is not listed can run something, hide something or change what a key of the list means.
const CATALOG = new Set([
  ...['Type', 'Pages', 'Dests', 'MarkInfo', 'StructTreeRoot', 'Outlines', 'ViewerPreferences', 'Lang', 'Metadata'],
  ...['Names', 'AF', 'OutputIntents'],
]);
const NAMES = new Set(['EmbeddedFiles']);
const PAGES = new Set(['Type', 'Kids', 'Count', 'Parent']);
const PAGE = new Set([...['Type', 'Resources', 'MediaBox', 'Contents', 'StructParents', 'Tabs', 'Parent', 'Annots']]);
const LINK = new Set([
  ...['Type', 'Subtype', 'Rect', 'Border', 'F', 'StructParent', 'Contents', 'A', 'Dest', 'NM', 'M'],
]);
const ACTION = new Set(['Type', 'S', 'URI']);

function contentOf(file: PdfObjects): PdfContent {
  const catalog = file.dict(file.trailer.get('Root'));
  ours(isName(catalog.get('Type'), 'Catalog'));
  onlyKeys(catalog, CATALOG);
  const pages = pagesIn(file, catalog.get('Pages'));
  const contents = new PageContents(file);
  const tree = new StructureTree(file, file.dict(catalog.get('StructTreeRoot')));
  const reading = new PdfReading();
  for (const page of pages) {
    const notes = page.has('Annots') ? file.list(page.get('Annots')).map((note) => linkOf(file, note)) : [];
    reading.add(contents.read(page, boxOf(file, page)), tree.page(page, notes));
  }
  const info = file.dict(file.trailer.get('Info'));
  return {
    blocks: reading.blocks.map((block) => ({ ...block, text: block.text.trim() })),
    loose: reading.loose,
    annotations: [],
    active: [],
    pages: pages.length,
    title: stringIn(info, 'Title'),
    author: stringIn(info, 'Author'),
    producer: stringIn(info, 'Producer'),
    attachments: attachmentsOf(file, catalog),
  };
}

function stringIn(dict: PdfDict, key: string): string {
  const value = dict.get(key) ?? '';
  ours(typeof value === 'string');
  return textOf(value);
}

function pagesIn(file: PdfObjects, root: PdfValue | undefined): PdfDict[] {
  const pages: PdfDict[] = [];
  const seen = new Set<PdfDict>();
  const walk = (node: PdfDict): void => {
    ours(!seen.has(node) && seen.size <= 2 * MOST_PAGES);
    seen.add(node);
    if (isName(node.get('Type'), 'Page')) {
      onlyKeys(node, PAGE);
      pages.push(node);
      return;
    }
    ours(isName(node.get('Type'), 'Pages'));
    onlyKeys(node, PAGES);
    const before = pages.length;
    for (const kid of file.list(node.get('Kids'))) {
      ours(kid instanceof PdfRef);
      walk(file.dict(kid));
    }
    ours(node.get('Count') === pages.length - before);
  };
  walk(file.dict(root));
  ours(pages.length > 0 && pages.length <= MOST_PAGES);
  return pages;
}

function boxOf(file: PdfObjects, page: PdfDict): readonly number[] {
  const box = file.list(page.get('MediaBox'));
  const [left, lower, right, upper] = box;
  ours(box.length === 4 && left === 0 && lower === 0);
  ours(typeof right === 'number' && right > 0 && typeof upper === 'number' && upper > 0);
  return box as readonly number[];
}

/** A link to an address or to a place in the file. Throws `NotOurs` for every other annotation. */
function linkOf(file: PdfObjects, value: PdfValue): PdfDict {
  const note = file.dict(value);
  ours(value instanceof PdfRef && isName(note.get('Subtype'), 'Link'));
  onlyKeys(note, LINK);
  const dest = note.get('Dest');
  ours(dest === undefined || dest instanceof PdfName || typeof dest === 'string');
  if (!note.has('A')) return note;
  const action = file.dict(note.get('A'));
  onlyKeys(action, ACTION);
  const address = action.get('URI');
  ours(isName(action.get('S'), 'URI') && typeof address === 'string');
  ours(/^(?:https?:\/\/|mailto:|tel:)[\x21-\x7e]+$/.test(address) && URL.canParse(address));
  return note;
}

function attachmentsOf(file: PdfObjects, catalog: PdfDict): Map<string, string> {
  const texts = new Map<string, string>();
  if (!catalog.has('Names')) return texts;
  const names = file.dict(catalog.get('Names'));
  onlyKeys(names, NAMES);
  if (!names.has('EmbeddedFiles')) return texts;
  const tree = file.dict(names.get('EmbeddedFiles'));
  onlyKeys(tree, new Set(['Names']));
  const pairs = file.list(tree.get('Names'));
  const keys = new Set<string>();
  for (let at = 0; at < pairs.length; at += 2) {
    const key = file.get(pairs[at]);
    ours(typeof key === 'string' && !keys.has(textOf(key)));
    keys.add(textOf(key));
    const spec = file.dict(pairs[at + 1]);
    const name = stringIn(spec, 'UF');
    // Other names are changed, or come in another order.
    ours(name !== '' && !/[\\/]/.test(name) && !/^\d+$/.test(textOf(key)));
    const stream = file.get(file.dict(spec.get('EF')).get('UF'));
    ours(stream instanceof PdfStream);
    texts.set(name, new TextDecoder().decode(file.unpack(stream)));
  }
  return texts;
}
