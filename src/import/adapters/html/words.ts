import { raised } from '../raised.ts';
import { isBlockName, isUnseen } from './kinds.ts';
import type { ElementSizes } from './measure.ts';
import { attribute, checkLength, isElement, type WebElement, type WebNode } from './tree.ts';

/** Stands for a line break in collected text. A parsed page cannot have this character. */
export const BREAK = '\0';

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu;
/** Comments for old browsers that an editor has made visible, and a comment end without its start. */
const DEBRIS = /<!(?:--)?\s*\[(?:if[^\]]{0,200}|endif)\](?:--)?>|(?<!<!--[^<>]*)-->/gu;
/** A line of the source that ends between two Chinese characters or marks: no space was meant. */
const WRAPPED =
  /(?<=[\p{Script=Han}\u3001-\u303f\uff00-\uffef])[ \t\r]*\n\s*(?=[\p{Script=Han}\u3001-\u303f\uff00-\uffef])/gu;

/** Text as a browser shows it: runs of white space are one space; nothing that is invisible. */
export const shown = (raw: string): string =>
  raw.replace(INVISIBLE, '').replace(DEBRIS, '').replace(WRAPPED, '').replace(/\s+/gu, ' ').trim();

/**
 * The paragraphs of collected text. Pages that only have line breaks are cut at empty lines, before lines that are indented or
 * numbered, and after full sentences. Lines inside a paragraph are joined with `\n`.
 */
export function paragraphsOf(raw: string): string[] {
  const paragraphs: string[][] = [[]];
  for (const line of checkLength(raw).replace(INVISIBLE, '').split(BREAK)) {
    const text = shown(line);
    const last = paragraphs.at(-1)?.at(-1) ?? '';
    if (text === '' || /^\s*[\u3000\u00a0]{2}/u.test(line) || isApart(last, text)) paragraphs.push([]);
    if (text !== '') paragraphs.at(-1)?.push(text);
  }
  return paragraphs.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
}

/** True if a line is a paragraph of its own by how it begins and how the line before it ends: a numbered heading, a full sentence. */
const isApart = (before: string, line: string): boolean =>
  /[。！？；：]$/u.test(before) || NUMBERED.test(line) || (NUMBERED.test(before) && before.length <= 30);

const NUMBERED = /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|\d{1,2}[.、．](?!\d))/u;

/** The text of a node that is no element, or of one that has its text in an attribute. */
export function ownWords(node: WebNode, preformatted: boolean): string {
  if (isElement(node)) {
    if (node.tagName === 'br' || node.tagName === 'wbr') return node.tagName === 'br' ? BREAK : '';
    const type = attribute(node, 'type')?.toLowerCase() ?? 'text';
    return node.tagName === 'input' && (type === 'text' || type === 'number') ? (attribute(node, 'value') ?? '') : '';
  }
  if (!('value' in node)) return '';
  return preformatted ? node.value.replace(/\r?\n/gu, BREAK) : node.value;
}

/** Facts about a page stand in elements beside each other, which the style sheet parts. */
const FACT =
  /^\s*(?:信息|文章)?(?:来源|作者|发布|公开|成文|发文|时间|日期|浏览|阅读|点击|访问|字号|字体|打印|责任编辑|编辑|索引号|文号|文件编号|分享)[^，。；：:]{0,6}[:：]/u;

/** A space if an inline element is a fact of its own and comes right after other text. */
export const spaceBefore = (element: WebElement, line: string): string => {
  const [first] = element.childNodes;
  const isFact = first !== undefined && 'value' in first && FACT.test(first.value.slice(0, 30));
  return isFact && /\S$/u.test(line.slice(-1)) ? ' ' : '';
};

const styled = (element: WebElement, pattern: RegExp): boolean => pattern.test(attribute(element, 'style') ?? '');
const isRaised = (element: WebElement): boolean =>
  element.tagName === 'sup' || styled(element, /vertical-align\s*:\s*(?:super|text-top)/iu);
/** A number that was struck out and replaced by the one beside it. */
const isStruck = (element: WebElement): boolean =>
  /^(?:s|del|strike)$/u.test(element.tagName) || styled(element, /text-decoration[^;]*line-through/iu);

/** Pieces of text between a number and its raised sign: white space between elements. */
const PIECES_BACK = 8;

/** The text of a cell or caption: paragraphs and line breaks are lines, blank ones are left out. What is struck out is left out. */
export function linesOf(element: WebElement, measures: ElementSizes): string {
  // Pieces, because looking at the end of a text that grows would copy it each time.
  const raw: string[] = [];
  const add = (text: string): void => {
    if (text !== '') raw.push(text);
  };
  const walk = (node: WebNode, pre: boolean): void => {
    add(ownWords(node, pre));
    if (!isElement(node) || isUnseen(node) || isStruck(node)) return;
    const start = raw.length;
    const cell = node.tagName === 'td' || node.tagName === 'th';
    const block = !cell && (isBlockName(node.tagName) || (measures.get(node)?.blocks ?? 0) > 0);
    if (block) add(BREAK);
    for (const child of node.childNodes) walk(child, pre || node.tagName === 'pre');
    if (block) add(BREAK);
    else if (cell) add(' ');
    else if (isRaised(node)) {
      const text = raw.splice(start).join('');
      add(raised(raw.slice(-PIECES_BACK).join(''), text));
    }
  };
  for (const child of element.childNodes) walk(child, false);
  return checkLength(raw.join('')).split(BREAK).map(shown).filter(Boolean).join('\n');
}
