import type { ContentBlock, PublishedDocument } from '../../document.ts';
import { blocksOf } from './blocks.ts';
import { decodePage } from './decode.ts';
import { htmlInJson } from './json.ts';
import { propertiesOf } from './properties.ts';
import { tooLarge } from './refusals.ts';
import { savedName } from './saved-names.ts';
import { scanPage } from './scan.ts';
import { showTables } from './show-tables.ts';
import { attribute, isElement, MOST_BYTES, parsePage, type WebElement } from './tree.ts';
import { hasFormTable, refusalOf } from './why-refused.ts';

/** The bytes of a page, and the charset if something outside the page declares it. */
interface PageBytes {
  readonly bytes: Uint8Array;
  readonly charset?: string | undefined;
  /** Its path from the folder of the page, if it is a frame. */
  readonly name?: string;
}

/** Gives the page at an address that a frame of the page `from` has; undefined if it was not saved. */
type SavedFrames<Page extends PageBytes = PageBytes> = (address: string, from: Page) => Page | undefined;

/** Reads a page with its frames. Throws a `Refusal` if it is too large or is no report. */
export function readPage<Page extends PageBytes>(page: Page, framesOf: SavedFrames<Page>): PublishedDocument {
  const text = textOf(page);
  const inside = htmlInJson(text);
  const root = rootOf(inside?.html ?? text);
  const scan = scanPage(root);
  const title = inside?.title;
  const properties = { ...propertiesOf(scan), ...(title !== undefined && { title }) };
  const { blocks, missing } = readBlocks(root, page, framesOf);
  if (!hasFormTable(blocks) && showTables(root)) {
    // A part of the page that a click would show, such as a second tab, has the tables.
    const all = readBlocks(root, page, framesOf).blocks;
    if (hasFormTable(all)) return { blocks: all, properties };
  }
  const refusal = refusalOf(blocks, scan, missing);
  if (refusal) throw refusal;
  return { blocks, properties };
}

/** Frames are read in frames up to this depth; a page can have this many in all. */
const DEEPEST_FRAME = 3;
const MOST_FRAMES = 20;

/** The blocks of a page with those of its frames, and the addresses of frames that were not saved. */
function readBlocks<Page extends PageBytes>(
  root: WebElement,
  page: Page,
  framesOf: SavedFrames<Page>,
): { blocks: ContentBlock[]; missing: string[] } {
  const missing: string[] = [];
  const pages = new Map<unknown, { depth: number; page: Page }>();
  let frames = 0;
  const blocks = blocksOf(root, (frame) => {
    const around = pages.get(topOf(frame)) ?? { depth: 0, page };
    const depth = around.depth + 1;
    if (depth > DEEPEST_FRAME || ++frames > MOST_FRAMES) return undefined;
    const address = attribute(frame, 'src') ?? '';
    const saved = attribute(frame, 'srcdoc') ?? framesOf(address, around.page);
    if (saved === undefined) {
      if (isPageAddress(address)) missing.push(address);
      return undefined;
    }
    const inner = rootOf(typeof saved === 'string' ? saved : textOf(saved));
    pages.set(topOf(inner), { depth, page: typeof saved === 'string' ? around.page : saved });
    return inner;
  });
  return { blocks, missing };
}

/** Frames of pages saved beside a page. */
export const framesBeside =
  (companion: ((name: string) => Uint8Array | undefined) | undefined): SavedFrames =>
  (address, from) => {
    const name = savedName(address, from.name);
    const bytes = name === undefined ? undefined : companion?.(name);
    return bytes && name !== undefined ? { bytes, name } : undefined;
  };

function textOf({ bytes, charset }: PageBytes): string {
  if (bytes.length > MOST_BYTES) throw tooLarge(`超过 ${MOST_BYTES / 1e6} MB`, `more than ${MOST_BYTES / 1e6} MB`);
  return decodePage(bytes, charset);
}

const isPageAddress = (address: string): boolean => address !== '' && !/^(?:about|javascript|data):/iu.test(address);

function rootOf(html: string): WebElement {
  const rows = /^\s*<(?:caption|colgroup|thead|tbody|tr)[\s>]/iu.test(html);
  const whole = rows ? `<table>${html}` : /^\s*<\?xml/u.test(html) ? withEndTags(html) : html;
  const root = parsePage(whole).childNodes.find(isElement);
  if (!root) throw new Error('A parsed page always has <html>');
  return root;
}

/** XHTML ends an element in its start tag, which HTML does not know: `<script src="a.js"/>` would go on to the end of the page. */
const withEndTags = (xhtml: string): string =>
  xhtml.replace(/<([a-z][\w:-]*)(\s[^<>]*)?\/>/giu, (tag, name: string, attributes = '') =>
    VOID.test(name) ? tag : `<${name}${attributes}></${name}>`,
  );

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/iu;

function topOf(element: WebElement): unknown {
  let node: WebElement['parentNode'] = element;
  while (node && 'parentNode' in node && node.parentNode) node = node.parentNode;
  return node;
}
