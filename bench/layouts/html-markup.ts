// How a page is written as HTML: a style of mark-up for texts, cells and the frame around them.
import { type GridCell, rowsOf } from './grid.ts';
import type { Block, PageOptions } from './page.ts';
import { pageOf, titleOf } from './page.ts';
import type { MadeReport } from './report.ts';

export interface Markup {
  readonly text: (text: string, kind: Block['kind']) => string;
  /** The content of a cell. */
  readonly inside: (text: string, cell: GridCell) => string;
  readonly cell: (spans: string, inside: string, cell: GridCell) => string;
  readonly row?: string;
  readonly table?: string;
  /** The whole page around the article. */
  readonly frame: (article: string, report: MadeReport) => string;
}

export const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\n/g, '<br>');

export const page = (head: string, body: string): string =>
  `<!DOCTYPE html>\n<html><head><meta charset="utf-8">${head}</head>\n<body>${body}</body></html>\n`;

export const PLAIN: Markup = {
  text: (text, kind) => {
    const tag = kind === 'title' ? 'h1' : kind === 'heading' ? 'h2' : kind === 'part' ? 'h3' : 'p';
    return `<${tag}>${escaped(text)}</${tag}>\n`;
  },
  inside: escaped,
  cell: (spans, inside) => `<td${spans}>${inside}</td>`,
  frame: (article, report) => page(`<title>${titleOf(report)}</title>`, `<article>${article}</article>`),
};

export function htmlOf(report: MadeReport, options: PageOptions, style: Partial<Markup> = {}): string {
  const markup = { ...PLAIN, ...style };
  const article = pageOf(report, options).map((block) => blockHtml(block, markup));
  return markup.frame(article.join(''), report);
}

function blockHtml(block: Block, markup: Markup): string {
  if (block.kind !== 'grid') return markup.text(block.text, block.kind);
  const rows = rowsOf(block.grid).map(
    (cells) => `<tr${markup.row ?? ''}>${cells.map((cell) => cellHtml(cell, markup)).join('')}</tr>`,
  );
  return `<table${markup.table ?? ' border="1"'}><tbody>${rows.join('\n')}</tbody></table>\n`;
}

function cellHtml(cell: GridCell, markup: Markup): string {
  const span = (name: string, size: number) => (size > 1 ? ` ${name}="${size}"` : '');
  const spans = span('rowspan', cell.rows) + span('colspan', cell.columns);
  return markup.cell(spans, markup.inside(cell.text, cell), cell);
}

export const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');
