import picocolors from 'picocolors';
import { displayWidth, wrap } from '../../../diagnostics/display-width.ts';
import { shortened, start } from '../../../diagnostics/shortened.ts';
import type { Language } from '../../../diagnostics/text.ts';
import { visibleLine } from '../../../diagnostics/visible.ts';
import { abridged } from './abridged.ts';
import {
  type DiffCell,
  type DiffDocument,
  type DiffItem,
  type DiffPiece,
  type DiffSection,
  type DiffTable,
  sizeOf,
  type Tone,
} from './document.ts';

export interface TextStyle {
  readonly language: Language;
  readonly color: boolean;
  readonly columns: number;
}

/** More rows or items of a section are only counted. */
const MOST = 200;

/** The differences for a terminal. Without colours, changed words are in `[-…-]` and `{+…+}`, as in `git diff --word-diff`. */
export function diffText(document: DiffDocument, style: TextStyle): string {
  const { language, columns } = style;
  const colors = picocolors.createColors(style.color);
  const fold = (text: string) => wrap(visibleLine(shortened(text)), columns).join('\n');
  const shown = document.sections.filter(({ isFolded }) => !isFolded);
  const folded = document.sections
    .filter(({ isFolded }) => isFolded)
    .map(({ title, content }) => `${title} ${sizeOf(content)}`);
  const more =
    language === 'zh'
      ? `没有列出：${folded.join('，')}；--view list 逐处列出`
      : `Not listed: ${folded.join(', ')}; --view list lists them`;
  const parts = [
    [
      colors.bold(fold(document.title)),
      fold(document.summary),
      ...document.notes.map((note) => fold(`· ${note}`)),
    ].join('\n'),
    ...shown.map((section) => sectionText(section, style)),
    ...(folded.length === 0 ? [] : [fold(more)]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function sectionText({ title, content }: DiffSection, style: TextStyle): string {
  const colors = picocolors.createColors(style.color);
  const lines =
    'rows' in content ? tableText(content, style) : content.slice(0, MOST).flatMap((item) => itemText(item, style));
  const left = sizeOf(content) - MOST;
  const rest =
    style.language === 'zh' ? `另有 ${left} 处，--format json 全部列出` : `${left} more; --format json lists all`;
  return [colors.bold(wrap(title, style.columns).join('\n')), ...lines, ...(left > 0 ? [`  ${rest}`] : [])].join('\n');
}

/** In a table that is too wide, values are at most a quarter of the width, and the name takes the rest. */
function tableText({ head, rows }: DiffTable, style: TextStyle): string[] {
  const { columns } = style;
  const lines = [head.map((text): DiffCell => ({ text })), ...rows.slice(0, MOST)].map((row) =>
    row.map(({ text, tone }) => ({ text: visibleLine(start(text)), tone })),
  );
  const widest = head.map((_, at) => Math.max(...lines.map((row) => displayWidth(row[at]?.text ?? ''))));
  const isWide = widest.reduce((sum, width) => sum + width + 2, 0) > columns;
  const values = widest.slice(1).map((width) => (isWide ? Math.min(width, Math.floor(columns / 4)) : width));
  const rest = columns - 2 - values.reduce((sum, width) => sum + width + 2, 0);
  const name = Math.min(rest, widest[0] ?? 0);
  return lines.flatMap((row) => rowText(row, [Math.max(name, 8), ...values], style));
}

function rowText(row: readonly DiffCell[], widths: readonly number[], { color }: TextStyle): string[] {
  const cells = row.map(({ text }, at) => wrapHard(text, widths[at] ?? 0));
  const height = Math.max(...cells.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) => {
    const padded = cells.map((lines, at) => {
      const text = lines[line] ?? '';
      const blank = ' '.repeat(Math.max(0, (widths[at] ?? 0) - displayWidth(text)));
      const painted = paint(text, row[at]?.tone, color);
      return at === 0 ? painted + blank : blank + painted;
    });
    return `  ${padded.join('  ')}`.trimEnd();
  });
}

/** Also breaks words that are longer than the line. */
function wrapHard(text: string, width: number): string[] {
  return wrap(text, width).flatMap((line) => {
    const lines = [''];
    for (const char of line) {
      if (displayWidth(`${lines.at(-1)}${char}`) > width) lines.push('');
      lines[lines.length - 1] += char;
    }
    return lines;
  });
}

function itemText({ place, words }: DiffItem, { color, columns }: TextStyle): string[] {
  const colors = picocolors.createColors(color);
  const pieces = abridged(words).map(({ text, tone }) => ({ text: visibleLine(text), tone }));
  const head = wrap(visibleLine(start(place)), columns - 2).map((line) => `  ${colors.dim(line)}`);
  // Colours have no width, so that lines are folded first, without them.
  if (color) return [...head, ...foldPieces(pieces, columns - 4).map((line) => `    ${line}`)];
  return [...head, ...wrap(pieces.map(marked).join(''), columns - 4).map((line) => `    ${line}`)];
}

const marked = ({ text, tone }: DiffPiece): string =>
  tone === 'removed' ? `[-${text}-]` : tone === 'added' ? `{+${text}+}` : text;

/** Coloured pieces in lines of at most `width` columns. */
function foldPieces(pieces: readonly DiffPiece[], width: number): string[] {
  const tones = pieces.flatMap(({ text, tone }) => [...text].map(() => tone));
  const chars = [...pieces.map(({ text }) => text).join('')];
  let next = 0;
  return wrap(chars.join(''), width).map((line) => {
    let made = '';
    let run = '';
    let tone: Tone | undefined;
    for (const char of line) {
      // `wrap` drops blanks where a line ends.
      while (next < chars.length && chars[next] !== char) next++;
      if (tones[next] !== tone) {
        made += paint(run, tone, true);
        [run, tone] = ['', tones[next]];
      }
      run += char;
      next++;
    }
    return made + paint(run, tone, true);
  });
}

function paint(text: string, tone: Tone | undefined, color: boolean): string {
  const colors = picocolors.createColors(color);
  if (tone === undefined || text === '') return text;
  return tone === 'added' ? colors.green(text) : colors.red(text);
}
