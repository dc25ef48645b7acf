import type { PublishedDocument } from '../../document.ts';
import { blocksOf } from './blocks.ts';
import { decodePage } from './decode.ts';
import { htmlInJson } from './json.ts';
import { propertiesOf } from './properties.ts';
import { refusalOf } from './refusals.ts';
import { savedName } from './saved-names.ts';
import { scanPage } from './scan.ts';
import { attribute, isElement, MOST_BYTES, parsePage, tooLarge, type WebElement } from './tree.ts';

/** The bytes of a page, and the charset if something outside the page declares it. */
export interface PageBytes {
  readonly bytes: Uint8Array;
  readonly charset?: string | undefined;
}

/** Gives the page at the address of a frame; undefined if it was not saved. */
export type SavedFrames = (address: string) => PageBytes | undefined;

/** Frames are read in frames up to this depth; a page can have this many in all. */
const DEEPEST_FRAME = 3;
const MOST_FRAMES = 20;

/** Reads a page with its frames. Throws a `Refusal` if it is too large or is no report. */
export function readPage(page: PageBytes, framesOf: SavedFrames): PublishedDocument {
  const text = textOf(page);
  const inside = htmlInJson(text);
  const root = rootOf(inside?.html ?? text);
  const missing: string[] = [];
  let frames = 0;
  const depths = new Map<unknown, number>();
  const blocks = blocksOf(root, (frame) => {
    const address = attribute(frame, 'src') ?? '';
    const depth = (depths.get(topOf(frame)) ?? 0) + 1;
    const written = attribute(frame, 'srcdoc');
    const saved = written === undefined ? framesOf(address) : undefined;
    if (written === undefined && !saved && isPageAddress(address)) missing.push(address);
    if ((written === undefined && !saved) || depth > DEEPEST_FRAME || ++frames > MOST_FRAMES) return undefined;
    const inner = rootOf(written ?? textOf(saved as PageBytes));
    depths.set(topOf(inner), depth);
    return inner;
  });
  const scan = scanPage(root);
  const refusal = refusalOf(blocks, scan, missing);
  if (refusal) throw refusal;
  const title = inside?.title;
  return { blocks, properties: { ...propertiesOf(scan), ...(title !== undefined && { title }) } };
}

/** Frames of pages saved beside a page. */
export const framesBeside =
  (companion: ((name: string) => Uint8Array | undefined) | undefined): SavedFrames =>
  (address) => {
    const name = savedName(address);
    const bytes = name === undefined ? undefined : companion?.(name);
    return bytes && { bytes };
  };

function textOf({ bytes, charset }: PageBytes): string {
  if (bytes.length > MOST_BYTES) throw tooLarge(`超过 ${MOST_BYTES / 1e6} MB`, `more than ${MOST_BYTES / 1e6} MB`);
  return decodePage(bytes, charset);
}

const isPageAddress = (address: string): boolean => address !== '' && !/^(?:about|javascript|data):/iu.test(address);

function rootOf(html: string): WebElement {
  const root = parsePage(/^\s*<\?xml/u.test(html) ? withEndTags(html) : html).childNodes.find(isElement);
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
