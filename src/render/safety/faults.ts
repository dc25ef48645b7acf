import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  parse,
  parseFragment,
} from 'parse5';
import type { Text } from '../../diagnostics/text.ts';
import { POLICY } from '../page-policy.ts';
import { isLink, isPicture } from './addresses.ts';
import {
  allowsAttribute,
  allowsElement,
  allowsSvg,
  allowsSvgAttribute,
  isSvgStyle,
  type PageKind,
} from './allowed-html.ts';
import { type CssFault, faultsOfCss } from './css.ts';
import * as words from './words.ts';

/** Something that a template can't bring into a page. */
export interface SafetyFault {
  readonly message: Text;
  readonly hint: Text;
  /** How it is written, to find it in the template. */
  readonly source: string;
}

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;
type Attribute = Element['attrs'][number];

const HTML = 'http://www.w3.org/1999/xhtml';
const SVG = 'http://www.w3.org/2000/svg';
/** Browsers read no deeper; and no template makes so many elements. */
const DEEPEST = 512;
const MOST = 200_000;

/**
 * The first of what a page or a fragment holds beyond what a template may: anything that runs, and anything that is
 * loaded from elsewhere. It is read as browsers read HTML and CSS, and what is not known to be harmless is a fault.
 */
export function faultsIn(html: string, kind: PageKind, most: number): SafetyFault[] {
  const faults: SafetyFault[] = [];
  for (const fault of faultsOf(html, kind)) if (faults.push(fault) >= most) break;
  return faults;
}

function* faultsOf(html: string, kind: PageKind): Generator<SafetyFault> {
  let isCutOff = false;
  const tree = treeOf(html, kind, () => {
    isCutOff = true;
  });
  if (!tree) {
    yield { ...words.TOO_MUCH, source: '' };
    return;
  }
  // Browsers leave out a tag without end, but what follows in another page would become its attributes.
  if (isCutOff) yield { ...words.CUT_OFF, source: '' };
  const styles: Styles = new Map();
  const open: Node[] = [tree];
  for (let node = open.pop(); node; node = open.pop()) {
    yield* faultsOfNode(node, html, kind, styles);
    if ('childNodes' in node) open.push(...node.childNodes.toReversed());
  }
}

/** The faults of each value of `style`; thousands of cells have the same. */
type Styles = Map<string, readonly CssFault[]>;

function faultsOfStyle(value: string, styles: Styles): readonly CssFault[] {
  const faults = styles.get(value) ?? [...faultsOfCss(value)];
  styles.set(value, faults);
  return faults;
}

const CUT_OFF = /^eof-(?:in-(?:tag|comment|cdata)|before-tag-name)$/;

class TooMuch extends Error {}

/**
 * As the parser of browsers sees it; undefined where that would never end, or nearly so. `cutOff` is called if the text ends
 * inside a tag or comment.
 */
function treeOf(html: string, kind: PageKind, cutOff: () => void): Node | undefined {
  let depth = 0;
  let count = 0;
  const treeAdapter = {
    ...defaultTreeAdapter,
    onItemPush: () => {
      if (++depth > DEEPEST || ++count > MOST) throw new TooMuch();
    },
    onItemPop: () => {
      depth--;
    },
  };
  const onParseError = ({ code }: { readonly code: string }) => CUT_OFF.test(code) && cutOff();
  const options = { sourceCodeLocationInfo: true, treeAdapter, onParseError };
  try {
    if (kind === 'page') return parse<DefaultTreeAdapterMap>(html, options);
    const body = defaultTreeAdapter.createElement('body', HTML as Element['namespaceURI'], []);
    return parseFragment<DefaultTreeAdapterMap>(body, html, options);
  } catch (error) {
    if (error instanceof TooMuch) return undefined;
    throw error;
  }
}

