import {
  AlignmentType,
  ExternalHyperlink,
  ImageRun,
  type IParagraphOptions,
  type IRunOptions,
  NoBreakHyphen,
  Paragraph,
  type ParagraphChild,
  type Table,
  TextRun,
} from 'docx';
import { parseDocument } from 'htmlparser2';
import type { Html } from '../../view/page-view.ts';
import type { ChartPicture } from '../chart-pictures.ts';
import { fontOf } from './faces.ts';
import { elementsIn, type HtmlElement, type HtmlNode, isElement, textOf } from './html-tree.ts';
import { proseTable } from './prose-table.ts';
import { listIndent } from './styles.ts';

/** The numbering of a list in the prose; each list has its own start. */
export interface ListNumbering {
  readonly reference: string;
  readonly ordered: boolean;
  readonly start: number;
}

type Marks = Pick<IRunOptions, 'font' | 'highlight' | 'strike'>;

interface Around {
  readonly list?: ListNumbering & { readonly level: number };
  /** A paragraph of a list item that is not its first: it has the indent of the item, but no number. */
  readonly continues?: boolean;
  readonly quoted?: boolean;
}

/** Converts the HTML of the prose to paragraphs, lists and tables of Word. */
export class ProseWriter {
  readonly lists: ListNumbering[] = [];
  readonly #pictures: ReadonlyMap<string, ChartPicture>;

  readonly #chartWidth: number;

  constructor(pictures: ReadonlyMap<string, ChartPicture>, chartWidth: number) {
    this.#pictures = pictures;
    this.#chartWidth = chartWidth;
  }

  /** Converts all blocks of the HTML. */
  blocks(html: Html): (Paragraph | Table)[] {
    return this.#blocks(parseDocument(html).children, {});
  }

