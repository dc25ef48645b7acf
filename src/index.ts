export { type Checked, type CheckOptions, check, type Previous } from './check/check.ts';
export type * from './diagnostics/diagnostic.ts';
export type * from './diagnostics/text.ts';
export type { ReportInput, ReportInput2019, ReportInput2021 } from './form/report-type.ts';
export type { ValueKind } from './form/types.ts';
export type { Cell, CellState, UnknownReason } from './report/cell.ts';
export { type Report, readReport } from './report/report.ts';
export { parse, type Source } from './source/parse.ts';
