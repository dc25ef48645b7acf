import type { ColumnDef, TableDef } from '../../form/types.ts';
import type { LineCells } from './line-cells.ts';
import type { View, ViewCell } from './view.ts';

/** A cell of the form where it was found. */
export interface DraftCell extends LineCells {
  readonly path: string;
  readonly column: ColumnDef;
  readonly view: View;
  /** The text of the column header. */
  readonly header: string;
  /** False if a label of its row or column was guessed, or if its row is not whole. */
  readonly clear: boolean;
  /** If it is not clear, it is only not told which of the numbers of its row belongs to which column. */
  readonly ordered: boolean;
}

/** A table as it was found. */
export interface DraftTable {
  readonly table: TableDef;
  readonly cells: ReadonlyMap<string, DraftCell>;
  /** Cells of grids that are labels. */
  readonly labels: ReadonlySet<ViewCell['cell']>;
  readonly views: readonly View[];
  /** Labels that differ from the official ones. */
  readonly misprints: readonly { readonly label: string; readonly cell: ViewCell; readonly view: View }[];
}

/** The text of a cell of the form. */
export const draftText = ({ cells }: Pick<DraftCell, 'cells'>): string =>
  cells
    .map(({ cell }) => cell.text.trim())
    .filter((text) => text !== '')
    .join('\n');
