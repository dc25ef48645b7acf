import { start } from '../../../diagnostics/shortened.ts';
import type { Language } from '../../../diagnostics/text.ts';
import { visibleLine } from '../../../diagnostics/visible.ts';
import { escapeMarkup } from '../../../writing/markup.ts';
import { abridged } from './abridged.ts';
import {
  type DiffDocument,
  type DiffItem,
  type DiffPiece,
  type DiffSection,
  type DiffTable,
  sizeOf,
} from './document.ts';

/** Characters; GitHub takes 65,536 in a comment. */
const LONGEST = 60_000;
/** Rows and items of each section: the first number with which the comment is short enough. */
const LIMITS = [60, 20, 5, 0];
/** A longer list is folded. */
const LONG = 8;

/** The differences as a comment on a pull request: short, long lists folded. Nothing in it is markup, a mention or a link. */
export function diffMarkdown(document: DiffDocument, language: Language): string {
  const written = LIMITS.map((limit) => documentMarkdown(document, limit, language));
  return written.find(({ length }) => length <= LONGEST) ?? `${escaped(start(document.summary))}\n`;
}

function documentMarkdown(
  { title, summary, notes, sections }: DiffDocument,
  limit: number,
  language: Language,
): string {
  const parts = [
    `### ${escaped(start(title))}`,
    escaped(start(summary)),
    ...(notes.length === 0 ? [] : [notes.map((note) => `- ${escaped(start(note))}`).join('\n')]),
    ...sections.map((section) => sectionMarkdown(section, limit, language)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function sectionMarkdown({ title, isFolded, content }: DiffSection, limit: number, language: Language): string {
  const all = sizeOf(content);
  const body = 'rows' in content ? tableMarkdown(content, limit) : content.slice(0, limit).map(itemMarkdown).join('\n');
  const left = all - limit;
  const rest = language === 'zh' ? `另有 ${left} 处。` : `${left} more.`;
  const whole = left > 0 ? `${body}\n\n${rest}` : body;
  const heading = `${escaped(title)} (${all})`;
  if (!isFolded && all <= LONG) return `**${heading}**\n\n${whole}`;
  return `<details${isFolded ? '' : ' open'}>\n<summary>${heading}</summary>\n\n${whole}\n\n</details>`;
}

function tableMarkdown({ head, rows }: DiffTable, limit: number): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const body = rows.slice(0, limit).map((row) => line(row.map(({ text }) => escaped(start(text)))));
  return [line(head.map(escaped)), line(head.map((_, at) => (at === 0 ? '---' : '---:'))), ...body].join('\n');
}

const itemMarkdown = ({ place, words }: DiffItem): string =>
  `- ${escaped(start(place))}<br>${abridged(words).map(pieceMarkdown).join('')}`;

function pieceMarkdown({ text, tone }: DiffPiece): string {
  if (tone === 'removed') return `<del>${escaped(text)}</del>`;
  return tone === 'added' ? `<ins>${escaped(text)}</ins>` : escaped(start(text));
}

// A zero-width space after @ and #, without which a host makes a mention or a link to an issue of them.
const escaped = (text: string): string =>
  escapeMarkup(visibleLine(text).replace(/[!"#$%'()*+,\-./:;=?@[\\\]^_`{|}~]/g, '\\$&'))
    .replaceAll('\\&quot;', '&quot;')
    .replace(/[@#]/gu, '$&&#8203;');
