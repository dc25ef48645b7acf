import type { form2019 } from './2019/index.ts';
import type { form2021 } from './2021/index.ts';
import type { FeeField } from './fee.ts';
import type { TableText } from './table-texts.ts';
import type { FormDef, HeaderDef, RowNodeDef, TableDef } from './types.ts';

/** A cell in a report file. Text is a number as written; null is unknown. */
export type CellInput = number | string | null | { value: number | string | null; note?: string };

// Headers have at most two levels of groups; a recursive type would not end for the general HeaderDef.
type Inner<H> = H extends { columns: readonly (infer Child)[] } ? Child : H;
type Leaf<H> = Inner<Inner<H>>;
type ColumnKey<H extends readonly HeaderDef[]> = Extract<Leaf<H[number]>, { key: string }>['key'];

/** One row: its columns, or 0 for a row of zeros. A column left out is zero; a total left out is computed. */
export type RowInput<Key extends string = string> = { [K in Key]?: CellInput } | 0 | null;

type NodeInput<Node extends RowNodeDef, Key extends string> = Node extends {
  rows: infer Rows extends readonly RowNodeDef[];
}
  ? GroupInput<Rows, Key> | 0 | null | (Node extends { mayBeRow: true } ? RowInput<Key> : never)
  : RowInput<Key>;

type GroupInput<Rows extends readonly RowNodeDef[], Key extends string> = {
  [Node in Rows[number] as Node['key']]?: NodeInput<Node, Key>;
};

type Merge<Union> = (Union extends unknown ? (arg: Union) => void : never) extends (arg: infer All) => void
  ? All
  : never;

type BlockInput<Block> = Block extends {
  columns: infer Header extends readonly HeaderDef[];
  rows: infer Rows extends readonly RowNodeDef[];
}
  ? GroupInput<Rows, ColumnKey<Header>>
  : never;

/** A table in a report file; the type is derived from the form. */
export type TableInput<Table extends TableDef> =
  | (Merge<BlockInput<Table['blocks'][number]>> & { [Key in TableText]?: string })
  | 0
  | null;

type TablesInput<Form extends FormDef> = {
  [Table in Form['tables'][number] as Table['key']]: TableInput<Table>;
};

export type Level = 'national' | 'province' | 'city' | 'county' | 'township';
export type AgencyKind = 'government' | 'office' | 'department' | 'dispatched' | 'authorized';
export type Aspect =
  | 'active_disclosure'
  | 'on_request'
  | 'information_management'
  | 'platforms'
  | 'supervision'
  | 'other';

export interface ContactInput {
  office?: string;
  address?: string;
  postcode?: string | number;
  phone?: string | number;
  fax?: string | number;
  email?: string;
}

export interface AgencyInput {
  name: string;
  short_name?: string;
  level: Level;
  kind: AgencyKind;
  vertical?: boolean;
  scope?: 'own' | 'aggregate';
  contact?: ContactInput;
}

export interface PartInput {
  aspect?: Aspect;
  heading: string;
  text: string;
}

/** A section of prose: a text, parts with headings, or both. */
export interface ProseInput {
  text?: string;
  parts?: PartInput[];
}

export interface WaiverInput {
  rule: string;
  at: string;
  words?: string;
  values?: Record<string, number | string>;
  reason: string;
  approved_by?: string;
  expires?: string;
}

interface Envelope {
  year: number;
  agency: AgencyInput;
  title?: string;
  period?: { from: string; to: string };
  published: string;
  corrected?: { date: string; note: string };
  previous?: string;
  preface?: { text: string };
  overview: ProseInput;
  problems: ProseInput;
  other_matters: ProseInput & { information_processing_fee?: RowInput<FeeField> };
  waivers?: WaiverInput[];
}

/** The content of a report file in the 2021 form. */
export type ReportInput2021 = Envelope & { form?: '2021' } & TablesInput<typeof form2021>;

/** The content of a report file in the 2019 form. */
export type ReportInput2019 = Envelope & { form?: '2019' } & TablesInput<typeof form2019>;

/** The content of a report file. */
export type ReportInput = ReportInput2021 | ReportInput2019;
