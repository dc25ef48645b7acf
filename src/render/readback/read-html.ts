import { Parser } from 'htmlparser2';
import { PageFaults, pageContent } from '../../diagnostics/page-faults.ts';
import type { Block } from './blocks.ts';

/** The content of an HTML file. */
export interface HtmlContent {
  readonly blocks: readonly Block[];
  /** The texts of its data blocks by id: `<script>` elements with an id and a type that does not run. */
  readonly data: ReadonlyMap<string, string>;
}

/** The class of elements that are shown on screen but not printed. */
const SCREEN_ONLY = 'screen-only';

const UNSEEN = new Set(['head', 'script', 'style', 'template']);
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);
const HEADING = /^h([1-6])$/;

type GrowingBlock = { -readonly [Key in keyof Block]: Block[Key] };

interface Open {
  readonly name: string;
  readonly hidden: boolean;
  /** The index of the block for the text of this element; undefined if the next text starts a new block. */
  readonly block: number | undefined;
  /** The id of the chart around it. */
  readonly chart: string | undefined;
}

/** No page of a report is so large: Markdown nests at most 100 deep, and a report file has at most 5 MB. */
const DEEPEST = 500;
const MOST_ELEMENTS = 3_000_000;

/** The page is nested too deep or has too many elements to be a report; a build with such a template ends with this fault. */
export class UnreadableHtml extends PageFaults {
  constructor(zh: string, en: string) {
    const hint = {
      zh: '请检查模板里没有结束的标签和循环',
      en: 'Look for tags that are not closed, and for loops, in the template',
    };
    super([{ rule: pageContent.id, message: { zh, en }, hint }]);
  }
}

/** Reads what a page shows on screen or, with `paper`, in print. Throws only `UnreadableHtml`: any text can be read as HTML. */
export function readHtml(html: string, { paper = false } = {}): HtmlContent {
  const blocks: GrowingBlock[] = [];
  const data = new Map<string, string>();
  const stack: Open[] = [];
  let script: string | undefined;
  let tables = 0;
  let elements = 0;
  const begin = (block: Block) => blocks.push(block) - 1;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (++elements > MOST_ELEMENTS)
        throw new UnreadableHtml(`网页的元素多于 ${MOST_ELEMENTS} 个`, `more than ${MOST_ELEMENTS} elements`);
      if (stack.length > DEEPEST)
        throw new UnreadableHtml(`网页的元素套了 ${DEEPEST} 层以上`, `elements nested more than ${DEEPEST} deep`);
      const around = stack.at(-1);
      script = name === 'script' ? attributes.id : undefined;
      if (VOID.has(name)) return;
      const hidden = around?.hidden || UNSEEN.has(name) || isHidden(attributes, paper);
      if (name === 'table') tables++;
      const own = hidden ? undefined : blockOf(name, attributes, tables);
      const words = hidden || attributes.role !== 'img' ? undefined : attributes['aria-label'];
      const chart = name === 'figure' ? attributes.id : around?.chart;
      if (words !== undefined) begin({ kind: 'text', text: words, ...(chart !== undefined && { chart }) });
      const block = own ? begin(own) : INLINE.has(name) ? around?.block : undefined;
      stack.push({ name, hidden, chart, block });
    },
    ontext(text) {
      const around = stack.at(-1);
      if (script !== undefined && around?.name === 'script') data.set(script, (data.get(script) ?? '') + text);
      if (around?.hidden) return;
      const chart = around?.chart;
      const index = around?.block ?? begin({ kind: 'text', text: '', ...(chart !== undefined && { chart }) });
      (blocks[index] as GrowingBlock).text += text;
    },
    onclosetag(name) {
      if (!VOID.has(name)) stack.pop();
    },
  });
  parseWithoutStyle(parser, html, () => stack.at(-1)?.name);
  return { blocks: blocks.filter(({ kind, text }) => kind !== 'text' || text.trim() !== ''), data };
}

const STYLE = '<style>';

/** Skips the content of the first style sheet: it has the fonts, which are most of a page, and nothing of it is shown. */
function parseWithoutStyle(parser: Parser, html: string, inside: () => string | undefined): void {
  const found = html.indexOf(STYLE);
  const start = found < 0 ? 0 : found + STYLE.length;
  parser.write(html.slice(0, start));
  // Elsewhere, for example in a comment, it starts nothing.
  const end = inside() === 'style' ? html.slice(start).search(/<\/style/i) : 0;
  parser.end(html.slice(start + Math.max(end, 0)));
}

/** Inline elements. */
const INLINE = new Set([
  'a',
  'b',
  'code',
  'em',
  'i',
  'mark',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'u',
]);

const isHidden = (attributes: Readonly<Record<string, string>>, paper: boolean): boolean =>
  attributes['aria-hidden'] === 'true' ||
  'hidden' in attributes ||
  (paper && (attributes.class ?? '').split(/\s+/).includes(SCREEN_ONLY));

function blockOf(name: string, attributes: Readonly<Record<string, string>>, table: number): Block | undefined {
  const [, level] = HEADING.exec(name) ?? [];
  if (level !== undefined) return { kind: 'heading', text: '', level: Number(level) };
  if (name !== 'td' && name !== 'th') return undefined;
  const path = attributes['data-path'];
  return { kind: 'cell', text: '', table, ...(path !== undefined && { path }) };
}
