import type { BlockDef, ColumnDef, HeaderDef, RowNodeDef, TableDef } from '../form/types.ts';
import { isRowGroup, leafColumns } from '../form/walk.ts';
import { TO_BE_FILLED_IN } from '../report/cell.ts';
import type { Report } from '../report/report.ts';
import type { Grid, GridCell, GridRow } from './grid.ts';

/** A table of the form with the numbers of a report, in the layout of the official form. */
export function tableGrid(table: TableDef, report: Report): Grid {
  if (table.layout === 'blocks') return blocksGrid(table, report);
  if (table.layout === 'matrix') return matrixGrid(table, report);
  return sideBySideGrid(table, report);
}

type HeaderOptions = Omit<GridCell, 'kind' | 'text' | 'colspan' | 'rowspan'> & Spans;

interface Spans {
  readonly colspan?: number | undefined;
  readonly rowspan?: number | undefined;
}

const spans = ({ colspan = 1, rowspan = 1 }: Spans) => ({
  ...(colspan > 1 && { colspan }),
  ...(rowspan > 1 && { rowspan }),
});

const header = (
  kind: GridCell['kind'],
  text: string,
  { colspan, rowspan, ...place }: HeaderOptions = {},
): GridCell => ({
  kind,
  text,
  ...spans({ colspan, rowspan }),
  ...place,
});

const gridColumns = (labels: number, numbers: number): Grid['columns'] => [
  ...Array<'label'>(labels).fill('label'),
  ...Array<'number'>(numbers).fill('number'),
];

const idOf = (path: string): string => path.replaceAll('.', '-');

function numberCell(report: Report, path: string, headers: readonly string[], colspan?: number): GridCell {
  const cell = report.cells.get(path);
  if (!cell) throw new Error(`the form has no cell ${path}`);
  const place = { ...spans({ colspan }), path, headers: headers.join(' ') };
  if (cell.state === 'unknown') return { kind: 'number', text: TO_BE_FILLED_IN, unknown: true, ...place };
  return { kind: 'number', text: cell.text, ...place, ...(cell.note !== undefined && { note: cell.note }) };
}

// ---- blocks (二)

function blocksGrid(table: TableDef, report: Report): Grid {
  const width = 1 + Math.max(...table.blocks.map(({ columns }) => spanOf(leafColumns(columns))));
  const bodies = table.blocks.map((block, index) => ({ rows: blockRows(table, block, index, width, report) }));
  return { columns: gridColumns(1, width - 1), head: [], bodies };
}

const spanOf = (columns: readonly ColumnDef[]): number => columns.reduce((sum, { span = 1 }) => sum + span, 0);

function blockRows(table: TableDef, block: BlockDef, index: number, width: number, report: Report): GridRow[] {
  const columns = leafColumns(block.columns);
  const id = `${table.key}-${index + 1}`;
  const columnId = ({ key }: ColumnDef) => `${id}-${key}`;
  const headings = block.heading ? [header('heading', block.heading, { colspan: width, scope: 'colgroup', id })] : [];
  const columnHeaders = columns.map((column) =>
    header('column', column.label, {
      colspan: column.headerSpan ?? column.span ?? 1,
      scope: 'col',
      id: columnId(column),
    }),
  );
  const rows = block.rows.map((row) => {
    const path = `${table.key}.${row.key}`;
    const numbers = columns.map((column) =>
      numberCell(report, `${path}.${column.key}`, [id, columnId(column), idOf(path)], column.span),
    );
    return { cells: [header('row', row.label, { scope: 'row', id: idOf(path), column: 1 }), ...numbers] };
  });
  const rowHeader = header('column', block.rowHeader ?? '', { scope: 'col' });
  return [{ cells: headings }, { cells: [rowHeader, ...columnHeaders] }, ...rows];
}

// ---- matrix (三)

function matrixGrid(table: TableDef, report: Report): Grid {
  const [block] = table.blocks as [BlockDef];
  const labels = depthOf(block.rows);
  const columns = leafColumns(block.columns);
  const head = headerRows(block.columns, table.key);
  const corner = header('corner', table.corner ?? '', { colspan: labels, rowspan: head.length });
  const [first, ...others] = head;
  const rows = block.rows.flatMap((node) =>
    matrixRows(node, { path: table.key, labels, columns, report, table, above: [] }),
  );
  return {
    columns: gridColumns(labels, columns.length),
    head: [{ cells: [corner, ...(first?.cells ?? [])] }, ...others],
    bodies: [{ rows }],
  };
}

interface MatrixContext {
  readonly path: string;
  /** Number of label columns to the right of the labels above. */
  readonly labels: number;
  readonly columns: readonly ColumnDef[];
  readonly report: Report;
  readonly table: TableDef;
  /** Ids of the labels that span this row from the left. */
  readonly above: readonly string[];
}

