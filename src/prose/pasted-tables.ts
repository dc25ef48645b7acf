import type { Line } from './lines.ts';
import { hasPunctuation } from './marks.ts';

/** What is between the columns of a table that was pasted as text. With `lines`, each cell has a line of its own. */
export type Columns = 'tabs' | 'gaps' | 'lines';

/** Lines, one below the other, that were the rows or the cells of a table. */
export interface PastedTable {
  readonly columns: Columns;
  readonly lines: readonly Line[];
}

/** What shows that lines are rows or cells of a table, and how many lines it takes. */
interface TableShape {
  readonly columns: Columns;
  readonly isOne: (line: Line, above: Line | undefined) => boolean;
  readonly isTable: (run: readonly Line[]) => boolean;
}

const SHAPES: readonly TableShape[] = [
  {
    columns: 'tabs',
    isOne: (line) => tabsIn(line) > 0,
    isTable: ([first, second]) => first !== undefined && (second !== undefined || tabsIn(first) > 1),
  },
  {
    columns: 'gaps',
    isOne: (line, above) => gapsIn(line) > 0 && (above === undefined || gapsIn(above) === gapsIn(line)),
    isTable: (run) => run.length > 2,
  },
  {
    columns: 'lines',
    isOne: (line, above) => isCell(line) && !(above && line.afterEmpty),
    isTable: (run) => run.length > 5 && run.filter(({ content }) => NUMBER.test(content)).length > 1,
  },
];

/** The tables of Word or a spreadsheet that were pasted into a text. */
export function pastedTables(lines: readonly Line[]): PastedTable[] {
  return SHAPES.flatMap((shape) => runsOf(lines, shape).map((run) => ({ columns: shape.columns, lines: run })));
}

/** The tab that Word puts behind the number of an item is none between columns. */
const ITEM_TAB = /^\S{1,8}\s*\t\s*/u;

function tabsIn({ content, sign, mark }: Line): number {
  const words = content.slice(sign.length);
  return (mark === undefined ? words : words.replace(ITEM_TAB, '')).split('\t').length - 1;
}

/** Gaps between words that no sentence has. */
const GAP = /(?<=\S)(?: {2,}|\u3000[ \u3000]*)(?=\S)/u;

const gapsIn = ({ content, kind, mark }: Line): number =>
  kind !== 'text' || mark !== undefined || hasPunctuation(content) ? 0 : content.split(GAP).length - 1;

const NUMBER = /^[0-9.,%]+$/;
/** The widest cell, in columns. */
const CELL = 16;

const isCell = ({ kind, mark, width, content }: Line): boolean =>
  kind === 'text' &&
  mark === undefined &&
  width <= CELL &&
  (NUMBER.test(content) || (!/\s/.test(content) && !hasPunctuation(content)));

function runsOf(lines: readonly Line[], { isOne, isTable }: TableShape): Line[][] {
  const runs: Line[][] = [[]];
  for (const line of lines) {
    const run = runs.at(-1) ?? [];
    if (isOne(line, run.at(-1))) run.push(line);
    else if (run.length > 0) runs.push(isOne(line, undefined) ? [line] : []);
    else if (isOne(line, undefined)) run.push(line);
  }
  return runs.filter(isTable);
}
