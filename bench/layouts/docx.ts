// Layouts of Word files.
import {
  AlignmentType,
  DeletedTextRun,
  Document,
  HeadingLevel,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { type Grid, type GridCell, mergesLost, rowsOf, widthOf } from './grid.ts';
import { blankZero, only, split } from './html.ts';
import type { Layout } from './layout.ts';
import { type Block, type PageOptions, pageOf } from './page.ts';

interface Style {
  readonly text?: (text: string, kind: Block['kind']) => Paragraph;
  readonly cell?: (text: string, cell: GridCell) => Paragraph[];
  readonly around?: (children: (Paragraph | Table)[]) => (Paragraph | Table)[];
}

const run = (text: string): TextRun => new TextRun({ text, font: '仿宋', size: 32 });
const lines = (text: string): Paragraph[] =>
  text.split('\n').map((line) => new Paragraph({ alignment: AlignmentType.CENTER, children: [run(line)] }));

const LEVELS = { title: HeadingLevel.TITLE, heading: HeadingLevel.HEADING_1, part: HeadingLevel.HEADING_2 } as const;

/** Headings with the styles of the program. */
const styled = (text: string, kind: Block['kind']): Paragraph => {
  const heading = LEVELS[kind as keyof typeof LEVELS];
  return new Paragraph({ children: [run(text)], ...(heading && { heading }) });
};

/** Everything as plain paragraphs, a number in a run of its own. */
const plain = (text: string): Paragraph =>
  new Paragraph({
    indent: { firstLine: 640 },
    children: text
      .split(/(\d+)/u)
      .filter(Boolean)
      .map((part): ParagraphChild => run(part)),
  });

/** Headings that get 一、 from the program's own numbering; the text does not have it. */
const counted = (text: string, kind: Block['kind']): Paragraph => {
  if (kind !== 'heading') return plain(text);
  const children = [run(text.replace(/^.、/u, ''))];
  return new Paragraph({ numbering: { reference: 'sections', level: 0 }, children });
};

const numbering = {
  config: [
    {
      reference: 'sections',
      levels: [
        { level: 0, format: LevelFormat.CHINESE_COUNTING_THOUSAND, text: '%1、', alignment: AlignmentType.START },
      ],
    },
  ],
};

function tableOf(grid: Grid, style: Style): Table {
  const width = widthOf(grid);
  const cell = (one: GridCell) =>
    new TableCell({
      children: style.cell?.(one.text, one) ?? lines(one.text),
      ...(one.rows > 1 && { rowSpan: one.rows }),
      ...(one.columns > 1 && { columnSpan: one.columns }),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: Array(width).fill(Math.floor(9000 / width)),
    rows: rowsOf(grid).map((cells) => new TableRow({ children: cells.map(cell) })),
  });
}

const word = (
  name: string,
  tries: string,
  style: Style = {},
  page: PageOptions = {},
  more: Partial<Layout> = {},
): Layout => ({
  name,
  format: 'docx',
  edition: '2021',
  tries,
  page,
  make: async (report, options) => {
    const text = style.text ?? plain;
    const blocks = pageOf(report, options).map((block) =>
      block.kind === 'grid' ? tableOf(block.grid, style) : text(block.text, block.kind),
    );
    const children = style.around?.(blocks) ?? blocks;
    return new Uint8Array(await Packer.toBuffer(new Document({ numbering, sections: [{ children }] })));
  },
  ...more,
});

/** Everything in the one cell of a table. */
const framed = (children: (Paragraph | Table)[]): (Paragraph | Table)[] => [
  new Table({ rows: [new TableRow({ children: [new TableCell({ children: [...children, new Paragraph('')] })] })] }),
];

/** Vertical labels one character a paragraph. */
const vertical = (text: string, cell: GridCell): Paragraph[] =>
  !cell.path && cell.rows > 2 && cell.columns === 1 ? [...text].flatMap(lines) : lines(text);

const change = { id: 0, author: '张三', date: '2024-01-05T08:00:00Z' };

/** A number that was corrected with the changes recorded: the old one is still in the file. */
const recorded = (text: string, cell: GridCell): Paragraph[] => {
  if (!cell.path || text === '0') return lines(text);
  const id = cell.row * 20 + cell.column;
  const old = new DeletedTextRun({ ...change, id: 2 * id, text: `9${text}` });
  return [new Paragraph({ children: [old, new InsertedTextRun({ ...change, id: 2 * id + 1, text })] })];
};

export const DOCX_LAYOUTS: readonly Layout[] = [
  word('word-form', 'merged cells of the form, headings with styles', { text: styled }),
  word('word-plain', 'no styles, vertical labels one character a paragraph', { cell: vertical }),
  word('word-counted', 'headings numbered by the program, not in the text', { text: counted }),
  word('word-merges-lost', 'no merged cells', {}, { table: (grid) => [mergesLost(grid)] }),
  word('word-framed', 'everything inside the cell of another table', { text: styled, around: framed }),
  word('word-split', 'table three in two with the header again', {}, { table: only('applications', split(true, [])) }),
  word('word-blank-zeros', 'zeros left blank', { cell: vertical }, { print: blankZero }),
  word('word-changes', 'numbers corrected with the changes recorded', { cell: recorded }),
  word('word-old-form', 'the form of 2019', { text: styled }, {}, { edition: '2019' }),
  word('word-hybrid', '（六）其他处理 as one row, prose in section two', {}, { proseInTwo: true }, { hybrid: true }),
];
