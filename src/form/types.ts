/**
 * The types that describe an official form. A form is only data, without functions.
 * The JSON Schema, the type of a report, the printed tables, the sums and new report files are made from it.
 */

/**
 * The kind of number in a cell.
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
  /** The column is the sum of the others in its row and can be left out of a file. */
  readonly total?: true;
  /** Number of grid columns of a data cell (default 1). */
  readonly span?: number;
  /** Number of grid columns of the header cell, if it differs from `span`. */
  readonly headerSpan?: number;
}

/** A header cell above several columns, such as 法人或其他组织. */
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
  /** The row is the sum of others (see the identities) and can be left out of a file. */
  readonly total?: true;
}

/** Rows under a common label, such as （三）不予公开. A group has no cells of its own. */
export interface RowGroupDef {
  readonly key: string;
  readonly label: string;
  readonly description: string;
  readonly rows: readonly RowNodeDef[];
  /** Hybrid reports print this group as one row of columns, as in the previous edition. */
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
 * - `side-by-side`: the rows are next to each other as groups of columns; one line of numbers (四)
 */
export type Layout = 'blocks' | 'matrix' | 'side-by-side';

export interface TableDef {
  readonly key: string;
  /** The number of its section, 1 to 6. */
  readonly section: number;
  readonly label: string;
  readonly description: string;
  readonly layout: Layout;
  /** Text of the corner cell, as printed in the form. */
  readonly corner?: string;
  readonly blocks: readonly BlockDef[];
}

/** Words in both languages. */
export interface Wording {
  readonly zh: string;
  readonly en: string;
}

/**
 * A linear identity (勾稽关系): the sum of `left` equals the sum of `right`.
 * Across `columns` it holds in each column, and its terms are rows; across `rows` it holds in each row, and its terms are columns.
 * A term that names a group stands for every row of the group.
 */
export interface IdentityDef {
  /** Internal number: T3-1. */
  readonly id: string;
  /** Public rule id. */
  readonly rule: string;
  readonly table: string;
  readonly across: 'columns' | 'rows';
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** The left side is a total; if it is left out of a file, it is computed from the right side. */
  readonly definesLeft?: true;
  /** Short names of the terms that are rows, for messages; a term that is a column has its label. */
  readonly names?: Readonly<Record<string, Wording>>;
  /** The name of the right side as a whole, if it has too many terms to name them. */
  readonly rightName?: Wording;
  /** The place in the form that requires it; the number of the notice is printed before it. */
  readonly reference: Wording;
  /** What is known of it as a rule: in one line, why it matters, as a formula. */
  readonly title: Wording;
  readonly why: Wording;
  readonly formula: Wording;
  /** Parts of a report file, as YAML, that keep it and break it. */
  readonly example: { readonly good: string; readonly bad: string };
}

export interface FormDef {
  readonly id: string;
  /** The years whose reports use it; the newest edition has no end. */
  readonly years: { readonly from: number; readonly to?: number };
  readonly notice: { readonly title: string; readonly number: string };
  /** The official titles of the six sections, without their numbers. */
  readonly sections: readonly [string, string, string, string, string, string];
  readonly tables: readonly TableDef[];
  readonly identities: readonly IdentityDef[];
}