function matrixRows(node: RowNodeDef, context: MatrixContext): GridRow[] {
  const path = `${context.path}.${node.key}`;
  const id = idOf(path);
  const column = context.above.length + 1;
  if (isRowGroup(node)) {
    const inner = { ...context, path, labels: context.labels - 1, above: [...context.above, id] };
    const [first, ...others] = node.rows.flatMap((child) => matrixRows(child, inner));
    const label = header('row', node.label, { rowspan: others.length + 1, scope: 'rowgroup', id, column });
    return [{ cells: [label, ...(first?.cells ?? [])] }, ...others];
  }
  const label = header('row', node.label, { colspan: context.labels, scope: 'row', id, column });
  const numbers = context.columns.map(({ key }) =>
    numberCell(context.report, `${path}.${key}`, [...columnHeaders(context.table, key), ...context.above, id]),
  );
  return [{ cells: [label, ...numbers] }];
}

/** The number of label columns that the rows need. */
const depthOf = (rows: readonly RowNodeDef[]): number =>
  Math.max(...rows.map((node) => (isRowGroup(node) ? 1 + depthOf(node.rows) : 1)));

// ---- headers with several lines

/** A tree of headers as rows of cells. A column without further headers below spans the remaining lines. */
function headerRows(columns: readonly HeaderDef[], prefix: string): GridRow[] {
  const height = headerDepth(columns);
  const rows: GridCell[][] = Array.from({ length: height }, () => []);
  const place = (entries: readonly HeaderDef[], line: number): void => {
    for (const entry of entries) {
      const group = 'columns' in entry;
      rows[line]?.push(
        header('column', entry.label, {
          colspan: group ? leafColumns(entry.columns).length : 1,
          rowspan: group ? 1 : height - line,
          scope: group ? 'colgroup' : 'col',
          id: headerId(prefix, entry),
        }),
      );
      if (group) place(entry.columns, line + 1);
    }
  };
  place(columns, 0);
  return rows.map((cells) => ({ cells }));
}

const headerDepth = (columns: readonly HeaderDef[]): number =>
  Math.max(...columns.map((entry) => ('columns' in entry ? 1 + headerDepth(entry.columns) : 1)));

// A group of columns has no key, so its id comes from its first column.
const headerId = (prefix: string, entry: HeaderDef): string =>
  'columns' in entry ? `${headerId(prefix, entry.columns[0] as HeaderDef)}-group` : `${prefix}-column-${entry.key}`;

/** Ids of the headers above a column, outermost first. */
function columnHeaders(table: TableDef, key: string): string[] {
  const find = (entries: readonly HeaderDef[]): string[] | undefined => {
    for (const entry of entries) {
      if (!('columns' in entry)) {
        if (entry.key === key) return [headerId(table.key, entry)];
        continue;
      }
      const below = find(entry.columns);
      if (below) return [headerId(table.key, entry), ...below];
    }
    return undefined;
  };
  return find(table.blocks[0]?.columns ?? []) ?? [];
}

// ---- side by side (四)

function sideBySideGrid(table: TableDef, report: Report): Grid {
  const [block] = table.blocks as [BlockDef];
  const columns = leafColumns(block.columns);
  const height = depthOf(block.rows) + 1;
  const head: GridCell[][] = Array.from({ length: height }, () => []);
  const numbers: GridCell[] = [];
  const place = (node: RowNodeDef, prefix: string, line: number, above: readonly string[]): void => {
    const path = `${prefix}.${node.key}`;
    const headers = [...above, idOf(path)];
    const rows = isRowGroup(node) ? leafCount(node) : 1;
    head[line]?.push(
      header('column', node.label, { colspan: rows * columns.length, scope: 'colgroup', id: idOf(path) }),
    );
    if (isRowGroup(node)) {
      for (const child of node.rows) place(child, path, line + 1, headers);
      return;
    }
    for (const column of columns) {
      const id = `${idOf(path)}-${column.key}`;
      head[line + 1]?.push(header('column', column.label, { rowspan: height - line - 1, scope: 'col', id }));
      numbers.push(numberCell(report, `${path}.${column.key}`, [...headers, id]));
    }
  };
  for (const node of block.rows) place(node, table.key, 0, []);
  return {
    columns: gridColumns(0, numbers.length),
    head: head.map((cells) => ({ cells })),
    bodies: [{ rows: [{ cells: numbers }] }],
  };
}

const leafCount = (node: RowNodeDef): number =>
  isRowGroup(node) ? node.rows.reduce((sum, child) => sum + leafCount(child), 0) : 1;
