import { proseFields } from '../prose/fields.ts';
import type { Line } from '../prose/lines.ts';
import { type ProseLine, readParagraphs } from '../prose/paragraphs.ts';
import { pastedTables } from '../prose/pasted-tables.ts';
import type { Report } from '../report/report.ts';
import { nodeAt } from '../source/locate.ts';
import type { Source } from '../source/parse.ts';
import type { Correction } from './edit.ts';
import { lineEnding, literalRange, nextLine } from './positions.ts';

/** Puts an empty line between paragraphs that are only told apart by their lines. The printed text stays the same. */
export function separateParagraphs(source: Source, report: Report): Correction[] {
  return proseFields(report).flatMap(({ path, text }) => {
    const range = literalRange(source, nodeAt(source, path));
    if (!range) return [];
    const wanted = linesToSeparate(text);
    if (wanted.size === 0) return [];
    const starts = lineStarts(source.text, range.start, Math.max(...wanted));
    const places = [...wanted].map((line) => starts[line] as number);
    const [start, end] = [places[0] as number, places.at(-1) as number];
    const pieces = places.slice(1).map((place, index) => source.text.slice(places[index], place));
    const empty = lineEnding(source.text);
    return [
      {
        start,
        end,
        text: empty + pieces.map((piece) => piece + empty).join(''),
        path: path.join('.'),
        message: said(wanted.size),
      },
    ];
  });
}

const said = (lines: number) => ({
  zh: `段落之间空一行：加了 ${lines} 个空行`,
  en: `${lines} empty ${lines === 1 ? 'line' : 'lines'} between paragraphs`,
});

/** The lines, counted from 0, that begin a paragraph without an empty line above them. */
function linesToSeparate(text: string): Set<number> {
  const wanted = new Set<number>();
  let [line, at] = [0, 0];
  let above: ProseLine | undefined;
  const all = readParagraphs(text);
  const rows = rowsBelowRows(all);
  for (const one of all) {
    const { lineStart } = one.line;
    for (let feed = text.indexOf('\n', at); feed >= 0 && feed < lineStart; feed = text.indexOf('\n', at)) {
      at = feed + 1;
      line++;
    }
    if (above && at === lineStart && !rows.has(one.line) && isOnlyTold(one, above)) wanted.add(line);
    above = one;
  }
  return wanted;
}

/** The lines of pasted tables but the first of each. A table is written without empty lines between its rows. */
const rowsBelowRows = (all: readonly ProseLine[]): Set<Line> =>
  new Set(pastedTables(all.map(({ line }) => line)).flatMap(({ lines }) => lines.slice(1)));

/** In a quotation, an empty line would begin a second one. */
const isOnlyTold = ({ line, begins }: ProseLine, { line: above }: ProseLine): boolean =>
  begins && line.kind === 'text' && !line.afterEmpty && line.quotes === 0 && /^(?:text|item|table)$/.test(above.kind);

/** The offsets of `count` + 1 lines from `at`. */
function lineStarts(text: string, at: number, count: number): number[] {
  const starts = [at];
  while (starts.length <= count) starts.push(nextLine(text, (starts.at(-1) as number) + 1));
  return starts;
}