function* faultsOfNode(node: Node, html: string, kind: PageKind, styles: Styles): Generator<SafetyFault> {
  const { startOffset = 0, endOffset = 0 } = node.sourceCodeLocation ?? {};
  if ('tagName' in node) {
    const { startTag } = node.sourceCodeLocation ?? {};
    const source = startTag ? html.slice(startTag.startOffset, startTag.endOffset) : '';
    yield* faultsOfElement(node, source, kind, styles);
  } else if (node.nodeName === '#comment' && 'data' in node && ACTIVE_COMMENT.test(node.data)) {
    yield { ...words.comment(node.data), source: html.slice(startOffset, endOffset) };
  } else if (node.nodeName === '#text' && 'value' in node && node.parentNode?.nodeName === 'style') {
    yield* ofCss(faultsOfCss(node.value), node.value);
  }
}

/** Old browsers read `<!--[if IE]>` as HTML; others read `<?` and `<![CDATA[` as more than a comment. */
const ACTIVE_COMMENT = /^\s*\[if\b|^\[CDATA\[|^\?/i;
/** Enough of a style sheet to find it again. */
const LINE = 120;

function* ofCss(faults: Iterable<CssFault>, css: string, source?: string): Generator<SafetyFault> {
  for (const { message, start } of faults)
    yield { message, hint: words.CSS_HINT, source: source ?? css.slice(start, start + LINE) };
}

function* faultsOfElement(element: Element, source: string, kind: PageKind, styles: Styles): Generator<SafetyFault> {
  const { tagName, namespaceURI, parentNode, attrs } = element;
  const isSvg = namespaceURI === SVG;
  const isAllowed = isSvg
    ? kind === 'page' && allowsSvg(tagName)
    : namespaceURI === HTML && allowsElement(kind, tagName) && !isInSvg(parentNode);
  if (!isAllowed) {
    yield { ...words.element(tagName, kind), source };
    return;
  }
  const type = attrs.find(({ name }) => name === 'type')?.value ?? '';
  if (tagName === 'script' && !DATA.includes(type)) yield { ...words.element('script', kind), source };
  for (const attribute of attrs) yield* faultsOfAttribute(element, attribute, isSvg, source, styles);
}

/** Data for programs, which no browser runs. */
const DATA = ['application/json', 'application/ld+json'];

const isInSvg = (node: Element['parentNode']): boolean =>
  Boolean(node && 'namespaceURI' in node && node.namespaceURI === SVG);

function* faultsOfAttribute(element: Element, attribute: Attribute, isSvg: boolean, source: string, styles: Styles) {
  const { tagName } = element;
  const { prefix, value } = attribute;
  const name = prefix ? `${prefix}:${attribute.name}` : attribute.name;
  const isAllowed = isSvg ? allowsSvgAttribute(name) : allowsAttribute(tagName, name);
  if (!isAllowed) yield { ...words.attribute(tagName, name), source };
  else if (name === 'style' || (isSvg && isSvgStyle(name))) yield* ofCss(faultsOfStyle(value, styles), value, source);
  else if (name === 'href' && !isLink(value)) yield { ...words.link(value), source };
  else if (name === 'src' && !isPicture(value)) yield { ...words.picture(value), source };
  else if (tagName === 'meta' && !isHarmless(name, value, element.attrs)) yield { ...words.meta(name, value), source };
}

/** What a `meta` of these names may say; other `http-equiv` load another page or another policy. */
const META: Readonly<Record<string, RegExp>> = {
  'content-type': /^text\/html;\s*charset=utf-8$/i,
  'content-language': /^[\w, -]*$/,
  'x-ua-compatible': /^[\w=, .]*$/,
};

function isHarmless(name: string, value: string, attrs: readonly Attribute[]): boolean {
  if (name === 'charset') return /^utf-8$/i.test(value.trim());
  if (name !== 'http-equiv') return true;
  const content = attrs.find((one) => one.name === 'content')?.value ?? '';
  const key = value.trim().toLowerCase();
  if (key === 'content-security-policy') return content === POLICY;
  return Object.hasOwn(META, key) && Boolean(META[key]?.test(content.trim()));
}
