// A report as a sequence of texts and grids, from which every layout makes its file.
import type { TableDef } from '../../src/form/types.ts';
import { type Grid, officialGrid, type Print } from './grid.ts';
import { type Prose, paragraphsOf, type SectionTexts } from './prose.ts';
import type { MadeReport } from './report.ts';

export type Block =
  | { readonly kind: 'title' | 'heading' | 'part' | 'text' | 'furniture'; readonly text: string }
  | { readonly kind: 'grid'; readonly grid: Grid; readonly table: string };

export interface PageOptions {
  /** The printed text of a number; as the report has it if left out. */
  readonly print?: (value: string, path: string) => string;
  /** What is printed for a table: one grid or several, with texts between them. */
  readonly table?: (grid: Grid, table: TableDef, print: Print) => readonly (Grid | string)[];
  /** The sections in the printed order, by number. */
  readonly order?: readonly number[];
  readonly heading?: (title: string, section: number) => string;
  readonly proseInTwo?: boolean;
  readonly part?: (heading: string, index: number) => string;
  /** The last word on the sequence. */
  readonly rearranged?: (blocks: readonly Block[]) => Block[];
}

const NUMERALS = '一二三四五六';

/** The official heading of a section: 三、收到和处理政府信息公开申请情况. */
export const numbered = (title: string, section: number): string => `${NUMERALS[section - 1]}、${title}`;

/** The report in reading order. */
export function pageOf(report: MadeReport, options: PageOptions = {}): Block[] {
  const { form, prose } = report;
  const order = options.order ?? [1, 2, 3, 4, 5, 6];
  const heading = options.heading ?? numbered;
  const blocks: Block[] = [
    { kind: 'title', text: titleOf(report) },
    ...texts(prose.preface),
    ...order.flatMap((section): Block[] => [
      { kind: 'heading', text: heading(form.sections[section - 1] ?? '', section) },
      ...sectionOf(report, section, options),
    ]),
  ];
  return options.rearranged?.(blocks) ?? blocks;
}

export const titleOf = ({ agency, year }: MadeReport): string => `${agency}${year}年政府信息公开工作年度报告`;

const texts = (list: readonly string[]): Block[] => list.map((text) => ({ kind: 'text', text }));

function sectionOf(report: MadeReport, section: number, options: PageOptions): Block[] {
  const { prose } = report;
  const part = options.part ?? ((text, index) => `（${NUMERALS[index]}）${text}`);
  if (section === 1)
    return prose.overview.flatMap(({ heading, text }, index): Block[] => [
      { kind: 'part', text: part(heading, index) },
      { kind: 'text', text },
    ]);
  if (section === 5) return texts(prose.problems);
  if (section === 6) return texts(prose.otherMatters);
  const tables = report.form.tables.filter((table) => table.section === section);
  const blocks = tables.flatMap((table) => tableBlocks(report, table, options));
  if (section !== 2 || !options.proseInTwo) return blocks;
  return [...texts([prose.aboveTwo]), ...blocks, ...texts([prose.belowTwo])];
}

function tableBlocks(report: MadeReport, table: TableDef, options: PageOptions): Block[] {
  const print = (path: string) => printed(report, options, path);
  const grid = officialGrid(table, print);
  const parts = options.table?.(grid, table, print) ?? [grid];
  return parts.map((one) =>
    typeof one === 'string' ? { kind: 'furniture', text: one } : { kind: 'grid', grid: one, table: table.key },
  );
}

/** What the page says in a cell; empty where the report left it blank. */
export function printed(report: MadeReport, options: PageOptions, path: string): string {
  const value = report.values.get(path);
  if (value === undefined) return '';
  return options.print?.(value, path) ?? value;
}

/** The truth about a file: what is printed in each cell. */
export interface CellTruth {
  /** The number; undefined if the report has none. */
  readonly value: string | undefined;
  /** The page shows no number: blank or a dash. */
  readonly blank: boolean;
}

export interface FileTruth {
  readonly edition: string;
  readonly agency?: string;
  readonly year?: number;
  readonly cells: ReadonlyMap<string, CellTruth>;
  /** The true texts by section; undefined if they are not known. */
  readonly prose?: SectionTexts;
}

export function truthOf(report: MadeReport, options: PageOptions): FileTruth {
  const cells = [...report.values].map(([path, value]) => {
    const blank = /^[\s\u00a0\u3000/—–-]*$/u.test(printed(report, options, path));
    return [path, { value, blank }] as const;
  });
  return {
    edition: report.form.id,
    agency: report.agency,
    year: report.year,
    cells: new Map(cells),
    prose: paragraphsOf(report.prose as Prose, options.proseInTwo ?? false),
  };
}
