import { parseDocument } from 'htmlparser2';
import type { SheetBlock } from '../../in-page/sheet.ts';
import { correctionText } from '../../view/head.ts';
import type { Html, PageView, SectionView } from '../../view/page-view.ts';
import type { ChartPicture } from '../chart-pictures.ts';
import { type HtmlElement, type HtmlNode, isElement, textOf } from './html-tree.ts';
import { linesOf } from './row-heights.ts';
import { LINE } from './styles.ts';
import { TEXT_SIZES } from './text-sizes.ts';

/** Characters on a line, the indent of a paragraph, and those of a list and a quotation. */
const CHARACTERS = 28;
const INDENT = '　　';
const INSETS: Readonly<Record<string, number>> = { ul: 3, ol: 3, blockquote: 4 };
/** Characters on a line of a footnote; LibreOffice has fewer than Word. */
const IN_FOOTNOTE = 35;
const PIXEL = 15;
const HALF = Math.ceil(LINE / 2);
const CAPTION = TEXT_SIZES.Caption.above + TEXT_SIZES.Caption.line;
/** The height of a row of a table in the prose with one line of text. */
const PROSE_ROW = 395;

interface Charts {
  readonly pictures: ReadonlyMap<string, ChartPicture>;
  /** In pixels. */
  readonly width: number;
}

/** What is on the pages of a document, with heights in twips. They can be counted, because lines have an exact height. */
export function flowOf(
  { titleLines, published, corrected, preface, sections }: PageView,
  charts: Charts,
): SheetBlock[] {
  let tables = 0;
  const section = ({ title, above, html, parts, table }: SectionView): SheetBlock[] => [
    heading(title),
    ...blocksOf(above, charts),
    ...(table ? [{ ...block(0), table: tables++ }] : []),
    ...blocksOf(html, charts),
    ...parts.flatMap((part) => [heading(textIn(part.heading)), ...blocksOf(part.html, charts)]),
  ];
  return [
    block(titleLines.length * LINE + HALF),
    ...(published ? [block(LINE)] : []),
    ...(corrected ? [paragraph(correctionText(corrected))] : []),
    block(HALF),
    ...blocksOf(preface, charts),
    ...sections.flatMap(section),
  ];
}

/** The height of the footnote of a table with the space below it, or of the empty paragraph in its place. */
export function heightBelowTable(footnote: Html | undefined): number {
  if (!footnote) return TEXT_SIZES.Gap.line;
  const { line, above, below } = TEXT_SIZES.Footnote;
  return above + linesOf(`注：${textIn(footnote)}`, IN_FOOTNOTE) * line + below;
}

const block = (height: number, gap = 0): SheetBlock => ({ gap, height, lines: 1, kept: false });
const heading = (text: string): SheetBlock => ({ ...block(linesOf(INDENT + text, CHARACTERS) * LINE), kept: true });

function paragraph(text: string, characters = CHARACTERS): SheetBlock {
  const lines = linesOf(text, characters);
  return { gap: 0, height: lines * LINE, lines, kept: false };
}

const childrenOf = (node: HtmlElement) => node.children as HtmlNode[];
const textIn = (html: Html): string => textOf(parseDocument(html).children);

const blocksOf = (html: Html, charts: Charts): SheetBlock[] => inside(parseDocument(html).children, charts, CHARACTERS);

function inside(nodes: readonly HtmlNode[], charts: Charts, characters: number): SheetBlock[] {
  const inline = nodes.filter(
    (node) => !isElement(node) || !/^(?:p|h\d|ul|ol|li|div|blockquote|figure|table)$/.test(node.name),
  );
  const text = textOf(inline).trim();
  return [
    ...(text === '' ? [] : [paragraph(text, characters)]),
    ...nodes.filter(isElement).flatMap((node) => elementBlocks(node, charts, characters)),
  ];
}

function elementBlocks(node: HtmlElement, charts: Charts, characters: number): SheetBlock[] {
  const { name } = node;
  if (/^h\d$/.test(name)) return [heading(textOf(childrenOf(node)))];
  if (name === 'p') return [paragraph(INDENT + textOf(childrenOf(node)), characters)];
  if (name === 'tr') return [block(PROSE_ROW)];
  if (name === 'figure') return figure(node, charts, characters);
  if (!/^(?:ul|ol|li|div|blockquote|table|thead|tbody)$/.test(name)) return [];
  return inside(childrenOf(node), charts, characters - (INSETS[name] ?? 0));
}

/** A chart with its caption; in words, if it has no picture. */
function figure(node: HtmlElement, charts: Charts, characters: number): SheetBlock[] {
  const picture = charts.pictures.get(node.attribs.id ?? '');
  if (!picture) return inside(childrenOf(node), charts, characters);
  const height = Math.round((charts.width * picture.height) / picture.width) * PIXEL;
  // The space below it does not count at the end of a page.
  return [block(height + CAPTION, HALF), block(0, HALF)];
}
