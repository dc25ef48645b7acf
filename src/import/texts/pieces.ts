import type { ContentCell, ContentGrid, ContentText, FilePlace, PublishedDocument } from '../document.ts';
import type { TablesReading } from '../reading.ts';
import { placeOf } from '../tables/read-cells.ts';
import { cleaned, type Squeezed, squeeze } from './clean.ts';
import { type LineNumber, numberBefore } from './numbering.ts';
import { headingBehind } from './section-titles.ts';

/** One line of text: a paragraph, or a part of one that a line break separates. */
export interface PublishedLine {
  readonly kind: 'text';
  readonly text: string;
  readonly markdown?: string;
  readonly level?: number;
  readonly item?: ContentText['item'];
  readonly place: FilePlace;
  readonly squeezed: Squeezed;
  readonly number: LineNumber | undefined;
  /** The file itself marks it as a part of the page. */
  readonly furniture?: true;
}

/** A part of a table of the form. */
interface FormTable {
  readonly kind: 'form';
  readonly table: string;
}

/** A table that is none of the form. */
export interface OtherTable {
  readonly kind: 'grid';
  readonly grid: ContentGrid;
  readonly place: FilePlace;
}

/** The content of a document for the reader of the texts. */
export type PublishedPiece = PublishedLine | FormTable | OtherTable;

export function textLine(text: string, place: FilePlace, more: Partial<PublishedLine> = {}): PublishedLine {
  const start = squeeze(text);
  return { kind: 'text', text, place, ...more, squeezed: start, number: numberBefore(start.text) };
}

/** The pieces of a document in order. */
export function piecesOf(
  { blocks }: PublishedDocument,
  tables: Pick<TablesReading, 'used' | 'cells'>,
  rowTexts: RowTexts = new Set(),
): PublishedPiece[] {
  return blocks.flatMap((block, index): PublishedPiece[] => {
    const table = tables.used.get(index);
    if (table !== undefined)
      return block.kind === 'grid'
        ? around(block, rowSpans(block, table, tables), rowTexts)
        : [{ kind: 'form', table }];
    if (block.kind === 'text') return linesOf(block);
    if (block.cells.every(({ text }) => cleaned(text) === '')) return [];
    return laysOut(block) ? textsIn(block) : [{ kind: 'grid', grid: block, place: block.place }];
  });
}

/** The rows of a grid, from 0, that a table of the form takes. */
interface RowSpan {
  readonly table: string;
  readonly first: number;
  readonly last: number;
}

/** The tables of the form in a grid, from above. `table` is in it for certain; another one only if it has no grid of its own. */
function rowSpans(grid: ContentGrid, table: string, { cells, used }: Pick<TablesReading, 'used' | 'cells'>): RowSpan[] {
  const elsewhere = new Set([...used.values()].filter((one) => one !== table));
  const rows = new Map(grid.cells.map((cell) => [placeKey(placeOf({ grid }, { cell })), cell.row]));
  const spans = new Map<string, RowSpan>();
  for (const { path, place } of cells.values()) {
    const key = path.slice(0, path.indexOf('.'));
    const row = place && rows.get(placeKey(place));
    if (row === undefined || elsewhere.has(key)) continue;
    const { first = row, last = row } = spans.get(key) ?? {};
    spans.set(key, { table: key, first: Math.min(first, row), last: Math.max(last, row) });
  }
  if (!spans.has(table)) return [{ table, first: 0, last: grid.rows }];
  return [...spans.values()].sort((one, other) => one.first - other.first);
}

const placeKey = ({ page, sheet, table, row, column }: FilePlace): string =>
  JSON.stringify([page, sheet, table, row, column]);

/** Rows of the form's tables that hold a text of the report, such as a heading or a note. */
export type RowTexts = ReadonlySet<ContentCell>;

/** The tables of the form in a grid with the texts in the rows above, between and below them. */
function around(grid: ContentGrid, spans: readonly RowSpan[], rowTexts: RowTexts): PublishedPiece[] {
  let texts = grid.cells.filter((cell) => rowTexts.has(cell));
  const pieces: PublishedPiece[] = [];
  const take = (isTaken: (cell: ContentCell) => boolean) => {
    for (const cell of texts.filter(isTaken)) {
      const place = { ...grid.place, ...cell.place, row: cell.row + 1, column: cell.column + 1 };
      pieces.push(...linesOf({ kind: 'text', text: cell.text, place }));
    }
    texts = texts.filter((cell) => !isTaken(cell));
  };
  for (const { table, first, last } of spans) {
    // A note can stand between the last rows of a table, and a heading between its first ones.
    take(({ row }) => row < (first + last) / 2);
    pieces.push({ kind: 'form', table });
  }
  take(() => true);
  return pieces;
}

function linesOf({ text, markdown, level, item, place, furniture }: ContentText): PublishedLine[] {
  const written = text.split('\n').flatMap(withoutHeadingBehind);
  const marked = markdown?.split('\n') ?? [];
  const more = { ...(level !== undefined && { level }), ...(item && { item }) };
  const lines = written.map((line, at) => {
    const own = marked.length === written.length ? cleaned(marked[at] ?? '') : undefined;
    const plain = cleaned(line);
    return { plain, ...(own !== undefined && own !== plain && own !== '' && { markdown: own }) };
  });
  const joined: { plain: string; markdown?: string }[] = [];
  for (const line of lines.filter(({ plain }) => plain !== '')) {
    const above = joined.at(-1);
    if (above && isBroken(above.plain, line.plain)) joined[joined.length - 1] = { plain: above.plain + line.plain };
    else joined.push(line);
  }
  return joined.map(({ plain, ...rest }, at) =>
    textLine(plain, place, { ...rest, ...(at === 0 ? more : {}), ...(furniture && { furniture }) }),
  );
}

/** A line, and the heading of the next section that stands behind its last sentence. */
function withoutHeadingBehind(line: string): string[] {
  const length = headingBehind(line);
  return length === undefined ? [line] : [line.slice(0, -length), line.slice(-length)];
}

/** A line that is shorter than this can be a title or a name. */
const WRAPPED = 30;

/** Whether a line break stands inside a sentence. */
const isBroken = (above: string, line: string): boolean =>
  (above.length >= WRAPPED || /[，、,]$/u.test(above)) &&
  !/[。；：！？;:!?”』」）)]$/u.test(above) &&
  numberBefore(squeeze(above).text)?.style !== 'part' &&
  numberBefore(squeeze(line).text) === undefined;

/** A cell with so many characters has paragraphs, not data. */
const PARAGRAPH = 80;

/** Whether a grid only lays out the page. */
const laysOut = ({ columns, cells }: ContentGrid): boolean =>
  columns === 1 || cells.length === 1 || cells.some(({ text }) => text.length >= PARAGRAPH);

const textsIn = ({ cells, place: own }: ContentGrid): PublishedLine[] =>
  cells.flatMap(({ text, row, column, place }) =>
    cleaned(text) === ''
      ? []
      : linesOf({ kind: 'text', text, place: { ...own, ...place, row: row + 1, column: column + 1 } }),
  );
