import type { Language } from '../../../diagnostics/text.ts';
import { escapeHidden } from '../../../diagnostics/visible.ts';
import { escapeMarkup } from '../../../writing/markup.ts';
import {
  type DiffCell,
  type DiffDocument,
  type DiffItem,
  type DiffPiece,
  type DiffSection,
  type DiffTable,
  sizeOf,
} from './document.ts';

const STYLE =
  'body{font:16px/1.8 sans-serif;max-width:56rem;margin:2rem auto;padding:0 1rem}h1{font-size:1.3rem;line-height:1.4}h2,summary{font-size:1.1rem;font-weight:bold;margin:1.2rem 0 .4rem}' +
  'table{border-collapse:collapse}th,td{border-bottom:1px solid #ccc;padding:.2rem .8rem .2rem 0;text-align:right;vertical-align:top;overflow-wrap:anywhere}th:first-child,td:first-child{text-align:left}' +
  'li{margin:.4rem 0;overflow-wrap:anywhere}small{display:block;color:#444}del{background:#ffc9c9;color:#000}ins{background:#c8f0cf;color:#000;text-decoration:none}.alert{color:#a00;font-weight:bold}' +
  '@media print{details::details-content{content-visibility:visible;block-size:auto}summary{list-style:none}tr,li{break-inside:avoid}del,ins{print-color-adjust:exact;-webkit-print-color-adjust:exact}ins{text-decoration:underline}}';

/** The differences as one page that loads nothing and runs nothing, to be read or printed. */
export const diffHtml = (
  { title, summary, notes, sections }: DiffDocument,
  language: Language,
): string => `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${inHtml(title)}</title><style>${STYLE}</style></head>
<body>
<h1>${inHtml(title)}</h1>
<p>${inHtml(summary)}</p>
${notes.length === 0 ? '' : `<ul>${notes.map((note) => `<li>${inHtml(note)}</li>`).join('')}</ul>\n`}${sections.map(sectionHtml).join('\n')}
</body></html>
`;

function sectionHtml({ title, isFolded, content }: DiffSection): string {
  const body = 'rows' in content ? tableHtml(content) : `<ul>\n${content.map(itemHtml).join('\n')}\n</ul>`;
  if (!isFolded) return `<h2>${inHtml(title)}</h2>\n${body}`;
  return `<details><summary>${inHtml(title)} (${sizeOf(content)})</summary>\n${body}\n</details>`;
}

const tableHtml = ({ head, rows }: DiffTable): string => `<table>
<thead><tr>${head.map((text) => `<th scope="col">${inHtml(text)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${row.map((cell) => `<td>${pieceHtml(cell)}</td>`).join('')}</tr>`).join('\n')}
</tbody>
</table>`;

const itemHtml = ({ place, words }: DiffItem): string =>
  `<li><small>${inHtml(place)}</small>${words.map(pieceHtml).join('')}</li>`;

function pieceHtml({ text, tone }: DiffPiece | DiffCell): string {
  if (tone === 'removed') return `<del>${inHtml(text)}</del>`;
  if (tone === 'added') return `<ins>${inHtml(text)}</ins>`;
  return tone === 'alert' ? `<span class="alert">${inHtml(text)}</span>` : inHtml(text);
}

// On one line, because a log of a CI service takes a line for a command.
const inHtml = (text: string): string =>
  escapeHidden(escapeMarkup(text.replace(/\s*\n\s*/gu, ' ')), (char) => `&#${char.codePointAt(0)};`);