  /** Converts the HTML of one line. */
  line(style: string, html: Html): Paragraph {
    return new Paragraph({ style, children: this.#runs(parseDocument(html).children, {}) });
  }

  /** Writes texts with line breaks between them. */
  lines(texts: readonly string[]): TextRun[] {
    return texts.map((text, index) => new TextRun({ text, ...(index > 0 && { break: 1 }) }));
  }

  #blocks(nodes: readonly HtmlNode[], around: Around): (Paragraph | Table)[] {
    const made: (Paragraph | Table)[] = [];
    let inline: HtmlNode[] = [];
    // Only the first paragraph of a list item has its number.
    const here = () => (around.list && made.length > 0 ? { ...around, continues: true } : around);
    const flush = () => {
      const last = inline.at(-1);
      if (last?.type === 'text') last.data = last.data.trimEnd();
      if (inline.some((node) => node.type !== 'text' || node.data.trim() !== '')) {
        made.push(this.#paragraph(inline, here()));
      }
      inline = [];
    };
    for (const node of nodes) {
      const block = isElement(node) ? BLOCKS[node.name] : undefined;
      if (!block || !isElement(node)) inline.push(node);
      else {
        flush();
        made.push(...block(this, node, here()));
      }
    }
    flush();
    return made;
  }

  /** Converts the content of an element; called by `BLOCKS`. */
  inside(node: HtmlElement, around: Around): (Paragraph | Table)[] {
    return this.#blocks(node.children as HtmlNode[], around);
  }

  paragraphOf(node: HtmlElement, around: Around, options: Partial<IParagraphOptions> = {}): Paragraph {
    return this.#paragraph(node.children as HtmlNode[], around, options);
  }

  list(node: HtmlElement, { list }: Around): (Paragraph | Table)[] {
    const ordered = node.name === 'ol';
    const level = Math.min(3, list ? list.level + 1 : 0);
    const own = { reference: `list-${this.lists.length + 1}`, ordered, start: Number(node.attribs.start ?? 1) };
    this.lists.push(own);
    return (node.children as HtmlNode[])
      .filter(isElement)
      .flatMap((item) => this.#blocks(item.children as HtmlNode[], { list: { ...own, level } }));
  }

  /** Converts a chart: its picture, on the same page as the caption below it. */
  figure(node: HtmlElement, around: Around): (Paragraph | Table)[] {
    const picture = this.#pictures.get(node.attribs.id ?? '');
    if (!picture) return this.inside(node, around);
    const { png, words, width, height } = picture;
    // The library's own numbers continue from one document to the next.
    const id = node.attribs.id?.replace(/\D/g, '') ?? '';
    const image = new ImageRun({
      type: 'png',
      data: png,
      transformation: { width: this.#chartWidth, height: Math.round((this.#chartWidth * height) / width) },
      altText: { id, name: node.attribs.id ?? '', title: '', description: words },
    });
    const captions = elementsIn(node, 'figcaption');
    return [
      new Paragraph({ style: 'Picture', children: [image] }),
      ...captions.map((caption) => this.paragraphOf(caption, {}, { style: 'Caption' })),
    ];
  }

  #paragraph(
    nodes: readonly HtmlNode[],
    { list, continues, quoted }: Around,
    options: Partial<IParagraphOptions> = {},
  ): Paragraph {
    const style = list ? 'Item' : quoted ? 'Quote' : 'Body';
    return new Paragraph({
      style,
      ...(list && !continues && { numbering: { reference: list.reference, level: list.level } }),
      ...(list && continues && { indent: { left: listIndent(list.level) } }),
      ...(hasAddress(nodes) && { alignment: AlignmentType.LEFT }),
      ...options,
      children: this.#runs(nodes, {}),
    });
  }

  #runs(nodes: readonly HtmlNode[], marks: Marks): ParagraphChild[] {
    return nodes.flatMap((node): ParagraphChild[] => {
      if (node.type === 'text') return [new TextRun({ ...marks, text: inOneLine(node.data, isBreak(node.prev)) })];
      if (!isElement(node)) return [];
      if (node.name === 'br') return [new TextRun({ ...marks, break: 1 })];
      if (isWhole(node)) return [new TextRun({ ...marks, children: unbroken(textOf(node.children as HtmlNode[])) })];
      const inner = this.#runs(node.children as HtmlNode[], { ...marks, ...MARKS[node.name] });
      const { href } = node.attribs;
      return node.name === 'a' && href ? [new ExternalHyperlink({ link: href, children: inner })] : inner;
    });
  }
}

/** An empty paragraph as the space below a table, and because Word joins two tables that follow each other directly. */
export const gap = (): Paragraph => new Paragraph({ style: 'Gap', children: [] });

/** An address moves to the next line as a whole, and the line before it must not be pulled apart. */
const hasAddress = (nodes: readonly HtmlNode[]): boolean =>
  nodes.some(
    (node) => isElement(node) && (node.attribs.class === 'address' || hasAddress(node.children as HtmlNode[])),
  );

const isBreak = (node: HtmlNode | null): boolean => node !== null && isElement(node) && node.name === 'br';

/** The text of a node; behind a line break, it begins without a space. */
function inOneLine(text: string, isFirst: boolean): string {
  const line = text.replace(/\s*\n\s*/gu, ' ');
  return isFirst ? line.trimStart() : line;
}

/** A telephone number or a short e-mail address, which does not break. */
const isWhole = (node: HtmlElement): boolean =>
  node.attribs.class === 'address' && elementsIn(node, 'wbr').length === 0;

/** Word breaks a line behind a plain dash. */
const unbroken = (text: string) => text.split(/(-)/u).map((part) => (part === '-' ? new NoBreakHyphen() : part));

/** The same typefaces as on the page: strong text in 黑体, emphasis in 楷体. */
const MARKS: Readonly<Record<string, Marks>> = {
  strong: { font: fontOf('hei') },
  em: { font: fontOf('kai') },
  mark: { highlight: 'yellow' },
  s: { strike: true },
};

type WriteBlock = (writer: ProseWriter, node: HtmlElement, around: Around) => (Paragraph | Table)[];

const paragraph: WriteBlock = (writer, node, around) => [writer.paragraphOf(node, around)];
const list: WriteBlock = (writer, node, around) => writer.list(node, around);
const inside: WriteBlock = (writer, node, around) => writer.inside(node, around);
// The title is no heading in Word, so h2 is level 1.
const heading: WriteBlock = (writer, node) => [
  writer.paragraphOf(node, {}, { style: `Heading${Number(node.name.slice(1)) - 1}` }),
];

const BLOCKS: Readonly<Record<string, WriteBlock>> = {
  p: paragraph,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  ul: list,
  ol: list,
  div: inside,
  figure: (writer, node, around) => writer.figure(node, around),
  figcaption: (writer, node) => [writer.paragraphOf(node, {}, { style: 'Caption' })],
  blockquote: (writer, node, around) => writer.inside(node, { ...around, quoted: true }),
  table: (writer, node) => [proseTable(node, writer), gap()],
  hr: () => [new Paragraph({ style: 'Body', children: [] })],
};
