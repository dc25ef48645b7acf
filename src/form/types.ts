/**
 * How an official form is described. A form is data only: no functions, no hooks.
 * From it come the JSON Schema, the report's type, the printed tables, the sums and the skeleton.
 */

/**
 * What a cell holds.
 * - `count`: a whole number, 0 or more (件)
 * - `change`: a whole number that may be negative (本年增/减)
 * - `wan_yuan`: money in 万元, at most 6 decimals (1 分 = 0.000001 万元)
 * - `yuan`: money in 元, at most 2 decimals (1 分 = 0.01 元)
 * - `amount`: money whose unit the form leaves open: a number followed by 元 or 万元, with the decimals of that unit
 */
export type ValueKind = 'count' | 'change' | 'wan_yuan' | 'yuan' | 'amount';

/** One column of numbers. `label` is the official wording. */
export interface ColumnDef {
  readonly key: string;
  readonly label: string;
  readonly kind: ValueKind;
  readonly description: string;
  /** The column that sums the others of its row; it may be left out of a file. */
  readonly total?: true;
  /** Grid columns that a data cell takes (default 1). */
  readonly span?: number;
  /** Grid columns that the header cell takes, where the form's header differs from its body. */
  readonly headerSpan?: number;
}

/** A header cell that stands above several columns, such as 法人或其他组织. */
export interface ColumnGroupDef {
  readonly label: string;
  readonly columns: readonly HeaderDef[];
}

export type HeaderDef = ColumnDef | ColumnGroupDef;

/** One row of cells. `label` is the official wording with its number. */
export interface RowDef {
  readonly key: string;
  readonly label: string;
  readonly description: string;
  /** The row that sums others (see the identities); it may be left out of a file. */
  readonly total?: true;
}

/** Rows under a common label, such as （三）不予公开. A group has no cells of its own. */
export interface RowGroupDef {
  readonly key: string;
  readonly label: string;
  readonly description: string;
  readonly rows: readonly RowNodeDef[];
  /** Hybrid reports print this group as one row of columns, as the edition before did. */
  readonly mayBeRow?: true;
}

export type RowNodeDef = RowDef | RowGroupDef;

/** Rows that share their columns. */
export interface BlockDef {
  /** The line above the block, such as 第二十条第（一）项. */
  readonly heading?: string;
  /** The header above the row labels, such as 信息内容. */
  readonly rowHeader?: string;
  readonly columns: readonly HeaderDef[];
  readonly rows: readonly RowNodeDef[];
}

/**
 * How a table is laid out on the page.
 * - `blocks`: blocks below each other, each with its heading and header (二)
 * - `matrix`: row labels left, columns right, one header (三)
 * - `side-by-side`: the rows stand next to each other as groups of columns; one line of numbers (四)
 */
export type Layout = 'blocks' | 'matrix' | 'side-by-side';

export interface TableDef {
  readonly key: string;
  /** The number of the section it stands in, 1 to 6. */
  readonly section: number;
  readonly label: string;
  readonly description: string;
  readonly layout: Layout;
  /** Text of the corner cell, as printed in the form. */
  readonly corner?: string;
  readonly blocks: readonly BlockDef[];
}

/**
 * A linear identity (勾稽关系): the sum of `left` equals the sum of `right`.
 * Across `columns` it holds in each column, and its terms are rows; across `rows` it holds in each row, and its terms are columns.
 * A term that names a group stands for every row of the group.
 */
export interface IdentityDef {
  /** Internal number, as in the field's literature: T3-1. */
  readonly id: string;
  /** Public rule id. */
  readonly rule: string;
  readonly table: string;
  readonly across: 'columns' | 'rows';
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** The left side is a total: where it is left out of a file, the right side gives it. */
  readonly definesLeft?: true;
  /** What it demands, in the words of the field. */
  readonly statement: { readonly zh: string; readonly en: string };
  /** The place in the form that demands it; the notice's number stands before it when printed. */
  readonly reference: { readonly zh: string; readonly en: string };
}

export interface FormDef {
  readonly id: string;
  /** Reports of these years use it; the last edition has no end. */
  readonly years: { readonly from: number; readonly to?: number };
  readonly notice: { readonly title: string; readonly number: string };
  /** The official titles of the six sections, without their numbers. */
  readonly sections: readonly [string, string, string, string, string, string];
  readonly tables: readonly TableDef[];
  readonly identities: readonly IdentityDef[];
}
